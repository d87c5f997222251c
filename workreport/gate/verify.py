"""The gate: nothing false gets past this stage.

Takes what `load` returned, runs every check of `checks.CHECKS` that concerns the content, and returns
the same content with each quote and figure located in the source text. All problems of all checks are
collected before one `Refusal` is raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from workreport.content import Block, Content, English, Entry, ItemId, RawCycle, Run, Source, align, parse, schema
from workreport.diagnostics import Code, Diagnostic, Refusal, did_you_mean
from workreport.figures import Figure, Quantity, Units, match_figures
from workreport.gate.charts import chart_faults
from workreport.gate.comparisons import faults
from workreport.gate.coverage import Tally, figure_coverage, promise_coverage
from workreport.gate.double_entry import Loc, Located, Quantities
from workreport.gate.languages import text_faults
from workreport.gate.names import NAME_ABSENT, Names, id_faults, name_faults, names_of
from workreport.gate.permalinks import permalink_faults
from workreport.gate.releases import publication_faults

REPORT_MISMATCH = Code("report-mismatch", "The report's own details do not stand in its text.")
SECTION_RANGE = Code("section-range", "The paragraphs of a section do not exist.")
SECTION_OVERLAP = Code("section-overlap", "A paragraph belongs to two sections.")
PARAGRAPH_UNCLAIMED = Code("paragraph-unclaimed", "A paragraph belongs to no section.")
PENDING_UNKNOWN = Code("pending-unknown", "A pending section does not exist.")
PENDING_REFUSED = Code("pending-refused", "A section is pending where the site allows none.")
PLACE_UNKNOWN = Code("place-unknown", "A place is not in places.yaml.")
TOPIC_UNKNOWN = Code("topic-unknown", "A topic is not in site.yaml.")
PART_UNKNOWN = Code("part-unknown", "A metric is part of one that does not exist.")
TARGET_FORM = Code("target-form", "A target states neither a number nor words, or both.")
BASELINE_UNKNOWN = Code("baseline-unknown", "A target is compared with a metric that does not exist.")

Section = Entry[schema.ReviewSection] | Entry[schema.TasksSection]


class Counts(NamedTuple):
    """What `check` prints: figures and sentences encoded, waived, pending."""

    figures: Tally
    sentences: Tally


class Cycle(NamedTuple):
    """One report, verified: its texts, its two parts, and where everything in them stands."""

    id: str
    outcome_year: int
    goal_year: int
    report: schema.Report
    source: Source
    english: English
    review: tuple[schema.ReviewSection, ...]
    tasks: tuple[schema.TasksSection, ...]
    pending: frozenset[str]
    """Sections not yet encoded, as year/section-id."""
    metrics: dict[str, Located]
    commitments: dict[str, Located]
    targets: dict[str, Located]
    english_runs: Mapping[str, Mapping[tuple[int, int], tuple[int, int]]]
    """For each sentence where its figures (their run within it) stand in its English."""
    counts: Counts


class Verified(NamedTuple):
    """All content, past the gate."""

    site: schema.Site
    units: Units
    permalinks: tuple[schema.Permalink, ...]
    addresses: tuple[schema.PublishedAddress, ...]
    corrections: tuple[schema.Correction, ...]
    names: Names
    cycles: tuple[Cycle, ...]
    digest: str


def quantity(located: Located | None) -> Quantity | None:
    """The quantity of a metric or target; None where the goal is in words or was refused."""
    return located.figure.quantity if located and located.figure else None


def _goal(target: schema.Target, located: Located | None) -> Quantity | None:
    """The quantity of a target; None also where another target has its id, which is refused."""
    goal = quantity(located)
    return goal if goal and (goal.value, goal.unit.zh) == (target.value, target.unit) else None


def verify(content: Content) -> Verified:
    """All content with its quotes located. Raises `Refusal` with every problem of every check."""
    problems: list[Diagnostic] = []
    units = content.units.value.table()
    gates = []
    for raw in content.cycles:
        try:
            gates.append(_Gate(content, raw, units))
        except Refusal as refusal:
            problems += refusal.diagnostics
    problems += text_faults(content, units)
    problems += publication_faults(content)
    problems += id_faults(content)
    names = name_faults(content, [gate.source for gate in gates])
    # A name that stands in a source which could not be read is not said to be absent too.
    problems += [p for p in names if p.code != NAME_ABSENT or len(gates) == len(content.cycles)]
    outcomes = {f"{gate.raw.outcome_year}/{key}": gate for gate in gates for key in gate.metric_ids}
    for gate in gates:
        gate.run(outcomes)
        problems += gate.problems
    if len(gates) == len(content.cycles):
        problems += _permalinks(content, gates)
    if problems:
        raise Refusal(problems)
    return Verified(
        content.site.value,
        units,
        content.permalinks.value.permalinks,
        content.permalinks.value.addresses,
        content.corrections.value.corrections if content.corrections is not None else (),
        names_of(content),
        tuple(gate.cycle() for gate in gates),
        content.digest,
    )


class _Gate:
    """The checks of one report. Made with its source text; `run` collects the problems."""

    def __init__(self, content: Content, raw: RawCycle, units: Units) -> None:
        self.content = content
        self.raw = raw
        self.units = units
        self.problems: list[Diagnostic] = []
        self.source = parse(raw.zh.path, raw.zh.text)
        self.quantities = Quantities(self.source, units)
        self.english: English | None = None
        self.runs: dict[str, dict[tuple[int, int], tuple[int, int]]] = {}
        try:
            self.english = align(raw.en.path, raw.en.text, self.source)
        except Refusal as refusal:
            self.problems += refusal.diagnostics
        self.metric_ids = {m.id: m for entry in raw.review for m in entry.value.metrics}
        self.metrics: dict[str, Located] = {}
        self.commitments: dict[str, Located] = {}
        self.targets: dict[str, Located] = {}
        self.counts = Counts(Tally(), Tally())
        self.where: dict[str, tuple[Entry[Any], Loc]] = {}
        self.pending: frozenset[str] = frozenset(raw.waivers.value.pending)

    @property
    def sections(self) -> Iterator[tuple[int, Section]]:
        """Every section with its year."""
        for review in self.raw.review:
            yield self.raw.outcome_year, review
        for tasks in self.raw.tasks:
            yield self.raw.goal_year, tasks

    def run(self, outcomes: dict[str, _Gate]) -> None:
        """All checks of this report."""
        self._report()
        self._ranges()
        self._pending()
        claimed: dict[str, set[int]] = {}
        quotes: dict[str, list[Run]] = {}
        for entry in self.raw.review:
            self._review(entry, claimed)
        for tasks in self.raw.tasks:
            self._tasks(tasks, claimed, quotes)
        self.problems += self.quantities.problems
        blocks = {id(entry): self._blocks(entry) for _, entry in self.sections}
        waiting = {
            b.id
            for year, entry in self.sections
            if f"{year}/{entry.value.id}" in self.pending
            for b in blocks[id(entry)]
        }
        figures, problems = figure_coverage(self.quantities, claimed, self.raw.waivers, waiting)
        self.problems += problems
        parts = [(blocks[id(e)], f"{self.raw.goal_year}/{e.value.id}" in self.pending) for e in self.raw.tasks]
        sentences, problems = promise_coverage(self.source, parts, quotes, self.raw.waivers)
        self.problems += problems
        self.counts = Counts(figures, sentences)
        self._languages()
        self._baselines(outcomes)
        self._charts()

    def cycle(self) -> Cycle:
        """The verified report; only meaningful once no problem was found."""
        assert self.english is not None
        raw = self.raw
        return Cycle(
            raw.id,
            raw.outcome_year,
            raw.goal_year,
            raw.report.value,
            self.source,
            self.english,
            tuple(sorted((e.value for e in raw.review), key=_first)),
            tuple(sorted((e.value for e in raw.tasks), key=_first)),
            self.pending,
            self.metrics,
            self.commitments,
            self.targets,
            self.runs,
            self.counts,
        )

    def _blocks(self, entry: Section) -> tuple[Block, ...]:
        paragraphs = entry.value.paragraphs
        return self.source.between(paragraphs.first, paragraphs.last)

    def _report(self) -> None:
        """The report's identity stands in its own text."""
        report = self.raw.report.value
        text = "".join(block.dense for block in self.source.blocks)
        for field, value in (
            ("title", report.title.zh),
            *((("notice", report.notice.zh),) if report.notice else ()),
            ("document_number", report.document_number),
            ("issuer", report.issuer.zh),
            ("speaker", report.speaker.zh),
            ("delivered", _chinese_date(report.delivered)),
            ("issued", _chinese_date(report.issued)),
        ):
            if "".join(value.split()) not in text:
                self.problems.append(
                    self.raw.report.problem(
                        (field,),
                        REPORT_MISMATCH,
                        f"“{value}” is not in the source text",
                        "compare it with the first page of the report",
                    )
                )

    def _ranges(self) -> None:
        """Every paragraph belongs to exactly one section, or to the matter before and after the report."""
        owner: dict[str, str] = {}
        claims: list[tuple[Entry[Any], Loc, schema.Range, str]] = [
            (entry, ("paragraphs",), entry.value.paragraphs, entry.value.id) for _, entry in self.sections
        ]
        claims += [
            (self.raw.report, ("matter", index), span, "the matter around the report")
            for index, span in enumerate(self.raw.report.value.matter)
        ]
        for entry, loc, span, name in claims:
            blocks = self.source.between(span.first, span.last)
            if not blocks:
                self.problems.append(
                    entry.problem(
                        loc,
                        SECTION_RANGE,
                        f"the source text has no paragraphs from {span.first} to {span.last}",
                        f"its paragraphs are p1 to p{len(self.source.paragraphs)}",
                    )
                )
            for block in blocks:
                if block.id in owner:
                    self.problems.append(
                        entry.problem(
                            loc,
                            SECTION_OVERLAP,
                            f"{block.id} belongs to {owner[block.id]} already",
                            "a paragraph belongs to one section",
                        )
                    )
                    break
                owner[block.id] = name
        for block in self.source.paragraphs:
            if block.id not in owner:
                self.problems.append(
                    Diagnostic(
                        path=self.source.path,
                        line=block.line,
                        column=1,
                        code=PARAGRAPH_UNCLAIMED,
                        message=f"{block.id} belongs to no section",
                        hint="widen the `paragraphs` of a section, or `matter` in the report file",
                    )
                )

    def _pending(self) -> None:
        known = {f"{year}/{entry.value.id}" for year, entry in self.sections}
        waivers = self.raw.waivers
        for index, name in enumerate(waivers.value.pending):
            if name not in known:
                self.problems.append(
                    waivers.problem(
                        ("pending", index),
                        PENDING_UNKNOWN,
                        f"there is no section {name}",
                        did_you_mean(name, known) or "write year/section-id",
                    )
                )
            elif not self.content.site.value.allow_pending:
                self.problems.append(
                    waivers.problem(
                        ("pending", index),
                        PENDING_REFUSED,
                        f"{name} is pending, and site.yaml says allow_pending: false",
                        "encode the section and take it off this list",
                    )
                )

    def _labels(self, entry: Section, loc: Loc, item: schema.Metric | schema.Commitment) -> None:
        topics = {topic.id for topic in self.content.site.value.topics}
        places = {place.id for place in names_of(self.content).places}
        for index, place in enumerate(item.places):
            if place not in places:
                self.problems.append(
                    entry.problem(
                        (*loc, "places", index),
                        PLACE_UNKNOWN,
                        f"“{place}” is not a place of places.yaml",
                        did_you_mean(place, places) or "add it there",
                    )
                )
        for index, topic in enumerate(item.topics):
            if topic not in topics:
                self.problems.append(
                    entry.problem(
                        (*loc, "topics", index),
                        TOPIC_UNKNOWN,
                        f"“{topic}” is not a topic of site.yaml",
                        did_you_mean(topic, topics) or f"topics: {', '.join(sorted(topics))}",
                    )
                )

    def _review(self, entry: Entry[schema.ReviewSection], claimed: dict[str, set[int]]) -> None:
        blocks = self._blocks(entry)
        for index, metric in enumerate(entry.value.metrics):
            loc: Loc = ("metrics", index)
            self._labels(entry, loc, metric)
            self.where[f"{self.raw.outcome_year}/metrics/{metric.id}"] = (entry, (*loc, "id"))
            if metric.part_of is not None and (metric.part_of not in self.metric_ids or metric.part_of == metric.id):
                self.problems.append(
                    entry.problem(
                        (*loc, "part_of"),
                        PART_UNKNOWN,
                        f"there is no other metric {metric.part_of} in this review",
                        did_you_mean(metric.part_of, set(self.metric_ids) - {metric.id}),
                    )
                )
            located = self.quantities.metric(entry, loc, metric, blocks)
            if located is None:
                continue
            self.metrics[metric.id] = located
            for figure in (located.figure, located.change):
                if figure is not None:
                    claimed.setdefault(located.block.id, set()).add(figure.start)

    def _tasks(
        self, entry: Entry[schema.TasksSection], claimed: dict[str, set[int]], quotes: dict[str, list[Run]]
    ) -> None:
        blocks = self._blocks(entry)
        for index, commitment in enumerate(entry.value.commitments):
            loc: Loc = ("commitments", index)
            self._labels(entry, loc, commitment)
            self.where[f"{self.raw.goal_year}/commitments/{commitment.id}"] = (entry, (*loc, "id"))
            found = self.quantities.quote(entry, (*loc, "quote"), commitment.quote, blocks)
            if found is not None:
                sentence = found.block.sentence_at(found.start).id
                self.commitments[commitment.id] = Located(found.block, found.start, found.end, sentence, None, None)
                quotes.setdefault(found.block.id, []).append(Run(found.start, found.end))
            own: list[Figure] = []
            for number, target in enumerate(commitment.targets):
                spot: Loc = (*loc, "targets", number)
                self.where[f"{self.raw.goal_year}/targets/{target.id}"] = (entry, (*spot, "id"))
                if not self._form(entry, spot, target):
                    if found is not None:
                        self.quantities.dispute(found)
                    continue
                located = self.quantities.target(entry, spot, target, found, blocks)
                if located is None:
                    continue
                self.targets[target.id] = located
                if located.figure is not None:
                    own.append(located.figure)
                    claimed.setdefault(located.block.id, set()).add(located.figure.start)
            if found is not None and commitment.plain is not None:
                self.quantities.plain(entry, (*loc, "plain", "zh"), commitment.plain.zh, found, own)

    def _form(self, entry: Section, loc: Loc, target: schema.Target) -> bool:
        """A target has value, unit and bound, or words; never both, never neither."""
        given = [target.value is not None, target.unit is not None, target.bound is not None]
        if (all(given) and target.words is None) or (
            not any(given) and target.words is not None and target.value_high is None
        ):
            return True
        self.problems.append(
            entry.problem(
                loc,
                TARGET_FORM,
                "a target has value, unit and bound, or it has words",
                "write the number as printed, or the goal's own words where it has none",
            )
        )
        return False

    def _languages(self) -> None:
        """Check 5 on the translation, sentence by sentence."""
        if self.english is not None:
            for block in self.source.blocks:
                figures = self.quantities.figures(block)
                if block.level:
                    self._sentence(block.id, block.text, figures)
                    continue
                at = 0
                for sentence in block.sentences:
                    end = at
                    while end < len(figures) and figures[end].start < sentence.end:
                        end += 1
                    own = [
                        replace(f, start=f.start - sentence.start, end=f.end - sentence.start) for f in figures[at:end]
                    ]
                    self._sentence(sentence.id, block.text[sentence.start : sentence.end], own)
                    at = end

    def _sentence(self, identifier: str, zh: str, figures: list[Figure]) -> None:
        assert self.english is not None
        line, _ = self.english.lines[identifier]
        aligned = match_figures(zh, self.english.text(identifier), self.units, figures)
        self.runs[identifier] = {
            (figure.start, figure.end): run for figure, run in zip(figures, aligned.runs, strict=True) if run
        }
        for found in aligned.problems:
            self.problems.append(
                Diagnostic(
                    path=self.english.path,
                    line=line,
                    column=1,
                    code=found.code,
                    message=f"{identifier}: {found.message}",
                    hint=found.hint,
                )
            )

    def _baselines(self, outcomes: dict[str, _Gate]) -> None:
        """Check 6: every target says what it is compared with, truly."""
        for entry in self.raw.tasks:
            for index, commitment in enumerate(entry.value.commitments):
                for number, target in enumerate(commitment.targets):
                    loc: Loc = ("commitments", index, "targets", number, "baseline")
                    baseline = target.baseline
                    outcome = None
                    if baseline.metric is not None:
                        gate = outcomes.get(baseline.metric)
                        if gate is not self:
                            # The pages call the outcome that of the year before, so it must be.
                            self.problems.append(
                                entry.problem(
                                    (*loc, "metric"),
                                    BASELINE_UNKNOWN,
                                    f"there is no metric {baseline.metric}"
                                    if gate is None
                                    else f"{baseline.metric} is not an outcome of {self.raw.outcome_year}",
                                    did_you_mean(baseline.metric, [k for k, g in outcomes.items() if g is self]),
                                )
                            )
                        else:
                            key = baseline.metric.partition("/")[2]
                            outcome = quantity(gate.metrics.get(key))
                    goal = _goal(target, self.targets.get(target.id))
                    for fault in faults(baseline, words=target.words is not None, outcome=outcome, goal=goal):
                        self.problems.append(entry.problem((*loc, fault.field), fault.code, fault.message, fault.hint))

    def _charts(self) -> None:
        """Check 6 on the charts that the sections declare."""
        wholes = {key: quantity(self.metrics.get(key)) for key in self.metric_ids}
        owners = {m.id: entry.value.id for entry in self.raw.review for m in entry.value.metrics}
        for review in self.raw.review:
            items = {m.id: m for m in review.value.metrics}
            for index, chart in enumerate(review.value.charts):
                for loc, fault in chart_faults(chart, items, wholes, owners, wholes):
                    self.problems.append(review.problem(("charts", index, *loc), fault.code, fault.message, fault.hint))
        goals = {
            t.id: (entry.value.id, t) for entry in self.raw.tasks for c in entry.value.commitments for t in c.targets
        }
        figures = {key: quantity(self.targets.get(key)) for key in goals}
        sections = {key: section for key, (section, _) in goals.items()}
        for tasks in self.raw.tasks:
            targets = {key: target for key, (section, target) in goals.items() if section == tasks.value.id}
            for index, drawn in enumerate(tasks.value.charts):
                for loc, fault in chart_faults(drawn, targets, figures, sections, wholes):
                    self.problems.append(tasks.problem(("charts", index, *loc), fault.code, fault.message, fault.hint))


def _first(section: schema.ReviewSection | schema.TasksSection) -> int:
    return int(section.paragraphs.first[1:])


def _chinese_date(date: str) -> str:
    """2023-01-04 as the report prints it: 2023年1月4日."""
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}年{month}月{day}日"


def _permalinks(content: Content, gates: Sequence[_Gate]) -> list[Diagnostic]:
    """Check 7, over all reports."""
    present: dict[str, str] = {}
    where: dict[str, tuple[Entry[Any], Loc]] = {}
    for gate in gates:
        present |= {f"{gate.raw.outcome_year}/metrics/{key}": at.sentence for key, at in gate.metrics.items()}
        present |= {f"{gate.raw.goal_year}/commitments/{key}": at.sentence for key, at in gate.commitments.items()}
        present |= {f"{gate.raw.goal_year}/targets/{key}": at.sentence for key, at in gate.targets.items()}
        where |= gate.where
    broken = {key for gate in gates for key in gate.where} - set(present)
    named = _named(content)
    found = permalink_faults(content.permalinks, present | dict.fromkeys([*broken, *named], ""), where | named)
    # An item whose quote is broken has been reported already; its sentence is unknown, not changed.
    silent = {where[key][0].at(*where[key][1]) for key in broken}
    return [d for d in found if (d.path, d.line, d.column) not in silent]


def _named(content: Content) -> dict[str, tuple[Entry[Any], Loc]]:
    """The addresses of sections, and of the topics that something has, each with the place of its id."""
    found: dict[str, tuple[Entry[Any], Loc]] = {}
    used: set[str] = set()
    tasks = {(raw.goal_year, entry.value.id) for raw in content.cycles for entry in raw.tasks}
    for raw in content.cycles:
        for review in raw.review:
            found[str(ItemId.of_review(raw.outcome_year, review.value.id, tasks))] = (review, ("id",))
        found |= {str(ItemId("section", raw.goal_year, entry.value.id)): (entry, ("id",)) for entry in raw.tasks}
        used |= {topic for entry in raw.review for metric in entry.value.metrics for topic in metric.topics}
        used |= {topic for entry in raw.tasks for item in entry.value.commitments for topic in item.topics}
    for index, topic in enumerate(content.site.value.topics):
        if topic.id in used:
            found[f"topics/{topic.id}"] = (content.site, ("topics", index, "id"))
    return found
