"""How to cite a figure, a promise or a comparison: the common styles, each with the quote and where it stands. Pure.

The styles are those that readers paste into papers, articles, encyclopedias and bibliographies: GB/T 7714 (its form
stands in site.yaml, GB/T 7714—2015 unless the publisher says otherwise), APA (7th edition), plain text, wiki markup and
BibTeX. The date of access is the reader's, so the build leaves `TODAY` in its place: the page prints words there, and a
script writes the date when the reader opens the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from workreport.exports import version
from workreport.i18n import LANGUAGES, Lang, date
from workreport.site import Quote, Report, Site

TODAY = "\x01"
"""Stands where the date of access goes; no content can hold it, since YAML refuses control characters."""


class Citation(NamedTuple):
    """A citation in one style, ready to copy once TODAY is filled in."""

    style: str
    text: str


class Cited(NamedTuple):
    """What is cited: its title, its sentences, its page and its short code."""

    title: str
    quotes: tuple[Quote, ...]
    says: str
    """For a comparison: what may be said of the two sides; "" otherwise."""
    address: str
    """Absolute; "" without a base URL."""
    code: str
    key: str
    """Of the entry in BibTeX: no two citations of the site share one."""


def citations(site: Site, report: Report, cited: Cited, lang: Lang) -> list[Citation]:
    """All styles, in the order in which the page shows them."""
    writer = _Chinese(site, report, cited) if lang == LANGUAGES[0] else _English(site, report, cited)
    return [
        Citation("gbt", writer.gbt()),
        Citation("apa", writer.apa()),
        Citation("text", writer.text()),
        Citation("wiki", writer.wiki()),
        Citation("bibtex", writer.bibtex()),
    ]


class _Writer:
    """The styles in one language; the report's own title and issuer stay in it."""

    lang: Lang
    kind: ClassVar[str]
    """What styles of BibTeX print, where they would print “Technical Report”."""
    gap: ClassVar[str]
    """Between sentences of which the second does not follow the first."""

    def __init__(self, site: Site, report: Report, cited: Cited) -> None:
        self.index = LANGUAGES.index(self.lang)
        self.meta = report.meta
        self.cited = cited
        self.site_name = site.name[self.index]
        self.issuer = (report.meta.issuer.zh, report.meta.issuer.en)[self.index]
        self.title = (report.meta.title.zh, report.meta.title.en)[self.index]
        self.release = site.release
        self.version = version(site)
        self.form = site.reference.form

    def quoted(self) -> str:
        """Each sentence with its paragraph, as the report prints it."""
        raise NotImplementedError

    def paragraphs(self) -> str:
        """Where the sentences stand."""
        raise NotImplementedError

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences in a field that is itself set between quotation marks: nothing but their words."""
        return self.gap.join(sentences)

    def noted(self) -> str:
        """The version of the site and the short code."""
        raise NotImplementedError

    def gbt(self) -> str:
        """The national standard: an archival document on line, by the name that goes with its number."""
        meta, address = self.meta, self.cited.address
        form = self.form if address else re.sub(r"\s*[<(\[（]?\{address\}\W*$", "", self.form)
        found = {"issuer": meta.issuer.zh, "title": (meta.notice or meta.title).zh, "number": meta.document_number,
                 "issued": meta.issued, "accessed": TODAY, "address": address}  # fmt: skip
        line = re.sub(r"\{(.*?)\}", lambda m: found[m[1]], form)
        return f"{line}\n{self.tail()}"

    def apa(self) -> str:
        """APA, 7th edition: a report of a government body, with its number."""
        year, month, day = self.meta.issued.split("-")
        months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                  "November", "December")  # fmt: skip
        when = f"{year}, {months[int(month) - 1]} {int(day)}"
        line = f"{self.issuer}. ({when}). {self.original()} ({self.meta.document_number}). {self.site_name}."
        return f"{line} Retrieved {TODAY}, from {self.cited.address}\n{self.tail()}" if self.cited.address else (
            f"{line} Retrieved {TODAY}.\n{self.tail()}"
        )  # fmt: skip

    def original(self) -> str:
        """The report's title in its own language, with a translation in brackets for readers of another."""
        return self.title

    def tail(self) -> str:
        return f"{self.quoted()} {self.noted()}"

    def text(self) -> str:
        """A sentence to paste into an article."""
        raise NotImplementedError

    def wiki(self) -> str:
        """The template cite web, which Chinese and English Wikipedia both have."""
        fields = [
            ("url", self.cited.address),
            ("title", self.cited.title),
            ("author", self.issuer),
            ("date", self.meta.issued),
            ("website", self.site_name),
            ("type", self.meta.document_number),
            ("language", "zh"),
            ("at", self.paragraphs()),
            ("id", self.noted().rstrip(".。")),
            ("access-date", TODAY),
            ("quote", self.joined(q.text for q in self.cited.quotes)),
        ]
        body = " ".join(f"|{name}={_wiki(value, name)}" for name, value in fields if value)
        # After the template, not as its trans-quote: the sentence says more than the quote.
        return f"{{{{cite web {body}}}}}{_wiki(self.translated(), '')}"

    def translated(self) -> str:
        """The translations of the sentences that the quotes are from; "" in the report's own language."""
        return ""

    def bibtex(self) -> str:
        """An entry of type techreport, which old and new styles know."""
        year, month, _ = self.meta.issued.split("-")
        months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
        fields = [
            ("author", "{" + _tex(self.issuer) + "}"),
            ("title", "{" + _tex(self.title) + "}"),  # styles write titles in small letters, names of places too
            ("institution", _tex(self.issuer)),
            ("type", self.kind),
            ("number", _tex(self.meta.document_number)),
            ("year", year),
            ("url", self.cited.address),
            ("urldate", TODAY),
            ("note", _tex(self.tail())),
        ]
        lines = [f"  {name} = {{{value}}}," for name, value in fields if value]
        lines.insert(6, f"  month = {months[int(month) - 1]},")
        return "@techreport{" + f"{self.cited.key},\n" + "\n".join(lines) + "\n}"


class _Chinese(_Writer):
    lang: Lang = "zh"
    gap = "……"
    kind = "政府文件"

    def quoted(self) -> str:
        return "；".join(f"“{q.text}”（第{q.block[1:]}段）" for q in self.cited.quotes)

    def paragraphs(self) -> str:
        return "、".join(f"第{q.block[1:]}段" for q in self.cited.quotes)

    def noted(self) -> str:
        when = f"{self.release.published[:10]}发布" if self.release else "草稿"
        return f"短编号{self.cited.code}，{self.site_name}，版本{self.version}（{when}）。"

    def text(self) -> str:
        where = f"，{self.cited.address}" if self.cited.address else ""
        says = self.cited.says
        issued = date(self.meta.issued, "zh")
        return f"{says}{self.quoted()}。{self.issuer}《{self.title}》（{self.meta.document_number}，{issued}）。{self.noted()[:-1]}{where}，{TODAY}访问。"


class _English(_Writer):
    lang: Lang = "en"
    gap = " … "
    kind = "Government document"

    def original(self) -> str:
        return f"{self.meta.title.zh} [{self.title}]"

    def translated(self) -> str:
        sentences = " ".join(quote.english for quote in self.cited.quotes)
        return (
            f" Unofficial translation of the {'sentences' if len(self.cited.quotes) > 1 else 'sentence'}: {sentences}"
        )

    def quoted(self) -> str:
        return "; ".join(
            f"“{q.text}” [unofficial translation of the sentence: {q.english.rstrip('.')}] (para. {q.block[1:]})"
            for q in self.cited.quotes
        )

    def paragraphs(self) -> str:
        return ", ".join(f"para. {q.block[1:]}" for q in self.cited.quotes)

    def noted(self) -> str:
        when = f"published {self.release.published[:10]}" if self.release else "draft"
        return f"Short code {self.cited.code}; {self.site_name}, version {self.version} ({when})."

    def text(self) -> str:
        where = f", {self.cited.address}" if self.cited.address else ""
        says = f"{self.cited.says} " if self.cited.says else ""
        issued = date(self.meta.issued, "en")
        source = f"{self.issuer}, {self.title} ({self.meta.document_number}, {issued})."
        return f"{says}{self.quoted()}. {source} {self.noted()[:-1]}{where}, accessed {TODAY}."


_TEX = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces, also those behind a backslash: one alone would swallow the entries after it.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def _tex(text: str) -> str:
    """Text in a BibTeX field: what TeX would take for a command is escaped."""
    return re.sub(r"[\\~^&%$#_{}]", lambda m: _TEX.get(m[0], "\\" + m[0]), text)


def _wiki(value: str, name: str) -> str:
    """A value in a wiki template: what would end it, or begin a link or a tag, is written as an entity."""
    if name == "url":
        return value.replace("|", "%7C").replace(" ", "%20")
    return re.sub(r"[|{}\[\]<>=]", lambda m: f"&#{ord(m[0])};", value.replace("\n", " "))


def pieces(text: str) -> Sequence[str]:
    """A citation cut where the date of access goes."""
    return text.split(TODAY)
