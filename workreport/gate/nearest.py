"""What was meant by a run that the source text does not have: one with other signs, or with a slip. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import Match, SequenceMatcher
from operator import itemgetter

from workreport.content import Block, Found, dense
from workreport.diagnostics import Message, joined, say

_SIGNS = str.maketrans("。、“”‘’【】《》—–", ".,\"\"''[]<>--")
"""Besides those that Unicode itself folds: ，；：！？（）％ and full-width digits and letters."""
_REACH = 2
"""By how many characters the ends of a run may lie elsewhere than its longest common part tells."""


def nearest(typed: str, blocks: Iterable[Block]) -> Found | None:
    """The run of the blocks that `typed` most likely copies; None where none is near enough.

    Near enough is one character in six, and one in a short run; signs of another width do not count.
    """
    wanted = _folded(dense(typed))
    if len(wanted) < 3:
        return None
    texts = [(block, _folded(block.dense)) for block in blocks]
    matches = [SequenceMatcher(None, wanted, text, autojunk=False).find_longest_match() for _, text in texts]
    longest = max((match.size for match in matches), default=0)
    near: list[tuple[tuple[int, int, int], Block, int, int]] = []
    for (block, text), match in zip(texts, matches, strict=True):
        if match.size < max(longest, 1):
            continue
        for start, end in _windows(match, len(wanted), len(text)):
            run = text[start:end]
            slips = _slips(wanted, run)
            if slips <= max(1, len(wanted) // 6):
                # Of two as near, the one that cuts no number, and begins and ends with a word where the other does.
                cuts = sum(text[at - 1 : at].isdigit() and text[at : at + 1].isdigit() for at in (start, end))
                edges = sum(run[edge].isalnum() != wanted[edge].isalnum() for edge in (0, -1))
                near.append(((slips, cuts + edges, abs(len(run) - len(wanted))), block, start, end))
    if not near:
        return None
    _, block, start, end = min(near, key=itemgetter(0))
    at = block.run(start, end)
    return Found(at.start, at.end, block=block)


def _windows(match: Match, size: int, limit: int) -> Iterator[tuple[int, int]]:
    """Where in a text of the length `limit` a run may begin and end that has so long a part in common with another."""
    begins = match.b - match.a
    for start in range(max(0, begins - _REACH), min(match.b, begins + _REACH) + 1):
        for end in range(max(match.b + match.size, begins + size - _REACH), min(limit, begins + size + _REACH) + 1):
            yield start, end


def signs(typed: str, printed: str) -> Message | None:
    """Which signs of a quote differ from those of the run that it copies; None where more differs than signs."""
    own, there = dense(typed), dense(printed)
    if _folded(own) != _folded(there):
        return None
    pairs = dict.fromkeys(pair for pair in zip(own, there, strict=True) if pair[0] != pair[1])
    return joined(
        say("the quote has “{typed}” where the source text has “{printed}”", typed=one, printed=other)
        for one, other in pairs
    )


def _folded(text: str) -> str:
    """`text` with every sign in its half-width form, a character for a character."""
    return "".join(
        folded if len(folded := unicodedata.normalize("NFKC", sign)) == 1 else sign for sign in text
    ).translate(_SIGNS)


def _slips(one: str, other: str) -> int:
    """How many characters were changed, put in or left out."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(end - start, till - at) for tag, start, end, at, till in steps if tag != "equal")
