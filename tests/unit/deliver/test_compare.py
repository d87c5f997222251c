"""What `verify` takes, and what it says of wrong usage."""

from __future__ import annotations

import pytest

from tests.unit.deliver.copies import DIGEST, NO_ADDRESSES
from workreport.deliver import compare
from workreport.diagnostics import Console


@pytest.mark.parametrize("digest", ["", " ", "x", DIGEST[:-1], f"{DIGEST}0", "g" * 64])
def test_what_is_no_digest_is_wrong_usage(digest: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run("site", digest, Console("en")) == 2
    assert capsys.readouterr().err == (
        "python3 build.py verify: error: argument --digest: must be a SHA-256, which is 64 hexadecimal digits\n"
    )


@pytest.mark.parametrize("place", ["", " "])
def test_an_empty_place_is_wrong_usage(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run(place, None, Console("en")) == 2
    assert capsys.readouterr().err == "python3 build.py verify: error: argument DIR or URL: must not be empty\n"


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_wrong_usage(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare.run(typed, None, Console("en")) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("python3 build.py verify: error: ")
    assert printed.err.count("\n") == 1
