"""Whether a published copy is the site that was built: every file against `SHA256SUMS`, in a folder or on a host.

    python build.py verify /var/www/site
    python build.py verify https://example.gov.cn/report/ --digest 9f86d0…

A folder is compared without following any link in it (the folder itself may be named by one). On a host,
only what `SHA256SUMS` lists is asked for, and only from the scheme, host and port that were named: nothing
that a page says is followed. A host cannot list its files, so files that should not be there are found in a
folder only.

`SHA256SUMS` says nothing against somebody who changes a page and the list: `--digest` does. It is the
SHA-256 of the list itself, which a good copy prints, to be kept where the host's users cannot write.

In a folder, `x.gz` and `x.br` beside a listed `x` (`package --compressed` makes them) belong to the copy
where they unpack to exactly what the list says of `x`.
"""

from __future__ import annotations

import gzip
import http.client
import importlib
import ipaddress
import os
import re
import ssl
import stat
import string
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn, cast
from urllib.error import URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from workreport.errors import Diagnostic, Refusal
from workreport.publish import _LITTER, MANIFEST, read_manifest

TIMEOUT = 10.0
"""Seconds to wait for a host: for each answer of the connection, and for each piece of a file as a whole."""

_AT_ONCE = 4  # requests
_REDIRECTS = 3  # for one file
_GIVE_UP = 5  # files in a row that the host does not answer for
_LIST_LIMIT = 8 << 20
_FILE_LIMIT = 64 << 20
_PIECE = 1 << 16
_BROTLI_PIECE = 8  # the library unpacks at once what it is given, and four bytes can stand for 16 MiB
_AGENT = "Open-Work-Report-verify"
_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_NOT_FOUND_PAGE = "404.html"
_COMPANIONS = (".gz", ".br")
_JUNCTION = 0xA0000003  # the reparse tag of a Windows junction, which `is_dir` takes for a folder
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_AGAIN = "copy it again from the built site, or build again; FTP programs must not convert line ends (binary mode)"
_REWRITTEN = "upload it again, in binary mode where it goes by FTP; where it stays so, a cache or a filter on the way rewrites it"
_NAME_HOME = "name the site's home page; the site is complete only with its SHA256SUMS"


class Copy(NamedTuple):
    """A copy that is as its list says. The counts are of the whole site, with `SHA256SUMS`, as a build prints them."""

    digests: Mapping[str, str]
    """Path to sha256, without `SHA256SUMS`."""
    files: int
    bytes: int
    digest: str
    """The sha256 of `SHA256SUMS` itself."""


def run(place: str, digest: str | None) -> int:
    """Compare the copy at `place` (a folder or an http(s) address) and print what was found. The exit code.

    An empty digest is wrong usage, as it comes from a variable that nobody set, and would check nothing.
    """
    try:
        digest = "" if digest is None else _checked(digest)
        base = _base(place) if is_address(place) else ""
    except ValueError as error:
        print(f"python build.py verify: error: {error}", file=sys.stderr)
        return 2
    try:
        copy = compare_host(base, digest, progress=_progress) if base else compare_folder(Path(place), digest)
    except Refusal as refusal:
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr)
        report(refusal, "this is not a good copy of the site")
        return 1
    print(
        f"{base or Path(place).as_posix()}: {copy.files} files, {copy.bytes:,} bytes, all as {MANIFEST} lists them; "
        f"{MANIFEST} itself has the SHA-256 {copy.digest}"
    )
    return 0


def report(refusal: Refusal, consequence: str) -> None:
    """Print all problems, their number and what follows from them."""
    print(refusal, file=sys.stderr)
    n = len(refusal.diagnostics)
    print(f"{n} problem{'s' if n > 1 else ''}; {consequence}", file=sys.stderr)


def is_address(place: str) -> bool:
    """Whether `place` is meant as an address, good or bad, and not as a folder (C:/site is a folder)."""
    return bool(re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]+:/", place))


# A folder


def compare_folder(folder: Path, digest: str = "", *, companions: bool = True) -> Copy:
    """Compare a folder with the list in it; raises `Refusal` with all that is missing, changed or extra.

    `digest`, where given, is the sha256 that the list must have. With `companions`, `x.gz` and `x.br` may
    stand beside `x`.
    """
    top, shown = os.fspath(folder), folder.as_posix()
    if not os.path.isdir(top):
        hint = "build the site first, or name the folder of the copy; an address begins with http:// or https://"
        _refuse(shown, "copy-missing", "there is no such folder", hint)
    kinds, problems = _walk(top, shown)
    try:
        if kinds.get(MANIFEST):
            raise OSError(f"it is {kinds[MANIFEST]}, not a file")
        with _open(f"{top}/{MANIFEST}") as file:
            listing = file.read(_LIST_LIMIT + 1)
    except FileNotFoundError:
        message = f"this folder has no {MANIFEST}, so there is nothing to compare it with"
        _refuse(shown, "copy-manifest", message, f"name the folder that holds {MANIFEST}, or copy the site again")
    except OSError as error:
        _refuse(f"{shown}/{MANIFEST}", "copy-manifest", f"cannot be read ({_reason(error)})", _AGAIN)
    digests, wrong = _read_list(listing, f"{shown}/{MANIFEST}", digest)
    problems += wrong
    size, unknown = len(listing), 0
    for path, expected in digests.items():
        place = f"{shown}/{path}"
        kind = kinds.get(path)
        if kind is None:
            problems.append(_missing(place, "is listed, but not there", _AGAIN))
        elif kind:
            message = f"is {kind}, not a file; it is not followed or opened"
            problems.append(_unreadable(place, message, "put the file itself there"))
        else:
            try:
                with _open(f"{top}/{path}") as file:
                    found, length = _digest(iter(partial(file.read, _PIECE), b""))
            except OSError as error:
                problems.append(_unreadable(place, f"cannot be read ({_reason(error)})", "allow reading it"))
                continue
            size += length
            if found != expected:
                problems.append(_changed(place, "is not the file that is listed", _AGAIN))
    for path in sorted(kinds.keys() - digests.keys() - {MANIFEST}):
        place = f"{shown}/{_printable(path)}"
        if path.rpartition("/")[2] in _LITTER:
            continue
        if companions and not kinds[path] and path[-3:] in _COMPANIONS and path[:-3] in digests:
            try:
                problems += _companion(top, path, place, digests[path[:-3]])
            except ModuleNotFoundError:
                unknown += 1
        else:
            message = f"is {kinds[path]} that is not listed" if kinds[path] else "is not listed"
            hint = "delete it, or keep it elsewhere: it is no part of the site"
            problems.append(Diagnostic(place, 0, 0, "copy-extra", message, hint))
    if unknown:
        message = f"{unknown} .br file{'s' if unknown > 1 else ''} cannot be compared without the brotli library"
        problems.append(_unreadable(shown, message, "install it (pip install brotli), or delete the .br files"))
    if problems:
        raise Refusal(problems)
    return Copy(digests, len(digests) + 1, size, sha256(listing).hexdigest())


def _walk(top: str, shown: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """Each path under `top` that is no folder, with what it is where it is no plain file; and what cannot be read.

    Unlike `stage.walk` it goes on after a folder that cannot be read, since all problems are to be told.
    """
    kinds: dict[str, str] = {}
    problems: list[Diagnostic] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            with os.scandir(f"{top}/{prefix}") as entries:
                for entry in entries:
                    path = f"{prefix}{entry.name}"
                    kind = _kind(entry)
                    if kind == "a folder":
                        waiting.append(f"{path}/")
                    else:
                        kinds[path] = kind
        except OSError as error:
            place = f"{shown}/{_printable(prefix)}".rstrip("/")
            problems.append(_unreadable(place, f"this folder cannot be read ({_reason(error)})", "allow reading it"))
    return kinds, problems


def _kind(entry: os.DirEntry[str]) -> str:
    """What an entry is, in words; an empty text for a plain file."""
    if entry.is_symlink():
        return "a link"
    if entry.is_dir(follow_symlinks=False):
        tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
        return "a link" if tag == _JUNCTION else "a folder"
    return "" if entry.is_file(follow_symlinks=False) else "a device or a pipe"


def _open(path: str) -> BinaryIO:
    """Open a plain file. A link is not followed, and a pipe that has just taken its place not waited for."""
    handle = os.open(path, _OPEN)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("it is not a file")
    return open(handle, "rb")


def _digest(pieces: Iterable[bytes], limit: int = sys.maxsize) -> tuple[str, int]:
    """The sha256 and the length of what `pieces` hold; ValueError for more than `limit` bytes."""
    total, length = sha256(), 0
    for piece in pieces:
        length += len(piece)
        if length > limit:
            raise ValueError("too long")
        total.update(piece)
    return total.hexdigest(), length


def _companion(top: str, path: str, place: str, expected: str) -> list[Diagnostic]:
    """What is wrong with a compressed file: it must unpack to the bytes that are listed for the file beside it.

    Raises ModuleNotFoundError for a .br where the brotli library is not installed.
    """
    original = path[:-3]
    try:
        # What unpacks to more than any file of a site is not unpacked to its end.
        with _open(f"{top}/{path}") as file:
            if path.endswith(".gz"):
                with gzip.GzipFile(fileobj=file) as packed:
                    found, _ = _digest(iter(partial(packed.read, _PIECE), b""), _FILE_LIMIT)
            else:
                found, _ = _digest(_unpacked(file), _FILE_LIMIT)
    except (gzip.BadGzipFile, EOFError, zlib.error, ValueError):
        found = ""
    except OSError as error:
        return [_unreadable(place, f"cannot be read ({_reason(error)})", "allow reading it")]
    if found == expected:
        return []
    return [
        _changed(place, f"does not unpack to the {original} that is listed", "delete it, or make the package again")
    ]


def _unpacked(file: BinaryIO) -> Iterator[bytes]:
    """The bytes in a Brotli file; ValueError where it is none, ModuleNotFoundError without the library."""
    brotli = importlib.import_module("brotli")
    unpacker = brotli.Decompressor()
    try:
        for piece in iter(partial(file.read, _BROTLI_PIECE), b""):
            yield unpacker.process(piece)
        finished = unpacker.is_finished()
    except brotli.error as error:
        raise ValueError(str(error)) from error
    if not finished:
        raise ValueError("ends too early")


# A host


class _Answer(NamedTuple):
    status: int
    body: bytes
    digest: str
    size: int


class _Failure(Exception):
    """Why a file could not be had from a host, in words. `dead`: the host did not answer at all, or not to the end."""

    def __init__(self, code: str, message: str, hint: str, *, dead: bool = False) -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint, self.dead = code, message, hint, dead

    def at(self, place: str) -> Diagnostic:
        return Diagnostic(place, 0, 0, self.code, self.message, self.hint)


def compare_host(
    address: str, digest: str = "", *, timeout: float = TIMEOUT, progress: Callable[[int, int], None] | None = None
) -> Copy:
    """Compare the site at `address` with the list on its host; raises `Refusal` with all that is missing or changed.

    Raises ValueError for what is no http(s) address. `digest` as for `compare_folder`; `progress` is called
    with the number of files compared and that of all.
    """
    base = _base(address)
    host = _Host(base, timeout)
    shown = base + MANIFEST
    try:
        answer = host.get(MANIFEST, _LIST_LIMIT, keep=True)
    except _Failure as failure:
        raise Refusal([failure.at(shown)]) from None
    if answer.status != 200:
        there = f"is not there (status {answer.status})" if answer.status in _GONE else _status(answer.status)
        hint = f"{_NAME_HOME}. Some hosts serve no file without an ending, like this one, until they are told to"
        _refuse(shown, "copy-manifest", there, hint)
    digests, problems = _read_list(answer.body, shown, digest)
    size = len(answer.body)
    done = silent = 0
    pool = ThreadPoolExecutor(_AT_ONCE)
    try:
        # In the order of the list, so that the same copy gives the same report.
        for path, result in zip(digests, pool.map(host.try_get, digests), strict=True):
            done += 1
            if isinstance(result, _Answer):
                silent = 0
                size += result.size
                problems += _judged(path, base + path, result, digests[path])
            else:
                silent = silent + 1 if result.dead else 0
                problems.append(result.at(base + path))
            if progress:
                progress(done, len(digests))
            if silent == _GIVE_UP and done < len(digests):
                message = (
                    f"the connection failed for {silent} files in a row; "
                    f"{len(digests) - done} of {len(digests)} files were not compared"
                )
                hint = "verify again later; a host may shut out who asks for many files"
                problems.append(Diagnostic(base, 0, 0, "copy-unreachable", message, hint))
                break
    finally:
        pool.shutdown(cancel_futures=True)
    if problems:
        raise Refusal(problems)
    return Copy(digests, len(digests) + 1, size, answer.digest)


def _judged(path: str, place: str, answer: _Answer, expected: str) -> list[Diagnostic]:
    if answer.digest == expected and (answer.status == 200 or (path == _NOT_FOUND_PAGE and answer.status in _GONE)):
        return []  # some hosts send the page for what is not found with the status that goes with it
    if answer.status in _GONE:
        hint = "upload it again; where it is there, the host may not serve files with this ending until it is told to"
        return [_missing(place, f"is listed, but not there (status {answer.status})", hint)]
    if answer.status != 200:
        return [_unreadable(place, _status(answer.status), "open the address in a browser, and ask who runs the host")]
    return [_changed(place, "is not the file that is listed", _REWRITTEN)]


class _Host:
    """Asks one host for files. Safe to use from several threads: every request has a connection of its own."""

    def __init__(self, base: str, timeout: float) -> None:
        self._base = base
        self._timeout = timeout
        self._origin = _origin(base)
        # Without urllib's own handlers for redirects, errors, passwords and other schemes.
        self._opener = OpenerDirector()
        self._opener.addheaders = [("User-Agent", _AGENT), ("Accept", "*/*"), ("Accept-Encoding", "identity")]
        # None: as the environment says. A proxy elsewhere cannot reach this machine.
        proxies: dict[str, str] | None = {} if _is_loopback(self._origin[1]) else None
        for handler in (ProxyHandler(proxies), HTTPHandler(), HTTPSHandler(), UnknownHandler()):
            self._opener.add_handler(handler)

    def try_get(self, path: str) -> _Answer | _Failure:
        """As `get`, with the failure for a value."""
        try:
            return self.get(path, _FILE_LIMIT)
        except _Failure as failure:
            return failure

    def get(self, path: str, limit: int, *, keep: bool = False) -> _Answer:
        """Ask for one file, again where the connection drops. Raises `_Failure`; any status is an answer.

        At most `limit` bytes are read. With `keep` the answer holds the body.
        """
        try:
            try:
                return self._follow(path, limit, keep)
            except (ConnectionResetError, ConnectionAbortedError, BrokenPipeError, http.client.IncompleteRead):
                return self._follow(path, limit, keep)
        except TimeoutError:
            message = f"the host did not answer, or sent next to nothing, for {self._timeout:g} seconds"
            raise _Failure("copy-unreadable", message, "verify again later", dead=True) from None
        except (http.client.IncompleteRead, http.client.RemoteDisconnected):
            message = "the host broke the connection off before the end of the file, twice"
            raise _Failure("copy-unreadable", message, "verify again later", dead=True) from None
        except http.client.HTTPException as error:
            message = f"the answer cannot be understood ({type(error).__name__})"
            hint = "see that the address is that of a web server, with its right scheme and port"
            raise _Failure("copy-unreadable", message, hint, dead=True) from None
        except ssl.SSLCertVerificationError as error:
            message = f"the host's certificate is not trusted ({_printable(error.verify_message)})"
            hint = (
                "see that the name in the address is the certificate's; SSL_CERT_FILE=FILE trusts an issuer of your own"
            )
            raise _Failure("copy-unreadable", message, hint, dead=True) from None
        except ssl.SSLError as error:
            message = f"no secure connection could be made ({_printable(error.reason or str(error))})"
            hint = "see that this port is for https; where it is for http, write http://"
            raise _Failure("copy-unreadable", message, hint, dead=True) from None
        except OSError as error:
            message = f"the connection failed ({_reason(error)})"
            hint = "see that the address is right and the host is up, then verify again"
            raise _Failure("copy-unreadable", message, hint, dead=True) from None

    def _follow(self, path: str, limit: int, keep: bool) -> _Answer:
        url = self._base + path
        read = (200, *_GONE) if path == _NOT_FOUND_PAGE else (200,)
        for _ in range(_REDIRECTS + 1):
            with closing(self._send(url)) as response:
                moved = response.getheader("Location") if response.status in _MOVED else None
                if moved is None and response.status not in read:
                    return _Answer(response.status, b"", "", 0)
                if moved is None:
                    return self._read(response, limit, keep)
            url = self._moved(url, moved)
        message = f"the host redirects more than {_REDIRECTS} times"
        raise _Failure("copy-redirected", message, "let the host serve the file at its own address")

    def _send(self, url: str) -> http.client.HTTPResponse:
        try:
            return cast(http.client.HTTPResponse, self._opener.open(Request(url), timeout=self._timeout))
        except URLError as error:
            raise error.reason if isinstance(error.reason, OSError) else OSError(str(error.reason)) from None

    def _moved(self, url: str, location: str) -> str:
        """Where a redirect leads; `_Failure` for another scheme, host or port."""
        try:
            target = urldefrag(urljoin(url, quote(location, safe=string.punctuation, encoding="iso-8859-1"))).url
            inside = _origin(target) == self._origin
        except ValueError:
            target, inside = location, False
        if not inside:
            message = f"the host redirects this elsewhere, to {_printable(target)[:200]}"
            hint = "verify the address that it redirects to, or let the host serve the file at its own address"
            raise _Failure("copy-redirected", message, hint)
        return target

    def _read(self, response: http.client.HTTPResponse, limit: int, keep: bool) -> _Answer:
        coding = response.getheader("Content-Encoding", "identity").strip().lower()
        if coding not in ("", "identity"):
            message = f"the host sends this packed ({_printable(coding)[:20]}) to who asks for the plain file"
            raise _Failure("copy-unreadable", message, "let the host pack files only for who accepts that")
        kept = bytearray()
        total, size, length = sha256(), 0, response.length
        started = time.monotonic()
        while size <= limit and (length is None or length <= limit):
            piece = response.read1(_PIECE)
            if not piece:
                if length is not None and size < length:  # read1 does not say so itself
                    raise http.client.IncompleteRead(b"")
                return _Answer(response.status, bytes(kept), total.hexdigest(), size)
            size += len(piece)
            total.update(piece)
            if keep:
                kept += piece
            # The connection's own time-out starts anew with every byte.
            if time.monotonic() - started > self._timeout * (1 + size // _PIECE):
                raise TimeoutError
        message = f"is longer than {limit >> 20} MiB, which no file of a site is"
        raise _Failure("copy-unreadable", message, "see what the host sends in place of the file")


def _base(address: str) -> str:
    """The address of the folder that holds the site, with a slash at its end; ValueError, in words, for no address."""
    if not address.isprintable() or any(c in address for c in ' "<>\\^`{|}'):
        raise ValueError("the address has characters that no address has")
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else ""
        six = "" if host else str(ipaddress.IPv6Address(parts.hostname or ""))
    except ValueError:
        raise ValueError(f"not an address: {_printable(address)}") from None
    if parts.scheme not in _PORTS:
        raise ValueError("the address must begin with http:// or https://; a folder is named by its path")
    if parts.username is not None or parts.password is not None:
        raise ValueError("the address must not hold a user name or a password")
    if "?" in address or "#" in address:
        raise ValueError("the address must not have a ? or a #: name the site's home page")
    if port == 0 or not (six or re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?", host)):
        raise ValueError(f"not an address: {_printable(address)}")
    place = f"[{six}]" if six else host
    if port is not None and port != _PORTS[parts.scheme]:
        place += f":{port}"
    path = quote(parts.path, safe=string.punctuation)
    path = path.removesuffix("index.html") if path.endswith("/index.html") else path
    return f"{parts.scheme}://{place}{path.rstrip('/')}/"


def _origin(url: str) -> tuple[str, str, int]:
    """(scheme, host, port); ValueError where there is none."""
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
        raise ValueError(f"not an address: {url}")
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


# For both


def _checked(digest: str) -> str:
    digest = digest.strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise ValueError("argument --digest: must be a SHA-256, which is 64 hexadecimal digits")
    return digest


def _read_list(listing: bytes, shown: str, digest: str) -> tuple[dict[str, str], list[Diagnostic]]:
    """What `SHA256SUMS` lists, and what is wrong with it short of being useless; `Refusal` for a useless one."""
    problems = []
    found = sha256(listing).hexdigest()
    if digest and found != digest:
        message = f"is not the list that is expected: its SHA-256 is {found}"
        hint = "find out who put this copy there: it is of another build, or its list was changed"
        problems.append(Diagnostic(shown, 0, 0, "copy-digest", message, hint))
    try:
        if len(listing) > _LIST_LIMIT:
            raise ValueError(f"longer than {_LIST_LIMIT >> 20} MiB, which no list of a site is")
        return read_manifest(listing), problems
    except ValueError as error:
        problems.append(Diagnostic(shown, 0, 0, "copy-manifest", str(error), _NAME_HOME))
        raise Refusal(problems) from None


def _missing(place: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(place, 0, 0, "copy-missing", message, hint)


def _changed(place: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(place, 0, 0, "copy-changed", message, hint)


def _unreadable(place: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(place, 0, 0, "copy-unreadable", message, hint)


def _refuse(place: str, code: str, message: str, hint: str) -> NoReturn:
    raise Refusal([Diagnostic(place, 0, 0, code, message, hint)]) from None


def _status(status: int) -> str:
    """A status in words, with our own phrase for it and not the host's."""
    return f"the host answers with status {status} ({http.client.responses.get(status, 'unknown')})"


def _reason(error: OSError) -> str:
    return _printable(error.strerror or str(error) or type(error).__name__)


def _printable(text: str) -> str:
    """`text` with whatever could act on a terminal, or cannot be encoded, spelled out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        text = f"\r{done} of {total} files …" if done < total else "\r\x1b[K"
        print(text, end="", file=sys.stderr, flush=True)
