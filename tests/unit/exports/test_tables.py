"""The tables, read by pandas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas
import pytest

from tests import LANGUAGES
from tests.unit.published import ADDRESS
from workreport.exports.dictionary import tables_in


@pytest.mark.parametrize("name", [table.name for table in tables_in(LANGUAGES)])
def test_pandas_reads_the_csv(draft_site: Path, name: str) -> None:
    frame = pandas.read_csv(draft_site / f"data/{name}.csv", keep_default_na=False, dtype=str)
    rows = json.loads((draft_site / f"data/{name}.json").read_text("utf-8"))
    columns = next(table.columns for table in tables_in(LANGUAGES) if table.name == name)
    assert tuple(frame.columns) == columns, "the byte-order mark is no part of the first name"
    assert all(tuple(row) == columns for row in rows)
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


def test_rows_of_one_unit_code_can_be_added_up(draft_site: Path) -> None:
    """All sums of money that the report states for 2022, added by hand: 亿元, then 万元."""
    metrics = pandas.read_csv(draft_site / "data/metrics.csv")
    money = metrics[metrics["unit_code"] == "CNY"]
    hundred_millions = "32.6 129 38 18 30 29.1 3 70 71 86.33 317.38 13.3 3.04"  # 840.75亿元
    ten_thousands = "5.4 3313.64 8380 1076"  # 12,775.04万元
    assert sorted(money[money["unit"] == "亿元"]["value"]) == sorted(map(float, hundred_millions.split()))
    assert sorted(money[money["unit"] == "万元"]["value"]) == sorted(map(float, ten_thousands.split()))
    assert money["value_base"].sum() == 84_075_000_000 + 127_750_400
    assert (money["value"] * 10.0 ** money["unit_mult"]).sum() == pytest.approx(money["value_base"].sum())


def row(site: Path, table: str, key: str) -> dict[str, Any]:
    """A row of the mini site."""
    rows = json.loads((site / f"data/{table}.json").read_text("utf-8"))
    return next(own for own in rows if own["key"] == key)


def test_a_comparison_is_a_sheet_of_its_own(published_site: Path) -> None:
    jobs = row(published_site, "comparisons", "2022/comparison/new-jobs")
    said = {name: jobs[name] for name in ("metric_value_base", "target_value_base", "target_bound", "order")}
    assert said == {
        "metric_value_base": 12000,
        "target_value_base": 12500,
        "target_bound": "at_least",
        "order": "higher",
    }
    assert (jobs["difference"], jobs["difference_unit"], jobs["difference_base"]) == (0.05, "万人", 500)
    assert (jobs["class_zh"], jobs["class_en"]) == ("同口径，可比", "Same measure")
    assert (jobs["metric_quote"], jobs["target_quote_en"][:9]) == ("新增就业1.2万人。", "Create no")
    assert jobs["target_url_en"] == f"{ADDRESS}/en/2022/commitments/new-jobs.html#new-jobs"
    places = row(published_site, "comparisons", "2023/comparison/school-places")
    assert places["comparability"] == "scope_differs"
    assert (places["order"], places["difference"], places["difference_unit"]) == ("", None, "")
    assert places["reason_zh"]
    assert places["reason_en"]
    alone = row(published_site, "comparisons", "2023/comparison/unemployment")
    assert (alone["metric"], alone["metric_title_en"], alone["metric_value"], alone["metric_estimate"]) == (
        "",
        "",
        None,
        None,
    )


def test_two_percentages_differ_by_points(draft_site: Path) -> None:
    frame = pandas.read_csv(draft_site / "data/comparisons.csv")
    growth = frame[frame["key"] == "2023/comparison/gdp-growth"].iloc[0]
    assert (growth["target_unit"], growth["difference_unit"], growth["difference_unit_en"]) == (
        "%",
        "个百分点",
        "percentage points",
    )
    assert growth["difference_unit_code"] == "%{point}"


def test_waivers_and_corrections_are_data(published_site: Path) -> None:
    waived = row(published_site, "waivers", "2023/waiver/p3s2-1")
    assert (waived["kind"], waived["text"], waived["waiver_reason"]) == ("figure", "完成全年目标的132%", "restated")
    assert waived["url_zh"] == f"{ADDRESS}/2023/report.html#p3s2"
    jobs, site = (row(published_site, "corrections", key) for key in ("c1", "c2"))
    assert (jobs["date"], jobs["metric"], jobs["commitment"]) == ("2026-12-10", "2022/metric/new-jobs", "")
    assert (site["item"], site["metric"], site["old_en"], site["new_zh"]) == ("", "", "Old text", "新说明")
    assert jobs["url_en"] == f"{ADDRESS}/en/corrections.html#c1"


def test_every_address_in_the_tables_leads_somewhere(published_site: Path) -> None:
    seen = 0
    for table in tables_in(LANGUAGES):
        for line in json.loads((published_site / f"data/{table.name}.json").read_text("utf-8")):
            for name in (name for name in line if "url_" in name and line[name]):
                path, _, anchor = line[name].removeprefix(f"{ADDRESS}/").partition("#")
                page = (published_site / path).read_text("utf-8")
                assert not anchor or f'id="{anchor}"' in page, line[name]
                seen += 1
    assert seen > 100
