"""What parity finds: one way in which an English text differs from its Chinese. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from workreport.diagnostics import Code, Message, say

ENGLISH_QUANTITY = Code("english-quantity", say("The English lacks a quantity of the Chinese."))
ENGLISH_NUMBER = Code("english-number", say("The English holds a number that the Chinese lacks."))
ENGLISH_BOUND = Code("english-bound", say("The English does not state a bound as the Chinese does."))
ENGLISH_UNIT = Code("english-unit", say("The English does not name a unit of the Chinese."))
ENGLISH_ESTIMATE = Code("english-estimate", say("The English does not call an estimate one."))
ENGLISH_ORDER = Code("english-order", say("The English has two numbers of one kind in another order than the Chinese."))
ENGLISH_NEGATION = Code("english-negation", say("One language denies what the other does not."))
ENGLISH_DIRECTION = Code("english-direction", say("The English goes up or down where the Chinese does not."))
ENGLISH_SUBJECT = Code("english-subject", say("The English speaks of other things than the Chinese."))
PARITY_CODES = (
    ENGLISH_QUANTITY,
    ENGLISH_NUMBER,
    ENGLISH_BOUND,
    ENGLISH_UNIT,
    ENGLISH_ESTIMATE,
    ENGLISH_ORDER,
    ENGLISH_NEGATION,
    ENGLISH_DIRECTION,
    ENGLISH_SUBJECT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """One way in which the English and the Chinese differ."""

    code: Code
    message: Message
    hint: Message


def missing(text: str, write: str) -> Mismatch:
    """A figure of the Chinese that the English does not have."""
    return Mismatch(
        code=ENGLISH_QUANTITY,
        message=say("“{figure}” of the Chinese is missing in the English", figure=text),
        hint=say("write {text}", text=write),
    )
