"""The right edge: files become the site, all of them or none.

    with Stage(Path("site"), protected=[Path("content")]) as stage:
        for path, data in pages:
            stage.write(path, data)
        stage.commit()

Nothing touches the live site before `commit`, and leaving the block without one (a page that fails, a
check that refuses) leaves it exactly as it was. `commit` puts the whole new tree in place in one step, so
that a process killed at any moment leaves the old site or the new one (`stage.py` says how). Files that
did not change are hard links to the old ones: they keep their modification time, so that whoever copies
the site by date copies only what changed. A file on disk that is gone from the site is simply not in the
new tree.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from workreport.diagnostics import refusal, say
from workreport.publish.manifest import HOME, MANIFEST, check_path, manifest
from workreport.publish.output import OUTPUT_LOCKED, OUTPUT_UNSAFE, refused, survey, unsafe
from workreport.publish.stage import Locked, Workspace
from workreport.publish.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What happened. The counts leave `SHA256SUMS` out; the size is that of the whole site, with it."""

    written: int
    unchanged: int
    pruned: int
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A file that belongs to the new site: what a worker tells the process which commits."""

    path: str
    digest: str
    """sha256, in lower-case hexadecimal."""
    size: int
    fresh: bool
    """Written to the stage; False where the old site's file is the same and is linked on commit."""


class Writer:
    """Writes files into a stage. A plain value: forked or pickled into a worker, it works there too."""

    def __init__(self, tree: Tree, old: Mapping[str, str], shown: str) -> None:
        self._tree = tree
        self._old = old
        self._shown = shown

    def write(self, path: str, data: bytes) -> Staged:
        """Stage one file, unless the old site has the same bytes. Raises `Refusal` when the disk does not
        take it, and ValueError (our bug) for an unsafe path or one that is there already.
        """
        check_path(path)
        digest = sha256(data).hexdigest()
        # The manifest says what was written, not what is there now: somebody may have edited the file.
        if self._old.get(path) == digest and self._tree.has_old(path, data):
            return Staged(path=path, digest=digest, size=len(data), fresh=False)
        try:
            self._tree.create(path, data)
        except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
            raise ValueError(f"the site has two files, or a file and a folder, called {path!r}") from error
        except OSError as error:
            raise refused(error, self._shown) from error
        return Staged(path=path, digest=digest, size=len(data), fresh=True)


class Stage:
    """A site in the making, beside the output. Use it as a context manager; see the module's example.

    `protected` are the folders that the site is built from, which the output must neither hold nor lie in.
    Entering raises `Refusal` for an output that is unsafe, not ours, locked by another run or not writable.

    Worker processes call `stage.writer.write(…)`, and hand what it returns to the process that entered the
    stage, which calls `record` with it. They must have ended before the block does.
    """

    writer: Writer

    def __init__(self, output: Path, protected: Iterable[Path] = ()) -> None:
        self._shown = output.as_posix()
        self._output = output
        self._protected = tuple(protected)
        self._files: dict[str, Staged] = {}
        self._taken = {MANIFEST.casefold()}  # some file systems do not tell sha256sums from SHA256SUMS
        self._folders: set[str] = set()
        self._committed = False

    def __enter__(self) -> Self:
        self._owner = os.getpid()
        try:
            if why := unsafe(self._output, self._protected):
                hint = say("name a folder that is the site's alone, for example: --output site")
                raise refusal(self._shown, OUTPUT_UNSAFE, why, hint)
            self._real = os.path.realpath(self._output)
            os.makedirs(os.path.dirname(self._real), exist_ok=True)
            self._workspace = Workspace(self._real)
        except Locked:
            raise refusal(
                self._shown,
                OUTPUT_LOCKED,
                say("another build is writing this site"),
                say("wait until it has ended, then build again"),
            ) from None
        except RecursionError:  # of os.makedirs, for a path of more parts than any system has
            raise refused(OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG)), self._shown) from None
        except OSError as error:
            raise refused(error, self._shown) from error
        try:
            self._listing, self._old = self._survey()
        except BaseException:
            self._workspace.close()
            raise
        self.writer = Writer(self._workspace.tree, self._old, self._shown)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if os.getpid() == self._owner:  # a forked worker that leaves the block must not take the stage away
            self._workspace.close()

    def write(self, path: str, data: bytes) -> None:
        """Add one file. Raises as `Writer.write`, and ValueError for a path that clashes with another."""
        self._claim(path)
        self._files[path] = self.writer.write(path, data)

    def record(self, staged: Staged) -> None:
        """Add a file that a worker has written. Raises ValueError for a path that clashes with another."""
        self._claim(staged.path)
        self._files[staged.path] = staged

    def _claim(self, path: str) -> None:
        if self._committed:
            raise ValueError("this stage has been committed")
        check_path(path)
        folders = [path[: match.start()] for match in re.finditer("/", path)]
        if path in self._taken or path in self._folders or not self._taken.isdisjoint(folders):
            raise ValueError(f"the site has two files, or a file and a folder, called {path!r}")
        self._taken.add(path)
        self._folders.update(folders)

    def commit(self) -> Published:
        """Put the new site in the place of the old one. Where nothing at all changed, touch nothing."""
        if self._committed:
            raise ValueError("this stage has been committed")
        if HOME not in self._files:
            raise ValueError(f"a site needs {HOME}")
        listing = manifest((file.path, file.digest) for file in self._files.values())
        kept = [file.path for file in self._files.values() if not file.fresh]
        written = len(self._files) - len(kept)
        size = sum(file.size for file in self._files.values()) + len(listing)
        pruned = sum(path not in self._files for path in self._old)
        self._committed = True
        if written or listing != self._listing:
            try:
                self._replace(kept, listing)
            except OSError as error:
                raise refused(error, self._shown) from error
        return Published(written=written, unchanged=len(kept), pruned=pruned, bytes=size)

    def _replace(self, kept: Iterable[str], listing: bytes) -> None:
        tree = self._workspace.tree
        for path in kept:
            tree.keep(path)
        if listing == self._listing:
            tree.keep(MANIFEST)
        else:
            tree.create(MANIFEST, listing)
        self._survey()  # once more: a build takes a while, and a file added by hand meanwhile must not go
        self._workspace.swap()

    def _survey(self) -> tuple[bytes, dict[str, str]]:
        try:
            return survey(self._real, self._shown)
        except OSError as error:
            raise refused(error, self._shown) from error
