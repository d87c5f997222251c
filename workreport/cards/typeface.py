"""The fonts of the pictures: where they are, what they hold, and that they are the ones meant."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from workreport.diagnostics import Refusal, refusal, say
from workreport.gate import CARD_ENGINE

FOLDER = Path(__file__).resolve().parent / "fonts"
FAMILY = "Noto Sans CJK SC"
CHARACTERS = "characters.txt"
DIGESTS = {
    "NotoSansSC-Regular.otf": "759e38a6a014f2bbe865d0654b8fe7579feaf48ba5cfe63e69d5affb7e9d697f",
    "NotoSansSC-Bold.otf": "c4e9fdc9561b34d1fd208a64b7fbd7eba708434d0dd4e5407a2574dca403e63c",
    CHARACTERS: "0f96e4098c77f6cff9446ce44280b594ebbe1e8532dd1366b3f837d84a5bf98d",
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
    names = [name for name in DIGESTS if name != CHARACTERS]
    for name in names:
        _read(name)
    return tuple(str(FOLDER / name) for name in names)


@cache
def characters() -> frozenset[str]:
    """Every character that can be set. Raises `Refusal` (card-engine) where the list is missing or another one."""
    return frozenset(_read(CHARACTERS).decode("utf-8"))


def lacking(*texts: str) -> frozenset[str]:
    """The characters of texts that cannot be set: a picture with any of them would show a box in its place."""
    return frozenset("".join(texts)) - characters()
