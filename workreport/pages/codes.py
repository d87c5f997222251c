"""The page of short codes: every code with the page that it leads to. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.pages.page import LARGE, Page, PageType, entry
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A code and its page."""

    code: str
    title: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The codes of one kind and year."""

    title: str
    rows: Sequence[Coded]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """All codes."""

    groups: Sequence[Series]


def codes(views: Views) -> Iterator[Page]:
    """The page of codes; those of pages that moved or were retired too."""
    site = views.site
    titles = {metric.path: metric.title for metric in site.metrics.values()}
    titles |= {commitment.path: commitment.title for commitment in site.commitments.values()}
    gone = {link.id: views.words["moved" if link.moved_to else "retired"] for link in site.moved}
    series: dict[str, list[Coded]] = {}
    for code, page in site.codes:
        path = urls.page(page)
        title = views.say(titles[path]) if path in titles else gone[page]
        series.setdefault(code[:6], []).append(Coded(code=code, title=title, path=path))
    groups = [
        Series(title=views.word("codes_outcomes" if key[5] == "M" else "codes_commitments", year=key[:4]), rows=rows)
        for key, rows in series.items()
    ]
    title, intro = views.words["codes_page"], views.words["codes_intro"]
    yield views.page(CODES, urls.CODES, Codes(groups=groups), title=title, description=intro)


CODES = PageType(
    key="codes",
    template="codes.html",
    context=Codes,
    pages=codes,
    budget=LARGE,
    entries=entry("codes_page", urls.CODES),
)
