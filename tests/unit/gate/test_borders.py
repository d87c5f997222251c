"""Quotes begin and end where clauses do, and do not go on over what is said next."""

from __future__ import annotations

import pytest

from tests.unit.gate.conftest import Say, told
from workreport.gate.borders import RULE

CITY, ECONOMY, LIVELIHOOD = "2022_review/02-city.yaml", "2023_tasks/01-economy.yaml", "2023_tasks/02-livelihood.yaml"
SOURCE = "source/2023.zh.md"
CUT = "quote-border: the quote begins or ends within a clause"
PARKING = "quote: 新增停车位500个以上，义务教育学位900个。"


def test_sound_quotes(say: Say) -> None:
    assert say(RULE) == []


@pytest.mark.parametrize(
    ("printed", "quote", "sound"),
    [
        ("今年，新建公园8个以上，", "新建公园8个以上", True),
        ("今年，新建公园8个以上，", "公园8个以上", False),
        ("一是新建公园8个以上；", "新建公园8个以上；", True),
        ("第一批新建公园8个以上；", "新建公园8个以上", False),
        ("今年——新建公园8个以上——", "新建公园8个以上", True),
        ("新建广场、公园8个以上，", "公园8个以上", False),
        ("新建公园8个以上，改造广场、步道，", "新建公园8个以上，改造广场", False),
        ("新建公园8个以上，改造广场、修复步道，", "新建公园8个以上，改造广场", True),
        ("今年，（分两批）新建公园8个以上，", "新建公园8个以上", True),
        ("改造广场、新建公园8个以上，", "新建公园8个以上", True),
        ("新建公园8个以上、广场，", "新建公园8个以上", True),
        ("改造街区（新建公园8个以上），", "新建公园8个以上", True),
        ("改造街区（老旧小区）新建公园8个以上，", "新建公园8个以上", False),
        ("新建公园8个以上（含社区公园），", "新建公园8个以上", True),
        ("新建公园8个以上（含社区公园）和广场，", "新建公园8个以上", False),
        ("提出“新建公园8个以上”，", "新建公园8个以上", True),
    ],
)
def test_where_a_clause_begins_and_ends(say: Say, printed: str, quote: str, sound: bool) -> None:
    wanted = (SOURCE, "新建公园8个以上，", printed), (LIVELIHOOD, "quote: 新建公园8个以上\n", f"quote: {quote}\n")
    edits = [(file, old, new) for file, old, new in wanted if old != new]
    assert told(say, RULE, *edits) == ([] if sound else [f"02-livelihood.yaml {CUT}"])


@pytest.mark.parametrize(("spoken", "sound"), [("加强公园管理", True), ("口袋公园", False)])
def test_what_stands_in_quotation_marks(say: Say, spoken: str, sound: bool) -> None:
    """A task that is spoken of is whole; a name is a part of its clause."""
    item = f"commitments:\n  - {{id: spoken, title: {{zh: 公园, en: Parks}}, quote: {spoken}, topics: [parks]}}\n"
    edits = (SOURCE, "群众盼望更多公园。", f"群众盼望“{spoken}”落实。"), (LIVELIHOOD, "commitments:\n", item)
    assert told(say, RULE, *edits) == ([] if sound else [f"02-livelihood.yaml {CUT}"])


def test_the_own_quote_of_a_target(say: Say) -> None:
    edit = (ECONOMY, "quote: 城镇调查失业率控制在5.5%以内", "quote: 失业率控制在5.5%以内")
    assert told(say, RULE, edit) == [f"01-economy.yaml {CUT}"]


def test_an_outcome_keeps_to_its_sentence(say: Say) -> None:
    both = "学前教育学位1200个。PM2.5平均浓度36微克/立方米，下降7.7%。"
    edit = (CITY, "quote: 学前教育学位1200个", f"quote: {both}\n    of: 学前教育学位1200个")
    wide = "quote-wide: the quote goes on into another sentence, “PM2.5平均浓度36微克/立方米，下降7.7%。”"
    assert told(say, RULE, edit) == [f"02-city.yaml {wide}"]


@pytest.mark.parametrize(
    ("more", "sound"), [("让群众停车更方便。", True), ("加快建设充电站。", False), ("充电站的建设进一步加快。", True)]
)
def test_a_promise_does_not_go_on_over_the_next(say: Say, more: str, sound: bool) -> None:
    """A sentence without a task may explain the one before."""
    edits = (SOURCE, "学位900个。", f"学位900个。{more}"), (LIVELIHOOD, PARKING, f"{PARKING}{more}")
    wide = f"02-livelihood.yaml quote-wide: the quote goes on into another sentence, “{more}”"
    assert told(say, RULE, *edits) == ([] if sound else [wide])


def test_a_promise_may_begin_with_what_leads_to_it(say: Say) -> None:
    edit = (LIVELIHOOD, "quote: 全年新增就业", "quote: 过去，群众盼望更多公园。全年新增就业")
    assert told(say, RULE, edit) == []
    led = (SOURCE, "（二）做好民生实事。**过去，群众盼望更多公园。", "做好民生实事。**加快建设公园，")
    assert told(say, RULE, led, (LIVELIHOOD, "quote: 全年", "quote: 做好民生实事。加快建设公园，全年")) == []


@pytest.mark.parametrize("space", ["", " "])
def test_a_bold_lead_in_needs_no_mark(say: Say, space: str) -> None:
    lead = (SOURCE, "做好民生实事。**过去，群众盼望更多公园。", f"做好民生实事**{space}")
    item = "commitments:\n  - {id: led, title: {zh: 实事, en: Matters}, quote: （二）做好民生实事, topics: [parks]}\n"
    assert told(say, RULE, lead, (LIVELIHOOD, "commitments:\n", item)) == []


@pytest.mark.parametrize(
    ("printed", "more"),
    [
        ("公园更多。**树木**我们", "树木"),
        ("加快治理。我们", "加快治理。"),
        ("加强公园管理。加快公园建设。我们", "加快公园建设。"),
    ],
)
def test_what_a_promise_may_not_go_on_to(say: Say, printed: str, more: str) -> None:
    """A lead-in; a task after a goal without a verb of tasks (PM2.5 at most 35), or after a task without a figure."""
    quote = printed.replace("**", "").removesuffix("我们")
    item = f"commitments:\n  - {{id: more, title: {{zh: 公园, en: Parks}}, quote: {quote}, topics: [parks]}}\n"
    edits = [(SOURCE, "以下。我们一定", f"以下。{printed}一定"), (LIVELIHOOD, "commitments:\n", item)]
    if quote == more:
        goal = "quote: PM<sub>2.5</sub>平均浓度35微克/立方米以下。"
        edits[1] = (LIVELIHOOD, goal, f"{goal}{more}")
    wide = f"02-livelihood.yaml quote-wide: the quote goes on into another sentence, “{more}”"
    assert told(say, RULE, *edits) == [wide]
