"""Charts as pictures: what they say stands on them, within them, and no mark of it is lost."""

from __future__ import annotations

import re

import pytest

from workreport.cards import poster
from workreport.cards.sheet import Inset, Line, svg
from workreport.cards.typeface import ems
from workreport.charts import Drawing, Drawn

DRAWING = Drawing(
    common='<text x="0" y="20" fill="var(--chart-ink)" font-size="16" font-weight="600">口袋公园 &lt;4&gt;</text>',
    rows=(
        '<path d="M0 40l700 0" fill="none" stroke="var(--chart-goal)"/>'
        '<text x="720" y="60" text-anchor="end" fill="var(--chart-soft)" font-size="15">2022 “outcome” 41</text>',
    ),
    fields=((0, 70),),
    width=720,
    height=70,
)


def drawn(address: bool = True) -> Drawn:
    return Drawn(
        page="",
        large="",
        file=b"",
        live="",
        wide=DRAWING,
        usual=DRAWING,
        title="口袋公园：2022年41个，2023年目标4个",
        below=("两者都是口袋公园的个数。", "可比性：同口径，可比"),
        source=(
            "来源：样例区2023年政府工作报告，2023年1月9日",
            *(["https://www.example.gov.cn/a.html"] if address else []),
        ),
    )


@pytest.mark.parametrize("address", [True, False])
def test_a_picture_of_a_chart_says_what_its_file_says(address: bool) -> None:
    sheet = poster(drawn(address), "zh")
    said = "".join(sheet.texts)
    for part in (drawn().title, *drawn().below, *drawn(address).source, "口袋公园 <4>", '2022 "outcome" 41'):
        assert part in said
    lines = [shape for shape in sheet.shapes if isinstance(shape, Line)]
    assert all(line.x >= 47 and line.x + ems(line.text, line.bold) * line.size <= sheet.width - 47 for line in lines)
    assert max(line.y + line.size for line in lines) < sheet.height - 24


def test_the_texts_of_a_drawing_stand_where_it_has_them() -> None:
    sheet = poster(drawn(), "zh")
    (inset,) = [shape for shape in sheet.shapes if isinstance(shape, Inset)]
    assert "text" not in inset.body
    assert "#8a4300" in inset.body
    assert "var(" not in inset.body
    right = next(line for line in sheet.shapes if isinstance(line, Line) and line.text.startswith("2022 "))
    assert right.x + ems(right.text, right.bold) * right.size == pytest.approx(inset.x + 720 * 2)
    assert right.y + right.size == pytest.approx(inset.y + 60 * 2)


def test_it_can_be_written_as_svg() -> None:
    assert re.findall(r"<(?:path|g|rect)[^>]*(?:goal|var\()", svg(poster(drawn(), "zh"))) == []
    assert '<path d="M0 40l700 0" fill="none" stroke="#8a4300"/>' in svg(poster(drawn(), "zh"))
