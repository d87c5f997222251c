"""The tables, read by pandas."""

from __future__ import annotations

import json
from pathlib import Path

import pandas
import pytest

from tests import LANGUAGES
from workreport.exports.fields import tables_in


@pytest.mark.parametrize("name", [table.name for table in tables_in(LANGUAGES)])
def test_pandas_reads_the_csv(draft_site: Path, name: str) -> None:
    frame = pandas.read_csv(draft_site / f"data/{name}.csv", keep_default_na=False, dtype=str)
    rows = json.loads((draft_site / f"data/{name}.json").read_text("utf-8"))
    assert list(frame.columns) == list(rows[0]), "the byte-order mark is no part of the first name"
    assert len(frame) == len(rows)
    for line, row in zip(frame.to_dict("records"), rows, strict=True):
        for field, value in row.items():
            said = line[field]
            if isinstance(value, bool):
                assert said == str(value).lower()
            elif isinstance(value, int | float):
                assert float(said) == value
            else:
                assert said == (";".join(value) if isinstance(value, list) else value or "")


def test_numbers_are_numbers_to_pandas(draft_site: Path) -> None:
    frame = pandas.read_csv(draft_site / "data/metrics.csv")
    assert frame["value"].dtype == float
    assert frame["estimate"].dtype == bool
    jobs = frame[frame["id"] == "new-jobs"].iloc[0]
    assert (jobs["value"], jobs["unit"], jobs["year"]) == (1.65, "万人", 2022)
