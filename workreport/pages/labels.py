"""What a page says of itself to machines: the labels of the Chinese government site rules, and Open Graph. Pure.

Names and values follow 网页标签规范, an annex of 国办发〔2017〕47号. Each label stands once; one whose value is not
known is left out.
"""

from __future__ import annotations

from typing import NamedTuple

from workreport.i18n import LANGUAGES, Lang
from workreport.pages.page import Page, navigation
from workreport.site import Site


class Label(NamedTuple):
    """A <meta> of the head."""

    name: str
    content: str


_TYPES = {"home": "首页", "report": "政策文件"}
"""ColumnType by entry of the main navigation; every other page publishes figures. The vocabulary is Chinese."""

_LOCALES = {"zh": "zh_CN", "en": "en_US"}


def _known(labels: list[tuple[str, str]]) -> tuple[Label, ...]:
    return tuple(Label(name, content) for name, content in labels if content)


def frame_labels(site: Site, lang: Lang, active: str) -> tuple[Label, ...]:
    """The labels of the site and of the column: the same on all pages of a language and an entry of the navigation."""
    index = LANGUAGES.index(lang)
    host = site.host
    column = next((f.text for f in navigation(site, lang) if f.key == active), site.name[index])
    topics = [site.topics[topic][index] for topic in site.used_topics]
    return _known(
        [
            ("SiteName", (host.portal.zh, host.portal.en)[index] if host.portal else ""),
            ("SiteDomain", host.domain or ""),
            ("SiteIDCode", host.site_code or ""),
            ("ColumnName", column),
            ("ColumnDescription", site.tagline[index]),
            ("ColumnKeywords", ",".join(topics)),
            ("ColumnType", _TYPES.get(active, "数据发布")),
        ]
    )


def page_labels(site: Site, page: Page, address: str, image: str) -> tuple[Label, ...]:
    """The labels of a content page; `address` and `image` are absolute, "" without a base URL."""
    if page.keywords is None:
        return ()
    index = LANGUAGES.index(page.lang)
    issuer = site.newest.meta.issuer
    return _known(
        [
            ("ArticleTitle", page.title),
            ("PubDate", site.first.get(page.path) or (site.releases[0].published if site.releases else "")),
            ("ContentSource", (issuer.zh, issuer.en)[index]),
            ("Keywords", ",".join(page.keywords)),
            ("Image", image),
            ("Url", address),
        ]
    )


def open_graph(site: Site, page: Page, address: str, image: str) -> tuple[Label, ...]:
    """What a shared link shows; nothing without a base URL, since all addresses must be absolute."""
    if not address:
        return ()
    index = LANGUAGES.index(page.lang)
    return _known(
        [
            ("og:title", page.title),
            ("og:description", page.description),
            ("og:type", "website" if page.keywords is None else "article"),
            ("og:url", address),
            ("og:image", image),
            ("og:site_name", site.name[index]),
            ("og:locale", _LOCALES[page.lang]),
        ]
    )
