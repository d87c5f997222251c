"""The output folder as it is before a build: whether it may be replaced, and why not, in words.

A folder is taken for ours, and so for one that may be replaced, when it is empty, or when it holds a `SHA256SUMS` of the
form that `manifest` writes (sorted, safe paths, an `index.html` among them) and no file which that does not list.
Where a power cut tore the list, the files after its last whole line need only be where a site may have some. Anything
else is refused: replacing it would delete somebody's work.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from workreport.diagnostics import NOTHING, Code, Message, Refusal, listed, refusal, say
from workreport.publish.manifest import HOME, MANIFEST, is_path, is_torn, read_manifest, read_torn
from workreport.publish.tree import exists, read, walk

OUTPUT_UNSAFE = Code("output-unsafe", say("The output folder is one that must not be replaced."))
OUTPUT_LOCKED = Code("output-locked", say("Another build is writing the site."))
OUTPUT_FOREIGN = Code("output-foreign", say("The output folder holds what no build wrote."))
OUTPUT_FULL = Code("output-full", say("The disk is full."))
OUTPUT_BUSY = Code("output-busy", say("A program holds the output folder open."))
OUTPUT_READONLY = Code("output-readonly", say("The output folder may not be written to."))
OUTPUT_FAILED = Code("output-failed", say("Writing the output failed."))


LITTER = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""Files that file managers leave, nobody's work."""
_NAMED = 5
"""Of the files that should not be there, so many are named."""
_HELD = (5, 32, 33)  # Windows: access denied (to a folder in use), sharing violation, lock violation
_MOVE = say("move the folder's files elsewhere, or name another folder with --output")


def survey(output: str, shown: str) -> tuple[bytes, dict[str, str]]:
    """The old manifest and the digests of the files it lists that are there; Refusal where not ours."""
    if not exists(output):
        return b"", {}
    plain = {path: is_file for path, is_file in walk(output) if path.rpartition("/")[2] not in LITTER}
    if not plain:
        return b"", {}
    if not plain.get(MANIFEST):
        message = say("this folder is not empty and has no {list}: this program did not make it", list=MANIFEST)
        raise refusal(shown, OUTPUT_FOREIGN, message, _MOVE)
    listing = read(f"{output}/{MANIFEST}")
    torn = is_torn(listing) and bool(plain.get(HOME))
    try:
        digests = read_torn(listing) if torn else read_manifest(listing)
    except ValueError as error:
        message = say("{why}: this program did not make this folder", why=error.args[0])
        raise refusal(shown, OUTPUT_FOREIGN, message, _MOVE) from None
    extra = sorted(plain.keys() - digests.keys() - {MANIFEST})
    extra = [path for path in extra if not path.endswith("/")]  # a folder emptied by hand
    if torn:
        last = max(digests, default="")
        extra = [path for path in extra if path < last or not plain[path] or not is_path(path)]
    if extra:
        names = listed(path.encode("utf-8", "backslashreplace").decode("utf-8") for path in extra[:_NAMED])
        more = len(extra) - _NAMED
        raise refusal(
            shown,
            OUTPUT_FOREIGN,
            say("this folder holds files that no build wrote: {names} and {more} more", names=names, more=more)
            if more > 0
            else say("this folder holds files that no build wrote: {names}", names=names),
            say("move them elsewhere; what the site should publish belongs in the folders that it is built from"),
        )
    return listing, {path: digest for path, digest in digests.items() if plain.get(path)}


def unsafe(output: Path, protected: Iterable[Path]) -> Message:
    """Why `output` must not be replaced whatever it holds; `NOTHING` where it may be."""
    if os.path.islink(output) or getattr(os.path, "isjunction", os.path.islink)(output):
        return say("this is a link, which a site cannot replace")
    if os.path.lexists(output) and not os.path.isdir(output):
        return say("this is a file, not a folder")
    if os.path.ismount(output):
        return say("this is the root of a file system")
    key, *above = _keys(output)
    if key in _keys(Path.cwd()):
        return say("this is the current folder, or one that holds it")
    for folder in protected:
        if key in _keys(folder):
            return say("this folder is or holds “{folder}”, which the site is built from", folder=folder.as_posix())
        if _keys(folder)[0] in above:
            return say("this folder lies in “{folder}”, which the site is built from", folder=folder.as_posix())
    return NOTHING


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


def refused(error: OSError, shown: str) -> Refusal:
    """What the system would not do, in words that a webmaster can act on."""
    name = errno.errorcode.get(error.errno or 0, "")
    if name in ("ENOSPC", "EDQUOT"):
        code, what, hint = OUTPUT_FULL, say("the disk is full"), say("free some space, then build again")
    elif name in ("EBUSY", "ETXTBSY") or getattr(error, "winerror", None) in _HELD:
        code, what = OUTPUT_BUSY, say("a program holds this folder or a file in it open")
        hint = say("close what uses the folder and build again; instead of a mount point name a folder in it")
    elif name in ("EACCES", "EPERM", "EROFS"):
        code, what = OUTPUT_READONLY, say("this folder, or the one it lies in, may not be written to")
        hint = say("allow writing there, or name another folder with --output")
    else:
        code, what = OUTPUT_FAILED, say("writing failed ({why})", why=error.strerror or error)
        hint = say("build again, or name a folder on another disk with --output")
    return refusal(shown, code, say("{what}; the site is as it was before", what=what), hint)
