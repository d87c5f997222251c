"""Charts: what they say, how they are drawn, what is refused, what the cache keeps, and a build without them."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import ROOT
from tests.mini import CONTENT, copy
from workreport.build import build
from workreport.charts import drawings, engine
from workreport.charts.drawings import Store, draw, key
from workreport.charts.engine import Engine
from workreport.charts.layout import LABEL, VALUE, WIDTHS, advance, layout, wrap
from workreport.charts.model import Chart, charts, drawable, families
from workreport.charts.svg import COLOURS, Drawing, Node, clean
from workreport.cli import main
from workreport.content.load import load
from workreport.diagnostics.diagnostic import Refusal
from workreport.gate.verify import verify
from workreport.site.model import Site
from workreport.site.resolve import resolve


@pytest.fixture(scope="module")
def site() -> Site:
    return resolve(verify(load(CONTENT)))


@pytest.fixture(scope="module")
def made(site: Site) -> list[Chart]:
    return [chart for lang in ("zh", "en") for chart in charts(site, lang).values()]


@pytest.fixture(scope="module")
def raw(made: list[Chart]) -> Mapping[tuple[str, str, int], Drawing]:
    """Every drawing of the mini site, by path, language and width."""
    store = Store("")
    draw(made, store)
    renderer = drawings.renderer_version()
    found = {(c.path, c.lang, w): store.get(key(c, w, renderer)) for c in made for w in WIDTHS}
    return {place: drawing for place, drawing in found.items() if drawing}


# -- what charts there are


def test_each_kind_is_there_in_both_languages(made: list[Chart]) -> None:
    assert {(c.kind, c.lang) for c in made} == {
        (k, lang) for k in ("bars", "share", "dumbbell") for lang in ("zh", "en")
    }
    assert len({(c.path, c.lang) for c in made}) == len(made)


def test_only_the_same_measure_shares_an_axis(site: Site, made: list[Chart]) -> None:
    drawn = {
        f"{c.target.year}/charts/target-{c.target.id.slug}"
        for c in site.comparisons.values()
        if c.comparability == "same"
    }
    assert {c.path for c in made if "/target-" in c.path} == drawn
    for report in site.reports:
        for family in families(report):
            assert all(drawable(c) for c in family)
            assert len({c.metric.quantity.plain_unit for c in family if c.metric}) == 1


def test_a_chart_says_everything_that_it_draws(made: list[Chart]) -> None:
    for chart in made:
        for row in chart.rows:
            assert row.label in chart.description
            assert row.value in chart.description
            assert len(row.cells) == len(chart.head)
        assert chart.title
        assert chart.source


def test_bars_are_sorted_and_say_what_kind_of_figure_they_are(made: list[Chart]) -> None:
    for chart in made:
        if chart.kind == "bars":
            sizes = [row.marks[0].high or row.marks[0].low for row in chart.rows]
            assert sizes == sorted(sizes, reverse=True)
    money = next(c for c in made if c.path == "2022/charts/money" and c.lang == "en")
    assert [e.form for e in money.legend] == ["estimate", "up"]
    assert money.unit == "Unit: billion yuan"


# -- text


@settings(derandomize=True, database=None, max_examples=300, deadline=None)
@given(st.text("新建公园（社区），《报告》abc def 12.5% 3–5 ", min_size=1, max_size=60), st.integers(90, 400))
def test_wrapped_text_is_whole_and_fits(text: str, width: int) -> None:
    lines = wrap(text, 16, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # A run that cannot be broken may be wider than a very narrow column; nothing else may.
        assert advance(line, 16) <= width or not re.search(r"(?<=\S)\s(?=\S)", line)
        assert line == line.strip()


def test_lines_are_balanced_and_keep_punctuation() -> None:
    lines = wrap("“双万双服促发展”平台问题按时办理率和答复率（全部办复）", 16, 300)
    assert len(lines) == 2
    assert abs(advance(lines[0], 16) - advance(lines[1], 16)) <= 2 * 16
    for line in lines:
        assert line[0] not in "，。）”》"
        assert line[-1] not in "（“《"


# -- geometry


BAR = re.compile(r'<path d="M0 [\d.]+l([\d.]+) 0l0 16[^"]+" fill="var\(--chart-(?:outcome|goal-pale|pale|count)\)')


def test_bars_begin_at_zero_and_are_as_long_as_their_values(
    made: list[Chart], raw: Mapping[tuple[str, str, int], Drawing]
) -> None:
    for chart in made:
        if chart.kind == "dumbbell":
            continue
        for width in WIDTHS:
            lengths = [float(length) for length in BAR.findall(raw[chart.path, chart.lang, width].body)]
            values = [float(r.marks[0].low / (r.whole or 1)) for r in chart.rows]
            assert len(lengths) == len(values), chart.path
            for length, value in zip(lengths, values, strict=True):
                assert length == pytest.approx(value * lengths[0] / values[0], abs=0.2), chart.path


def test_no_text_leaves_the_drawing(made: list[Chart]) -> None:
    for chart in made:
        for width in WIDTHS:
            for row in layout(chart, width).options["series"][0]["itemPayload"]["rows"]:
                for shape in row:
                    if shape["type"] == "text":
                        bold = "fontWeight" in shape["style"]
                        size = advance(shape["style"]["text"], shape["style"]["fontSize"], bold=bold)
                        start = shape["x"] - (size if shape["style"]["align"] == "right" else 0)
                        assert start >= -1, (chart.path, shape)
                        assert start + size <= width + 1, (chart.path, shape)


def test_rows_do_not_overlap(made: list[Chart]) -> None:
    for chart in made:
        for width in WIDTHS:
            plan = layout(chart, width)
            ends = [top + height for top, height in plan.rows]
            assert all(top >= end for (top, _), end in zip(plan.rows[1:], ends, strict=False))
            assert ends[-1] <= plan.height


# -- the drawing


def test_drawings_hold_no_colour_no_style_and_no_id(raw: Mapping[tuple[str, str, int], Drawing]) -> None:
    for name, drawing in raw.items():
        assert not re.search(r"#[0-9a-fA-F]{3}|rgb|style|\bid=|url\(|<script|NaN", drawing.body), name
        assert set(re.findall(r"--chart-([a-z-]+)", drawing.body)) <= set(COLOURS)
        ElementTree.fromstring(f"<svg>{drawing.body}</svg>")


def test_byte_identical_whatever_was_drawn_before(
    made: list[Chart], raw: Mapping[tuple[str, str, int], Drawing]
) -> None:
    store = Store("")
    draw(list(reversed(made))[:6], store)
    renderer = drawings.renderer_version()
    for chart in list(reversed(made))[:6]:
        for width in WIDTHS:
            assert store.get(key(chart, width, renderer)) == raw[chart.path, chart.lang, width]


def node(tag: str, attributes: dict[str, Any], text: str | None = None) -> list[Any]:
    return [tag, attributes, [], text]


GOOD = [
    node("path", {"d": "M0 0L1 1", "fill": "var(--chart-outcome)", "ecmeta_data_index": "0"}),
    node("text", {"style": "font-size:16px;font-family:sans-serif;", "fill": "var(--chart-ink)", "y": 3}, "a < b"),
]


def cleaned(*extra: list[Any], good: list[list[Any]] | None = None) -> Drawing:
    tree: Node = ("svg", {"width": 360, "height": 90}, [*(GOOD if good is None else good), *extra], None)
    return clean(tree, [(0, 90)], "2023/charts/sample")


def test_a_good_drawing() -> None:
    drawing = cleaned()
    assert '<text x="0" y="8.6" fill="var(--chart-ink)" font-size="16">a &lt; b</text>' in drawing.body
    assert drawing.body.count('class="hit"') == 1


@pytest.mark.parametrize(
    ("extra", "good", "said"),
    [
        ([node("path", {"d": "M0 0", "fill": "#333"})], None, "has the colour #333, which is no variable of the page"),
        ([node("path", {"d": "M0 0", "fill": "var(--paper)"})], None, "has the colour var(--paper)"),
        ([node("path", {"d": "M0 0", "fill": "var(--chart-pink)"})], None, "has the colour var(--chart-pink)"),
        ([node("path", {"d": "M0 0", "stroke": "red"})], None, "has the colour red"),
        ([node("path", {"d": "M0 0", "fill": "none", "style": "fill:red"})], None, "has a style or a transform on <path>"),
        ([node("path", {"d": "M0 0", "fill": "none"})], None, "has a <path> that nobody can see"),
        ([node("path", {"d": "MNaN 0", "fill": "var(--chart-ink)"})], None, "has a d that is no number"),
        ([node("image", {"href": "x"})], None, "holds a <image>"),
        ([["path", {}, [["path", {}, [], None]], None]], None, "holds something inside a <path>"),
        ([node("path", {"onclick": "x"})], None, "has the attribute onclick on <path>"),
        ([node("text", {"fill": "var(--chart-ink)"}, "x")], None, "has a text that is set in another way"),
        ([node("text", {}, "x")], None, "has a text without a colour"),
        ([], [], "shows nothing in row 1"),
        ([], GOOD[:1], "has no text"),
    ],
)  # fmt: skip
def test_other_drawings_are_refused(extra: list[list[Any]], good: list[list[Any]] | None, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        cleaned(*extra, good=good)
    (problem,) = caught.value.diagnostics
    assert problem.code.name == "chart-drawing"
    assert str(problem).startswith(f"2023/charts/sample: error[chart-drawing]: the drawing {said}")


# -- the engine


def test_another_library_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "echarts.min.js"
    other.write_bytes(engine.LIBRARY.read_bytes().replace(b"\n", b"\r\n"))
    monkeypatch.setattr(engine, "LIBRARY", other)
    with pytest.raises(Refusal) as caught, Engine():
        pass
    assert str(caught.value) == (
        "workreport/charts/vendor/echarts/echarts.min.js: error[chart-engine]: this is not ECharts 6.1.0 as published: its "
        "checksum differs\n  hint: restore the file from the repository; Git must not change its line ends"
    )


@pytest.mark.parametrize(("module", "package"), [("py_mini_racer", "mini-racer"), ("pyecharts", "pyecharts")])
def test_a_missing_package_is_named(module: str, package: str, tmp_path: Path) -> None:
    """In a process of its own, as an installation without the package behaves."""
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from workreport.cli import main\n"
        f"sys.exit(main(['--no-cache', '--content', {str(CONTENT)!r}, '--output', {str(tmp_path / 'site')!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"requirements.txt: error[chart-engine]: charts need the package {package}, which is not installed\n"
        "  hint: python -m pip install --require-hashes -r requirements.txt; or build with --no-charts\n"
        "1 problem; nothing was published; the last good site is as it was\n"
    )
    assert not (tmp_path / "site").exists()


def test_an_engine_that_does_not_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    import py_mini_racer

    def broken() -> None:
        raise OSError("libmini_racer: wrong ELF class")

    monkeypatch.setattr(py_mini_racer, "MiniRacer", broken)
    with pytest.raises(Refusal) as caught, Engine():
        pass
    (problem,) = caught.value.diagnostics
    assert problem.code.name == "chart-engine"
    assert problem.message == "the package mini-racer does not run here: libmini_racer: wrong ELF class"


def test_the_engine_runs_inside_an_event_loop(made: list[Chart]) -> None:
    """A server that rebuilds on a change does so from its event loop."""
    plan = layout(made[0], 360)

    async def served() -> object:
        with Engine() as engine:
            return engine.draw("x", plan.options, plan.width, plan.height)[0]

    with ThreadPoolExecutor(1) as thread:  # other tests may have left a loop in this one
        assert thread.submit(lambda: asyncio.run(served())).result() == "svg"


def test_what_echarts_cannot_draw_is_refused_by_name(made: list[Chart]) -> None:
    plan = layout(made[0], 360)
    options = json.loads(json.dumps(plan.options))
    options["series"][0]["itemPayload"]["rows"][0] = [{"type": "star"}]
    with Engine() as engine:
        with pytest.raises(Refusal) as caught:
            engine.draw("2023/charts/x", options, 360, 100)
        assert engine.draw("y", plan.options, plan.width, plan.height)[0] == "svg", "the engine goes on after it"
    assert str(caught.value).startswith("2023/charts/x: error[chart-drawing]: ECharts fails: Error: unknown shape star")
    options["series"][0]["type"] = "unheard-of"
    with Engine() as engine, pytest.raises(Refusal, match="chart-drawing"):
        clean(engine.draw("z", options, plan.width, plan.height), plan.rows, "z")


# -- the cache


def stop() -> Engine:
    raise AssertionError("an engine starts")


def test_a_build_in_which_no_chart_changed_starts_no_engine(made: list[Chart], tmp_path: Path) -> None:
    first = Store(str(tmp_path))
    drawn = draw(made, first)
    first.save()
    again = Store(str(tmp_path))
    again.load()
    assert draw(made, again, stop) == drawn
    changed = made[0]._replace(title="another")
    with pytest.raises(AssertionError):
        draw([changed], again, stop)
    assert draw([changed, *made[1:]], again)[changed.lang, changed.path] != drawn[changed.lang, changed.path]


def test_neither_package_is_imported_for_what_is_kept(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom workreport.build import Options, build\n"
        f"root = Path({str(ROOT)!r})\n"
        f"options = Options(Path({str(CONTENT)!r}), Path(sys.argv[1]), root / 'templates', root / 'assets', '', 1, True, "
        f"{str(tmp_path / 'store')!r})\n"
        "build(options)\nprint(sorted({'pyecharts', 'py_mini_racer'} & set(sys.modules)))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / name)], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        for name in ("one", "two")
    ]
    assert said == ["['py_mini_racer', 'pyecharts']\n", "[]\n"]
    assert (tmp_path / "one/SHA256SUMS").read_bytes() == (tmp_path / "two/SHA256SUMS").read_bytes()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 0}', '{"format": 1, "drawings": []}'])
def test_a_broken_store_counts_as_nothing(text: str, made: list[Chart], tmp_path: Path) -> None:
    (tmp_path / "charts.json").write_text(text, "utf-8")
    store = Store(str(tmp_path))
    store.load()
    assert store.get(key(made[0], 360, drawings.renderer_version())) is None


def test_the_key_holds_everything_that_is_drawn(made: list[Chart]) -> None:
    chart = next(c for c in made if c.kind == "bars")
    row = chart.rows[0]
    mark = row.marks[0]._replace(low=row.marks[0].low + Decimal("0.1"))
    others = [
        chart._replace(lang="en" if chart.lang == "zh" else "zh"),
        chart._replace(unit="x"),
        chart._replace(rows=(row._replace(marks=(mark,)), *chart.rows[1:])),
    ]
    keys = {key(c, 360, "r") for c in (chart, *others)} | {key(chart, 720, "r"), key(chart, 360, "s")}
    assert len(keys) == 6


# -- on the site


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
    assert page.count("<details open>") == page.count("<figure") > 0
    assert not list(output.rglob("charts/*.svg"))
    assert list(output.rglob("charts/*.csv")), "the rows are data, and stay"


def test_rows_of_a_chart_are_rows_of_the_data(tmp_path: Path) -> None:
    options = copy(tmp_path)._replace(charts=False)
    build(options)
    rows = (options.output / "2023/charts/parks-and-parking.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("id,kind,year,section,title_zh,title_en,value,value_high,unit,")
    assert [row.split(",")[:3] for row in rows[1:]] == [
        ["parks", "outcome", "2022"],
        ["parks", "target", "2023"],
        ["parking", "outcome", "2022"],
        ["parking", "target", "2023"],
    ]


def test_type_is_as_large_as_a_phone_needs() -> None:
    """A drawing of 360 shown in 328 pixels (a phone of 360 with its margins) keeps its text at 12 pixels and more."""
    assert min(LABEL, VALUE, 14) * 328 / 360 > 12
