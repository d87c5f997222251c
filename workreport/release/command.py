"""The command: tried on a copy of the content, then written file by file, so that whatever ends it leaves whole files.

site.yaml goes first, the zip last: content with the entry and without the rest builds, and running the command again
without a version does the rest.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from workreport.build import freeze
from workreport.content import SUMS, VERSIONS, Content, Edited, Kept, Release, load, read_kept, replace_file
from workreport.diagnostics import Code, Console, Refusal, listed, refusal, say
from workreport.gate import record_digest
from workreport.options import Options
from workreport.release.entry import dated, entered, entry, with_digest

RELEASE_KEPT = Code("release-kept", say("A release was made already, or there is none to make."))
RELEASE_ENTRY = Code("release-entry", say("A release cannot be entered as it was given."))
RELEASE_FAILED = Code("release-failed", say("A release could not be written."))

_BEIJING = timezone(timedelta(hours=8))
_SITE, _LINKS = "site.yaml", "permalinks.yaml"


def now() -> str:
    """The time in Beijing, as a release has it."""
    return datetime.now(UTC).astimezone(_BEIJING).strftime("%Y-%m-%d %H:%M")


def run(
    options: Options,
    console: Console,
    *,
    version: str = "",
    notes: Mapping[str, str],
    published: str = "",
    digest: str = "",
    dry: bool = False,
) -> int:
    """Make a release and print what it changed, or why there is none. The exit code."""
    try:
        made = _made(options, version, notes, published or now(), digest)
        for name, data in made.files.items():
            if not dry:
                _write(options.content / name, data)
    except Refusal as problem:
        console.report(problem, say("nothing was released"))
        return 1
    if made.added:
        console.out(say("{path}, a new release:", path=(options.content / _SITE).as_posix()))
        console.out(say("{entry}", entry=made.added.rstrip("\n")))
    links = (options.content / _LINKS).as_posix()
    console.out(say("{path}: {count} addresses dated {date}", path=links, count=made.dated, date=made.date))
    kept = made.kept
    console.out(
        say(
            "{path}: {bytes:,} bytes, its {list} has SHA-256 {digest}",
            path=kept.path,
            bytes=len(kept.data),
            list=SUMS,
            digest=kept.digest,
        )
    )
    console.out(say("nothing was written: this was a trial") if dry else say("read the difference, then commit it"))
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a release writes, and what is said of it."""

    files: Mapping[str, bytes]
    """By their path in the content folder, in the order in which they are written."""
    added: str
    """The new entry of site.yaml; "" where it was there."""
    dated: int
    """How many addresses got their first date."""
    date: str
    kept: Kept


def _made(options: Options, version: str, notes: Mapping[str, str], published: str, digest: str) -> _Made:
    """Everything that the release writes, as it passes every check. Raises `Refusal`; writes nothing there."""
    shown = options.content.as_posix().rstrip("/")
    path = f"{shown}/{_SITE}"
    content = load(options.content, shown)
    releases = list(content.site.value.releases)
    site = old = Edited(options.content / _SITE)
    if digest and releases and releases[-1].digest is None:
        site = old.edited(with_digest(old.text, digest))
        releases[-1] = releases[-1].model_copy(update={"digest": digest})
    entering = False
    if releases and version in ("", releases[-1].version):
        newest = releases[-1]
        if any(kept.version == newest.version for kept in content.versions):
            message = say("release {version} was made already", version=newest.version)
            hint = say("name the new version: release {next} --note LANG=TEXT", next=_next(newest.version))
            raise refusal(path, RELEASE_KEPT, message, hint)
    elif version:
        newest = _release(content, version, notes, published, path)
        releases.append(newest)
        site = site.edited(entered(site.text, newest))
        entering = True
    else:
        message = say("no release is entered in site.yaml, and none was named")
        raise refusal(path, RELEASE_KEPT, message, say("name one: release 1.0 --note LANG=TEXT"))
    if newest.record is None:
        record = record_digest(content.permalinks.value, newest.published[:10], undated=True)
        site = site.edited(with_digest(site.text, record, "record"))
        newest = releases[-1] = newest.model_copy(update={"record": record})
    added = entry(newest) if entering else ""
    links = Edited(options.content / _LINKS)
    first = links.edited(dated(links.text, newest.published[:10]))
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder, "content")
        shutil.copytree(options.content, trial, ignore=shutil.ignore_patterns(".*"))
        (trial / _SITE).write_bytes(site.data)
        (trial / _LINKS).write_bytes(first.data)
        tried = load(trial, shown)
        if list(tried.site.value.releases) != releases:
            message = say("the release cannot be put in among those that are there")
            hint = say("enter it by hand, then run release again without a version:\n{entry}", entry=entry(newest))
            raise refusal(path, RELEASE_ENTRY, message, hint)
        data = freeze(replace(options, content=trial), tried)
    name = f"{VERSIONS}/{newest.version}.zip"
    files = {_SITE: site.data} if site.data != old.data else {}
    files |= {_LINKS: first.data} if first.data != links.data else {}
    return _Made(
        files={**files, name: data},
        added=added,
        dated=content.permalinks.value.firsts.count(None) - tried.permalinks.value.firsts.count(None),
        date=newest.published[:10],
        kept=read_kept(newest.version, f"{shown}/{name}", data),
    )


def _release(content: Content, version: str, notes: Mapping[str, str], published: str, path: str) -> Release:
    """The release as it was given on the command line."""
    languages = content.languages
    missing = [lang for lang in languages if not notes.get(lang, "").strip()]
    if missing or notes.keys() - set(languages):
        message = say(
            "a release says what is new in each language of the site: {languages}", languages=listed(languages)
        )
        hint = say("give each of them: --note {example}=TEXT", example=(missing or languages)[0])
        raise refusal(path, RELEASE_ENTRY, message, hint)
    given = {"version": version, "published": published, "notes": {lang: notes[lang] for lang in languages}}
    try:
        return Release.model_validate(given, context={"languages": languages})
    except ValueError:
        message = say("“{version}” and “{time}” are not a version and a time", version=version, time=published)
        hint = say('such as 1.0 and "2026-12-01 09:00"')
        raise refusal(path, RELEASE_ENTRY, message, hint) from None


def _next(version: str) -> str:
    first, second, *_ = version.split(".")
    return f"{first}.{int(second) + 1}"


def _write(path: Path, data: bytes) -> None:
    """A file as a whole, or as it was. Raises `Refusal`."""
    try:
        replace_file(path, data)
    except OSError as error:
        what = say("writing failed ({why})", why=error.strerror or error)
        hint = say("allow writing there, then run release again without a version: it goes on where it stopped")
        raise refusal(path.as_posix(), RELEASE_FAILED, what, hint) from error
