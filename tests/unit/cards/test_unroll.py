"""Long pictures: everything that they are given stands on them, within them, and nothing on anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.cards.test_poster import DRAWING
from workreport.cards import Key, Scroll, Side, Squares, Stretch, Told, unroll
from workreport.cards.sheet import Box, Inset, Line, Sheet
from workreport.cards.typeface import ems
from workreport.cards.unroll import WIDTH

SIDES = (Side(role="outcome", label="2022年结果", figure="41个"), Side(role="goal", label="2023年目标", figure="4个"))
NONE = (Side(role="none", label="2022年结果", figure="报告未给出"), SIDES[1])
SCROLL = Scroll(
    path="2023/parks.html",
    lang="zh",
    kicker="样例区人民政府 · 2023年任务",
    title="锚定功能品质提升，彰显城市建设管理新面貌",
    lead="3项承诺、2个目标",
    drafted="由程序起草，尚未经人核对。",
    stretches=[
        Stretch(
            title="3项承诺，一项一格",
            keys=[Key(colour="outcome", text="可与2022年比 1"), Key(colour="paper", text="只有文字 2")],
            squares=[Squares(title="公园 50", colours=["outcome", *["paper"] * 49])],
        ),
        Stretch(
            title="可与2022年比（3）",
            told=[
                Told(title="建设的口袋公园", drawing=DRAWING, sides=SIDES, verdict="同口径，可比", says=["低于2022年"]),
                Told(title="新建社区体育园", sides=SIDES, verdict="同口径，可比", says=["与2022年相同"]),
                Told(title="新增就业", sides=NONE),
                Told(title="新增体育场地面积", figure="2万平方米", about="占何之比：全区"),
                Told(title="新增就业" * 9, figure="不低于1.65万人" * 9, role="outcome"),
            ],
        ),
        Stretch(title="只有文字（2）", told=[Told(title="推进全民参保计划" * 8), Told(title="拓展服务")], plain=True),
    ],
    source=["2023年目标；所据报告尚未报告结果。", "来源：样例区2023年政府工作报告，2023年1月9日"],
    address="https://www.example.gov.cn/report/2023/parks.html",
)


def lines(sheet: Sheet) -> list[Line]:
    return [shape for shape in sheet.shapes if isinstance(shape, Line)]


def end(line: Line) -> float:
    return line.x + ems(line.text, line.bold) * line.size


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", [SCROLL.address, "", f"https://www.example.gov.cn/{'long/' * 30}parks.html"])
def test_nothing_is_cut_off_and_no_text_lies_on_another(lang: str, address: str) -> None:
    sheet = unroll(replace(SCROLL, lang=lang, address=address))
    assert sheet.width == WIDTH
    for line in lines(sheet):
        assert line.x >= 60 - line.size * 0.45 - 1
        assert end(line) <= WIDTH - 60 + 2, line.text
        assert line.size >= 16, "nobody reads that on a phone"
        assert 0 < line.y < line.y + line.size * 1.2 < sheet.height - 40
    for one in lines(sheet):
        for other in lines(sheet):
            if one is not other and one.y <= other.y and one.x < end(other) and other.x < end(one):
                assert one.y + one.size * 0.95 <= other.y + other.size * 0.2 + 0.01 * other.size, (one.text, other.text)
    code = [shape for shape in sheet.shapes if isinstance(shape, Box) and shape.width % 6 == 0 and shape.height == 6]
    if address:
        left, top = min(box.x for box in code), min(box.y for box in code)
        assert all(end(line) <= left or line.y + line.size <= top for line in lines(sheet))
    else:
        assert not code


def test_all_that_is_given_is_said_once() -> None:
    said = "\n".join(line.text for line in lines(unroll(SCROLL)))
    whole = said.replace("\n", "")
    for text in (
        SCROLL.kicker,
        SCROLL.title,
        SCROLL.lead,
        SCROLL.drafted,
        *SCROLL.source,
        "公园 50",
        "只有文字 2",
        "2万平方米",
        "报告未给出",
    ):
        assert whole.count(text) == 1, text
    assert whole.count("41个") == 1, "beside a drawing of the two, their figures are not said again"
    assert whole.count("→") == 1, "no arrow from an outcome that is not given"


def test_the_band_and_the_squares_have_their_colours() -> None:
    sheet = unroll(SCROLL)
    band = sheet.shapes[0]
    assert isinstance(band, Box)
    assert (band.x, band.y, band.width, band.colour) == (0, 0, WIDTH, "outcome")
    for line in lines(sheet):
        on_it = line.y + line.size <= band.height
        assert (line.ground, line.colour) == ("outcome", "paper") if on_it else line.ground == "paper"
    squares = [shape for shape in sheet.shapes if isinstance(shape, Box) and shape.width == shape.height == 34]
    assert len(squares) == 2 + 50
    assert all(box.x + box.width <= WIDTH - 60 for box in squares), "more than fit go on below"
    (drawn,) = [shape for shape in sheet.shapes if isinstance(shape, Inset)]
    assert drawn.width * drawn.scale == WIDTH - 120
