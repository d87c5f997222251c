"""A published id moves or retires; it never vanishes and never means something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mini import copy, edit
from tests.unit.gate.conftest import Say
from workreport.build import check
from workreport.content.ids import ItemId
from workreport.content.load import load
from workreport.diagnostics.diagnostic import Refusal
from workreport.gate.gather import gather
from workreport.gate.permalinks import RULE
from workreport.gate.verify import verify
from workreport.site.resolve import resolve

RECORD, CITY = "permalinks.yaml", "2022_review/02-city.yaml"


def test_sound(say: Say) -> None:
    assert say(RULE) == []


def test_a_quote_that_was_refused_is_not_said_to_be_another(say: Say) -> None:
    assert say(RULE, (CITY, "quote: 新增停车位520个", "quote: 新增停车位521个")) == []


def test_a_quote_of_another_sentence_is_another_promise(say: Say) -> None:
    assert say(RULE, (RECORD, "code: 2022-M006, sentence: p4s1", "code: 2022-M006, sentence: p4s2")) == [
        "02-city.yaml:8 permalink-reused: 2022/metrics/parks was published for p4s2; its quote now begins in p4s1"
    ]


def test_a_topic_is_an_address_once_something_has_it(say: Say) -> None:
    assert (
        say(
            RULE,
            ("site.yaml", "  - {id: parks, title", "  - {id: new, title: {zh: 新, en: New}}\n  - {id: parks, title"),
        )
        == []
    )
    assert say(
        RULE,
        (CITY, "topics: [environment]", "topics: [parks]"),
        ("2023_tasks/02-livelihood.yaml", "topics: [environment]", "topics: [parks]"),
    ) == ["permalinks.yaml:36 permalink-vanished: topics/environment was published and is gone"]


def test_a_section_moves_to_a_section_of_its_year(say: Say) -> None:
    old = "{id: 2023/homes, moved_to: 2023/livelihood}"
    for new, said in (
        ("2022/city", "2022/city is not what 2023/homes was"),
        ("2023/targets/parks", "2023/targets/parks is not what 2023/homes was"),
        ("2023/livelyhood", "2023/livelyhood does not exist"),
    ):
        assert say(RULE, (RECORD, old, old.replace("2023/livelihood", new))) == [
            f"permalinks.yaml:54 permalink-target: {said}"
        ]


def test_the_lines_offered_for_a_renamed_page_can_be_pasted(tmp_path: Path) -> None:
    options = copy(tmp_path)
    for path in options.content.glob("20*/*.yaml"):  # its metric, its target and the chart of it
        path.write_text(path.read_text("utf-8").replace("preschool-places", "preschool-seats"), "utf-8")
    record = options.content / "permalinks.yaml"
    before = record.read_text("utf-8").replace("2023/commitments/preschool-places", "2023/commitments/preschool-seats")
    record.write_text(before, "utf-8")
    with pytest.raises(Refusal) as caught:
        check(options)
    hints = {problem.code.name: problem.hint for problem in caught.value.diagnostics}
    assert set(hints) == {"permalink-vanished", "permalink-unrecorded"}
    lines = record.read_text("utf-8").splitlines()
    gone = next(d.line for d in caught.value.diagnostics if d.code.name == "permalink-vanished")
    offered = {code: hint[hint.index("  - {") :] for code, hint in hints.items()}
    lines[gone - 1] = offered["permalink-vanished"]
    assert "under permalinks:" in hints["permalink-unrecorded"]
    lines.insert(lines.index("permalinks:") + 1, offered["permalink-unrecorded"])
    record.write_text("\n".join(lines) + "\n", "utf-8")
    # The code that stands in print stays, and leads to the new page.
    assert all("code: 2022-M009, " in line for line in offered.values())
    site = resolve(verify(load(options.content, "content")))
    assert [str(page) for code, page in site.codes if code == "2022-M009"] == ["2022/metrics/preschool-seats"]
    assert site.metrics[ItemId("metric", 2022, "preschool-seats")].code == "2022-M009"
    # Renamed once more: the first address is told where the second went.
    record.write_text(
        record.read_text("utf-8").replace("moved_to: 2022/metrics/pm25", "moved_to: 2022/metrics/preschool-places"),
        "utf-8",
    )
    with pytest.raises(Refusal) as caught:
        check(options)
    assert [d.hint for d in caught.value.diagnostics] == ["it moved on: write 2022/metrics/preschool-seats"]


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        ([("2023/commitments/parks, code", "2023/commitments/gardens, code")], "2023-C004"),
        (
            [
                ("2023/commitments/parks, code", "2023/commitments/gardens, code"),
                ("2023/commitments/parking-and-places, code", "2023/commitments/lots, code"),
            ],
            "fresh",
        ),
        (
            [
                ("2023/commitments/parks, code", "2023/commitments/gardens, code"),
                ("permalinks:", "permalinks:\n  - {id: 2023/commitments/groves, code: 2023-C050, sentence: p7s3}"),
            ],
            "fresh",
        ),
        (
            [
                (
                    "  - {id: 2023/commitments/parking-and-places, code: 2023-C005, sentence: p7s3, words: 新增停车}\n",
                    "",
                ),
                ("2023/commitments/parks, code", "2023/commitments/gardens, code"),
            ],
            "fresh",
        ),
    ],
    ids=["one became one", "two became two", "two became one", "one became two"],
)
def test_a_code_passes_on_only_where_one_page_became_one(
    tmp_path: Path, edits: list[tuple[str, str]], code: str
) -> None:
    options = copy(tmp_path)
    edit(options.content, [{"file": RECORD, "find": old, "put": new} for old, new in edits])
    found = RULE.faults(gather(load(options.content, "content")))
    (hint,) = [
        str(p.hint) for p in found if p.code.name == "permalink-unrecorded" and "2023/commitments/parks," in p.hint
    ]
    offered = hint.partition("code: ")[2][:9]
    taken = {line.partition("code: ")[2][:9] for line in (options.content / RECORD).read_text("utf-8").splitlines()}
    assert offered == code if code != "fresh" else offered not in {*taken, "2023-C005"}
