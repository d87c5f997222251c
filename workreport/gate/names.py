"""The gate, check 1: terms and places stand in a source text; a term that rests on a rule names it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context, Place
from workreport.gate.rule import Rule

NAME_ABSENT = Code("name-absent", say("A term or a place does not stand in the source text."))
TERM_RULE = Code("term-rule", say("A term rests on a rule without its title, or names one without resting on it."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Names that no source text has, and terms that do not say what they rest on."""
    texts = ["\n".join(block.dense for block in reading.source.blocks) for reading in context.readings]
    for place, item in _named(context):
        name = "".join(item.name.source.split())
        # A name may stand in a text that could not be read.
        if not name or (context.complete and not any(name in text for text in texts)):
            message = say("“{name}” does not stand in the source text", name=item.name.source)
            hint = say("write it as the report prints it, or take it out")
            yield place.problem((item.name.source_lang,), NAME_ABSENT, message, hint)
        if isinstance(item, schema.Term) and (item.rule is not None) != (item.basis == "rule"):
            message = say("basis: rule needs the rule's title, and only it")
            hint = say("write rule: {{zh: …, en: …}}, or another basis")
            yield place.problem(("basis",), TERM_RULE, message, hint)


def _named(context: Context) -> Iterator[tuple[Place, schema.Term | schema.Place]]:
    glossary, places = context.content.glossary, context.content.places
    if glossary:
        for index, term in enumerate(glossary.value.terms):
            yield Place(entry=glossary, loc=("terms", index)), term
    if places:
        for index, place in enumerate(places.value.places):
            yield Place(entry=places, loc=("places", index)), place


RULE = Rule(key="names", check="quote", codes=(NAME_ABSENT, TERM_RULE), faults=faults)
