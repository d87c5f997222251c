"""The gate, check 8: every internal link and anchor of the rendered pages resolves. Pure.

Works on the pages as they will be published. Each page yields what it links to and the anchors that it has; a set of
all of them is compared with the set of all files at the end, so that pages may be rendered in any order and in several
processes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, say
from workreport.gate import markup
from workreport.gate.remote import page_faults

LINK_OUTSIDE = Code("link-outside", say("A link leads out of the site."))
LINK_BROKEN = Code("link-broken", say("A link leads to a file that is not there."))
LINK_ANCHOR = Code("link-anchor", say("A link leads to an anchor that is not there."))

_ELSEWHERE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What one page links to: each (file, anchor) once, and its own anchors."""

    targets: frozenset[tuple[str, str]] = frozenset()
    anchors: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    """Addresses that lead out of the site and are not plainly those of another one."""
    remote: frozenset[str] = frozenset()
    """Tags that run code in the page, or load what is no file of the site."""


def scan(path: str, html: str, base_url: str = "") -> Links:
    """The internal links of the page at `path` (as published), its anchors, and what it loads from elsewhere."""
    page = markup.read(html)
    targets, outside, remote = set(), set(), set(page.code)
    for address in page.links | page.loads.keys():
        target = _target(path, address, base_url)
        if target is not None:
            targets.add(target)
        elif address in page.loads and _SCHEME.match(address):
            remote.add(page.loads[address])
        elif not _ELSEWHERE.match(address):
            outside.add(address)
    return Links(targets=frozenset(targets), anchors=page.anchors, outside=frozenset(outside), remote=frozenset(remote))


def _target(path: str, address: str, base_url: str) -> tuple[str, str] | None:
    """The file and the anchor that an address on the page at `path` means; None where it leads out of the site."""
    if base_url and (address + "/").startswith(base_url + "/"):
        # Absolute addresses of the site itself, as on the 404 page and in canonical links.
        file, _, anchor = address[len(base_url) :].lstrip("/").partition("#")
        return file.partition("?")[0], anchor
    file, _, anchor = address.partition("#")
    file = file.partition("?")[0]
    if not file:
        return path, anchor
    if _SCHEME.match(address) or file.startswith("/") or "\\" in file:
        return None  # `/` is the root of the host, which a sub-path or a disk does not share
    steps = path.split("/")[:-1]
    for step in file.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps), anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text of the content that may hold links."""

    place: tuple[str, int, int]
    """(path, line, column), for a diagnostic."""
    html: str
    pages: frozenset[str]
    """Those that show it."""


def broken(
    pages: Mapping[str, Links],
    files: Collection[str],
    texts: Callable[[], Iterable[Written]] = tuple,
    base_url: str = "",
) -> list[Diagnostic]:
    """Every link to a file or an anchor that is not there. `files`: all paths of the site.

    What one of the `texts` links to is told once, at its place, and not on each page that shows it.
    """
    found = list(_broken(pages, files))
    written = [*texts()] if found else []
    problems: dict[tuple[tuple[str, int, int], Message], Diagnostic] = {}
    for page, link, code, message, hint in found:
        path, line, column = place = next(
            (text.place for text in written if page in text.pages and _holds(scan(page, text.html, base_url), link)),
            (page, 0, 0),
        )
        told = Diagnostic(path=path, line=line, column=column, code=code, message=message, hint=hint)
        problems.setdefault((place, message), told)
    return [*page_faults({path: links.remote for path, links in pages.items() if links.remote}), *problems.values()]


def _holds(links: Links, link: str | tuple[str, str]) -> bool:
    return link in links.outside if isinstance(link, str) else link in links.targets


def _broken(
    pages: Mapping[str, Links], files: Collection[str]
) -> Iterator[tuple[str, str | tuple[str, str], Code, Message, Message]]:
    """For each page and link what is wrong with it: page, link, code, message and hint."""
    for path, links in pages.items():
        for address in links.outside:
            message = say("the link {address} leads out of the site", address=address)
            yield path, address, LINK_OUTSIDE, message, say("links inside the site are relative and stay within it")
        for file, anchor in links.targets:
            link = (file, anchor)
            if file not in files:
                message = say("the link to {file} leads nowhere", file=file)
                yield path, link, LINK_BROKEN, message, did_you_mean(file, files)
            elif anchor and file in pages and anchor not in pages[file].anchors:
                message = say("{file} has no anchor #{anchor}", file=file, anchor=anchor)
                yield path, link, LINK_ANCHOR, message, did_you_mean(anchor, pages[file].anchors)
