"""Cards as SVG: everything on them stands within them, whatever they say."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from workreport.cards import SQUARE, WIDE, Card, Form, Side, compose
from workreport.charts import advance

PAIR = (
    Side(role="outcome", label="2022年结果", figure="41个", about="建成的口袋公园"),
    Side(role="goal", label="2023年目标", figure="4个"),
)
CARD = Card(
    path="2023/commitments/parks.html",
    lang="zh",
    kicker="样例区人民政府 · 2023年任务",
    title="建设4个口袋公园",
    sides=PAIR,
    verdict="能比",
    says="低于2022年，相差37个",
    source=("来源：样例区2023年政府工作报告", "第29段第8句"),
    address="https://www.example.gov.cn/report/2023/commitments/parks.html",
)
LONG = "在全区范围内推进，" * 40


def texts(svg: str) -> list[tuple[str, float, float, float, bool]]:
    """Of each text: what it says, its x and y, its size, and whether it is bold."""
    root = ElementTree.fromstring(svg)
    return [
        (
            e.text or "",
            float(e.attrib["x"]),
            float(e.attrib["y"]),
            float(e.attrib["font-size"]),
            "font-weight" in e.attrib,
        )
        for e in root.iter("{http://www.w3.org/2000/svg}text")
    ]


def cards() -> dict[str, Card]:
    def other(**fields: object) -> Card:
        values = {name: getattr(CARD, name) for name in Card.__dataclass_fields__} | fields
        return Card(**values)

    return {
        "plain": CARD,
        "no address": other(address=""),
        "words": other(sides=(), verdict="", says="", quote="“推动俄欧风情街竣工开业”"),
        "none given": other(sides=(Side(role="none", label="2022年结果", figure="报告未给出"), PAIR[1])),
        "long figure": other(
            sides=(PAIR[0], Side(role="goal", label="2023 goal", figure="no more than 36 micrograms " * 2))
        ),
        "long reason": other(says=LONG),
        "long quote": other(sides=(), verdict="", says="", quote=LONG * 3),
        "all long": other(kicker=LONG, title=LONG * 20, says=LONG * 20, source=(LONG * 9, LONG * 9), quote=LONG * 20),
        "broad": other(kicker="W" * 999, title="W" * 9999, source=("W" * 999, "W" * 999)),
    }


@pytest.mark.parametrize("form", [WIDE, SQUARE], ids=["wide", "square"])
@pytest.mark.parametrize("name", cards())
def test_nothing_is_cut_off_and_nothing_overlaps(name: str, form: Form) -> None:
    card = cards()[name]
    drawn = texts(compose(card, form))
    code = re.findall(r"M(\d+) (\d+)h", compose(card, form))
    for text, x, y, size, bold in drawn:
        assert size >= 12 or text == "→", "nobody reads that"
        assert x >= form.margin - 1
        assert x + advance(text, size, bold=bold) <= form.width - form.margin + 1 or text == "→", text
        assert form.margin / 2 <= y <= form.height - form.margin * 0.6
        for left, top in code[:1]:
            assert x + advance(text, size, bold=bold) <= int(left) or y <= int(top), "a text lies on the QR code"
    rows = sorted({round(y) for _, _, y, _, _ in drawn})
    heads = {round(y): size for _, _, y, size, _ in drawn}
    for above, below in pairwise(rows):
        left = [x for _, x, y, _, _ in drawn if round(y) in (above, below)]
        assert below - above >= heads[below] * 0.9 or len(set(left)) > 1, (above, below)


def test_a_card_says_all_that_it_is_given() -> None:
    said = "".join(text for text, *_ in texts(compose(CARD, WIDE)))
    for part in (
        CARD.kicker,
        CARD.title,
        "2022年结果",
        "41个",
        "建成的口袋公园",
        "4个",
        "能比",
        CARD.says,
        *CARD.source,
    ):
        assert part in said, part
    assert "→" in said
    assert CARD.alt == "建设4个口袋公园 · 2022年结果 41个 → 2023年目标 4个 · 能比"


def test_no_arrow_leads_from_an_outcome_that_is_not_given() -> None:
    assert "→" not in "".join(text for text, *_ in texts(compose(cards()["none given"], WIDE)))


def test_what_does_not_fit_is_left_out_whole_and_a_title_says_that_it_is_shortened() -> None:
    said = "".join(text for text, *_ in texts(compose(cards()["long quote"], WIDE)))
    assert "在全区" not in said, "never half a quote"
    assert CARD.title in said
    assert "…" in "".join(text for text, *_ in texts(compose(cards()["broad"], SQUARE)))


def test_markup_in_a_text_is_text() -> None:
    card = Card(path="a.html", lang="zh", kicker="<b>", title='&"<script>', source=())
    assert {"<b>", '&"<script>'} <= {text for text, *_ in texts(compose(card, WIDE))}
