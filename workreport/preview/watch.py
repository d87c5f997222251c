"""What is served: the output folder, built again on every change, or what the last build printed where it failed."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from watchfiles import awatch

from workreport.diagnostics import NOTHING, Console, Message, into, say
from workreport.preview.builder import Builder, Outcome
from workreport.publish import MANIFEST

_LOOK = 1000
"""Milliseconds between two looks for a watched folder that was made, or made anew: a system watches what is there."""


class Preview:
    """What is served: the output folder, or the page that says why there is nothing new in it."""

    def __init__(
        self, *, output: Path, arguments: list[str], watched: Sequence[Path], code: Path, console: Console
    ) -> None:
        """`arguments` are those of a build; `watched` and `code` are the folders whose changes cause one."""
        self.output = output
        self.console = console
        self.builder = Builder(arguments)
        self.first = asyncio.Event()
        """Set when the first build has ended: requests wait for it."""
        self.busy = False
        """A build runs, and may be exchanging the folder just now."""
        self.error = ""
        """What the last build printed, where it failed."""
        self.version = ""
        """Changes with whatever a browser would see."""
        self.kept: list[Mapping[str, bytes]] = [{}, {}]
        """The assets of this site and of the one before: a page may ask for its own just after a build."""
        self._held = os.path.realpath(code / "preview")
        """The folder of what this process runs; of all other code every build has the newest."""
        self._watched = (*watched, code)

    async def watch(self, ready: Message) -> None:
        """Build now and after every change, for ever; `ready` is printed after the first build."""
        changes = self._changes()
        coming = asyncio.ensure_future(anext(changes))
        await asyncio.sleep(0)  # the watch begins before the build reads: a change during a build is found after it
        self._take(await self._build(), NOTHING)
        self.console.out(ready)
        self.first.set()
        while True:
            what = await coming
            coming = asyncio.ensure_future(anext(changes))
            self._take(await self._build(), what)

    async def _changes(self) -> AsyncIterator[Message]:
        """What has changed, in words, whenever something has."""
        known = _files(self._watched)
        while True:
            roots = _roots(self._watched)
            async for found in awatch(*roots, watch_filter=None, rust_timeout=_LOOK, yield_on_timeout=True):
                stale = _roots(self._watched) != roots
                if found or stale:
                    before, known = known, _files(self._watched)
                    # A folder that was moved is one event; what an editor makes and takes away again is none.
                    touched = {os.path.realpath(path) for _, path in found} & before.keys() & known.keys()
                    if changed := sorted(touched | (before.keys() ^ known.keys())):
                        yield self._what(changed, before, known)
                if stale:
                    break

    def _what(self, changed: list[str], before: Mapping[str, str], now: Mapping[str, str]) -> Message:
        """What has changed: a file with what became of it, or how many files."""
        path = changed[0]
        shown = now.get(path) or before[path]
        if len(changed) > 1:
            said = say("{n} files changed", n=len(changed))
        elif path not in now:
            said = say("{file} removed", file=shown)
        elif path in before:
            said = say("{file} changed", file=shown)
        else:
            said = say("{file} added", file=shown)
        if any(Path(path).is_relative_to(self._held) for path in changed):
            return say("{what} (stop serve and start it again to use it)", what=said)
        return said

    async def _build(self) -> Outcome:
        self.busy = True
        try:
            outcome = await self.builder.build()
            for _ in range(40):
                if "error[output-locked]" not in outcome.err:
                    break
                await asyncio.sleep(0.25)  # somebody runs python3 build.py in another window
                outcome = await self.builder.build()
            return outcome
        finally:
            self.busy = False

    def _take(self, outcome: Outcome, what: Message) -> None:
        """Print what a build did after a change of `what`, and reload the browsers where they would see a change."""
        if outcome.code:
            said = say("the build ended with exit code {code}", code=outcome.code)
            self.error = outcome.err.strip() or into(self.console.language, said)
            self.console.err(say("{what}; not built:", what=what) if what else say("not built:"))
            self.console.err(self.error)
        else:
            self.error = ""
            if outcome.err:
                self.console.err(outcome.err.rstrip())
            self.console.out(say("{what}; {built}", what=what, built=outcome.out) if what else outcome.out)
        digest = sha256(self.error.encode("utf-8", "replace"))
        with contextlib.suppress(OSError):
            digest.update((self.output / MANIFEST).read_bytes())
        version = "v" + digest.hexdigest()[:16]
        if version != self.version:
            self.version = version
            self.kept = [_assets(self.output), self.kept[0]]
            for waiter in LiveReloadHandler.waiters.copy():
                waiter.reload()


def _assets(output: Path) -> Mapping[str, bytes]:
    """The files in the site's assets folder by their paths in the site."""
    with contextlib.suppress(OSError):  # there is no site yet
        return {f"assets/{file.name}": file.read_bytes() for file in (output / "assets").iterdir() if file.is_file()}
    return {}


def _roots(places: Sequence[Path]) -> dict[Path, int]:
    """The folders that are there, each with its number on the disk: one that was made anew has another."""
    return {place: place.stat().st_ino for place in places if os.path.isdir(place)}


def _files(places: Sequence[Path]) -> dict[str, str]:
    """Every file in `places`: its place on the disk, and as the user names it. Without hidden files and compiled Python."""
    found = {}
    for place in places:
        real = os.path.realpath(place)
        for folder, folders, names in os.walk(place):
            folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
            for name in names:
                if not name.startswith("."):
                    path = os.path.join(folder, name)
                    found[os.path.join(real, os.path.relpath(path, place))] = Path(path).as_posix()
    return found
