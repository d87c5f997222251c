"""A file in any of the formats that are read: its lines, or one plain error."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from workreport.diagnostics import Code, Refusal, refusal, say
from workreport.draft.reading import marked, plain, web
from workreport.draft.reading.line import Line
from workreport.interpreter import CHECKOUT, remedy

DRAFT_FILE = Code("draft-file", say("A report to draft from cannot be read."))
DRAFT_FORMAT = Code("draft-format", say("A report to draft from is in a format that is not read."))
DRAFT_EMPTY = Code("draft-empty", say("A report to draft from has no text in it."))

_LARGEST = 64 << 20
"""Bytes that a file may have, and that a packed one may unpack to."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What an old Word file begins with, and a new one that is locked by a password."""


def received(path: Path, shown: str) -> tuple[Line, ...]:
    """The lines of a file. Raises `Refusal` with one problem where it cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            message = say("this file is larger than {mib} MiB", mib=_LARGEST >> 20)
            raise refusal(shown, DRAFT_FILE, message, say("take the pictures out of it, or save it as text"))
        raw = path.read_bytes()
    except OSError as error:
        hint = say("name the file that the office sent")
        raise refusal(shown, DRAFT_FILE, say("this file cannot be read: {why}", why=error.strerror), hint) from None
    lines = _lines(raw, path.suffix.lower(), shown)
    if not any(not line.aside for line in lines):
        hint = say("a scan is a picture: ask the office for the file that it was printed from")
        raise refusal(shown, DRAFT_EMPTY, say("there is no text in this file"), hint)
    return tuple(lines)


def _lines(raw: bytes, suffix: str, shown: str) -> list[Line]:
    """By what a file is, whatever it is called; by its name where the text does not say."""
    if raw.startswith(b"%PDF"):
        return _portable(raw, shown)
    if raw.startswith(b"PK"):
        return _word(raw, shown)
    if raw.startswith(_OLE):
        message = say("this is an old Word file (.doc), or one with a password")
        raise refusal(shown, DRAFT_FORMAT, message, say("open it and save it as .docx, without a password"))
    if suffix not in ("", ".txt", ".md", ".markdown", ".html", ".htm"):
        message = say("this file is not what its name says ({suffix})", suffix=suffix)
        raise refusal(shown, DRAFT_FORMAT, message, say("send .docx, .pdf, .html, .md or .txt"))
    try:
        if suffix in (".html", ".htm") or raw.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
            return web.lines_of(raw)
        text = plain.decoded(raw)
    except (UnicodeError, LookupError):
        hint = say("save it as UTF-8 text, or send .docx")
        raise refusal(shown, DRAFT_FILE, say("the encoding of this text cannot be told"), hint) from None
    except ModuleNotFoundError as error:
        raise _missing(error, shown) from None
    if "\0" in text:
        message = say("this file holds no text")
        raise refusal(shown, DRAFT_FORMAT, message, say("send .docx, .pdf, .html, .md or .txt"))
    return marked.lines_of(text) if suffix in (".md", ".markdown") else plain.lines_of(text)


def _word(raw: bytes, shown: str) -> list[Line]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            packed = archive.infolist()
            names = {entry.filename for entry in packed}
            if "word/document.xml" not in names:
                message = say("this is a packed file, and no Word file")
                raise refusal(shown, DRAFT_FORMAT, message, say("send .docx, .pdf, .html, .md or .txt"))
            if sum(entry.file_size for entry in packed if entry.filename.endswith((".xml", ".rels"))) > _LARGEST:
                message = say("this file unpacks to more than {mib} MiB", mib=_LARGEST >> 20)
                raise refusal(shown, DRAFT_FILE, message, say("open it and save it again, or save it as text"))
        return _reader("word", shown)(raw)
    except Refusal:
        raise
    except Exception as error:  # whatever is wrong with the bytes of a file is wrong with the file
        raise _broken(shown, error) from None


def _portable(raw: bytes, shown: str) -> list[Line]:
    reader = _reader("portable", shown)
    from pdfminer.pdfdocument import PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    try:
        return reader(raw)
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        hint = say("save it without a password")
        raise refusal(shown, DRAFT_FILE, say("this file is locked by a password"), hint) from None
    except Exception as error:  # as above
        raise _broken(shown, error) from None


def _broken(shown: str, error: Exception) -> Refusal:
    why = f"{type(error).__name__}: {error}"[:120].replace("\n", " ")
    hint = say("open it and save it again, or ask for another copy")
    return refusal(shown, DRAFT_FILE, say("this file is broken: {why}", why=why), hint)


def _reader(name: str, shown: str) -> Callable[[bytes], list[Line]]:
    """The reader of a format that needs a package of its own."""
    try:
        reader: Callable[[bytes], list[Line]] = import_module(f"workreport.draft.reading.{name}").lines_of
    except ModuleNotFoundError as error:
        raise _missing(error, shown) from None
    return reader


def _missing(error: ModuleNotFoundError, shown: str) -> Refusal:
    own = f"{sys.executable} -m pip install python-docx pdfminer.six charset-normalizer"
    command = remedy("requirements-draft.txt") if CHECKOUT else own
    name = (error.name or "").partition(".")[0]
    message = say("this format needs a package that is not installed ({name})", name=name)
    return refusal(shown, DRAFT_FILE, message, say("install it once: {command}", command=command))
