"""Plain scalars: numbers, words and text by our few rules, and what YAML would make of the rest. Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from workreport.content.yaml.slip import short
from workreport.diagnostics import Code, Message, say

YAML_AMBIGUOUS = Code("yaml-ambiguous", say("YAML reads a word as something else than text."))

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,27})(\.[0-9]{1,28})?")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
# What YAML 1.1 (its type repository) or 1.2 (its core schema) resolves to something that is not text, besides
# the forms above.
_SURPRISE = re.compile(
    r"(?P<true>yes|Yes|YES|on|On|ON|y|Y|True|TRUE)"
    r"|(?P<false>no|No|NO|off|Off|OFF|n|N|False|FALSE)"
    r"|(?P<nothing>Null|NULL)"
    r"|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
    r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)"
    r"|(?P<base60>[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*)"
    r"|(?P<number>[-+]?(?:0x[0-9a-fA-F_]+|0o[0-7]+|0b[01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?))"
    r"|(?P<infinity>[-+]?\.(?:inf|Inf|INF))|(?P<nan>\.(?:nan|NaN|NAN))|(?P<mark><<|=)"
)
_SURPRISES = {
    "nothing": say("no value"),
    "date": say("a date"),
    "base60": say("a number in base 60"),
    "number": say("a number"),
    "infinity": say("infinity"),
    "nan": say("“not a number”"),
    "mark": say("a mark of its own"),
}


def plain(text: str) -> tuple[str | int | Decimal | bool | None, str]:
    """A word of ours, a number, or text; and where YAML reads the text as something else, the name of that."""
    if text in _WORDS:
        return _WORDS[text], ""
    number = _NUMBER.fullmatch(text)
    if number:
        return Decimal(text) if number[1] else int(text), ""
    surprise = _SURPRISE.fullmatch(text)
    return text, (surprise.lastgroup or "") if surprise else ""


def ambiguous(text: str, kind: str, *, name: bool) -> tuple[Message, Message]:
    """What YAML makes of a plain scalar, and how to write what is meant, which is text where it is a field's `name`."""
    word = short(text)
    read: object = _SURPRISES.get(kind, kind)
    meant = {"true": "true", "false": "false", "nothing": "null"}.get(kind)
    hint = say('write "{word}" in quotes', word=word)
    if meant and not name:
        hint = say('write "{word}" in quotes if text is meant, or {meant}', word=word, meant=meant)
    elif kind == "number":
        number, usual = _number(text)
        if number is not None:
            read = say("the number {number:f}", number=number)
        if usual and not name:
            hint = say('write "{word}" in quotes if text is meant, or {usual} for the number', word=word, usual=usual)
        elif not name:
            hint = say('write "{word}" in quotes; numbers here have at most 28 digits', word=word)
    return say("YAML reads {word} as {read}", word=word, read=read), hint


def _number(text: str) -> tuple[Decimal | None, str]:
    """The number that YAML makes of an unusual form, and the usual form of what was probably meant."""
    digits = text.replace("_", "").lstrip("+")
    if len(digits) > 28 or len(digits.lower().partition("e")[2]) > 2:
        return None, ""
    sign, bare = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    base = {"0x": 16, "0o": 8, "0b": 2}.get(bare[:2])
    try:
        if base:
            number = Decimal(int(sign + bare[2:], base))
            return number, f"{number:f}"
        if re.fullmatch(r"0[0-7]+", bare):  # octal in YAML 1.1, decimal in 1.2
            return Decimal(int(sign + bare, 8)), sign + (bare.lstrip("0") or "0")
        number = Decimal(sign + bare)
    except (ArithmeticError, ValueError):
        return None, ""
    return (number, f"{number:f}") if abs(number.adjusted()) <= 28 else (None, "")
