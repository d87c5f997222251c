"""A folder behind FTP, with or without TLS, by the standard library.

Nothing is ever listed: servers differ in how, and in which encoding. What a target holds is what its list says.
"""

from __future__ import annotations

import contextlib
import ftplib
import io
import socket
import ssl
from collections.abc import Iterator

from workreport.deliver import PART, printable
from workreport.diagnostics import refusal, say
from workreport.upload.login import UPLOAD_UNTRUSTED, Ask, Login, rejected, unknown_user
from workreport.upload.store import LIMIT, TIMEOUT, Lost, denied, full, no_folder
from workreport.upload.target import Target

_FULL = ("452", "552")
"""Insufficient storage space; exceeded storage allocation (RFC 959)."""


class _Socket(ssl.SSLSocket):
    def unwrap(self) -> socket.socket:
        """Some hosts hang up without goodbye; whether a file is whole is said by their answer to the command."""
        with contextlib.suppress(OSError):
            return super().unwrap()
        return self


def _context() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.sslsocket_class = _Socket
    return context


class _Tls(ftplib.FTP_TLS):
    """Files go over the session of the commands, as most servers want, so that nobody else can take them."""

    def ntransfercmd(self, cmd: str, rest: int | str | None = None) -> tuple[socket.socket, int | None]:
        made, size = ftplib.FTP.ntransfercmd(self, cmd, rest)
        session = self.sock.session if isinstance(self.sock, ssl.SSLSocket) else None
        return self.context.wrap_socket(made, server_hostname=self.host, session=session), size


class Ftp:
    """One connection. Answers are read as Latin-1, in which nothing is unreadable; paths are sent in UTF-8, or as GBK."""

    def __init__(self, target: Target, login: Login, ask: Ask) -> None:
        if not login.user:
            raise unknown_user(target)
        self._shown = target.shown
        self._made = {""}
        if target.scheme == "ftps":
            self._ftp: ftplib.FTP = _Tls(context=_context(), encoding="latin-1", timeout=TIMEOUT)
        else:
            self._ftp = ftplib.FTP(encoding="latin-1", timeout=TIMEOUT)
        try:
            self._connect(target, login, ask)
        except BaseException:
            self.close()
            raise

    def _connect(self, target: Target, login: Login, ask: Ask) -> None:
        with _lost():
            self._ftp.connect(target.host, target.port)
            if isinstance(self._ftp, _Tls):
                self._encrypt(self._ftp)
            password = login.password or ask(login.user, target.host)
            try:
                self._ftp.login(_sent(login.user), _sent(password))
            except ftplib.error_perm:
                raise rejected(target, login.user) from None
            if isinstance(self._ftp, _Tls):
                self._ftp.prot_p()
            self._ftp.voidcmd("TYPE I")
            if not self._enter(target.path):
                raise no_folder(self._shown)

    def _encrypt(self, ftp: _Tls) -> None:
        try:
            ftp.auth()
        except ssl.SSLCertVerificationError as error:
            message = say("the host's certificate is not trusted: {reason}", reason=printable(error.verify_message))
            hint = say(
                "name the host as the certificate does; for an issuer of your own set SSL_CERT_FILE to its certificate"
            )
            raise refusal(self._shown, UPLOAD_UNTRUSTED, message, hint) from None
        except ftplib.error_perm as error:
            message = say("the host offers no encryption: {reason}", reason=_said(error))
            hint = say("ask who runs the host for FTPS or SFTP; ftp:// sends the password for all to read")
            raise refusal(self._shown, UPLOAD_UNTRUSTED, message, hint) from None

    def _enter(self, path: str) -> bool:
        """Change to the folder; False where there is none. Old hosts know Chinese names in GBK alone."""
        with contextlib.suppress(ftplib.error_perm):
            self._ftp.voidcmd("OPTS UTF8 ON")
        for encoding in ("utf-8",) if path.isascii() else ("utf-8", "gb18030"):
            with contextlib.suppress(ftplib.error_perm, UnicodeEncodeError):
                if path:
                    self._ftp.cwd(path.encode(encoding).decode("latin-1"))
                return True
        return False

    def read(self, path: str) -> bytes | None:
        found = bytearray()

        def take(piece: bytes) -> None:
            found.extend(piece)
            if len(found) > LIMIT:
                raise denied(f"{self._shown}/{path}", f"> {LIMIT >> 20} MiB")

        try:
            with _lost():
                self._ftp.retrbinary(f"RETR {path}", take)
        except ftplib.error_perm:
            return None
        return bytes(found)

    def write(self, path: str, data: bytes) -> None:
        try:
            with _lost():
                self._make(path.rpartition("/")[0])
                self._ftp.storbinary(f"STOR {PART}", io.BytesIO(data))
                try:
                    self._ftp.rename(PART, path)
                except ftplib.error_perm:  # some hosts rename nothing to a name that is taken
                    self.remove(path)
                    self._ftp.rename(PART, path)
        except (ftplib.error_perm, ftplib.error_temp) as error:
            place = f"{self._shown}/{path}"
            raise full(place) if str(error)[:3] in _FULL else denied(place, _said(error)) from error

    def _make(self, folder: str) -> None:
        if folder not in self._made:
            self._make(folder.rpartition("/")[0])
            with contextlib.suppress(ftplib.error_perm):  # it is there already; where it is not, the file says so
                self._ftp.mkd(folder)
            self._made.add(folder)

    def remove(self, path: str) -> None:
        with _lost(), contextlib.suppress(ftplib.error_perm):
            self._ftp.delete(path)

    def close(self) -> None:
        with contextlib.suppress(OSError, EOFError):
            self._ftp.close()


@contextlib.contextmanager
def _lost() -> Iterator[None]:
    """What a broken connection raises, as `Lost`; a host that is busy (4yz) may do on another try, but for a full disk."""
    try:
        yield
    except ftplib.error_temp as error:
        if str(error)[:3] in _FULL:
            raise
        raise Lost(_said(error)) from error
    except (OSError, EOFError, ftplib.error_reply, ftplib.error_proto) as error:
        raise Lost(printable(str(error)) or type(error).__name__) from error


def _sent(text: str) -> str:
    """Text as UTF-8, in the letters that the connection is written in."""
    return text.encode().decode("latin-1")


def _said(error: Exception) -> str:
    """The host's own words."""
    raw = str(error).encode("latin-1", "replace")
    for encoding in ("utf-8", "gb18030"):
        with contextlib.suppress(UnicodeDecodeError):
            return printable(raw.decode(encoding))
    return printable(raw.decode("latin-1"))
