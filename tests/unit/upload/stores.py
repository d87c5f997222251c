"""Two versions of a site, the places that they are sent to, and how an upload is cut off."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from tests.unit.publish.sites import publish
from workreport.deliver.journal import PART
from workreport.publish.manifest import manifest
from workreport.upload.disk import Disk
from workreport.upload.store import Store

NOW = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
SITE, TARGET = Path("site"), Path("target")

STYLE = {text: f"assets/site.{sha256(text).hexdigest()[:10]}.css" for text in (b"old", b"new")}
OLD = {
    "index.html": b"home",
    "404.html": b"lost",
    "2022/metrics/jobs.html": b"16,500",
    "2022/metrics/roads.html": b"21",
    STYLE[b"old"]: b"old",
}
NEW = {
    "index.html": b"home, changed" * 1000,
    "404.html": b"lost",
    "2022/metrics/jobs.html": b"16,500",
    "2023/commitments/jobs.html": b"a promise",
    STYLE[b"new"]: b"new",
    "empty.txt": b"",
}


def built(files: dict[str, bytes]) -> None:
    publish(SITE, files)


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    """The site with its list."""
    return {**files, "SHA256SUMS": manifest((path, sha256(data).hexdigest()) for path, data in files.items())}


def tree(top: Path = TARGET) -> dict[str, bytes]:
    return {p.relative_to(top).as_posix(): p.read_bytes() for p in sorted(top.rglob("*")) if p.is_file()}


class Killed(BaseException):
    """The process is no more."""


class Dying:
    """A store whose user is killed at the operation of a number: before it, or (`half`) in the middle of it."""

    def __init__(self, store: Store, at: int, *, half: bool) -> None:
        self._store = store
        self._at = at
        self._half = half
        self._count = itertools.count()

    def _live(self, middle: Callable[[], object]) -> None:
        number = next(self._count)
        if number == self._at and self._half:
            middle()
        if number >= self._at:
            raise Killed

    def read(self, path: str) -> bytes | None:
        self._live(lambda: None)
        return self._store.read(path)

    def write(self, path: str, data: bytes) -> None:
        self._live(lambda: self._store.write(PART, data[: len(data) // 2]))
        self._store.write(path, data)

    def remove(self, path: str) -> None:
        self._live(lambda: None)
        self._store.remove(path)

    def close(self) -> None:
        self._store.close()


def disk() -> Store:
    TARGET.mkdir(exist_ok=True)
    return Disk(TARGET.as_posix())
