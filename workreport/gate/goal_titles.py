"""The gate, check 9: the English title of a goal does not say that the thing is done. Pure.

“Pocket parks built” is what a year brought, “Pocket parks to build” is what one means to do. A deed that follows its noun
tells that it is done; before its noun (“newly registered enterprises”) it only says which are meant. The list holds deeds
alone: “pupils enrolled” and “firms located here” are states, which a goal may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

GOAL_DONE = Code("goal-done", say("The English title of a goal says that the thing is done."))

_DEEDS = (
    "accomplished achieved added adjusted attracted brought built cleared closed completed constructed created cultivated cut"
    " delivered demolished dredged dug eliminated established expanded extended finished formed founded fulfilled greened"
    " handed handled held hosted implemented improved inspected installed introduced issued laid launched met moderni[sz]ed"
    " optimi[sz]ed organi[sz]ed opened paved planted provided put raised rebuilt recruited reduced refurbished removed"
    " renovated reopened repaired resettled resolved restored reused signed solved started trained transformed upgraded"
    " utili[sz]ed widened"
).replace(" ", "|")
_AFTER = (
    "across along at away back by during for from in into on online out over per since so this through throughout to under up"
    " with within"
).replace(" ", "|")
_DONE = re.compile(rf"(?<=[\w)] )(?:{_DEEDS})\b(?= (?:{_AFTER})\b|[,;)]|$)", re.IGNORECASE)
"""Something, then the deed, and no noun that the deed would belong to."""
_MEANT = re.compile(r"\b(?:to|be|being|get|have|having)(?: \w+ly)?(?: \w+,?)?(?: (?:and|or))? $", re.IGNORECASE)
"""Before a verb that is none of what is done: “to put back into use”, “to be built”, “to cut and put away”."""


def faults(context: Context) -> Iterator[Diagnostic]:
    """Titles of goals that English tells as done."""
    for reading in context.readings:
        for target in reading.targets:
            title = target.value.title.get("en", "")
            for deed in _DONE.finditer(title):
                if not _MEANT.search(title, 0, deed.start()):
                    message = say("the title of a goal says “{words}”, as if it were done", words=deed[0])
                    hint = say("write what is to be done: “Pocket parks to build”, not “Pocket parks built”")
                    yield target.place.problem(("title", "en"), GOAL_DONE, message, hint)
                    break


RULE = Rule(key="goal_titles", check="own_words", codes=(GOAL_DONE,), faults=faults)
