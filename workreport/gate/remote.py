"""The gate, check 8: nothing published runs code of its own or asks another host for something. Pure.

The pages' policy blocks most of it, in the browsers that know the policy; here it is refused before it is published.
Pages are looked at as they will be published, style sheets and drawings as they lie in the assets folder.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from workreport.diagnostics import Code, Diagnostic, Message, say

PAGE_REMOTE = Code("page-remote", say("A page runs code of its own or asks another host."))
ASSET_REMOTE = Code("asset-remote", say("An asset runs code or asks another host."))

_TAG = r"<[a-z][^<>]*?\s"
STYLE = re.compile(r"@import\b|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:(?!image/)|//)|\bexpression\s*\(", re.IGNORECASE)
_DRAWING = re.compile(
    rf"<script\b|<foreignobject\b|{_TAG}on[a-z]+\s*=|{_TAG}(?:xlink:)?href\s*=\s*(?:[\"'](?!#)|(?![\"'#\s]))|{STYLE.pattern}",
    re.IGNORECASE,
)
_HINT = say("pages load nothing from elsewhere; scripts and styles are files in assets/")


def page_faults(pages: Mapping[str, Collection[str]]) -> list[Diagnostic]:
    """Tags that pages may not have, by the pages' paths. What a template puts into many pages is told once."""
    where: dict[str, list[str]] = {}
    for path in sorted(pages):
        for tag in pages[path]:
            where.setdefault(tag, []).append(path)
    return [
        Diagnostic(path=paths[0], code=PAGE_REMOTE, message=_remote(tag, len(paths) - 1), hint=_HINT)
        for tag, paths in where.items()
    ]


def _remote(what: str, others: int = 0) -> Message:
    """What is wrong with a tag or a rule; `others`: on how many other pages it stands besides."""
    said = say("“{what}” runs code in the page or asks another host", what=what)
    if others == 1:
        return say("{said}, here and on 1 other page", said=said)
    return say("{said}, here and on {others} other pages", said=said, others=others) if others else said


def asset_faults(shown: str, text: str) -> list[Diagnostic]:
    """What a style sheet or a drawing would do; `shown` tells by its ending which of them it is."""
    found = []
    for match in (_DRAWING if shown.endswith(".svg") else STYLE).finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        said = " ".join(match[0].split())
        message = _remote(said if len(said) <= 60 else f"{said[:30]} … {said[-25:]}")
        found.append(Diagnostic(path=shown, line=line, column=column, code=ASSET_REMOTE, message=message, hint=_HINT))
    return found
