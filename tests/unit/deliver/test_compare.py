"""What `verify` takes, and what it says of wrong usage."""

from __future__ import annotations

import pytest

from tests.unit.deliver.copies import DIGEST
from workreport.deliver import compare


@pytest.mark.parametrize("digest", ["", " ", "x", DIGEST[:-1], f"{DIGEST}0", "g" * 64])
def test_what_is_no_digest_is_wrong_usage(digest: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run("site", digest) == 2
    assert capsys.readouterr().err == (
        "python build.py verify: error: argument --digest: must be a SHA-256, which is 64 hexadecimal digits\n"
    )


@pytest.mark.parametrize("place", ["", " "])
def test_an_empty_place_is_wrong_usage(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run(place, None) == 2
    assert capsys.readouterr().err == "python build.py verify: error: argument DIR or URL: must not be empty\n"


@pytest.mark.parametrize(
    "typed",
    ["ftp://example.org/", "file:///etc", "http:/example.org", "http://", "https:///a", "http://a b/", "http://a/b c",
     "http://example.org/?x=1", "http://example.org/#top", "http://example.org/?", "http://example.org/#",
     "http://example.org:port/", "http://example.org:99999/", "http://example.org:0/", "http://[::1/", "http://[x]/",
     "http://user:word@example.org/", "http://@example.org/", "http://exa<mple.org/", "http://example..org/",
     "http://example.org/\r\nHost: x", "http://example.org\\@other.org/", "http://ex%61mple.org/", " http://a/"],
)  # fmt: skip
def test_what_is_no_address_is_wrong_usage(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run(typed, None) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("python build.py verify: error: ")
    assert printed.err.count("\n") == 1
