"""From verified content to what pages show: every item with its place, its figure and its comparisons.

Pure. Paths here are those of the public contract (DESIGN section 7), relative to the root of one
language; nothing after this stage invents one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from workreport.content import Block, English, Source, Span, schema
from workreport.figures import Comparability, Order, Printer, Quantity, UnitName, difference, order
from workreport.gate import Counts, Cycle, Located, Tally, Verified, first_times, quantity


class Pair(NamedTuple):
    """A text in both languages."""

    zh: str
    en: str


class Quote(NamedTuple):
    """A verbatim run of the source text, where it stands, and the English of its sentences."""

    text: str
    english: str
    block: str
    sentence: str
    report: str
    """The path of the report page."""

    @property
    def path(self) -> str:
        """The link to the sentence in the whole report."""
        return f"{self.report}#{self.sentence}"


class SectionRef(NamedTuple):
    """What an item says of the section that it belongs to."""

    year: int
    id: str
    title: Pair
    path: str


class Term(NamedTuple):
    """A term of the glossary, and the sentences of the reports that use it."""

    id: str
    name: Pair
    forms: tuple[str, ...]
    """All that the English may call it, its name first."""
    meaning: Pair
    basis: str
    rule: Pair | None
    sentences: tuple[tuple[str, str], ...]
    """(report path, sentence id)"""


class Place(NamedTuple):
    """A place, the items that name it, and the sentences that do."""

    id: str
    name: Pair
    items: tuple[tuple[str, Pair], ...]
    """(path, title) of metrics and commitments"""
    sentences: tuple[tuple[str, str], ...]


class Metric(NamedTuple):
    """One quantified statement of the review, ready for pages and data."""

    id: str
    year: int
    section: SectionRef
    title: Pair
    quote: Quote
    quantity: Quantity
    change: schema.Change | None
    direction: str
    part_of: str
    whole: Pair | None
    note: Pair | None
    topics: tuple[str, ...]
    places: tuple[str, ...]
    terms: tuple[str, ...]
    path: str
    code: str
    """The short code for print and speech, such as 2022-M017."""


class Target(NamedTuple):
    """One quantified promise, or one in words (`quantity` is None then)."""

    id: str
    year: int
    commitment: str
    commitment_path: str
    section: SectionRef
    title: Pair
    quote: Quote
    quantity: Quantity | None
    words: Pair | None
    direction: str
    whole: Pair | None
    note: Pair | None
    topics: tuple[str, ...]


class Commitment(NamedTuple):
    """One promise of the tasks part."""

    id: str
    year: int
    section: SectionRef
    title: Pair
    plain: Pair | None
    quote: Quote
    targets: tuple[str, ...]
    note: Pair | None
    topics: tuple[str, ...]
    places: tuple[str, ...]
    terms: tuple[str, ...]
    path: str
    code: str


class Comparison(NamedTuple):
    """A target beside a metric, and what may be said of the two."""

    target: Target
    metric: Metric | None
    comparability: Comparability
    order: Order
    difference: Decimal | None
    reason: Pair | None


class Declared(NamedTuple):
    """A chart that a section declares: what it draws, by id."""

    id: str
    kind: Literal["bars", "share", "dumbbell"]
    title: Pair
    note: Pair | None
    items: tuple[str, ...]


class Section(NamedTuple):
    """A heading of the report with its items."""

    ref: SectionRef
    summary: Pair
    first: str
    last: str
    pending: bool
    metrics: tuple[Metric, ...]
    commitments: tuple[Commitment, ...]
    charts: tuple[Declared, ...]


class Mark(NamedTuple):
    """A run of a paragraph that pages link to: the figure of a metric or target."""

    start: int
    end: int
    path: str
    title: Pair


class Report(NamedTuple):
    """One report: its parts, its text and where the encoded figures stand in it."""

    year: int
    meta: schema.Report
    source: Source
    english: English
    review: tuple[Section, ...]
    tasks: tuple[Section, ...]
    comparisons: tuple[Comparison, ...]
    marks: dict[str, tuple[Mark, ...]]
    """By block id."""
    english_marks: dict[str, tuple[Mark, ...]]
    """The same figures in the translation, by sentence id."""
    counts: Counts
    path: str
    compare_path: str


class Correction(NamedTuple):
    """A change of something that was published."""

    id: str
    """The anchor on the corrections page: c1 for the oldest."""
    date: str
    item: str
    """The page it is about, as 2022/metrics/new-jobs; "" for the site as a whole."""
    title: Pair | None
    topics: tuple[str, ...]
    old: Pair
    new: Pair
    reason: Pair


class Site(NamedTuple):
    """All that the pages are made from."""

    name: Pair
    tagline: Pair
    topics: dict[str, Pair]
    contact: Pair | None
    """Markdown: how to reach whoever publishes the site."""
    used_topics: tuple[str, ...]
    """Those that some metric or commitment has, in the order of site.yaml: the ones that have a page."""
    terms: dict[str, Term]
    places: dict[str, Place]
    printer: Printer
    reports: tuple[Report, ...]
    metrics: dict[str, Metric]
    """By year/id, as baselines name them."""
    targets: dict[str, Target]
    comparisons: dict[str, Comparison]
    """By year/target id."""
    compared_with: dict[str, tuple[Comparison, ...]]
    """By year/metric id: the comparisons in which a metric is the outcome."""
    moved: tuple[schema.Permalink, ...]
    gone: tuple[schema.PublishedAddress, ...]
    """Targets, sections and topics that moved or were retired."""
    codes: tuple[tuple[str, str], ...]
    """(short code, page) of every page ever published, in the order of the codes."""
    corrections: tuple[Correction, ...]
    """The oldest first."""
    host: schema.Host
    licence: schema.Licence | None
    reference: schema.Reference
    releases: tuple[schema.Release, ...]
    """The oldest first; none for a draft."""
    first: dict[str, str]
    """By path of a page of one item or report: when it first went online. Empty for a draft."""
    digest: str
    """SHA-256 of the content."""
    counts: Counts

    @property
    def release(self) -> schema.Release | None:
        """The newest release; None for a draft."""
        return self.releases[-1] if self.releases else None


def pair(text: schema.Text) -> Pair:
    """A text of the content as a pair."""
    return Pair(text.zh, text.en)


def _maybe(text: schema.Text | None) -> Pair | None:
    return None if text is None else pair(text)


def printer_of(table: schema.UnitTable) -> Printer:
    """The unit table in the form that wording needs."""
    return Printer(
        {unit.zh: UnitName(unit.one, unit.other, unit.print) for unit in table.units},
        {scale.zh: scale.en for scale in table.scales},
    )


def resolve(verified: Verified) -> Site:
    """Verified content as a site: items joined with their sections, quotes, comparisons and paths."""
    metrics: dict[str, Metric] = {}
    targets: dict[str, Target] = {}
    parts = []
    codes = {link.id: link.code for link in verified.permalinks}
    for cycle in verified.cycles:
        review = tuple(_review(verified, cycle, section, metrics, codes) for section in cycle.review)
        tasks = tuple(_tasks(verified, cycle, section, targets, codes) for section in cycle.tasks)
        parts.append((cycle, review, tasks))
    reports = []
    comparisons: dict[str, Comparison] = {}
    for cycle, review, tasks in parts:
        own = [
            _comparison(target, baseline, metrics)
            for section in cycle.tasks
            for commitment in section.commitments
            for target, baseline in ((targets[f"{cycle.year}/{t.id}"], t.baseline) for t in commitment.targets)
        ]
        comparisons |= {f"{cycle.year}/{c.target.id}": c for c in own}
        marks = _marks(cycle, metrics, targets)
        reports.append(
            Report(
                cycle.year,
                cycle.report,
                cycle.source,
                cycle.english,
                review,
                tasks,
                tuple(own),
                marks,
                _english_marks(cycle, marks),
                cycle.counts,
                f"{cycle.year}/report.html",
                f"{cycle.year}/compare.html",
            )
        )
    beside: dict[str, list[Comparison]] = {}
    for comparison in comparisons.values():
        if comparison.metric is not None:
            beside.setdefault(f"{comparison.metric.year}/{comparison.metric.id}", []).append(comparison)
    site = verified.site
    used = {t for m in metrics.values() for t in m.topics}
    used |= {t for r in reports for section in r.tasks for c in section.commitments for t in c.topics}
    total = Counts(
        sum((c.counts.figures for c in verified.cycles), Tally()),
        sum((c.counts.sentences for c in verified.cycles), Tally()),
    )
    return Site(
        pair(site.name),
        pair(site.tagline),
        {t.id: pair(t.title) for t in site.topics},
        _maybe(site.contact),
        tuple(t.id for t in site.topics if t.id in used),
        _terms(verified),
        _places(verified, reports),
        printer_of(verified.units),
        tuple(reports),
        metrics,
        targets,
        comparisons,
        {key: tuple(found) for key, found in beside.items()},
        tuple(p for p in verified.permalinks if p.moved_to or p.retired),
        tuple(a for a in verified.addresses if a.moved_to or a.retired),
        tuple(sorted({p.code: p.id for p in sorted(verified.permalinks, key=lambda p: not p.moved_to)}.items())),
        _corrections(verified, metrics, reports),
        site.host,
        site.licence,
        site.reference,
        site.releases,
        _first(first_times(verified.permalinks, site.releases), reports),
        verified.digest,
        total,
    )


def _first(times: Mapping[str, str], reports: Iterable[Report]) -> dict[str, str]:
    """When pages first went online: those of the record, and a report's own with the first of its promises."""
    first = {f"{page}.html": time for page, time in times.items()}
    for report in reports:
        own = [first[c.path] for section in report.tasks for c in section.commitments if c.path in first]
        if own:
            first[report.path] = first[report.compare_path] = min(own)
    return first


def _corrections(
    verified: Verified, metrics: Mapping[str, Metric], reports: Iterable[Report]
) -> tuple[Correction, ...]:
    items: dict[str, Metric | Commitment] = {m.path.removesuffix(".html"): m for m in metrics.values()}
    items |= {c.path.removesuffix(".html"): c for r in reports for section in r.tasks for c in section.commitments}
    made = []
    moved = {link.id: link.moved_to for link in verified.permalinks if link.moved_to}
    for number, entry in enumerate(verified.corrections, 1):
        page = moved.get(entry.item or "") or entry.item or ""  # a correction goes with a page that is renamed
        item = items.get(page)
        made.append(
            Correction(
                f"c{number}",
                entry.date,
                page,
                item.title if item else None,
                item.topics if item else (),
                pair(entry.old),
                pair(entry.new),
                pair(entry.reason),
            )
        )
    return tuple(made)


def _ref(year: int, section: schema.ReviewSection | schema.TasksSection) -> SectionRef:
    return SectionRef(year, section.id, pair(section.title), f"{year}/{section.id}.html")


def _quote(cycle: Cycle, at: Located) -> Quote:
    text = at.block.text[at.start : at.end]
    return Quote(
        text, _english(cycle.english, at.block, at.start, at.end), at.block.id, at.sentence, f"{cycle.year}/report.html"
    )


def _english(english: English, block: Block, start: int, end: int) -> str:
    """The English of every sentence that a run of the block touches."""
    return " ".join(english.text(s.id) for s in block.sentences if s.start < end and s.end > start)


def _review(
    verified: Verified,
    cycle: Cycle,
    section: schema.ReviewSection,
    metrics: dict[str, Metric],
    codes: Mapping[str, str],
) -> Section:
    year = cycle.year - 1
    ref = _ref(year, section)
    items = []
    for m in section.metrics:
        at = cycle.metrics[m.id]
        figure = quantity(m, at.figure, verified.measures)
        assert figure is not None
        item = Metric(
            m.id,
            year,
            ref,
            pair(m.title),
            _quote(cycle, at),
            figure,
            m.change,
            m.direction,
            m.part_of or "",
            _maybe(m.whole),
            _maybe(m.note),
            m.topics,
            _named(verified.names.places, at, m.places),
            _named(verified.names.terms, at),
            f"{year}/metrics/{m.id}.html",
            codes[f"{year}/metrics/{m.id}"],
        )
        metrics[f"{year}/{m.id}"] = item
        items.append(item)
    return Section(
        ref,
        pair(section.summary),
        section.paragraphs.first,
        section.paragraphs.last,
        f"{year}/{section.id}" in cycle.pending,
        tuple(items),
        (),
        tuple(Declared(c.id, c.kind, pair(c.title), _maybe(c.note), c.metrics) for c in section.charts),
    )


def _tasks(
    verified: Verified,
    cycle: Cycle,
    section: schema.TasksSection,
    targets: dict[str, Target],
    codes: Mapping[str, str],
) -> Section:
    year = cycle.year
    ref = _ref(year, section)
    items = []
    for c in section.commitments:
        path = f"{year}/commitments/{c.id}.html"
        promised = cycle.commitments[c.id]
        for t in c.targets:
            at = cycle.targets[t.id]
            targets[f"{year}/{t.id}"] = Target(
                t.id,
                year,
                c.id,
                path,
                ref,
                pair(t.title),
                _quote(cycle, at),
                quantity(t, at.figure, verified.measures),
                _maybe(t.words),
                t.direction,
                _maybe(t.whole),
                _maybe(t.note),
                c.topics,
            )
        items.append(
            Commitment(
                c.id,
                year,
                ref,
                pair(c.title),
                _maybe(c.plain),
                _quote(cycle, promised),
                tuple(t.id for t in c.targets),
                _maybe(c.note),
                c.topics,
                _named(verified.names.places, promised, c.places),
                _named(verified.names.terms, promised),
                path,
                codes[f"{year}/commitments/{c.id}"],
            )
        )
    return Section(
        ref,
        pair(section.summary),
        section.paragraphs.first,
        section.paragraphs.last,
        f"{year}/{section.id}" in cycle.pending,
        (),
        tuple(items),
        tuple(Declared(c.id, c.kind, pair(c.title), _maybe(c.note), c.targets) for c in section.charts),
    )


def _occurrences(names: Sequence[schema.Term | schema.Place], text: str) -> Iterator[str]:
    """Ids of the names that `text` uses, in their order; one inside a longer one (金贸产业园站) does not count."""
    dense = "".join(text.split())
    spans: list[tuple[int, int, str]] = []
    for name in names:
        wanted = "".join(name.zh.split())
        at = dense.find(wanted)
        while at >= 0:
            spans.append((at, at + len(wanted), name.id))
            at = dense.find(wanted, at + 1)
    for start, end, identifier in spans:
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in spans):
            yield identifier


def _named(names: Sequence[schema.Term | schema.Place], at: Located, listed: Sequence[str] = ()) -> tuple[str, ...]:
    """Ids of the names that a quote uses, and those that the editor lists besides, each once."""
    return tuple(dict.fromkeys((*_occurrences(names, at.block.text[at.start : at.end]), *listed)))


def _sentences(
    verified: Verified, names: Sequence[schema.Term | schema.Place]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each name the sentences of all reports that use it, as (report path, sentence id)."""
    found: dict[str, list[tuple[str, str]]] = {name.id: [] for name in names}
    if not names:
        return {}
    for cycle in verified.cycles:
        for block in cycle.source.paragraphs:
            for sentence in block.sentences:
                for identifier in set(_occurrences(names, block.text[sentence.start : sentence.end])):
                    found[identifier].append((f"{cycle.year}/report.html", sentence.id))
    return {identifier: tuple(places) for identifier, places in found.items()}


def _terms(verified: Verified) -> dict[str, Term]:
    used = _sentences(verified, verified.names.terms)
    return {
        t.id: Term(t.id, Pair(t.zh, t.en), (t.en, *t.also), pair(t.meaning), t.basis, _maybe(t.rule), used[t.id])
        for t in verified.names.terms
    }


def _places(verified: Verified, reports: Iterable[Report]) -> dict[str, Place]:
    used = _sentences(verified, verified.names.places)
    items: dict[str, list[tuple[str, Pair]]] = {place.id: [] for place in verified.names.places}
    for report in reports:
        for section in (*report.review, *report.tasks):
            own: list[Metric | Commitment] = [*section.metrics, *section.commitments]
            for item in own:
                for identifier in item.places:
                    items[identifier].append((item.path, item.title))
    return {p.id: Place(p.id, Pair(p.zh, p.en), tuple(items[p.id]), used[p.id]) for p in verified.names.places}


def _comparison(target: Target, baseline: schema.Baseline, metrics: dict[str, Metric]) -> Comparison:
    metric = metrics[baseline.metric] if baseline.metric is not None else None
    how: Order = ""
    size = None
    if baseline.comparability == "same" and metric is not None and target.quantity is not None:
        how = order(metric.quantity, target.quantity)
        size = difference(metric.quantity, target.quantity)
    return Comparison(target, metric, baseline.comparability, how, size, _maybe(baseline.reason))


def _marks(cycle: Cycle, metrics: dict[str, Metric], targets: dict[str, Target]) -> dict[str, tuple[Mark, ...]]:
    """Every encoded figure of the source text with the page that it links to, by block id."""
    marks: dict[str, list[Mark]] = {}

    def add(at: Located, spans: Iterable[Span], path: str, title: Pair) -> None:
        for span in spans:
            marks.setdefault(at.block.id, []).append(Mark(span.start, span.end, path, title))

    for key, at in cycle.metrics.items():
        item = metrics[f"{cycle.year - 1}/{key}"]
        add(at, (Span(f.start, f.end) for f in (at.figure, at.change) if f), item.path, item.title)
    for key, at in cycle.targets.items():
        target = targets[f"{cycle.year}/{key}"]
        if at.figure is not None:
            add(at, (Span(at.figure.start, at.figure.end),), target.commitment_path, target.title)
    return {block: tuple(sorted(found)) for block, found in marks.items()}


def _english_marks(cycle: Cycle, marks: Mapping[str, tuple[Mark, ...]]) -> dict[str, tuple[Mark, ...]]:
    """The encoded figures where they stand in the translation, by sentence id."""
    found: dict[str, list[Mark]] = {}
    for block in cycle.source.blocks:
        for mark in marks.get(block.id, ()):
            for sentence in block.sentences:
                if sentence.start <= mark.start and mark.end <= sentence.end:
                    own = (mark.start - sentence.start, mark.end - sentence.start)
                    run = cycle.english_runs.get(sentence.id, {}).get(own)
                    if run is not None:
                        found.setdefault(sentence.id, []).append(mark._replace(start=run[0], end=run[1]))
    return {sentence: tuple(sorted(own)) for sentence, own in found.items()}
