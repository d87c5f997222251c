"""What `make fuzz` has found, and seeds that once went wrong or nearly did: each ends in a value or a refusal."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tools.fuzz import (
    ATOMS,
    TARGETS,
    cases,
    corpus,
    faults,
    judge,
    judge_content,
    make,
    read_case,
    smaller,
    unsafe_address,
)


@pytest.mark.parametrize(("target", "path"), [pytest.param(t, p, id=p.stem) for t, p in cases()])
def test_case(target: str, path: Path) -> None:
    assert judge(target, read_case(path), seconds=30) == ""


def test_every_target_has_a_case() -> None:
    assert {target for target, _ in cases()} == set(TARGETS) == set(ATOMS)


@pytest.mark.parametrize("target", TARGETS)
def test_some_new_inputs(target: str) -> None:
    """A few hundred inputs of a fixed seed, so that a target that takes none of them cannot pass for tried."""
    chance = random.Random(f"0 {target}")
    for _ in range(3 if target == "content" else 200):
        text = make(target, chance)
        assert judge(target, text, seconds=60) == "", repr(text)


def test_sound_content_gets_as_far_as_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that refuses its own real inputs would find nothing behind the gate."""
    made: list[str] = []
    monkeypatch.setattr("tools.fuzz.faults", lambda html: made.append(html) or [])  # type: ignore[func-returns-value]
    judge_content(next(text for text in corpus("content") if text.startswith("site.yaml\n")))
    assert len(made) > 90


def test_a_find_is_noticed_and_made_smaller(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(text: str) -> None:
        if "九" in text and "8" in text:
            raise KeyError(text)

    monkeypatch.setattr("tools.fuzz.TARGETS", {"figures": fails})
    said = judge("figures", "abc九def8ghi")
    assert said == "KeyError in test_fuzz_cases.py:fails"
    assert smaller("figures", "abc九def8ghi") == "九8"


def test_what_takes_too_long_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    def spins(text: str) -> None:
        while True:
            pass

    monkeypatch.setattr("tools.fuzz.TARGETS", {"figures": spins})
    assert judge("figures", "", seconds=1) == "takes longer than 1 seconds"


@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<p onclick="x">a</p>', "onclick on <p>"),
        ("<svg><a xlink:href='javascript:x'></a></svg>", "xlink:href 'javascript:x'"),
        ('<a href="&#9;java&#10;script:x">a</a>', "href '\\tjava\\nscript:x'"),
        ("<p style='x'>a</p>", "style on <p>"),
        ("<em><strong></em></strong>", "</em> closes nothing"),
        ("<iframe></iframe>", "<iframe>"),
        ("<!-- a -->", "a comment"),
        ("<p>", "<p> stays open"),
    ],
)
def test_the_check_of_html_sees_what_it_should(html: str, wrong: str) -> None:
    assert wrong in faults(html, plain=True)


@pytest.mark.parametrize(
    ("address", "unsafe"),
    [
        ("https://example.org/", False), ("mailto:a@example.org", False), ("../2023/x.html#p1", False), ("", False),
        ("%09javascript:x", False), ("x/javascript:y", False), ("//example.org", True), ("/\\example.org", True),
        (" JavaScript:x", True), ("java\tscript:x", True), ("\x01javascript:x", True), ("data:,x", True),
        ("vbscript:x", True), ("https:example.org", True), ("blob:x", True), ("file:///etc/passwd", True),
    ],
)  # fmt: skip
def test_addresses(address: str, unsafe: bool) -> None:
    assert unsafe_address(address) is unsafe
