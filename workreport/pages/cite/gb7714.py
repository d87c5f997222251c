"""GB/T 7714: a document on line, by its author, its title and its number, in the editions of 2025 and 2015. Pure.

The edition of 2025, in force since 2026-07-01, has full-width punctuation and takes what stands on a page for an
electronic resource; its archives (A) are those that an archive keeps. That of 2015 counts government documents among them.
The standards may not be read without paying: the forms are those of the CSL styles that their users keep (docs/content.md).
A form in site.yaml goes before both.
"""

from __future__ import annotations

import re

from workreport.content import schema
from workreport.pages.cite.cited import TODAY, Cited, Style
from workreport.pages.cite.work import Work

OLDER = schema.Reference(
    name="GB/T 7714—2015", form="{issuer}. {title}: {number}[A/OL]. ({issued})[{accessed}]. {address}."
)


def write_in(form: str, work: Work, accessed: str) -> str:
    """A reference of that form; what is not known of the work goes with the punctuation that belongs to it."""
    if not work.author:
        form = re.sub(r"\{issuer\}[^{]*", "", form)
    if not work.number:
        # The site's own work is no document of an archive.
        form = re.sub(r"[:：,，;；\s]*\{number\}", "", form.replace("[A/OL]", "[EB/OL]"))
    if not work.issued:
        form = re.sub(r"[(（]\{issued\}[)）]|[,，;；]?\s*\{issued\}", "", form)
    if not work.address:
        form = re.sub(r"\s*[<(\[（]?\{address\}\W*$", "", form)
    found = {
        "issuer": work.author,
        "title": work.title,
        "number": work.number,
        "issued": work.issued,
        "accessed": accessed,
        "address": work.address,
    }
    return re.sub(r"\{(.*?)\}", lambda m: found[m[1]], form)


def _work(cited: Cited) -> Work:
    """In the language of the reports; the document that has the number is the covering notice."""
    work, notice = cited.work(cited.site.source), cited.meta.notice
    if cited.is_comparison or notice is None:
        return work
    return Work(
        author=work.author,
        title=notice.source,
        number=work.number,
        issued=work.issued,
        site=work.site,
        address=work.address,
    )


def styles(reference: schema.Reference) -> list[Style]:
    """The site's own style, and the edition of 2015 where that is another."""

    def style(of: schema.Reference) -> Style:
        return Style(write=lambda cited: write_in(of.form, _work(cited), TODAY), name=lambda cited: of.name)

    return [style(of) for of in (reference, OLDER) if of is reference or of.name != reference.name]
