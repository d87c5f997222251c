"""Rows as JSON and CSV. Pure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from decimal import Decimal

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


def to_csv(rows: Sequence[Row], columns: Sequence[str]) -> bytes:
    """Records as CSV in UTF-8 with a byte-order mark, so that Excel and WPS read the Chinese."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


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
