"""The gate, check 9: no title, plain wording or note says the opposite of the report, and no translation that of its text. Pure.

`PAIRS` is the table: words of two directions, by language. A text has the opposite direction where it has a word of one
side, and what it speaks of has words of the other side alone. A negation is wrong where it stands before a word that the
report has without one, or is missing before a word that the report has with one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workreport.content import dense
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.own_words import NAMES, OwnText, own_texts
from workreport.gate.rule import Rule

OWN_OPPOSITE = Code(
    "own-opposite", say("The site's own words say the opposite of the report, or a translation of its text.")
)
OWN_NEGATION = Code("own-negation", say("The site's own words add a “not” to what the report says, or lose one."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One direction."""

    zh: re.Pattern[str]
    """The words that say it."""
    hint: re.Pattern[str]
    """Whatever of Chinese may stand behind a translation that says it: wider."""
    en: re.Pattern[str]


def _side(zh: str, hint: str, en: str) -> Side:
    return Side(zh=re.compile(zh), hint=re.compile(f"{zh}|{hint}"), en=re.compile(rf"\b(?:{en})\b", re.IGNORECASE))


PAIRS = (
    (
        _side("增加|增长|增多|新增|增设|增强|增进|增至|上升|上涨|攀升", "[多增加涨高提升扩强添懂新建]", r"increas\w*|grow\w*|rise[sn]?|rising|rais\w*"),
        _side("减少|下降|削减|缩减|减免|精简|减轻|减弱|下滑|回落|压减", "[减降少低缩压跌免]|节|轻", r"decreas\w*|reduc\w*|declin\w*|fewer|lessen\w*|drop(?:s|ped)?"),
    ),
    (
        _side("提高|提升|上升|升级|抬高", "[提升高优增改]|好|强", r"rais\w*|improv\w*|upgrad\w*|enhanc\w*|elevat\w*"),
        _side("降低|下降|下调|降级|压低|压降", "[降低减压差]", r"lower(?:s|ed|ing)?|worsen\w*|degrad\w*|deteriorat\w*|downgrad\w*"),
    ),
    (
        _side("扩大|扩容|扩展|拓展|拓宽|扩建|延伸", "[扩拓宽广延展增大多]", r"expand\w*|enlarg\w*|widen\w*|broaden\w*|extend\w*"),
        _side("缩小|收缩|压缩|缩减|收窄", "[缩减窄压少小]", r"shrink\w*|narrow(?:s|ed|ing)?|contract(?:s|ed|ing)"),
    ),
    (
        _side("新建|建设|建成|兴建|修建|建造", "[建修造筑打工设]|动工", r"build\w*|construct\w*|buil[dt]"),
        _side("拆除|撤销|关停|拆迁|清拆|取缔", "[拆撤停消清除]", r"demolish\w*|dismantl\w*|tear(?:s|ing)? down|abolish\w*"),
    ),
    (
        _side("加强|强化|巩固|增强|从严", "[强固严紧实牢加健]", r"strengthen\w*|tighten\w*|reinforc\w*|consolidat\w*|intensif\w*"),
        _side("削弱|弱化|减弱|放松|放宽|松绑", "[弱松宽减]", r"weaken\w*|relax\w*|loosen\w*"),
    ),
    (
        _side("开放|开设|开办|开业|开启|启用", "[开启办放]", "open(?:s|ed|ing)?"),
        _side("关闭|关停|停办|封闭|停业|停用", "[关闭停封]", r"clos(?:e|es|ing|ure)|shut\w*"),
    ),
    (
        _side("加快|提速|加速|提前", "[快速早先]", r"speed(?:s|ed|ing)? up|accelerat\w*|faster"),
        _side("放缓|减缓|延缓|推迟|延后|放慢", "[缓慢迟延后]", r"slow\w*|delay\w*|postpon\w*"),
    ),
    (
        _side("引进|引入|引育|吸引|招引", "[引进入招来]", r"bring(?:s|ing)? in|attract\w*|introduc\w*"),
        _side("迁出|清退|转出|淘汰|外迁", "[迁退出汰转]", r"driv(?:e|ing) out|expel\w*|phas(?:e|ing) out|relocat\w*"),
    ),
    (
        _side("支持|鼓励|扶持", "推动|保障|[支鼓扶促助帮服保激引培育让使广做]", r"support\w*|encourag\w*|promot\w*|foster\w*"),
        _side("限制|禁止|遏制|打击|抑制|阻止|取消", "[限禁遏打抑阻防取止整治控杜]", r"restrict\w*|oppos(?:e|es|ing)|discourag\w*|hinder\w*|ban(?:s|ned|ning)?|suppress\w*"),
    ),
    (
        _side("以上|不低于|不少于|不小于", "超|高于|多于|余|多", "at least|no (?:less|fewer) than|more than"),
        _side("以下|以内|不高于|不超过|不多于|不大于", "低于|少于|控制", "at most|no more than|less than|fewer than|below|under"),
    ),
)  # fmt: skip

_NOT = "不|未|没有|没|无|勿|非|禁止|严禁|停止|拒绝|避免|防止|杜绝|取消|放弃"
_NEGATED = re.compile(rf"(?:{_NOT})(?:再|予|会|能|得|要|去|曾|被|进行|开展)?([\u3400-\u9fff]{{2}})")
_WARDED = re.compile("(?:遏制|防范|严防|严控|消除|打击|整治|根治|化解|抑制)([\u3400-\u9fff]{2})")
"""What else keeps a thing from being."""
_ANY_NOT = re.compile(f"{_NOT}|零|防|免|少|控|遏|打击|以内|以下|清|消|减|反|缺|短|够|难|差|另|独|除|[只仅必]")
_EN_NOT = re.compile(
    r"\b(?<!-)(?:not|never|no longer|cannot|nothing|neither|nor|refus\w+|without|[a-z]+n't|stop(?:s|ped|ping)?|fail(?:s|ed|ing)? to)\b",
    re.IGNORECASE,
)
_OWN_NOT = frozenset({"note", "reason", "summary", "chart", "retired", "correction", "heading"})
"""Texts that say what the report does not give, or that many sentences stand behind."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Texts and translations of the opposite direction, and negations too many or too few."""
    for own in own_texts(context):
        yield from _directions(own)
        if own.kind not in _OWN_NOT:
            yield from _negations(own)


def _directions(own: OwnText) -> Iterator[Diagnostic]:
    text, lang = dense(own.text.source), own.text.source_lang
    for pair in PAIRS:
        for side, other in (pair, pair[::-1]):
            word, there = side.zh.search(text), other.zh.search(own.said)
            if own.kind != "heading" and word and there and not side.zh.search(own.said):
                yield _problem(own, lang, OWN_OPPOSITE, word[0], there[0])
            if lang != "zh" or "en" not in own.text:
                continue
            word, there = side.en.search(own.text["en"]), other.zh.search(text)
            if word and there and not side.hint.search(text) and not other.en.search(own.text["en"]):
                yield _problem(own, "en", OWN_OPPOSITE, word[0], there[0])


def _negations(own: OwnText) -> Iterator[Diagnostic]:
    lang, text, said = own.text.source_lang, dense(own.text.source), own.said
    negated = {match[1]: match[0] for match in _NEGATED.finditer(said)}
    kept = {*negated, *(match[1] for match in _WARDED.finditer(said))}
    added = next((m for m in _NEGATED.finditer(text) if m[1] in said and m[1] not in kept and m[0] not in said), None)
    if added:
        yield _problem(own, lang, OWN_NEGATION, added[0], added[1])
        return
    plainly, plain_text = _NEGATED.sub("", said), _NEGATED.sub("", text)
    for word, whole in negated.items():
        if word in plain_text and word not in plainly:
            yield _problem(own, lang, OWN_NEGATION, word, whole)
            return
    if "en" in own.text and lang == "zh" and not _ANY_NOT.search(text) and (not_ := _EN_NOT.search(own.text["en"])):
        yield _problem(own, "en", OWN_NEGATION, not_[0])


def _problem(own: OwnText, lang: str, code: Code, word: str, there: str = "") -> Diagnostic:
    """That a text says `word`, where the report, or the text that it translates, says `there` or nothing of the kind."""
    what = NAMES[own.kind]
    if lang == own.text.source_lang:
        message = say("{what} says “{word}”, the report “{other}”", what=what, word=word, other=there)
        return own.place.problem((*own.at, lang), code, message, say("say it as the report does"))
    message = say("{what} says “{word}”, the text that it translates “{other}”", what=what, word=word, other=there)
    if not there:
        message = say("{what} says “{word}”, the text that it translates does not", what=what, word=word)
    return own.place.problem((*own.at, lang), code, message, say("say it as the text does that it translates"))


RULE = Rule(key="opposites", check="own_words", codes=(OWN_OPPOSITE, OWN_NEGATION), faults=faults)
