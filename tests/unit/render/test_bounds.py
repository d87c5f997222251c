"""What a page may take: whatever its templates repeat ends at the same place on any machine."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from workreport.render.bounds import LENGTH, STEPS, Exceeded, bounded
from workreport.render.environment import Templates

LOOPS = "the page takes more than 200,000 steps, such as rounds of loops"
NUMBER = "the page computes a number of more than 3,000 digits"


def rendered(folder: Path, text: str) -> str:
    (folder / "page.html").write_text(text, "utf-8")
    templates = Templates(folder, "en", "templates")
    with bounded():
        return templates.get_template("page.html").render({})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{% for a in range(9000) %}{% for b in range(9000) %}{% endfor %}{% endfor %}", LOOPS),
        ("{% for a in range(9000) %}{% for b in range(9000) if false %}{% endfor %}{% endfor %}", LOOPS),
        ("{{ range(10 ** 18)|sum }}", LOOPS),
        ("{{ 'a' * 999999999 }}", LOOPS),
        ("{{ 999999999 * [1] }}", LOOPS),
        ("{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}", LOOPS),
        ("{{ 10 ** 10000000 }}", NUMBER),
        ("{% set n = namespace(x=3) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}", NUMBER),
        ("{% for i in range(60000) %}" + "x" * 300 + "{% endfor %}", "the page has more than 16,777,216 characters"),
        ("{% set a %}{% for i in range(60000) %}" + "x" * 300 + "{% endfor %}{% endset %}", None),
    ],
)  # fmt: skip
def test_what_repeats_without_end_ends(text: str, message: str | None, tmp_path: Path) -> None:
    with pytest.raises(Exceeded) as caught:
        rendered(tmp_path, text)
    assert caught.value.why == (message or "the page has more than 16,777,216 characters")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system does not hold a process to its memory")
@pytest.mark.parametrize(
    "text",
    [
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:9999999999}'.format(1) }}",
        "{{ 'a'|center(9999999999) }}",
        "{% set n = namespace(x='ab') %}{% for i in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    ],
)
def test_what_grows_without_end_gets_no_memory(text: str, tmp_path: Path) -> None:
    with pytest.raises(MemoryError):
        rendered(tmp_path, text)
    assert len(bytearray(300 << 20)) == 300 << 20, "the next page, and all else, has what it had before"


def test_what_a_page_needs_it_gets(tmp_path: Path) -> None:
    text = (
        "{% for a in range(100) %}{% for b in range(100) %}{{ 2 * 3 }}{{ '-' * 5 }}{% endfor %}{% endfor %}{{ 2 ** 9 }}"
    )
    assert rendered(tmp_path, text) == "6-----" * 10_000 + "512"
    assert LENGTH == 16 << 20
    assert STEPS == 200_000


@pytest.mark.parametrize("made_up", ["{{ lipsum() }}", "{{ [1, 2, 3]|random }}"])
def test_nothing_is_made_up(made_up: str, tmp_path: Path) -> None:
    """The same content makes the same page."""
    with pytest.raises(Exception, match=r"lipsum|random"):
        rendered(tmp_path, made_up)
