"""XLIFF 1.2, as OmegaT, Trados, Weblate and Poedit read it: a `file` for each file of the content. Pure.

https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html. A unit without a translation has no `target`: editors that find an
empty one count it as done.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from lxml import etree

from workreport.diagnostics import say
from workreport.exchange.broken import Broken
from workreport.exchange.remarks import remarks
from workreport.exchange.unit import Returned, Unit

_NS = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_PLACE = re.compile(r", line \d+, column \d+$")


def write(units: Sequence[Unit], source: str, target: str) -> bytes:
    """The units, in the languages of these tags."""
    root = etree.Element(f"{{{_NS}}}xliff", {"version": "1.2"}, nsmap={None: _NS})
    for name, own in groupby(units, key=lambda unit: unit.file):
        about = {"original": name, "source-language": source, "target-language": target, "datatype": "plaintext"}
        body = _add(_add(root, "file", "", **about), "body")
        for unit in own:
            done = {"approved": "yes"} if unit.target else {}
            item = _add(body, "trans-unit", "", id=unit.id, resname=unit.key, **done)
            item.set(f"{_XML}space", "preserve")
            _add(item, "source", unit.source)
            if unit.target:
                _add(item, "target", unit.target, state="translated")
            place = _add(item, "context-group", "", purpose="location")
            _add(place, "context", name, **{"context-type": "sourcefile"})
            _add(place, "context", str(unit.line), **{"context-type": "linenumber"})
            for remark in remarks(unit):
                _add(item, "note", remark, **{"from": "developer"})
    etree.indent(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"


def read(raw: bytes) -> list[Returned]:
    """What a file has for each unit. Raises `Broken`."""
    root = tree(raw)
    if etree.QName(root).localname != "xliff" or not str(root.get("version")).startswith("1."):
        raise Broken(say("this is no XLIFF of version 1.2"), root.sourceline)
    found = []
    for file in root.iter(f"{{{etree.QName(root).namespace}}}file" if etree.QName(root).namespace else "file"):
        for item in file.iter("{*}trans-unit"):
            source, target = item.find("{*}source"), item.find("{*}target")
            words = "" if target is None else "".join(target.itertext())
            state = None if target is None else target.get("state")
            found.append(
                Returned(
                    key=f"{file.get('original')}#{item.get('id')}",
                    source="" if source is None else "".join(source.itertext()),
                    target=words,
                    line=item.sourceline or 0,
                    finished=item.get("translate") != "no" and (state is None or not _open(state)),
                )
            )
    return found


def _open(state: str) -> bool:
    """Whether a state asks for more work: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state."""
    return state == "new" or state.startswith("needs-")


def tree(raw: bytes) -> Any:
    """An XML file, of which nothing leads to another file or grows. Raises `Broken`."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        why = _PLACE.sub("", error.msg)
        raise Broken(say("this is not well-formed XML: {why}", why=why), error.lineno or 0) from None
    if root.getroottree().docinfo.doctype:
        raise Broken(say("this has a DOCTYPE, which no XLIFF needs"), 1)
    return root


def _add(parent: Any, name: str, text: str = "", **fields: str) -> Any:
    """An element at the end of another, in the same namespace."""
    made = etree.SubElement(
        parent, f"{{{etree.QName(parent).namespace}}}{name}" if etree.QName(parent).namespace else name, fields
    )
    if text:
        made.text = text
    return made
