"""A published site, and how the tests of deliver ask what is wrong with a copy of it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.unit.publish.sites import publish
from workreport.deliver.listing import Copy
from workreport.diagnostics.diagnostic import Diagnostic, Refusal
from workreport.publish.manifest import manifest

SITE = Path("site")
FILES = {
    "index.html": b"home",
    "404.html": b"lost",
    "2022/index.html": b"review" * 30_000,
    "data/metrics.csv": b"id,value\r\njobs,1.65\r\n",
    "en/index.html": b"home in English",
    "empty.txt": b"",
}
LIST = manifest((path, sha256(data).hexdigest()) for path, data in FILES.items())
DIGEST = sha256(LIST).hexdigest()
WHOLE = {**FILES, "SHA256SUMS": LIST}
GOOD = (len(WHOLE), sum(map(len, WHOLE.values())), DIGEST)

NO_ADDRESSES = ["ftp://example.org/", "file:///etc", "http:/example.org", "http://", "https:///a", "http://a b/", "http://a/b c",
     "http://example.org/?x=1", "http://example.org/#top", "http://example.org/?", "http://example.org/#",
     "http://example.org:port/", "http://example.org:99999/", "http://example.org:0/", "http://[::1/", "http://[x]/",
     "http://user:word@example.org/", "http://@example.org/", "http://exa<mple.org/", "http://example..org/",
     "http://example.org/\r\nHost: x", "http://example.org\\@other.org/", "http://ex%61mple.org/", " http://a/"]  # fmt: skip
"""What nobody can mean by an address to verify."""


def published() -> None:
    """Put the site into the current folder."""
    publish(SITE, FILES)


def counts(copy: Copy) -> tuple[int, int, str]:
    return copy.files, copy.bytes, copy.digest


def problems(compare: Callable[[], object]) -> list[tuple[str, str]]:
    """(path, code) of all that the comparison refuses, in its order."""
    return [(d.path, d.code.name) for d in diagnostics(compare)]


def diagnostics(compare: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """All that the comparison refuses. Each has a hint, no line, and nothing that acts on a terminal."""
    with pytest.raises(Refusal) as caught:
        compare()
    found = caught.value.diagnostics
    assert all(d.hint and not d.line for d in found)
    assert all(line.isprintable() for line in str(caught.value).splitlines())
    assert list(found) == sorted(found)
    return found
