"""From verified content to the site: every item joined with its section, its quote, its names and its comparisons. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from workreport.content import Baseline, ItemId, schema
from workreport.figures import Order, Period, Quantity, Units, difference, order
from workreport.gate import Counts, Cycle, Located, Verified
from workreport.site import urls
from workreport.site.history import codes, corrections, first_times_of, gone, moved, released_in
from workreport.site.items import Commitment, Comparison, Declared, Metric, Quote, Section, SectionRef, Target, Time
from workreport.site.marks import marks, promised, translated_marks
from workreport.site.mentions import finder_of, places, terms
from workreport.site.model import Report, Site, Synonym, Waiver
from workreport.site.names import Finder


def resolve(verified: Verified) -> Site:
    """Verified content as a site: items joined with their sections, quotes, comparisons and paths."""
    measures = {measure.id: measure for measure in verified.measures}
    context = _Context(
        verified=verified,
        codes={link.id: link.code for link in verified.permalinks},
        measures=measures,
        places=finder_of(verified.names.places),
        terms=finder_of(verified.names.terms),
        tasks=frozenset((cycle.goal_year, section.id) for cycle in verified.cycles for section in cycle.tasks),
    )
    targets: dict[ItemId, Target] = {}
    parts = []
    for cycle in verified.cycles:
        review = tuple(_review(context, cycle, section) for section in cycle.review)
        tasks = tuple(_tasks(context, cycle, section, targets) for section in cycle.tasks)
        parts.append((cycle, review, tasks))
    metrics = {metric.id: metric for _, review, _ in parts for section in review for metric in section.metrics}
    reports = tuple(_report(cycle, review, tasks, metrics, targets) for cycle, review, tasks in parts)
    commitments = {commitment.id: commitment for report in reports for commitment in report.commitments}
    comparisons = {c.target.id: c for report in reports for c in report.comparisons}
    beside: dict[ItemId, tuple[Comparison, ...]] = {}
    for comparison in comparisons.values():
        if comparison.metric is not None:
            beside[comparison.metric.id] = (*beside.get(comparison.metric.id, ()), comparison)
    site = verified.site
    corrected = corrections(verified, {**metrics, **commitments})
    used = {topic for item in (*metrics.values(), *commitments.values()) for topic in item.topics}
    return Site(
        languages=site.languages,
        name=site.name,
        tagline=site.tagline,
        place=site.place,
        measures=measures,
        topics={t.id: t.title for t in site.topics},
        contact=site.contact,
        used_topics=tuple(t.id for t in site.topics if t.id in used),
        terms=terms(verified, context.terms),
        places=places(verified, context.places, reports),
        synonyms=tuple(
            Synonym(
                typed=s.typed,
                words=s.words,
                paths=(*map(urls.topic, s.topics), *(urls.page(ItemId.parse(name)) for name in s.sections)),
            )
            for s in verified.synonyms
        ),
        reports=reports,
        metrics=metrics,
        commitments=commitments,
        targets=targets,
        comparisons=comparisons,
        compared_with=beside,
        moved=moved(verified),
        gone=gone(verified),
        codes=codes(verified),
        corrections=corrected,
        host=site.host,
        looks=site.looks,
        pictures=verified.pictures,
        licence=site.licence,
        reference=site.reference,
        releases=site.releases,
        versions=verified.versions if site.keep_versions else (),
        first=first_times_of(verified, reports),
        released=released_in(verified, corrected),
        digest=verified.digest,
        counts=replace(sum((report.counts for report in reports), Counts()), drafts=verified.drafts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Context:
    """What every item is made with."""

    verified: Verified
    codes: Mapping[str, str]
    """Short codes by the ids of metrics and commitments."""
    measures: Mapping[str, schema.Measure]
    places: Finder
    terms: Finder
    tasks: frozenset[tuple[int, str]]
    """(year, id) of every section of the tasks."""


def _report(
    cycle: Cycle,
    review: tuple[Section, ...],
    tasks: tuple[Section, ...],
    metrics: Mapping[ItemId, Metric],
    targets: Mapping[ItemId, Target],
) -> Report:
    found = marks(cycle, metrics, targets)
    return Report(
        id=cycle.id,
        outcome_year=cycle.outcome_year,
        goal_year=cycle.goal_year,
        meta=cycle.report,
        source=cycle.source,
        translations=cycle.translations,
        review=review,
        tasks=tasks,
        comparisons=tuple(_comparisons(cycle, metrics, targets)),
        marks=found,
        translated_marks=translated_marks(cycle, found),
        promised=promised(cycle, tasks),
        waivers=tuple(
            Waiver(
                kind=own.kind,
                text=own.found.of(own.found.block.text),
                block=own.found.block.id,
                sentence=own.sentence,
                reason=own.reason,
                draft=own.draft,
            )
            for own in cycle.waivers
        ),
        counts=cycle.counts,
    )


def _review(context: _Context, cycle: Cycle, section: schema.ReviewSection) -> Section:
    year = cycle.outcome_year
    ref = SectionRef(
        id=ItemId.of_review(year, section.id, context.tasks),
        title=section.title,
    )
    items = []
    for m in section.metrics:
        at = cycle.metrics[m.id]
        figure = at.quantity
        assert figure is not None
        identity = ItemId("metric", year, m.id)
        items.append(
            Metric(
                id=identity,
                section=ref,
                title=m.title,
                quote=_quote(cycle, at),
                quantity=figure,
                time=_time(m, year),
                change=_change(m, context.verified.units),
                change_time=_time(m.change, year, m.period) if m.change else _time(m, year),
                measure=context.measures.get(m.measure or ""),
                part_of=ItemId("metric", year, m.part_of) if m.part_of else None,
                whole=m.whole,
                note=m.note,
                draft=m.draft,
                topics=m.topics,
                places=_named(context.places, at, m.places),
                terms=_named(context.terms, at),
                code=context.codes[str(identity)],
            )
        )
    return Section(
        ref=ref,
        part="review",
        summary=section.summary,
        draft=section.draft,
        first=section.paragraphs.first,
        last=section.paragraphs.last,
        pending=ItemId("section", year, section.id).brief in cycle.pending,
        metrics=tuple(items),
        commitments=(),
        charts=tuple(_declared(year, chart, "metric", chart.metrics) for chart in section.charts),
    )


def _time(stated: schema.Metric | schema.Target | schema.Change, year: int, of: schema.Years | None = None) -> Time:
    """When a figure of an item of `year` is of; `of`: the period of the metric whose change it is."""
    alone = Period.alone(year)
    usual = of.of(year) if of else alone
    period = stated.period.of(year) if stated.period else usual
    return Time(period=period, usual=period == usual, basis=stated.basis)


def _change(metric: schema.Metric, units: Units) -> Quantity | None:
    stated = metric.change
    if stated is None:
        return None
    return Quantity(value=stated.value, unit=units.unit(stated.unit), bound=stated.bound, kind="growth")


def _tasks(context: _Context, cycle: Cycle, section: schema.TasksSection, targets: dict[ItemId, Target]) -> Section:
    """A section of the tasks; its targets are added to `targets`."""
    year = cycle.goal_year
    ref = SectionRef(id=ItemId("section", year, section.id), title=section.title)
    items = []
    for c in section.commitments:
        identity = ItemId("commitment", year, c.id)
        promised = cycle.commitments[c.id]
        own = {ItemId("target", year, t.id): t for t in c.targets}
        for target, t in own.items():
            at = cycle.targets[t.id]
            targets[target] = Target(
                id=target,
                commitment=identity,
                section=ref,
                title=t.title,
                quote=_quote(cycle, at),
                quantity=at.quantity,
                time=_time(t, year),
                words=t.words,
                measure=context.measures.get(t.measure or ""),
                whole=t.whole,
                note=t.note,
                draft=t.draft,
                topics=c.topics,
            )
        items.append(
            Commitment(
                id=identity,
                section=ref,
                title=c.title,
                plain=c.plain,
                quote=_quote(cycle, promised),
                targets=tuple(own),
                note=c.note,
                draft=c.draft,
                topics=c.topics,
                places=_named(context.places, promised, c.places),
                terms=_named(context.terms, promised),
                code=context.codes[str(identity)],
            )
        )
    return Section(
        ref=ref,
        part="tasks",
        summary=section.summary,
        draft=section.draft,
        first=section.paragraphs.first,
        last=section.paragraphs.last,
        pending=ItemId("section", year, section.id).brief in cycle.pending,
        metrics=(),
        commitments=tuple(items),
        charts=tuple(_declared(year, chart, "target", chart.targets) for chart in section.charts),
    )


def _declared(
    year: int, chart: schema.ReviewChart | schema.TasksChart, kind: Literal["metric", "target"], drawn: Iterable[str]
) -> Declared:
    return Declared(
        path=urls.chart(year, chart.id),
        kind=chart.kind,
        note=chart.note,
        items=tuple(ItemId(kind, year, name) for name in drawn),
    )


def _quote(cycle: Cycle, at: Located) -> Quote:
    touched = [s.id for s in at.block.sentences if s.start < at.end and s.end > at.start]
    return Quote(
        text=at.block.text[at.start : at.end],
        translations={lang: " ".join(map(text.text, touched)) for lang, text in cycle.translations.items()},
        block=at.block.id,
        sentence=at.sentence,
        sentences=tuple(touched),
        report=urls.report(cycle.goal_year),
    )


def _named(names: Finder, at: Located, listed: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the names that a quote uses, and those that the editor lists besides, each once."""
    return tuple(dict.fromkeys((*names.used(at.block.text[at.start : at.end]), *listed)))


def _comparisons(
    cycle: Cycle, metrics: Mapping[ItemId, Metric], targets: Mapping[ItemId, Target]
) -> Iterator[Comparison]:
    for section in cycle.tasks:
        for commitment in section.commitments:
            for target in commitment.targets:
                yield _comparison(
                    cycle, targets[ItemId("target", cycle.goal_year, target.id)], target.baseline, metrics
                )


def _comparison(cycle: Cycle, target: Target, baseline: Baseline, metrics: Mapping[ItemId, Metric]) -> Comparison:
    metric = metrics[ItemId.of("metric", baseline.metric)] if baseline.metric is not None else None
    how: Order = ""
    size = None
    outcome, time = (metric.quantity, metric.time) if metric else (None, None)
    of_change = metric is not None and baseline.figure == "change"
    if metric is not None and of_change:
        change = cycle.metrics[metric.id.slug].change
        assert change is not None
        # As it was read, not as `change` of the metric has it: 下降3% beside 下降3%.
        outcome, time = change.quantity, metric.change_time
    if baseline.comparability == "same" and outcome is not None and target.quantity is not None:
        how = order(outcome, target.quantity)
        size = difference(outcome, target.quantity)
    return Comparison(
        target=target,
        metric=metric,
        outcome=outcome,
        outcome_time=time,
        of_change=of_change,
        comparability=baseline.comparability,
        order=how,
        difference=size,
        reason=baseline.reason,
    )
