"""A picture as PNG, through Pillow and the fonts beside this file: the one place that knows Pillow.

It is not imported before a picture has to be painted. A picture has few colours, the shades at the edges of letters among
them, and is painted in numbers of its palette from the start: FreeType draws letters in whole numbers, so that nothing
is rounded as one processor or another does.
"""

from __future__ import annotations

import io
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from workreport.cards.sheet import PAPER, Box, Sheet
from workreport.cards.typeface import DIGESTS, fonts
from workreport.diagnostics import refusal, say
from workreport.gate import CARD_ENGINE
from workreport.interpreter import remedy

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_NEEDED = {"PIL": "pillow"}
RLE = 3
"""Z_RLE of zlib: for pictures like these as small as its usual strategy at its best, and thirty times as fast."""
_PACKAGES = "requirements.txt"
SHADES = 3
"""Of each colour, from paper to its own: with five colours a picture has 16 and takes four bits a pixel."""
_LEVELS = [(value * SHADES + 127) // 255 for value in range(256)]


def available() -> None:
    """Raises `Refusal` (card-engine) where a package is missing that pictures need."""
    for module, package in _NEEDED.items():
        if find_spec(module) is None:
            message = say("pictures need the package {package}, which is not installed", package=package)
            fix = say("{install}; or build with --no-cards", install=remedy())
            raise refusal(_PACKAGES, CARD_ENGINE, message, fix)
    fonts()


def paint(sheet: Sheet) -> bytes:
    """The PNG of a picture."""
    from PIL import Image

    names = sorted({shape.colour for shape in sheet.shapes} - {PAPER})
    first = {name: 1 + at * SHADES for at, name in enumerate(names)}  # the palest shade of each; paper is 0
    canvas = Image.new("L", (sheet.width, sheet.height), 0)
    for shape in sheet.shapes:
        at = first.get(shape.colour, 1 - SHADES)
        if isinstance(shape, Box):
            canvas.paste(at + SHADES - 1, (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))
            continue
        found, (left, top) = _font(round(shape.size), shape.bold).getmask2(shape.text, "L", anchor="ls")
        mask = Image.Image()._new(found)
        place = (round(shape.x) + left, round(shape.y + shape.size) + top)
        canvas.paste(
            mask.point([at + level - 1 if level else 0 for level in _LEVELS]),
            place,
            mask.point([255 * bool(level) for level in _LEVELS]),
        )
    canvas.putpalette(_palette(sheet, names))
    out = io.BytesIO()
    canvas.save(out, "PNG", bits=4 if 1 + SHADES * len(names) <= 16 else 8, compress_level=9, compress_type=RLE)
    return out.getvalue()


def _palette(sheet: Sheet, names: list[str]) -> list[int]:
    """Paper, then the shades of each colour."""
    paper = _rgb(sheet.colours[PAPER])
    shades = [paper]
    for name in names:
        own = _rgb(sheet.colours[name])
        for level in range(1, SHADES + 1):
            shades.append([round(a + (b - a) * level / SHADES) for a, b in zip(paper, own, strict=True)])
    return [part for shade in shades for part in shade]


def _rgb(colour: str) -> list[int]:
    return [*bytes.fromhex(colour.removeprefix("#"))]


@cache
def _font(size: int, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    regular, heavy = fonts()
    return ImageFont.truetype(heavy if bold else regular, size, layout_engine=ImageFont.Layout.BASIC)


def painter_version() -> str:
    """A digest of all that turns a card into a PNG: code, fonts, versions of the packages."""
    folder = Path(__file__).resolve().parent
    parts = [*DIGESTS.values(), *(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))]
    parts += [(folder.parent / name).read_text("utf-8") for name in ("charts/text.py", "i18n/phrases.py")]
    for package in (*_NEEDED.values(), "segno", "rjieba"):
        try:
            parts.append(version(package))
        except PackageNotFoundError:
            parts.append("none")
    return sha256("\0".join(parts).encode()).hexdigest()
