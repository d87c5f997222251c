"""The web manifest of each language: what phones ask for when a reader puts the site on the home screen. Pure.

It opens in a browser as any other page does, and nothing of the site is kept for use without a network. Only where the
site's address is known: browsers refuse a manifest of a site that is opened from disk, and say so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workreport.filenames import media_type
from workreport.i18n import language
from workreport.site import Site, Urls, urls


def manifests(site: Site, base_url: str, icons: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each with its path; `icons` are square pictures by their path from the root of the site."""
    if not base_url:
        return
    paths = Urls(languages=site.languages)
    for lang in site.languages:
        path = paths.output(urls.MANIFEST, lang)
        value: dict[str, Any] = {
            "name": site.name[lang],
            "description": site.tagline[lang],
            "lang": language(lang).tag,
            "start_url": urls.HOME,
            "scope": "./",
            "display": "browser",
            "icons": [
                {"src": urls.up(path) + icon, "sizes": _sizes(icon, data), "type": media_type(icon)}
                for icon, data in icons.items()
            ],
        }
        yield path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _sizes(name: str, data: bytes) -> str:
    """In pixels, as a PNG says at its head."""
    if name.endswith(".svg"):
        return "any"
    return "x".join(str(int.from_bytes(data[at : at + 4])) for at in (16, 20))
