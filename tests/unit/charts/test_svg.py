"""A drawing is clean, or it is refused."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from typing import Any

import pytest

from workreport.charts.layout import Format
from workreport.charts.svg import COLOURS, UP, Drawing, Node, clean, inline
from workreport.diagnostics.diagnostic import Refusal


def test_drawings_hold_no_colour_no_style_and_no_id(raw: Mapping[tuple[str, str, Format], Drawing]) -> None:
    for name, drawing in raw.items():
        body = drawing.common + "".join(drawing.rows)
        assert not re.search(r"#[0-9a-fA-F]{3}|rgb|style|\bid=|url\(|<script|NaN", body), name
        assert set(re.findall(r"--chart-([a-z-]+)", body)) <= set(COLOURS)
        ElementTree.fromstring(f"<svg>{body}</svg>")


def node(tag: str, attributes: dict[str, Any], text: str | None = None) -> list[Any]:
    return [tag, attributes, [], text]


GOOD = [
    node("path", {"d": "M0 0L1 1", "fill": "var(--chart-outcome)", "ecmeta_data_index": "0"}),
    node("text", {"style": "font-size:16px;font-family:sans-serif;", "fill": "var(--chart-ink)", "y": 3}, "a < b"),
]


def cleaned(*extra: list[Any], good: list[list[Any]] | None = None) -> Drawing:
    tree: Node = ("svg", {"width": 360, "height": 90}, [*(GOOD if good is None else good), *extra], None)
    return clean(tree, [(0, 90)], "2023/charts/sample")


def test_a_good_drawing() -> None:
    drawing = cleaned()
    assert drawing.common == '<text x="0" y="8.6" fill="var(--chart-ink)" font-size="16">a &lt; b</text>'
    assert drawing.rows == ('<path d="M0 0L1 1" fill="var(--chart-outcome)"/>',)


def test_each_row_on_a_page_is_a_link_that_says_what_it_shows() -> None:
    svg = inline(cleaned(), "i", "usual", "Parks", "An arrow.", [("2023/commitments/parks.html#a", 'Parks: "41" < 4')])
    root = ElementTree.fromstring(svg)
    assert root.attrib["role"] == "group", "an image has no links in it"
    (link,) = root.iter("a")
    assert link.attrib == {"href": "up:2023/commitments/parks.html#a", "aria-label": 'Parks: "41" < 4'}
    assert svg.count(UP) == 1
    (hidden,) = link
    assert hidden.attrib == {"aria-hidden": "true"}
    assert [element.tag for element in hidden] == ["path", "rect"]


@pytest.mark.parametrize(
    ("extra", "good", "said"),
    [
        ([node("path", {"d": "M0 0", "fill": "#333"})], None, "has the colour #333, which is no variable of the page"),
        ([node("path", {"d": "M0 0", "fill": "var(--paper)"})], None, "has the colour var(--paper)"),
        ([node("path", {"d": "M0 0", "fill": "var(--chart-pink)"})], None, "has the colour var(--chart-pink)"),
        ([node("path", {"d": "M0 0", "stroke": "red"})], None, "has the colour red"),
        ([node("path", {"d": "M0 0", "fill": "none", "style": "fill:red"})], None, "has a style or a transform on <path>"),
        ([node("path", {"d": "M0 0", "fill": "none"})], None, "has a <path> that nobody can see"),
        ([node("path", {"d": "MNaN 0", "fill": "var(--chart-ink)"})], None, "has a d that is no number"),
        ([node("image", {"href": "x"})], None, "holds a <image>"),
        ([["path", {}, [["path", {}, [], None]], None]], None, "holds something inside a <path>"),
        ([node("path", {"onclick": "x"})], None, "has the attribute onclick on <path>"),
        ([node("text", {"fill": "var(--chart-ink)"}, "x")], None, "has a text that is set in another way"),
        ([node("text", {}, "x")], None, "has a text without a colour"),
        ([], [], "shows nothing in row 1"),
        ([], GOOD[:1], "has no text"),
    ],
)  # fmt: skip
def test_other_drawings_are_refused(extra: list[list[Any]], good: list[list[Any]] | None, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        cleaned(*extra, good=good)
    (problem,) = caught.value.diagnostics
    assert problem.code.name == "chart-drawing"
    assert str(problem).startswith(f"2023/charts/sample: error[chart-drawing]: the drawing {said}")
