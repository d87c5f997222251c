"""Word files: paragraphs with their headings and bold runs, tables row by row, footnotes. Reads through python-docx."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from workreport.draft.reading.line import Line, line_of
from workreport.draft.reading.numbering import Numbering

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_BREAKS = {qn("w:br"), qn("w:cr")}


def lines_of(raw: bytes) -> list[Line]:
    """The paragraphs of a Word file. Raises what python-docx, zipfile and lxml raise for a broken one."""
    document = Document(io.BytesIO(raw))
    numbering = Numbering(document)
    found: list[Line] = []
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:p"):
            found += _lines(Paragraph(child, document), numbering)
        elif child.tag == qn("w:tbl"):
            found += [line for row in child.iter(qn("w:tr")) if (line := _row(row))]
        else:  # a content control, for example
            for paragraph in child.iter(qn("w:p")):
                found += _lines(Paragraph(paragraph, document), numbering)
    return [*found, *_notes(document)]


def _lines(paragraph: Paragraph, numbering: Numbering) -> Iterator[Line]:
    """A paragraph, a line where it is broken by hand."""
    level = _level(paragraph)
    number = numbering.of(paragraph)
    first = paragraph.paragraph_format.first_line_indent
    pieces: list[tuple[str, bool]] = [(number, False)] if number else []
    for text, bold in _runs(paragraph):
        parts = text.split("\n")
        pieces.append((parts[0], bold))
        for part in parts[1:]:
            if line := line_of(pieces, level=level):
                yield line
            pieces = [(part, bold)]
    line = line_of(pieces, level=level, indent=True) if first and first > 0 else line_of(pieces, level=level)
    if line:
        yield line


def _level(paragraph: Paragraph) -> int:
    """1 to 6 where its style is one of headings, in whatever language Word was."""
    style: Any = paragraph.style
    match = re.match(r"(?:heading|标题)\s*([1-6])", (style.name or "") if style is not None else "", re.IGNORECASE)
    return int(match[1]) if match else 0


def _runs(paragraph: Paragraph) -> Iterator[tuple[str, bool]]:
    """Every run, also one that was entered while changes were tracked; with whether it is bold."""
    style: Any = paragraph.style
    heavy = bool(style is not None and style.font.bold)
    for run in paragraph._p.iter(qn("w:r")):
        if any(above.tag.endswith("}Fallback") for above in run.iterancestors()):
            continue
        properties = run.find(qn("w:rPr"))
        mark = properties.find(qn("w:b")) if properties is not None else None
        bold = heavy if mark is None else mark.get(qn("w:val")) not in ("0", "false", "off")
        yield "".join(_texts(run)), bold


def _texts(run: Any) -> Iterator[str]:
    for child in run.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in _BREAKS:
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"


def _row(row: Any) -> Line | None:
    """A row of a table as one line, a blank between its cells."""
    cells = ["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc"))]
    return line_of([(" ".join(cells), False)], gap=True)


def _notes(document: Any) -> Iterator[Line]:
    """The footnotes; Word keeps two lines of its own among them, which have no text."""
    for relation in document.part.rels.values():
        if relation.reltype == _FOOTNOTES:
            for note in parse_xml(relation.target_part.blob).iter(qn("w:footnote")):
                text = "".join(text.text or "" for text in note.iter(qn("w:t")))
                if line := line_of([(text, False)], note=True):
                    yield line
