"""Cards: everything on them stands within them, whatever they say."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from workreport.cards import SQUARE, WIDE, Card, Form, Side, compose
from workreport.cards.sheet import Box, Line, Sheet, svg
from workreport.cards.typeface import ems
from workreport.i18n import language

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


def lines(sheet: Sheet) -> list[Line]:
    """What is set on a sheet."""
    return [shape for shape in sheet.shapes if isinstance(shape, Line)]


def said(sheet: Sheet) -> str:
    return "".join(line.text for line in lines(sheet))


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
    sheet = compose(card, form)
    code = next((shape for shape in sheet.shapes[1:] if isinstance(shape, Box)), None)
    for line in lines(sheet):
        end = line.x + ems(line.text, line.bold) * line.size
        assert line.size >= 12 or line.text == "→", "nobody reads that"
        # An opening mark hangs out; its left half is empty.
        assert line.x >= form.margin - (line.size * 0.45 if line.text[0] in "“（" else 0) - 1
        assert end <= form.width - form.margin + 1, line.text
        assert form.margin / 2 <= line.y + line.size <= form.height - form.margin * 0.6
        assert code is None or end <= code.x or line.y + line.size <= code.y, "a text lies on the QR code"
    rows = sorted({round(line.y + line.size) for line in lines(sheet)})
    heads = {round(line.y + line.size): line.size for line in lines(sheet)}
    for above, below in pairwise(rows):
        left = [line.x for line in lines(sheet) if round(line.y + line.size) in (above, below)]
        assert below - above >= heads[below] * 0.9 or len(set(left)) > 1, (above, below)


@pytest.mark.parametrize("form", [WIDE, SQUARE], ids=["wide", "square"])
def test_a_line_ends_where_those_of_pages_do(form: Form) -> None:
    """No word is cut, and a number keeps its unit."""
    title = "全年新增就业不低于1.65万人，城市管理精细化水平进一步提升，河道治理长度达到12.5公里"
    english = "Create at least 16,500 new jobs and keep 12.5 kilometers of river banks in a good condition"
    for lang, text in (("zh", title), ("en", english)):
        card = Card(path="a.html", lang=lang, kicker="", title=text, source=())
        (first, *others) = [line.text for line in lines(compose(card, form))]
        assert others, "the title has to be broken"
        phrases, at = [*language(lang).phrases(text)], {0}
        for phrase in phrases:
            at.add(max(at) + len(phrase.replace(" ", "")))
        place = 0
        for line in (first, *others):
            assert place in at, line
            place += len(line.replace(" ", ""))


def test_an_opening_mark_hangs_so_that_lines_begin_under_each_other() -> None:
    quote, plain = (
        next(line for line in lines(compose(cards()[name], WIDE)) if line.text.startswith(begin))
        for name, begin in (("words", "“推动"), ("plain", "建设4个"))
    )
    assert plain.x == WIDE.margin > quote.x > WIDE.margin - quote.size / 2


def test_a_card_says_all_that_it_is_given() -> None:
    whole = said(compose(CARD, WIDE))
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
        assert part in whole, part
    assert "→" in whole
    assert CARD.alt == "建设4个口袋公园 · 2022年结果 41个 → 2023年目标 4个 · 能比"


def test_no_arrow_leads_from_an_outcome_that_is_not_given() -> None:
    assert "→" not in said(compose(cards()["none given"], WIDE))


def test_what_does_not_fit_is_left_out_whole_and_a_title_says_that_it_is_shortened() -> None:
    whole = said(compose(cards()["long quote"], WIDE))
    assert "在全区" not in whole, "never half a quote"
    assert CARD.title in whole
    assert "…" in said(compose(cards()["broad"], SQUARE))


def test_markup_in_a_text_is_text() -> None:
    card = Card(path="a.html", lang="zh", kicker="<b>", title='&"<script>', source=())
    found = ElementTree.fromstring(svg(compose(card, WIDE))).iter("{http://www.w3.org/2000/svg}text")
    assert {"<b>", '&"<script>'} <= {text.text for text in found}
