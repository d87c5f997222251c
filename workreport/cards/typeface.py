"""The fonts of the pictures: where they are, what they hold, and that they are the ones meant."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from workreport.diagnostics import Refusal, refusal, say
from workreport.gate import CARD_ENGINE

FOLDER = Path(__file__).resolve().parent / "fonts"
FAMILY = "Noto Sans CJK SC"
CHARACTERS = "characters.txt"
WIDTHS = "widths.json"
DIGESTS = {
    "NotoSansSC-Regular.otf": "759e38a6a014f2bbe865d0654b8fe7579feaf48ba5cfe63e69d5affb7e9d697f",
    "NotoSansSC-Bold.otf": "c4e9fdc9561b34d1fd208a64b7fbd7eba708434d0dd4e5407a2574dca403e63c",
    CHARACTERS: "0f96e4098c77f6cff9446ce44280b594ebbe1e8532dd1366b3f837d84a5bf98d",
    WIDTHS: "ec03c6a3980d4f35d6102e928ab6741c0ffaf19077061dd3fd0c17f26f2f4e5f",
}
"""SHA-256 of each file, as the README beside them tells."""


def _wrong(name: str) -> Refusal:
    return refusal(
        f"workreport/cards/fonts/{name}",
        CARD_ENGINE,
        say("this is not the font that the pictures are set in: its checksum differs"),
        say("restore the file from the repository, or build with --no-cards"),
    )


def _read(name: str) -> bytes:
    try:
        data = (FOLDER / name).read_bytes()
    except OSError:
        raise _wrong(name) from None
    if sha256(data).hexdigest() != DIGESTS[name]:
        raise _wrong(name)
    return data


@cache
def fonts() -> tuple[str, ...]:
    """The paths of the font files. Raises `Refusal` (card-engine) where one is missing or another one."""
    for name in DIGESTS:
        _read(name)
    return tuple(str(FOLDER / name) for name in DIGESTS if name.endswith(".otf"))


@cache
def characters() -> frozenset[str]:
    """Every character that can be set. Raises `Refusal` (card-engine) where the list is missing or another one."""
    return frozenset(_read(CHARACTERS).decode("utf-8"))


@cache
def widths() -> Mapping[str, Sequence[int]]:
    """How wide each character is that is not an em wide, in thousandths of one: regular and bold. Raises as above."""
    found: dict[str, list[int]] = json.loads(_read(WIDTHS))
    return found


def ems(text: str, bold: bool) -> float:
    """The width of a text in ems."""
    known = widths()
    return sum(known[one][bold] if one in known else 1000 for one in text) / 1000


def lacking(*texts: str) -> frozenset[str]:
    """The characters of texts that cannot be set: a picture with any of them would show a box in its place."""
    return frozenset("".join(texts)) - characters()
