"""The mini site as it should come out: tests/golden/expected/, compared by tests/unit/test_golden.py.

python -m tests.golden.update     writes it anew; read the difference before you commit
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests import LANGUAGES, mini
from tests.mini import CONTENT
from workreport.build import build
from workreport.charts.catalogue import charts
from workreport.content.load import load
from workreport.gate.verify import verify
from workreport.pages.registry import pages
from workreport.site.resolve import resolve

EXPECTED = Path(__file__).resolve().parent / "expected"

# A page of each kind; what of a page type needs a second page to be seen is named here too. The first page of a
# template that no page here is made from is added to them.
PAGES = (
    "index.html",
    "404.html",
    "about.html",
    "accessibility.html",
    "sitemap.html",
    "glossary.html",
    "places.html",
    "2021/metrics/parking-in-five-years.html",  # of five years, cumulative
    "2022/commitments/park-area.html",  # a goal for 2030
    "2022/compare.html",  # goals for different years
    "2022/index.html",  # a review and tasks in one year
    "2022/overview.html",  # a summary in Markdown
    "2022/city.html",  # a hostile summary
    "2022/metrics/enterprises.html",  # a place
    "2022/metrics/budget-revenue.html",  # an estimate, a rise, a note; compared on another basis
    "2022/metrics/community-parks.html",  # a part of another
    "2022/metrics/parks.html",  # with a part
    "2022/metrics/pm25.html",  # a subscript, a fall; lower is better
    "2022/metrics/air.html",  # moved
    "2023/compare.html",  # every class of comparison
    "2023/report.html",
    "2023/unused.html",
    "2023/economy.html",
    "2023/government.html",  # pending
    "2023/commitments/main-targets.html",  # three targets: another basis, in words, none to compare with
    "2023/commitments/buildings.html",  # an order left open, a range
    "2023/commitments/trees.html",  # retired
)
RECORDS = ("2021/metrics/parking-in-five-years.json", "2022/metrics/pm25.json", "2023/commitments/main-targets.json")
BINARY = ("data/workbook.xlsx", "data/all.zip")
_FINGERPRINT = re.compile(r"(assets/[a-z0-9-]+\.)[0-9a-f]{10}(?=\.[a-z0-9]+)")


def plain(text: str) -> str:
    """Text with the fingerprints of assets taken out, so that a change of style changes no page here."""
    return _FINGERPRINT.sub(r"\1fingerprint", text)


def golden(output: Path) -> Mapping[str, bytes]:
    """Build the mini site into `output`: of its files those that are kept, and the names of all as files.txt."""
    build(mini.options(CONTENT, output))
    names = sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file())
    wanted = {path for page in _kept() for path in (page, f"en/{page}")} | set(RECORDS)
    wanted |= {name for name in names if name.startswith("data/") or name.endswith((".xml", ".txt"))}
    wanted |= {name for name in names if "/charts/" in name}
    wanted -= set(BINARY)  # tests/unit/test_data.py reads them as their users do
    kept = {name: plain((output / name).read_bytes().decode("utf-8")).encode() for name in sorted(wanted)}
    kept["files.txt"] = "".join(f"{name}\n" for name in sorted(map(plain, names))).encode()
    return kept


def _kept() -> list[str]:
    kept = list(PAGES)
    site = resolve(verify(load(CONTENT)))
    made = list(pages(site, LANGUAGES[0], charts(site, LANGUAGES[0]), {}))
    seen = {page.type.template for page in made if page.path in PAGES}
    for page in made:
        if page.type.template not in seen:
            seen.add(page.type.template)
            kept.append(page.path)
    return kept
