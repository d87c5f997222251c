"""Whatever reads text takes any text, and ends in a value or a refusal.

A few inputs here, the same on every machine; `make fuzz` tries many others. To keep what that finds, write the text that
it prints into tests/fuzz/TARGET-NAME.txt.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import targets
from tests.fuzz.html import faults, unsafe_address
from tests.fuzz.inputs import ATOMS, corpus, texts
from tests.fuzz.targets import TARGETS, judge, judge_content

pytestmark = pytest.mark.slow

MORE = int(os.environ.get("FUZZ_EXAMPLES", "0"))
"""How many inputs `make fuzz` has each target take; 0 in the suite, which takes few and always the same."""
CASES = sorted((Path(targets.__file__).parent).glob("*-*.txt"))


def target_of(case: Path) -> str:
    return case.name.partition("-")[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    judge(target_of(case), case.read_bytes().decode("utf-8", "surrogatepass"), seconds=30)


def test_every_target_has_a_case() -> None:
    assert {target_of(case) for case in CASES} == set(TARGETS) == set(ATOMS)


@pytest.mark.parametrize("target", TARGETS)
def test_other_texts(target: str) -> None:
    few = 3 if target == "content" else 100

    @settings(
        max_examples=max(few, MORE // 50) if target == "content" else MORE or few,
        derandomize=not MORE,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def take(data: st.DataObject) -> None:
        judge(target, data.draw(texts(target), label=target))

    take()


def test_sound_content_gets_as_far_as_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A target that refuses its own real inputs would find nothing behind the gate."""
    made: list[str] = []
    monkeypatch.setattr(targets, "faults", lambda html: made.append(html) or [])  # type: ignore[func-returns-value]
    judge_content(next(text for text in corpus("content") if text.startswith("site.yaml\n")))
    assert len(made) > 90


def test_what_takes_too_long_is_a_find(monkeypatch: pytest.MonkeyPatch) -> None:
    def spins(text: str) -> None:
        while True:
            pass

    monkeypatch.setitem(targets.TARGETS, "figures", spins)
    with pytest.raises(targets.Slow):
        judge("figures", "", seconds=1)


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
