"""RIS, which Zotero, EndNote, NoteExpress and their like read: one record. Pure."""

from __future__ import annotations

import re

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The record, a field a line; GOVDOC keeps the document's number, ELEC is a page of a site."""
    work = cited.read
    fields = [
        ("TY", "ELEC" if cited.is_comparison else "GOVDOC"),
        # A comma parts a person's names: what stands behind it in the name of a body goes in brackets.
        ("AU", re.sub(r",\s*(.+)", r" (\1)", work.author)),
        ("TI", work.named),
        ("T2" if cited.is_comparison else "DP", work.site),
        ("SN", work.number),
        ("PY", work.issued[:4]),
        ("DA", work.issued.replace("-", "/")),
        ("LA", language(cited.lang if cited.is_comparison else cited.site.source).tag),
        ("UR", work.address),
        ("Y2", TODAY),
        ("N1", cited.tail),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - "


RIS = Style(write=write, name=lambda cited: "RIS", ending="ris")
