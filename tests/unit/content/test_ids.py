"""Ids read as they are written, and nothing else is an id."""

from __future__ import annotations

import pytest

from workreport.content.ids import ItemId, ItemKind


@pytest.mark.parametrize(
    ("text", "kind", "year", "slug"),
    [
        ("2022/metrics/new-jobs", "metric", 2022, "new-jobs"),
        ("2023/commitments/5g", "commitment", 2023, "5g"),
        ("2023/targets/x", "target", 2023, "x"),
        ("2023/city-quality", "section", 2023, "city-quality"),
        ("2023/review/city-quality", "review", 2023, "city-quality"),
        ("topics/jobs", "topic", 0, "jobs"),
    ],
)
def test_an_id_reads_as_it_is_written(text: str, kind: ItemKind, year: int, slug: str) -> None:
    item = ItemId.parse(text)
    assert item == ItemId(kind, year, slug)
    assert str(item) == text


@pytest.mark.parametrize(
    "text", ["", "jobs", "2022", "2022/", "22/jobs", "2022/pages/x", "topics/metrics/x", "2022/a/b/c"]
)
def test_what_is_not_an_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not the id of an item"):
        ItemId.parse(text)


def test_a_baseline_names_a_metric_by_year_and_name() -> None:
    item = ItemId.of("metric", "2022/new-jobs")
    assert str(item) == "2022/metrics/new-jobs"
    assert item.brief == "2022/new-jobs"


def test_ids_sort_by_kind_year_and_name() -> None:
    texts = ["topics/a", "2023/targets/a", "2022/metrics/b", "2021/metrics/c", "2022/metrics/a"]
    assert [str(item) for item in sorted(map(ItemId.parse, texts))] == [
        "2021/metrics/c", "2022/metrics/a", "2022/metrics/b", "2023/targets/a", "topics/a",
    ]  # fmt: skip
