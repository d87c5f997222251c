"""The gate, check 5: each translation has the blocks, sentences and quantities of the Chinese text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import ENGLISH_BLOCKS, ENGLISH_SENTENCES
from workreport.diagnostics import Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule


def faults(context: Context) -> Iterator[Diagnostic]:
    """Blocks and sentences that do not stand side by side, and those that do and differ in a quantity."""
    for reading in context.readings:
        yield from reading.misaligned
        for lang, translation in reading.translations.items():
            for identifier, (_, alignment) in reading.alignments[lang].items():
                for found in alignment.problems:
                    yield Diagnostic(
                        path=translation.path,
                        line=translation.lines[identifier][0],
                        column=1,
                        code=found.code,
                        message=say("{sentence}: {message}", sentence=identifier, message=found.message),
                        hint=found.hint,
                    )


RULE = Rule(key="translation", check="languages", codes=(ENGLISH_BLOCKS, ENGLISH_SENTENCES), faults=faults)
