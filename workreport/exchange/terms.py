"""The glossary for a translator's tools: TBX (ISO 30042, the older form that they all read) and CSV. Pure.

Its own terms with what they mean, the places, then the program's list of official renderings.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.content import Content, is_copied, schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A name and what it is called in the language of the translation."""

    kind: str
    """term, place or official."""
    id: str
    """"" for an official one."""
    source: str
    targets: tuple[str, ...]
    """The preferred one first; none where it has no rendering yet."""
    meaning: str = ""


def renderings(content: Content) -> list[Rendering]:
    """All of a content folder, loaded in two languages."""
    return list(_own(content)) + [
        Rendering(kind="official", id="", source=name, targets=said) for name, said in content.established.items()
    ]


def _own(content: Content) -> Iterator[Rendering]:
    lang = content.languages[-1]
    for term in content.glossary.value.terms if content.glossary else ():
        yield _rendering("term", term, lang, term.also, term.meaning.source)
    for place in content.places.value.places if content.places else ():
        yield _rendering("place", place, lang)


def _rendering(
    kind: str, item: schema.Term | schema.Place, lang: str, also: Sequence[str] = (), meaning: str = ""
) -> Rendering:
    said = () if is_copied(item.name.source, item.name[lang]) else (item.name[lang], *also)
    return Rendering(kind=kind, id=item.id, source=item.name.source, targets=said, meaning=meaning)


def as_csv(found: Sequence[Rendering], source: str, target: str) -> bytes:
    """A line for each, in UTF-8 with the mark that Excel and WPS look for."""
    to = io.StringIO()
    lines = csv.writer(to)
    lines.writerow(["kind", "id", source, target, "also", "meaning"])
    for one in found:
        lines.writerow([one.kind, one.id, one.source, *one.targets[:1], *([""] * (not one.targets)), "; ".join(one.targets[1:]), one.meaning])  # fmt: skip
    return b"\xef\xbb\xbf" + to.getvalue().encode()


def as_tbx(found: Sequence[Rendering], source: str, target: str) -> bytes:
    """An entry for each that has a rendering."""
    from lxml import etree

    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    root = etree.Element("martif", {"type": "TBX-Basic", lang: source})
    header = etree.SubElement(root, "martifHeader")
    described = etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc")
    etree.SubElement(described, "p").text = "Open Work Report: glossary, places, official renderings"
    coded = etree.SubElement(etree.SubElement(header, "encodingDesc"), "p", type="XCSURI")
    coded.text = "http://www.ttt.org/oscarstandards/tbx/TBXXCS.xcs"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for one in found:
        if not one.targets:
            continue
        entry = etree.SubElement(body, "termEntry", {"id": f"{one.kind}-{one.id}"} if one.id else {})
        if one.meaning:
            etree.SubElement(entry, "descrip", type="definition").text = one.meaning
        for tag, words in ((source, (one.source,)), (target, one.targets)):
            group = etree.SubElement(entry, "langSet", {lang: tag})
            for rank, word in enumerate(words):
                item = etree.SubElement(group, "tig")
                etree.SubElement(item, "term").text = word
                if len(words) > 1:
                    status = "preferredTerm-admn-sts" if rank == 0 else "admittedTerm-admn-sts"
                    etree.SubElement(item, "termNote", type="administrativeStatus").text = status
    etree.indent(root)
    made: bytes = etree.tostring(
        root, xml_declaration=True, encoding="UTF-8", doctype='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'
    )
    return made + b"\n"
