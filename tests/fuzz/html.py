"""What the HTML of a page, and of a run of its text, may hold."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_PLAIN = frozenset("a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong sub ul".split())  # noqa: SIM905
_NEVER = frozenset("applet base embed form frame frameset iframe math noscript object param style template".split())  # noqa: SIM905
_ADDRESSES = frozenset({"action", "background", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"})
_OWN = {"a": {"href", "title", "class", "aria-describedby"}, "code": {"class"}, "ol": {"start"}, "span": {"lang"}}


def unsafe_address(address: str) -> bool:
    """Whether a browser would take an address for another scheme than http(s) and mailto, or for another host."""
    # As browsers read it: control characters and spaces at its ends go, tabs and line ends inside it too.
    bare = re.sub(r"[\t\r\n]", "", address.strip("".join(map(chr, range(0x21))))).lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
    if scheme:
        return re.match(r"https?://|mailto:", bare) is None
    return re.match(r"[/\\]{2}", bare) is not None


DATA = ("application/ld+json", "application/json")
"""Types of `script` that hold data, which no browser runs."""


class _Checker(HTMLParser):
    """Collects what is wrong with HTML: tags, attributes and addresses that may not be, tags that do not nest."""

    def __init__(self, plain: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.plain = plain
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEVER or (self.plain and tag not in _PLAIN):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "srcset"):
                self.wrong.append(f"{name} on <{tag}>")
            if self.plain and name not in _OWN.get(tag, ()):
                self.wrong.append(f"{name} on <{tag}>")
            if name in _ADDRESSES and unsafe_address(value or ""):
                self.wrong.append(f"{name} {value!r}")
        if tag == "script" and not dict(attrs).get("src") and dict(attrs).get("type") not in DATA:
            self.wrong.append("a script in the page")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.wrong.append("a comment")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.wrong.append("a processing instruction")


def faults(html: str, *, plain: bool = False) -> list[str]:
    """What HTML holds that it may not: scripts, handlers, styles, addresses elsewhere. `plain`: a run of a page's text."""
    checker = _Checker(plain)
    checker.feed(html)
    checker.close()
    return checker.wrong + [f"<{tag}> stays open" for tag in checker.open]


def shown(html: str) -> str:
    """The text that HTML shows."""
    checker = _Checker(True)
    checker.feed(html)
    checker.close()
    return "".join(checker.text)
