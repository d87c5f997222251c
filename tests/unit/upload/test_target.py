"""Where a site is to go, as the user types it."""

from __future__ import annotations

import pytest

from workreport.upload.target import Target, target_of


@pytest.mark.parametrize(
    ("text", "target", "shown"),
    [
        ("/var/www/site", Target(path="/var/www/site"), "/var/www/site"),
        ("C:/site", Target(path="C:/site"), "C:/site"),
        ("site", Target(path="site"), "site"),
        (
            "ftp://web@www.example.org/zt/report/",
            Target(scheme="ftp", user="web", host="www.example.org", port=21, path="/zt/report/"),
            "ftp://www.example.org/zt/report",
        ),
        (
            "FTPS://web@example.org",
            Target(scheme="ftps", user="web", host="example.org", port=21, path="/"),
            "ftps://example.org",
        ),
        (
            "sftp://[::1]:2222/~/zt",
            Target(scheme="sftp", host="::1", port=2222, path="zt"),
            "sftp://[::1]:2222/~/zt",
        ),
        (
            "sftp://web%40org@example.org/%E7%BD%91%E7%AB%99",
            Target(scheme="sftp", user="web@org", host="example.org", port=22, path="/网站"),
            "sftp://example.org/网站",
        ),
    ],
)
def test_a_target(text: str, target: Target, shown: str) -> None:
    assert target_of(text) == target
    assert target_of(text).shown == shown


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("http://example.org/", "the address must begin with ftp://, ftps:// or sftp://; a folder is named by its path"),
        ("ftp://web:word@example.org/",
         "the address must not hold a password, which others can read: set WORKREPORT_PASSWORD instead"),
        ("ftp://web:@example.org/",
         "the address must not hold a password, which others can read: set WORKREPORT_PASSWORD instead"),
        ("ftp:///zt", "this is not an address"),
        ("sftp://example.org:0/", "this is not an address"),
        ("sftp://example.org:x/", "this is not an address"),
        ("sftp://[::1/", "this is not an address"),
        ("ftp://web@example.org/a%0d%0aDELE%20index.html", "this is not an address"),
        ("ftp://web%0a@example.org/", "this is not an address"),
        ("ftp://web@example.org/?x", "this is not an address"),
        ("ftp://web@example.org/#x", "this is not an address"),
    ],
)  # fmt: skip
def test_what_is_no_target(text: str, why: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its words are compared
        target_of(text)
    assert str(caught.value) == why
