"""Colours as WCAG 2.2 measures them (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio); all written #rrggbb. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
BACKGROUNDS: dict[Scheme, tuple[str, ...]] = {
    "light": ("#ffffff", "#f4f6f7", "#fff2cc"),
    "dark": ("#14181b", "#1f2529", "#43350d", "#141414"),
}
"""What links stand on: --paper, --sheet and --mark of site.css, and the pages for frames."""
CHART_BACKGROUNDS: dict[Scheme, tuple[str, ...]] = {"light": ("#ffffff", "#eceff1"), "dark": ("#14181b", "#262d32")}
"""What marks of a chart stand on: --chart-paper and --chart-track."""
_PALE = {"light": 0.115, "dark": 0.17}
"""How much of a colour is in its pale form, the rest being the page."""
_ENDS = {"light": "#000000", "dark": "#ffffff"}


def contrast(one: str, other: str) -> float:
    """Their contrast ratio, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pale(colour: str, scheme: Scheme) -> str:
    """What fills a mark of a chart that the colour goes round."""
    return mixed(BACKGROUNDS[scheme][0], colour, _PALE[scheme])


def nearest(colour: str, scheme: Scheme, passes: Callable[[str], bool]) -> str:
    """The colour that passes, and of those between it and black (on light pages) or white the nearest."""
    between = (mixed(colour, _ENDS[scheme], step / 255) for step in range(256))
    return next(found for found in between if passes(found))


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with a share, 0 to 1, of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    """The relative luminance, 0 to 1."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (n / 255 for n in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
