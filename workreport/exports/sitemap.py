"""What search engines read: the list of all addresses, and where it is. Pure; nothing without a base URL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from workreport.i18n import language
from workreport.site import Site, Urls, urls

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def crawler_files(site: Site, paths: Iterable[str], base_url: str) -> Iterator[tuple[str, bytes]]:
    """sitemap.xml, each page with its other languages, and robots.txt. `paths`: all pages of the first language."""
    if not base_url:
        return
    left_out = {urls.NOT_FOUND, *(urls.page(link.id) for link in (*site.moved, *site.gone))}
    places = Urls(languages=site.languages, base_url=base_url)
    ElementTree.register_namespace("", _SITEMAP)
    ElementTree.register_namespace("xhtml", _XHTML)
    root = ElementTree.Element(f"{{{_SITEMAP}}}urlset")
    for path in sorted(set(paths) - left_out):
        if urls.is_framed(path) or urls.is_former(path):
            continue  # made for frames, each of which names the page it belongs to, or no longer what the site says
        addresses = {lang: places.address(path, lang) for lang in site.languages}
        for lang in site.languages:
            url = ElementTree.SubElement(root, f"{{{_SITEMAP}}}url")
            ElementTree.SubElement(url, f"{{{_SITEMAP}}}loc").text = addresses[lang]
            if site.release is not None:
                ElementTree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = site.release.published[:10]
            for other in site.languages:
                link = {"rel": "alternate", "hreflang": language(other).tag, "href": addresses[other]}
                ElementTree.SubElement(url, f"{{{_XHTML}}}link", link)
    ElementTree.indent(root, "")
    yield urls.ADDRESSES, ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    yield urls.ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {base_url}/{urls.ADDRESSES}\n".encode()
