"""Links of rendered pages: what a page links to, which anchors it has, and which of its links lead nowhere."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import mini
from tests.mini import CONTENT
from workreport.build import build
from workreport.gate.links import Links, Written, broken, scan


def page(*addresses: str, anchors: tuple[str, ...] = ()) -> str:
    return "".join(f'<a href="{a}">x</a>' for a in addresses) + "".join(f'<p id="{a}">' for a in anchors)


@pytest.mark.parametrize(
    ("path", "address", "target"),
    [
        ("index.html", "about.html", ("about.html", "")),
        ("index.html", "./about.html", ("about.html", "")),
        ("index.html", "2023/report.html#p12", ("2023/report.html", "p12")),
        ("2023/report.html", "../index.html", ("index.html", "")),
        ("2023/report.html", "compare.html", ("2023/compare.html", "")),
        ("2023/report.html", "#p12", ("2023/report.html", "p12")),
        ("2023/report.html", "", ("2023/report.html", "")),
        ("en/2022/metrics/jobs.html", "../../../2022/metrics/jobs.html", ("2022/metrics/jobs.html", "")),
        ("en/2022/metrics/jobs.html", "../../2023/x.html#a", ("en/2023/x.html", "a")),
        ("index.html", "2022/", ("2022", "")),
        ("index.html", "a&amp;b.html", ("a&b.html", "")),
    ],
)
def test_internal_addresses(path: str, address: str, target: tuple[str, str]) -> None:
    assert scan(path, page(address)) == Links(targets=frozenset({target}))


@pytest.mark.parametrize(
    "html",
    [
        "<a href='abuot.html'>x</a>",
        "<a href=abuot.html>x</a>",
        "<A HREF=abuot.html>x</A>",
        '<a\nhref="abuot.html">x</a>',
        '<a class="x"\thref = "abuot.html">x</a>',
        '<a/href="abuot.html">x</a>',
        '<a href=" abu\not.html ">x</a>',
        '<area href="&#97;buot.html">',
        '<img alt="" src=abuot.html>',
        '<img alt="" srcset="index.html 1x, abuot.html 2x">',
        '<video poster="abuot.html"></video>',
        '<noscript><img alt="" src="abuot.html"></noscript>',
        '<svg><use xlink:href="abuot.html#x"/></svg>',
    ],
)
def test_a_broken_link_is_seen_however_it_is_written(html: str) -> None:
    (problem,) = broken({"index.html": scan("index.html", html)}, {"index.html"})
    assert (problem.code.name, problem.message) == ("link-broken", "the link to abuot.html leads nowhere")


@pytest.mark.parametrize(
    "html",
    ["<!-- <a href='x.html'> -->", "<textarea><a href=x.html></textarea>", "<p title='<a href=\"x.html\">'>x</p>"],
)
def test_what_only_looks_like_a_link_is_none(html: str) -> None:
    assert not scan("index.html", html).targets


def test_anchors_by_id_and_by_name() -> None:
    html = "<p ID=one><a\nname='two'></a><input name=three>"
    assert scan("index.html", html).anchors == {"one", "two"}


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org/index.html#x",
        "mailto:a@example.org",
        "tel:12345",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_addresses_elsewhere_are_let_be(address: str) -> None:
    assert scan("index.html", page(address)) == Links()


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "../index.html"),
        ("2023/index.html", "../../2023/index.html"),
        ("index.html", "a/../../b.html"),
        ("index.html", "/index.html"),
        ("2023/index.html", "/index.html"),
        ("index.html", "//example.org/index.html"),
        ("index.html", "\\\\example.org\\index.html"),
        ("index.html", "javascript:x"),
        ("index.html", "DATA:,x"),
    ],
)
def test_addresses_that_lead_out_of_the_site(path: str, address: str) -> None:
    """Out of its folder, and to the root of the host too: the site may stand under a sub-path, or on a disk."""
    links = scan(path, page(address))
    assert links == Links(outside=frozenset({address}))
    (problem,) = broken({path: links}, {path, "2023/index.html"})
    assert (problem.code.name, problem.message) == ("link-outside", f"the link {address} leads out of the site")


def test_images_and_styles_are_links_too() -> None:
    html = '<link rel="stylesheet" href="../assets/a.css"><script defer src="../assets/b.js"></script><img alt="" src="c.png">'
    assert scan("2022/x.html", html).targets == {("assets/a.css", ""), ("assets/b.js", ""), ("2022/c.png", "")}


def test_the_address_of_the_site_itself() -> None:
    base = "https://example.org/record"
    html = page(f"{base}/en/index.html", f"{base}/2023/report.html#p1", base, "https://example.org/records/index.html")
    assert scan("404.html", html, base).targets == {("en/index.html", ""), ("2023/report.html", "p1"), ("", "")}


def test_broken() -> None:
    pages = {
        "index.html": scan("index.html", page("2023/report.html#p1", "2023/report.html#p9", "data/x.csv#row")),
        "2023/report.html": scan("2023/report.html", page("../indx.html", "../assets/a.css", anchors=("p1", "p2"))),
    }
    found = broken(pages, {*pages, "data/x.csv"})
    assert [(d.path, d.line, d.code.name, d.message, d.hint) for d in sorted(found)] == [
        ("2023/report.html", 0, "link-broken", "the link to assets/a.css leads nowhere", ""),
        ("2023/report.html", 0, "link-broken", "the link to indx.html leads nowhere", "did you mean “index.html”?"),
        ("index.html", 0, "link-anchor", "2023/report.html has no anchor #p9", ""),
    ]


class _Parser(HTMLParser):
    """The addresses and anchors of a page, as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.anchors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}
        self.anchors += [value or "" for name, value in attrs if name == "id"]


@pytest.mark.slow
@pytest.mark.parametrize("base_url", ["", "https://example.org/record"])
def test_nothing_escapes_the_scan(base_url: str, tmp_path: Path) -> None:
    """On every page of a site the scan finds what another HTML parser finds, and every link works."""
    site = tmp_path / "site"
    build(mini.options(CONTENT, site, base_url=base_url))
    count = 0
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        text = path.read_text("utf-8")
        parser = _Parser()
        parser.feed(text)
        links = scan(name, text, base_url)
        assert links.anchors == set(parser.anchors), name
        assert len(parser.anchors) == len(set(parser.anchors)), f"{name}: an anchor stands twice"
        own = set()
        for address in parser.addresses:
            file, _, anchor = address.partition("#")
            file = file.partition("?")[0]
            if base_url and file.startswith(f"{base_url}/"):
                own.add((file.removeprefix(f"{base_url}/"), anchor))
            elif not file.startswith(("http:", "https:", "mailto:")):
                target = (path.parent / file).resolve() if file else path
                assert target.is_file(), f"{name}: {address}"
                own.add((target.relative_to(site.resolve()).as_posix(), anchor))
        assert links.targets == own, name
        count += len(own)
    assert count > 1000


def test_what_a_text_links_to_is_told_once_at_its_place() -> None:
    """A link of a template names the pages, also where it leads to the same file as that of a text elsewhere."""
    shown = page("../gone.html", "report.html#nowhere", "/root.html")
    pages = {
        "2023/index.html": scan("2023/index.html", shown),
        "2023/jobs.html": scan("2023/jobs.html", shown),
        "2023/report.html": scan("2023/report.html", page(anchors=("p1",))),
        "404.html": scan("404.html", page("gone.html")),
    }
    text = Written(place=("jobs.yaml", 3, 7), html=shown, pages=frozenset({"2023/index.html", "2023/jobs.html"}))
    assert sorted(str(problem).partition("\n")[0] for problem in broken(pages, pages.keys(), lambda: [text])) == [
        "404.html: error[link-broken]: the link to gone.html leads nowhere",
        "jobs.yaml:3:7: error[link-anchor]: 2023/report.html has no anchor #nowhere",
        "jobs.yaml:3:7: error[link-broken]: the link to gone.html leads nowhere",
        "jobs.yaml:3:7: error[link-outside]: the link /root.html leads out of the site",
    ]


def test_a_text_whose_links_are_sound_is_not_looked_at() -> None:
    def texts() -> list[Written]:
        raise AssertionError

    assert broken({"index.html": scan("index.html", page("index.html"))}, {"index.html"}, texts) == []
