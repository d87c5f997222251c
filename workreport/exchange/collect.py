"""All texts of a content folder, each with its translation as far as there is one. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from workreport.content import Content, Entry, RawCycle, Run, Source, align, is_copied, parse, schema
from workreport.exchange.hints import Hints, quoted
from workreport.exchange.lines import completed, marked
from workreport.exchange.unit import Loc, Unit


def collect(content: Content, shown: str) -> list[Unit]:
    """The sentences of all reports, then the texts of all files; `shown` is how diagnostics name the content folder.

    The content was loaded in the language of the source and that of the translation, the last one. Raises `Refusal`
    where a source text cannot be read or a translation cannot be laid beside it.
    """
    lang = content.languages[-1]
    hints = Hints(content)
    found: list[Unit] = []
    sources: dict[str, Source] = {}
    for cycle in content.cycles:
        sources[cycle.id] = parse(cycle.source.path, cycle.source.text, cycle.anchors)
        found += _sentences(cycle, sources[cycle.id], lang, hints)
    for entry, own in files(content):
        reports = [sources[own.id]] if own else list(sources.values())
        for loc, name, text, quote in _texts(entry.value, entry.document.data):
            named = text.source if name.endswith("/name") else ""
            context = quoted(quote, named, reports)
            unit = Unit(
                file=entry.document.path,
                id=name,
                source=text.source,
                target=_present(entry.document.data, loc, lang),
                line=entry.document.locate((*loc, text.source_lang))[0],
                loc=loc,
                context=tuple(one for one in context if one != text.source),
            )
            found.append(hints.given(unit))
    seen: set[str] = set()
    units: list[Unit] = []
    for unit in found:
        unit = replace(unit, file=unit.file.removeprefix(f"{shown}/"))
        while unit.key in seen:  # an id that stands twice, which the gate refuses
            unit = replace(unit, id=f"{unit.id}~")
        seen.add(unit.key)
        units.append(unit)
    return units


def _sentences(cycle: RawCycle, source: Source, lang: str, hints: Hints) -> Iterator[Unit]:
    """The headings and sentences of a report, in order."""
    said: dict[str, str] = {}
    if file := cycle.translations.get(lang):
        text = completed(file.text, source)
        lines = text.split("\n")
        translation = align(lang, file.path, text, source)
        for name, (line, _) in translation.lines.items():
            said[name] = lines[line - 1].lstrip("#" if name.startswith("h") else "").strip()
    for block in source.blocks:
        whole = Run(0, len(block.text))
        for name, run, lead in (
            [(block.id, whole, False)] if block.level else [(one.id, one, one.lead) for one in block.sentences]
        ):
            words = marked(block, run, lead=lead)
            target = said.get(name, "")
            yield hints.given(
                Unit(
                    file=source.path,
                    id=name,
                    source=words,
                    target="" if is_copied(words, target) else target,
                    line=block.line,
                    loc=(),
                )
            )


def files(content: Content) -> Iterator[tuple[Entry[Any], RawCycle | None]]:
    """Every file that may hold texts, with the report that it belongs to."""
    shared = (content.site, content.glossary, content.places, content.measures, content.permalinks, content.corrections)
    for entry in shared:
        if entry is not None:
            yield entry, None
    for cycle in content.cycles:
        yield cycle.report, cycle
        sections: tuple[Entry[Any], ...] = (*cycle.review, *cycle.tasks)
        for section in sections:
            yield section, cycle


def _texts(value: object, data: Any, loc: Loc = (), name: str = "", quote: str = "") -> Iterator[Any]:
    """(place in the data, id, text, quote of its item) of every text that a record holds, however deep."""
    if isinstance(value, schema.Text):
        yield loc, name, value, quote
    elif isinstance(value, schema.Model):
        quote = getattr(value, "quote", None) or quote
        for field, info in type(value).model_fields.items():
            inline = isinstance(value, schema.Named) and field == "name"
            key = info.alias or field
            if inline:
                yield from _texts(value.name, data, loc, _joined(name, field), quote)  # type: ignore[attr-defined]
            elif key in data:  # what a file leaves out has no text of its own
                yield from _texts(getattr(value, field), data[key], (*loc, key), _joined(name, field), quote)
    elif isinstance(value, tuple):
        for index, item in ((at, one) for at, one in enumerate(value) if isinstance(one, schema.Model)):
            yield from _texts(item, data[index], (*loc, index), _joined(name, _id(item, index)), quote)


def _id(item: object, index: int) -> str:
    """What an entry of a list is called: its id, its version, or, in lists that only ever grow at the end, its place."""
    return str(getattr(item, "id", None) or getattr(item, "version", None) or index + 1)


def _joined(name: str, step: str) -> str:
    return f"{name}/{step}" if name else step


def _present(data: Any, loc: Loc, lang: str) -> str:
    """A text in a language, as the file has it."""
    for step in loc:
        data = data[step]
    return str(data.get(lang) or "") if isinstance(data, Mapping) else ""
