"""Where everything is published: the one place that makes a path. Pure.

Paths are a public contract (docs/architecture.md, “Addresses”): links to them must go on working. They are relative to the root of
one language; `Urls` says where a language has its root, and what the absolute address is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workreport.content import ItemId

HOME = "index.html"
SEARCH = "search.html"
GLOSSARY = "glossary.html"
PLACES = "places.html"
TOPICS = "topics.html"
DATA = "data.html"
EXPLORER = "explore.html"
CODES = "codes.html"
CORRECTIONS = "corrections.html"
ABOUT = "about.html"
ACCESSIBILITY = "accessibility.html"
SITEMAP = "sitemap.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
MANIFEST = "manifest.json"
"""What the home screens of phones ask for."""
ADDRESSES = "sitemap.xml"
"""The list of all addresses, for search engines; at the root of the site, once for all languages."""
ROBOTS = "robots.txt"


def explored(group: str) -> str:
    """The explorer with a group of charts, as its list of groups knows it."""
    return f"{EXPLORER}?group={group}"


def year(number: int) -> str:
    """The page of a year: its sections."""
    return f"{number}/index.html"


def report(number: int) -> str:
    """The page of the whole report of a year."""
    return f"{number}/report.html"


def unused(number: int) -> str:
    """The page of what the site does not use of the report of a year."""
    return f"{number}/unused.html"


def compare(number: int) -> str:
    """The page of all comparisons of the report of a year."""
    return f"{number}/compare.html"


def page(item: ItemId) -> str:
    """The page of a metric, a commitment, a section or a topic; a target has none of its own."""
    return f"{item}.html"


def record(item: ItemId) -> str:
    """The data of one metric or commitment."""
    return f"{item}.json"


def embed(item: ItemId) -> str:
    """The page for frames of a commitment or a target."""
    return f"{item.year}/embed/{'comparisons' if item.kind == 'target' else 'commitments'}/{item.slug}.html"


def anchor(path: str, name: str) -> str:
    """A place on a page: a sentence or a block of a report, a target of a commitment, a term, a correction."""
    return f"{path}#{name}"


def release(version: str) -> str:
    """The entry of a release on the page about the site; its anchor is what stands behind #."""
    return anchor(ABOUT, f"release-{version.replace('.', '-')}")


VERSIONS = "versions.html"
"""What became of former versions."""


def version(number: str) -> str:
    """The records of a version, as they were."""
    return f"versions/{number}.html"


def kept(number: str) -> str:
    """A version in one zip; at the root of the site, once for all languages."""
    return f"versions/{number}.zip"


def former(number: str, path: str) -> str:
    """A file of a version that is another one now; likewise."""
    return f"versions/{number}/{path}"


def is_former(path: str) -> bool:
    """Whether a page shows a version as it was."""
    return path.startswith("versions/")


def topic(slug: str) -> str:
    """The page of a topic."""
    return page(ItemId("topic", 0, slug))


def topic_feed(slug: str) -> str:
    """The feed of a topic."""
    return f"topics/{slug}.xml"


def chart(number: int, name: str) -> str:
    """A chart, without the suffix of its files; also what it is known by."""
    return f"{number}/charts/{name}"


def drawing(chart: str) -> str:
    """The drawing of a chart, to download."""
    return f"{chart}.svg"


def picture(path: str) -> str:
    """The picture that shows a page where it is shared, or a chart."""
    return f"{path.removesuffix('.html')}.png"


def square(path: str) -> str:
    """The same for chats, which show a square; short, since an id takes most of what a file name may have."""
    return f"{path.removesuffix('.html')}.sq.png"


def long(path: str, suffix: str) -> str:
    """The long picture of a section, or of a whole report by its page."""
    return f"{path.removesuffix('.html')}.long.{suffix}"


def rows(chart: str) -> str:
    """The data of a chart."""
    return f"{chart}.csv"


def table(name: str, suffix: str) -> str:
    """The name of a table's file among those of the open data."""
    return f"{name}.{suffix}"


def data(name: str) -> str:
    """A file of the open data."""
    return f"data/{name}"


def view(number: int) -> str:
    """The name under which a reader saves the comparisons of a year that are shown."""
    return f"comparisons-{number}.csv"


def up(path: str) -> str:
    """From a page to the root that its path is relative to."""
    return "../" * path.count("/")


def is_framed(path: str) -> bool:
    """Whether a page is made for the frames of other sites."""
    return "/embed/" in path


@dataclass(frozen=True, slots=True, kw_only=True)
class Urls:
    """Where the languages have their roots. The first lives at the root of the site, each other in its own folder."""

    languages: Sequence[str]
    base_url: str = ""
    """The absolute address of the site without a slash at its end; "" where it is not known."""

    def output(self, path: str, lang: str) -> str:
        """Where a path of a language is published, relative to the root of the site."""
        return path if lang == self.languages[0] else f"{lang}/{path}"

    def address(self, path: str, lang: str) -> str:
        """The absolute address of a path of a language; "" without a base URL."""
        return f"{self.base_url}/{self.output(path, lang)}" if self.base_url else ""

    def link(self, path: str, lang: str) -> str:
        """The absolute address with a base URL, else the path relative to the root of the site."""
        return self.address(path, lang) or self.output(path, lang)
