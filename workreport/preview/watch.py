"""What is served: the output folder, built again on every change, or what the last build printed where it failed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from livereload.handlers import LiveReloadHandler

from workreport.preview.builders import Builders, Outcome

if TYPE_CHECKING:
    from workreport.build import Options

MANIFEST = "SHA256SUMS"

_POLL = 0.1
"""Seconds between two looks at the watched files; a look takes some milliseconds."""
_SETTLE = 0.05
"""Seconds without a further change after which a change counts as complete: editors save several files at once."""
_PATIENCE = 20
"""Looks after which a build starts though files still change."""
_HELD = frozenset({"serve.py", "watch.py", "builders.py", "server.py", "error_page.py"})
"""The modules that this process runs; of all others every build has the newest."""

Stamps = Mapping[str, tuple[int, ...]]
"""Path to what tells one state of a file from another."""


class Preview:
    """What is served: the output folder, or the page that says why there is nothing new in it."""

    def __init__(self, options: Options) -> None:
        self.output = options.output
        self.builders = Builders(_arguments(options))
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
        project = options.templates.parent  # named as the user sees it from where he is
        self._code = (project / "workreport", project / "build.py")
        self._watched = (options.content, options.templates, options.assets, *self._code)

    async def watch(self, ready: str) -> None:
        """Build now and after every change, for ever; `ready` is printed after the first build."""
        seen = await asyncio.to_thread(_stamps, self._watched)
        self._take(await self._build(code=True), "")
        print(ready, flush=True)
        self.first.set()
        self.builders.refill()
        while True:
            await asyncio.sleep(_POLL)
            now = await asyncio.to_thread(_stamps, self._watched)
            if now == seen:
                continue
            for _ in range(_PATIENCE):
                await asyncio.sleep(_SETTLE)
                now, before = await asyncio.to_thread(_stamps, self._watched), now
                if now == before:
                    break
            changed = sorted(path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path))
            if not changed:
                continue  # a file that an editor makes and takes away
            what = _what(changed, seen, now)
            if any(Path(path).name in _HELD and self._is_code(path) for path in changed):
                what += " (stop serve and start it again to use it)"
            seen = now  # a change during the build is found after it
            self._take(await self._build(code=any(self._is_code(path) for path in changed)), what)
            self.builders.refill()

    def _is_code(self, path: str) -> bool:
        return any(Path(path).is_relative_to(place) for place in self._code)

    async def _build(self, *, code: bool) -> Outcome:
        self.busy = True
        try:
            outcome = await self.builders.build(code=code)
            for _ in range(40):
                if "error[output-locked]" not in outcome.err:
                    break
                await asyncio.sleep(0.25)  # somebody runs python build.py in another window
                outcome = await self.builders.build(code=code)
            return outcome
        finally:
            self.busy = False

    def _take(self, outcome: Outcome, what: str) -> None:
        """Print what a build did after a change of `what`, and reload the browsers where they would see a change."""
        if outcome.code:
            self.error = outcome.err.strip() or f"the build ended with exit code {outcome.code}"
            print(f"{what}; not built:" if what else "not built:", self.error, sep="\n", file=sys.stderr, flush=True)
        else:
            self.error = ""
            if outcome.err:
                print(outcome.err.rstrip(), file=sys.stderr, flush=True)
            print(f"{what}; {outcome.out}" if what else outcome.out, flush=True)
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


def _arguments(options: Options) -> list[str]:
    """The options as `python build.py` takes them."""
    given = [f"--content={options.content}", f"--output={options.output}", f"--jobs={options.jobs}"]
    if options.base_url:
        given.append(f"--base-url={options.base_url}")
    if not options.charts:
        given.append("--no-charts")
    if not options.store:
        given.append("--no-cache")
    return given


def _what(changed: list[str], before: Stamps, now: Stamps) -> str:
    """What has changed: a file with what became of it, or how many files."""
    path = changed[0]
    if len(changed) > 1:
        return f"{len(changed)} files changed"
    return f"{Path(path).as_posix()} {'removed' if path not in now else 'changed' if path in before else 'added'}"


def _stamps(places: Iterable[Path]) -> Stamps:
    """The state of every file in or at `places`, without hidden files and compiled Python."""
    files: list[str] = []
    folders = [os.fspath(place) for place in places]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.name.startswith(".") and entry.name != "__pycache__":
                        (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.path)
        except NotADirectoryError:
            files.append(folder)
        except OSError:
            pass  # a folder that is not there, or not yet: the build says so
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # it went while we looked
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
    return found
