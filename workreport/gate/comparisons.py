"""The gate, check 6: every target says what it is compared with, truly. Pure."""

from __future__ import annotations

from typing import NamedTuple

from workreport.content import Baseline
from workreport.diagnostics import Code
from workreport.figures import Quantity

BASELINE_EXTRA = Code("baseline-extra", "A target without a baseline names a metric.")
BASELINE_MISSING = Code("baseline-missing", "A comparison lacks the metric that it compares with.")
REASON_EXTRA = Code("reason-extra", "A comparison of like with like has a reason.")
REASON_MISSING = Code("reason-missing", "A comparison of unlike things lacks its reason.")
COMPARISON_UNLIKE = Code("comparison-unlike", "The class of a comparison does not fit what is compared.")


class Fault(NamedTuple):
    """What is wrong with a baseline: the field that it is about, and the words of a diagnostic."""

    field: str
    code: Code
    message: str
    hint: str


def faults(baseline: Baseline, *, words: bool, outcome: Quantity | None, goal: Quantity | None) -> list[Fault]:
    """Check 6 for one target; `outcome` and `goal` are None where they have no number (or are broken)."""
    found = []
    kind = baseline.comparability
    if kind == "no_baseline" and baseline.metric is not None:
        found.append(
            Fault(
                "metric",
                BASELINE_EXTRA,
                "a target without a baseline names a metric",
                "take the metric out, or choose another comparability",
            )
        )
    if kind != "no_baseline" and baseline.metric is None:
        found.append(
            Fault(
                "comparability",
                BASELINE_MISSING,
                f"comparability {kind} needs the metric that it compares with",
                "write metric: 2022/<id>, or comparability: no_baseline",
            )
        )
    if kind == "same" and baseline.reason is not None:
        found.append(Fault("reason", REASON_EXTRA, "comparability same needs no reason", "take the reason out"))
    if kind in ("basis_differs", "scope_differs", "qualitative") and baseline.reason is None:
        found.append(
            Fault(
                "comparability",
                REASON_MISSING,
                f"comparability {kind} needs its reason in both languages",
                "write reason: {zh: …, en: …}",
            )
        )
    if words != (kind == "qualitative") and ((words and kind != "no_baseline") or kind == "qualitative"):
        found.append(
            Fault(
                "comparability",
                COMPARISON_UNLIKE,
                "a goal in words can only be qualitative or without a baseline"
                if words
                else "qualitative is for goals in words; this goal has a number",
                "docs/content.md says what each class means",
            )
        )
    if kind == "same" and outcome is not None and goal is not None:
        if not outcome.unit.like(goal.unit):
            found.append(
                Fault(
                    "comparability",
                    COMPARISON_UNLIKE,
                    f"the units differ: {outcome.unit} in the outcome, {goal.unit} in the goal",
                    "only the same measure on the same basis is `same`; choose basis_differs or scope_differs",
                )
            )
        elif outcome.kind != goal.kind:
            found.append(
                Fault(
                    "comparability",
                    COMPARISON_UNLIKE,
                    f"the bases differ: the outcome is a {_KIND[outcome.kind]}, the goal a {_KIND[goal.kind]}",
                    "only the same measure on the same basis is `same`; choose basis_differs",
                )
            )
    return found


_KIND = {
    "level": "level",
    "growth": "rate of growth",
    "decline": "rate of decline",
    "improvement": "rate of improvement",
    "multiple": "multiple",
    "all": "share (all)",
    "first": "first of its kind",
}
