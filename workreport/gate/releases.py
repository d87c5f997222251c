"""What is said of the publication: releases in their order, corrections of what exists, and what a release needs. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from workreport.content import Content, Permalink, Release
from workreport.diagnostics import Code, Diagnostic, did_you_mean

IMAGE_UNKNOWN = Code("image-unknown", "A picture is not among the assets.")
RELEASE_ORDER = Code("release-order", "The releases do not stand in their order.")
PERMALINK_FIRST = Code("permalink-first", "A first date is not that of a release.")
CORRECTION_ORDER = Code("correction-order", "The corrections do not stand in their order.")
CORRECTION_ITEM = Code("correction-item", "A correction is about a page that was never published.")
RELEASE_EMPTY = Code("release-empty", "A field that a release needs is empty.")

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


def _rising(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def first_times(links: Sequence[Permalink], releases: Sequence[Release]) -> dict[str, str]:
    """When each page of the record first went online, by its id: the time of the release of its first date.

    A page that has no date yet first comes with the newest release. Empty for a draft.
    """
    if not releases:
        return {}
    times: dict[str, str] = {}
    for release in releases:
        times.setdefault(release.published[:10], release.published)
    return {link.id: times[link.first] if link.first else releases[-1].published for link in links}


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


def publication_faults(content: Content) -> list[Diagnostic]:
    """Releases out of order, first dates without a release, and corrections of pages that were never published."""
    problems = []
    releases = content.site.value.releases
    for index in range(1, len(releases)):
        before, release = releases[index - 1], releases[index]
        if _rising(release.version) <= _rising(before.version):
            problems.append(
                content.site.problem(
                    ("releases", index, "version"),
                    RELEASE_ORDER,
                    f"{release.version} does not follow {before.version}",
                    "the oldest release stands first, and versions rise",
                )
            )
        if release.published <= before.published:
            problems.append(
                content.site.problem(
                    ("releases", index, "published"),
                    RELEASE_ORDER,
                    f"{release.published} is not after {before.published}",
                    "the oldest release stands first",
                )
            )
    dates = {release.published[:10] for release in releases}
    record = content.permalinks.value
    firsts = [("permalinks", index, link.first) for index, link in enumerate(record.permalinks)]
    firsts += [("addresses", index, link.first) for index, link in enumerate(record.addresses)]
    for field, index, first in firsts:
        if first is not None and first not in dates:
            problems.append(
                content.permalinks.problem(
                    (field, index, "first"),
                    PERMALINK_FIRST,
                    f"no release of site.yaml went online on {first}",
                    "leave it out: tools/release.py writes the date of the release",
                )
            )
    if content.corrections is not None:
        pages = {link.id for link in content.permalinks.value.permalinks}
        entries = content.corrections.value.corrections
        for index, correction in enumerate(entries):
            if index and correction.date < entries[index - 1].date:
                problems.append(
                    content.corrections.problem(
                        ("corrections", index, "date"),
                        CORRECTION_ORDER,
                        f"{correction.date} is before {entries[index - 1].date}",
                        "the oldest correction stands first: feeds and links count from it, so add new ones at the end",
                    )
                )
            if correction.item is not None and correction.item not in pages:
                problems.append(
                    content.corrections.problem(
                        ("corrections", index, "item"),
                        CORRECTION_ITEM,
                        f"{correction.item} was never published",
                        did_you_mean(correction.item, pages) or "name a page of permalinks.yaml, or leave it empty",
                    )
                )
    return problems


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
            "python tools/release.py writes the date of the newest release where none stands",
        )
