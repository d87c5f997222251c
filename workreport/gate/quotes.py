"""The gate, check 1: every quote stands in the source text, once, in the section that claims it. Pure.

White space, page breaks, bold and subscript marks aside. There are three outcomes, not two: found, absent, cannot be
checked; the last two both refuse. A goal in words must stand in its quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import Found, Source
from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, say
from workreport.gate.context import Context, Reading, Stated, T
from workreport.gate.nearest import signs
from workreport.gate.rule import Rule

QUOTE_ABSENT = Code("quote-absent", say("A quote does not stand in its section."))
QUOTE_AMBIGUOUS = Code("quote-ambiguous", say("A quote stands more than once in its section."))
QUOTE_UNCHECKED = Code("quote-unchecked", say("A quote cannot be checked."))
WORDS_ABSENT = Code("words-absent", say("A goal in words does not stand in its quote."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Quotes that were not found, and goals in words that their quotes lack."""
    for reading in context.readings:
        for metric in reading.metrics:
            yield from _quote(reading, metric, metric.value.quote)
        for commitment in reading.commitments:
            yield from _quote(reading, commitment, commitment.value.quote)
        for target in reading.targets:
            if target.value.quote is not None:
                yield from _quote(reading, target, target.value.quote)
            words = target.value.words
            if words is None or not isinstance(target.found, Found) or target.disputed:
                continue
            if "".join(words.source.split()) not in "".join(target.found.of(target.found.block.text).split()):
                message = say("these words are not in the quote")
                hint = say("copy them from the quote")
                yield target.place.problem(("words", words.source_lang), WORDS_ABSENT, message, hint)


def _quote(reading: Reading, item: Stated[T], quote: str) -> Iterator[Diagnostic]:
    if isinstance(item.found, Found):
        return
    code = QUOTE_UNCHECKED
    if not item.blocks:
        message = say("the quote cannot be checked: the section's paragraphs are not in the source text")
        hint = say("mend `paragraphs` of this section")
    elif item.found == "ambiguous":
        code = QUOTE_AMBIGUOUS
        message = say("the quote cannot be checked: it stands more than once in this section")
        hint = say("lengthen it until it stands only once")
    elif item.found == "empty":
        message = say("the quote cannot be checked: it holds nothing but white space")
        hint = say("copy the sentence from the source text")
    else:
        code = QUOTE_ABSENT
        message, hint = _absent(reading, item, quote)
    yield item.place.problem(("quote",), code, message, hint)


def _absent(reading: Reading, item: Stated[T], quote: str) -> tuple[Message, Message]:
    """What is said of a quote that its section lacks: where else it stands, or what it may copy."""
    message = say("the quote is not in the paragraphs of this section")
    elsewhere = Source.find(quote, reading.source.blocks)
    if isinstance(elsewhere, Found):
        return message, say("it stands in {block}, which belongs to another section", block=elsewhere.block.id)
    if item.near:
        near = item.near.of(item.near.block.text)
        return signs(quote, near) or message, say("did you mean “{near}”?", near=near)
    sentences = [sentence.of(block.text).strip() for block in item.blocks for sentence in block.sentences]
    return message, did_you_mean(quote, sentences) or say("copy it from the source text, character by character")


RULE = Rule(
    key="quotes",
    check="quote",
    codes=(QUOTE_ABSENT, QUOTE_AMBIGUOUS, QUOTE_UNCHECKED, WORDS_ABSENT),
    faults=faults,
)
