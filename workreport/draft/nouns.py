"""What a figure counts, as a noun phrase cut from the words round it. Pure.

The words of a title are the report's. What is counted stands behind the number (建设4个口袋公园), or before it, with the verb
that says what is done (提升改造活动公厕2座) or that links the two (优良天数比例达到73%).
"""

from __future__ import annotations

import re

from workreport.figures import Kind
from workreport.gate import ADVERBS, VERBS

_LEADS = re.compile(
    rf"^(?:[一二三四五六七八九十]+[是要]|[（(][一二三四五六七八九十0-9]+[）)]|并|且|其中|确保|力争|力促|争取|争创|实现|保持|预计|努力|不断|推动|推进|促进|使|让|做到|到20[0-9]{{2}}年(?:底|末)?，?|今年|全年|年内|年均|当年"
    rf"|(?:{ADVERBS}))+"
)
_LINKS = re.compile(
    "(?:(?:稳定|保持|控制|压减|压降|维持|稳控|达标|提高|提升|增加|增长|扩大|发展|上升|上涨|下降|降低|降|增|扩)?(?:在|到|至|达到|达)|达标率?达|力争|预期|预计|目标|实现|完成|突破|超过|超|不低于|不少于|不高于|不超过|高于|低于|"
    "共计?|总计|合计|累计|均|都|各|分别|(?<!签)约|近|逾|为|是|等|再|仅|只|已|将|要|至少|平均|数量|当年|，|：)+$"
)
_GROWS = re.compile(
    "(同比|年均|平均|可比口径|比上年)?(增长|增加(?!值)|增速|上升|提高|提升|下降|降低|减少|回落|压减|缩短|改善|增(?!加)|降)(?:.{0,3})$"
)
_THINGS = (
    "型|性|业|者|员|站|点|园|厂|区|地(?![下铁方区面质震块])|权|费|工程|中心|平台|行动|资金|资本|资产|用地|单位|力度|方案|规划|专班|基金|示范|主体|机构|设施|贷款|债券|"
    "融资|项目数|企业数"
)
"""What makes a noun of the verb before it: 创新型企业, 建设用地, 服务业."""
_BRIEF = (
    "建(?![筑制])|修|办(?![学公法])|开(?![发放])|评(?![价审])|创(?![新业])|设(?![施备])|增(?![值量速])|植(?![物保])|改(?!革)|拆(?!迁)|"
    "清(?![洁单])|挖(?!掘)|铺|种(?![植业子养])|养(?![老殖护])|招(?![商生])|聘|新"
)
_ONE = (
    f"(?>{VERBS}|筹集|筹措|整治|治理|修建|修复|消除|腾退|摸排|栽植|种植|采购|投放|发行|到位|走访|安置|分配|认定|交付|铺设|安装|发布|公布|上线|推送|"
    f"更换|创成|评成|惠及|受益|采摘|开行|开通|运营|续建|{_BRIEF})(?!{_THINGS})"
)
_DEED = re.compile(f"^{_ONE}(?:[和并]?{_ONE})*")
_PURE = re.compile(f"(?:新|拟|再)?(?:{VERBS})+")
"""A deed without anything that it is done to."""
_BARE = ("新", "增", "净增", "扩")
"""A verb with one of these belongs to its noun: 新建停车场, no 新建的停车场."""
_GIVES = re.compile("^(?:为|对|向|给|让|使|帮助|组织|支持|推动|引导|资助|扶持|指导)$")
_SUBJECT = re.compile("(?:率|比例|比重|总值|总额|收入|投资|达到?|增长|下降)$")
"""What is reached, and not done."""
_END = re.compile("(?:的|了|等|以上|以下|左右|以内|和|与|及)+$")
_VERB = re.compile(VERBS + "|安装|发放|完成|获|通过")


def counted(before: str, after: str, kind: Kind, *, shared: str = "") -> str:
    """The noun phrase of a figure from its own run, without white space; "" where neither side has one.

    `before` and `after`: what of the run stands on either side of it; `kind`: that of its quantity; `shared`: what stands
    before the run, whose verb it shares where it has none (新建停车场8处、公共停车泊位1008个).
    """
    rest = re.sub("^[的之]", "", _END.sub("", after.strip("，、；：")))
    grown = _GROWS.search(before) if kind in ("growth", "decline", "improvement", "multiple") else None
    if grown:
        subject = _subject(before[: grown.start()])
        return f"{subject}{grown[2]}" if subject else ""
    named = _LEADS.sub("", before)
    deed = _DEED.match(named)
    verb, noun = (deed[0], named[deed.end() :]) if deed else ("", named)
    if not verb and (first := _DEED.match(_LEADS.sub("", shared))) and not _SUBJECT.search(named):
        verb = first[0]
    if rest and _GIVES.match(_LEADS.sub("", before) or before):
        told = _VERB.search(rest, 2)
        return rest[: told.start()] if told else rest
    if rest:
        return _done(verb, rest)
    noun = _END.sub("", _LINKS.sub("", noun))
    if len(noun) < 2:
        return "" if _PURE.fullmatch(_subject(before)) else _subject(before)
    return _done(verb, noun)


def _subject(before: str) -> str:
    """What stands before a figure, without what leads to it and what links the two."""
    return _END.sub("", _LINKS.sub("", _LEADS.sub("", before)))


def _done(verb: str, noun: str) -> str:
    """What is done, and to what: 建设的口袋公园, 新建停车场."""
    if _PURE.fullmatch(noun):
        return ""
    if not verb or noun.startswith(verb):
        return noun
    return verb + noun if verb.startswith(_BARE) or verb.endswith("增") else f"{verb}的{noun}"
