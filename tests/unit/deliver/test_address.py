"""Which addresses a site can be verified at."""

from __future__ import annotations

import pytest

from tests.unit.deliver.copies import NO_ADDRESSES
from workreport.deliver.address import base_address, is_address, is_loopback, moved


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://Example.org", "https://example.org/"),
        ("HTTPS://example.org:443/", "https://example.org/"),
        ("http://example.org:8080/a/b/index.html", "http://example.org:8080/a/b/"),
        ("http://example.org/a/myindex.html", "http://example.org/a/myindex.html/"),
        ("http://[::0:1]:80/x//", "http://[::1]/x/"),
        ("https://政务.cn/报告/", "https://xn--zfr164b.cn/%E6%8A%A5%E5%91%8A/"),
        ("https://example.org/a%20b", "https://example.org/a%20b/"),
    ],
)
def test_addresses(typed: str, base: str) -> None:
    assert base_address(typed) == base


@pytest.mark.parametrize("typed", NO_ADDRESSES)
def test_what_is_no_address_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match=r"address|must") as caught:
        base_address(typed)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("place", ["site", "./site", "C:/site", "C:\\site", "host:8080", "/srv/www"])
def test_paths_are_no_addresses(place: str) -> None:
    assert not is_address(place)


@pytest.mark.parametrize(
    ("location", "leads"),
    [("../a", "http://example.org/a"), ("?b=c#d", "http://example.org/x/y?b=c"), ("http://example.org:80/", "http://example.org:80/"),
     ("报告", "http://example.org/x/%E6%8A%A5%E5%91%8A")],
)  # fmt: skip
def test_a_redirect_on_the_host(location: str, leads: str) -> None:
    assert moved("http://example.org/x/y", location) == leads


@pytest.mark.parametrize(
    "location",
    ["https://example.org/", "http://example.org:8080/", "//example.com/", "file:///etc/passwd", "http://user@example.org/",
     "http://[::1", "http://example.org:99999/"],
)  # fmt: skip
def test_a_redirect_off_the_host(location: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moved("http://example.org/x/y", location)


@pytest.mark.parametrize(
    ("url", "here"),
    [("http://127.0.0.1:8000/", True), ("http://[::1]/", True), ("http://localhost/a/", True), ("https://10.0.0.1/", False),
     ("https://localhost.example.org/", False)],
)  # fmt: skip
def test_this_machine(url: str, here: bool) -> None:
    assert is_loopback(url) is here
