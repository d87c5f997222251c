"""What only looks like a quantity gets a waiver, by its form."""

from __future__ import annotations

import pytest

from tests.unit.draft.metrics.texts import drafted, waivers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("展馆于2030年3月5日开馆。", [("2030年3月5日", "date")]),
        ("印发府办〔2030〕7号文件。", [("印发府办〔2030〕7号", "document_number")]),
        ("举办第12届书市。", [("第12", "ordinal")]),
        ("综合实力居全省第3位。", [("第3位", "rank")]),
        ("建成5G专网。", [("5G", "name")]),
        ("投运220kV变电站。", [("220kV变电站", "name")]),
        ("开展2030“碧水”专项行动。", [("2030“碧水”专项行动", "name")]),
        ("全省首家展馆开馆。", [("全省首家", "first_of_its_kind")]),
        ("完成全年目标任务的132%。", [("完成全年目标任务的132%", "restated")]),
        ("贯通三个“头号工程”。", [("三个", "fixed_phrase")]),
        ("坚持五个方面协同发力。", [("五个", "fixed_phrase")]),
        ("5000万元以上项目加快建设。", [("5000万元以上", "threshold")]),
    ],
)
def test_a_numeral_that_is_no_quantity_has_its_reason(text: str, expected: list[tuple[str, str]]) -> None:
    assert waivers(text) == expected


def test_a_run_that_stands_twice_is_lengthened_until_it_stands_once() -> None:
    assert waivers("2030年3月开馆，2030年3月办展。") == [("2030年3月开", "date"), ("2030年3月办", "date")]


def test_headings_and_tasks_are_waived_too_but_no_goals() -> None:
    found = drafted("各项事业稳步发展。", "到2033年，新建公园6个。")
    assert [(one["at"], one["text"], one["reason"]) for one in found.waivers] == [
        ("h1", "2030年", "date"),
        ("h2", "2031年", "date"),
        ("p2", "2033年", "date"),
    ]
