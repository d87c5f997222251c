"""What the cache keeps, and charts on the site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests import ROOT
from tests.mini import CONTENT, copy
from workreport.build import build
from workreport.charts import drawings
from workreport.charts.drawings import Store, draw, key
from workreport.charts.engine import Engine
from workreport.charts.layout import FILE, FORMATS, LARGE, PAGE, Format
from workreport.charts.model import Chart
from workreport.charts.svg import COLOURS, Drawing
from workreport.cli import main

pytestmark = pytest.mark.slow


def test_byte_identical_whatever_was_drawn_before(
    made: list[Chart], raw: Mapping[tuple[str, str, Format], Drawing]
) -> None:
    store = Store("")
    draw(list(reversed(made))[:6], store)
    renderer = drawings.renderer_version()
    for chart in list(reversed(made))[:6]:
        for form in FORMATS:
            assert store.get(key(chart, form, renderer)) == raw[chart.path, chart.lang, form]


def stop() -> Engine:
    raise AssertionError("an engine starts")


def test_a_build_in_which_no_chart_changed_starts_no_engine(made: list[Chart], tmp_path: Path) -> None:
    first = Store(str(tmp_path))
    drawn = draw(made, first)
    first.save()
    again = Store(str(tmp_path))
    again.load()
    assert draw(made, again, stop) == drawn
    changed = replace(made[0], title="another")
    with pytest.raises(AssertionError):
        draw([changed], again, stop)
    assert draw([changed, *made[1:]], again)[changed.lang, changed.path] != drawn[changed.lang, changed.path]


def test_no_engine_starts_for_what_is_kept(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom workreport.build import build\nfrom workreport.options import Options\n"
        f"root = Path({str(ROOT)!r})\n"
        f"options = Options(content=Path({str(CONTENT)!r}), output=Path(sys.argv[1]), templates=root / 'templates', "
        f"assets=root / 'assets', store={str(tmp_path / 'store')!r})\n"
        "build(options)\nprint(sorted({'pyecharts', 'workreport.charts.engine'} & set(sys.modules)))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / name)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for name in ("one", "two")
    ]
    assert said == ["['pyecharts', 'workreport.charts.engine']\n", "[]\n"]
    assert (tmp_path / "one/SHA256SUMS").read_bytes() == (tmp_path / "two/SHA256SUMS").read_bytes()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 0}', '{"format": 1, "drawings": []}'])
def test_a_broken_store_counts_as_nothing(text: str, made: list[Chart], tmp_path: Path) -> None:
    (tmp_path / "charts.json").write_text(text, "utf-8")
    store = Store(str(tmp_path))
    store.load()
    assert store.get(key(made[0], PAGE, drawings.renderer_version())) is None


def test_the_key_holds_everything_that_is_drawn(made: list[Chart]) -> None:
    chart = next(c for c in made if c.kind == "bars")
    row = chart.rows[0]
    mark = replace(row.marks[0], low=row.marks[0].low + Decimal("0.1"))
    others = [
        replace(chart, lang="en" if chart.lang == "zh" else "zh"),
        replace(chart, unit="x"),
        replace(chart, rows=(replace(row, marks=(mark,)), *chart.rows[1:])),
    ]
    keys = {key(c, PAGE, "r") for c in (chart, *others)} | {key(chart, FILE, "r"), key(chart, PAGE, "s")}
    assert len(keys) == 6


def test_files_stand_alone(tmp_path: Path) -> None:
    options = copy(tmp_path)
    build(options)
    files = sorted(options.output.rglob("*.svg"))
    shown = [path for path in files if "/charts/" in path.as_posix()]
    assert len(shown) == 34
    for path in shown:
        text = path.read_text("utf-8")
        root = ElementTree.fromstring(text)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "var(" not in text
        assert "hit" not in text
        assert re.search("样例|Sample", text), "the source is named"
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for element in root.iter("{http://www.w3.org/2000/svg}text"):
            assert 0 <= float(element.attrib["y"]) <= height
            assert 0 <= float(element.attrib["x"]) <= width


def test_the_colours_of_files_are_those_of_the_light_page() -> None:
    css = (ROOT / "assets/site.css").read_text("utf-8")
    light = css[: css.index("@media")]
    assert dict(re.findall(r"--chart-([a-z-]+): (#[0-9a-f]{6});", light)) == COLOURS


def test_every_mode_sets_every_colour() -> None:
    css = (ROOT / "assets/site.css").read_text("utf-8")
    on_paper = (ROOT / "assets/print.css").read_text("utf-8")
    for start in ("@media (prefers-color-scheme: dark)", "@media (forced-colors: active)", ":root, "):
        text = on_paper if start == ":root, " else css
        block = text[text.index(start) :]
        block = block[: block.index("}\n" if text is on_paper else "\n}\n")]
        assert set(re.findall(r"--chart-([a-z-]+):", block)) == set(COLOURS), start


def test_without_charts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "site"
    assert main(["--no-charts", "--no-cache", "--content", str(CONTENT), "--output", str(output)]) == 0
    assert "pages, without charts, " in capsys.readouterr().out
    page = (output / "2023/compare.html").read_text("utf-8")
    assert "<svg" not in page
    assert "这次生成的网站没有画图；表中是同样的数据。" in page
    assert page.count('<details class="more" open>') == page.count("<figure") > 0
    assert not list(output.rglob("charts/*.svg"))
    assert list(output.rglob("charts/*.csv")), "the rows are data, and stay"


def test_rows_of_a_chart_are_rows_of_the_data(tmp_path: Path) -> None:
    options = replace(copy(tmp_path), charts=False)
    build(options)
    rows = (options.output / "2023/charts/parks-and-parking.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].startswith(
        "key,id,kind,year,section,section_title_zh,section_title_en,title_zh,title_en,value,value_high,unit,"
    )
    assert [row.split(",")[1:4] for row in rows[1:]] == [
        ["parks", "outcome", "2022"],
        ["parks", "target", "2023"],
        ["parking", "outcome", "2022"],
        ["parking", "target", "2023"],
    ]


def test_type_is_as_large_as_a_phone_needs() -> None:
    """A phone of 360 pixels, which shows 324 within its margins and 312 in large type: 12 pixels and more, and there 18 points."""
    assert min(PAGE.label, PAGE.value, PAGE.tick) * 324 / PAGE.width > 12
    assert min(LARGE.label, LARGE.value, LARGE.tick) * 312 / LARGE.width >= 24


def test_every_module_that_decides_a_drawing_is_in_the_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    here = tmp_path / "charts"
    shutil.copytree(ROOT / "workreport/charts", here, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(drawings, "_HERE", here)
    lines = tmp_path / "i18n/phrases.py"
    lines.parent.mkdir()
    shutil.copy(ROOT / "workreport/i18n/phrases.py", lines)
    files = [lines, *sorted(path for path in here.rglob("*") if path.suffix in (".py", ".js"))]
    assert {"text.py", "shapes.py", "kinds.py", "echarts.js", "echarts.min.js"} <= {path.name for path in files}
    seen = {drawings.renderer_version()}
    for path in files:
        path.write_bytes(path.read_bytes() + b"\n")
        seen.add(drawings.renderer_version())
    assert len(seen) == len(files) + 1
