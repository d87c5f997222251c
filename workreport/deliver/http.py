"""A web server that is asked for files, politely and without trust.

It is asked only at the scheme, host and port that were named: nothing that a page says is followed. No answer is read
further than a file of a site can be long, or waited for where next to nothing comes.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Self

import httpx

from workreport.deliver.address import is_loopback, moved
from workreport.deliver.listing import COPY_UNREADABLE, FILE_LIMIT, PIECE, printable, reason
from workreport.deliver.packed import PACKINGS, unpacker
from workreport.diagnostics import Code, Diagnostic, Message, say
from workreport.filenames import is_text

COPY_REDIRECTED = Code("copy-redirected", say("The host sends elsewhere for a file."))

TIMEOUT = 10.0
"""Seconds to wait for a host: for each connection with the head of its answer, and for each `PIECE` of a file."""
GONE = (404, 410)
NOT_FOUND_PAGE = "404.html"

_AT_ONCE = 4  # requests
_REDIRECTS = 3  # for one file
_HEADERS = {"User-Agent": "Open-Work-Report-verify", "Accept": "*/*"}
_PLAIN = ("identity",)
_LOCATION = "location"
_MOVED = (301, 302, 303, 307, 308)
_BUSY = (429, 503)  # the host asks to be left alone
LATER = say("verify again later; a host may shut out whoever asks for many files")
_SERVE = say("let the host serve the file at its own address")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host sent for a file; `body` only where it was to be kept."""

    status: int
    body: bytes = b""
    digest: str = ""
    """sha256 of the file unpacked, in lower-case hexadecimal; "" where it is none, as the status or the packing says."""
    size: int = 0
    coding: str = ""
    """How it was packed; "" where it was not."""
    packed: tuple[Answer, ...] = ()
    """What the host sends to those who accept packed files, where that is something else."""


class Failure(Exception):
    """Why a file could not be had from a host, in words. `dead`: the host did not answer at all, or not to the end."""

    def __init__(self, message: Message, hint: Message, *, code: Code = COPY_UNREADABLE, dead: bool = False) -> None:
        super().__init__(message, hint)
        self.code, self.message, self.hint, self.dead = code, message, hint, dead

    def at(self, place: str) -> Diagnostic:
        return Diagnostic(path=place, code=self.code, message=self.message, hint=self.hint)


class Host:
    """Asks one host for files, a few at once. An asynchronous context manager."""

    def __init__(self, base: str, timeout: float) -> None:
        """Raises `Failure` where the environment names a proxy that cannot be used."""
        self._base = base
        self._timeout = timeout
        self._turn = asyncio.Semaphore(_AT_ONCE)
        try:
            self._client = httpx.AsyncClient(
                headers=_HEADERS,
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                timeout=None,  # a time-out that starts anew with every byte is none: `_follow` has its own
                verify=ssl.create_default_context(),  # the system's authorities, and SSL_CERT_FILE
                trust_env=not is_loopback(base),
                event_hooks={"response": [_keep_location]},
            )
        except (ImportError, ValueError) as error:
            hint = say("see the environment variables http_proxy, https_proxy and all_proxy")
            raise Failure(say("the proxy cannot be used ({why})", why=printable(str(error))), hint) from None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._client.aclose()

    async def try_get(self, path: str) -> Answer | Failure:
        """As `get`, in every form that readers are sent; with the failure for a value, when its turn has come.

        A host that packs nothing for a browser is asked once; one that does, for the plain file too, and where it sends
        Brotli for gzip: each may be a file of its own, and old.
        """
        async with self._turn:
            try:
                if not is_text(path):
                    return await self.get(path, FILE_LIMIT)
                packed = [await self.get(path, FILE_LIMIT, accept=PACKINGS)]
                if not packed[0].coding:
                    return packed[0]
                if packed[0].coding != "gzip":
                    packed.append(await self.get(path, FILE_LIMIT, accept=("gzip",)))
                plain = await self.get(path, FILE_LIMIT)
                return replace(plain, packed=tuple(answer for answer in packed if answer.coding))
            except Failure as failure:
                return failure

    async def get(self, path: str, limit: int, *, keep: bool = False, accept: tuple[str, ...] = _PLAIN) -> Answer:
        """Ask for one file, again where the connection drops. Raises `Failure`; any status is an answer.

        At most `limit` bytes are read, packed or not. With `keep` the answer holds the body; `accept` are the packings
        that it may come in.
        """
        try:
            try:
                answer = await self._follow(path, limit, keep, accept)
            except (httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
                answer = await self._follow(path, limit, keep, accept)
        except TimeoutError:
            message = say(
                "the host did not answer, or sent next to nothing, for {seconds:g} seconds", seconds=self._timeout
            )
            raise Failure(message, say("verify again later"), dead=True) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise _failed(error) from None
        if answer.status in _BUSY:
            raise Failure(status(answer.status), LATER, dead=True)
        return answer

    async def _follow(self, path: str, limit: int, keep: bool, accept: tuple[str, ...]) -> Answer:
        url = self._base + path
        headers = {"Accept-Encoding": ", ".join(accept)}
        read = (200, *GONE) if path == NOT_FOUND_PAGE else (200,)
        for _ in range(_REDIRECTS + 1):
            async with (
                asyncio.timeout(self._timeout) as deadline,
                self._client.stream("GET", url, headers=headers) as response,
            ):
                location = response.extensions[_LOCATION] if response.status_code in _MOVED else None
                if location is None:
                    if response.status_code not in read:
                        return Answer(status=response.status_code)
                    return await self._read(response, limit, keep, accept, deadline)
            try:
                url = moved(url, location)
            except ValueError as error:
                target = printable(str(error))[:200]
                message = say("the host redirects this elsewhere, to {target}", target=target)
                hint = say("verify the address that it redirects to, or let the host serve the file at its own address")
                raise Failure(message, hint, code=COPY_REDIRECTED) from None
        message = say("the host redirects more than {n} times", n=_REDIRECTS)
        raise Failure(message, _SERVE, code=COPY_REDIRECTED)

    async def _read(
        self, response: httpx.Response, limit: int, keep: bool, accept: tuple[str, ...], deadline: asyncio.Timeout
    ) -> Answer:
        coding = response.headers.get("Content-Encoding", "").strip().lower()
        coding = "" if coding == "identity" else "gzip" if coding == "x-gzip" else coding
        if coding and coding not in accept:
            coding = printable(coding)[:20]
            message = say("the host sends this packed ({coding}) to whoever asks for the plain file", coding=coding)
            if accept != _PLAIN:
                message = say("the host sends this packed ({coding}), as nobody asked for it", coding=coding)
            raise Failure(message, say("let the host pack files only for whoever accepts that"))
        body = _Body(limit, keep, coding)
        length = response.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > limit:
            raise body.too_long()
        read = pieces = 0
        async for piece in response.aiter_raw():
            body.take(piece)
            read += len(piece)
            if read // PIECE > pieces:
                pieces = read // PIECE
                deadline.reschedule(asyncio.get_running_loop().time() + self._timeout)
        return body.answer(response.status_code)


class _Body:
    """What a host sends for a file, taken as it comes, and unpacked where it is packed."""

    def __init__(self, limit: int, keep: bool, coding: str) -> None:
        self._limit, self._keep, self._coding = limit, keep, coding
        self._unpacker = unpacker(coding) if coding else None
        self._whole = True
        self._kept, self._total, self._size, self._sent = bytearray(), sha256(), 0, 0

    def take(self, piece: bytes) -> None:
        """Raises `Failure` for more than the limit, packed or unpacked."""
        self._sent += len(piece)
        try:
            for part in self._unpacker.pieces(piece, PIECE) if self._unpacker and self._whole else (piece,):
                self._size += len(part)
                if max(self._size, self._sent) > self._limit:
                    raise self.too_long()
                self._total.update(part)
                if self._keep:
                    self._kept += part
        except ValueError:
            self._whole = False

    def answer(self, status: int) -> Answer:
        """When nothing more comes. What is not packed as it says has no digest."""
        try:
            if self._unpacker and self._whole:
                self._unpacker.end()
        except ValueError:
            self._whole = False
        digest = self._total.hexdigest() if self._whole else ""
        return Answer(status=status, body=bytes(self._kept), digest=digest, size=self._size, coding=self._coding)

    def too_long(self) -> Failure:
        message = say("is longer than {mib} MiB, which no file of a site is", mib=self._limit >> 20)
        return Failure(message, say("see what the host sends in place of the file"))


async def _keep_location(response: httpx.Response) -> None:
    """Take the header away from httpx, which fails on an invalid one though it is told to follow none."""
    response.extensions[_LOCATION] = response.headers.pop("Location", None)


def _failed(error: Exception) -> Failure:
    """Why nothing came, in words, from what lies at the bottom of an error of httpx."""
    causes = list(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            why = printable(cause.verify_message).rstrip(".")
            message = say("the host's certificate is not trusted ({why})", why=why)
            hint = say(
                "no file was read, since anyone could have answered: renew the certificate, or name the address that "
                "it is made for; that of an authority of your own goes into the environment variable SSL_CERT_FILE"
            )
            return Failure(message, hint, dead=True)
        if isinstance(cause, ssl.SSLError):
            why = printable(cause.reason or str(cause))
            message = say("no HTTPS connection could be made ({why})", why=why)
            hint = say("see whether the host answers to https:// on this port, or only to http://")
            return Failure(message, hint, dead=True)
    if isinstance(error, httpx.ConnectError):
        why = next((reason(cause) for cause in causes if isinstance(cause, OSError) and cause.strerror), str(error))
        hint = say("see that the address is right and the host is up, then verify again")
        return Failure(say("the connection failed ({why})", why=printable(why)), hint, dead=True)
    message = say("the host sent no whole answer ({why})", why=printable(str(error) or type(error).__name__))
    hint = say("verify again later; see that the address is that of a web server, with its right scheme and port")
    return Failure(message, hint, dead=True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """An error and those that led to it, the nearest first."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def status(status: int) -> Message:
    """A status in words, with our own phrase for it and not the host's."""
    known = {one.value: one.phrase for one in HTTPStatus}
    return say("the host answers with status {status} ({phrase})", status=status, phrase=known.get(status, "unknown"))
