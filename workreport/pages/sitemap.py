"""The site map: a link to every page of the site. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import LARGE, Entry, Link, Page, PageType, entry
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A page, and those below it."""

    title: str
    path: str
    items: Sequence[Link]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """The pages of the menus, and all others in groups."""

    general: Sequence[Entry]
    groups: Sequence[Group]


def sitemap(views: Views) -> Iterator[Page]:
    """The page of the site map."""
    groups: list[Group] = []
    for report in views.site.reports:
        own = [
            Link(views.word("compare_title", was=report.outcome_year, will=report.goal_year), report.compare_path),
            Link(views.title(report), report.path),
        ]
        groups.append(Group(title=views.words["report"], path=report.path, items=own))
        for section in report.sections:
            items = views.lines([*section.metrics, *section.commitments])
            groups.append(Group(title=views.say(section.ref.title), path=section.ref.path, items=items))
    groups.append(Group(title=views.words["topics"], path=urls.SEARCH, items=views.other_topics()))
    context = Sitemap(general=[*views.entries("header"), *views.entries("footer", "none")], groups=groups)
    title = views.words["sitemap"]
    yield views.page(SITEMAP, urls.SITEMAP, context, title=title, description=title)


SITEMAP = PageType(
    key="sitemap",
    template="sitemap.html",
    context=Sitemap,
    pages=sitemap,
    budget=LARGE,
    entries=entry("sitemap", urls.SITEMAP),
    menu="footer",
    listed=False,
)
