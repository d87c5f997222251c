"""The gate, check 6: every target says what it is compared with, truly. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workreport.content import ItemId, Metric, Target, schema
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, did_you_mean, say
from workreport.gate.context import Context, Stated
from workreport.gate.kinds import KINDS
from workreport.gate.likeness import differ, strangers
from workreport.gate.periods import unlike
from workreport.gate.rule import Rule

BASELINE_UNKNOWN = Code("baseline-unknown", say("A target is compared with a metric that does not exist."))
BASELINE_MISSING = Code("baseline-missing", say("A comparison lacks the metric that it compares with."))
BASELINE_STRANGER = Code("baseline-stranger", say("An outcome and a goal have nothing in common."))
BASELINE_EXTRA = Code("baseline-extra", say("A target without a baseline names a metric."))
REASON_MISSING = Code("reason-missing", say("A comparison of unlike things lacks its reason."))
REASON_EXTRA = Code("reason-extra", say("A comparison of like with like has a reason."))
COMPARISON_UNLIKE = Code("comparison-unlike", say("The class of a comparison does not fit what is compared."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Baselines that do not exist, or that are of another class than they say."""
    measures = {measure.id: measure for measure in context.measures}
    everywhere = {metric.id for reading in context.readings for metric in reading.metrics}
    for reading in context.readings:
        outcomes = {metric.id: metric for metric in reading.metrics}
        for target in reading.targets:
            baseline = target.value.baseline
            outcome = None
            if baseline.metric is not None:
                named = ItemId.of("metric", baseline.metric)
                if named in outcomes:
                    outcome = outcomes[named]
                else:
                    # The pages call the outcome that of the year before, so it must be.
                    message = (
                        say(
                            "{metric} is not an outcome of {year}",
                            metric=baseline.metric,
                            year=reading.raw.outcome_year,
                        )
                        if named in everywhere
                        else say("there is no metric {metric}", metric=baseline.metric)
                    )
                    hint = did_you_mean(baseline.metric, [metric.brief for metric in outcomes])
                    yield target.place.problem(("baseline", "metric"), BASELINE_UNKNOWN, message, hint)
            yield from _given(target, outcome)
            unlike = [*_class(target, outcome, measures)]
            yield from unlike
            if outcome and not unlike:
                yield from _reason(target, outcome, measures)


def _given(target: Stated[Target], metric: Stated[Metric] | None) -> Iterator[Diagnostic]:
    """Whether a baseline has the fields that its class needs, and no others."""
    kind, baseline = target.value.baseline.comparability, target.value.baseline
    if baseline.figure == "change" and metric is not None and metric.value.change is None:
        message = say("{metric} states no change on the year before", metric=metric.id.brief)
        yield target.place.problem(("baseline", "figure"), BASELINE_MISSING, message, say("take figure out"))
    if kind == "no_baseline" and baseline.metric is not None:
        message = say("a target without a baseline names a metric")
        hint = say("take the metric out, or choose another comparability")
        yield target.place.problem(("baseline", "metric"), BASELINE_EXTRA, message, hint)
    if kind != "no_baseline" and baseline.metric is None:
        message = say("comparability {kind} needs the metric that it compares with", kind=kind)
        hint = say("write metric: 2022/<id>, or comparability: no_baseline")
        yield target.place.problem(("baseline", "comparability"), BASELINE_MISSING, message, hint)
    if kind in ("basis_differs", "scope_differs", "qualitative") and baseline.reason is None:
        message = say("comparability {kind} needs its reason in both languages", kind=kind)
        hint = say("write reason: {{zh: …, en: …}}")
        yield target.place.problem(("baseline", "comparability"), REASON_MISSING, message, hint)


def _reason(
    target: Stated[Target], metric: Stated[Metric], measures: Mapping[str, schema.Measure]
) -> Iterator[Diagnostic]:
    """Whether `same` has its reason where the words of the two differ, and only there; and, elsewhere, whether outcome and
    goal have anything in common."""
    kind, reason, measure = (
        target.value.baseline.comparability,
        target.value.baseline.reason,
        measures.get(target.value.measure or ""),
    )
    located = metric.located is not None and target.located is not None
    if not located:
        return  # that has been reported
    if kind != "same":
        if strangers(metric, target):
            message = say("{metric} and this goal have no word in common", metric=metric.id.brief)
            hint = say("name the metric that counts the same thing, or write comparability: no_baseline")
            yield target.place.problem(("baseline", "metric"), BASELINE_STRANGER, message, hint)
        return
    why = differ(metric, target, measure) if measure else None
    if why and reason is None:
        hint = say("write a reason in both languages why they may be compared all the same, or choose scope_differs")
        yield target.place.problem(("baseline", "comparability"), REASON_MISSING, why, hint)
    elif reason is not None and not why:
        message = say("comparability same needs no reason: the words of outcome and goal do not differ")
        yield target.place.problem(("baseline", "reason"), REASON_EXTRA, message, say("take the reason out"))


def _class(
    target: Stated[Target], metric: Stated[Metric] | None, measures: Mapping[str, schema.Measure]
) -> Iterator[Diagnostic]:
    """Whether the class fits what is compared; `metric` is None where there is none."""
    kind, goal = target.value.baseline.comparability, target.quantity
    change = target.value.baseline.figure == "change"
    figure = (metric.change if change else metric.figure) if metric else None  # None also where it was refused
    outcome = figure.quantity if figure else None
    message, hint = NOTHING, say("docs/content.md says what each class means")
    if target.value.words is not None and kind not in ("qualitative", "no_baseline"):
        message = say("a goal in words can only be qualitative or without a baseline")
    elif target.value.words is None and kind == "qualitative":
        message = say("qualitative is for goals in words; this goal has a number")
    elif kind == "same" and metric and outcome and goal:
        if not outcome.unit.like(goal.unit):
            units = {"outcome": outcome.unit, "goal": goal.unit}
            message = say("the units differ: {outcome} in the outcome, {goal} in the goal", **units)
            hint = say("only the same measure on the same basis is `same`; choose basis_differs or scope_differs")
        elif outcome.kind != goal.kind:
            kinds = {"outcome": KINDS[outcome.kind], "goal": KINDS[goal.kind]}
            message = say("the bases differ: the outcome is a {outcome}, the goal a {goal}", **kinds)
            hint = say("only the same measure on the same basis is `same`; choose basis_differs")
        elif why := unlike(metric, target, change=change):
            message, hint = why, say("only the same measure on the same basis is `same`; choose basis_differs")
        elif why := _measures(metric, target, measures):
            message, hint = why, say("only figures of one measure of measures.yaml are `same`; choose scope_differs")
    if message:
        yield target.place.problem(("baseline", "comparability"), COMPARISON_UNLIKE, message, hint)


def _measures(metric: Stated[Metric], target: Stated[Target], measures: Mapping[str, schema.Measure]) -> Message | None:
    """Why two figures are not of one measure; an unknown one has been reported."""
    was, will = metric.value.measure, target.value.measure
    if was is None and will is None:
        return say("neither the outcome nor the goal belongs to a measure")
    if was == will or not {was, will} <= {None, *measures}:
        return None
    shown = {"was": was or say("none"), "will": will or say("none")}
    return say("the measures differ: {was} in the outcome, {will} in the goal", **shown)


RULE = Rule(
    key="comparisons",
    check="comparisons",
    codes=(
        BASELINE_UNKNOWN,
        BASELINE_MISSING,
        BASELINE_STRANGER,
        BASELINE_EXTRA,
        REASON_MISSING,
        REASON_EXTRA,
        COMPARISON_UNLIKE,
    ),
    faults=faults,
)
