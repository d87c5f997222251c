"""Terms are found where a text names them, and each is explained once a page."""

from __future__ import annotations

from workreport.content import Text
from workreport.site.items import Term
from workreport.site.names import Finder, first_runs, term_finder


def _term(identifier: str, zh: str, *forms: str) -> Term:
    return Term(
        id=identifier,
        name=Text({"zh": zh, "en": forms[0]}),
        also=forms[1:],
        meaning=Text({"zh": "义", "en": "meaning"}),
        basis="usage",
        rule=None,
        sentences=(),
        draft=False,
    )


TERMS = {
    t.id: t
    for t in (
        _term("park", "公园", "parks"),
        _term("pocket-park", "口袋公园", "pocket parks", "pocket park"),
        _term("srdi", "专精特新", "SRDI", "specialized and sophisticated"),
    )
}


def _found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(run.id, text[run.start : run.end]) for run in term_finder(TERMS, lang).runs(text)]


def test_the_longest_name_counts() -> None:
    assert _found("建口袋公园，修公园。", "zh") == [("pocket-park", "口袋公园"), ("park", "公园")]
    assert _found("Pocket parks and parks", "en") == [("pocket-park", "Pocket parks"), ("park", "parks")]


def test_spaces_and_line_ends_inside_a_name() -> None:
    assert _found("建 口袋 公园", "zh") == [("pocket-park", "口袋 公园")]
    assert _found("a pocket\npark", "en") == [("pocket-park", "pocket\npark")]


def test_whole_words_in_every_form() -> None:
    assert _found("An SRDI firm, srdi; SRDIs no; sparks no", "en") == [("srdi", "SRDI"), ("srdi", "srdi")]
    assert _found("specialized and sophisticated", "en") == [("srdi", "specialized and sophisticated")]


def test_names_that_begin_alike_or_oddly() -> None:
    terms = {
        t.id: t
        for t in (
            _term("five", "五", "5G", "5G base station"),
            _term("odd", "怪", "(plain) words", ".gov"),
            _term("case", "例", "Park and ride", "parking"),
            _term("one", "一", "A"),
        )
    }
    found = term_finder(terms, "en").runs("A 5g BASE station (Plain) words, park AND ride parking .GOV 5Gs parkings 5G")
    assert [run.id for run in found] == ["one", "five", "odd", "case", "case", "odd", "five"]


def test_names_that_begin_alike_and_with_a_mark() -> None:
    terms = {
        t.id: t for t in (_term("a", "甲", "-ness", "G"), _term("b", "乙", "Green GDP"), _term("c", "丙", "green"))
    }
    text = "G, green  gdp, GREENS, Green; goodness, -ness"
    runs = term_finder(terms, "en").runs(text)
    assert [(run.id, text[run.start : run.end]) for run in runs] == [
        ("a", "G"), ("b", "green  gdp"), ("c", "Green"), ("a", "-ness"),
    ]  # fmt: skip


def test_no_terms_find_nothing() -> None:
    assert Finder({}).runs("公园") == []


def test_only_those_asked_for_and_each_once() -> None:
    finder = term_finder(TERMS, "zh")
    text = "公园、口袋公园、公园、专精特新"
    assert [run.id for run in finder.runs(text, ("park", "srdi"))] == ["park", "park", "srdi"]
    seen = {"srdi"}
    assert [run.start for run in first_runs(finder.runs(text), seen)] == [0, 3]
    assert seen == set(TERMS)


def test_a_name_inside_a_longer_one_does_not_count() -> None:
    finder = Finder({"estate": ("金贸产业园",), "station": ("金贸产业园站",), "road": ("松山道",)})
    assert finder.used("建设金贸 产业园站，松山道") == ["station", "road"]
    assert finder.used("松山道、金贸产业园站到金贸产业园") == ["estate", "station", "road"]
    assert finder.used("没有") == []
