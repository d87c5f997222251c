"""What the search page looks in, for one language, as a script that the page loads. Pure.

Everything that has a page or an anchor of its own is an item, [kind, path, title, text, more, spelled]: `kind` is an index
into KINDS, `more` holds what is searched and not shown (the title in the other languages), `spelled` the pinyin of a title
that the table of readings would spell otherwise; what is empty at the end is left out. A sentence is [id, text, more], and
has the words of all quotes, so that nothing is stored twice. A metric or a commitment follows its sentence: what is alike
then stands together, which saves the English page a tenth of its weight.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from workreport.content import Text
from workreport.i18n import language
from workreport.site import Commitment, Metric, Report, Site, urls

KINDS = ("topic", "section", "metric", "commitment", "term", "place", "sentence")
"""Kinds of what is found, in the order in which equal results are shown."""

Item = tuple[int, str, str, str, str, str]
Spell = Callable[[str], tuple[str, ...]]
"""The syllables of a Chinese text, one for each of its characters that have a reading."""


def items(site: Site, lang: str, spell: Spell) -> Iterator[Item]:
    """Everything but the sentences, in one language: metrics and commitments last, in the order of the reports."""
    table = dict(_table(site, spell))

    def item(kind: str, path: str, title: Text, text: str = "") -> Item:
        more = " ".join(text for other, text in title.items() if other != lang)
        plain = tuple(table[character] for character in title.source if character in table)
        spelled = spell(title.source)
        return KINDS.index(kind), path, title[lang], text, more, "" if spelled == plain else " ".join(spelled)

    for key in site.used_topics:
        yield item("topic", urls.topic(key), site.topics[key])
    for report in site.reports:
        for section in report.sections:
            yield item("section", section.ref.path, section.ref.title)
    for term in site.terms.values():
        yield item("term", urls.anchor(urls.GLOSSARY, term.id), term.name, term.meaning[lang])
    for place in site.places.values():
        yield item("place", urls.anchor(urls.PLACES, place.id), place.name)
    for own in _stated(site):
        if isinstance(own, Metric):
            yield item("metric", own.path, own.title, _figure(own, lang))
        else:
            yield item("commitment", own.path, own.title)


def _figure(metric: Metric, lang: str) -> str:
    own, time = language(lang), metric.time
    return own.dated(own.figure(metric.quantity), own.about(None if time.usual else time.period, time.basis))


def _stated(site: Site) -> Iterator[Metric | Commitment]:
    """The metrics and commitments in the order in which the reports have their sentences."""
    for report in site.reports:
        order = {s.id: at for at, s in enumerate(s for block in report.source.paragraphs for s in block.sentences)}
        own: list[Metric | Commitment] = [*report.metrics, *report.commitments]
        yield from sorted(own, key=lambda item: order[item.quote.sentence])


def sentences(report: Report, lang: str) -> Iterator[tuple[str, str, str]]:
    """(id, text, the report's own words where the text is a translation) of all that a report says, headings too.

    A heading that is the title of a section is found as that.
    """
    translation = report.translations.get(lang)
    titles = [section.ref.title.source for section in report.sections]
    for block in report.source.blocks:
        if block.level and any(title in block.text for title in titles):
            continue
        runs = (
            [(block.id, block.text)] if block.level else [(s.id, block.text[s.start : s.end]) for s in block.sentences]
        )
        for identifier, run in runs:
            text = run.strip()
            yield (identifier, translation.text(identifier), text) if translation else (identifier, text, "")


def code_runs(site: Site) -> Iterator[tuple[str, int, int]]:
    """The short codes of the metrics and commitments in the order of the items, as (series, first number, how many).

    Most follow each other, so that this takes next to nothing.
    """
    codes = [item.code for item in _stated(site)]
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


def readings(site: Site, spell: Spell) -> str:
    """How the characters of titles and synonyms are read: each syllable before the characters that have it."""
    found: dict[str, str] = {}
    for character, syllable in sorted(_table(site, spell)):
        found[syllable] = found.get(syllable, "") + character
    return " ".join(syllable + characters for syllable, characters in sorted(found.items()))


def _table(site: Site, spell: Spell) -> Iterator[tuple[str, str]]:
    """Each character with its most frequent reading."""
    named = [*site.metrics.values(), *site.commitments.values()]
    titles = [n.title.source for n in named] + [site.topics[key].source for key in site.used_topics]
    titles += [s.ref.title.source for report in site.reports for s in report.sections]
    titles += [term.name.source for term in site.terms.values()] + [p.name.source for p in site.places.values()]
    counts: dict[str, Counter[str]] = {}
    for text in (*titles, *(typed for synonym in site.synonyms for typed in synonym.typed)):
        for character, syllable in zip(_read(text, spell), spell(text), strict=True):
            counts.setdefault(character, Counter())[syllable] += 1
    for character, counted in counts.items():
        yield character, min(counted, key=lambda syllable: (-counted[syllable], syllable))


def _read(text: str, spell: Spell) -> Iterable[str]:
    """The characters of a text that have a reading."""
    return (character for character in text if spell(character))


def search_script(site: Site, lang: str, spell: Spell, traditional: Callable[[Collection[str]], str]) -> bytes:
    """All of that as a script: a page that is opened from disk may load a script, and may not fetch a file.

    `traditional` gives the traditional characters of some simplified ones, for what a reader may type.
    """
    stated = {item.path: item.quote for item in _stated(site)}
    others: list[str] = []
    behind: dict[tuple[str, str], list[str]] = {}
    for made in items(site, lang, spell):
        quote = stated.get(made[1])
        (behind.setdefault((quote.report, quote.sentence), []) if quote else others).append(_line(_cut(made)))
    reports = []
    for report in site.reports:
        lines = (
            line for s in sentences(report, lang) for line in (_line(_cut(s)), *behind.get((report.path, s[0]), ()))
        )
        reports.append(f"[{_line(report.path)},[\n" + ",\n".join(lines) + "\n]]")
    synonyms = [_line(_cut([list(s.typed), list(s.words), list(s.paths)])) for s in site.synonyms]
    fields = {
        "codes": _line(list(code_runs(site))),
        "readings": _line(readings(site, spell)),
        "synonyms": "[\n" + ",\n".join(synonyms) + "\n]",
        "items": "[\n" + ",\n".join(others) + "\n]",
        "reports": "[" + ",\n".join(reports) + "]",
    }
    text = ",\n".join(f'"{name}": {value}' for name, value in fields.items())
    variants = _line(traditional(set(text)))
    return f'window.workReportSearch = {{\n"variants": {variants},\n{text}\n}};\n'.encode()


def _line(value: object) -> str:
    """A literal in a script: the two line ends that JSON allows in strings and old scripts do not are written out."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _cut(values: Iterable[object]) -> list[object]:
    """Without what is empty at the end."""
    found = list(values)
    while found and not found[-1]:
        found.pop()
    return found
