"""The labels of the Chinese government site rules. Pure.

Names and values follow 网页标签规范, an annex of 国办发〔2017〕47号. Each label stands once; one whose value is not
known is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workreport.pages.page import Page
from workreport.pages.voice import Voice


@dataclass(frozen=True, slots=True)
class Label:
    """A <meta> of the head."""

    name: str
    content: str


def known(labels: Mapping[str, str]) -> tuple[Label, ...]:
    """Those that have a value."""
    return tuple(Label(name, content) for name, content in labels.items() if content)


def frame_labels(voice: Voice, name: str, kind: str) -> tuple[Label, ...]:
    """The labels of the site and of a column, which has a name and a type."""
    site, host = voice.site, voice.site.host
    return known(
        {
            "SiteName": voice.plain(host.portal),
            "SiteDomain": host.domain or "",
            "SiteIDCode": host.site_code or "",
            "ColumnName": name,
            "ColumnDescription": voice.plain(site.tagline),
            "ColumnKeywords": ",".join(voice.plain(site.topics[topic]) for topic in site.used_topics),
            "ColumnType": kind,
        }
    )


def page_labels(voice: Voice, page: Page, address: str, image: str) -> tuple[Label, ...]:
    """The labels of a content page; `address` and `image` are absolute, "" without a base URL."""
    if page.keywords is None:
        return ()
    site = voice.site
    return known(
        {
            "ArticleTitle": page.title,
            "PubDate": site.first.get(page.path) or (site.releases[0].published if site.releases else ""),
            "ContentSource": voice.plain(site.newest.meta.issuer),
            "Keywords": ",".join(page.keywords),
            "Image": image,
            "Url": address,
        }
    )
