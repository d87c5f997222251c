"""Each line of a translation is that of its own line: glossary, names, neighbours, length."""

from __future__ import annotations

from tests.unit.gate.conftest import Say, told
from workreport.gate.lines import RULE

ENGLISH = "source/2023.en.md"
VACANT = "50,000 square meters of vacant buildings"


def test_terms_in_any_of_their_forms(say: Say) -> None:
    assert say(RULE) == []
    assert told(say, RULE, (ENGLISH, VACANT, "50,000 square meters of vacant building")) == []
    assert told(say, RULE, (ENGLISH, "per capita disposable income", "disposable income")) == []
    assert told(say, RULE, (ENGLISH, "per capita disposable income", "income")) == [
        "2023.en.md english-term: p3s1: “人均可支配收入” is not rendered as the glossary has it"
    ]
    assert told(say, RULE, (ENGLISH, VACANT, "50,000 square meters of (空置楼宇)")) == [
        "2023.en.md english-term: p3s3: “空置楼宇” is not rendered as the glossary has it",
        "2023.en.md english-term: p6s4: “空置楼宇” is not rendered as the glossary has it",
    ], "the characters in brackets are no rendering"


def test_a_term_inside_a_longer_one_is_that_one(say: Say) -> None:
    longer = (
        "glossary.yaml",
        "terms:\n",
        "terms:\n  - {id: buildings, zh: 楼宇, en: towers, meaning: {zh: 高楼。, en: Tall ones.}, basis: usage}\n",
    )
    assert told(say, RULE, longer) == []


def test_names_of_other_places(say: Say) -> None:
    other = ("places.yaml", "places:\n", "places:\n  - {id: other, zh: 别处公园, en: Elsewhere Park}\n")
    park = (ENGLISH, "sample park for industry was", "Elsewhere Park was")
    assert told(say, RULE, other) == []
    assert told(say, RULE, other, park) == [
        "2023.en.md english-name: p3s3: it names “Elsewhere Park”, and the source “样例产业园”"
    ]
    both = (ENGLISH, "sample park for industry was", "sample park for industry, not Elsewhere Park, was")
    assert told(say, RULE, other, both) == [], "only a name that stands for another is surely wrong"
    assert told(say, RULE, (ENGLISH, "parks were", "parks (样例产业园) were")) == [
        "2023.en.md english-name: p4s1: it has “样例产业园”, which the source does not name there"
    ]


def test_neighbours_that_changed_places(say: Say) -> None:
    one = "Create no fewer than 16,500 new jobs over the year"
    assert told(
        say,
        RULE,
        ("source/2023.zh.md", "坚持稳中求进。", "坚持教育和医疗。"),
        ("source/2023.zh.md", "**（一）稳定经济运行。**", "**（一）修建道路和桥梁。**"),
        (ENGLISH, "**(1) Keep the economy stable.**", "**(1) Keep schools and hospitals of medicine.**"),
        (ENGLISH, "Stay with progress in stability.", "Build roads and bridges."),
    ) == ["2023.en.md english-swapped: p6s1: it reads like the translation of p6s2, and that like this one's"]
    assert told(say, RULE, (ENGLISH, one, one.replace("jobs", "parks"))) == []


def test_lines_much_longer_or_shorter_than_usual(say: Say) -> None:
    line = "The average PM<sub>2.5</sub> concentration was 36 micrograms per cubic meter, down 7.7%."
    assert told(say, RULE, (ENGLISH, line, "PM 36")) == [
        "2023.en.md english-length: p4s2: it is much too short for its source"
    ]
    assert told(say, RULE, (ENGLISH, line, line * 3)) == [
        "2023.en.md english-length: p4s2: it is much too long for its source"
    ]
    assert told(say, RULE, (ENGLISH, line, line * 2)) == []
