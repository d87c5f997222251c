"""The open data as an Excel workbook. Pure."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from workreport.exports.dictionary import tables_in
from workreport.exports.zipped import unzipped, zipped
from workreport.i18n import language
from workreport.site import Site

_WIDTHS = {"quote": 60, "title": 40, "title_source": 32, "reason": 40, "url": 30}
"""Of columns, in characters; those of the source are narrower where they are named apart."""


def workbook(site: Site, rows: Mapping[str, list[dict[str, Any]]]) -> bytes:
    """The tables and their fields as an Excel workbook. No cell is ever a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    # A workbook carries a date; the report's is the one that a build on another day has too. 1980 is where files have none.
    made = datetime.fromisoformat(site.newest.meta.issued or "1980-01-01").replace(tzinfo=UTC)
    book.set_properties({"title": site.name.source, "comments": site.version, "created": made})
    head = book.add_format({"bold": True, "bg_color": "#E8E8E8", "border": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    top = book.add_format({"valign": "top"})
    words = language(site.source).words
    for table in tables_in(site.languages):
        sheet = book.add_worksheet(f"{words[f'sheet_{table.name}']} {table.name}")
        sheet.freeze_panes(1, 1)
        for column, field in enumerate(table.fields):
            sheet.write_string(0, column, field.name, head)
            source = f"{field.stem}_source" if field.lang == site.source else ""
            width = _WIDTHS.get(source) or _WIDTHS.get(field.stem, 14)
            sheet.set_column(column, column, width, wrap if width > 30 else top)
            for line, row in enumerate(rows[table.name], 1):
                value = row[field.name]
                if isinstance(value, bool):
                    sheet.write_boolean(line, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value:
                    sheet.write_string(line, column, ";".join(value) if isinstance(value, list) else value)
        sheet.autofilter(0, 0, len(rows[table.name]), len(table.fields) - 1)
    _dictionary(book.add_worksheet(f"{words['sheet_fields']} fields"), site.languages, head, wrap)
    book.close()
    return zipped(unzipped(out.getvalue()))


def _dictionary(sheet: Any, languages: tuple[str, ...], head: Any, wrap: Any) -> None:
    """The sheet that says what each field holds."""
    sheet.freeze_panes(1, 0)
    spoken = [language(lang) for lang in languages]
    meanings = [(own.words["sheet_meaning"], 60) for own in spoken]
    for column, (title, width) in enumerate((("table", 14), ("field", 16), ("type", 10), *meanings, ("choices", 30))):
        sheet.write_string(0, column, title, head)
        sheet.set_column(column, column, width, wrap)
    line = 0
    for table in tables_in(languages):
        for field in table.fields:
            line += 1
            cells = (table.name, field.name, field.kind, *map(field.text, spoken), ", ".join(field.choices))
            for column, text in enumerate(cells):
                sheet.write_string(line, column, text)
