"""Plain text: a sentence to paste into an article, with the report's own words and the item's version. Pure."""

from __future__ import annotations

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """What is said, the sentences that say it, the report and the page."""
    meta, publisher = cited.meta, cited.work(cited.lang).author
    return cited.word(
        "plain",
        says=cited.word("says", says=cited.says) if cited.says else "",
        quoted=cited.quoted,
        issuer=meta.issuer[cited.lang],
        title=meta.title[cited.lang],
        number=meta.document_number,
        issued=language(cited.lang).date(meta.issued),
        noted=cited.noted,
        by=cited.word("by", publisher=publisher) if cited.is_comparison and publisher else "",
        where=cited.word("where", address=cited.address) if cited.address else "",
        today=TODAY,
    )


PLAIN = Style(write=write, name=lambda cited: cited.word("text"))
