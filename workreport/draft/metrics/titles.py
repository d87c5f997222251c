"""What a metric is called: the noun phrase of its figure, from its own part of the clause or from the clauses before. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workreport.content import dense
from workreport.draft.metrics.lists import MEDALS, each, in_turn, risen, won
from workreport.draft.metrics.quotes import Sentences
from workreport.draft.metrics.words import GROWTHS, LED, RISE
from workreport.draft.nouns import counted
from workreport.figures import Figure, Kind, Units, read_figures
from workreport.gate import VERBS

_BARE = re.compile(
    "(?:累计|合计|共|新增|计划)?(?:总?投资额?|投资额?|总额|总量|总数|总面积|面积|规模|注册资[金本]|合同金额|金额|协议资金|占比|比重|比例|产值|"
    "年产值|销售额|营业收入|均价|人数|数量|资金|户数|里程|总里程|总产值|交易额|成交额)"
)
"""A name that says how much and not of what: it takes the name before it."""
_SUBJECT = re.compile(
    "[^，。；：]{2,24}?(?=(?:持续|保持|稳步|不断|进一步|明显|显著|大幅|较快|平稳|快速|加快|实现|稳定|高于|好于|总体|全面|逆势)|$)"
)
_LONGEST = 40


_GROWN = re.compile(
    rf"(?P<subject>.+?)(?P<says>(?:同比|年均|平均|环比)?{RISE.pattern})(?:了|约|近|超过?|达到?|为|高达|幅度|至少|在|再)*$"
)
_PREDICATE = re.compile(
    "(?:均|都|已|全部|先后|相继|如期|顺利|成功|连续|有序|有效|圆满|正式|陆续|同步|稳步|加快|基本|率先|累计|当年|提前|超额)*"
    "(?:实现|完成|建成|投入|投产|投用|开工|竣工|开业|开街|开园|开放|开通|运营|启用|通车|通过|入选|入围|入驻|获评|获批|获得|荣获|获|被|列入|纳入|落户|落地|签约|"
    "上线|上市|达产|达标|交付|启动|推进|推动|落细|落实|收官|投运|挂牌|揭牌|并网|验收|申报|认定|牵头|得到|取得|进入|跻身|达成|出台|办结|办复|揭榜|整改|销号|见效|成立|晋升|晋级|创成|迁入|封顶|完工|动工|建设(?=[并，])|全面|"
    "超[过额]|有[效力序]|快速|平稳|脱贫|摘帽|出列)"
)
"""What is said of those that are counted, behind their noun: 7个夜市开街运营."""
_ASSURED = re.compile("^(?:均|都|已|全部|实现|顺利|如期|成功|先后|相继|陆续|提前|超额)+")
_LONG = 14
_MEASURES = {
    "人": "人数", "名": "人数", "位": "人数", "人次": "人次", "户": "户数", "户次": "户次", "件": "件数", "个": "个数", "元": "金额",
    "套": "套数", "平方米": "面积", "亩": "面积", "平方公里": "面积", "公顷": "面积",
}  # fmt: skip
"""What a deed is measured in where nothing is named that it is done to: 累计签约21.6万人."""
_DEED = re.compile("[\u4e00-\u9fff]{2,8}")
_ONE = re.compile("^([建修办开评创设增植改拆清挖铺种养招聘新治])的")
"""A verb of one character makes a word with the next: 设备."""
_EMPTY = re.compile(
    "(?:另|还|共|现|已|仍|新)?有|勇夺|夺得|斩获|[获荣取夺摘][得获]|收获|拥有|包括|涉及|达到?|完成|实现|分别|同比|年均"
)
"""What names nothing."""
_ROSE = re.compile("(?:增长|下降|减少|回落)$")
"""How the name of a change ends, which no level has."""
_MARK = re.compile("(?:大关|关口|台阶|新台阶|门槛|规模|目标)")
_STATUS = re.compile(
    "^(?:被?(?:评为|评选为|认定为|命名为|列为|确定为|授予|列入|纳入)|入选|入围|获评|获批|创成|成功创建|荣获)"
)
_AGAIN = re.compile(f"(?:累计|新增|新|共)?(?:{VERBS})")
_VERBAL = re.compile(f"[\u4e00-\u9fff]{{0,4}}(?:{VERBS})")
"""A deed with what says how: 集中签约."""
_REACHES = re.compile(
    "[^，。；：、]{2,16}?(?:覆盖|惠及|拓展[到至]|扩大[到至]|延伸[到至]|扩展[到至]|辐射|涉及|涵盖|带动|吸引|帮助|服务)(?:了|到)?"
)
"""Before those that something reaches: 改革拓展至38个行业."""
_ADDED = re.compile("^(?:新增|新设|新)|(?:新增|新设)$")
_NAMED = re.compile("(?P<deed>[^、“]{2,6}的)?[^、]+、.*等(?P<head>[^、]{2,16})")
_DONE = re.compile(
    "(?:累计|共|已|总共|一共|合计|完成(?=[\u4e00-\u9fff]{3}))+(?=(?:发放|新增|建成|建设|完成|改造|兑现|落实|拨付|办理|投入|争取|引进|实施|减免|减税|退税|帮扶|培训|整治|整改|化解|签约|签订|开展|举办|组织|服务|招引|培育|接待|为))"
)
"""What only says that it was summed up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A title, and how many clauses before its own its quote needs to name what it does."""

    title: str
    back: int = 0


def titled(
    text: str,
    sentences: Sentences,
    figure: Figure,
    change: Figure | None,
    before: tuple[Figure, str] | None,
    units: Units,
) -> tuple[Titled, ...]:
    """The title of a figure, or one for each of its subjects where it is said of all of them (甲率、乙率均达100%); none
    where no noun can be cut. `before`: the figure before it in its sentence, with its title."""
    around = sentences.around(figure)
    if not around:
        return ()
    clause = around[-1]
    own = sentences.share(clause, figure)
    kind = figure.quantity.kind
    left, right = sentences.words(own.start, figure.start), sentences.words(figure.end, own.end)
    shared = sentences.words(clause.start, own.start)
    left = _DONE.sub("", left) if _DONE.match(left) else left
    right = "" if right.startswith("、") or _MARK.fullmatch(right) else right
    said = dense(text[clause.start : figure.start])
    title = risen(said, dense(text[figure.end : clause.end])) or in_turn(said, kind)
    if not title and "分别" in said:
        return ()  # whose figure it is stands in another clause
    title = title or _own(left, right, kind, shared)
    if len(title) < 2 or (not right and _VERBAL.fullmatch(title) and figure.quantity.plain_unit in _MEASURES):
        title = ""  # a deed alone
    if title.startswith("占"):
        title = f"{before[1]}{title}" if before is not None and before[1] else ""
    back = 0
    if figure.quantity.unit.printed in MEDALS:
        title, back = won(around, figure)
    if not title and change is not None and change.start < figure.start:
        begin = max(text.rfind(stop, 0, change.start) for stop in "，。；：！？") + 1
        grown = _GROWN.match(sentences.words(begin, change.start))
        title, back = (LED.sub("", grown["subject"]), 1) if grown else ("", 0)
    if (
        before is not None
        and not re.search("[；;]", text[before[0].end : figure.start])
        and (not title or _BARE.fullmatch(title))
    ):
        count = sum(one.end > before[0].start for one in around) - 1
        name = _without_rise(before[1])
        if not title and kind in GROWTHS and (rise := RISE.search(shared + left)):
            title, back = f"{name}{rise[0]}", count
        elif title and name != title and not _BARE.fullmatch(name):
            name = _ADDED.sub("", name) if title.startswith("总") else name
            title, back = f"{name.replace('的', '', 1)}的{title}", count
    if not title and kind in GROWTHS and len(around) > 1 and (rise := RISE.search(left)):
        subject = _SUBJECT.match(around[-2].text)
        if subject:
            title, back = f"{subject[0]}{rise[0]}", 1
    measure = _MEASURES.get(figure.quantity.plain_unit, "")
    if not title and before is not None and not right and (other := _likewise(text, figure, before, left)):
        title = other
    if not title and kind == "level" and measure and not right and (deed := _DEED.fullmatch(LED.sub("", left))):
        title, back = deed[0] + measure, min(1, len(around) - 1)
    if _BARE.fullmatch(title) and len(around) > 1:
        back = 1
    found = (
        Titled(title=_tidied(one), back=max(back, 0))
        for one in each(title, left, alone=(own.start, own.end) == (clause.start, clause.end))
    )
    return tuple(
        one
        for one in found
        if not (kind == "level" and _ROSE.search(one.title))
        and 2 <= len(one.title) <= _LONGEST
        and not _EMPTY.fullmatch(one.title)
        and not read_figures(one.title, units)
    )


def _own(left: str, right: str, kind: Kind, shared: str) -> str:
    """The title from the part of the clause that speaks of the figure alone."""
    if kind in GROWTHS and (grown := _GROWN.match(left)):
        subject = LED.sub("", grown["subject"]).strip("，、")
        return f"{subject}{grown['says']}" if len(subject) > 1 else ""
    if kind == "all":
        noun, done = LED.sub("", left).rsplit("、", 1)[-1], _ASSURED.sub("", right)
        return f"{done}的{noun}" if noun and 1 < len(done) <= _LONG else noun
    *_, last = left.rsplit("、", 1)
    if last != left and _AGAIN.match(last) and "“" not in last:
        left = last
    if right and _REACHES.fullmatch(left) and not _AGAIN.match(left):
        return f"{left}的{right}" if len(right) < _LONG else right
    said = _PREDICATE.search(right, 1) if right and not right.startswith("的") else None
    if said is None and right and _VERBAL.fullmatch(left):
        title = counted(left, right, kind, shared=shared)
        return f"{left}的{right}" if title == right and len(right) > 1 else title
    if said is None or right[: said.start()].count("“") != right[: said.start()].count("”"):
        return counted(left, right, kind, shared=shared)
    noun, rest = right[: said.start()], _ASSURED.sub("", right[said.start() :])
    title = counted("" if left.endswith("等") else left, noun, kind, shared=shared) if len(noun) > 1 else noun
    if len(noun) == 1 and title == noun:
        return _STATUS.sub("", rest)
    if (
        title == noun
        and "率" not in rest
        and 1 < len(rest) <= _LONG
        and "“" not in rest
        and not rest.endswith(("的", "等"))
    ):
        return f"{rest}的{noun}"
    return title


def _tidied(title: str) -> str:
    """Without what every title of a place would begin with, and without what a list before 等 names one by one."""
    title = _ONE.sub(r"\1", title)
    title = re.sub("(?<=[年月])人$", "人均", re.sub("^为主的", "", title))
    title = LED.sub("", title) if len(LED.sub("", title)) > 2 else title
    named = _NAMED.fullmatch(title)
    if named and len(named["head"]) > 2:
        title = (named["deed"] or "") + named["head"]
    return title.strip("、，“”" if title.count("“") != title.count("”") else "、，")


def _likewise(text: str, figure: Figure, before: tuple[Figure, str], left: str) -> str:
    """What is done to more of what a list names once (开工项目9个、竣工7个): 竣工的项目; "" where it is something else."""
    one, title = before
    listed = text[one.end : figure.start].lstrip().startswith("、") and one.quantity.unit == figure.quantity.unit
    noun = _AGAIN.sub("", title, count=1).removeprefix("的") if _AGAIN.match(title) else ""
    return f"{left}的{noun}" if listed and len(noun) > 1 and _VERBAL.fullmatch(left) else ""


def _without_rise(title: str) -> str:
    """What grew: 税收收入 of 税收收入增长."""
    return re.sub(f"(?:同比|年均)?{RISE.pattern}$", "", title) or title
