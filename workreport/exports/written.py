"""Rows as JSON and CSV. Pure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from workreport.exports.dictionary import tables_in
from workreport.exports.rows import Row
from workreport.i18n import number

_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula. In a CSV a text goes behind an apostrophe then, which a
spreadsheet takes for the mark of a text; numbers stay numbers."""


def to_json(rows: Sequence[Row]) -> bytes:
    """A table as a JSON list, one record a line, so that a changed record is a changed line."""
    return ("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n").encode()


def record(row: Row) -> bytes:
    """One record as JSON, one field a line."""
    fields = ",\n".join(f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in row.items())
    return f"{{\n{fields}\n}}\n".encode()


def to_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    """Records as CSV in UTF-8 with a byte-order mark, so that Excel and WPS read the Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def csv_lines(name: str, rows: Sequence[Mapping[str, Any]], languages: tuple[str, ...]) -> list[str]:
    """The lines of a table's CSV: the names of the columns, then a line for each of `rows`."""
    (table,) = (table for table in tables_in(languages) if table.name == name)
    return to_csv(rows, table.columns).decode("utf-8-sig").split("\r\n")[:-1]


def _cell(value: object) -> str:
    """A value in a CSV cell: lists joined by ;, nothing for None, true and false in lower case."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number(Decimal(repr(value)))
    if isinstance(value, int):
        return str(value)
    text = ";".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
