"""What several pages show, in one language: links, quotes, terms, lines of lists; and how a page is made. Pure.

Views hold ready strings in the page's language, so that templates only lay out. `Markup` is what is escaped already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from markupsafe import Markup

from workreport.cards import Card
from workreport.charts import Chart, Drawings
from workreport.content import ItemId
from workreport.exports import tables, versions
from workreport.pages.page import Entry, Link, Long, Menu, Page, PageType
from workreport.pages.richtext import foreign, linked, term_link
from workreport.pages.voice import Voice
from workreport.site import (
    Commitment,
    Correction,
    Metric,
    Quote,
    Report,
    Section,
    Site,
    Target,
    first_runs,
    term_finder,
    urls,
)

if TYPE_CHECKING:
    from workreport.pages.compared import ComparisonView

Context = TypeVar("Context")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote and where it stands."""

    text: str
    translation: str
    """"" on a page in the language of the report."""
    path: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A term with its meaning, as a page lists what is marked on it."""

    id: str
    name: str
    other: str
    """Its name in the report, on a page of another language."""
    meaning: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLine:
    """A section in a list, with what it counts."""

    title: str
    path: str
    counts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A correction as pages show it."""

    id: str
    date: str
    path: str
    title: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Whether higher or lower is better, and who says so."""

    text: str
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value."""

    name: str
    value: str


class Views(Voice):
    """What pages of one language show. `types` are those of the registry, for pages that list pages; `painted`: whether
    there are pictures."""

    def __init__(
        self,
        site: Site,
        lang: str,
        charts: Mapping[str, Chart],
        drawings: Drawings,
        base_url: str,
        types: Sequence[PageType[Any]],
        *,
        painted: bool = False,
    ) -> None:
        super().__init__(site, lang, base_url)
        self.charts = charts
        self.drawings = drawings
        self.types = types
        self.painted = painted
        self.longs: dict[str, Long | None] = {}
        self.finder = term_finder(site.terms, lang)
        self.compared: dict[ItemId, ComparisonView] = {}

    @cached_property
    def tables(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """The rows of the open data, by table."""
        return tables(self.site, self.base_url)

    @cached_property
    def versions(self) -> Mapping[ItemId, str]:
        """The version of each metric and each commitment, as citations name it."""
        return versions(self.site, self.base_url)

    def page(
        self,
        kind: PageType[Context],
        path: str,
        context: Context,
        *,
        title: str,
        description: str,
        active: str = "",
        crumbs: Iterable[Link] = (),
        card: Card | None = None,
        long: Iterable[Long | None] = (),
        keywords: Iterable[str] | None = None,
        band: str = "",
    ) -> Page:
        """A page of a type; `crumbs` are those between the home page and this one."""
        whole = (Link(self.words["home"], urls.HOME), *crumbs, Link(title, ""))
        return Page(
            type=kind,
            lang=self.lang,
            path=path,
            output=self.urls.output(path, self.lang),
            title=title,
            description=description,
            band=band,
            context=context,
            active=active,
            crumbs=() if path == urls.HOME else whole,
            card=card,
            long=[own for own in long if own],
            keywords=None if keywords is None else tuple(keywords),
        )

    def entries(self, *menus: Menu) -> list[Entry]:
        """The entries of menus, of types that the page of the site map lists."""
        return [e for kind in self.types if kind.listed and kind.menu in menus for e in kind.entries(self)]

    def active(self, report: Report, key: str) -> str:
        """The entry of the header that a page belongs to: it leads to the newest report's pages only."""
        return key if report is self.site.newest else ""

    def year_link(self, report: Report, year: int) -> Link:
        """The page of a year, named by what the report says of it."""
        return Link(self.word("tasks" if year == report.goal_year else "review", year=year), urls.year(year))

    def marked(self, text: str, seen: set[str], ids: Collection[str] | None = None) -> Markup:
        """A text in the page's language; terms that the page has not `seen` lead to their explanation."""
        return linked(text, map(term_link, first_runs(self.finder.runs(text, ids), seen)), self.lang)

    def explanations(self, ids: Iterable[str]) -> list[Explained]:
        """The meaning of terms."""
        return [
            Explained(
                id=term.id,
                name=self.say(term.name),
                other=self.original(term.name.source),
                meaning=self.say(term.meaning),
                path=urls.anchor(urls.GLOSSARY, term.id),
            )
            for term in (self.site.terms[i] for i in ids)
        ]

    def original(self, name: str) -> str:
        """A name as the report has it, on a page of another language; "" else."""
        return name if self.translated else ""

    def quote(self, quote: Quote, seen: set[str], terms: Collection[str] = ()) -> QuoteView:
        """A quote with its place; those of `terms` that the page has not `seen` are marked in the page's language."""
        paragraph, _, sentence = quote.sentence[1:].partition("s")
        return QuoteView(
            text=quote.text if self.translated else self.marked(quote.text, seen, terms),
            translation=self.marked(quote.words(self.lang), seen, terms) if self.translated else "",
            path=quote.path,
            place=self.word("sentence_place", p=paragraph, s=sentence),
        )

    def topics(self, topics: Iterable[str]) -> list[Link]:
        """Links to topics."""
        return [Link(self.say(self.site.topics[topic]), urls.topic(topic)) for topic in topics]

    def other_topics(self, but: str = "") -> list[Link]:
        """Links to all topics but one."""
        return self.topics(topic for topic in self.site.used_topics if topic != but)

    def subjects(self, topics: Iterable[str]) -> list[str]:
        """The names of topics."""
        return [self.plain(self.site.topics[topic]) for topic in topics]

    def places(self, ids: Iterable[str]) -> list[Link]:
        """Links to the entries of the places page."""
        return [Link(self.say(self.site.places[i].name), urls.anchor(urls.PLACES, i)) for i in ids]

    def sentences(self, found: Iterable[tuple[str, str]]) -> list[Link]:
        """Links to sentences of reports."""
        return [Link(sentence, urls.anchor(report, sentence)) for report, sentence in found]

    def rated(self, item: Metric | Target) -> Rated | None:
        """Whether a higher or a lower figure is better; None where no rule says so."""
        direction = item.direction
        if direction is None:
            return None
        return Rated(
            text=self.words["direction_" + direction.better] + self.language.space,
            source=self.say(direction.source),
            address=direction.address or "",
        )

    def lines(self, items: Iterable[Metric | Commitment]) -> list[Link]:
        """Links to items."""
        return [Link(self.say(item.title), item.path) for item in items]

    def section_line(self, section: Section) -> SectionLine:
        """A section in a list."""
        counts = []
        if section.metrics:
            counts.append(self.count("count_metrics", len(section.metrics)))
        if section.commitments:
            counts.append(self.count("count_commitments", len(section.commitments)))
        if section.pending:
            counts.append(self.words["pending"])
        return SectionLine(title=self.say(section.ref.title), path=section.ref.path, counts=counts)

    def promised(self, report: Report, n: int, total: int) -> str:
        """What a list of `n` of `total` commitments is called, where the others stand above it with their goals."""
        key = "headline_promises" if n == total else "headline_others"
        return self.word(key, will=report.goal_year, n=n, total=total)

    def facts(self, report: Report) -> list[Fact]:
        """Who issued a report, under which number, when: what is known of that."""
        meta = report.meta
        known = {
            "issuer": self.plain(meta.issuer),
            "document_number": meta.document_number,
            "delivered": self.dated(meta.delivered),
            "issued": self.dated(meta.issued),
        }
        return [Fact(self.words[key], foreign(said, self.lang)) for key, said in known.items() if said]

    def corrections(self, corrections: Iterable[Correction]) -> list[Corrected]:
        """Corrections, the newest first."""
        return [
            Corrected(
                id=c.id,
                date=self.language.date(c.date),
                path=c.path,
                title=self.say(c.title) if c.title else str(c.item or ""),
                old=self.say(c.old),
                new=self.say(c.new),
                reason=self.say(c.reason),
            )
            for c in reversed([*corrections])
        ]
