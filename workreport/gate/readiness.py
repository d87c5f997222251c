"""What a release needs besides: every field of the publisher, and pictures that are there. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workreport.content import Content
from workreport.diagnostics import Code, Diagnostic, did_you_mean

RELEASE_EMPTY = Code("release-empty", "A field that a release needs is empty.")
IMAGE_UNKNOWN = Code("image-unknown", "A picture is not among the assets.")

_SITE = "the rules for government sites ask for it; a draft leaves it out of the pages"
_WANTED = (
    ("base_url", "the address that the site will have", "write it, or give --base-url"),
    ("sponsor", "主办单位, who publishes the portal", _SITE),
    ("portal", "SiteName, the portal's name", _SITE),
    ("domain", "SiteDomain, the portal's domain", _SITE),
    ("site_code", "SiteIDCode, 网站标识码", _SITE),
    ("icp", "the ICP filing number", _SITE),
    ("police", "the public-security filing number", _SITE),
    ("badge", "党政机关网站标识", _SITE),
    ("badge_image", "the picture of the 党政机关网站标识", _SITE),
    ("report_error", "我为政府网站找错", _SITE),
)
"""The fields of `host` that a release needs: what each is, and the hint."""


def image_faults(content: Content, assets: Collection[str]) -> list[Diagnostic]:
    """Pictures of the footer that are not among the assets, given by their names."""
    return [
        content.site.problem(
            ("host", field),
            IMAGE_UNKNOWN,
            f"the assets have no {name}",
            did_you_mean(name, assets) or "put the picture into assets/",
        )
        for field in ("badge_image", "police_image")
        if (name := getattr(content.site.value.host, field)) is not None and name not in assets
    ]


def release_gaps(content: Content, base_url: str) -> Iterator[Diagnostic]:
    """Every field that a release needs and that is empty. `base_url`: what the command line gave, or ""."""
    entry = content.site
    site = entry.value

    def gap(loc: tuple[str | int, ...], message: str, hint: str) -> Diagnostic:
        return entry.problem(loc, RELEASE_EMPTY, message, hint)

    for field, what, hint in _WANTED:
        if getattr(site.host, field) is None and not (field == "base_url" and base_url):
            yield gap(("host", field), f"host.{field} is empty: {what}", hint)
    if site.contact is None:
        yield gap(("contact",), "contact is empty: 联系方式", _SITE)
    if site.licence is None:
        yield gap(
            ("licence",), "licence is empty: 开放条件, the terms of the open data", "name the terms, or ask who may"
        )
    if not site.releases:
        yield gap(("releases",), "no release is entered", "write its version, the time of publication and notes")
    for index, release in enumerate(site.releases[:-1]):
        if release.digest is None:
            yield gap(
                ("releases", index),
                f"release {release.version} has no digest",
                "write the SHA-256 of its SHA256SUMS, as the build printed it",
            )
    dates = content.permalinks.value.firsts
    undated = dates.count(None)
    if undated:
        yield content.permalinks.problem(
            ("permalinks",),
            RELEASE_EMPTY,
            f"{undated} of {len(dates)} addresses have no first date",
            "python3 tools/release.py writes the date of the newest release where none stands",
        )
