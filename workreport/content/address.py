"""The address that the site's folder may have: every address that a page gives of itself begins with it. Pure."""

from __future__ import annotations

import re

BASE_URL = (
    r"^https?://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?"
    r"(/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)*/?$"
)
"""Nothing that another address could not follow (? and #), no password to publish, no `..`; other letters are escaped."""
LONGEST = 2000
"""Characters that it may have: with the path of any page it still fits into a QR code, whose most is 2,331."""

_PAGE = re.compile(r"/index\.[a-z]+/?$", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Whether an address is that of a page and not of its folder."""
    return _PAGE.search(text) is not None


def is_base_url(text: str) -> bool:
    """Whether the site can have this address."""
    fits = re.fullmatch(BASE_URL, text) is not None and len(text) <= LONGEST
    return fits and not text.endswith("\n") and not is_page(text)
