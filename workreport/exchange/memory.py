"""Finished pairs as a translation memory: TMX 1.4. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from workreport import __version__
from workreport.exchange.unit import Unit


def write(units: Sequence[Unit], source: str, target: str) -> bytes:
    """The units that have a translation, each pair once."""
    root = etree.Element("tmx", version="1.4")
    about = {
        "creationtool": "workreport",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "Open Work Report",
        "adminlang": target,
        "srclang": source,
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", about)
    body = etree.SubElement(root, "body")
    for pair in dict.fromkeys((unit.source, unit.target) for unit in units if unit.target):
        entry = etree.SubElement(body, "tu")
        for tag, words in zip((source, target), pair, strict=True):
            said = etree.SubElement(entry, "tuv", {"{http://www.w3.org/XML/1998/namespace}lang": tag})
            etree.SubElement(said, "seg").text = words
    etree.indent(root)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"
