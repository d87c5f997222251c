"""What the user types, and reads."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

import pytest

from tests.unit.upload.stores import NEW, OLD, SITE, STYLE, TARGET, built, tree, whole
from workreport.cli import main
from workreport.diagnostics import Console
from workreport.interpreter import PROGRAM
from workreport.upload import command
from workreport.upload.ftp import Ftp
from workreport.upload.store import Lost, Steady, Store
from workreport.upload.target import target_of


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    built(OLD)
    TARGET.mkdir()


def called(*arguments: str, lang: str = "en") -> int:
    return main(["upload", f"--output={SITE}", f"--lang={lang}", *arguments])


def test_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("target") == 0
    size = sum(map(len, whole(OLD).values()))
    assert capsys.readouterr().out.startswith(
        f"target: 6 files, {size} bytes sent; 0 removed\nSHA256SUMS has the SHA-256 "
    )
    built(NEW)
    assert called("target", "--dry-run") == 0
    size = sum(len(data) for path, data in whole(NEW).items() if OLD.get(path) != data)
    assert capsys.readouterr().out == (
        f"send {STYLE[b'new']}\nsend 2023/commitments/jobs.html\nsend empty.txt\nsend index.html\n"
        f"remove 2022/metrics/roads.html\ntarget: 5 files, {size:,} bytes to send; 1 to remove; nothing was done\n"
    )
    assert tree() == whole(OLD)
    assert called("target") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "assets of the version before that stay for a day: 1; the next upload after that removes them"
    assert called("target", lang="zh") == 0
    assert capsys.readouterr().out.startswith("target：已上传 0 个文件，0 字节；删除 0 个\n")


def test_a_copy_that_an_upload_made_is_a_good_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("target") == 0
    built(NEW)
    assert called("target") == 0
    capsys.readouterr()
    assert main(["verify", "target", "--lang=en"]) == 0
    assert "assets of the version before that an upload left for a day: 1" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: TARGET"),
        ([""], "argument TARGET: must not be empty"),
        (["target", "--base-url=https://a.org"], "unrecognized arguments: --base-url=https://a.org"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        called(*arguments)
    assert caught.value.code == 2
    assert said in capsys.readouterr().err


def test_an_address_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert called("ftp://web:word@example.org/") == 2
    assert capsys.readouterr().err == (
        f"{PROGRAM} upload: error: argument TARGET: the address must not hold a password, which others can read: "
        "set WORKREPORT_PASSWORD instead\n"
    )


@pytest.mark.parametrize("place", ["site", "site/2022", "."])
def test_the_site_itself(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert called(place) == 1
    assert capsys.readouterr().err == (
        f"{place}: error[upload-target]: this is the built site itself, or lies in it, or holds it\n"
        "  hint: name the folder that the host publishes\n1 problem; the upload is not complete\n"
    )
    assert tree(SITE) == whole(OLD)


def test_a_password_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    words: list[str] = []

    def typed(prompt: str) -> str:
        asked.append(prompt)
        return "word"

    def opened(self: Ftp, target: object, login: object, ask: object) -> None:
        words.append(ask("web", "example.org"))  # type: ignore[operator]

    monkeypatch.delenv("WORKREPORT_PASSWORD", raising=False)
    monkeypatch.setattr(getpass, "getpass", typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(Ftp, "__init__", opened)
    opener = command._opener(SITE, target_of("ftp://web@example.org/"), Console("en"))
    opener()
    opener()
    assert asked == ["password of web on example.org: "]
    assert words == ["word", "word"]
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    command._opener(SITE, target_of("ftp://web@example.org/"), Console("en"))()
    assert words[2] == "", "nobody is there to answer"


def test_what_is_not_encrypted_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def lost(self: Ftp, *_: object) -> None:
        raise Lost("gone")

    monkeypatch.setattr(Ftp, "__init__", lost)
    assert called("ftp://web@example.org/zt") == 1
    assert capsys.readouterr().err == (
        "ftp:// sends the password and every file for all to read: take ftps:// or sftp:// where you can\n"
        "ftp://example.org/zt: error[upload-unreachable]: the host does not answer (gone)\n"
        "  hint: look whether the address is right and the network works, then upload again: it goes on where it stopped\n"
        "1 problem; the upload is not complete\n"
    )


class Fickle:
    """A connection that breaks at every second question."""

    made = 0
    closed = 0

    def __init__(self) -> None:
        Fickle.made += 1
        self._asked = 0

    def read(self, path: str) -> bytes | None:
        self._asked += 1
        if self._asked > 1:
            raise Lost("gone")
        return path.encode()

    def write(self, path: str, data: bytes) -> None:
        raise AssertionError

    def remove(self, path: str) -> None:
        raise AssertionError

    def close(self) -> None:
        Fickle.closed += 1


def test_a_lost_connection_is_opened_again() -> None:
    pauses: list[int] = []

    def opened() -> Store:
        return Fickle()

    store = Steady(opened, "place", pauses.append)
    assert [store.read(name) for name in ("a", "b", "c")] == [b"a", b"b", b"c"]
    store.close()
    store.close()
    assert (Fickle.made, Fickle.closed, pauses) == (3, 3, [1, 1])
