"""The looks of another place: what is published, which pages name it, and that the site without them is as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT, mini
from tests.unit.gate.test_looks import SVG, png
from workreport.build import build
from workreport.content.schema import Looks
from workreport.render.looks import stylesheet

LOOKS = """
host: {base_url: https://www.example.gov.cn/report}
looks:
  mark: emblem.svg
  main: {light: "#9C1818", dark: "#f5b7b0"}
  second: {light: "#7a5200", dark: "#e8c468"}
  header_link: {title: {zh: 样例区人民政府, en: Sample District Government}, address: "https://www.example.gov.cn/"}
"""


def built(folder: Path, looks: str, pictures: dict[str, bytes]) -> Path:
    """The mini site with looks."""
    options = mini.copy(folder)
    (folder / "content/looks").mkdir()
    for name, data in pictures.items():
        (folder / "content/looks" / name).write_bytes(data)
    mini.edit(folder, [{"file": "content/site.yaml", "append": looks}])
    build(options)
    return options.output


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("looks"), LOOKS, {"emblem.svg": SVG})


def asset(site: Path, pattern: str) -> Path:
    (found,) = (site / "assets").glob(pattern)
    return found


def test_every_page_has_the_style_sheet_after_the_sites_own(site: Path) -> None:
    looks = asset(site, "looks.*.css").name
    pages = [path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(pages) > 50
    for page in pages:
        sheets = re.findall(r'<link rel="stylesheet" href="[^"]*assets/([^"]+)"', page.read_text("utf-8"))
        assert looks in sheets, page
        assert re.match(r"(site|embed)\.", sheets[sheets.index(looks) - 1]), sheets
        assert not any(name.startswith("site.") for name in sheets[sheets.index(looks) :])


def test_the_mark_takes_the_place_of_the_old_one(site: Path) -> None:
    assert asset(site, "mark.*").read_bytes() == SVG
    assert list((site / "assets").glob("share.*")) == [], "the picture for share cards would show the old one"
    home = (site / "index.html").read_text("utf-8")
    name = asset(site, "mark.*").name
    assert f'<link rel="icon" type="image/svg+xml" href="assets/{name}">' in home
    assert f'<img src="assets/{name}" width="28" height="28" alt="">' in home
    assert "apple-touch-icon" not in home
    assert "og:image" not in home
    assert "og:title" in home


def test_the_link_stands_above_the_name_in_the_language_of_the_page(site: Path) -> None:
    for path, words in (("index.html", "样例区人民政府"), ("en/2023/report.html", "Sample District Government")):
        page = (site / path).read_text("utf-8")
        link = f'<p class="above small"><a href="https://www.example.gov.cn/">{words}</a></p>'
        assert page.index(link) < page.index('class="name"')
    assert "人民政府" not in (site / "2023/embed/commitments/trees.html").read_text("utf-8")


def test_charts_have_the_colours_on_pages_and_in_files(site: Path) -> None:
    drawn = "".join(path.read_text("utf-8") for path in site.rglob("*.svg") if "/charts/" in path.as_posix())
    assert "#9c1818" in drawn
    assert "#7a5200" in drawn
    assert "#0a4a78" not in drawn
    assert "#8a4300" not in drawn


def test_a_picture_in_pixels(tmp_path: Path) -> None:
    looks = "\nhost: {base_url: https://www.example.gov.cn}\nlooks: {mark: a.png, share: b.png}\n"
    site = built(tmp_path, looks, {"a.png": png(56, 56), "b.png": png(300, 300)})
    home = (site / "index.html").read_text("utf-8")
    assert f'<link rel="icon" type="image/png" href="assets/{asset(site, "mark.*.png").name}">' in home
    assert f'<link rel="apple-touch-icon" href="assets/{asset(site, "share.*.png").name}">' in home
    assert f'og:image" content="https://www.example.gov.cn/assets/{asset(site, "share.*.png").name}"' in home
    assert asset(site, "share.*.png").read_bytes() == png(300, 300)
    assert list((site / "assets").glob("looks.*")) == [], "no colours, no style sheet"
    assert "looks." not in home


def test_what_is_left_out_says_nothing() -> None:
    assert stylesheet(Looks()) == ""
    only = stylesheet(Looks.model_validate({"second": {"light": "#7a5200", "dark": "#e8c468"}}))
    assert "--link" not in only
    assert "--chart-outcome:#" not in only


def test_contrast_and_forced_colours_are_those_of_the_site() -> None:
    """The style sheet comes after the site's own, so that it has to say again what a reader's system asks for."""
    site = (ROOT / "assets/site.css").read_text("utf-8")
    shade = {"light": "#7a5200", "dark": "#e8c468"}
    looks = stylesheet(Looks.model_validate({"main": shade, "second": shade}))
    set_here = set(re.findall(r"(--[a-z-]+):#", looks)) - {"--link"}
    for query in ("prefers-contrast: more", "forced-colors: active"):
        block = re.split(r"\n\}\n|\}\n\}", site[site.index(f"@media ({query})") :])[0]
        own = {name: value for name, value in re.findall(r"(--[a-z-]+): ([^;]+);", block) if name in set_here}
        said = looks[looks.index(f"@media ({query.replace(' ', '')})") :].partition("}}")[0]
        assert dict(re.findall(r"(--[a-z-]+):([^;}]+)", said)) == own
        assert set(own) == set_here


def test_dark_is_dark_by_system_and_by_choice() -> None:
    looks = stylesheet(Looks.model_validate({"main": {"light": "#9c1818", "dark": "#f5b7b0"}}))
    (system,) = re.findall(r"not\(\[data-theme=light\]\)\{([^}]*)\}", looks)
    (chosen,) = re.findall(r"\[data-theme=dark\]\{([^}]*)\}", looks)
    assert system == chosen
    assert looks.startswith("@media screen{"), "paper is black on white"
