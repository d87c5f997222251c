"""Which clauses of a sentence make one promise together. Pure.

A promise begins with its verb. What says how (以…为…, 坚持…, 发挥…作用) belongs to the clause behind it, what says to which
end (形成…, 确保…, 提升…水平) to the clause before; a clause that goes on about the same thing stays with it, and a second
number makes a second promise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from workreport.content import Block, Bounded, Run, Sentence
from workreport.draft.clauses import Clause, clauses
from workreport.gate import ADVERBS, COMMON, VERBS, words_of

_ADVERBS = f"(?:{ADVERBS}|努力|不断|坚定|稳妥|并|同时|以此|从而|进而|真正|更多|最大限度|最大程度|尽快|及时|大胆|适时|抓紧|常态化|一体|联动)*"
_MANNER = re.compile(
    rf"^(?:[一二三四五六七八九十]+[是要])?{_ADVERBS}(?:"
    "以.{2,40}(?:为|推动|促进|带动|引领)|以[^，]*的[^，]{2,10}$|综合[^，]*因素|坚持|聚焦|围绕|紧紧围绕|依托|借助|借力|抢抓|紧扣|紧盯|把握|抓住|立足|瞄准|锚定|对标|通过|按照|遵循|根据|"
    "针对|随着|结合|顺应|秉持|牢记|牢固?树立|践行|贯彻|深刻(?:认识|把握|领悟)|发挥.*(?:作用|优势)|增强.*意识|突出|"
    "(?:强化|加强).*(?:引领|引导|导向|牵引)(?:作用)?$|利用|用好.*(?:政策|机遇|资源|资金)$|"
    "赴.*|在[^，]*(?:中|上|下|方面|领域)$|(?:全年|年内|今年|到20[0-9]{2}年(?:底|末)?|同时|此外|其中|一年来|为此)$)"
)
"""How something is done, or from where; what is done follows."""
_ENDS = "水平|质量|质效|能力|效能|效率|效益|实效|成效|体验|程度|力度|热度|知名度|美誉度|影响力|竞争力|吸引力|承载力|软实力|公信力|执行力|活力|动力|合力|后劲|功能|品质|形象|满意度|意识|信心|效应|能级"
_OUTCOME = re.compile(
    rf"^{_ADVERBS}(?:"
    "在[^，]*(?:保持|走在|争当|作表率)|坚决做到|一体推进|形成|实现|确保|保证|保障|维护|满足|让|使|力争|力促|争取|防止|避免|杜绝|遏制|助力|助推|带动|彰显|展现|展示|塑造|擦亮|做出|凝聚|"
    "激发|释放|补齐|补强|补足|打通|筑牢|夯实|守住|守牢|守护|兜牢|兜住|缓解|解决|破解|消除|严防|严守|促进|提振|巩固|营造|增进|转化|变|推动形成|推进形成|"
    f"(?:提升|提高|增强|改善|优化|拓展|扩大|强化|增加|激活|丰富)[^，]*(?:{_ENDS}|空间|供给|渠道|路径|通道|短板|环境|收入|范围)$|"
    "(?:打造|建设|建成|构建|创建|争创|培育|构筑)[^，]*(?:样板|标杆|名片|高地|典范|格局|体系|示范|标志|矩阵|生态圈?|先行区|新模式|新路|新高度|共同体|服务型政府|区|城|之城|中心|防线|屏障)$|"
    "为.{2,40}(?:提供|注入|奠定|创造|作出|做出|贡献|赋能)|把.{2,40}(?:转化|变)|推动.*(?:高质量发展|纵深发展|上台阶|上水平|下移|见效|落地见效|落地落实|落实落地|提质增效|提档升级|转型升级)$)"
)
"""To which end, or with which result, what stands before it is done."""
_DEEDS = (
    "补栽|补种|种植|栽植|安装|铺设|筹集|筹措|采购|发行|安置|走访|腾退|摸排|兑现|兑付|跟踪|研究|举行|策划|收储|出让|疏解|导入|创作|修缮|修编|布设|招募|"
    "表扬|遴选|挂牌|揭牌|承办|开设|开通|开行|增开|增设|增配|添置|购置|配套|贴补|豁免|减免|代办|上线|推送|复垦|清淤|疏浚|加固|加装|整编|整备|迁建|续建|改扩建|"
    "提档|抬升|压降|削减|清退|清零|归集|统管|代管|接续|扩容|扩面|扩种|稳住|稳控|稳产|增产|增收|增殖"
)
"""Verbs of tasks that the gate does not ask for."""
_VERB = re.compile(
    rf"^(?:[一二三四五六七八九十]+[是要])?{_ADVERBS}(?:{VERBS}|{_DEEDS}|严|抓|建|做|办|开|修|为|向|将|把|对|给|在|以|从|与|同|全部|打|强|稳|促|保|引|推|新|拟|计划)"
)
_GENERAL = COMMON | words_of(
    "加强，加快，推进，推动，深化，深入，持续，强化，完善，健全，优化，积极，开展，提高，扎实，全面，大力，着力，服务，管理，体系，机制，制度，能力，"
    "水平，质量，改革，创新，支持，促进，重点，城市，全区，全市，全县，全省，全州，全国，高质，质量，量发，我区，我市，我县，我州，中心，国家，省级，"
    "市级，基地，平台，示范，建成，力度，行动，计划，进一，一步，不断，统筹，有序，稳步，更好"
)
"""Words that tie nothing together: any two clauses may have them."""
_FRAME = re.compile(
    rf"^{_ADVERBS}(?:落实|实施|创新|推行|深化|健全|完善|建立|建立健全|加强|加大|强化|推进|推动|巩固|挖掘|开展|用好|大力发展|严格执行)"
    "[^、，]*(?:任务|模式|机制|战略|体系|制度|理念|精神|要求|部署|内涵|成果|成效|力度|行动|计划|政策|举措|管理|改革|责任制|经济|开发)$"
)
"""A policy, a system, a campaign: what is done within it follows."""
_EVENT = re.compile(
    rf"^(?:力争|确保|争取)?{_ADVERBS}(?:举办|办好|承办|新建|扩建|改建|建成|开工|启动|发放|开通|安装|新增|引进)"
)
"""What is done once and can be seen: a promise of its own."""
_FEW = 2
"""Of how many promises a sentence is no list of tasks, and may be one promise after all."""
_MEASURED = re.compile("同步|(?:高于|快于|优于|好于|不低于|低于)全")
"""A goal in words: what it is measured against."""
_EVENTS = re.compile("^[^，]{2,24}?(?:建成|投用|开工|竣工|创建|启动|通车|运营|开业|开园|完工|落地|投产|全覆盖)")
"""What a clause with a subject of its own says of it: a promise of its own."""
_RATES = re.compile(
    "率|值|额|占比|比重|比例|收入|投资|总量|规模|人数|户数|单产|利用|到位|达|到|增|降|保持|控制|实现|突破"
)
"""What has a number of its own, and is no member of a list."""
_PARTS = ("；", "：", ";", ":")
_NAME = 8
"""Characters: what a noun of a list has at the most."""
_LONG = 60
"""Characters: what a promise has at the most by the ties of words alone."""

_NOUN = re.compile(
    "^(?:发展|改革|建设|创新|服务|治理|管理|保障|组织|投资|就业|消费)(?:基础|优势|态势|环境|动能|动力|质量|水平|前景|机遇|形势|韧性|信心|任务"
    "|[^，]{0,6}(?:面临|仍|还|较|日益|明显|显著|更加|存在|不足|处于|迈))"
)
"""The noun of such a verb, of which something is said: 发展还面临不少困难."""

Kind = Literal["manner", "outcome", "task", "statement"]


def kind_of(clause: Clause) -> Kind:
    """What a clause does in its sentence."""
    if _MANNER.match(clause.text):
        return "manner"
    if _OUTCOME.match(clause.text):
        return "outcome"
    return "task" if _VERB.match(clause.text) and not _NOUN.match(clause.text) else "statement"


def promises(block: Block, sentence: Sentence, figures: Sequence[Bounded]) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of a sentence, promise by promise. `figures`: those of the block."""
    groups: list[list[Clause]] = []
    for clause in clauses(block, sentence):
        if groups and _belongs(groups[-1], clause, figures):
            groups[-1].append(clause)
        else:
            groups.append([clause])
    joined: list[list[Clause]] = []
    few = len(groups) <= _FEW
    for group in groups:
        if joined and group[0].before not in _PARTS and _joins(joined[-1], group, figures, few):
            joined[-1] += group
        else:
            joined.append(group)
    return tuple(map(tuple, joined))


def _joins(before: Sequence[Clause], group: Sequence[Clause], figures: Sequence[Bounded], few: bool) -> bool:
    """Whether two groups of one sentence are one promise after all. `few`: the sentence is no list of tasks."""
    if not {kind_of(clause) for clause in group} & {"task", "statement"}:
        return not _EVENT.match(group[0].text) and not any(_counts(clause, figures) for clause in group)
    if not few or any(_counts(clause, figures) for clause in before):
        return False
    if len(before) == 1 and (_FRAME.match(before[0].text) or kind_of(before[0]) == "outcome"):
        return True
    counted = any(_counts(clause, figures) for clause in group)
    return group[-1].end - before[0].start <= _LONG and not counted and not _EVENT.match(group[0].text)


def run_of(group: Sequence[Clause]) -> Run:
    """From where its first clause begins to where its last one ends."""
    return Run(group[0].start, group[-1].end)


def _belongs(group: Sequence[Clause], clause: Clause, figures: Sequence[Bounded]) -> bool:
    """Whether a clause goes on with the promise that the clauses before it make."""
    kinds = [kind_of(one) for one in group]
    if clause.before in _PARTS:
        return False
    if all(kind == "manner" for kind in kinds):
        return True
    kind = kind_of(clause)
    if kind == "manner":
        return False
    if _MEASURED.search(group[-1].text) or (kind == "statement" and _MEASURED.search(clause.text)):
        return False
    counted = [_counts(one, figures) for one in group]
    if kind == "statement" and counted[-1] and kinds[-1] in ("task", "statement") and _listed(clause, figures):
        return True
    if _EVENT.match(clause.text) and not _counts(clause, figures):
        return False
    if kind == "statement" and not _counts(clause, figures) and _EVENTS.match(clause.text):
        return False
    if _counts(clause, figures):
        if any(counted):
            return False
        return kind != "task" or _tied(group, clause)
    if kind in ("outcome", "statement"):
        return True
    return not any(counted) and _tied(group, clause)


def _listed(clause: Clause, figures: Sequence[Bounded]) -> bool:
    """Whether a clause is nothing but a noun and its number: the next member of a list that shares its verb."""
    own = [figure for figure in figures if clause.holds(figure)]
    if len(own) != 1 or own[0].end != clause.end:
        return False
    noun = clause.text[: own[0].start - clause.start]
    return len(noun) <= _NAME and not _RATES.search(noun)


def _counts(clause: Clause, figures: Sequence[Bounded]) -> bool:
    return any(clause.holds(figure) for figure in figures)


def _tied(group: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause goes on about the same thing, in few words."""
    short = clause.end - group[0].start <= _LONG
    return short and bool((words_of(group[-1].text) & words_of(clause.text)) - _GENERAL)
