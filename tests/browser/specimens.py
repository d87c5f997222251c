"""Which pages are looked at: one of every type, found in the built site and not by name.

Where a type has many pages, the one with the most in it is taken: the most targets, the longest title.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from workreport.i18n.words import LANGUAGES, WORDS

HEAVY = ("compare", "report", "sitemap")
"""Page types that list everything, and so may be long."""


class Specimen(NamedTuple):
    """A page of a type in a language. `path` is below the site's root."""

    kind: str
    lang: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.lang}"


def specimens_of(site: Path) -> tuple[Specimen, ...]:
    """One page of every type that the site has, in both languages."""
    found: list[Specimen] = []
    for kind, path in _paths(site).items():
        for lang in LANGUAGES:
            own = path if lang == LANGUAGES[0] else f"{lang}/{path}"
            assert (site / own).is_file(), f"{own} is missing"
            found.append(Specimen(kind, lang, own))
    return tuple(found)


def read(site: Path, name: str) -> list[dict[str, Any]]:
    """A file of the open data."""
    rows: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    assert rows, f"data/{name}.json is empty"
    return rows


def _paths(site: Path) -> dict[str, str]:
    metrics, commitments = read(site, "metrics"), read(site, "commitments")
    same = {row["target"].partition("/")[2] for row in read(site, "comparisons") if row["comparability"] == "same"}
    compared = {row["metric"] for row in read(site, "comparisons")}
    was, will = max(m["year"] for m in metrics), max(c["year"] for c in commitments)
    sections = {
        year: [p.relative_to(site).as_posix() for p in sorted((site / str(year)).glob("*.html")) if p.stem not in own]
        for year, own in ((was, {"index", "compare", "report"}), (will, {"index", "compare", "report"}))
    }
    pending = [path for path in sections[was] + sections[will] if WORDS["zh"]["pending"] in _text(site, path)]
    known = {str(m["url_zh"]) for m in metrics} | {str(c["url_zh"]) for c in commitments}
    items = {
        p.relative_to(site).as_posix() for kind in ("metrics", "commitments") for p in site.glob(f"*/{kind}/*.html")
    }
    found = {
        "home": "index.html",
        "year-review": f"{was}/index.html",
        "year-tasks": f"{will}/index.html",
        "section-review": _longest(site, sections[was]),
        "section-tasks": _longest(site, sections[will]),
        "metric-compared": _longest(site, (m["url_zh"] for m in metrics if f"{m['year']}/{m['id']}" in compared)),
        "metric-alone": _longest(site, (m["url_zh"] for m in metrics if f"{m['year']}/{m['id']}" not in compared)),
        "commitment-targets": max((c for c in commitments), key=lambda c: len(c["targets"]))["url_zh"],
        "commitment-words": _longest(site, (c["url_zh"] for c in commitments if not c["targets"])),
        "commitment-chart": _longest(site, (c["url_zh"] for c in commitments if same & set(c["targets"]))),
        "topic": _longest(site, (p.relative_to(site).as_posix() for p in site.glob("topics/*.html"))),
        "search": "search.html",
        "glossary": "glossary.html",
        "places": "places.html",
        "compare": f"{will}/compare.html",
        "report": f"{will}/report.html",
        "about": "about.html",
        "data": "data.html",
        "codes": "codes.html",
        "corrections": "corrections.html",
        "embed-commitment": _longest(site, _below(site, f"{will}/embed/commitments")),
        "embed-comparison": _longest(site, _below(site, f"{will}/embed/comparisons")),
        "accessibility": "accessibility.html",
        "sitemap": "sitemap.html",
        "404": "404.html",
    }
    # These two need not exist: a finished site has no pending section, and a young one no moved page.
    if pending:
        found["section-pending"] = _longest(site, pending)
    if items - known:
        found["moved"] = min(items - known)
    return found


def _below(site: Path, folder: str) -> list[str]:
    return [p.relative_to(site).as_posix() for p in sorted((site / folder).glob("*.html"))]


def _longest(site: Path, paths: Iterable[str]) -> str:
    return max(paths, key=lambda path: (len(_text(site, path)), path))


def _text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")
