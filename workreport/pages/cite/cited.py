"""What a citation is made of, in the words of one language: every style takes from here. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workreport.content import schema
from workreport.i18n import language
from workreport.site import Quote, Report, Site

TODAY = "\x01"
"""Stands where the date of access goes; no content can hold it, since YAML refuses control characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What is cited, on a page of one language."""

    site: Site
    report: Report
    lang: str
    title: str
    quotes: tuple[Quote, ...]
    says: str = ""
    """For a comparison: what may be said of the two sides."""
    address: str
    """Absolute; "" without a base URL."""
    code: str
    version: str
    """Of the item that is cited: it changes when the item does."""
    release: schema.Release | None
    """That the item is of; None for a draft."""
    target: str = ""
    """For a comparison: the target's id."""

    @property
    def key(self) -> str:
        """Of the entry in BibTeX: no two citations of the site share one."""
        return "-".join(part for part in ("report", self.code.lower(), self.target) if part)

    @property
    def meta(self) -> schema.Report:
        """What the report says of itself."""
        return self.report.meta

    @property
    def issuer(self) -> str:
        """The issuer in the page's language."""
        return self.meta.issuer[self.lang]

    @property
    def document(self) -> str:
        """The report's title in the page's language."""
        return self.meta.title[self.lang]

    @property
    def site_name(self) -> str:
        return self.site.name[self.lang]

    def word(self, key: str, **values: object) -> str:
        """A word of the frame, such as cite_noted."""
        return language(self.lang).word(f"cite_{key}", **values)

    @property
    def quoted(self) -> str:
        """Each sentence with its paragraph, as the report prints it."""
        return self.word("quote_between").join(
            self.word("quoted", text=quote.text, translation=quote.words(self.lang).rstrip("."), n=quote.block[1:])
            for quote in self.quotes
        )

    @property
    def paragraphs(self) -> str:
        """Where the sentences stand."""
        return self.word("paragraph_between").join(self.word("paragraph", n=q.block[1:]) for q in self.quotes)

    @property
    def noted(self) -> str:
        """The short code and the version of the item."""
        when = self.word("published", date=self.release.published[:10]) if self.release else self.word("draft")
        return self.word("noted", code=self.code, site=self.site_name, version=self.version, when=when)

    @property
    def tail(self) -> str:
        """What styles without a field for it print below the citation."""
        return self.word("tail", quoted=self.quoted, noted=self.noted)

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences in a field that is itself set between quotation marks: nothing but their words."""
        return self.word("gap").join(sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A way to cite."""

    write: Callable[[Cited], str]
    name: Callable[[Cited], str]
    """What its users call it."""
    date_in_words: bool = False
    """Whether the date of access is written in English words."""
