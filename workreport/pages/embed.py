"""Pages for the frames of other sites: a commitment or one of its targets, without any script. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.compared import ChartView, ComparisonView, compared, drawn
from workreport.pages.page import SMALL, Page, PageType
from workreport.pages.views import QuoteView, Views
from workreport.site import Commitment, Comparison, Report, Target, urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """What stands in the frame."""

    kicker: str
    title: str
    quote: QuoteView
    comparisons: Sequence[tuple[ComparisonView, ChartView | None]]
    """Each with its drawing, if it has one."""
    note: str
    """The commitment's own; that of a target stands with its figure."""
    not_reported: str
    published: str
    """Which version the commitment is of, and since when; or that it is a draft."""
    path: str
    """The whole page."""
    code: str
    target: bool


def embeds(views: Views) -> Iterator[Page]:
    """A page for each commitment, and for each of its targets."""
    for report in views.site.reports:
        for commitment in report.commitments:
            own = [views.site.comparisons[target] for target in commitment.targets]
            yield _page(views, report, commitment, commitment, own)
            for c in own:
                yield _page(views, report, commitment, c.target, [c])


def _page(
    views: Views, report: Report, commitment: Commitment, of: Commitment | Target, own: Sequence[Comparison]
) -> Page:
    target = isinstance(of, Target)
    kicker = "compare_title" if target else "tasks"
    context = Embed(
        kicker=views.word(kicker, was=report.outcome_year, will=report.goal_year, year=report.goal_year),
        title=views.say(of.title),
        quote=views.quote(of.quote, set()),
        comparisons=[(compared(views, report, c), drawn(views, c, framed=True)) for c in own],
        note=views.say(commitment.note),
        not_reported=views.status(report, [c.target for c in own]),
        published=views.published(views.site.released.get(commitment.id), commitment, *own),
        path=of.path,
        code=commitment.code,
        target=target,
    )
    path, title = urls.embed(of.id), views.plain(of.title)
    return views.page(EMBED, path, context, title=title, description=context.not_reported, active="tasks")


EMBED = PageType(
    key="embed",
    template="embed.html",
    context=Embed,
    pages=embeds,
    budget=SMALL,
    variant=lambda context: "comparison" if context.target else "commitment",
)
