"""Wiki markup: the template cite web, which Chinese and English Wikipedia both have. Pure."""

from __future__ import annotations

import re

from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The template with its fields on one line."""
    work = cited.work(cited.lang)
    fields = {
        "url": work.address.replace("|", "%7C").replace(" ", "%20"),
        "title": escape(cited.name),
        "author": escape(work.author),
        "date": work.issued,
        "website": escape(work.site),
        "type": escape(work.number),
        "language": cited.lang if cited.is_comparison else cited.site.source,
        "at": escape(cited.paragraphs),
        "id": escape(cited.noted),
        "access-date": TODAY,
        "quote": escape(cited.joined(quote.text for quote in cited.quotes)),
    }
    body = " ".join(f"|{name}={value}" for name, value in fields.items() if value)
    # After the template, not as its trans-quote: the sentence says more than the quote.
    return f"{{{{cite web {body}}}}}{escape(_translated(cited))}"


def _translated(cited: Cited) -> str:
    """The translations of the sentences that the quotes are from; "" in the report's own language."""
    key = "translated" if len(cited.quotes) > 1 else "translated_one"
    return cited.word(key, sentences=" ".join(quote.words(cited.lang) for quote in cited.quotes))


def escape(value: str) -> str:
    """A value in a template: what would end it, or begin a link or a tag, is written as an entity."""
    return re.sub(r"[|{}\[\]<>=]", lambda m: f"&#{ord(m[0])};", value.replace("\n", " "))


WIKI = Style(write=write, name=lambda cited: cited.word("wiki"))
