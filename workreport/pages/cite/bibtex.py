"""BibTeX: an entry of type techreport, which old and new styles know. Pure."""

from __future__ import annotations

import re

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The entry, a field a line."""
    _, month, year = language("en").date(cited.meta.issued).split()
    fields = {
        "author": "{{" + escape(cited.issuer) + "}}",
        "title": "{{" + escape(cited.document) + "}}",  # styles write titles in small letters, names of places too
        "institution": "{" + escape(cited.issuer) + "}",
        "type": "{" + cited.word("kind") + "}",
        "number": "{" + escape(cited.meta.document_number) + "}",
        "year": "{" + year + "}",
        "month": month[:3].lower(),  # a word that styles know
        "url": "{" + cited.address + "}",
        "urldate": "{" + TODAY + "}",
        "note": "{" + escape(cited.tail) + "}",
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value != "{}"]
    return f"@techreport{{{cited.key},\n{''.join(lines)}}}"


_TEX = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, also those behind a backslash: one alone would swallow the entries after it.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def escape(text: str) -> str:
    """Text in a field: what TeX would take for a command is escaped."""
    return re.sub(r"[\\~^&%$#_{}]", lambda m: _TEX.get(m[0], "\\" + m[0]), text)


BIBTEX = Style(write=write, name=lambda cited: cited.word("bibtex"))
