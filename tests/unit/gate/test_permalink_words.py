"""Of two items of one sentence, each is known by its own words."""

from __future__ import annotations

import pytest
import yaml

from tests.mini import CONTENT
from tests.unit.gate.conftest import Say
from workreport.content import ItemId, load
from workreport.gate.gather import gather
from workreport.gate.permalink_words import RULE, Runs, runs, written

RECORD, CITY, TASKS = "permalinks.yaml", "2022_review/02-city.yaml", "2023_tasks/02-livelihood.yaml"
FIRST = (", words: 学前教育", ', words: 学前教育, first: "2026-12-01"')


def known(*texts: str) -> tuple[Runs, list[ItemId]]:
    """Runs that stand in one sentence."""
    pages = [ItemId("metric", 2022, f"m{index}") for index, _ in enumerate(texts)]
    by_page = dict(zip(pages, texts, strict=True))
    dense = {page: "".join(text.split()) for page, text in by_page.items()}
    at = dict.fromkeys(pages, "p1s1")
    return Runs(texts=by_page, sentences=at, places={}, together={("metric", 2022, "p1s1"): dense}), pages


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["新建公园5个", "停车位520个"], ["新建公园", "停车位520"]),
        (["注册资金约 38 亿元", "注册资金约 18 亿元"], ["注册资金约 38", "注册资金约 18"]),
        (["新建公园5个", "新建公园5个、广场2个"], ["新建公园", "新建公园5个、广"]),
        (["取得81金", "91 银", "92 铜"], ["取得81", "91 银", "92 铜"]),
        (["收入和投资高于全市", "收入和投资高于全市"], [None, None]),
        (["新建公园5个"], [None]),
    ],
    ids=["unlike", "no number is cut", "one holds the other", "short", "equal", "alone"],
)
def test_the_shortest_beginning_that_is_its_own(texts: list[str], words: list[str | None]) -> None:
    found, pages = known(*texts)
    assert [found.words(page) for page in pages] == words


def test_the_record_of_the_mini_content_is_what_the_hint_would_give() -> None:
    content = load(CONTENT, "content")
    found = runs(gather(content))
    links = [link for link in content.permalinks.value.permalinks if not (link.moved_to or link.retired)]
    assert sum(link.words is not None for link in links) == 11
    assert all(link.words == found.words(ItemId.parse(link.id)) for link in links)


@pytest.mark.parametrize("words", ["新建公园", "91 银", "5000", "250.76", "“一”, 二: {", '"', "PM2.5", "- 1", "5 #个"])
def test_the_field_is_read_as_it_was_meant(words: str) -> None:
    assert yaml.safe_load(f"{{a: 1, {written(words)}}}")["words"] == words


def test_a_quote_may_be_lengthened(say: Say) -> None:
    longer = (CITY, "quote: 新增停车位520个", "quote: 新增停车位520个，学前教育学位1200个\n    of: 新增停车位520个")
    assert say(RULE, longer) == []
    assert say(RULE, (TASKS, "quote: 新建公园8个以上", "quote: 全年新增就业不低于1.65万人，新建公园8个以上")) == []


def test_what_was_published_is_asked_for_nothing_new(say: Say) -> None:
    """An entry that was alone in its sentence when it was published has no words, and gets none."""
    words = ", words: 其中社区"
    assert len(say(RULE, (RECORD, words, ""))) == 1
    assert say(RULE, (RECORD, words, ', first: "2026-12-01"')) == []
    idle = "2022-M010, sentence: p4s2, words: PM2.5"
    assert len(say(RULE, (RECORD, "2022-M010, sentence: p4s2", idle))) == 1
    assert say(RULE, (RECORD, "2022-M010, sentence: p4s2", f'{idle}, first: "2026-12-01"')) == []


def test_published_ids_cannot_be_exchanged_either(say: Say) -> None:
    swapped = [
        (CITY, "id: parking\n", "id: X\n"),
        (CITY, "id: preschool-places\n", "id: parking\n"),
        (CITY, "id: X\n", "id: preschool-places\n"),
    ]
    found = say(RULE, *swapped, (RECORD, *FIRST))
    assert [line.partition(" is recorded")[0] for line in found] == [
        "02-city.yaml:29 permalink-words: 2022/metrics/preschool-places",
        "02-city.yaml:38 permalink-words: 2022/metrics/parking",
    ]


def test_nothing_is_idle_where_a_quote_was_refused(say: Say) -> None:
    lost = [(CITY, f"quote: {quote}", f"quote: 没有{quote}") for quote in ("新增停车位520个", "学前教育学位")]
    assert say(RULE, *lost, (CITY, "quote: 新建公园5个，其中", "quote: 没有5个，其中")) == []
