"""Uploads to real servers on this machine, good and bad ones. Nothing here depends on how long anything takes."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import asyncssh
import pytest
from pyftpdlib.handlers import FTPHandler

from tests import ROOT
from tests.system.upload_servers import PASSWORD, USER, Host, certificate, ftp, known, sftp, unused
from tests.unit.upload.stores import LATER, NEW, NOW, OLD, SITE, STYLE, TARGET, Dying, Killed, built, tree, whole
from workreport.cli import main
from workreport.deliver.journal import JOURNAL, PART
from workreport.diagnostics import Refusal
from workreport.interpreter import remedy
from workreport.upload import upload as module
from workreport.upload.ftp import Ftp
from workreport.upload.login import Login, login_of
from workreport.upload.sftp import Sftp
from workreport.upload.store import Steady, Store
from workreport.upload.target import target_of
from workreport.upload.upload import Uploaded, upload

SCHEMES = ("ftp", "ftps", "sftp")
KEY = asyncssh.generate_private_key("ssh-ed25519")
Serve = Callable[..., AbstractContextManager[Host]]


@pytest.fixture(scope="session")
def pem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pem: Path) -> Path:
    """A user without keys and known hosts, who trusts the server's certificate; the built site lies in the folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("SSH_AUTH_SOCK", "NETRC", "WORKREPORT_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    monkeypatch.setattr(module, "CHECKPOINT", 2)
    TARGET.mkdir()
    built(OLD)
    return tmp_path / "home"


@pytest.fixture
def serve(tmp_path: Path, pem: Path, home: Path) -> Serve:
    """A server of a scheme, whose key the user knows."""

    def started(scheme: str, **settings: object) -> AbstractContextManager[Host]:
        host = Host(scheme, tmp_path)
        if scheme == "sftp":
            return _known(sftp(host, KEY, **settings), home)  # type: ignore[arg-type]
        return ftp(host, pem if scheme == "ftps" else None, **settings)  # type: ignore[arg-type]

    return started


class _known(AbstractContextManager[Host]):
    def __init__(self, server: AbstractContextManager[Host], home: Path) -> None:
        self._server, self._home = server, home

    def __enter__(self) -> Host:
        host = self._server.__enter__()
        known(self._home, host, KEY)
        return host

    def __exit__(self, *error: object) -> None:
        self._server.__exit__(*error)  # type: ignore[arg-type]


def store_of(address: str, password: str = PASSWORD, pauses: list[int] | None = None) -> Steady:
    target = target_of(address)
    login = Login(user=target.user, password=password)

    def opened() -> Store:
        made: type[Ftp] | type[Sftp] = Sftp if target.scheme == "sftp" else Ftp
        return made(target, login, lambda user, host: "")

    return Steady(opened, target.shown, ([] if pauses is None else pauses).append)


def sent(address: str, password: str = PASSWORD, pauses: list[int] | None = None) -> Uploaded:
    store = store_of(address, password, pauses)
    try:
        return upload(SITE, store, target_of(address).shown, NOW)
    finally:
        store.close()


def refused(address: str, password: str = PASSWORD) -> str:
    with pytest.raises(Refusal) as caught:
        sent(address, password)
    assert len(caught.value.diagnostics) == 1
    return str(caught.value)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_site_and_the_next(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        sent(host.address())
        assert tree() == whole(OLD)
        built(NEW)
        done = sent(host.address())
        assert done.plan.send == (STYLE[b"new"], "2023/commitments/jobs.html", "empty.txt", "index.html")
        assert tree().keys() - whole(NEW).keys() == {JOURNAL, STYLE[b"old"]}
        store = store_of(host.address())
        upload(SITE, store, host.shown(), LATER)
        store.close()
        assert tree() == whole(NEW)
        assert sent(host.address()).files == 0


@pytest.mark.parametrize("at", [3, 4, 7, 9, 10, 11, 12])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_killed_anywhere(serve: Serve, scheme: str, at: int) -> None:
    with serve(scheme) as host:
        sent(host.address())
        built(NEW)
        dying = Dying(store_of(host.address()), at, half=True)
        with pytest.raises(Killed):
            upload(SITE, dying, host.shown(), NOW)
        dying.close()
        for path, data in tree().items():
            assert path in (JOURNAL, PART) or data in [site[path] for site in (whole(OLD), whole(NEW)) if path in site]
        sent(host.address())
        assert tree().keys() - whole(NEW).keys() == {JOURNAL, STYLE[b"old"]}
        assert tree().items() >= whole(NEW).items()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_process_is_killed_in_the_middle_of_a_file(
    serve: Serve, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"index.html": b"home", **{f"{number}.html": b"page" * 5000 for number in range(20)}}
    built(files)
    monkeypatch.setenv("WORKREPORT_PASSWORD", PASSWORD)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    with serve(scheme) as host:
        command = [sys.executable, str(ROOT / "build.py"), "upload", f"--output={SITE}", host.address(), "--lang=en"]
        script = (
            "import os, sys; print(os.getpid(), flush=True); sys.stdin.readline(); os.execv(sys.argv[1], sys.argv[1:])"
        )
        with subprocess.Popen(
            [sys.executable, "-c", script, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin
            assert process.stdout
            host.kills = {12: int(process.stdout.readline())}
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.wait() == -9
        assert 8 < len(tree()) < len(files)
        assert all(data == files[path] for path, data in tree().items() if path not in (JOURNAL, PART))
        host.kills = {}
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert f"{host.shown()}: 22 files" in done.stdout
        assert tree() == whole(files)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_connection_that_breaks_off_is_opened_again(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        host.drops = [1, 4, 5, 6]
        pauses: list[int] = []
        sent(host.address(), pauses=pauses)
        assert pauses == [1, 1, 2, 3]
        assert tree() == whole(OLD)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_connection_that_goes_on_breaking_off(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        host.drops = [*range(4, 100)]
        said = refused(host.address())
        assert said.startswith(
            f"{host.shown()}: error[upload-unreachable]: the connection broke off 4 times in a row ("
        )
        assert said.endswith(
            "  hint: look whether the address is right and the network works, then upload again: it goes on where it stopped"
        )
        host.drops = []
        sent(host.address())
        assert tree() == whole(OLD)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nobody_is_there(scheme: str) -> None:
    host = Host(scheme, Path())
    host.port = unused()
    assert refused(host.address()).startswith(f"{host.shown()}: error[upload-unreachable]: the host does not answer (")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_wrong_password(serve: Serve, scheme: str) -> None:
    hint = "set the password in the variable WORKREPORT_PASSWORD, or in your netrc file, or type it when asked"
    if scheme == "sftp":
        hint = "add your key to the ssh agent (ssh-add) and to the host, or set the password in the variable WORKREPORT_PASSWORD"
    with serve(scheme) as host:
        for password in ("wrong", ""):
            assert refused(host.address(), password) == (
                f"{host.shown()}: error[upload-login]: the host does not let “web” in\n  hint: {hint}"
            )
    assert tree() == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_no_such_folder(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        assert refused(host.address("/nowhere")) == (
            f"{host.shown('/nowhere')}: error[upload-target]: there is no such folder\n"
            "  hint: make it first, or name the one that is published: an upload makes only the folders inside it"
        )


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_folder_from_the_users_own(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        sent(host.address("/~/target"))
        assert tree() == whole(OLD)


@pytest.mark.parametrize(
    ("scheme", "settings", "reason"),
    [
        ("ftp", {"permissions": "elr"}, "550 Not enough privileges."),
        ("ftps", {"permissions": "elr"}, "550 Not enough privileges."),
        ("sftp", {"read_only": True}, "Read-only file system"),
    ],
)
def test_a_folder_that_may_only_be_read(serve: Serve, scheme: str, settings: dict[str, object], reason: str) -> None:
    with serve(scheme, **settings) as host:
        assert refused(host.address()) == (
            f"{host.shown()}/upload.json: error[upload-denied]: the host refuses this file: {reason}\n"
            "  hint: look whether this user may write there, and whether the disk is full; then upload again"
        )
    assert tree() == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_disk_that_is_full(serve: Serve, scheme: str) -> None:
    with serve(scheme) as host:
        sent(host.address())
        built(NEW)
        host.full = True
        assert refused(host.address()) == (
            f"{host.shown()}/upload.json: error[upload-full]: there is no room left for this file\n"
            "  hint: free space there, or ask who runs the host, then upload again: it goes on where it stopped"
        )
        assert tree() == whole(OLD)
        host.full = False
        sent(host.address())
        assert tree().items() >= whole(NEW).items()


def test_a_host_whose_key_is_not_known(serve: Serve, home: Path) -> None:
    with serve("sftp") as host:
        (home / ".ssh/known_hosts").unlink()
        assert refused(host.address()) == (
            f"{host.shown()}: error[upload-untrusted]: the key of this host is not known yet\n"
            f"  hint: run “sftp -P {host.port} 127.0.0.1” once, compare the fingerprint with the one that the host's "
            "operator gives you, and accept it"
        )
    assert tree() == {}


def test_a_host_whose_key_is_another(serve: Serve, home: Path) -> None:
    with serve("sftp") as host:
        known(home, host, asyncssh.generate_private_key("ssh-ed25519"))
        assert refused(host.address()) == (
            f"{host.shown()}: error[upload-untrusted]: the host has another key than the one that is known: it may be another host\n"
            "  hint: ask who runs the host whether its key was changed. If so: "
            f"ssh-keygen -R '[127.0.0.1]:{host.port}', then ssh to it once"
        )
    assert tree() == {}


def test_a_key_instead_of_a_password(serve: Serve, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As ssh does: the key in the user's folder, if the host knows it."""
    own = asyncssh.generate_private_key("ssh-ed25519")
    (home / ".ssh").mkdir(parents=True)
    own.write_private_key(home / ".ssh/id_ed25519")
    allowed = asyncssh.import_authorized_keys(own.export_public_key().decode())

    monkeypatch.setattr(
        "tests.system.upload_servers._Login.public_key_auth_supported", lambda self: True, raising=False
    )
    monkeypatch.setattr(
        "tests.system.upload_servers._Login.validate_public_key",
        lambda self, user, key: allowed.validate(key, "", "") is not None, raising=False,
    )  # fmt: skip
    with serve("sftp") as host:
        sent(host.address(), password="")
    assert tree() == whole(OLD)


def test_a_certificate_that_is_not_trusted(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with serve("ftps") as host:
        assert refused(host.address()) == (
            f"{host.shown()}: error[upload-untrusted]: the host's certificate is not trusted: self-signed certificate\n"
            "  hint: name the host as the certificate does; for an issuer of your own set SSL_CERT_FILE to its certificate"
        )
    assert tree() == {}


def test_a_host_without_encryption(serve: Serve) -> None:
    with serve("ftp") as host:
        host.scheme = "ftps"
        assert refused(host.address()) == (
            f'{host.shown()}: error[upload-untrusted]: the host offers no encryption: 500 Command "AUTH" not understood.\n'
            "  hint: ask who runs the host for FTPS or SFTP; ftp:// sends the password for all to read"
        )
    assert tree() == {}


def test_an_old_ftp_server(serve: Serve) -> None:
    """It lists nothing as newer ones do, knows no UTF-8, and renames nothing to a name that is taken."""
    old = {name: command for name, command in FTPHandler.proto_cmds.items() if name not in ("MLSD", "MLST", "LIST", "NLST", "SIZE", "MDTM", "OPTS", "FEAT", "EPSV", "EPRT")}  # fmt: skip

    def rename(self: FTPHandler, path: str) -> object:
        if Path(path).exists():
            self.respond("550 Cannot create a file when that file already exists.")
            return None
        return FTPHandler.ftp_RNTO(self, path)

    with serve("ftp", proto_cmds=old, ftp_RNTO=rename) as host:
        sent(host.address())
        built(NEW)
        sent(host.address())
    assert tree().items() >= whole(NEW).items()


def test_an_sftp_server_that_renames_nothing_to_a_name_that_is_taken(serve: Serve) -> None:
    with serve("sftp", renames=False) as host:
        sent(host.address())
        built(NEW)
        sent(host.address())
    assert tree().items() >= whole(NEW).items()


@pytest.mark.parametrize("encoding", ["utf8", "gbk"])
def test_names_and_words_in_chinese(serve: Serve, encoding: str, tmp_path: Path) -> None:
    """What the host says and how its folders are called is in its own encoding; nothing is listed."""
    (tmp_path / "网站").mkdir()
    (tmp_path / "网站/说明.txt").write_bytes(b"theirs")
    with serve("ftp", encoding=encoding, banner="欢迎使用河东区服务器") as host:
        store = store_of(host.address("/%E7%BD%91%E7%AB%99"))
        upload(SITE, store, "target", NOW)
        store.close()
    assert tree(tmp_path / "网站") == {**whole(OLD), "说明.txt": b"theirs"}


@pytest.fixture
def netrc(home: Path) -> Path:
    home.mkdir(exist_ok=True)
    file = home / ".netrc"
    file.write_text(f"machine 127.0.0.1 login {USER} password {PASSWORD}\n", "utf-8")
    file.chmod(0o600)
    return file


def test_the_command(serve: Serve, netrc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serve("ftps") as host:
        address = host.address().replace(f"{USER}@", "")
        assert main(["upload", address, f"--output={SITE}", "--dry-run", "--lang=en"]) == 0
        assert capsys.readouterr().out == (
            "".join(f"send {path}\n" for path in sorted(OLD, key=lambda path: (path[0] != "a", path)))
            + f"{host.shown()}: 6 files, {sum(map(len, whole(OLD).values()))} bytes to send; 0 to remove; nothing was done\n"
        )
        assert tree() == {}
        assert main(["upload", address, f"--output={SITE}", "--lang=en"]) == 0
        assert f"{host.shown()}: 6 files" in capsys.readouterr().out
        assert tree() == whole(OLD)


def test_a_netrc_file_that_cannot_be_read(netrc: Path) -> None:
    netrc.write_text("machine\n\nmachine x logon y", "utf-8")
    with pytest.raises(Refusal) as caught:
        login_of(target_of("ftp://web@127.0.0.1/target"), {})
    assert str(caught.value).startswith(
        f"ftp://127.0.0.1/target: error[upload-login]: {netrc.as_posix()} cannot be read: "
    )


def test_nobody_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upload", "ftps://127.0.0.1/target", f"--output={SITE}", "--lang=en"]) == 1
    assert capsys.readouterr().err == (
        "ftps://127.0.0.1/target: error[upload-login]: the address does not say as whom to log in\n"
        "  hint: name the user in the address: ftps://NAME@127.0.0.1/…\n"
        "1 problem; the upload is not complete\n"
    )


def test_without_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workreport.upload.sftp.asyncssh", None)
    assert refused("sftp://web@127.0.0.1/target") == (
        "sftp://127.0.0.1/target: error[upload-target]: sftp:// needs a package that is not installed (asyncssh)\n"
        f"  hint: install it once: {remedy('requirements-upload.txt')}"
    )


def test_a_host_that_hangs_up_without_goodbye(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    unwrap = ssl.SSLSocket.unwrap

    def rude(self: ssl.SSLSocket) -> socket.socket:
        if self.server_side:
            return unwrap(self)
        raise OSError(0, "Error")

    monkeypatch.setattr(ssl.SSLSocket, "unwrap", rude)
    with serve("ftps") as host:
        pauses: list[int] = []
        sent(host.address(), pauses=pauses)
    assert (tree(), pauses) == (whole(OLD), [])


def test_files_go_over_the_session_of_the_commands(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most servers that speak TLS refuse a file on a session of its own."""
    given: list[object] = []
    wrap = ssl.SSLContext.wrap_socket

    def noted(self: ssl.SSLContext, sock: socket.socket, **named: Any) -> ssl.SSLSocket:
        if not named.get("server_side"):
            given.append(named.get("session"))
        return wrap(self, sock, **named)

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", noted)
    with serve("ftps") as host:
        sent(host.address())
    commands, *files = given
    assert commands is None
    assert len(files) > len(OLD)
    assert None not in files
