"""Files of every kind that offices send are read alike; what cannot be read is refused in one line."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.draft import reports
from workreport.diagnostics import Refusal
from workreport.draft.reading import received
from workreport.draft.structure import outlined

KINDS: dict[str, Callable[[], bytes]] = {
    "report.docx": reports.word,
    "report.html": lambda: reports.page().encode(),
    "gbk.html": lambda: reports.page().replace("utf-8", "gb2312").encode("gbk"),
    "report.md": lambda: reports.plain().replace("\n", "\n\n").encode(),
    "bom.txt": lambda: reports.plain().encode("utf-8-sig"),
    "unicode.txt": lambda: reports.plain().encode("utf-16"),
    "gbk.txt": lambda: reports.plain().encode("gb18030"),
    "wrapped.txt": lambda: reports.wrapped().encode(),
    "report.pdf": reports.portable,
}


def read(folder: Path, name: str, raw: bytes) -> str:
    """The source text of a file, and the lines that were lifted out."""
    path = folder / name
    path.write_bytes(raw)
    return outlined(received(path, name), name).outline.text


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same_text(name: str, tmp_path: Path) -> None:
    wanted = read(tmp_path, "report.txt", reports.plain().encode())
    # A PDF has no blank between characters: what stands between an office and a name is not seen.
    assert read(tmp_path, name, KINDS[name]()).replace("县长张三", "县长 张三") == wanted


def test_a_name_that_does_not_say_what_a_file_is_does_not_matter(tmp_path: Path) -> None:
    assert read(tmp_path, "report.txt", reports.word()) == read(tmp_path, "report.docx", reports.word())


def test_numbers_that_word_writes_by_itself_are_read(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    document = Document()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text in ("2023年工作回顾", "2024年工作安排"):
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        numbers = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", "0"), ("w:numId", "90")):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            numbers.append(child)
        properties.append(numbers)
    path = tmp_path / "numbered.docx"
    document.save(str(path))
    assert [line.text for line in received(path, path.name)] == ["一、2023年工作回顾", "二、2024年工作安排"]


def test_tables_and_tracked_insertions_are_read(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = Document()
    paragraph = document.add_paragraph("新建学校")
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t>3所</w:t></w:r></w:ins>'))
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "粮食产量", "12万吨"
    path = tmp_path / "table.docx"
    document.save(str(path))
    assert [line.text for line in received(path, path.name)] == ["新建学校3所", "粮食产量 12万吨"]


def packed(**entries: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/"), data)
    return made.getvalue()


REFUSED = {
    "old.doc": (bytes.fromhex("d0cf11e0a1b11ae1") + b"x", "draft-format", "this is an old Word file (.doc)"),
    "sheet.docx": (packed(workbook=b"x"), "draft-format", "this is a packed file, and no Word file"),
    "broken.docx": (packed(**{"word__document.xml": b"<"}), "draft-file", "this file is broken"),
    "cut.docx": (reports.word()[:2000], "draft-file", "this file is broken"),
    "bomb.docx": (
        packed(**{"word__document.xml": bytes(70 << 20)}), "draft-file", "this file unpacks to more than 64 MiB",
    ),
    "cut.pdf": (b"%PDF-1.4\n1 0 obj", "draft-file", "this file is broken"),
    "scan.pdf": (reports.portable().replace(b"> Tj", b"> pp"), "draft-empty", "there is no text in this file"),
    "empty.txt": (b"\n \n", "draft-empty", "there is no text in this file"),
    "noise.txt": (b"ab\0\0cd", "draft-format", "this file holds no text"),
    "table.xlsx": (b"abc", "draft-format", "this file is not what its name says (.xlsx)"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    raw, code, said = REFUSED[name]
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(Refusal) as caught:
        received(tmp_path / name, name)
    assert str(caught.value).startswith(f"{name}: error[{code}]: {said}")
    assert "\n  hint: " in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"x\.docx: error\[draft-file\]: this file cannot be read"):
        received(tmp_path / "x.docx", "x.docx")


def test_a_format_whose_package_is_missing_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "workreport.draft.reading.word", raising=False)
    (tmp_path / "a.docx").write_bytes(reports.word_bytes)
    with pytest.raises(Refusal, match=r"(?s)not installed \(docx\).*requirements-draft\.txt"):
        received(tmp_path / "a.docx", "a.docx")
