"""The tree that ECharts' painter makes, as a clean SVG: no styles, no literal colours, no ids, nothing invisible. Pure.

What is written here goes inline into pages under a strict Content-Security-Policy, and, with colours of its own, into
a file to download. A drawing that is not as expected is refused and never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from workreport.content import schema
from workreport.diagnostics import refusal, say
from workreport.gate import CHART_DRAWING, Scheme, pale

Node = tuple[str, Mapping[str, Any], Sequence[Any], str | None]

COLOURS = {
    "ink": "#1b2126",
    "soft": "#414b54",
    "line": "#c3ccd2",
    "track": "#eceff1",
    "paper": "#ffffff",
    "outcome": "#0a4a78",
    "goal": "#8a4300",
    "goal-pale": "#fdf0e2",
    "outcome-pale": "#e3eef6",
    "count": "#414b54",
    "count-pale": "#eceff1",
    "pale": "#e3eef6",
}
"""The colours of a downloaded chart: those of the light page."""


def own_colours(looks: schema.Looks, scheme: Scheme) -> dict[str, str]:
    """The colours that the looks of a place give to charts."""
    found: dict[str, str] = {}
    if looks.main:
        full = getattr(looks.main, scheme).lower()
        found |= {"outcome": full, "outcome-pale": pale(full, scheme), "pale": pale(full, scheme)}
    if looks.second:
        full = getattr(looks.second, scheme).lower()
        found |= {"goal": full, "goal-pale": pale(full, scheme)}
    return found


FONTS = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

_KEPT = {
    "path": ("d", "fill", "stroke", "stroke-width", "stroke-dasharray"),
    "circle": ("cx", "cy", "r", "fill", "stroke", "stroke-width", "stroke-dasharray"),
    "polygon": ("points", "fill", "stroke", "stroke-width", "stroke-dasharray"),
    "polyline": ("points", "fill", "stroke", "stroke-width", "stroke-dasharray"),
    "text": ("fill", "text-anchor"),
}
_DROPPED = re.compile(
    r"ecmeta_.*|pointer-events|dominant-baseline|xml:space|style|transform|x|y|stroke-linejoin|stroke-miterlimit"
)
_TRANSLATE = re.compile(r"translate\((-?[\d.]+) (-?[\d.]+)\)")
_COLOUR = re.compile(r"var\(--chart-([a-z-]+)\)|none")
_SIZE = re.compile(r"font-size:([\d.]+)px;font-family:sans-serif;(?:font-weight:(\d+);)?")
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-\d+)?")
_VARIABLE = re.compile(r"var\(--chart-([a-z-]+)\)")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The inside of an SVG in parts, and its size in pixels."""

    common: str
    """Legend and axis."""
    rows: tuple[str, ...]
    """What belongs to each row."""
    fields: tuple[tuple[float, float], ...]
    """Where each row lies: top and height."""
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart as pages show it, in ordinary and in large type, and as a file to download.

    In the two for pages each row is a link. Its address begins with `UP`, for which a page puts its way to the root.
    """

    page: str
    large: str
    file: bytes
    live: str
    """What the explorer draws, as JSON (`live`)."""
    wide: Drawing
    """What the file holds between its title and what stands below it."""
    usual: Drawing
    """What a page holds in ordinary type."""
    title: str
    below: tuple[str, ...]
    """The note, the caveats and the class."""
    source: tuple[str, ...]
    """The source with its date, and the address where that is known."""
    picture: bool = False
    """Whether it is a PNG as well."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What a picture of it has to set."""
        shown = unescape("".join(_TAG.sub("", part) for part in (self.wide.common, *self.wide.rows)))
        return (self.title, shown, *self.below, *self.source)


UP = 'href="up:'
"""Cannot stand in a text of a drawing, where quotation marks are escaped."""

Drawings = Mapping[tuple[str, str], Drawn]
"""By language and path of the chart. A site that is built without charts has none."""


class _Unexpected(Exception):
    """The drawing holds something that has no place in it, as its `Message` says."""


def clean(tree: Node, spans: Sequence[tuple[float, float]], name: str) -> Drawing:
    """ECharts' tree as the inside of an SVG, the shapes of each row by themselves.

    `spans` are the rows' tops and heights. Raises `Refusal` (chart-drawing) naming the chart where anything is not as
    expected.
    """
    try:
        return _clean(tree, spans)
    except _Unexpected as error:
        hint = say("this is a fault of the program")
        raise refusal(name, CHART_DRAWING, error.args[0], hint) from None


def _clean(tree: Node, spans: Sequence[tuple[float, float]]) -> Drawing:
    tag, attributes, children, _ = tree
    if tag != "svg":
        raise _Unexpected(say("the drawing begins with <{tag}>", tag=tag))
    drawn = [0] * len(spans)
    rows: list[list[str]] = [[] for _ in spans]
    common: list[str] = []
    for child in children:
        if _is_background(child):
            continue
        row = int(child[1].get("ecmeta_data_index", len(spans)))
        (rows[row] if row < len(spans) else common).append(_element(child))
        if row < len(spans) and child[0] != "text":
            drawn[row] += 1
    for row, count in enumerate(drawn):
        if not count:
            raise _Unexpected(say("the drawing shows nothing in row {row}", row=row + 1))
    if not any(part.startswith("<text") for part in (*common, *(part for parts in rows for part in parts))):
        raise _Unexpected(say("the drawing has no text"))
    return Drawing(
        common="".join(common),
        rows=tuple("".join(parts) for parts in rows),
        fields=tuple(spans),
        width=attributes["width"],
        height=attributes["height"],
    )


def _is_background(node: Node) -> bool:
    tag, attributes, _, _ = node
    return tag == "rect" and attributes.get("fill") == "none" and "stroke" not in attributes


def _element(node: Node) -> str:
    tag, attributes, children, text = node
    if tag not in _KEPT:
        raise _Unexpected(say("the drawing holds a <{tag}>", tag=tag))
    if children:
        raise _Unexpected(say("the drawing holds something inside a <{tag}>", tag=tag))
    kept: dict[str, str] = {}
    for key, value in attributes.items():
        if key in _KEPT[tag]:
            kept[key] = _value(key, value)
        elif not _DROPPED.fullmatch(key):
            raise _Unexpected(say("the drawing has the attribute {key} on <{tag}>", key=key, tag=tag))
    if tag != "text":
        if "transform" in attributes or "style" in attributes:
            raise _Unexpected(say("the drawing has a style or a transform on <{tag}>", tag=tag))
        if kept.get("fill", "none") == "none" and kept.get("stroke", "none") == "none":
            raise _Unexpected(say("the drawing has a <{tag}> that nobody can see", tag=tag))
        return f"<{tag}{_attributes(kept)}/>"
    if not text:
        raise _Unexpected(say("the drawing has an empty text"))
    if "fill" not in kept:
        raise _Unexpected(say("the drawing has a text without a colour"))
    size = _SIZE.fullmatch(str(attributes.get("style", "")))
    moved = _TRANSLATE.fullmatch(str(attributes.get("transform", "translate(0 0)")))
    if size is None or moved is None:
        raise _Unexpected(say("the drawing has a text that is set in another way"))
    # A baseline in numbers, since not every program that opens an SVG knows dominant-baseline.
    x = float(moved[1]) + float(attributes.get("x", 0))
    y = float(moved[2]) + float(attributes.get("y", 0)) + 0.35 * float(size[1])
    kept = {"x": _short(x), "y": _short(y), **kept, "font-size": size[1]}
    if kept.get("text-anchor") == "start":
        del kept["text-anchor"]
    if size[2]:
        kept["font-weight"] = size[2]
    return f"<text{_attributes(kept)}>{_text(text)}</text>"


def _value(key: str, value: object) -> str:
    text = _short(value) if isinstance(value, int | float) else str(value)
    if key in ("fill", "stroke"):
        colour = _COLOUR.fullmatch(text)
        if colour is None or (colour[1] is not None and colour[1] not in COLOURS):
            raise _Unexpected(say("the drawing has the colour {colour}, which is no variable of the page", colour=text))
    elif "NaN" in text or "Infinity" in text or "undefined" in text:
        raise _Unexpected(say("the drawing has a {key} that is no number", key=key))
    return _NUMBER.sub(lambda m: _short(float(m[0])), text)


def _short(value: float) -> str:
    """A number with at most two decimals: more than any screen shows."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _text(text: str) -> str:
    """Text escaped; quotation marks too, since in a page the link check looks for ` href="` wherever it stands."""
    return escape(text, quote=False).replace('"', "&quot;")


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())


def inline(
    drawing: Drawing, identity: str, style: str, title: str, description: str, links: Sequence[tuple[str, str]]
) -> str:
    """An SVG for a page: named and described for those who do not see it, coloured by the page.

    `links`: of each row its path and what it says. The field of a row takes taps; what is drawn in it is decoration.
    """
    rows = "".join(
        f'<a {UP}{escape(path)}" aria-label="{escape(says)}"><g aria-hidden="true">{row}<rect class="hit" x="0" '
        f'y="{_short(top)}" width="{drawing.width}" height="{_short(high)}" fill="none" pointer-events="all"/></g></a>'
        for row, (top, high), (path, says) in zip(drawing.rows, drawing.fields, links, strict=True)
    )
    return (
        f'<svg class="{style}" viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" '
        f'height="{drawing.height}" role="group" aria-labelledby="{identity}-t" aria-describedby="{identity}-d">'
        f'<title id="{identity}-t">{_text(title)}</title>'
        f'<desc id="{identity}-d">{_text(description)}</desc>'
        f'<g aria-hidden="true">{drawing.common}</g>{rows}</svg>'
    )


def standalone(
    drawing: Drawing,
    language: str,
    title: Sequence[str],
    description: str,
    source: Sequence[str],
    colours: Mapping[str, str] = COLOURS,
) -> bytes:
    """An SVG file that stands alone: its own colours and fonts, its title above, its notes and its source below."""
    margin, line = 24, 26
    top = margin + line * len(title)
    height = top + drawing.height + 12 + 20 * len(source) + margin
    width = drawing.width + 2 * margin
    body = drawing.common + "".join(drawing.rows)
    ink, soft = colours["ink"], colours["soft"]

    def lines(texts: Sequence[str], y: float, step: float, attributes: str) -> Iterator[str]:
        for index, text in enumerate(texts):
            yield f'<text x="{margin}" y="{_short(y + step * index)}" {attributes}>{escape(text, quote=False)}</text>'

    parts = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{language}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="{FONTS}" role="img" aria-labelledby="t" aria-describedby="d">\n',
        f'<title id="t">{escape(" ".join(title), quote=False)}</title>\n',
        f'<desc id="d">{escape(description, quote=False)}</desc>\n',
        f'<rect width="{width}" height="{height}" fill="{colours["paper"]}"/>\n',
        *lines(title, margin + 14, line, f'fill="{ink}" font-size="19" font-weight="600"'),
        f'\n<g transform="translate({margin} {top})">{body}</g>\n',
        *lines(source, top + drawing.height + 26, 20, f'fill="{soft}" font-size="14"'),
        "\n</svg>\n",
    )
    return coloured("".join(parts), colours).encode()


def coloured(markup: str, colours: Mapping[str, str]) -> str:
    """Variables of pages as colours; in tags alone, since a text may well read like a variable."""
    return _TAG.sub(lambda tag: _VARIABLE.sub(lambda m: colours[m[1]], tag[0]), markup)
