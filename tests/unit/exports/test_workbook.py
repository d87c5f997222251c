"""The workbook, read by Excel's reader."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl

from tests import LANGUAGES
from tests.mini import CONTENT
from workreport.content.load import load
from workreport.exports.dictionary import tables_in
from workreport.exports.tables import tables
from workreport.exports.workbook import workbook
from workreport.gate.verify import verify
from workreport.site.resolve import resolve


def test_the_workbook_says_the_same_as_the_csv(draft_site: Path) -> None:
    book = openpyxl.load_workbook(draft_site / "data/workbook.xlsx")
    assert [name.partition(" ")[2] for name in book.sheetnames] == [*(t.name for t in tables_in(LANGUAGES)), "fields"]
    for table, sheet in zip(tables_in(LANGUAGES), book.worksheets, strict=False):
        rows = json.loads((draft_site / f"data/{table.name}.json").read_text("utf-8"))
        head, *lines = sheet.iter_rows()
        assert [cell.value for cell in head] == list(table.columns)
        assert len(lines) == len(rows)
        for line, row in zip(lines, rows, strict=True):
            for cell, (field, value) in zip(line, row.items(), strict=True):
                if isinstance(value, int | float):
                    assert cell.value == value, field
                else:
                    assert (cell.value or "") == (";".join(value) if isinstance(value, list) else value or ""), field
    described = [(row[0].value, row[1].value) for row in book.worksheets[-1].iter_rows(min_row=2)]
    assert described == [(table.name, field.name) for table in tables_in(LANGUAGES) for field in table.fields]


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    site = resolve(verify(load(CONTENT)))
    rows = tables(site, "")
    rows["metrics"][0] |= {
        "title_zh": "=1+1",
        "title_en": '=HYPERLINK("https://example.org")',
        "quote": "https://example.org",
    }
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(site, rows))).worksheets[0]
    cells = {cell.value: cell for cell in next(sheet.iter_rows(min_row=2, max_row=2))}
    for text in ("=1+1", '=HYPERLINK("https://example.org")', "https://example.org"):
        assert cells[text].data_type == "s"
        assert cells[text].hyperlink is None
