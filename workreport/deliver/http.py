"""A web server that is asked for files, politely and without trust.

It is asked only at the scheme, host and port that were named: nothing that a page says is followed. No answer is read
further than a file of a site can be long, or waited for where next to nothing comes.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import re
import socket
import ssl
import string
import threading
import time
from contextlib import closing
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from urllib.error import URLError
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from workreport.deliver.listing import COPY_UNREADABLE, FILE_LIMIT, PIECE, printable, reason
from workreport.diagnostics import Code, Diagnostic

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

COPY_REDIRECTED = Code("copy-redirected", "The host sends elsewhere for a file.")

TIMEOUT = 10.0
"""Seconds to wait for a host: for each answer of the connection, and for each piece of a file as a whole."""

_REDIRECTS = 3  # for one file
_AGENT = "Open-Work-Report-verify"
_PORTS = {"http": 80, "https": 443}
_MOVED = (301, 302, 303, 307, 308)
GONE = (404, 410)
_BUSY = (429, 503)  # the host asks to be left alone
NOT_FOUND_PAGE = "404.html"


class Answer(NamedTuple):
    status: int
    body: bytes
    digest: str
    size: int


class Failure(Exception):
    """Why a file could not be had from a host, in words. `dead`: the host did not answer at all, or not to the end."""

    def __init__(self, code: Code, message: str, hint: str, *, dead: bool = False) -> None:
        super().__init__(code, message, hint)
        self.code, self.message, self.hint, self.dead = code, message, hint, dead

    def at(self, place: str) -> Diagnostic:
        return Diagnostic(path=place, code=self.code, message=self.message, hint=self.hint)


class _Paced(io.RawIOBase):
    """What comes over a connection, while enough of it comes and not too much.

    The connection's own time-out starts anew with every byte, and what is no part of the file (headers, answers
    that announce another, what follows the last chunk) would otherwise be read for as long as a host sends it.
    """

    def __init__(self, raw: io.RawIOBase, timeout: float) -> None:
        self._raw = raw
        self._timeout = timeout
        self._all = 0
        self.restart()

    def restart(self) -> None:
        """Wait for the next part, the file after the headers, as long as for the first."""
        self._size, self._started = 0, time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        count = self._raw.readinto(buffer)
        if count:
            self._size += count
            self._all += count
            if time.monotonic() - self._started > self._timeout * (1 + self._size // PIECE):
                raise TimeoutError
            if self._all > 2 * FILE_LIMIT:  # twice, since chunks and headers take some
                raise _too_long(FILE_LIMIT)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Response(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *arguments: Any, **named: Any) -> None:
        super().__init__(sock, *arguments, **named)
        self._paced = _Paced(self.fp.detach(), sock.gettimeout() or TIMEOUT)
        self.fp = io.BufferedReader(self._paced)

    def begin(self) -> None:
        super().begin()
        self._paced.restart()


class _Plain(http.client.HTTPConnection):
    response_class = _Response


class _Secure(http.client.HTTPSConnection):
    response_class = _Response


class _PlainHandler(HTTPHandler):
    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_Plain, req)


class _SecureHandler(HTTPSHandler):
    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(_Secure, req)


class Host:
    """Asks one host for files. Safe to use from several threads: every request has a connection of its own."""

    def __init__(self, base: str, timeout: float) -> None:
        self._base = base
        self._timeout = timeout
        self._origin = _origin(base)
        self._ended = threading.Event()
        # Without urllib's own handlers for redirects, errors, passwords and other schemes.
        self._opener = OpenerDirector()
        self._opener.addheaders = [("User-Agent", _AGENT), ("Accept", "*/*"), ("Accept-Encoding", "identity")]
        # None: as the environment says. A proxy elsewhere cannot reach this machine.
        proxies: dict[str, str] | None = {} if _is_loopback(self._origin[1]) else None
        for handler in (ProxyHandler(proxies), _PlainHandler(), _SecureHandler(), UnknownHandler()):
            self._opener.add_handler(handler)

    def end(self) -> None:
        """Break off what other threads are reading."""
        self._ended.set()

    def try_get(self, path: str) -> Answer | Failure:
        """As `get`, with the failure for a value."""
        try:
            return self.get(path, FILE_LIMIT)
        except Failure as failure:
            return failure

    def get(self, path: str, limit: int, *, keep: bool = False) -> Answer:
        """Ask for one file, again where the connection drops. Raises `Failure`; any status is an answer.

        At most `limit` bytes are read. With `keep` the answer holds the body.
        """
        try:
            try:
                answer = self._follow(path, limit, keep)
            except (ConnectionResetError, ConnectionAbortedError, BrokenPipeError, http.client.IncompleteRead):
                answer = self._follow(path, limit, keep)
            if answer.status in _BUSY:
                hint = "verify again later; a host may shut out who asks for many files"
                raise Failure(COPY_UNREADABLE, status(answer.status), hint, dead=True)
            return answer
        except TimeoutError:
            message = f"the host did not answer, or sent next to nothing, for {self._timeout:g} seconds"
            raise Failure(COPY_UNREADABLE, message, "verify again later", dead=True) from None
        except (http.client.IncompleteRead, http.client.RemoteDisconnected):
            message = "the host broke the connection off before the end of the file, twice"
            raise Failure(COPY_UNREADABLE, message, "verify again later", dead=True) from None
        except http.client.HTTPException as error:
            message = f"the answer cannot be understood ({type(error).__name__})"
            hint = "see that the address is that of a web server, with its right scheme and port"
            raise Failure(COPY_UNREADABLE, message, hint, dead=True) from None
        except ssl.SSLCertVerificationError as error:
            message = f"the host's certificate is not trusted ({printable(error.verify_message).rstrip('.')})"
            hint = (
                "no file was read, since anyone could have answered: renew the certificate, or name the address that "
                "it is made for; that of an authority of your own goes into the environment variable SSL_CERT_FILE"
            )
            raise Failure(COPY_UNREADABLE, message, hint, dead=True) from None
        except ssl.SSLError as error:
            message = f"no HTTPS connection could be made ({printable(error.reason or str(error))})"
            hint = "see whether the host answers to https:// on this port, or only to http://"
            raise Failure(COPY_UNREADABLE, message, hint, dead=True) from None
        except OSError as error:
            message = f"the connection failed ({reason(error)})"
            hint = "see that the address is right and the host is up, then verify again"
            raise Failure(COPY_UNREADABLE, message, hint, dead=True) from None

    def _follow(self, path: str, limit: int, keep: bool) -> Answer:
        url = self._base + path
        read = (200, *GONE) if path == NOT_FOUND_PAGE else (200,)
        for _ in range(_REDIRECTS + 1):
            with closing(self._send(url)) as response:
                moved = response.getheader("Location") if response.status in _MOVED else None
                if moved is None and response.status not in read:
                    return Answer(response.status, b"", "", 0)
                if moved is None:
                    return self._read(response, limit, keep)
            url = self._moved(url, moved)
        message = f"the host redirects more than {_REDIRECTS} times"
        raise Failure(COPY_REDIRECTED, message, "let the host serve the file at its own address")

    def _send(self, url: str) -> http.client.HTTPResponse:
        try:
            return cast(http.client.HTTPResponse, self._opener.open(Request(url), timeout=self._timeout))
        except URLError as error:
            raise error.reason if isinstance(error.reason, OSError) else OSError(str(error.reason)) from None

    def _moved(self, url: str, location: str) -> str:
        """Where a redirect leads; `Failure` for another scheme, host or port."""
        try:
            target = urldefrag(urljoin(url, quote(location, safe=string.punctuation, encoding="iso-8859-1"))).url
            inside = _origin(target) == self._origin
        except ValueError:
            target, inside = location, False
        if not inside:
            message = f"the host redirects this elsewhere, to {printable(target)[:200]}"
            hint = "verify the address that it redirects to, or let the host serve the file at its own address"
            raise Failure(COPY_REDIRECTED, message, hint)
        return target

    def _read(self, response: http.client.HTTPResponse, limit: int, keep: bool) -> Answer:
        coding = response.getheader("Content-Encoding", "identity").strip().lower()
        if coding not in ("", "identity"):
            message = f"the host sends this packed ({printable(coding)[:20]}) to who asks for the plain file"
            raise Failure(COPY_UNREADABLE, message, "let the host pack files only for who accepts that")
        kept = bytearray()
        total, size, length = sha256(), 0, response.length
        while size <= limit and (length is None or length <= limit):
            piece = response.read1(PIECE)
            if not piece:
                if length is not None and size < length:  # read1 does not say so itself
                    raise http.client.IncompleteRead(b"")
                return Answer(response.status, bytes(kept), total.hexdigest(), size)
            size += len(piece)
            total.update(piece)
            if keep:
                kept += piece
            if self._ended.is_set():
                raise TimeoutError  # nobody waits for it any more
        raise _too_long(limit)


def _too_long(limit: int) -> Failure:
    message = f"is longer than {limit >> 20} MiB, which no file of a site is"
    return Failure(COPY_UNREADABLE, message, "see what the host sends in place of the file")


def base_address(address: str) -> str:
    """The address of the folder that holds the site, with a slash at its end; ValueError, in words, for no address."""
    if not address.isprintable() or any(c in address for c in ' "<>\\^`{|}'):
        raise ValueError("the address has characters that no address has")
    try:
        parts = urlsplit(address)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if ":" not in (parts.hostname or "") else ""
        six = "" if host else str(ipaddress.IPv6Address(parts.hostname or ""))
    except ValueError:
        raise ValueError(f"not an address: {printable(address)}") from None
    if parts.scheme not in _PORTS:
        raise ValueError("the address must begin with http:// or https://; a folder is named by its path")
    if parts.username is not None or parts.password is not None:
        raise ValueError("the address must not hold a user name or a password")
    if "?" in address or "#" in address:
        raise ValueError("the address must not have a ? or a #: name the site's home page")
    if port == 0 or not (six or re.fullmatch(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?", host)):
        raise ValueError(f"not an address: {printable(address)}")
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


def status(status: int) -> str:
    """A status in words, with our own phrase for it and not the host's."""
    return f"the host answers with status {status} ({http.client.responses.get(status, 'unknown')})"
