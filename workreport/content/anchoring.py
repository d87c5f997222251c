"""Which block of a source text has which number, where the content says so; else they are counted. Pure.

A block is the one that a number stands for if it begins or ends as that one did: what begins and ends so comes before what
does one of both. Where that leaves two to choose from, nobody chooses: a link would lead elsewhere without anyone knowing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workreport.content.markup import RawBlock, dense
from workreport.content.schema.anchors import Anchor, Anchors

SHORTEST = 12
"""Characters that are noted of a beginning or an end, where the block has so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """What became of the numbers of a text."""

    ids: tuple[str | None, ...]
    """Of each block; None for one that has none yet."""
    gone: tuple[str, ...]
    """Those that stand for no block any more."""
    unclear: tuple[tuple[int, tuple[str, ...]], ...]
    """(block, numbers) that may belong together, and may not."""


def text_of(block: RawBlock) -> str:
    """What a block says, in the form in which quotes are compared."""
    return dense(block.lines[0][block.level + 1 if block.level else 0 :])


def counted(blocks: Sequence[RawBlock]) -> tuple[str, ...]:
    """The numbers of a text that has none of its own: h1, p1, p2, …"""
    seen = {"h": 0, "p": 0}
    ids = []
    for block in blocks:
        kind = "h" if block.level else "p"
        seen[kind] += 1
        ids.append(f"{kind}{seen[kind]}")
    return tuple(ids)


def anchored(blocks: Sequence[RawBlock], anchors: Anchors) -> Anchored:
    """The blocks with the numbers that the content keeps for them."""
    texts = [("h" if block.level else "p", text_of(block)) for block in blocks]
    of: dict[int, Anchor] = {}
    free = list(anchors.blocks)
    for least in (2, 1):
        fits = {anchor.id: [at for at in range(len(texts)) if at not in of and _fit(anchor, *texts[at]) >= least]
                for anchor in free}  # fmt: skip
        wanted: dict[int, list[Anchor]] = {}
        for anchor in free:
            for at in fits[anchor.id]:
                wanted.setdefault(at, []).append(anchor)
        for anchor in [*free]:
            own = fits[anchor.id]
            alike = wanted[own[0]] if own else []
            # Blocks that are one like the other keep their order.
            if own and len(own) == len(alike) and all(fits[other.id] == own for other in alike):
                of[own[alike.index(anchor)]] = anchor
                free.remove(anchor)
    open_ = [at for at in range(len(texts)) if at not in of]
    unclear = tuple(_unclear(texts, of, free, open_, anchors))
    told = {name for _, names in unclear for name in names}
    return Anchored(
        ids=tuple(of[at].id if at in of else None for at in range(len(texts))),
        gone=tuple(anchor.id for anchor in free if anchor.id not in told),
        unclear=unclear,
    )


def _fit(anchor: Anchor, kind: str, text: str) -> int:
    """How much speaks for it: 2 if the block begins and ends so, 1 for one of both."""
    if anchor.id[0] != kind:
        return 0
    begins, ends = _ends(anchor)
    return text.startswith(begins) + text.endswith(ends)


@lru_cache(maxsize=4096)
def _ends(anchor: Anchor) -> tuple[str, str]:
    return dense(anchor.begins), dense(anchor.ends)


def _unclear(
    texts: Sequence[tuple[str, str]],
    of: dict[int, Anchor],
    free: Sequence[Anchor],
    open_: Sequence[int],
    anchors: Anchors,
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Blocks without a number and numbers without a block that begin or end alike, or stand in one place."""
    order = {anchor.id: at for at, anchor in enumerate(anchors.blocks)}
    placed = {anchor.id: at for at, anchor in of.items()}
    for at in open_:
        kind, text = texts[at]
        names = [
            anchor.id
            for anchor in free
            if anchor.id[0] == kind
            and (_fit(anchor, kind, text) or _same_place(anchor, at, of, placed, order, anchors.blocks))
        ]
        if names:
            yield at, tuple(names)


def _same_place(
    anchor: Anchor,
    at: int,
    of: dict[int, Anchor],
    placed: dict[str, int],
    order: dict[str, int],
    known: Sequence[Anchor],
) -> bool:
    """Whether the block stands where the one of the number stood: behind the same one, or before it."""
    own = order[anchor.id]
    before = next((other.id for other in reversed(known[:own]) if other.id in placed), None)
    after = next((other.id for other in known[own + 1 :] if other.id in placed), None)
    above = next((of[other].id for other in range(at - 1, -1, -1) if other in of), None)
    below = next((of[other].id for other in sorted(of) if other > at), None)
    return before == above or after == below


def fresh(kind: str, anchors: Anchors, taken: Sequence[str]) -> str:
    """The next free number of a kind."""
    ids = [*(anchor.id for anchor in anchors.blocks), *anchors.retired, *taken]
    return f"{kind}{max((int(name[1:]) for name in ids if name[0] == kind), default=0) + 1}"


def known_by(texts: Sequence[str], at: int) -> tuple[str, str]:
    """How a block begins and ends, as far as no other does; all of it where that is short or another is the same."""
    own = texts[at]
    others = [text for other, text in enumerate(texts) if other != at]
    sizes = range(min(SHORTEST, len(own)), len(own) + 1)
    begins = next((own[:n] for n in sizes if not any(text.startswith(own[:n]) for text in others)), own)
    ends = next((own[-n:] for n in sizes if not any(text.endswith(own[-n:]) for text in others)), own)
    return begins, ends
