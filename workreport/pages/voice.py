"""The site in one language: its words, its texts, its figures, its addresses. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from markupsafe import Markup

from workreport.content import Text, schema
from workreport.figures import Quantity
from workreport.i18n import language, stated, status
from workreport.pages.richtext import foreign
from workreport.site import Metric, Quote, Report, Site, Target, Urls


class Drafted(Protocol):
    """What a program may have drafted."""

    @property
    def draft(self) -> bool:
        """Whether it did, and nobody has read it yet."""


class Voice:
    """Says things in one language."""

    def __init__(self, site: Site, lang: str, base_url: str = "") -> None:
        self.site = site
        self.lang = lang
        self.base_url = base_url
        self.urls = Urls(languages=site.languages, base_url=base_url)
        self.language = language(lang)
        self.words = self.language.words
        self.translated = lang != site.source
        """Whether it is another language than the report's."""
        self.beside = next(iter((lang, *site.languages[1:]) if self.translated else site.languages[1:]), "")
        """The language of the translation that stands beside the report; "" without any."""

    def word(self, key: str, **values: object) -> str:
        """A word of the frame with its gaps filled."""
        return self.language.word(key, **values)

    def varied(self, key: str) -> str:
        """A word that speaks of the site's languages, in the form for one, for two, or for more."""
        form = {1: "_alone", 2: ""}.get(len(self.site.languages), "_many")
        names = [self.language.name_of(lang) for lang in self.site.languages[1:]]
        return self.words.get(key + form, self.words[key]).format(translations=self.language.listed(names))

    def count(self, key: str, n: int) -> str:
        """A word that counts."""
        return self.language.count(key, n)

    def plain(self, text: Text | None) -> str:
        """The language's part of a text; "" for none."""
        return text[self.lang] if text else ""

    def say(self, text: Text | None) -> Markup:
        """The language's part of a text, escaped."""
        return foreign(self.plain(text), self.lang)

    def address(self, path: str) -> str:
        """The absolute address of a page of this language; "" without a base URL."""
        return self.urls.address(path, self.lang)

    def dated(self, date: str | None) -> str:
        """A date in words; "" where it is not known."""
        return self.language.date(date) if date else ""

    def title(self, report: Report) -> Markup:
        """A report's own title, escaped."""
        return foreign(self.plain(report.meta.called), self.lang)

    def figure(self, quantity: Quantity) -> str:
        """A figure without the mark of an estimate, for which pages have a tag."""
        return self.language.figure(quantity, marked=False)

    def figure_marked(self, quantity: Quantity) -> str:
        """A figure with the mark of an estimate."""
        return self.language.figure(quantity)

    def sentence(self, quote: Quote) -> str:
        """A quote, or what translates it."""
        return quote.words(self.lang)

    def change(self, metric: Metric | None) -> str:
        """A metric's change on the year before; "" where the report gives none."""
        if metric is None or metric.change is None:
            return ""
        time = metric.change_time
        return self.language.change(metric.change, None if time.usual else time.period, time.basis)

    def basis(self, item: Metric | Target | None) -> str:
        """On what basis an item stands, where a label says its years."""
        return self.language.about(None, item.time.basis) if item else ""

    def about(self, item: Metric | Target | None) -> str:
        """Of which years an item speaks where they are not those of its page, and on what basis."""
        if item is None:
            return ""
        return self.language.about(None if item.time.usual else item.time.period, item.time.basis)

    def stated(self, item: Metric | Target | None) -> list[Markup]:
        """What belongs to a figure wherever it stands: of what it is a share or a part, and what the editors note."""
        return [foreign(text, self.lang) for text in stated(item, self.site, self.language)] if item else []

    def published(self, release: schema.Release | None, *items: Drafted) -> str:
        """Which version something is of, and since when; or that it is a draft, and whether a program's."""
        if drafted := self.drafted(*items):
            return drafted
        if release is None:
            return self.words["draft"]
        return self.word("published", version=release.version, date=self.language.date(release.published[:10]))

    def drafted(self, *items: Drafted) -> str:
        """That one of these was drafted by a program, and nobody has read it; "" else."""
        return self.words["drafted"] if any(item.draft for item in items) else ""

    def drafted_here(self, items: Iterable[Drafted]) -> str:
        """How many of what a page lists were; "" for none."""
        n = sum(item.draft for item in items)
        return self.count("drafted_here", n) if n else ""

    def status(self, report: Report, targets: Collection[Target] = ()) -> str:
        """What may be said of the results of a report's goals, or of the `targets` of a commitment."""
        return status(self.site, report, self.language, targets)
