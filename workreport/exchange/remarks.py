"""What a translator is told of a unit, in the languages of both. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.exchange.unit import Unit


def remarks(unit: Unit) -> Iterator[str]:
    """A line each for the numbers, the settled renderings and the sentence it comes from."""
    if unit.numbers:
        yield f"Numbers 数字: {numbers(unit)}"
    if unit.terms:
        yield f"Terms 术语: {terms(unit)}"
    if unit.context:
        yield f"Context 出处: {' '.join(unit.context)}"


def numbers(unit: Unit) -> str:
    """Each figure with how the translation may say it."""
    return "; ".join(zh if zh == said else f"{zh} = {said}" for zh, said in unit.numbers)


def terms(unit: Unit) -> str:
    """Each name with its rendering."""
    return "; ".join(f"{zh} = {said}" for zh, said in unit.terms)
