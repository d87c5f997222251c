"""APA, 7th edition: a report of a government body, with its number. Pure."""

from __future__ import annotations

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The reference in APA's own words, which are English on every page; a title in Chinese has its translation."""
    day, month, year = language("en").date(cited.meta.issued).split()
    title = cited.word("original", source=cited.meta.title.source, title=cited.document)
    line = f"{cited.issuer}. ({year}, {month} {day}). {title} ({cited.meta.document_number}). {cited.site_name}."
    retrieved = f"Retrieved {TODAY}, from {cited.address}" if cited.address else f"Retrieved {TODAY}."
    return f"{line} {retrieved}\n{cited.tail}"


APA = Style(write=write, name=lambda cited: cited.word("apa"), date_in_words=True)
