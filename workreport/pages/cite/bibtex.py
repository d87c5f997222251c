"""BibTeX: a techreport, which old and new styles know, or misc for a comparison. Pure."""

from __future__ import annotations

import re

from workreport.pages.cite.apa import MONTHS
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The entry, a field a line. `annote` holds what styles do not print."""
    work = cited.work(cited.lang)
    year, month = work.issued.split("-")[:2] if work.issued else ("", "")
    fields = {
        "author": "{{" + escape(work.author) + "}}" if work.author else "",
        "title": "{{" + escape(work.title) + "}}",  # styles write titles in small letters, names of places too
        "institution": "" if cited.is_comparison else "{" + escape(work.author) + "}",
        "type": "" if cited.is_comparison else "{" + cited.word("kind") + "}",
        "number": "{" + escape(work.number) + "}",
        "howpublished": "{" + escape(work.site) + "}" if cited.is_comparison else "",
        "year": "{" + year + "}",
        "month": MONTHS[int(month) - 1][:3].lower() if month else "",  # a word that styles know
        "url": "{" + work.address + "}",
        "urldate": "{" + TODAY + "}",
        "annote": "{" + escape(cited.tail) + "}",
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value not in ("", "{}")]
    return f"@{'misc' if cited.is_comparison else 'techreport'}{{{cited.key},\n{''.join(lines)}}}"


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


BIBTEX = Style(write=write, name=lambda cited: cited.word("bibtex"), ending="bib")
