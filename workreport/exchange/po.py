"""Gettext's PO, as Poedit, Weblate and OmegaT read it, by polib. Pure.

`msgctxt` is the unit, so that the same words in two places are two entries.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import polib

from workreport.diagnostics import say
from workreport.exchange.broken import Broken
from workreport.exchange.remarks import remarks
from workreport.exchange.unit import Returned, Unit

_LINE = re.compile(r"line (\d+)")


def write(units: Sequence[Unit], source: str, target: str) -> bytes:
    """The units, in the languages of these tags."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": "Open Work Report",
        "Language": target,
        "X-Source-Language": source,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for unit in units:
        file.append(
            polib.POEntry(
                msgctxt=unit.key,
                msgid=unit.source,
                msgstr=unit.target,
                comment="\n".join(remarks(unit)),
                occurrences=[(unit.file, str(unit.line))],
            )
        )
    return f"{file}\n".encode()


def read(raw: bytes) -> list[Returned]:
    """What a file has for each unit. Raises `Broken`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Broken(say("this file is not UTF-8 text"), raw.count(b"\n", 0, error.start) + 1) from None
    if "msgid" not in text:
        raise Broken(say("this is no PO file"))
    try:
        # polib takes a text that has a line end for the text itself, and not for a path.
        file = polib.pofile(text.replace("\r\n", "\n") + "\n", check_for_duplicates=False)
    except (OSError, ValueError, KeyError, IndexError, AttributeError, UnicodeError) as error:
        at = _LINE.search(str(error))
        raise Broken(say("this is no PO file"), int(at[1]) if at else 0) from None
    return [
        Returned(
            key=entry.msgctxt or "",
            source=entry.msgid,
            target=entry.msgstr,
            line=entry.linenum,
            finished="fuzzy" not in entry.flags,
        )
        for entry in file
        if not entry.obsolete
    ]
