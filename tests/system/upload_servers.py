"""FTP, FTPS and SFTP servers on this machine, which can be told to misbehave."""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import asyncssh
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler, TLS_FTPHandler
from pyftpdlib.ioloop import IOLoop
from pyftpdlib.servers import FTPServer

USER, PASSWORD = "web", "geheim-密码"


class Host:
    """A server, and what it does wrong. `folder` is what the user sees as /."""

    def __init__(self, scheme: str, folder: Path) -> None:
        self.scheme = scheme
        self.folder = folder
        self.port = 0
        self.full = False
        """Every file is too much."""
        self.drops: list[int] = []
        """The numbers of the files, from 1, in the middle of which the connection breaks."""
        self.kills: dict[int, int] = {}
        """By the number of a file: the process that is killed in the middle of it."""
        self.files = 0

    def address(self, path: str = "/target") -> str:
        return f"{self.scheme}://{USER}@127.0.0.1:{self.port}{path}"

    def shown(self, path: str = "/target") -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}{path}"

    def begins(self) -> bool:
        """A file is about to be written: whether the connection breaks in the middle of it."""
        self.files += 1
        if pid := self.kills.get(self.files):
            os.kill(pid, 9)
        return self.files in self.drops


def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 with its key, in one file, that nobody signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    day = datetime(2020, 1, 1, tzinfo=UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day, day + timedelta(36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    plain = serialization.NoEncryption()
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    )
    return file


@contextmanager
def ftp(host: Host, pem: Path | None = None, permissions: str = "elradfmw", **settings: Any) -> Iterator[Host]:
    """An FTP server; with `pem` it speaks TLS too. `settings` are those of the handler of a connection."""
    authorizer = DummyAuthorizer()
    encoded = PASSWORD.encode().decode(settings.get("encoding", "utf8"), "replace")
    authorizer.add_user(USER, encoded, str(host.folder), perm=permissions)

    base: type[Any] = TLS_FTPHandler if pem else FTPHandler

    class Connection(base):  # type: ignore[misc]
        def ftp_STOR(self, file: str, mode: str = "w") -> Any:
            if host.full:
                self.respond("452 Insufficient storage space.")
                return None
            if host.begins():
                with suppress(OSError):
                    Path(file).write_bytes(b"half")
                self.close()
                return None
            return super().ftp_STOR(file, mode)

        def log(self, *_: object, **__: object) -> None:
            """Nothing: the tests' output is for failures."""

        logerror = logline = log_transfer = log_cmd = log_exception = log

    Connection.authorizer = authorizer
    Connection.auth_failed_timeout = 0
    if pem:
        Connection.certfile = Connection.keyfile = str(pem)
        Connection.tls_control_required = Connection.tls_data_required = True
    for name, value in settings.items():
        setattr(Connection, name, value)
    loop = IOLoop()
    server = FTPServer(("127.0.0.1", 0), Connection, ioloop=loop)
    host.port = server.address[1]
    end = threading.Event()

    def serve() -> None:
        while not end.is_set():
            loop.loop(timeout=0.01, blocking=False)
        server.close_all()

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield host
    finally:
        end.set()
        thread.join()


class _Login(asyncssh.SSHServer):
    def begin_auth(self, username: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == (USER, PASSWORD)


@contextmanager
def sftp(host: Host, key: asyncssh.SSHKey, *, read_only: bool = False, renames: bool = True) -> Iterator[Host]:
    """An SFTP server with a host key; without `renames` it has SFTP's own rename alone."""

    class Files(asyncssh.SFTPServer):
        def __init__(self, channel: asyncssh.SSHServerChannel[bytes]) -> None:
            super().__init__(channel, chroot=os.fsencode(host.folder))

        def open(self, path: bytes, pflags: int, attrs: asyncssh.SFTPAttrs) -> object:
            if pflags & asyncssh.FXF_WRITE:
                if read_only:
                    raise asyncssh.SFTPPermissionDenied("Read-only file system")
                if host.full:
                    raise asyncssh.SFTPNoSpaceOnFilesystem("No space left on device")
                if host.begins():
                    Path(os.fsdecode(self.map_path(path))).write_bytes(b"half")
                    self.channel.get_connection().abort()
                    raise asyncssh.SFTPFailure("broken off")
            return super().open(path, pflags, attrs)

        def posix_rename(self, oldpath: bytes, newpath: bytes) -> None:
            if not renames:
                raise asyncssh.SFTPOpUnsupported("not here")
            super().posix_rename(oldpath, newpath)

        def rename(self, oldpath: bytes, newpath: bytes) -> None:
            if os.path.exists(self.map_path(newpath)):
                raise asyncssh.SFTPFailure("File exists")
            super().rename(oldpath, newpath)

    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def listen() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1", 0, server_factory=_Login, server_host_keys=[key], sftp_factory=Files, reuse_address=True
        )

    async def end(server: asyncssh.SSHAcceptor) -> None:
        server.close()
        await server.wait_closed()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    try:
        server = asyncio.run_coroutine_threadsafe(listen(), loop).result()
        host.port = server.get_port()
        try:
            yield host
        finally:
            asyncio.run_coroutine_threadsafe(end(server), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def known(home: Path, host: Host, key: asyncssh.SSHKey) -> None:
    """Make the user know the host by a key."""
    (home / ".ssh").mkdir(parents=True, exist_ok=True)
    line = f"[127.0.0.1]:{host.port} {key.export_public_key().decode()}"
    (home / ".ssh/known_hosts").write_text(line, "utf-8")


def unused() -> int:
    """A port on which nobody listens."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
