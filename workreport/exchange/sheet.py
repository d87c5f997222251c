"""A workbook for those who translate in a table: a row for each unit. Written by XlsxWriter, read by openpyxl. Pure."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from workreport.diagnostics import say
from workreport.exchange.broken import Broken
from workreport.exchange.remarks import numbers, terms
from workreport.exchange.unit import Returned, Unit

_COLUMNS = (("id", 34), ("source", 60), ("target", 60), ("numbers", 36), ("terms", 36), ("context", 60), ("line", 8))
"""Each with its width in characters; what is read again is found by its name, wherever it stands."""


def write(units: Sequence[Unit], source: str, target: str) -> bytes:
    """The units; texts are never taken for formulas. Of the same units always the same bytes."""
    from datetime import datetime

    import xlsxwriter

    to = io.BytesIO()
    book = xlsxwriter.Workbook(to, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": datetime(2000, 1, 1), "comments": f"{source} > {target}"})
    sheet = book.add_worksheet("translation")
    head = book.add_format({"bold": True, "bottom": 1})
    plain = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    open_ = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@", "bg_color": "#FFF7D6"})
    for column, (name, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for row, unit in enumerate(units, 1):
        cells = (unit.key, unit.source, unit.target, numbers(unit), terms(unit), " ".join(unit.context), str(unit.line))
        for column, text in enumerate(cells):
            look = open_ if _COLUMNS[column][0] == "target" and not text else plain
            sheet.write_blank(row, column, None, look) if not text else sheet.write_string(row, column, text, look)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(units)), len(_COLUMNS) - 1)
    book.close()
    return to.getvalue()


def read(raw: bytes) -> list[Returned]:
    """What the first sheet has for each unit. Raises `Broken`."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise Broken(say("this is no workbook (.xlsx)")) from None
    rows = book.worksheets[0].iter_rows(values_only=True)
    names = [str(cell or "").strip().casefold() for cell in next(rows, ())]
    missing = [name for name in ("id", "source", "target") if name not in names]
    if missing:
        raise Broken(say("its first row names no column “{name}”", name=missing[0]), 1)
    at = {name: names.index(name) for name in ("id", "source", "target")}
    found = []
    for number, row in enumerate(rows, 2):
        cell = {name: _text(row[column]) if column < len(row) else "" for name, column in at.items()}
        if any(cell.values()):
            found.append(Returned(key=cell["id"], source=cell["source"], target=cell["target"], line=number))
    return found


def _text(value: object) -> str:
    """A cell as text: a number that a spreadsheet made of one has no places that nobody typed."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\r\n", "\n")
