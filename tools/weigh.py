"""How many bytes each type of page loads, compressed as servers do: python tools/weigh.py [SITE]

Without SITE, builds the content for a made-up address first, since a page with its address is the heavier one. Prints a
line for each type of page and refuses (exit 1) what is over its budget.
"""

from __future__ import annotations

import gzip
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport.build import Options, build  # noqa: E402
from workreport.i18n.words import LANGUAGES  # noqa: E402 - the checkout is not installed

ADDRESS = "https://www.example.gov.cn/zt/work-report"
SMALL, LARGE, PAINT = 30 * 1024, 90 * 1024, 14 * 1024
KINDS = {
    "home": (r"index\.html", SMALL),
    "commitment": (r"\d{4}/commitments/[^/]+\.html", SMALL),
    "metric": (r"\d{4}/metrics/[^/]+\.html", SMALL),
    "section": (r"\d{4}/(?!index|compare|report)[^/]+\.html", SMALL),
    "year": (r"\d{4}/index\.html", SMALL),
    "topic": (r"topics/[^/]+\.html", SMALL),
    "compare": (r"\d{4}/compare\.html", LARGE),
    "report": (r"\d{4}/report\.html", LARGE),
    "search": (r"search\.html", LARGE),
    "others": (r"[^/]+\.html", LARGE),
}
"""A type of page, the paths that it has, and the bytes that all it loads may take."""
PAINTED = ("home", "commitment", "section")
"""Types of page whose HTML, style and what runs before the first paint may take 14 KB."""

LOADED = re.compile(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]*assets/[^"]+)"[^>]*>')


class Weight(NamedTuple):
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


def heaviest(site: Path) -> Iterator[tuple[str, Weight]]:
    """The heaviest page of each type in each language."""
    for lang in LANGUAGES:
        root = site if lang == LANGUAGES[0] else site / lang
        left = {p.relative_to(root).as_posix() for p in root.rglob("*.html")}
        if lang == LANGUAGES[0]:
            left = {path for path in left if path.partition("/")[0] not in LANGUAGES}
        for kind, (pattern, _) in KINDS.items():
            own = {path for path in left if re.fullmatch(pattern, path)}
            left -= own
            if own:
                yield kind, max((weigh(site, (root / path).relative_to(site).as_posix()) for path in own), key=_size)


def _size(weight: Weight) -> int:
    return weight.loaded


def over(kind: str, weight: Weight) -> str:
    """What is wrong with a page's weight, or nothing."""
    budget = KINDS[kind][1]
    if weight.loaded > budget:
        return f"{weight.path}: {weight.loaded:,} bytes, {weight.loaded - budget:,} over the budget of {budget:,}"
    if kind in PAINTED and weight.painted > PAINT:
        return f"{weight.path}: {weight.painted:,} bytes before the first paint, of which {PAINT:,} are allowed"
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
                    store=str(ROOT / ".cache"),
                )
            )
        problems = []
        print(f"{'heaviest page of its type':66} {'loads':>8} {'budget':>8} {'to paint':>9}")
        for kind, weight in heaviest(site):
            print(f"{kind:11} {weight.path:54} {weight.loaded:8,} {KINDS[kind][1]:8,} {weight.painted:9,}")
            problems.append(over(kind, weight))
    for problem in filter(None, problems):
        print(problem, file=sys.stderr)
    return int(any(problems))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
