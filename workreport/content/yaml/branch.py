"""A collection that is being read, and afterwards the places of what it holds. Pure."""

from __future__ import annotations

from typing import Any


class Branch:
    """A mapping or list: its data, the places of what it holds, and what is needed while it is being read."""

    __slots__ = ("before", "data", "event", "height", "key", "key_event", "open", "parts", "size")

    def __init__(self, data: Any, event: Any, before: int) -> None:
        self.data = data
        self.event = event
        self.parts: dict[str | int, tuple[Any, Any, Branch | None]] = {}
        """By key or index: the events of key and value, and the value's branch if it is a collection."""
        self.key: Any = None
        """The key whose value comes next."""
        self.key_event: Any = None
        self.before = before
        self.size = 1
        self.height = 1
        self.open = True
