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

An output folder is taken for ours, and so for one that may be replaced, when it is empty, or when it
holds a `SHA256SUMS` of the form that this module writes (sorted, safe paths, an `index.html` among them)
and no file which that does not list. Anything else is refused: replacing it would delete somebody's work.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from workreport.diagnostics import Code, Diagnostic, Refusal
from workreport.filenames import is_device
from workreport.publish.stage import Locked, Tree, Workspace, exists, read, walk

OUTPUT_UNSAFE = Code("output-unsafe", "The output folder is one that must not be replaced.")
OUTPUT_LOCKED = Code("output-locked", "Another build is writing the site.")
OUTPUT_FOREIGN = Code("output-foreign", "The output folder holds what no build wrote.")
OUTPUT_FULL = Code("output-full", "The disk is full.")
OUTPUT_BUSY = Code("output-busy", "A program holds the output folder open.")
OUTPUT_READONLY = Code("output-readonly", "The output folder may not be written to.")
OUTPUT_FAILED = Code("output-failed", "Writing the output failed.")

MANIFEST = "SHA256SUMS"
"""The path of the list of all other files, in the form that `sha256sum -c` reads."""

HOME = "index.html"
"""The one file that every site has, and a folder of somebody's downloads with checksums has not."""

_SEGMENT = "[a-z0-9-](?:[a-z0-9._-]{0,62}[a-z0-9_-])?"
_PATH = re.compile(f"{_SEGMENT}(?:/{_SEGMENT})*")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})  # left by file managers, nobody's work
_NAMED = 5  # of the files that should not be there, so many are named
_HELD = (5, 32, 33)  # Windows: access denied (to a folder in use), sharing violation, lock violation

_ELSEWHERE = "name a folder that is the site's alone, for example: --output site"
_MOVE = "move the folder's files elsewhere, or name another folder with --output"


class Published(NamedTuple):
    """What happened. The counts leave `SHA256SUMS` out; the size is that of the whole site, with it."""

    written: int
    unchanged: int
    pruned: int
    bytes: int


class Staged(NamedTuple):
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
            return Staged(path, digest, len(data), False)
        try:
            self._tree.create(path, data)
        except (FileExistsError, IsADirectoryError, NotADirectoryError) as error:
            raise ValueError(f"the site has two files, or a file and a folder, called {path!r}") from error
        except OSError as error:
            raise _refused(error, self._shown) from error
        return Staged(path, digest, len(data), True)


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
            unsafe = _unsafe(self._output, self._protected)
            if unsafe:
                raise _refusal(self._shown, OUTPUT_UNSAFE, unsafe, _ELSEWHERE)
            self._real = os.path.realpath(self._output)
            os.makedirs(os.path.dirname(self._real), exist_ok=True)
            self._workspace = Workspace(self._real)
        except Locked:
            raise _refusal(
                self._shown,
                OUTPUT_LOCKED,
                "another build is writing this site",
                "wait until it has ended, then build again",
            ) from None
        except OSError as error:
            raise _refused(error, self._shown) from error
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
                raise _refused(error, self._shown) from error
        return Published(written, len(kept), pruned, size)

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
            return _survey(self._real, self._shown)
        except OSError as error:
            raise _refused(error, self._shown) from error


def publish(
    output: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]], protected: Iterable[Path] = ()
) -> Published:
    """Publish all `files` (path, bytes) to `output` in one go. Raises as `Stage` does."""
    with Stage(output, protected) as stage:
        for path, data in files.items() if isinstance(files, Mapping) else files:
            stage.write(path, data)
        return stage.commit()


def manifest(digests: Iterable[tuple[str, str]]) -> bytes:
    """The text of `SHA256SUMS` for (path, sha256) pairs."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests)).encode("ascii")


def read_manifest(text: bytes) -> dict[str, str]:
    """Path to sha256, from a `SHA256SUMS` that `manifest` wrote; ValueError, in words, for any other."""
    digests: dict[str, str] = {}
    before = ""
    *lines, rest = text.decode("ascii", "replace").split("\n")
    for number, line in enumerate([*lines, rest] if rest else lines, 1):
        match = _LINE.fullmatch(line)
        path = match[2] if match else ""
        if match is None or not _PATH.fullmatch(path) or path <= before or number > len(lines):
            raise ValueError(f"line {number} of {MANIFEST} is not as this program writes it")
        digests[path] = match[1]
        before = path
    if HOME not in digests:
        raise ValueError(f"{MANIFEST} does not list {HOME}")
    return digests


def check_path(path: str) -> None:
    """Raise ValueError unless `path` works on every file system and host: lower-case ASCII, relative, and no name
    that Windows takes for a device or changes.
    """
    if not _PATH.fullmatch(path) or any(map(is_device, path.split("/"))):
        raise ValueError(f"not a path for the site: {path!r}")


def _survey(output: str, shown: str) -> tuple[bytes, dict[str, str]]:
    """The old manifest and the digests of the files it lists that are there; Refusal where not ours."""
    if not exists(output):
        return b"", {}
    plain = {path: is_file for path, is_file in walk(output) if path.rpartition("/")[2] not in LITTER}
    if not plain:
        return b"", {}
    if not plain.get(MANIFEST):
        message = f"this folder is not empty and has no {MANIFEST}: this program did not make it"
        raise _refusal(shown, OUTPUT_FOREIGN, message, _MOVE)
    listing = read(f"{output}/{MANIFEST}")
    try:
        digests = read_manifest(listing)
    except ValueError as error:
        message = f"{error}: this program did not make this folder"
        raise _refusal(shown, OUTPUT_FOREIGN, message, _MOVE) from None
    extra = sorted(plain.keys() - digests.keys() - {MANIFEST})
    extra = [path for path in extra if not path.endswith("/")]  # a folder emptied by hand
    if extra:
        named = ", ".join(extra[:_NAMED]).encode("utf-8", "backslashreplace").decode("utf-8")
        more = f" and {len(extra) - _NAMED} more" if len(extra) > _NAMED else ""
        raise _refusal(
            shown,
            OUTPUT_FOREIGN,
            f"this folder holds files that no build wrote: {named}{more}",
            "move them elsewhere; what the site should publish belongs in the folders that it is built from",
        )
    return listing, {path: digest for path, digest in digests.items() if plain.get(path)}


def _unsafe(output: Path, protected: Iterable[Path]) -> str:
    """Why `output` must not be replaced whatever it holds, in words; an empty text where it may be."""
    if os.path.islink(output) or getattr(os.path, "isjunction", os.path.islink)(output):
        return "this is a link, which a site cannot replace"
    if os.path.lexists(output) and not os.path.isdir(output):
        return "this is a file, not a folder"
    if os.path.ismount(output):
        return "this is the root of a file system"
    key, *above = _keys(output)
    if key in _keys(Path.cwd()):
        return "this is the current folder, or one that holds it"
    for folder in protected:
        if key in _keys(folder):
            return f"this folder is or holds “{folder.as_posix()}”, which the site is built from"
        if _keys(folder)[0] in above:
            return f"this folder lies in “{folder.as_posix()}”, which the site is built from"
    return ""


def _keys(path: Path) -> list[object]:
    """What tells `path`, and then each folder above it, from all others, however they are spelled."""
    real = Path(os.path.realpath(path))
    keys: list[object] = []
    for place in (real, *real.parents):
        try:
            status = os.stat(place)
            keys.append((status.st_dev, status.st_ino))
        except OSError:
            keys.append(str(place))
    return keys


def _refused(error: OSError, shown: str) -> Refusal:
    """What the system would not do, in words that a webmaster can act on."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name in ("ENOSPC", "EDQUOT"):
        code, what, hint = OUTPUT_FULL, "the disk is full", "free some space, then build again"
    elif name in ("EBUSY", "ETXTBSY") or getattr(error, "winerror", None) in _HELD:
        code, what = OUTPUT_BUSY, "a program holds this folder or a file in it open"
        hint = "close what uses the folder and build again; instead of a mount point name a folder in it"
    elif name in ("EACCES", "EPERM", "EROFS"):
        code, what = OUTPUT_READONLY, "this folder, or the one it lies in, may not be written to"
        hint = "allow writing there, or name another folder with --output"
    else:
        code, what = OUTPUT_FAILED, f"writing failed ({error.strerror or error})"
        hint = "build again, or name a folder on another disk with --output"
    return _refusal(shown, code, f"{what}; the site is as it was before", hint)


def _refusal(shown: str, code: Code, message: str, hint: str) -> Refusal:
    return Refusal([Diagnostic(path=shown, code=code, message=message, hint=hint)])
