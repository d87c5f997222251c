"""APA, 7th edition: a page of a site, in the form of apa.csl's `webpage`. Pure.

A title in another script is given in Latin letters with its meaning in brackets. A date of retrieval stands with what
has no date, as apa.csl has it.
"""

from __future__ import annotations

from workreport.pages.cite.cited import TODAY, Style
from workreport.pages.cite.work import Work


def write_in(work: Work, accessed: str) -> str:
    """The reference in APA's own words, which are English on every page."""
    number = f" ({work.number})" if work.number else ""
    title, date = f"{work.named}{number}", f"({_date(work.issued)})"
    parts = [work.author, date, title] if work.author else [title, date]
    parts += [work.site] * (work.site != work.author)
    line = " ".join(part if part.endswith(".") else f"{part}." for part in parts)
    if work.issued:
        return f"{line} {work.address}".rstrip()
    return f"{line} Retrieved {accessed}, from {work.address}" if work.address else f"{line} Retrieved {accessed}."


def _date(issued: str) -> str:
    if not issued:
        return "n.d."
    year, month, day = issued.split("-")
    return f"{year}, {MONTHS[int(month) - 1]} {int(day)}"


MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
"""As APA writes them, whatever languages a site has."""

APA = Style(write=lambda cited: write_in(cited.read, TODAY), name=lambda cited: cited.word("apa"), date_in_words=True)
