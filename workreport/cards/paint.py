"""A picture as PNG, through Pillow and the fonts beside this file, and resvg for the shapes of charts: the one place that
knows these two.

They are not imported before a picture has to be painted. A picture has few colours, the shades at the edges of letters among
them, and is painted in numbers of its palette from the start: FreeType draws letters in whole numbers, so that nothing
is rounded as one processor or another does.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from workreport.cards.sheet import PAPER, Box, Inset, Line, Sheet
from workreport.cards.typeface import DIGESTS, fonts
from workreport.diagnostics import refusal, say
from workreport.gate import CARD_ENGINE
from workreport.interpreter import remedy

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

_NEEDED = {"resvg_py": "resvg-py", "PIL": "pillow"}
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

    inks = sorted({_ink(shape) for shape in sheet.shapes if not isinstance(shape, Inset)} - {(PAPER, PAPER)})
    first = {ink: 1 + at * SHADES for at, ink in enumerate(inks)}  # the palest shade of each; paper is 0
    drawn = any(isinstance(shape, Inset) for shape in sheet.shapes)
    flat = sorted(sheet.colours.keys() - {PAPER, *(colour for colour, ground in inks if ground == PAPER)})
    palette = _palette(sheet.colours, inks, flat if drawn else [])
    canvas = Image.new("L", (sheet.width, sheet.height), 0)
    for shape in sheet.shapes:
        if isinstance(shape, Inset):
            canvas.paste(_shapes(shape, sheet.colours[PAPER], palette), (shape.x, shape.y))
            continue
        at = first.get(_ink(shape), 1 - SHADES)
        if isinstance(shape, Box):
            canvas.paste(at + SHADES - 1, (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height))
        else:
            _write(canvas, shape, at)
    canvas.putpalette(palette)
    bits = 4 if len(palette) <= 16 * 3 else 8
    out = io.BytesIO()
    canvas.save(out, "PNG", bits=bits, compress_level=9, compress_type=RLE)
    return out.getvalue()


def _ink(shape: Box | Line) -> tuple[str, str]:
    """A colour, and the one that it stands on."""
    return shape.colour, shape.ground if isinstance(shape, Line) else PAPER


def _write(canvas: Image, line: Line, first: int) -> None:
    """Set a line of text in a colour whose palest shade has the number `first`."""
    found, (left, top) = _font(round(line.size), line.bold).getmask2(line.text, "L", anchor="ls")
    mask = canvas._new(found)
    place = (round(line.x) + left, round(line.y + line.size) + top)
    shades = mask.point([first + level - 1 if level else 0 for level in _LEVELS])
    canvas.paste(shades, place, mask.point([255 * bool(level) for level in _LEVELS]))


def _shapes(inset: Inset, paper: str, palette: list[int]) -> Image:
    """The shapes of a drawing in numbers of the palette."""
    import resvg_py
    from PIL import Image

    width, height = round(inset.width * inset.scale), round(inset.height * inset.scale)
    found = resvg_py.svg_to_bytes(
        svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 '
        f'{inset.width} {inset.height}"><rect width="100%" height="100%" fill="{paper}"/>{inset.body}</svg>',
        skip_system_fonts=True,
    )
    colours = Image.new("P", (1, 1))
    colours.putpalette(palette)
    with Image.open(io.BytesIO(found)) as picture:
        few = picture.convert("RGB").quantize(palette=colours, dither=Image.Dither.NONE)
    return Image.frombytes("L", few.size, few.tobytes())


def _palette(colours: Mapping[str, str], inks: Sequence[tuple[str, str]], flat: Sequence[str]) -> list[int]:
    """Paper, the shades of some colours, and other colours without any: a pale one's would be taken for paper."""
    shades = [
        [round(a + (b - a) * level / SHADES) for a, b in zip(_rgb(colours[ground]), _rgb(colours[ink]), strict=True)]
        for ink, ground in inks
        for level in range(1, SHADES + 1)
    ]
    return [
        part for shade in (_rgb(colours[PAPER]), *shades, *(_rgb(colours[name]) for name in flat)) for part in shade
    ]


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
