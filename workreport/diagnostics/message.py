"""What the program says to its user: a sentence and its values, so that each language can say it. Pure."""

from __future__ import annotations

from collections.abc import Iterable


class Message(str):
    """A sentence in English, as `say` made it; it keeps what it was made from, for `into`."""

    __slots__ = ("template", "values")

    template: str
    """The English with its {fields}: the key of the sentence in the catalogue of a language."""
    values: dict[str, object]
    """What stands in the fields. A `Message` among them is said in the same language as the whole."""


class Listed(Message):
    """Several texts in one, with the sign that stands between them; `values` has them by their number."""

    __slots__ = ()


def say(template: str, **values: object) -> Message:
    """The sentence `template`, a literal so that `tools/messages.py` finds it, with `values` in its {fields}.

    A brace that is meant is doubled, also where there are no values.
    """
    message = Message(template.format(**values))
    message.template, message.values = template, values
    return message


NOTHING = say("")


def listed(parts: Iterable[object], between: Message = say(", ")) -> Listed:  # noqa: B008 - a constant
    """Names in a row: “a, b”."""
    values = {str(number): part for number, part in enumerate(parts)}
    message = Listed(between.join(map(str, values.values())))
    message.template, message.values = between.template, values
    return message


def joined(parts: Iterable[Message]) -> Listed:
    """Sentences in a row: “did you mean “a”?; or write b”."""
    return listed(parts, say("; "))
