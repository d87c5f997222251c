"""The gate, checks 3 and 4: the reason of a waiver fits the form of its run. Pure.

A waiver hides what it covers, so that its reason is held to what Chinese officialese tells apart by form: a date begins with
one, a class has 以上 or 级, a name is no clause. A task is an imperative without a subject (加快推进…, 新建…); what is
background has a subject and states. Where forms do not tell two reasons apart, both are taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workreport.content import Found, Source, dense
from workreport.diagnostics import Code, Diagnostic, Message, listed, say
from workreport.figures import Aside, Figure
from workreport.gate.context import Context, Place, Reading
from workreport.gate.coverage_figures import NOT_QUANTITIES
from workreport.gate.rule import Rule

WAIVER_REASON = Code("waiver-reason", say("The reason of a waiver does not fit the form of its run."))

_CN = "一二三四五六七八九十百千双两"
_NAMED = re.compile("(?:报告|行动|工程|计划|规划|方案|规定|条例|意见|项目)[》”]?$")
_NOUN = re.compile("[㐀-鿿]{2}|[A-Za-z]")
_DONE = re.compile("(?:完成|占|达).{0,8}(?:目标|任务|计划)")

ADVERBS = (
    "进一步|更加积极|持续|加快|全力|大力|着力|聚力|奋力|深入|积极|扎实|全面|不断|切实|统筹|稳步|有序|坚决|严格|认真|主动|"
    "充分|广泛|深化|继续|努力|重点|高标准|高质量|高水平|精准|有效|健全|全域|年内|今年|接续|时刻|始终|坚定不移|锲而不舍|驰而不息|全年|依法|逐步|分类|率先|协同|"
    "更好|更大力度|再|将|要"
)
"""What may stand between the beginning of a clause and its verb."""
VERBS = (
    "加快|推进|推动|推广|推出|推行|建设|建成|建立|建好|建强|完善|加强|强化|实施|落实|开展|开工|开发|开放|启动|打造|提升|提高|提速|"
    "优化|深化|扩大|扩建|拓展|拓宽|新建|新增|新辟|改造|改建|改善|改革|改进|整治|治理|整合|整修|修复|支持|扶持|鼓励|引导|"
    "引进|引育|培育|培养|发展|壮大|做好|做强|做优|做大|做精|抓好|抓实|抓细|办好|用好|用足|管好|建管|保障|保持|保护|确保|"
    "完成|实现|促进|增强|增加|增进|健全|构建|加大|加密|加速|盘活|释放|激发|激活|承接|对接|服务|服从|组织|举办|创建|创新|"
    "创优|争创|争取|力争|防范|防控|化解|严守|严防|严控|严肃|规范|监管|排查|整改|提供|提质|发挥|发放|落地|突出|聚焦|"
    "围绕|依托|借助|利用|探索|制定|编制|出台|设立|配齐|配置|配备|培训|普及|宣传|弘扬|传承|繁荣|丰富|满足|解决|破解|补齐|"
    "补足|织密|筑牢|夯实|巩固|守住|守牢|兜牢|稳定|稳住|稳妥|扛牢|压实|强健|接受|自觉|坚持|树立|牢固|践行|贯彻|"
    "用|谋划|储备|招引|招商|吸引|集聚|汇聚|释放|推介|打通|畅通|贯通|连通|更新|升级|搭建|布局|延伸|延长|缩短|减轻|减少|降低|"
    "压减|简化|取消|下放|清理|清除|拆除|关停|淘汰|收回|回收|赋能|赋予|擦亮|唱响|讲好|树牢|关爱|关注|关心|帮助|帮扶|"
    "救助|资助|补贴|奖励|表彰|选树|选派|选育|招聘|调整|调动|调解|协调|联动|融合|融入|参与|打击|打好|打赢|查处|惩治|纠治|"
    "力促|力保|助力|助推|牵引|带动|辐射|构筑|塑造|彰显|展现|展示|营造|维护|管控|评选|评定|申报|申请|注册|签约|投用|投入|"
    "竣工|交付|启用|试点|试行|覆盖|联合|对标|瞄准|锚定|把握|抢抓|紧盯|紧扣|紧抓|狠抓|严抓|深耕|深挖|挖掘|用心|用情|办理|履行|精简|牢记"
)
"""Verbs of tasks: what begins a clause of the tasks part that has no subject."""
PRINCIPLES = (
    "以.{2,60}为(?:指导|统领|引领|主线|中心|首要|根本|目标|抓手|牵引)|坚持|(?:牢固)?树立|秉持|践行|(?:全面|深入|认真|坚决)?贯彻|高举|"
    "坚定|牢记|胸怀|紧紧?围绕|(?:今年.{0,20}，)?要把"
)
"""What a guiding principle begins with."""
STATES = "更加|日益|显著|明显|仍|还|较|具有|取得|面临|处于|成为|呈现|存在|不足|不够|不强|不高|困难|压力|是|来之不易|迈上|进入|难度|艰巨|繁重|差距|薄弱|有待|亟需|亟待"
"""What a clause has that states, though its subject is the noun of such a verb: 发展基础更加坚实."""
TASK = re.compile(rf"(?:^|[，；。：！])(?:{ADVERBS})*(?:{VERBS})(?!的|[^，；。：！]*(?:{STATES}))")
_SUBJECT = re.compile("^(?:[^，。；]{1,12}，)?(?:我们|我[区市省县州]|全[区市省县州国])(?!.{0,2}[将要])")
_ADDRESSED = re.compile("各位代表|让我们|(?:^|[，。！])我们一定")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """The run of a waiver, as the reader reads it."""

    text: str
    """Without white space."""
    asides: Sequence[Aside]
    figures: Sequence[Figure]
    known: frozenset[tuple[object, ...]]
    """The quantities that items of the report state."""

    def has(self, *reasons: str) -> bool:
        """Whether the reader leaves a numeral of the run alone for one of these."""
        return any(aside.reason in reasons for aside in self.asides)

    @property
    def rest(self) -> str:
        """The run without what the reader leaves alone as a date."""
        text = self.text
        for aside in self.asides:
            if aside.reason == "date":
                text = text.replace(dense(aside.text), "")
        return text.removesuffix("印发")


def _is_date(run: _Run) -> bool:
    first = next((aside for aside in run.asides if aside.reason == "date"), None)
    begins = first is not None and run.text.startswith(dense(first.text))
    return (begins or re.match("(?:19|20)[0-9]{2}(?![0-9万亿])", run.text) is not None) and not _NAMED.search(run.text)


def _is_name(run: _Run) -> bool:
    other = run.has("first_of_its_kind", "threshold", "rank", "note_marker", "document_number", "duration")
    return not other and not re.search("[，。；：！？]", run.text) and _NOUN.search(run.rest) is not None


def _is_restated(run: _Run) -> bool:
    stated = any((f.quantity.value, f.quantity.high, f.quantity.unit) in run.known for f in run.figures)
    return stated or _DONE.search(run.text) is not None


def _has(pattern: str, *reasons: str) -> Callable[[_Run], bool]:
    """Whether the text has the pattern, or the reader one of the reasons."""
    form = re.compile(pattern)
    return lambda run: run.has(*reasons) or form.search(run.text) is not None


_FIGURES: Mapping[str, tuple[Callable[[_Run], bool], Message]] = {
    "date": (_is_date, say("a date begins the run, and it is no name")),
    "name": (_is_name, say("a name is no clause, and has a noun beside its number")),
    "ordinal": (_has(f"第[0-9{_CN}]|[0-9{_CN}](?:号|届|期|次)", "ordinal", "list_marker"), say("an ordinal has 第, 号, 届 or the like")),
    "document_number": (_has("〔[0-9]{4}〕|[［\\[][0-9]{4}[］\\]]", "document_number"), say("a document number has 〔year〕 and 号")),
    "rank": (_has("第.{1,3}(?:位|名)|前.{1,3}(?:位|名|强)|[0-9]强|位次|首位|居.{0,6}第", "rank"), say("a rank has 第…位, 前…强 or the like")),
    "note_marker": (_has("^[（(〔［\\[【].{1,3}[）)〕］\\]】]$", "note_marker", "list_marker"), say("a note's marker stands in brackets")),
    "duration": (_has("连续|(?<![0-9])(?:[0-9]{1,3}|[一二三四五六七八九十]+)(?:年|个月|天|周|小时|分钟)", "duration"), say("a duration has a unit of time")),
    "capacity": (_has("[0-9][万亿千百]*(?:吨|千瓦|兆瓦|床|平方米|立方米|亩|公里|升|辆|头|只|株)[㐀-鿿]{2}", "capacity"), say("a capacity stands before the noun of its project")),
    "threshold": (_has("以上|以下|以内|及以|级", "threshold"), say("a class has 以上, 以下, 级 or the like")),
    "fixed_phrase": (lambda run: re.search("[0-9]", run.text) is None and re.search(f"[{_CN}]", run.text) is not None, say("a fixed phrase has its number in Chinese")),
    "restated": (_is_restated, say("a figure that is restated is encoded elsewhere, or says how much of a goal was done")),
    "first_of_its_kind": (_has("首[家个座条项次批创例]|第一|唯一|率先", "first_of_its_kind"), say("the first of its kind has 首家, 唯一 or the like")),
}  # fmt: skip
"""By reason of a figure waiver: whether a run has its form, and what that is."""


def _is_background(run: _Run) -> bool:
    stated = _SUBJECT.search(run.text) is not None or TASK.search(run.text) is None
    return stated and _ADDRESSED.search(run.text) is None


def _short(pattern: str, longest: int) -> Callable[[_Run], bool]:
    form = re.compile(pattern)
    return lambda run: len(run.text) <= longest and form.search(run.text) is not None


_LEADS = "以下[几各一二三四五六七八九十]|下面|如下|[几个大]方面|(?:工作|任务|重点|举措)(?:是)?：$"
_SENTENCES: Mapping[str, tuple[Callable[[_Run], bool], Message]] = {
    "background": (_is_background, say("background states: none of its clauses is a task, which begins with its verb")),
    "guiding_principle": (_has(f"^(?:{PRINCIPLES})"), say("a guiding principle begins with 坚持, 以…为指导 or the like")),
    "transition": (_short(f"{_LEADS}|^(?:过去|为此|因此|同时|此外|另外|今年)[，：]", 30), say("a transition is short, and leads on (以下, 为此)")),
    "lead_in": (_short(_LEADS, 40), say("a lead-in is short, and says that a list follows (以下, …方面, ：)")),
    "closing": (_has("各位代表|让我们|我们.{0,6}一定|一定能够|奋斗！$|谢谢"), say("a closing addresses the deputies (各位代表, 让我们)")),
    "distribution": (_has("分送|抄送|主送|印发|此件"), say("a distribution list says who gets the document (分送, 抄送)")),
}  # fmt: skip
"""By reason of a sentence waiver."""


def sentence_reasons(text: str) -> tuple[str, ...]:
    """The reasons of a sentence waiver whose form a run without white space has."""
    run = _Run(text=text, asides=(), figures=(), known=frozenset())
    return tuple(reason for reason, (fits, _) in _SENTENCES.items() if fits(run))


def figure_reasons(text: str, asides: Sequence[Aside]) -> tuple[str, ...]:
    """The reasons of a figure waiver whose form a run without white space has, which holds no quantity. `asides`: what
    the reader leaves alone in it."""
    run = _Run(text=text, asides=asides, figures=(), known=frozenset())
    return tuple(reason for reason, (fits, _) in _FIGURES.items() if fits(run))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Waivers whose reason does not fit."""
    for reading in context.readings:
        known = frozenset((q.value, q.high, q.unit) for item in reading.stated if (q := item.quantity))
        waivers = reading.raw.waivers
        for index, waiver in enumerate(waivers.value.figures):
            run = _run(reading, waiver.at, waiver.text, known)
            yield from _unfit(Place(entry=waivers, loc=("figures", index)), waiver.reason, run, _FIGURES)
        for index, other in enumerate(waivers.value.sentences):
            run = _run(reading, other.at.partition("s")[0], other.text, known)
            yield from _unfit(Place(entry=waivers, loc=("sentences", index)), other.reason, run, _SENTENCES)


def _run(reading: Reading, block_id: str, text: str, known: frozenset[tuple[object, ...]]) -> _Run | None:
    """The run as it stands in its block; None where it does not, which is refused elsewhere."""
    block = reading.source.by_id.get(block_id)
    found = Source.find(text, (block,)) if block else "absent"
    if not isinstance(found, Found):
        return None
    return _Run(
        text=dense(found.of(found.block.text)),
        asides=[aside for aside in reading.asides[block_id] if found.meets(aside)],
        figures=[figure for figure in reading.figures[block_id] if found.holds(figure)],
        known=known,
    )


def _unfit(
    place: Place, reason: str, run: _Run | None, forms: Mapping[str, tuple[Callable[[_Run], bool], Message]]
) -> Iterator[Diagnostic]:
    if run is None or reason == "undecided" or forms[reason][0](run) or (run.figures and reason in NOT_QUANTITIES):
        return  # that a reason hides a figure is told by `coverage_figures`
    message = say("“{run}” has not the form of {reason}: {form}", run=run.text, reason=reason, form=forms[reason][1])
    unfit = NOT_QUANTITIES if run.figures else frozenset()
    fitting = [name for name, (fits, _) in forms.items() if name not in unfit and fits(run)]
    hint = say("encode it, or give a reason that fits its form: {reasons}", reasons=listed(fitting))
    yield place.problem(("reason",), WAIVER_REASON, message, hint if fitting else say("encode it"))


RULE = Rule(key="reasons", check="promises", codes=(WAIVER_REASON,), faults=faults)
