"""The gate, check 5: each translation has the blocks, sentences and quantities of the Chinese text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import ENGLISH_BLOCKS, ENGLISH_SENTENCES, is_copied, schema
from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

ENGLISH_ABSENT = Code("english-absent", say("A line of a translation is still in the language of the source."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Blocks and sentences that do not stand side by side, lines that nobody has translated, and those that differ in a
    quantity.
    """
    for reading in context.readings:
        yield from reading.misaligned
        for lang, translation in reading.translations.items():
            for identifier, (_, alignment) in reading.alignments[lang].items():
                if is_copied(reading.text(identifier), translation.text(identifier)):
                    name = schema.language_name(lang)
                    yield Diagnostic(
                        path=translation.path,
                        line=translation.lines[identifier][0],
                        column=1,
                        code=ENGLISH_ABSENT,
                        message=say("{sentence} is not in {language} yet", sentence=identifier, language=name),
                        hint=say("translate it; build.py translate export writes all that is missing"),
                    )
                    continue
                for found in alignment.problems:
                    yield Diagnostic(
                        path=translation.path,
                        line=translation.lines[identifier][0],
                        column=1,
                        code=found.code,
                        message=say("{sentence}: {message}", sentence=identifier, message=found.message),
                        hint=found.hint,
                    )


RULE = Rule(
    key="translation", check="languages", codes=(ENGLISH_BLOCKS, ENGLISH_SENTENCES, ENGLISH_ABSENT), faults=faults
)
