"""`translate import`: what a translator's file has goes to its place, all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from workreport.content import Content, load, parse, schema
from workreport.diagnostics import Console, Diagnostic, Message, Refusal, listed, refusal, say
from workreport.exchange import fields, lines
from workreport.exchange.broken import Broken
from workreport.exchange.collect import collect
from workreport.exchange.formats import BACK, installed, reader
from workreport.exchange.held import taken
from workreport.exchange.outward import LANGUAGES, SOURCE, TARGET
from workreport.exchange.stored import EXCHANGE_FILE, stored
from workreport.exchange.trial import of_units, tried
from workreport.exchange.unit import Returned, Unit

_SITE = "site.yaml"
_LARGEST = 64 << 20
"""Bytes of a translator's file."""


def put_back(root: Path, file: str, console: Console, *, dry: bool = False, add: bool = False) -> int:
    """Put what came back in its place and say what was done, or what is wrong with it. The exit code.

    `add`: also list the language in site.yaml, which every text must then have.
    """
    shown = root.as_posix().rstrip("/")
    name = schema.language_name(TARGET)
    try:
        returned = _returned(file)
        content = load(root, shown, LANGUAGES)
        units = {unit.key: unit for unit in collect(content, shown)}
        found, problems = taken(file, returned, units)
        if problems:
            raise Refusal(problems)
        new = {key: one for key, one in found.items() if one.target != units[key].target}
        files = _files(root, content, shown, new, units)
        if problems := _refused(root, shown, file, files, new, units):
            raise Refusal(problems)
        missing = sum(not unit.target and key not in new for key, unit in units.items())
        waiting = TARGET not in content.site.document.data.get("languages", LANGUAGES)
        if add and waiting and missing == 0:
            files[_SITE] = _listing(root, files)[1]
            if wrong := tried(root, shown, files)[1]:
                raise Refusal(wrong)
        if not dry:
            stored({root / path: data for path, data in files.items()})
    except Refusal as problem:
        console.report(problem, say("nothing was written"))
        return 1
    for message in _told(file, shown, returned, found, new, units):
        console.out(message)
    if missing:
        console.out(say("still without {language}: {count}", count=missing, language=name))
    elif waiting and not add:
        said = say(
            "{path}:{line}: every text has its {language}; to publish it, write languages: [{codes}] here, or run this "
            "again with --add-language",
            path=f"{shown}/{_SITE}",
            line=_listing(root, {})[0],
            language=name,
            codes=listed(LANGUAGES),
        )
        console.out(said)
    elif add and waiting:
        console.out(say("{path} now lists {language}", path=f"{shown}/{_SITE}", language=name))
    if dry:
        console.out(say("nothing was written: this was a trial"))
    return 0


def _returned(file: str) -> list[Returned]:
    """What a translator's file has. Raises `Refusal`."""
    path = Path(file)
    form = BACK.get(path.suffix.lower())
    if form is None:
        message = say("only {endings} can be put back", endings=listed(BACK))
        hint = say("a glossary is edited in content/glossary.yaml, a memory is for the translator's tool alone")
        raise refusal(file, EXCHANGE_FILE, message, hint)
    installed(form, file)
    try:
        if path.stat().st_size > _LARGEST:
            raise refusal(file, EXCHANGE_FILE, say("this file is larger than {mib} MiB", mib=_LARGEST >> 20))
        raw = path.read_bytes()
    except FileNotFoundError:
        raise refusal(file, EXCHANGE_FILE, say("this file is missing")) from None
    except OSError as error:
        raise refusal(file, EXCHANGE_FILE, say("this file cannot be read: {why}", why=error.strerror)) from None
    try:
        found = reader(form)(raw)
    except Broken as broken:
        at = {"line": broken.line, "column": 1} if broken.line else {}
        hint = say("save it in the format that its name says, or write it out anew")
        raise Refusal([Diagnostic(path=file, code=EXCHANGE_FILE, message=broken.message, hint=hint, **at)]) from None
    return [replace(one, target=_ended(one)) for one in found]


def _ended(one: Returned) -> str:
    """A translation without the white space round it, and with the last line's end where its source has that."""
    words = one.target.strip()
    return f"{words}\n" if words and one.source.endswith("\n") else words


def _files(
    root: Path, content: Content, shown: str, new: Mapping[str, Returned], units: Mapping[str, Unit]
) -> dict[str, bytes]:
    """The files that change, by their path in the content folder."""
    changed: dict[str, bytes] = {}
    for name, keys in groupby(sorted(new, key=lambda key: (units[key].file, key)), key=lambda key: units[key].file):
        said = {units[key]: new[key].target for key in keys}
        cycle = next((cycle for cycle in content.cycles if cycle.source.path == f"{shown}/{name}"), None)
        if cycle is None:
            text = (root / name).read_bytes().decode()
            texts = {unit.loc: words for unit, words in said.items()}
            changed[name] = fields.written(text, texts, SOURCE, TARGET).encode()
            continue
        to = f"source/{cycle.id}.{TARGET}.md"
        text = (root / to).read_bytes().decode() if TARGET in cycle.translations else ""
        report = parse(cycle.source.path, cycle.source.text, cycle.anchors)
        sentences = {unit.id: words for unit, words in said.items()}
        changed[to] = lines.entered(text, report, TARGET, f"{shown}/{to}", sentences).encode()
    return changed


def _refused(
    root: Path,
    shown: str,
    file: str,
    files: Mapping[str, bytes],
    new: Mapping[str, Returned],
    units: Mapping[str, Unit],
) -> list[Diagnostic]:
    """What the gate says of what came back, and of nothing else."""
    if not files:
        return []
    trial, wrong = tried(root, shown, files, LANGUAGES)
    return list(wrong) if trial is None else list(of_units(trial, shown, file, new, units, wrong))


def _listing(root: Path, files: Mapping[str, bytes]) -> tuple[int, bytes]:
    """The line of site.yaml that lists the languages, and the file with one more."""
    text = files.get(_SITE, (root / _SITE).read_bytes()).decode()
    line, listing = fields.listed(text, TARGET)
    return line, listing.encode()


def _told(
    file: str,
    shown: str,
    returned: Sequence[Returned],
    found: Mapping[str, Returned],
    new: Mapping[str, Returned],
    units: Mapping[str, Unit],
) -> Iterator[Message]:
    """What was done, file by file."""
    yield say(
        "{path}: {texts} read, {new} taken, {same} as they were, {open} without a finished translation",
        path=file,
        texts=len(returned),
        new=len(new),
        same=len(found) - len(new),
        open=len(returned) - len(found),
    )
    for name, count in sorted(Counter(units[key].file for key in new).items()):
        yield say("  {path}: {count}", path=f"{shown}/{name}", count=count)
