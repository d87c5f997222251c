"""The page of a commitment: one promise in its own words, each target beside its outcome. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workreport.content import ItemId
from workreport.pages.cards import commitment_card
from workreport.pages.compared import ChartView, ComparisonView, compared, drawn
from workreport.pages.frames import snippet
from workreport.pages.head import promise
from workreport.pages.items import Around, Share, citations, cited, corrections, neighbours
from workreport.pages.page import PAINT, SMALL, Link, Page, PageType
from workreport.pages.views import Corrected, Explained, QuoteView, Rated, Views
from workreport.site import Commitment, Comparison, Report, Section, related, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetView:
    """A target, with what is said of it and its outcome."""

    comparison: ComparisonView
    former: Sequence[str]
    """Ids that it had before: each stays an anchor."""
    chart: ChartView | None
    note: str
    quote: QuoteView | None
    """Where its sentence is not the commitment's."""
    whole: str
    direction: Rated | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentPage:
    """One commitment."""

    title: str
    not_reported: str
    note: str
    quote: QuoteView
    plain: str
    targets: Sequence[TargetView]
    corrections: Sequence[Corrected]
    terms: Sequence[Explained]
    section: Link
    topics: Sequence[Link]
    places: Sequence[Link]
    code: str
    json: str
    structured: str
    """JSON-LD."""
    shares: Sequence[Share]
    """Of the commitment, then of the comparison of each target."""
    versions: str
    """Where former versions are; "" for a draft."""
    related: Sequence[Link]
    around: Around


def commitments(views: Views) -> Iterator[Page]:
    """A page for each commitment."""
    former = _former(views)
    for report in views.site.reports:
        beside = related([*report.commitments])
        for section in report.tasks:
            for commitment, around in neighbours(views, section.commitments):
                others = beside.get(commitment.id, ())
                yield _page(views, report, section, commitment, around, others, former)


def _former(views: Views) -> Mapping[ItemId, Sequence[str]]:
    """The former ids of a target, by its address in the record."""
    found: dict[ItemId, list[str]] = {}
    for link in views.site.gone:
        if link.moved_to and link.id.kind == "target":
            found.setdefault(link.moved_to, []).append(link.id.slug)
    return found


def _page(
    views: Views,
    report: Report,
    section: Section,
    commitment: Commitment,
    around: Around,
    others: Sequence[Commitment],
    former: Mapping[ItemId, Sequence[str]],
) -> Page:
    seen: set[str] = set()
    quote = views.quote(commitment.quote, seen, commitment.terms)
    targets = [
        _target(views, report, commitment, seen, views.site.comparisons[target], former.get(target, ()))
        for target in commitment.targets
    ]
    context = CommitmentPage(
        title=views.say(commitment.title),
        not_reported=views.status(report, [views.site.targets[target] for target in commitment.targets]),
        note=views.say(commitment.note),
        quote=quote,
        plain=_plain(views, commitment),
        targets=targets,
        corrections=corrections(views, commitment.path),
        terms=views.explanations(commitment.terms),
        section=Link(views.say(section.ref.title), section.ref.path),
        topics=views.topics(commitment.topics),
        places=views.places(commitment.places),
        code=commitment.code,
        structured=promise(views, report, commitment),
        json=urls.record(commitment.id),
        versions=urls.VERSIONS if views.site.releases else "",
        shares=[*_shares(views, report, commitment)],
        related=views.lines(others),
        around=around,
    )
    return views.page(
        COMMITMENT,
        commitment.path,
        context,
        title=views.plain(commitment.title),
        description=views.sentence(commitment.quote),
        active=views.active(report, "tasks"),
        crumbs=[views.year_link(report, report.goal_year), Link(views.plain(section.ref.title), section.ref.path)],
        card=commitment_card(views, report, commitment),
        keywords=views.subjects(commitment.topics),
        band=views.drafted(commitment, *(views.site.comparisons[target] for target in commitment.targets)),
    )


def _plain(views: Views, commitment: Commitment) -> str:
    """The plain words, where they are not the title over again."""
    again = views.plain(commitment.title) + views.language.stop
    return "" if views.plain(commitment.plain) == again else views.say(commitment.plain)


def _target(
    views: Views,
    report: Report,
    commitment: Commitment,
    seen: set[str],
    c: Comparison,
    former: Sequence[str],
) -> TargetView:
    target = c.target
    other = target.quote.text != commitment.quote.text
    return TargetView(
        comparison=compared(views, report, c),
        former=former,
        chart=drawn(views, c),
        note=views.say(target.note),
        quote=views.quote(target.quote, seen, commitment.terms) if other else None,
        whole=views.say(target.whole),
        direction=views.rated(target),
    )


def _shares(views: Views, report: Report, commitment: Commitment) -> Iterator[Share]:
    own = cited(views, report, commitment)
    yield Share(
        title=views.words["cite_item"],
        citations=citations(views, own),
        embeds=views.words["commitment"],
        snippet=snippet(views, report, commitment),
    )
    alone = len(commitment.targets) == 1
    for identity in commitment.targets:
        c = views.site.comparisons[identity]
        target, title = c.target, views.plain(c.target.title)
        comparison = replace(
            own,
            title=target.title,
            quotes=(target.quote, *((c.metric.quote,) if c.metric else ())),
            says=views.word("cite_titled", title=title, says=compared(views, report, c).plain_sentence),
            address=views.address(target.path),
            target=target.id.slug,
        )
        yield Share(
            title=views.words["cite_comparison"] if alone else views.word("cite_of", title=title),
            citations=citations(views, comparison),
            embeds=views.say(target.title),
            snippet=snippet(views, report, commitment, target),
        )


def _variant(context: CommitmentPage) -> str:
    if any(target.chart for target in context.targets):
        return "chart"
    return "targets" if context.targets else "words"


COMMITMENT = PageType(
    key="commitment",
    template="commitment.html",
    context=CommitmentPage,
    pages=commitments,
    budget=SMALL,
    paint=PAINT,
    variant=_variant,
)
