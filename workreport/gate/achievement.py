"""The gate, check 9: no text of the site's own says that something was achieved, or failed, unless the report does. Pure.

`CLAIMS` is the table: the words of each claim by language, and what in the report bears it out. `OF_GOALS` are those that
no goal may make besides: the report that sets a goal does not know whether it is met, missed or under way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workreport.content import schema
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.gate.context import Context, Loc, Place
from workreport.gate.own_words import NAMES, OwnText, own_texts
from workreport.gate.rule import Rule

OWN_ACHIEVEMENT = Code(
    "own-achievement", say("The site's own words say that something was achieved, or failed, and the report does not.")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One thing that a text may claim."""

    words: Mapping[str, re.Pattern[str]]
    """By language: how it is claimed."""
    borne: re.Pattern[str]
    """What the report has where it says so."""


def _claim(zh: str, en: str, borne: str) -> Claim:
    words = {"zh": re.compile(zh), "en": re.compile(rf"\b(?:{en})\b", re.IGNORECASE)}
    return Claim(words=words, borne=re.compile(borne))


_DONE = "met|achieved|fulfilled|completed|accomplished|realized|delivered|attained|reached|kept|honou?red"
CLAIMS = (
    _claim(
        "圆满|胜利|成功|顺利(?!实施条件)",
        "success(?:es|ful|fully)?|smoothly|triumphant(?:ly)?|victor(?:y|ious)",
        "圆满|胜利|成功|顺利|办好|开展好|组织好|做好|开好|搞好|成效|成果",
    ),
    _claim(
        "(?:已|均|全部|全面|如数)(?:经|已|均)?(?:完成|实现|达成|达标|落实|做到|兑现|办结)|达成|兑现",
        rf"(?:ha(?:s|ve) (?:all |both )?(?:already |now |since |fully )*(?:been )?|w(?:as|ere) (?:all |both |fully )*)(?:{_DONE})|fulfil(?:s|led|ment)?",
        "完成|实现|达成|达到|达标|落实|做到|兑现|办结|办复|建成|竣工|收官|取得|成果|成绩|[0-9]{2,}%",
    ),
    _claim(
        "如期|按期|按时|准时|提前(?:完成|实现|达到|达成)",
        "on (?:time|schedule|track|course)|ahead of (?:time|schedule|plan)|as (?:planned|promised|scheduled)",
        "如期|按期|按时|准时|提前",
    ),
    _claim(
        "超额|超预期|超出(?:目标|计划|预期)|突破",
        "exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outperform(?:s|ed)?|overfulfil(?:s|led)?|breakthroughs?",
        "超额|超预期|超出|超过|突破|超|高于",
    ),
    _claim(
        "落空|失败|未能|未(?:完成|实现|达到|达标|达成|兑现|落实)|没有(?:完成|实现|达到|达标|做到|兑现)|滞后|欠账",
        "missed|unmet|fell short|falls? short|behind schedule|failed|fails?|failures?|broken promises?|overdue",
        "落空|失败|未|没有|滞后|不足|差距|不(?:够|健全|担当|作为)|欠账|遗憾|短板",
    ),
    _claim(
        "恶化|变差|变坏|更差|更糟|好于|优于|领先|名列前茅|显著|明显|优异|卓越|辉煌|可喜|喜人|亮眼|斐然|瞩目",
        "worse|worst|worsen(?:s|ed)?|deteriorat(?:es?|ed|ion)|outstanding|remarkabl[ey]|impressive(?:ly)?|significant(?:ly)?"
        "|dramatic(?:ally)?|brilliant(?:ly)?|glorious|leading the (?:city|nation|country)",
        "恶化|差|坏|好于|优于|领先|前茅|显著|明显|优异|卓越|辉煌|可喜|喜人|亮眼|斐然|瞩目|突出|重大|重要",
    ),
)
_GOAL_MET = _claim(
    "(?:目标|承诺|任务|指标)[^，。；]{0,6}(?:完成|实现|达成|兑现|达标)了?(?=[，。；！]|$)",
    r"(?:goal|target|promise|commitment|task)s?\b[^.;,]{0,16}\b(?:ha(?:s|ve)|w(?:as|ere)|is|are)\b[^.;,]{0,16}"
    rf"\b(?:{_DONE})",
    "(?:目标|承诺|任务|指标)[^，。；]{0,12}(?:完成|实现|达成|兑现|收官)|完成[^，。；]{0,12}(?:目标|任务|指标)",
)
"""That goals are met: said of the whole of a section, of a goal and of a term no less than of an outcome."""
OF_GOALS = (
    _claim(
        "已经?(?:完成|实现|达成|达标|兑现|做到|达到)|(?:正在|正)(?:推进|进行|实施|落实)|进展顺利|有望|稳步推进中|进行中",
        rf"ha(?:s|ve) (?:all |both )?(?:already |now |since |fully )*been (?:{_DONE})|already (?:{_DONE})"
        rf"|ha(?:s|ve) (?:already )?(?:{_DONE}) (?:its|the|this|that|their) (?:goal|target|promise|commitment)s?"
        "|on (?:track|course)|in progress|making (?:good )?progress|(?:is|are) (?:well )?under ?way|nearing completion",
        "已经?(?:完成|实现|达成|达标|兑现|做到|达到)|正在|进展|有望",
    ),
)


def faults(context: Context) -> Iterator[Diagnostic]:
    """Words of achievement and of failure that nothing in the report bears out."""
    for own in own_texts(context):
        claims = (*CLAIMS, *OF_GOALS) if _of_goal(own) else CLAIMS
        for lang, words in own.text.items():
            for claim in (*claims, _GOAL_MET):
                found = claim.words[lang].search(words) if lang in claim.words else None
                if found and not _borne(own, lang, claim):
                    yield _problem(own.place, (*own.at, lang), NAMES[own.kind], found[0])
    glossary = context.content.glossary
    for index, term in enumerate(glossary.value.terms if glossary else ()):
        for lang, words in term.meaning.items():
            if glossary and lang in _GOAL_MET.words and (found := _GOAL_MET.words[lang].search(words)):
                place = Place(entry=glossary, loc=("terms", index, "meaning"))
                yield _problem(place, (lang,), say("the meaning"), found[0])


def _problem(place: Place, at: Loc, what: Message, word: str) -> Diagnostic:
    message = say("{what} says “{word}”, and the report does not say so there", what=what, word=word)
    return place.problem(at, OWN_ACHIEVEMENT, message, say("say what the report says, and no more"))


def _borne(own: OwnText, lang: str, claim: Claim) -> bool:
    """Whether the report has the claim; a translation may also say what the text that it translates says."""
    if claim is _GOAL_MET and (own.kind == "reason" or _of_goal(own)):
        return False
    return bool(claim.borne.search(own.said) or (lang != own.text.source_lang and claim.borne.search(own.text.source)))


def _of_goal(own: OwnText) -> bool:
    """Whether a text speaks of a goal alone."""
    if isinstance(own.section, schema.TasksSection):
        return True
    return bool(own.items) and not any(isinstance(item.value, schema.Metric) for item in own.items)


RULE = Rule(key="achievement", check="own_words", codes=(OWN_ACHIEVEMENT,), faults=faults)
