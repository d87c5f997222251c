"""What a citation is made of, in the words of one language: every style takes from here. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workreport.content import schema
from workreport.exports import romanized
from workreport.i18n import language
from workreport.pages.cite.work import Work
from workreport.site import Quote, Report, Site

TODAY = "\x01"
"""Stands where the date of access goes; no content can hold it, since YAML refuses control characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """What is cited, on a page of one language."""

    site: Site
    report: Report
    lang: str
    title: schema.Text
    """Of the item, or of the target whose comparison this is."""
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
    draft: bool
    """Whether a program wrote it and nobody has read it."""
    target: str = ""
    """For a comparison: the target's id."""

    @property
    def key(self) -> str:
        """Of the entry in BibTeX and CSL: no two citations of the site share one."""
        return "-".join(part for part in ("report", self.code.lower(), self.target) if part)

    @property
    def meta(self) -> schema.Report:
        """What the report says of itself."""
        return self.report.meta

    @property
    def is_comparison(self) -> bool:
        """Whether this is the site's own work and not the government's."""
        return bool(self.target)

    @property
    def name(self) -> str:
        """Of the page: the item's title, or what the comparison is called."""
        return self._compared(self.lang) if self.is_comparison else self.title[self.lang]

    def work(self, lang: str) -> Work:
        """What a reference list names, in a language of the site.

        A comparison is by whoever publishes the site, of the day of its release; what is not known is left out.
        """
        meta, sponsor = self.meta, self.site.host.sponsor
        if self.is_comparison:
            return Work(
                author=sponsor[lang] if sponsor else "",
                title=self._compared(lang),
                issued=self.release.published[:10] if self.release else "",
                site=self.site.name[lang],
                address=self.address,
            )
        return Work(
            author=meta.issuer[lang] if meta.issuer else "",
            title=meta.called[lang],
            number=meta.document_number or "",
            issued=meta.issued or "",
            site=self.site.name[lang],
            address=self.address,
        )

    @property
    def read(self) -> Work:
        """The work as readers of this page find it in a list in their letters: its own title, and what that means."""
        work, source = self.work(self.lang), self.site.source
        if self.is_comparison or self.lang == source:
            return work
        own = self.meta.called.source
        romanize = language(source).han and not language(self.lang).han
        return Work(
            author=work.author,
            title=romanized(own) if romanize else own,
            translated=work.title,
            number=work.number,
            issued=work.issued,
            site=work.site,
            address=work.address,
        )

    def _compared(self, lang: str) -> str:
        years = {"was": self.report.outcome_year, "will": self.report.goal_year}
        return language(lang).word("cite_compared", title=self.title[lang], **years)

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
        if self.draft:
            when = self.word("drafted")
        site = self.site.name[self.lang]
        return self.word("noted", code=self.code, site=site, version=self.version, when=when)

    @property
    def tail(self) -> str:
        """What no style prints, for the note of a reference manager: the sentences and the version."""
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
    ending: str = ""
    """Of the file that a reference manager opens; "" for a text to paste."""
