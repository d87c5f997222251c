"""Cards as PNG: in our own fonts alone, the same bytes each time, kept for the next build."""

from __future__ import annotations

import io
import os
import re
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import pytest
import zxingcpp
from fontTools.ttLib import TTFont
from PIL import Image

from tests import mini
from workreport.build import build
from workreport.cards import Gallery, Picture, lacking, paint, typeface
from workreport.cards import gallery as kept
from workreport.cards.sheet import Box, Line, Sheet
from workreport.cards.typeface import ems
from workreport.diagnostics.diagnostic import Refusal
from workreport.interpreter import remedy
from workreport.options import Options

ADDRESS = "https://www.example.gov.cn/report"


def sheet(side: int) -> Sheet:
    return Sheet(width=side, height=side, colours={"paper": "#ffffff"}, shapes=())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini site with cards, in fonts that lack a character of some promise."""
    folder = tmp_path_factory.mktemp("cards")
    with pytest.MonkeyPatch.context() as patch:
        held = typeface.characters() - {"楼"}
        patch.setattr(typeface, "characters", lambda: held)
        build(options(folder, "site"))
    return folder


def options(folder: Path, output: str) -> Options:
    store = str(folder / "kept")
    return mini.options(mini.CONTENT, folder / output, base_url=ADDRESS, cards=True, store=store)


def head(page: Path) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page.read_text("utf-8"))
    return {name: unescape(value) for name, value in found}


def test_the_fonts_hold_what_the_list_says() -> None:
    for path in typeface.fonts():
        with TTFont(path, lazy=True) as font:
            assert {chr(code) for code in font.getBestCmap()} >= typeface.characters()
            assert font["name"].getDebugName(1) == typeface.FAMILY
    assert not lacking("天津市河东区 1.65万人 “不低于”≥50% PM2.5 ㎡ é")
    assert lacking("周𠮷a") == {"𠮷"}


def test_another_font_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeface, "FOLDER", tmp_path)
    typeface.fonts.cache_clear()
    (tmp_path / "NotoSansSC-Regular.otf").write_bytes(b"OTTO")
    with pytest.raises(Refusal) as caught:
        Gallery("")
    typeface.fonts.cache_clear()
    assert str(caught.value) == (
        "workreport/cards/fonts/NotoSansSC-Regular.otf: error[card-engine]: this is not the font that the pictures are set "
        "in: its checksum differs\n  hint: restore the file from the repository, or build with --no-cards"
    )


@pytest.mark.parametrize(("module", "package"), [("resvg_py", "resvg-py"), ("PIL", "pillow")])
def test_a_missing_package_is_named(module: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paint, "find_spec", lambda name: None if name == module else find_spec(name))
    with pytest.raises(Refusal) as caught:
        Gallery("")
    assert str(caught.value) == (
        f"requirements.txt: error[card-engine]: pictures need the package {package}, which is not installed\n"
        f"  hint: {remedy()}; or build with --no-cards"
    )


def test_pages_are_shown_by_their_cards(built: Path) -> None:
    for lang, forms in (("", ("", ".sq")), ("en/", ("",))):
        stem = f"{lang}2023/commitments/new-jobs"
        found = head(built / "site" / f"{stem}.html")
        assert found["og:image"] == f"{ADDRESS}/{stem}.png" == found["Image"]
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["twitter:card"] == "summary_large_image"
        assert ("1.65万人" if not lang else "16,500") in found["og:image:alt"]
        assert ("样例区人民政府，2023年" if not lang else "Sample District, 2023") in found["og:title"]
        for form in forms:
            with Image.open(built / "site" / f"{stem}{form}.png") as picture:
                assert picture.size == ((600, 600) if form else (1200, 630))
                assert len(picture.getcolors() or ()) <= 16
                (code,) = zxingcpp.read_barcodes(picture.convert("L"))
                assert code.text == f"{ADDRESS}/{stem}.html"
    assert not (built / "site/en/2023/commitments/new-jobs.sq.png").exists()
    assert head(built / "site/topics/jobs.html")["og:image"] == f"{ADDRESS}/index.png"
    assert head(built / "site/2022/metrics/new-jobs.html")["og:image"] == f"{ADDRESS}/2023/commitments/new-jobs.png"


def test_a_text_that_cannot_be_set_has_no_card(built: Path) -> None:
    """Never a box in the place of a character: the picture of the site shows the page."""
    page = built / "site/2023/commitments/buildings.html"
    assert not page.with_suffix(".png").exists()
    assert re.fullmatch(rf"{ADDRESS}/assets/share\.[0-9a-f]+\.png", head(page)["og:image"])
    assert "og:image:alt" not in head(page)
    assert (built / "site/en/2023/commitments/buildings.png").exists(), "the other language has its own"


def test_every_picture_that_a_page_names_is_there_and_every_picture_is_named(built: Path) -> None:
    site = built / "site"
    pages = [page for page in site.rglob("*.html") if "embed" not in page.parts]
    named = {image for page in pages if (image := head(page).get("og:image"))}
    assert all((site / image.removeprefix(f"{ADDRESS}/")).is_file() for image in named)
    linked = {
        (page.parent / address).resolve().relative_to(site.resolve()).as_posix()
        for page in pages
        for address in re.findall(r'href="([^"]+\.png)" type="image/png" download', page.read_text("utf-8"))
    }
    made = {path.relative_to(site).as_posix() for path in site.rglob("*.png") if path.parent.name != "assets"}
    assert made == linked


def test_a_chart_is_a_picture_too_with_its_class_its_source_and_its_address(built: Path) -> None:
    for lang, page in (
        ("", "2023/commitments/parks.html#parks"),
        ("en/", "en/2023/commitments/parks.html#parks"),
    ):
        chart = built / f"site/{lang}2023/charts/target-parks.png"
        with Image.open(chart) as picture:
            assert picture.width == 2 * (720 + 2 * 24), "as wide as the SVG, twice as sharp"
            colours = {colour for _, colour in picture.convert("RGB").getcolors() or ()}
            (code,) = zxingcpp.read_barcodes(picture.convert("L"))
        assert code.text == f"{ADDRESS}/{page}"
        assert {(0xFF,) * 3, (0x1B, 0x21, 0x26), (0x8A, 0x43, 0x00)} <= colours, "paper, ink and goal are what they are"
        assert len(colours) < 32
        assert f"{ADDRESS}/{page}" in chart.with_suffix(".svg").read_text("utf-8")


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_section_and_a_whole_report_are_long_pictures(built: Path, lang: str) -> None:
    for stem in ("2023/livelihood", "2022/city", "2022/report"):
        path = built / f"site/{lang}{stem}.long.png"
        drawing = ElementTree.fromstring(path.with_suffix(".svg").read_text("utf-8"))
        page = path.with_name(f"{path.name.partition('.')[0]}.html").read_text("utf-8")
        with Image.open(path) as picture:
            assert picture.width == 1080
            assert f"1080&nbsp;×&nbsp;{picture.height}" in page, "one knows how long it is"
            assert (drawing.get("width"), drawing.get("height")) == (str(picture.width), str(picture.height))
            (code,) = zxingcpp.read_barcodes(picture.convert("L"))
        assert code.text == f"{ADDRESS}/{lang}{stem}.html"
        assert path.stat().st_size < 400_000
    for page in ("2023/index.html", "data.html"):
        text = (built / f"site/{lang}{page}").read_text("utf-8")
        assert page == "2023/index.html" or 'href="2022/report.long.png"' in text
        assert re.search(r'href="[^"]*livelihood\.long\.png"', text)


def test_a_long_picture_that_cannot_be_set_is_not_led_to(built: Path) -> None:
    """The fonts of this build lack a character of a promise in Chinese."""
    assert "楼" in (built / "site/2023/economy.html").read_text("utf-8")
    assert not list(built.glob("site/2023/economy.long.*"))
    assert "2023/economy.long" not in (built / "site/data.html").read_text("utf-8")
    assert (built / "site/en/2023/economy.long.png").is_file()


def test_a_picture_is_painted_once(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(sheet: Sheet) -> bytes:
        raise AssertionError("painted again")

    before = {path.name: path.read_bytes() for path in (built / "site/2023").rglob("*.png")}
    monkeypatch.setattr(kept, "paint", never)
    held = typeface.characters() - {"楼"}
    monkeypatch.setattr(typeface, "characters", lambda: held)
    build(options(built, "again"))
    assert {path.name: path.read_bytes() for path in (built / "again/2023").rglob("*.png")} == before


def test_a_picture_that_was_damaged_is_painted_again(tmp_path: Path) -> None:
    picture = Picture(key="a", draw=lambda: sheet(9))
    first = Gallery(str(tmp_path)).png(picture)
    (path,) = (path for path in (tmp_path / "cards").iterdir() if len(path.name) == 64)
    path.write_bytes(path.read_bytes()[:-1])
    assert Gallery(str(tmp_path)).png(picture) == first


def test_what_a_build_does_not_use_goes(tmp_path: Path) -> None:
    Gallery(str(tmp_path)).png(Picture(key="old", draw=lambda: sheet(9)))
    (old,) = (path for path in (tmp_path / "cards").iterdir() if len(path.name) == 64)
    later = Gallery(str(tmp_path))
    begun = (tmp_path / "cards/begun").stat().st_mtime_ns
    os.utime(old, ns=(begun - 1, begun - 1))
    later.png(Picture(key="new", draw=lambda: sheet(8)))
    later.prune()
    assert not old.exists()
    assert len([path for path in (tmp_path / "cards").iterdir() if len(path.name) == 64]) == 1


def test_a_picture_is_in_its_own_colours_and_the_same_bytes_each_time() -> None:
    colours = {"paper": "#ffffff", "ink": "#102030", "goal": "#8a4300"}
    shapes = (
        Box(x=0, y=0, width=90, height=4, colour="goal"),
        Line(text="国A", x=2, y=6, size=30, colour="ink", bold=True),
    )
    made = paint.paint(Sheet(width=90, height=40, colours=colours, shapes=shapes))
    assert made == paint.paint(Sheet(width=90, height=40, colours=colours, shapes=shapes))
    with Image.open(io.BytesIO(made)) as picture:
        assert picture.mode == "P"
        found = {colour: n for n, colour in picture.convert("RGB").getcolors() or ()}
    assert found[0x8A, 0x43, 0x00] == 90 * 4
    assert found[0x10, 0x20, 0x30] > 100, "the letters have the very colour that is meant"
    assert len(found) > 4, "their edges are smooth"


def test_letters_stand_where_the_layout_has_them() -> None:
    """What Pillow draws is as wide as the table of widths says: nothing comes to lie on something else."""
    for bold in (False, True):
        text = "The 2023 goal, “河东区”: 1.65 万人 – WAVE"
        font = paint._font(100, bold)
        assert font.getlength(text) == pytest.approx(ems(text, bold) * 100, abs=0.5 * len(text))


def test_the_table_of_widths_is_that_of_the_fonts() -> None:
    known = typeface.widths()
    for bold, path in enumerate(typeface.fonts()):
        with TTFont(path, lazy=True) as font:
            advances, names = font["hmtx"], font.getBestCmap()
            for one in typeface.characters():
                assert known.get(one, [1000, 1000])[bold] == advances[names[ord(one)]][0], one
