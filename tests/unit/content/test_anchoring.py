"""The numbers of paragraphs stay with them, whatever is added above, edited or taken out."""

from __future__ import annotations

import pytest

from workreport.content import Entry, Source, numbered, parse, renumbered, schema, yaml
from workreport.diagnostics import Refusal

TEXT = """\
某市人民政府文件第一号

# 政府工作报告二〇二四

## 一、过去一年的工作

各位代表，现在我代表市人民政府作报告。去年经济稳中向好。请予审议。

预算收入完成三十二亿元，比上年增长百分之五。新增就业一万人，完成全年任务。

新建公园五个，新增停车位五百个。空气质量继续改善。群众满意度进一步提高。
"""
FIRST, SECOND, THIRD = TEXT.strip().split("\n\n")[3:]
IDS = ["p1", "h1", "h2", "p2", "p3", "p4"]


def entry(text: str) -> Entry[schema.Anchors]:
    document = yaml.parse("x.anchors.yaml", text.encode())
    return Entry(document=document, value=schema.Anchors.model_validate(document.data))


def ids(source: Source) -> list[str]:
    return [block.id for block in source.blocks]


def refused(text: str, kept: str) -> list[str]:
    with pytest.raises(Refusal) as caught:
        parse("x.zh.md", text, entry(kept))
    return [f"{problem}" for problem in caught.value.diagnostics]


def recorded(text: str, kept: str) -> str:
    return renumbered(kept, entry(kept).value, text)


def test_a_new_report_keeps_the_numbers_that_are_counted() -> None:
    kept = numbered(TEXT)
    assert ids(parse("x", TEXT)) == ids(parse("x", TEXT, entry(kept))) == IDS
    assert recorded(TEXT, kept) == kept, "nothing to do changes no byte"


def test_a_paragraph_that_is_added_above_shifts_none() -> None:
    text, kept = TEXT.replace(FIRST, f"会议名称写在这里的一个新的段落。\n\n{FIRST}"), numbered(TEXT)
    assert refused(text, kept) == [
        "x.zh.md:7:1: error[anchor-unrecorded]: this has no number in x.anchors.yaml yet\n"
        "  hint: python3 build.py record writes it there"
    ]
    after = recorded(text, kept)
    source = parse("x", text, entry(after))
    assert ids(source) == ["p1", "h1", "h2", "p5", "p2", "p3", "p4"]
    assert source.by_id["p2"].text == FIRST
    assert [block.id for block in source.between("p5", "p3")] == ["p5", "p2", "p3"], "by place, not by number"
    assert source.between("p3", "p5") == ()
    assert [line for line in after.splitlines() if "id: p5" not in line] == kept.splitlines()


@pytest.mark.parametrize(
    "edited",
    [
        SECOND.replace("三十二亿元", "三十三亿元"),
        SECOND.replace("预算收入", "全市预算收入"),
        SECOND.replace("完成全年任务。", "完成任务。"),
    ],
)
def test_an_edited_paragraph_keeps_its_number(edited: str) -> None:
    text, kept = TEXT.replace(SECOND, edited), numbered(TEXT)
    assert ids(parse("x", text, entry(kept))) == IDS
    after = recorded(text, kept)
    assert ids(parse("x", text, entry(after))) == IDS
    assert sum(old != new for old, new in zip(kept.splitlines(), after.splitlines(), strict=True)) <= 1


def test_a_paragraph_that_is_gone_is_retired_for_ever() -> None:
    text, kept = TEXT.replace(f"\n{SECOND}\n", ""), numbered(TEXT)
    (said,) = refused(text, kept)
    assert said.endswith(
        "error[anchor-unrecorded]: p3 stands for nothing any more: nothing begins with “预算收入完成三十二亿元，”\n"
        "  hint: python3 build.py record retires it"
    )
    after = recorded(text, kept)
    assert after.endswith("\nretired: [p3]\n")
    assert "id: p3" not in after
    assert ids(parse("x", text, entry(after))) == ["p1", "h1", "h2", "p2", "p4"]
    last = TEXT.replace(f"\n{SECOND}\n", "").replace(f"\n{THIRD}\n", "")
    after = recorded(last, after)
    assert after.endswith("\nretired: [p3, p4]\n")
    again = recorded(f"{last}\n一个全新的段落写在最后面，从来没有出现过。\n", after)
    assert "id: p5" in again, "a retired number is not used again"


def test_paragraphs_that_change_places_take_their_numbers_along() -> None:
    text, kept = TEXT.replace(SECOND, "…").replace(THIRD, SECOND).replace("…", THIRD), numbered(TEXT)
    assert ids(parse("x", text, entry(kept))) == ["p1", "h1", "h2", "p2", "p4", "p3"]
    assert recorded(text, kept) == kept


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace(SECOND, "财政收入有三十三亿元，这是重写过的一个段落。就业一万人。"),  # rewritten, or another
        TEXT.replace(SECOND, SECOND.replace("百分之五。", "百分之五。\n\n")),  # divided
        TEXT.replace(f"{SECOND}\n\n{THIRD}", f"{SECOND}{THIRD}"),  # joined
    ],
)
def test_what_is_not_certain_is_never_decided(text: str) -> None:
    said = refused(text, numbered(TEXT))
    assert said
    assert any("error[anchor-unclear]: this may be p3" in line for line in said)
    assert all("write in x.anchors.yaml how it begins and ends now" in line for line in said if "unclear" in line)


def test_a_person_decides_it() -> None:
    """A paragraph that was divided: its number goes to the first half, as the file is made to say."""
    text = TEXT.replace(SECOND, SECOND.replace("百分之五。", "百分之五。\n\n"))
    kept = numbered(TEXT).replace('ends: "业一万人，完成全年任务。"', 'ends: "比上年增长百分之五。"')
    after = recorded(text, kept)
    source = parse("x", text, entry(after))
    assert ids(source) == ["p1", "h1", "h2", "p2", "p3", "p5", "p4"]
    assert source.by_id["p5"].text.startswith("新增就业")


def test_paragraphs_that_are_alike_keep_their_order() -> None:
    text = "# 题\n\n同样的一段话。\n\n中间的一段话说别的。\n\n同样的一段话。\n"
    kept = numbered(text)
    assert ids(parse("x", text, entry(kept))) == ["h1", "p1", "p2", "p3"]
    assert "anchor-un" in refused(text.replace("\n同样的一段话。\n\n中间", "\n中间"), kept)[0]


def test_a_number_stands_once() -> None:
    with pytest.raises(ValueError, match="p2 stands twice here"):
        entry(numbered(TEXT) + "retired: [p2]\n")
