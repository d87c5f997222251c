"""What the search page looks in: one list of documents a language, as a script that the page loads. Pure.

A document is [kind, path, title, text, more]: `kind` is an index into KINDS, `more` holds what is searched and not shown
(the title in the other languages, and in pinyin). Metrics and commitments come with their titles; the words of their quotes
are found in the sentences of the report, which are documents of their own, so that nothing is stored twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator

from workreport.content import Text
from workreport.i18n import language
from workreport.site import Site, urls

KINDS = ("metric", "commitment", "topic", "term", "place", "sentence")
"""Kinds of documents, in the order in which equal results are shown."""

Document = tuple[int, str, str, str, str]


def documents(site: Site, lang: str, pinyin: Callable[[str], str]) -> Iterator[Document]:
    """Everything that can be found in one language. `pinyin` writes Chinese in Latin letters."""

    def more(title: Text) -> str:
        return " ".join([*(text for other, text in title.items() if other != lang), pinyin(title.source)])

    for metric in site.metrics.values():
        own, time = language(lang), metric.time
        figure = own.dated(own.figure(metric.quantity), own.about(None if time.usual else time.period, time.basis))
        yield 0, metric.path, metric.title[lang], figure, more(metric.title)
    for c in site.commitments.values():
        yield 1, c.path, c.title[lang], "", more(c.title)
    for key in site.used_topics:
        yield 2, urls.topic(key), site.topics[key][lang], "", more(site.topics[key])
    for term in site.terms.values():
        yield 3, urls.anchor(urls.GLOSSARY, term.id), term.name[lang], term.meaning[lang], more(term.name)
    for place in site.places.values():
        yield 4, urls.anchor(urls.PLACES, place.id), place.name[lang], "", more(place.name)
    for report in site.reports:
        for block in report.source.paragraphs:
            for s in block.sentences:
                text = block.text[s.start : s.end].strip()
                translation = report.translations.get(lang)
                shown, other = (translation.text(s.id), text) if translation else (text, "")
                yield 5, urls.anchor(report.path, s.id), s.id, shown, other


def code_runs(site: Site) -> Iterator[tuple[str, int, int]]:
    """The short codes of the metrics and commitments in the order of the documents, as (series, first number, how many).

    They follow each other but for items that a later build added, so that this takes next to nothing.
    """
    codes = [m.code for m in site.metrics.values()]
    codes += [c.code for c in site.commitments.values()]
    series, first, count = "", 0, 0
    for code in codes:
        own, number = code[:6], int(code[6:])
        if own == series and number == first + count:
            count += 1
            continue
        if count:
            yield series, first, count
        series, first, count = own, number, 1
    if count:
        yield series, first, count


def search_script(
    site: Site, lang: str, pinyin: Callable[[str], str], traditional: Callable[[Collection[str]], str]
) -> bytes:
    """The documents as a script: a page that is opened from disk may load a script, and may not fetch a file.

    `traditional` gives the traditional characters of some simplified ones, for what a reader may type.
    """
    found = [
        json.dumps(document, ensure_ascii=False, separators=(",", ":")) for document in documents(site, lang, pinyin)
    ]
    # A literal in a script: the two line ends that JSON allows in strings and old scripts do not.
    text = ",\n".join(found).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    variants = traditional(set(text))
    runs = json.dumps([list(run) for run in code_runs(site)])
    return f'window.workReportVariants = "{variants}";\nwindow.workReportCodes = {runs};\nwindow.workReportDocuments = [\n{text}\n];\n'.encode()
