"""Where the sentences of a running text are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^\s][^。！？!?\r\n]*[。！？!?]*[”’）)》」』]*")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Every sentence with its offset. It ends with 。, ！ or ？ and what closes after that, or with its line."""
    for match in _SENTENCE.finditer(text):
        yield match.start(), match[0].rstrip()
