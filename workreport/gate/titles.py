"""The gate, check 9: a title names what its quote names, and a reason what its two sides are. Pure.

A noun phrase of Chinese ends in its head, so the last words of a title, or those before a word that only measures (面积, 人数,
占比), stand in the quote, and so does a part of the rest. A title in another language has the terms and places of its text,
as the glossary and the places render them, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from workreport.content import is_copied, schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.figures import READERS, Units
from workreport.gate.context import Context
from workreport.gate.own_words import NAMES, OwnText, own_texts
from workreport.gate.rule import Rule
from workreport.gate.shared_words import head, pairs, share

TITLE_NOUN = Code("title-noun", say("A title does not name what its quote names."))
TITLE_TERM = Code("title-term", say("A title and its translation do not name the same terms and places."))
REASON_SIDES = Code("reason-sides", say("The reason of a comparison does not speak of what is compared."))

_MEASURED = re.compile(
    "(?:总投资额?|投资额|交易额|面积|人数|户数|个数|件数|总数|数量|总量|总额|金额|额|占比|比重|比例|率|情况|增速|增长|提升|改善"
    "|规模|项目|企业|[金银铜]牌|数)$"
)
"""What a title may end in that the report leaves to the unit: 盘活空置楼宇5万平方米 is a 面积."""
_PART = 0.25
"""Of a title's pairs of characters, how many stand in its quote at the least."""
_SAID = frozenset(
    pairs(
        "报告的是。报告没有说明。没有给出。统计的。目标是。目标的。数字。数量。增长。增速。一个。两者。范围。口径。相同。不同"
    )
)
"""What any reason may say of anything."""
_THIS = re.compile("这[一]?[项个些]|该项|此项|本项")


def faults(context: Context) -> Iterator[Diagnostic]:
    """Titles of something else than their quotes, and reasons of another comparison."""
    chinese = context.content.languages[0] == "zh"
    forms = _forms(context)
    for own in own_texts(context):
        if own.kind == "title":
            if chinese:
                yield from _noun(own, without_figures(own.text.source, context.units))
            yield from _terms(own, forms)
        elif own.kind == "reason" and chinese:
            yield from _sides(own)


def without_figures(title: str, units: Units) -> str:
    """A Chinese title without its figures."""
    for figure in reversed(READERS["zh"](title, units).figures):
        title = f"{title[: figure.start]}{title[figure.end :]}"
    return title


def names_head(title: str, quote: str) -> bool:
    """Whether a quote names what a title without figures ends in."""
    ends = {*pairs(head(title)[-3:]), *pairs(head(title, _MEASURED)[-3:])}
    return not ends or not ends.isdisjoint(pairs(quote))


def _noun(own: OwnText, title: str) -> Iterator[Diagnostic]:
    """`title` is without its figures."""
    if not names_head(title, own.said):
        message = say("the title ends in “{head}”, which its quote does not name", head=head(title)[-4:])
    elif share(title, set(pairs(own.said))) < _PART:
        message = say("the title “{title}” has hardly a word of its quote", title=own.text.source)
    else:
        return
    hint = say("name it by the words of the quote, or choose the quote that names it")
    yield own.place.problem((*own.at, own.text.source_lang), TITLE_NOUN, message, hint)


def _forms(context: Context) -> Mapping[str, list[tuple[str, re.Pattern[str], str]]]:
    """By language: each term and place, how it may be rendered, and its first rendering."""
    names = context.names
    forms: dict[str, list[tuple[str, re.Pattern[str], str]]] = {}
    for lang in context.content.languages[1:]:
        forms[lang] = []
        # The longest first: 大直沽十号路 does not name 直沽.
        for item in sorted((*names.terms, *names.places), key=lambda item: -len(item.name.source)):
            if is_copied(item.name.source, item.name[lang]):
                continue  # it has no rendering yet
            renderings = [item.name[lang], *(item.also if isinstance(item, schema.Term) else ())]
            words = "|".join(re.escape(re.sub("s$", "", one)) for one in renderings)
            form = re.compile(rf"(?<![^\W\d_])(?:{words})(?:s|es)?(?![^\W\d_])", re.IGNORECASE)
            forms[lang].append((item.name.source, form, item.name[lang]))
    return forms


def _terms(own: OwnText, forms: Mapping[str, list[tuple[str, re.Pattern[str], str]]]) -> Iterator[Diagnostic]:
    for lang, known in forms.items():
        source, title = own.text.source, own.text[lang].replace("’", "'")
        for name, form, rendering in known:
            if name not in source:
                continue
            source = source.replace(name, "，")
            if not form.search(title):
                message = say("“{name}” is not rendered as “{rendering}”", name=name, rendering=rendering)
                hint = say("write it so, or add the form used here to `also` in glossary.yaml")
                yield own.place.problem((*own.at, lang), TITLE_TERM, message, hint)


def _sides(own: OwnText) -> Iterator[Diagnostic]:
    reason = set(pairs(own.text.source)) - _SAID
    named = [set(pairs(item.value.title.source)) for item in own.items]
    if len(named) == 2 and named[0] - named[1] and named[1] - named[0]:
        named = [named[0] - named[1], named[1] - named[0]]
    for item, words in zip(own.items, named, strict=True):
        if reason & words or (len(own.items) == 1 and _THIS.search(own.text.source)):
            continue
        message = say("{what} does not name “{title}”", what=NAMES["reason"], title=item.value.title.source)
        hint = say("say what each of the two counts, by its name")
        yield own.place.problem((*own.at, own.text.source_lang), REASON_SIDES, message, hint)


RULE = Rule(key="titles", check="own_words", codes=(TITLE_NOUN, TITLE_TERM, REASON_SIDES), faults=faults)
