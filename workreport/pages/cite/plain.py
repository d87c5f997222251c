"""Plain text: a sentence to paste into an article, with the report's own words and the item's version. Pure."""

from __future__ import annotations

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """What is said, the sentences that say it, the report and the page."""
    publisher = cited.work(cited.lang).author
    return cited.word(
        "plain",
        says=cited.word("says", says=cited.says) if cited.says else "",
        quoted=cited.quoted,
        report=_report(cited),
        noted=cited.noted,
        by=cited.word("by", publisher=publisher) if cited.is_comparison and publisher else "",
        where=cited.word("where", address=cited.address) if cited.address else "",
        today=TODAY,
    )


def _report(cited: Cited) -> str:
    """Whose report it is, its title, number and date: what is known of them."""
    meta, own = cited.meta, language(cited.lang)
    known = own.together(meta.document_number, meta.issued and own.date(meta.issued))
    about = cited.word("about", about=known) if known else ""
    title = meta.called[cited.lang]
    if meta.issuer is None:
        return cited.word("report_unissued", title=title, about=about)
    return cited.word("report", issuer=meta.issuer[cited.lang], title=title, about=about)


PLAIN = Style(write=write, name=lambda cited: cited.word("text"))
