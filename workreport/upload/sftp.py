"""A folder behind SFTP, by asyncssh: keys, agent, known hosts and the user's own ssh configuration as ssh has them."""

from __future__ import annotations

import asyncio
import contextlib
import getpass
import re
import sys
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

from workreport.deliver import PART, printable
from workreport.diagnostics import Refusal, refusal, say
from workreport.interpreter import CHECKOUT, remedy
from workreport.upload.login import UPLOAD_UNTRUSTED, Ask, Login, rejected
from workreport.upload.store import LIMIT, TIMEOUT, UPLOAD_TARGET, Lost, denied, full, no_folder
from workreport.upload.target import Target

try:
    import asyncssh
except ModuleNotFoundError:
    asyncssh = None  # type: ignore[assignment]

Result = TypeVar("Result")


class Sftp:
    """One connection. The key of the host must stand in the known hosts."""

    def __init__(self, target: Target, login: Login, ask: Ask) -> None:
        if asyncssh is None:
            raise _not_installed(target)
        self._target = target
        self._made = {""}
        self._runner = asyncio.Runner()
        self._connection: asyncssh.SSHClientConnection | None = None
        try:
            self._run(self._connect(login, ask))
        except BaseException:
            self.close()
            raise

    def _run(self, work: Coroutine[Any, Any, Result]) -> Result:
        try:
            return self._runner.run(asyncio.wait_for(work, 10 * TIMEOUT))
        except (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection, asyncssh.DisconnectError, OSError) as error:
            raise Lost(printable(str(error)) or type(error).__name__) from error

    async def _connect(self, login: Login, ask: Ask) -> None:
        target = self._target
        options: dict[str, Any] = {"known_hosts": _known(), "connect_timeout": TIMEOUT, "login_timeout": TIMEOUT}
        options |= {"username": login.user} if login.user else {}
        options |= {"password": login.password} if login.password else {}
        user = login.user or getpass.getuser()
        try:
            try:
                made = await asyncssh.connect(target.host, target.port, **options)
            except asyncssh.PermissionDenied:
                password = "" if login.password else ask(user, target.host)
                if not password:
                    raise
                made = await asyncssh.connect(target.host, target.port, **{**options, "password": password})
        except asyncssh.PermissionDenied:
            raise rejected(target, user) from None
        except asyncssh.HostKeyNotVerifiable:
            raise _untrusted(target) from None
        self._connection = made
        self._sftp = await made.start_sftp_client()
        if not await self._sftp.isdir(target.path or "."):
            raise no_folder(target.shown)
        await self._sftp.chdir(target.path or ".")

    def read(self, path: str) -> bytes | None:
        async def work() -> bytes | None:
            try:
                async with self._sftp.open(path, "rb") as file:
                    found = await file.read(LIMIT + 1)
                    assert isinstance(found, bytes)
                    return found
            except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                return None

        with self._told(path):
            return self._run(work())

    def write(self, path: str, data: bytes) -> None:
        async def work() -> None:
            folder = path.rpartition("/")[0]
            if folder not in self._made:
                await self._sftp.makedirs(folder, exist_ok=True)
                self._made.add(folder)
            async with self._sftp.open(PART, "wb") as file:
                await file.write(data)
            try:
                await self._sftp.posix_rename(PART, path)
            except asyncssh.SFTPOpUnsupported:  # SFTP by itself renames nothing to a name that is taken
                with contextlib.suppress(asyncssh.SFTPError):
                    await self._sftp.remove(path)
                await self._sftp.rename(PART, path)

        with self._told(path):
            self._run(work())

    def remove(self, path: str) -> None:
        async def work() -> None:
            with contextlib.suppress(asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                await self._sftp.remove(path)

        with self._told(path):
            self._run(work())

    def close(self) -> None:
        if self._connection is not None:
            self._connection.abort()
            with contextlib.suppress(Exception):
                self._runner.run(self._connection.wait_closed())
        self._runner.close()

    @contextlib.contextmanager
    def _told(self, path: str) -> Iterator[None]:
        """What the host says of a file, in words."""
        place = f"{self._target.shown}/{path}"
        try:
            yield
        except (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded) as error:
            raise full(place) from error
        except asyncssh.SFTPError as error:
            if re.search("no space|quota", error.reason, re.IGNORECASE):  # older protocols have no number for it
                raise full(place) from error
            raise denied(place, printable(error.reason)) from error


def _known() -> list[str]:
    """The files of known hosts that are there, the user's own first."""
    files = (Path.home() / ".ssh/known_hosts", Path("/etc/ssh/ssh_known_hosts"))
    return [str(file) for file in files if file.is_file()]


def _untrusted(target: Target) -> Refusal:
    """The host has a key that is not known, or another than it had."""
    known = _known()
    keys = asyncssh.read_known_hosts(known).match(target.host, "", target.port)[0] if known else ()
    if keys:
        message = say("the host has another key than the one that is known: it may be another host")
        hint = say(
            "ask who runs the host whether its key was changed. If so: ssh-keygen -R {name}, then ssh to it once",
            name=_named(target),
        )
    else:
        message = say("the key of this host is not known yet")
        hint = say(
            "run “{command}” once, compare the fingerprint with the one that the host's operator gives you, and accept it",
            command=f"sftp -P {target.port} {target.host}" if target.port != 22 else f"sftp {target.host}",
        )
    return refusal(target.shown, UPLOAD_UNTRUSTED, message, hint)


def _named(target: Target) -> str:
    """A host as known hosts name it."""
    return target.host if target.port == 22 else f"'[{target.host}]:{target.port}'"


def _not_installed(target: Target) -> Refusal:
    command = remedy("requirements-upload.txt") if CHECKOUT else f"{sys.executable} -m pip install asyncssh"
    hint = say("install it once: {command}", command=command)
    return refusal(target.shown, UPLOAD_TARGET, say("sftp:// needs a package that is not installed (asyncssh)"), hint)
