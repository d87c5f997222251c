from __future__ import annotations

import pytest

from tests.unit.draft.commitments.texts import drafted

CREED = "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，坚持稳中求进工作总基调，推动高质量发展。"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("今年是实施五年规划的关键一年。", "background"),
        ("我们深知，发展还面临不少困难。", "background"),
        ("重点做好以下工作：", "lead_in"),
        ("为此，抓好下面几个方面。", "transition"),
        (CREED, "guiding_principle"),
        ("各位代表，让我们携手向前，再创佳绩！", "closing"),
    ],
)
def test_what_promises_nothing_is_waived_with_its_reason(text: str, reason: str) -> None:
    found = drafted(f"{text}\n\n新建小学2所。")
    assert found.waivers == ({"at": "p2s1", "text": text, "reason": reason, "draft": True},)
    assert [one["quote"] for one in found.sections[0]] == ["新建小学2所"]


@pytest.mark.parametrize(
    "text", ["建成污水处理厂。", "坚持产业兴县，壮大茶叶产业。", "居民收入与经济同步增长。", "新增就业1万人。"]
)
def test_a_task_is_waived_by_nothing(text: str) -> None:
    found = drafted(text)
    assert not found.waivers
    assert [one["quote"] for one in found.sections[0]] == [text[:-1]]


def test_what_leads_on_is_waived_and_what_follows_is_not() -> None:
    found = drafted("今年的主要预期目标是：地区生产总值增长6%左右，城镇调查失业率控制在5.5%以内。")
    assert [(one["text"], one["reason"]) for one in found.waivers] == [("今年的主要预期目标是：", "background")]
    assert [one["title"]["zh"] for one in found.sections[0]] == [
        "地区生产总值增长6%左右",
        "城镇调查失业率控制在5.5%以内",
    ]


def test_what_stands_twice_is_left_to_a_person() -> None:
    found = drafted("改造菜市场。\n\n改造菜市场。")
    assert [(one["at"], one["reason"]) for one in found.waivers] == [("p2s1", "undecided"), ("p3s1", "undecided")]
    assert [one.sentence for one in found.left] == ["p2s1", "p3s1"]
