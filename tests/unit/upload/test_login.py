"""Who the user is to the host, and what the password is: never an argument."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport.diagnostics import Refusal
from workreport.upload.login import Login, login_of
from workreport.upload.target import target_of

NETRC = "machine example.org login web password netrc-word\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def netrc(file: Path, text: str = NETRC) -> Path:
    file.write_text(text, "utf-8")
    file.chmod(0o600)
    return file


@pytest.mark.parametrize(
    ("address", "environment", "login"),
    [
        ("ftp://web@example.org/", {}, ("web", "netrc-word")),
        ("ftp://example.org/", {}, ("web", "netrc-word")),
        ("ftp://web@example.org/", {"WORKREPORT_PASSWORD": "own"}, ("web", "own")),
        ("ftp://example.org/", {"WORKREPORT_PASSWORD": "own"}, ("web", "own")),
        ("ftp://other@example.org/", {}, ("other", "")),
        ("sftp://web@elsewhere.org/", {}, ("web", "")),
        ("sftp://elsewhere.org/", {}, ("", "")),
    ],
)
def test_the_environment_goes_before_the_file(
    home: Path, address: str, environment: dict[str, str], login: tuple[str, str]
) -> None:
    netrc(home / ".netrc")
    assert login_of(target_of(address), environment) == Login(user=login[0], password=login[1])


def test_the_file_may_be_elsewhere(home: Path) -> None:
    target = target_of("ftp://example.org/")
    assert login_of(target, {}) == Login(user="", password="")
    file = netrc(home / "words")
    assert login_of(target, {"NETRC": str(file)}) == Login(user="web", password="netrc-word")
    netrc(home / "_netrc")
    assert login_of(target, {}) == Login(user="web", password="netrc-word")


def test_a_file_that_makes_no_sense(home: Path) -> None:
    file = netrc(home / ".netrc", "machine example.org logon web")
    with pytest.raises(Refusal) as caught:
        login_of(target_of("ftp://example.org/zt"), {})
    assert str(caught.value) == (
        f"ftp://example.org/zt: error[upload-login]: {file.as_posix()} cannot be read: bad follower token 'logon'\n"
        "  hint: mend it, or set WORKREPORT_PASSWORD"
    )
