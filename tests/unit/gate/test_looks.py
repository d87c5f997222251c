"""A place's own colours are measured as WCAG does, on the backgrounds that the style sheets have; its pictures are looked at."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT, mini
from workreport.content import load
from workreport.gate import looks
from workreport.gate.colours import BACKGROUNDS, CHART_BACKGROUNDS, SCHEMES, contrast, mixed, nearest, pale
from workreport.gate.gather import gather

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z" fill="url(#a)"/></svg>'


def png(width: int, height: int) -> bytes:
    """The beginning of a picture."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4) + height.to_bytes(4) + b"\x08\x02\x00\x00\x00"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#767676", 4.54), ("#FF0000", "#ffffff", 4.00), ("#0a4a78", "#0a4a78", 1)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_the_nearest_passes_and_the_one_before_does_not() -> None:
    found = nearest("#ff0000", "light", lambda colour: contrast(colour, "#ffffff") >= 7)
    assert contrast(found, "#ffffff") >= 7
    step = next(step for step in range(256) if mixed("#ff0000", "#000000", step / 255) == found)
    assert contrast(mixed("#ff0000", "#000000", (step - 1) / 255), "#ffffff") < 7
    assert nearest("#00ff00", "dark", lambda colour: True) == "#00ff00"


def tokens(block: str) -> dict[str, str]:
    long = {name: value * 2 if len(value) == 3 else value for name, value in re.findall(r"--([a-z-]+): #(\w+);", block)}
    return {name: f"#{value}" for name, value in long.items()}


def test_backgrounds_are_those_of_the_style_sheets() -> None:
    for scheme in SCHEMES:
        found: dict[str, dict[str, str]] = {}
        for sheet in ("site", "embed"):
            light, _, rest = (
                (ROOT / f"assets/{sheet}.css").read_text("utf-8").partition("@media (prefers-color-scheme: dark)")
            )
            found[sheet] = tokens(light if scheme == "light" else rest.partition("\n}\n")[0])
        site = found["site"]
        assert set(BACKGROUNDS[scheme]) == {site["paper"], site["sheet"], site["mark"], found["embed"]["paper"]}
        assert BACKGROUNDS[scheme][0] == site["paper"]
        assert set(CHART_BACKGROUNDS[scheme]) == {site["chart-paper"], site["chart-track"]}


def test_our_own_colours_pass() -> None:
    css = (ROOT / "assets/site.css").read_text("utf-8")
    light, _, rest = css.partition("@media (prefers-color-scheme: dark)")
    for scheme, block in (("light", light), ("dark", rest.partition("\n}\n")[0])):
        own = tokens(block)
        for background in BACKGROUNDS[scheme]:  # type: ignore[index]
            assert contrast(own["link"], background) >= 7
        for role in ("chart-outcome", "chart-goal"):
            for background in (*CHART_BACKGROUNDS[scheme], own[f"{role}-pale"]):  # type: ignore[index]
                assert contrast(own[role], background) >= 3


def test_what_is_pale_is_nearer_to_the_page_than_to_the_colour() -> None:
    assert (pale("#0a4a78", "light"), pale("#a3d0f5", "dark")) == ("#e3eaef", "#2c3740")


def said(folder: Path, mark: bytes, name: str = "mark.svg", field: str = "mark") -> list[str]:
    """What the rule says of a picture."""
    mini.copy(folder)
    (folder / "content/looks").mkdir()
    (folder / "content/looks" / name).write_bytes(mark)
    mini.edit(folder, [{"file": "content/site.yaml", "append": f"\nlooks: {{{field}: {name}}}\n"}])
    return [f"{problem.code}: {problem.message}" for problem in looks.faults(gather(load(folder / "content")))]


@pytest.mark.parametrize(
    "mark",
    [
        SVG,
        b'\xef\xbb\xbf<?xml version="1.0" encoding="UTF-8"?>\n' + SVG,
        SVG.replace(b"<path", b'<use href="#a" xmlns:x="http://www.w3.org/1999/xlink" x:href="#b"/><path'),
    ],
    ids=["plain", "declared", "with links inside"],
)
def test_a_drawing_that_is_one(mark: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, mark) == []


@pytest.mark.parametrize(
    "mark",
    [
        SVG.decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="cp037"?>' + SVG,
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG,
        b'<?xml-stylesheet href="https://example.org/a.css"?>' + SVG,
        SVG[:-6],
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"",
    ],
    ids=["utf-16", "another encoding", "entities", "style sheet", "cut", "page", "empty"],
)
def test_a_drawing_that_is_none(mark: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, mark) == [
        "looks-picture: “mark.svg” is not an SVG drawing in UTF-8 without a DOCTYPE",
    ]


def test_sizes_of_pictures(tmp_path: Path) -> None:
    large = SVG.replace(b"M0 0", b"M0 0" + b"h1" * 25_000)
    assert said(tmp_path / "a", large) == ["looks-picture: “mark.svg” is larger than 50 KB, and every page loads it"]
    assert said(tmp_path / "b", png(64, 32), "mark.png") == ["looks-picture: “mark.png” is 64 by 32 pixels"]
    assert said(tmp_path / "c", png(64, 64), "mark.png") == []
    assert said(tmp_path / "d", png(64, 64), "share.png", "share") == [
        "looks-picture: “share.png” is 64 pixels wide, and home screens need 180"
    ]
    assert said(tmp_path / "e", png(300, 300), "share.png", "share") == []


def test_paper_and_large_type_have_the_same_backgrounds_or_none() -> None:
    """Otherwise they would have to be measured too."""
    on_paper = (ROOT / "assets/print.css").read_text("utf-8")
    assert {"--link: #000", "--chart-outcome: #000", "--chart-goal: #555"} <= set(
        re.findall(r"--[a-z-]+: #\w+", on_paper)
    )
    site = (ROOT / "assets/site.css").read_text("utf-8")
    (elder,) = re.findall(r"^\[data-elder\] \{([^}]*)\}", site, re.MULTILINE)
    assert set(re.findall(r"--[a-z-]+(?=:)", elder)) == {"--soft", "--hair", "--chart-soft"}
