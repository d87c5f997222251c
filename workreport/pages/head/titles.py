"""What a tab, a bookmark and a list of results call a page. Pure."""

from __future__ import annotations

from collections.abc import Sequence

ROOM = 70
"""Characters that lists of results show: longer ones are cut there, wherever that is."""


def head_title(title: str, parent: str, site: str) -> str:
    """A page's title, then what it is part of (of which year, mostly) and whose site it is on, where there is room.

    The title itself is never cut: its figure may stand at its end.
    """
    given: Sequence[Sequence[str]] = ((title, parent, site), (title, site), (title, parent))
    for parts in given:
        whole = " – ".join(part for part in parts if part)
        if len(whole) <= ROOM:
            return whole
    return title
