"""The way of a site to its target: only what changed, assets first, `SHA256SUMS` last, and old assets a day later.

It may be cut off anywhere. The target itself remembers what may differ from its list (`upload.json`), so that the next
upload, from whatever machine, makes it whole; and no file is ever seen half.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from workreport.deliver import COPY_CHANGED, JOURNAL, PART, Copy, Journal, compare_folder, read_journal, write_journal
from workreport.diagnostics import Refusal, refusal, say
from workreport.publish import HOME, MANIFEST, OUTPUT_LOCKED, is_locked, read, read_manifest
from workreport.upload.plan import Plan, plan
from workreport.upload.store import UPLOAD_TARGET, UPLOAD_UNREACHABLE, Store

CHECKPOINT = 200
"""Files after which the target is told what was sent: so many at most are sent twice where an upload is cut off."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploaded:
    """What was done, or in a dry run would be."""

    plan: Plan
    files: int
    """Sent, with `SHA256SUMS`."""
    bytes: int
    digest: str
    """Of `SHA256SUMS`."""


def upload(
    output: Path,
    store: Store,
    shown: str,
    now: datetime,
    progress: Progress = lambda done, total: None,
    *,
    dry: bool = False,
) -> Uploaded:
    """Send the site in `output` to `store`. Raises `Refusal`; what was sent until then need not be sent again."""
    site, listing = _source(output)
    listed, there = _list(store, shown)
    todo = plan(site.digests, listed, there, now)
    size = sum((output / path).stat().st_size for path in todo.send)
    done = Uploaded(
        plan=todo,
        files=len(todo.send) + (listed != site.digests),
        bytes=size + (len(listing) if listed != site.digests else 0),
        digest=site.digest,
    )
    if dry:
        return done
    acts = bool(todo.send or todo.remove or listed != site.digests)
    if acts:
        _send(output, site, store, todo, progress)
    if listed != site.digests:
        store.write(MANIFEST, listing)
    for path in todo.remove:
        store.remove(path)
    if todo.after:
        if acts or todo.after != there:
            store.write(JOURNAL, write_journal(todo.after))
    elif acts or there:
        store.remove(JOURNAL)
        store.remove(PART)
    return done


def _source(output: Path) -> tuple[Copy, bytes]:
    """The site that is to be sent, if it is as it was built; and its list."""
    if is_locked(output):
        hint = say("wait until it has ended, then upload")
        raise refusal(output.as_posix(), OUTPUT_LOCKED, say("a build is writing this site"), hint)
    site = compare_folder(output, companions=False)
    return site, _as_built(output, MANIFEST, site.digest)


def _as_built(output: Path, path: str, digest: str) -> bytes:
    """A file of the site, unless it is no longer the one that was compared."""
    data = read(f"{output}/{path}")
    if sha256(data).hexdigest() != digest:
        message = say("this file was changed while the site was sent")
        hint = say("upload again when nothing builds the site: it goes on where it stopped")
        raise refusal(f"{output.as_posix()}/{path}", COPY_CHANGED, message, hint)
    return data


def _list(store: Store, shown: str) -> tuple[dict[str, str], Journal]:
    """What the target's list says, and what it remembers of an upload before."""
    listing, noted = store.read(MANIFEST), store.read(JOURNAL)
    if noted is None:  # where files cannot be replaced in one step, it may have been cut off between the two
        noted = store.read(PART)
        journal = Journal()
        with contextlib.suppress(ValueError):
            journal = read_journal(noted or b"")
    else:
        try:
            journal = read_journal(noted)
        except ValueError:
            hint = say("delete it, and {list} too: then everything is sent again", list=MANIFEST)
            message = say("this file is not as an upload leaves it")
            raise refusal(f"{shown}/{JOURNAL}", UPLOAD_TARGET, message, hint) from None
    if listing is None:
        if not journal and store.read(HOME) is not None:
            message = say("there is a home page that this program did not put there")
            hint = say("name the folder of this site alone; where that is right, delete its {home} first", home=HOME)
            raise refusal(f"{shown}/{HOME}", UPLOAD_TARGET, message, hint)
        return {}, journal
    try:
        return read_manifest(listing), journal
    except ValueError:
        message = say("this file is not a list of a site")
        hint = say("delete it, if the folder is for this site alone: then everything is sent again")
        raise refusal(f"{shown}/{MANIFEST}", UPLOAD_TARGET, message, hint) from None


def _send(output: Path, site: Copy, store: Store, todo: Plan, progress: Progress) -> None:
    """Send the files. The target knows before each one that it may change, and soon after that it has."""
    sent: dict[str, str] = {}
    _note(store, todo.before, sent)
    try:
        for number, path in enumerate(todo.send, 1):
            progress(number, len(todo.send))
            store.write(path, _as_built(output, path, site.digests[path]))
            sent[path] = site.digests[path]
            if number % CHECKPOINT == 0 or number == len(todo.send):
                _note(store, todo.before, sent)
    except BaseException as error:
        if not _unreachable(error):
            with contextlib.suppress(Refusal):
                _note(store, todo.before, sent)
        raise


def _unreachable(error: BaseException) -> bool:
    return isinstance(error, Refusal) and any(d.code is UPLOAD_UNREACHABLE for d in error.diagnostics)


def _note(store: Store, before: Journal, sent: Mapping[str, str]) -> None:
    store.write(JOURNAL, write_journal(Journal(sent={**before.sent, **sent}, old=before.old)))
