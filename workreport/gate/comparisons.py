"""The gate, check 6: every target says what it is compared with, truly. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.content import ItemId, Target
from workreport.diagnostics import Code, Diagnostic, did_you_mean
from workreport.figures import Quantity
from workreport.gate.context import Context, Stated
from workreport.gate.rule import Rule

BASELINE_UNKNOWN = Code("baseline-unknown", "A target is compared with a metric that does not exist.")
BASELINE_MISSING = Code("baseline-missing", "A comparison lacks the metric that it compares with.")
BASELINE_EXTRA = Code("baseline-extra", "A target without a baseline names a metric.")
REASON_MISSING = Code("reason-missing", "A comparison of unlike things lacks its reason.")
REASON_EXTRA = Code("reason-extra", "A comparison of like with like has a reason.")
COMPARISON_UNLIKE = Code("comparison-unlike", "The class of a comparison does not fit what is compared.")

_KIND = {
    "level": "level",
    "growth": "rate of growth",
    "decline": "rate of decline",
    "improvement": "rate of improvement",
    "multiple": "multiple",
    "all": "share (all)",
    "first": "first of its kind",
}


def faults(context: Context) -> Iterator[Diagnostic]:
    """Baselines that do not exist, or that are of another class than they say."""
    everywhere = {metric.id for reading in context.readings for metric in reading.metrics}
    for reading in context.readings:
        outcomes = {metric.id: metric for metric in reading.metrics}
        for target in reading.targets:
            baseline = target.value.baseline
            outcome = None
            if baseline.metric is not None:
                named = ItemId.of("metric", baseline.metric)
                if named in outcomes:
                    outcome = outcomes[named].quantity
                else:
                    # The pages call the outcome that of the year before, so it must be.
                    message = (
                        f"{baseline.metric} is not an outcome of {reading.raw.outcome_year}"
                        if named in everywhere
                        else f"there is no metric {baseline.metric}"
                    )
                    hint = did_you_mean(baseline.metric, [metric.brief for metric in outcomes])
                    yield target.place.problem(("baseline", "metric"), BASELINE_UNKNOWN, message, hint)
            yield from _given(target)
            yield from _class(target, outcome)


def _given(target: Stated[Target]) -> Iterator[Diagnostic]:
    """Whether a baseline has the fields that its class needs, and no others."""
    kind, baseline = target.value.baseline.comparability, target.value.baseline
    if kind == "no_baseline" and baseline.metric is not None:
        message, hint = (
            "a target without a baseline names a metric",
            "take the metric out, or choose another comparability",
        )
        yield target.place.problem(("baseline", "metric"), BASELINE_EXTRA, message, hint)
    if kind != "no_baseline" and baseline.metric is None:
        message = f"comparability {kind} needs the metric that it compares with"
        hint = "write metric: 2022/<id>, or comparability: no_baseline"
        yield target.place.problem(("baseline", "comparability"), BASELINE_MISSING, message, hint)
    if kind == "same" and baseline.reason is not None:
        message = "comparability same needs no reason"
        yield target.place.problem(("baseline", "reason"), REASON_EXTRA, message, "take the reason out")
    if kind in ("basis_differs", "scope_differs", "qualitative") and baseline.reason is None:
        message = f"comparability {kind} needs its reason in both languages"
        yield target.place.problem(
            ("baseline", "comparability"), REASON_MISSING, message, "write reason: {zh: …, en: …}"
        )


def _class(target: Stated[Target], outcome: Quantity | None) -> Iterator[Diagnostic]:
    """Whether the class fits what is compared; `outcome` is None where it has no number, or was refused."""
    kind, goal = target.value.baseline.comparability, target.quantity
    message, hint = "", "docs/content.md says what each class means"
    if target.value.words is not None and kind not in ("qualitative", "no_baseline"):
        message = "a goal in words can only be qualitative or without a baseline"
    elif target.value.words is None and kind == "qualitative":
        message = "qualitative is for goals in words; this goal has a number"
    elif kind == "same" and outcome is not None and goal is not None:
        hint = "only the same measure on the same basis is `same`; choose basis_differs"
        if not outcome.unit.like(goal.unit):
            message = f"the units differ: {outcome.unit} in the outcome, {goal.unit} in the goal"
            hint += " or scope_differs"
        elif outcome.kind != goal.kind:
            message = f"the bases differ: the outcome is a {_KIND[outcome.kind]}, the goal a {_KIND[goal.kind]}"
    if message:
        yield target.place.problem(("baseline", "comparability"), COMPARISON_UNLIKE, message, hint)


RULE = Rule(
    key="comparisons",
    check="comparisons",
    codes=(BASELINE_UNKNOWN, BASELINE_MISSING, BASELINE_EXTRA, REASON_MISSING, REASON_EXTRA, COMPARISON_UNLIKE),
    faults=faults,
)
