"""The outline of a report: its headings, its two parts, what it says of itself; and what round it is none of it."""

from __future__ import annotations

import re

import pytest

from tests.unit.draft import reports
from workreport.diagnostics import Refusal
from workreport.draft.reading import Line
from workreport.draft.reading.plain import lines_of
from workreport.draft.structure import Outlined, outlined
from workreport.draft.structure.proof import prove


def read(*lines: str, year: int | None = None) -> Outlined:
    return outlined(lines_of("\n".join(lines)), "x.txt", year)


def body(**changed: str) -> list[str]:
    """The report's own paragraphs, some of them in other words."""
    return [changed.get(f"p{number}", text) for number, text in enumerate(reports.BODY)]


def test_the_parts_and_their_sections() -> None:
    outline = read(reports.plain()).outline
    assert outline.year == 2024
    assert [(one.title, one.first, one.last) for one in outline.review] == [
        ("2023年工作回顾", "p5", "p5"),
        ("经济运行稳中向好", "p6", "p6"),
        ("民生福祉持续增进", "p7", "p7"),
    ]
    assert [(one.title, one.first, one.last) for one in outline.tasks] == [
        ("2024年工作安排", "p8", "p8"),
        ("全力推动经济发展", "p9", "p9"),
        ("着力保障和改善民生", "p10", "p11"),
    ]
    assert [(one.first, one.last) for one in outline.matter] == [("p1", "p4")]


def test_what_the_report_says_of_itself_is_taken_as_it_is_printed() -> None:
    said = read(
        "样政发〔2024〕3号",
        "样例县人民政府关于印发2024年政府工作报告的通知",
        "2024年1月16日",
        *reports.HEAD,
        *reports.BODY,
    ).outline.identity
    assert (said.title, said.speaker, said.issuer) == ("政府工作报告", "样例县人民政府县长 张三", "样例县人民政府")
    assert (said.delivered, said.issued, said.document_number) == ("2024-01-09", "2024-01-16", "样政发〔2024〕3号")


def test_what_the_report_does_not_say_of_itself_is_not_made_up() -> None:
    said = read(*reports.BODY).outline.identity
    assert {getattr(said, name) for name in said.__slots__} == {None}


@pytest.mark.parametrize(
    ("back", "ahead"),
    [
        ("2023年工作回顾", "2024年工作安排"),
        ("第一部分 过去五年工作回顾", "第二部分 今后五年奋斗目标和2024年重点工作"),
        ("一、“十三五”时期工作总结", "二、2024年和“十四五”时期主要目标任务"),
        ("一、过去五年的主要成就", "二、对2024年政府工作的建议"),
    ],
)
def test_parts_are_known_by_what_their_headings_say(back: str, ahead: str) -> None:
    outline = read(*body(p2=back, p8=ahead)).outline
    assert (outline.review[0].first, outline.tasks[0].first) == ("p3", "p6")


def test_a_part_without_a_heading_is_found_and_doubted() -> None:
    lines = body(p9="今年是实现“十四五”规划目标任务的关键一年，政府工作的总体要求是稳中求进。")
    outline = read(*(line for number, line in enumerate(lines) if number != 8), year=2024).outline
    assert outline.tasks[0].first == "p6"
    assert outline.doubts == ("p6",)


def test_a_report_that_looks_nowhere_ahead_is_refused() -> None:
    with pytest.raises(Refusal, match=re.escape("error[draft-parts]")):
        read(*reports.BODY[:8])


def test_a_report_that_says_no_year_asks_for_it() -> None:
    lines = body(p2="一、过去一年工作回顾", p8="二、今年工作安排")
    with pytest.raises(Refusal, match=re.escape("error[draft-year]") + "(?s:.*)--year 2024"):
        read(*lines)
    assert read(*lines, year=2024).outline.year == 2024


def test_headings_that_run_on_in_their_paragraph_are_set_apart() -> None:
    text = read(*body(p4="（一）经济运行稳中向好。新开工项目12个。", p5="消费市场稳步回升。")).outline.text
    assert "### （一）经济运行稳中向好。\n\n新开工项目12个。" in text


def test_a_numbered_promise_is_no_heading() -> None:
    text = read(*body(p11="（一）新建学校3所。", p12="（二）新建公园2个。")).outline.text
    assert "\n\n（一）新建学校3所。\n\n（二）新建公园2个。" in text


def test_bold_is_kept_where_it_leads_in_and_nowhere_else() -> None:
    led = Line(text="产业更加有力。新开工项目12个。", bold=((0, 6),))
    stressed = Line(text="居民收入继续增加。", bold=((2, 4),))
    lines = [*lines_of("\n".join(reports.BODY[:5])), led, stressed, *lines_of("\n".join(reports.BODY[8:]))]
    text = outlined(lines, "x", 2024).outline.text
    assert "**产业更加有力。**新开工项目12个。" in text
    assert "居民收入继续增加。" in text.replace("**", "#")


def test_a_text_in_one_block_is_divided() -> None:
    long = body()
    long[3] = long[3] * 60
    assert read(" ".join(long)).outline.text == read(*long).outline.text


def test_buttons_page_numbers_and_running_heads_are_lifted_out() -> None:
    framed = [
        "下载", "打印", "【字号：", "加大", "】", *reports.HEAD, "来源：样例日报", *reports.BODY[:6], "- 3 -", "政府工作报告",
        *reports.BODY[6:], "责任编辑：李四", "扫一扫在手机打开当前页", "样例县政府工作报告解读",
    ]  # fmt: skip
    found = read(*framed)
    assert found.outline.text == read(reports.plain()).outline.text
    assert [one.text for one in found.lifted if one.why == "head"] == ["- 3 -", "政府工作报告"]
    assert [one.text for one in found.lifted if one.why == "page"] == [*framed[:5], "来源：样例日报", *framed[-3:]]


def test_marks_of_notes_are_lifted_out_and_notes_kept() -> None:
    lines = body(p5="产业支撑[1]更加有力。新开工项目12个，推进“两新”①政策。", p6="（二）民生福祉持续增进")
    found = read(*lines, "名词解释", "1.产业支撑：略。")
    assert "产业支撑更加有力。新开工项目12个，推进“两新”政策。" in found.outline.text.replace("**", "")
    assert found.outline.notes == ("名词解释", "1.产业支撑：略。")
    assert [one.text for one in found.lifted if one.why == "mark"] == ["[1]", "①"]


def test_numbers_in_round_brackets_are_marks_where_they_count_through_the_text() -> None:
    marked = [f"推进“某事{n}”（{n}）工作，建成{n}处。" for n in range(1, 7)]
    text = read(*reports.BODY[:5], *marked, *reports.BODY[8:]).outline.text
    assert "推进“某事3”工作，建成3处。" in text
    single = read(*reports.BODY[:5], "列出事项：做好（3）工作。", *reports.BODY[8:]).outline.text
    assert "做好（3）工作" in single


def test_the_text_has_every_character_that_was_read() -> None:
    prove(["过去 一年", "工作回顾"], "# 过去一年\n\n工作**回顾**\n", "x")
    with pytest.raises(
        Refusal, match=re.escape("x: error[draft-text]") + ": the file has “顾” where the draft has “望”"
    ):
        prove(["工作回顾"], "工作回望\n", "x")


def test_the_original_is_what_was_read_without_what_was_lifted() -> None:
    found = read("打印", reports.plain(), "关闭窗口")
    assert "".join(found.original.split()) == "".join(reports.plain().split())
