"""How many bytes each type of page loads, compressed as servers do: python3 tools/weigh.py [SITE]

Without SITE, builds the content for a made-up address first, since a page with its address is the heavier one. Prints a
line for each type of page, and refuses (exit 1) what is over the budget that the registry gives it.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("pydantic")

from workreport.build import build  # noqa: E402
from workreport.charts import charts  # noqa: E402
from workreport.content import load  # noqa: E402
from workreport.gate import verify  # noqa: E402
from workreport.options import Options  # noqa: E402
from workreport.pages import Page, PageType, pages  # noqa: E402
from workreport.site import resolve  # noqa: E402

ADDRESS = "https://www.example.gov.cn/zt/work-report"
LOADED = re.compile(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]*assets/[^"]+)"[^>]*>')


@dataclass(frozen=True, slots=True)
class Weight:
    """A page's bytes, compressed: all that it loads, and what it needs before the first paint."""

    path: str
    loaded: int
    painted: int


def weigh(site: Path, path: str) -> Weight:
    """The weight of a page of a built site; `path` is below its root."""
    html = (site / path).read_text(encoding="utf-8")
    loaded = painted = len(gzip.compress(html.encode(), 6))
    for address, match in {m[1]: m for m in reversed([*LOADED.finditer(html)])}.items():
        if "apple-touch-icon" in match[0]:
            continue  # fetched when somebody puts the page on the home screen
        folder = site if address.startswith(ADDRESS) else (site / path).parent  # the 404 page has absolute addresses
        file = folder / address.removeprefix(f"{ADDRESS}/")
        size = len(gzip.compress(file.read_bytes(), 6))
        loaded += size
        if (".css" in address and 'media="print"' not in match[0]) or (
            match[0].startswith("<script") and " defer" not in match[0]
        ):
            painted += size
    return Weight(path, loaded, painted)


def made(content: Path = ROOT / "content") -> Iterator[Page]:
    """Every page of a content folder in every language, as far as the registry makes it: not rendered."""
    site = resolve(verify(load(content)))
    for lang in site.languages:
        yield from pages(site, lang, charts(site, lang), {}, ADDRESS)


def heaviest(site: Path) -> Iterator[tuple[PageType[Any], Weight]]:
    """The heaviest page of each type in each language."""
    found: dict[tuple[str, str], tuple[PageType[Any], Weight]] = {}
    for page in made():
        weight, key = weigh(site, page.output), (page.type.key, page.lang)
        if key not in found or weight.loaded > found[key][1].loaded:
            found[key] = page.type, weight
    order = list(dict.fromkeys(key for key, _ in found))
    for key in sorted(found, key=lambda key: order.index(key[0])):
        yield found[key]


def over(kind: PageType[Any], weight: Weight) -> str:
    """What is wrong with a page's weight, or nothing."""
    budget = kind.budget
    if weight.loaded > budget:
        return f"{weight.path}: {weight.loaded:,} bytes, {weight.loaded - budget:,} over the budget of {budget:,}"
    if kind.paint and weight.painted > kind.paint:
        return f"{weight.path}: {weight.painted:,} bytes before the first paint, of which {kind.paint:,} are allowed"
    return ""


def main(arguments: list[str]) -> int:
    """Print the table; 1 if something is over its budget."""
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(arguments[0]) if arguments else Path(temporary) / "site"
        if not arguments:
            build(
                Options(
                    content=ROOT / "content",
                    output=site,
                    templates=ROOT / "templates",
                    assets=ROOT / "assets",
                    base_url=ADDRESS,
                    cards=False,
                    store=str(ROOT / ".cache"),
                )
            )
        problems = []
        print(f"{'heaviest page of its type':68} {'loads':>8} {'budget':>8} {'to paint':>9}")
        for kind, weight in heaviest(site):
            print(f"{kind.key:13} {weight.path:54} {weight.loaded:8,} {kind.budget:8,} {weight.painted:9,}")
            problems.append(over(kind, weight))
    for problem in filter(None, problems):
        print(problem, file=sys.stderr)
    return int(any(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
