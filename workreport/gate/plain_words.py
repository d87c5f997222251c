"""The gate, check 2: plain words hold the figures of the quoted sentences, and no others. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workreport.content import Found
from workreport.diagnostics import Code, Diagnostic, say
from workreport.figures import Figure, read_figures
from workreport.gate.context import Context
from workreport.gate.rule import Rule

PLAIN_FIGURE = Code("plain-figure", say("The plain words do not carry the figures of the quoted sentence."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Figures that plain words add, and figures of the promise's targets that they leave out."""
    for reading in context.readings:
        for commitment in reading.commitments:
            plain, found = commitment.value.plain, commitment.found
            if plain is None or not isinstance(found, Found):
                continue
            block = found.block
            first, last = block.sentence_at(found.start), block.sentence_at(found.end - 1)
            stated = [f for f in reading.figures[block.id] if first.start <= f.start and f.end <= last.end]
            said = read_figures(plain.source, context.units)
            messages = [
                (say("the plain words say “{figure}”, which the quoted sentence does not", figure=figure.text), _ADDED)
                for figure in said
                if not any(_alike(figure, other) for other in stated)
            ]
            messages += [
                (say("the plain words leave out “{figure}”", figure=target.figure.text), _LEFT_OUT)
                for target in commitment.targets
                if target.figure is not None and not any(_alike(target.figure, other) for other in said)
            ]
            for message, hint in messages:
                yield commitment.place.problem(("plain", plain.source_lang), PLAIN_FIGURE, message, hint)


_ADDED = say("keep its figures as printed, bounds included, and add none")
_LEFT_OUT = say("say it as the quote does, bounds included")


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures state the same quantity; a rise and a level of one size are alike here."""
    return replace(one.quantity, kind="level") == replace(other.quantity, kind="level")


RULE = Rule(key="plain_words", check="double_entry", codes=(PLAIN_FIGURE,), faults=faults)
