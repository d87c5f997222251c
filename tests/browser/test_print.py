"""On paper: A4, the text, and nothing that only makes sense on a screen."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests import LANGUAGES
from tests.browser.conftest import NewPage
from tests.browser.specimens import Specimen
from tests.mini import CONTENT
from workreport.build import build
from workreport.options import Options

ONLY_ON_SCREEN = (
    ".skip",
    ".nav",
    ".menu",
    ".find",
    ".filters",
    ".narrow",
    ".crumbs",
    ".around",
    ".switch",
    ".footer nav",
    ".bar",
    ".reading > input",
)
A4 = (595, 842)
"""In points."""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["commitment-targets", "compare", "report"])
def test_prints_on_a4(kind: str, lang: str, specimens: tuple[Specimen, ...], served: str, page: Page) -> None:
    specimen = next(s for s in specimens if (s.kind, s.lang) == (kind, lang))
    page.emulate_media(color_scheme="dark")
    page.goto(served + specimen.path)
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert boxes
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {A4}
    assert b"/FontFile2" in pdf or b"/FontFile3" in pdf or b"/Type3" in pdf, "there is no text on the paper"
    assert len(boxes) >= (4 if kind == "report" else 1)

    if kind == "compare":
        assert len(boxes) <= 8, "the table is a table on paper, too"

    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 650, "height": 920})
    for selector in ONLY_ON_SCREEN:
        for hidden in page.locator(selector).all():
            expect(hidden).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("main")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


ADDRESS = "https://www.example.org/zt/record"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mini site as one builds it for a known address."""
    root = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("addressed") / "site"
    build(
        Options(
            content=CONTENT,
            output=folder,
            templates=root / "templates",
            assets=root / "assets",
            base_url=ADDRESS,
            charts=False,
            cards=False,
        )
    )
    return folder


def test_a_phone_reads_the_address_off_the_paper(addressed: Path, browser: Browser) -> None:
    """What is printed to be passed on names its own address, in letters and as a QR code."""
    page = browser.new_page(viewport={"width": 650, "height": 920})
    page.emulate_media(media="print")
    paths = sorted(p.relative_to(addressed).as_posix() for p in addressed.glob("**/2023/commitments/*.html"))
    paths += sorted(p.relative_to(addressed).as_posix() for p in addressed.glob("**/2022/metrics/*.html"))
    assert len(paths) > 20
    lists = ["2023/compare.html", "en/2023/report.html", "topics/economy.html"]
    for path in [*lists, *paths]:
        if path not in lists and not (addressed / path.replace(".html", ".json").removeprefix("en/")).is_file():
            continue
        page.goto((addressed / path).as_uri())
        if page.locator(".permalink").count() == 0:
            assert 'content="noindex"' in page.content(), f"{path} has moved or was retired"
            assert page.locator("article").count() == 0, f"{path}: an item without its address"
            continue
        assert page.locator(".permalink .address").inner_text() == f"{ADDRESS}/{path}"
        shot = Image.open(io.BytesIO(page.locator(".permalink svg").screenshot()))
        assert [code.text for code in zxingcpp.read_barcodes(shot)] == [f"{ADDRESS}/{path}"]
        box = page.locator(".permalink svg").bounding_box()
        assert box is not None
        assert round(box["width"]) == round(box["height"]) >= 110
    page.close()


def test_without_an_address_there_is_none_on_paper(served: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served + "2023/commitments/pocket-parks.html")
    assert page.locator(".permalink").count() == 0


def test_on_the_screen_there_is_no_code(addressed: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(next(addressed.glob("2023/commitments/*.html")).as_uri())
    expect(page.locator(".permalink")).to_be_hidden()
    page.close()
