"""What a figure is of, in words for messages. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from workreport.diagnostics import Message, say

KINDS: Mapping[str, Message] = {
    "level": say("level"),
    "growth": say("rate of growth"),
    "decline": say("rate of decline"),
    "improvement": say("rate of improvement"),
    "multiple": say("multiple"),
    "all": say("share (all)"),
}
"""By the kind of a quantity."""
