"""Entries of the content to paste, with all that the program knows filled in and … for the rest. Pure.

Each is a line as it stands in a list of the file. Sentences about them say where it goes.
"""

from __future__ import annotations

import json
import re

from workreport.figures import Quantity

_PLAIN = re.compile(r"(?=.*[㐀-鿿])[\w“《〔（][\w，。、；：！？（）《》“”〔〕./% -]*(?<! )")
"""Text that YAML takes as it is, also between { and }."""


def waiver(at: str, text: str, reason: str = "…") -> str:
    """A waiver of figures or of a sentence."""
    return f"  - {{at: {at}, text: {_text(text)}, reason: {reason}}}"


def metric(quote: str, own: str, stated: Quantity) -> str:
    """A metric that states what the figure reader reads. `own`: its run, where the quote holds several figures."""
    first = f"  - {{id: …, title: {{zh: …, en: …}}, quote: {_text(quote)}"
    return f"{first}, {_of(own)}{_quantity(stated)}, topics: […]}}"


def target(own: str, stated: Quantity) -> str:
    """A target of a commitment whose quote holds the figure, and others where it has a run of its `own`."""
    first = "      - {id: …, title: {zh: …, en: …}"
    return f"{first}, {_of(own)}{_quantity(stated)}, baseline: {{comparability: …}}}}"


def commitment(quote: str) -> str:
    """A commitment without targets."""
    return f"  - {{id: …, title: {{zh: …, en: …}}, quote: {_text(quote)}, topics: […]}}"


def _of(own: str) -> str:
    return f"of: {_text(own)}, " if own else ""


def _quantity(stated: Quantity) -> str:
    fields = {
        "value": f"{stated.value:f}",
        "value_high": f"{stated.high:f}" if stated.high is not None else "",
        "unit": _text(stated.unit.printed),
        "bound": stated.bound,
        "estimate": "true" if stated.estimate else "",
    }
    return ", ".join(f"{name}: {value}" for name, value in fields.items() if value)


def _text(text: str) -> str:
    """Text as it stands in a flow mapping."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
