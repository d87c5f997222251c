"""What a release needs besides: every field of the publisher, no drafts, and pictures that are there. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workreport.content import Content
from workreport.diagnostics import Code, Diagnostic, Message, did_you_mean, say
from workreport.gate.drafts import draft_faults

RELEASE_EMPTY = Code("release-empty", say("A field that a release needs is empty."))
RELEASE_LATE = Code("release-late", say("A release is dated in the future."))
IMAGE_UNKNOWN = Code("image-unknown", say("A picture is not among the assets."))

_SITE = say("the rules for government sites ask for it; a draft leaves it out of the pages")
_WANTED = (
    ("base_url", say("the address that the site will have"), say("write it, or give --base-url")),
    ("sponsor", say("主办单位, who publishes the portal"), _SITE),
    ("portal", say("SiteName, the portal's name"), _SITE),
    ("domain", say("SiteDomain, the portal's domain"), _SITE),
    ("site_code", say("SiteIDCode, 网站标识码"), _SITE),
    ("icp", say("the ICP filing number"), _SITE),
    ("police", say("the public-security filing number"), _SITE),
    ("badge", say("党政机关网站标识"), _SITE),
    ("badge_image", say("the picture of the 党政机关网站标识"), _SITE),
    ("report_error", say("我为政府网站找错"), _SITE),
)
"""The fields of `host` that a release needs: what each is, and the hint."""


def release_dates(content: Content, now: str) -> Iterator[Diagnostic]:
    """Releases that are later than `now`, a moment of Beijing as site.yaml writes them."""
    for index, release in enumerate(content.site.value.releases):
        if release.published > now:
            message = say("{time} has not come yet; it is {now} in Beijing", time=release.published, now=now)
            yield content.site.problem(
                ("releases", index, "published"), RELEASE_LATE, message, say("write the real time of publication")
            )


def image_faults(content: Content, assets: Collection[str]) -> list[Diagnostic]:
    """Pictures of the footer that are not among the assets, given by their names."""
    return [
        content.site.problem(
            ("host", field),
            IMAGE_UNKNOWN,
            say("the assets have no {name}", name=name),
            did_you_mean(name, assets) or say("put the picture into assets/"),
        )
        for field in ("badge_image", "police_image")
        if (name := getattr(content.site.value.host, field)) is not None and name not in assets
    ]


def release_gaps(content: Content, base_url: str) -> Iterator[Diagnostic]:
    """Every field that a release needs and that is empty, and every file that has drafts. `base_url`: what the command
    line gave, or "".
    """
    yield from draft_faults(content)
    entry = content.site
    site = entry.value

    def gap(loc: tuple[str | int, ...], message: Message, hint: Message) -> Diagnostic:
        return entry.problem(loc, RELEASE_EMPTY, message, hint)

    for field, what, hint in _WANTED:
        if getattr(site.host, field) is None and not (field == "base_url" and base_url):
            yield gap(("host", field), say("{field} is empty: {what}", field=f"host.{field}", what=what), hint)
    if site.contact is None:
        message = say("{field} is empty: {what}", field="contact", what="联系方式")
        yield gap(("contact",), message, _SITE)
    if site.licence is None:
        message = say("{field} is empty: {what}", field="licence", what=say("开放条件, the terms of the open data"))
        yield gap(("licence",), message, say("name the terms, or ask who may"))
    if not site.releases:
        hint = say("write its version, the time of publication and notes")
        yield gap(("releases",), say("no release is entered"), hint)
    for index, release in enumerate(site.releases[:-1]):
        if release.digest is None:
            message = say("release {version} has no digest", version=release.version)
            hint = say(
                "write the SHA-256 of its SHA256SUMS, as the build printed it, or give it to release as --digest"
            )
            yield gap(("releases", index), message, hint)
    dates = content.permalinks.value.firsts
    undated = dates.count(None)
    if undated:
        yield content.permalinks.problem(
            ("permalinks",),
            RELEASE_EMPTY,
            say("{undated} of {all} addresses have no first date", undated=undated, all=len(dates)),
            say("python3 build.py release writes the date where an entry stands in one line; write the others by hand"),
        )
