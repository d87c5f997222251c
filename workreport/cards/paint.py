"""An SVG to a PNG, through resvg and the fonts beside this file: the one place that knows them, and Pillow.

Nothing here is imported before a picture has to be painted. A PNG holds as few colours as a drawing of ours needs, which
makes it a third as large.
"""

from __future__ import annotations

import io
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from workreport.cards.typeface import DIGESTS, FAMILY, fonts
from workreport.diagnostics import refusal, say
from workreport.gate import CARD_ENGINE
from workreport.interpreter import remedy

_NEEDED = {"resvg_py": "resvg-py", "PIL": "pillow"}
_PACKAGES = "requirements.txt"
COLOURS = 16
"""Of a picture: paper and a few inks, each with the shades of its edges."""


def available() -> None:
    """Raises `Refusal` (card-engine) where a package is missing that pictures need."""
    for module, package in _NEEDED.items():
        if find_spec(module) is None:
            message = say("pictures need the package {package}, which is not installed", package=package)
            fix = say("{install}; or build with --no-cards", install=remedy())
            raise refusal(_PACKAGES, CARD_ENGINE, message, fix)
    fonts()


def paint(svg: str) -> bytes:
    """The PNG of an SVG that needs no font but ours."""
    import resvg_py
    from PIL import Image

    found = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=list(fonts()),
        font_family=FAMILY,
        sans_serif_family=FAMILY,
    )
    with Image.open(io.BytesIO(found)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=6)
    return out.getvalue()


def painter_version() -> str:
    """A digest of all that turns a card into a PNG: code, fonts, versions of the packages."""
    folder = Path(__file__).resolve().parent
    parts = [*DIGESTS.values(), *(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))]
    parts.append((folder.parent / "charts" / "text.py").read_text("utf-8"))
    for package in _NEEDED.values():
        try:
            parts.append(version(package))
        except PackageNotFoundError:
            parts.append("none")
    return sha256("\0".join(parts).encode()).hexdigest()
