"""Plain text: a sentence to paste into an article. Pure."""

from __future__ import annotations

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """What is said, the sentences that say it, the report and the page."""
    return cited.word(
        "plain",
        says=cited.word("says", says=cited.says) if cited.says else "",
        quoted=cited.quoted,
        issuer=cited.issuer,
        title=cited.document,
        number=cited.meta.document_number,
        issued=language(cited.lang).date(cited.meta.issued),
        noted=cited.noted,
        where=cited.word("where", address=cited.address) if cited.address else "",
        today=TODAY,
    )


PLAIN = Style(write=write, name=lambda cited: cited.word("text"))
