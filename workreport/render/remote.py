"""What in templates and assets would run code in a page, or ask another host for something. Pure.

The pages' policy blocks most of it, in the browsers that know the policy; here it is told before it is published. Only
plain cases are seen: templates and assets are the project's own, and this is for what is pasted in from elsewhere.
"""

from __future__ import annotations

import re

from workreport.diagnostics import Code, Diagnostic

TEMPLATE_REMOTE = Code("template-remote", "A template runs code in the page or asks another host.")
ASSET_REMOTE = Code("asset-remote", "An asset runs code or asks another host.")

_ELSEWHERE = r"[\"']?\s*(?:https?:|wss?:|data:text|javascript:)?//|[\"']?\s*javascript:"
_TAG = r"<[a-z][^<>]*?\s"
_PAGE = re.compile(
    r"<script\b(?![^>]*\ssrc=)(?![^>]*\stype=\"application/ld\+json\")"
    rf"|{_TAG}on[a-z]+\s*=|{_TAG}style\s*="
    rf"|{_TAG}(?:src|srcset|action|formaction|data|poster|background)\s*=\s*(?:{_ELSEWHERE})"
    r"|<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh"
    r"|<link\b[^>]*rel\s*=\s*[\"']?(?:preconnect|dns-prefetch|prefetch|preload|modulepreload|prerender)"
    rf"|<(?:link|base|use|image)\b[^>]*href\s*=\s*(?:{_ELSEWHERE})"
    r"|<(?:base|iframe|object|embed|style)\b",
    re.IGNORECASE,
)
_STYLE = re.compile(r"@import\b|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:(?!image/)|//)|\bexpression\s*\(", re.IGNORECASE)
_DRAWING = re.compile(
    rf"<script\b|<foreignobject\b|{_TAG}on[a-z]+\s*=|{_TAG}(?:xlink:)?href\s*=\s*(?:[\"'](?!#)|(?![\"'#\s]))|{_STYLE.pattern}",
    re.IGNORECASE,
)
_HINT = "pages load nothing from elsewhere; scripts and styles are files in assets/"


def page_faults(shown: str, text: str) -> list[Diagnostic]:
    """What a template would put into a page."""
    return _faults(shown, text, _PAGE, TEMPLATE_REMOTE)


def asset_faults(shown: str, text: str) -> list[Diagnostic]:
    """What a style sheet or a drawing would do; `shown` tells by its ending which of them it is."""
    return _faults(shown, text, _DRAWING if shown.endswith(".svg") else _STYLE, ASSET_REMOTE)


def _faults(shown: str, text: str, pattern: re.Pattern[str], code: Code) -> list[Diagnostic]:
    found = []
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        said = " ".join(match[0].split())
        shown_part = said if len(said) <= 60 else f"{said[:30]} … {said[-25:]}"
        message = f"“{shown_part}” runs code in the page or asks another host"
        found.append(Diagnostic(path=shown, line=line, column=column, code=code, message=message, hint=_HINT))
    return found
