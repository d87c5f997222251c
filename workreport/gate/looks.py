"""The gate: a place's own colours can be read on every background of the site, and its pictures are pictures. Pure.

Text has the contrast that the page on accessibility promises, 7:1 (WCAG 2.2, 1.4.6), marks of charts 3:1 (1.4.11).
Paper is not asked: there all is black on white.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from xml.etree import ElementTree

from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.gate.colours import BACKGROUNDS, CHART_BACKGROUNDS, SCHEMES, Scheme, contrast, nearest, pale
from workreport.gate.context import Context
from workreport.gate.remote import ASSET_REMOTE, STYLE, asset_faults
from workreport.gate.rule import Rule

LOOKS_CONTRAST = Code("looks-contrast", say("A colour of the looks is too near to a background of the site."))
LOOKS_PICTURE = Code("looks-picture", say("A picture of the looks is not what its name says, or not of use."))

Role = Literal["main", "second"]
ROLES: tuple[Role, Role] = ("main", "second")

_TEXT, _MARKS = 7, 3
_MOST = 50_000
"""Bytes of a mark, which every page loads."""
_LEAST = 180
"""Pixels of a picture for share cards and home screens."""
_PNG = re.compile(rb"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR(.{4})(.{4})", re.DOTALL)
_OTHER = re.compile(
    r"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|^<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE
)
_SVG = "{http://www.w3.org/2000/svg}svg"
_RUNNING = frozenset({"script", "foreignobject", "iframe", "handler"})


def faults(context: Context) -> Iterator[Diagnostic]:
    """Colours that cannot be read, and pictures that are none."""
    entry = context.content.site
    looks = entry.value.looks
    for role in ROLES:
        if (shade := getattr(looks, role)) is not None:
            for scheme in SCHEMES:
                if said := _unread(getattr(shade, scheme), role, scheme):
                    yield entry.problem(("looks", role, scheme), LOOKS_CONTRAST, *said)
    folder = f"{entry.document.path.rpartition('/')[0]}/looks"
    for field in ("mark", "share"):
        if (name := getattr(looks, field)) is not None:
            data = context.content.pictures[name]
            yield from _remote(f"{folder}/{name}", data)
            if said := _unusable(name, data, field):
                yield entry.problem(("looks", field), LOOKS_PICTURE, *said)


def _unread(colour: str, role: Role, scheme: Scheme) -> tuple[Message, Message] | None:
    """Where a colour has least of the contrast that it needs, and the nearest that has enough; None where all is well."""

    def short(tried: str) -> list[tuple[float, int, str]]:
        """What it falls short of: the part of it that it has, what is needed, and the background."""
        needed = [(background, _MARKS) for background in (*CHART_BACKGROUNDS[scheme], pale(tried, scheme))]
        if role == "main":
            needed += [(background, _TEXT) for background in BACKGROUNDS[scheme]]
        rated = ((contrast(tried, background) / least, least, background) for background, least in needed)
        return sorted(one for one in rated if one[0] < 1)

    if not (found := short(colour)):
        return None
    part, least, background = found[0]
    message = say(
        "the contrast of {colour} with {background}, a background of {pages}, is {ratio}:1; {need}",
        colour=colour,
        background=background,
        pages=say("light pages") if scheme == "light" else say("dark pages"),
        ratio=f"{int(part * least * 100) / 100:.2f}",  # never rounded up to what is needed
        need=say("links need 7:1") if least == _TEXT else say("charts need 3:1"),
    )
    return message, say(
        'the nearest that passes is "{near}"', near=nearest(colour, scheme, lambda tried: not short(tried))
    )


def _remote(path: str, data: bytes) -> Iterator[Diagnostic]:
    """What a drawing would run or ask for, as it is written and as it is read."""
    if not path.endswith(".svg"):
        return
    written = asset_faults(path, data.decode("utf-8", "replace"))
    yield from written
    root = None if written else _tree(data)
    for element in root.iter() if root is not None else ():
        named = {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}
        running = element.tag.rpartition("}")[2].lower() in _RUNNING or any(name.startswith("on") for name in named)
        leading = not named.get("href", "#").startswith("#")
        if running or leading or any(STYLE.search(text) for text in (*named.values(), element.text or "")):
            what = say("<{tag}> runs code in the page or asks another host", tag=element.tag.rpartition("}")[2])
            yield Diagnostic(path=path, code=ASSET_REMOTE, message=what, hint=say("draw it without that"))


def _tree(data: bytes) -> ElementTree.Element | None:
    """A drawing as XML; None where it is none, or names what another reader might read otherwise."""
    try:
        text = data.decode("utf-8-sig")
        return None if _OTHER.search(text) else ElementTree.fromstring(text.encode())
    except (UnicodeDecodeError, ElementTree.ParseError):
        return None


def _unusable(name: str, data: bytes, field: str) -> tuple[Message, Message] | None:
    """Why a picture cannot be used, and what to do; None where it can."""
    if field == "mark" and len(data) > _MOST:
        return say("“{name}” is larger than 50 KB, and every page loads it", name=name), say("make it smaller")
    if name.endswith(".svg"):
        root = _tree(data)
        if root is None or root.tag != _SVG:
            return (
                say("“{name}” is not an SVG drawing in UTF-8 without a DOCTYPE", name=name),
                say("save it as a plain SVG"),
            )
        if "viewBox" not in root.attrib:
            return say("“{name}” has no viewBox, so that it cannot be drawn smaller", name=name), say(
                "save it with one"
            )
        return None
    found = _PNG.match(data)
    if found is None:
        return say("“{name}” is not a PNG picture", name=name), say("save it as PNG; another name does not change it")
    width, height = (int.from_bytes(size) for size in found.groups())
    if width != height:
        return say("“{name}” is {width} by {height} pixels", name=name, width=width, height=height), say(
            "make it square"
        )
    if field == "share" and width < _LEAST:
        what = say(
            "“{name}” is {width} pixels wide, and home screens need {least}", name=name, width=width, least=_LEAST
        )
        return what, say("300 is a good size")
    return None


RULE = Rule(key="looks", check=None, codes=(LOOKS_CONTRAST, LOOKS_PICTURE, ASSET_REMOTE), faults=faults)
