"""Charts to drawings: each from the cache where nothing of it changed, else from the engine.

The key of a drawing is everything that makes it: the chart's own values and words, the width, and the code, the library
and the versions that draw. What the cache holds is checked no less than what is drawn anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workreport.charts.layout import FILE, FORMATS, LARGE, PAGE, Format, layout
from workreport.charts.live import live
from workreport.charts.model import Chart
from workreport.charts.svg import COLOURS, Drawing, Drawings, Drawn, clean, inline, standalone
from workreport.charts.text import wrap
from workreport.i18n import language
from workreport.keeping import keep

if TYPE_CHECKING:
    from workreport.charts.engine import Engine

_HERE = Path(__file__).resolve().parent
_FORMAT = 2


class Store:
    """The drawings of the last build, in one file; a folder of "" keeps nothing."""

    def __init__(self, folder: str) -> None:
        self._path = os.path.join(folder, "charts.json") if folder else ""
        self._found: dict[str, list[Any]] = {}
        self._used: dict[str, list[Any]] = {}

    def load(self) -> None:
        """Read what is there. A file that is not ours, or not whole, counts as nothing."""
        try:
            with open(self._path, encoding="utf-8") as file:
                record = json.load(file)
            if record["format"] == _FORMAT and isinstance(record["drawings"], dict):
                self._found = record["drawings"]
        except (OSError, ValueError, KeyError, TypeError):
            pass

    def _of(self, key: str, size: int) -> list[Any] | None:
        found = self._used.get(key) or self._found.get(key)
        if found is None or len(found) != size:
            return None
        self._used[key] = found
        return found

    def get(self, key: str) -> Drawing | None:
        found = self._of(key, 5)
        if found is None:
            return None
        common, rows, fields, width, height = found
        return Drawing(
            common=common, rows=tuple(rows), fields=tuple(map(tuple, fields)), width=int(width), height=int(height)
        )

    def put(self, key: str, drawing: Drawing) -> None:
        self._used[key] = [drawing.common, drawing.rows, drawing.fields, drawing.width, drawing.height]

    def live(self, chart: Chart, renderer: str) -> str:
        """What the explorer draws of a chart, from here or made."""
        own = sha256(repr((renderer, "live", chart)).encode()).hexdigest()
        (found,) = self._of(own, 1) or [live(chart)]
        self._used[own] = [found]
        return str(found)

    def save(self) -> None:
        """Keep what this build used. What cannot be written costs time later and nothing else."""
        if not self._path or self._used.keys() == self._found.keys():
            return
        record = {"format": _FORMAT, "drawings": self._used}
        keep(self._path, json.dumps(record, ensure_ascii=False, sort_keys=True).encode())


def renderer_version() -> str:
    """A digest of all that turns a chart into a drawing: code, shim, library, versions of the packages."""
    digest = sha256()
    lines = _HERE.parent / "i18n" / "phrases.py"
    for path in (*sorted(p for p in _HERE.rglob("*") if p.suffix in (".py", ".js")), lines):
        digest.update(path.read_bytes())
    for package in ("mini-racer", "pyecharts", "rjieba"):
        try:
            digest.update(version(package).encode())
        except PackageNotFoundError:
            digest.update(b"none")
    return digest.hexdigest()


def key(chart: Chart, form: Format, renderer: str) -> str:
    """What a drawing is cached by: options follow from the chart, its language and the size."""
    return sha256(repr((renderer, form, chart)).encode()).hexdigest()


def draw(
    charts: Iterable[Chart],
    store: Store,
    start: Callable[[], Engine] | None = None,
    colours: Mapping[str, str] = COLOURS,
    addresses: Mapping[str, str] | None = None,
) -> Drawings:
    """Every chart drawn in each size; `colours` are those of the files to download, which say at which of `addresses`
    (by language, the root) the site is, if at any.

    Raises `Refusal` (chart-engine, chart-drawing).
    The engine starts with the first chart that the store does not have, and is closed before this returns.
    """
    renderer = renderer_version()
    wanted = [(chart, form) for chart in charts for form in FORMATS]
    done: dict[tuple[str, str, Format], Drawing] = {}
    missing = []
    for chart, form in wanted:
        found = store.get(key(chart, form, renderer))
        if found is None:
            missing.append((chart, form))
        else:
            done[chart.lang, chart.path, form] = found
    if missing:
        if start is None:
            from workreport.charts.engine import Engine

            start = Engine
        with start() as engine:
            for chart, form in missing:
                drawing = _draw(engine, chart, form)
                store.put(key(chart, form, renderer), drawing)
                done[chart.lang, chart.path, form] = drawing
    roots = addresses or {}
    return {
        (c.lang, c.path): _drawn(
            c,
            {form: done[c.lang, c.path, form] for form in FORMATS},
            colours,
            roots.get(c.lang, ""),
            store.live(c, renderer),
        )
        for c, _ in wanted
    }


def _draw(engine: Engine, chart: Chart, form: Format) -> Drawing:
    plan = layout(chart, form)
    name = f"{chart.path}-{chart.lang}-{form.width}"
    return clean(engine.draw(name, plan.options, plan.width, plan.height), plan.rows, name)


def _drawn(chart: Chart, drawings: Mapping[Format, Drawing], colours: Mapping[str, str], root: str, live: str) -> Drawn:
    slug, own = f"{chart.path.rpartition('/')[2]}-{chart.lang}", language(chart.lang)
    links = [(row.path, chart.spoken(row, own.colon, own.comma)) for row in chart.rows]

    def shown(form: Format, style: str) -> str:
        return inline(drawings[form], f"{slug}-{form.width}", style, chart.title, chart.description, links)

    wide = drawings[FILE]
    below = tuple(text for text in (chart.note, *chart.caveats, chart.classed) if text)
    about = (chart.source, *([f"{root}{chart.rows[0].path.partition('?')[0]}"] if root else ()))
    return Drawn(
        page=shown(PAGE, "usual"),
        large=shown(LARGE, "large"),
        file=standalone(
            wide,
            own.tag,
            wrap(chart.title, chart.lang, 19, wide.width, bold=True),
            " ".join((chart.description, *below)),
            [line for text in (*below, *about) for line in wrap(text, chart.lang, 14, wide.width)],
            colours,
        ),
        live=live,
        wide=wide,
        usual=drawings[PAGE],
        title=chart.title,
        below=below,
        source=about,
    )
