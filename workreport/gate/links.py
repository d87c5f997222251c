"""The gate, check 8: every internal link and anchor of the rendered pages resolves. Pure.

Works on the pages as they will be published. Each page yields what it links to and the anchors that it
has; a set of all of them is compared with the set of all files at the end, so that pages may be rendered
in any order and in several processes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from workreport.diagnostics import Code, Diagnostic, did_you_mean

LINK_OUTSIDE = Code("link-outside", "A link leads out of the site.")
LINK_BROKEN = Code("link-broken", "A link leads to a file that is not there.")
LINK_ANCHOR = Code("link-anchor", "A link leads to an anchor that is not there.")

# Literal beginnings, which the regex engine finds fastest; templates put one space before an attribute.
_HREF = re.compile(r' href="([^"]*)"')
_SRC = re.compile(r' src="([^"]*)"')
_ANCHOR = re.compile(r' id="([^"]*)"')
_ELSEWHERE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class Links(NamedTuple):
    """What one page links to: each (file, anchor) once, and its own anchors."""

    targets: frozenset[tuple[str, str]]
    anchors: frozenset[str]
    outside: tuple[str, ...]
    """Relative addresses that lead out of the site."""


def scan(path: str, html: str, base_url: str = "") -> Links:
    """The internal links of the page at `path` (as published), and its anchors."""
    folder = path.rpartition("/")[0].split("/") if "/" in path else []
    targets = set()
    outside = []
    loaded = frozenset(_SRC.findall(html))
    for address in {*_HREF.findall(html), *loaded}:
        if base_url and (address + "/").startswith(base_url + "/"):
            # Absolute addresses of the site itself, as on the 404 page and in canonical links.
            file, _, anchor = address[len(base_url) :].lstrip("/").partition("#")
            targets.add((file, anchor))
            continue
        if _SCHEME.match(address):
            if address in loaded or not _ELSEWHERE.match(address):
                outside.append(address)  # pages load nothing from elsewhere, and link to no script and no data
            continue
        file, _, anchor = address.replace("&amp;", "&").partition("#")
        file = file.partition("?")[0]
        if not file:
            targets.add((path, anchor))
            continue
        if file.startswith("/"):
            outside.append(address)  # to the root of the host, which a sub-path or a disk does not share
            continue
        steps = list(folder)
        for step in file.split("/"):
            if step == "..":
                if not steps:
                    outside.append(address)
                    break
                steps.pop()
            elif step not in ("", "."):
                steps.append(step)
        else:
            targets.add(("/".join(steps), anchor))
    return Links(frozenset(targets), frozenset(_ANCHOR.findall(html)), tuple(outside))


def broken(pages: Mapping[str, Links], files: Collection[str]) -> list[Diagnostic]:
    """Every link to a file or an anchor that is not there. `files`: all paths of the site."""
    problems = []
    for path, links in pages.items():
        for address in links.outside:
            problems.append(
                Diagnostic(
                    path=path,
                    code=LINK_OUTSIDE,
                    message=f"the link {address} leads out of the site",
                    hint="links inside the site are relative and stay within it",
                )
            )
        for file, anchor in links.targets:
            if file not in files:
                problems.append(
                    Diagnostic(
                        path=path,
                        code=LINK_BROKEN,
                        message=f"the link to {file} leads nowhere",
                        hint=did_you_mean(file, files),
                    )
                )
            elif anchor and file in pages and anchor not in pages[file].anchors:
                problems.append(
                    Diagnostic(
                        path=path,
                        code=LINK_ANCHOR,
                        message=f"{file} has no anchor #{anchor}",
                        hint=did_you_mean(anchor, pages[file].anchors),
                    )
                )
    return problems
