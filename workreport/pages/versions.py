"""The versions of the site: what was published when, and each record as it was, so that what was cited can be opened. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from workreport.content import ItemId, Kept
from workreport.exports import changed, current, records_of
from workreport.pages.page import LARGE, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import urls


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseView:
    """A release, and what is kept of it."""

    id: str
    name: str
    date: str
    notes: str
    digest: str
    """Of the site as it was published; "" where it was not entered."""
    kept: Link | None
    """The page of its records; None where nothing was kept."""
    zip: str
    size: str
    sums: str
    """SHA-256 of the list in the zip."""
    changed: str
    """How many records have changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """All releases, the newest first."""

    releases: Sequence[ReleaseView]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A record as it was."""

    code: str
    title: str
    quote: str
    version: str
    """Of the item, as citations name it."""
    record: str
    """Its file, from the root of the site."""
    path: str
    """The page of the item, which leads on where that moved."""
    state: str
    """"" where the record is the same today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version as it was."""

    note: str
    newest: Link | None
    """Where a newer one is told of; None for the newest."""
    records: Sequence[RecordView]


def versions(views: Views) -> Iterator[Page]:
    """The page of all releases; none for a draft."""
    site = views.site
    if not site.releases:
        return
    now = current(site, views.base_url) if site.versions else {}
    by_number = {version.version: version for version in site.versions}
    made = []
    for release in reversed(site.releases):
        version = by_number.get(release.version)
        made.append(
            ReleaseView(
                id=urls.release(release.version).partition("#")[2],
                name=views.word("release_name", version=release.version),
                date=views.language.date(release.published[:10]),
                notes=views.plain(release.notes),
                digest=release.digest or "",
                kept=Link(views.count("versions_records", len(records_of(version))), urls.version(release.version))
                if version
                else None,
                zip=urls.kept(release.version),
                size=f"{len(version.data) / 1000:,.0f} KB" if version else "",
                sums=version.digest if version else "",
                changed=_changed(views, len(changed(version, now))) if version else "",
            )
        )
    title, intro = views.words["versions"], views.words["versions_intro"]
    yield views.page(VERSIONS, urls.VERSIONS, Versions(releases=made), title=title, description=intro)


def _changed(views: Views, n: int) -> str:
    return views.count("versions_changed", n) if n else views.words["versions_same"]


def version(views: Views) -> Iterator[Page]:
    """A page for each version that is kept."""
    site = views.site
    now = current(site, views.base_url) if site.versions else {}
    dates = {release.version: release.published[:10] for release in site.releases}
    for kept in site.versions:
        number, date = kept.version, views.language.date(dates[kept.version])
        newest = site.release is not None and number == site.release.version
        context = Version(
            note=views.word("version_note", version=number, date=date),
            newest=None if newest else Link(views.words["versions"], urls.VERSIONS),
            records=sorted(
                (_record(views, kept, path, data, now) for path, data in records_of(kept).items()),
                key=lambda record: record.code,
            ),
        )
        yield views.page(
            VERSION,
            urls.version(number),
            context,
            title=views.word("version_title", version=number, date=date),
            description=context.note,
            crumbs=[Link(views.words["versions"], urls.VERSIONS)],
        )


def _record(views: Views, kept: Kept, path: str, data: bytes, now: Mapping[str, str]) -> RecordView:
    """What a record says of itself: of its fields only those that every version has."""
    said: dict[str, Any] = json.loads(data)
    same = now.get(path) == sha256(data).hexdigest()
    title = said.get(f"title_{views.lang}") or said.get(f"title_{views.site.source}") or path
    return RecordView(
        code=said.get("code", ""),
        title=foreign(title, views.lang),
        quote=foreign(said.get("quote", ""), views.lang),
        version=said.get("version", ""),
        record=path if same else urls.former(kept.version, path),
        path=urls.page(ItemId.parse(path.removesuffix(".json"))),
        state="" if same else views.words["version_changed" if path in now else "version_gone"],
    )


VERSIONS = PageType(
    key="versions",
    template="versions.html",
    context=Versions,
    pages=versions,
    budget=LARGE,
    entries=entry("versions", urls.VERSIONS, lambda voice: bool(voice.site.releases)),
)
VERSION = PageType(key="version", template="version.html", context=Version, pages=version, budget=LARGE, signpost=True)
