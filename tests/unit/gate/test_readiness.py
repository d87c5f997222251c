"""What a release needs besides: every field of the publisher, dates, and pictures that are there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests import ROOT, mini
from tests.unit.published import ADDRESS, content
from workreport.build import check
from workreport.content.load import load
from workreport.diagnostics.diagnostic import Refusal
from workreport.gate.readiness import release_dates
from workreport.gate.verify import verify
from workreport.release.entry import dated


def test_a_release_needs_every_field(tmp_path: Path) -> None:
    options = mini.options(ROOT / "content", tmp_path / "site", charts=False)
    with pytest.raises(Refusal) as caught:
        check(options, release=True)
    said = [d.message for d in caught.value.diagnostics]
    assert {d.code.name for d in caught.value.diagnostics} == {"release-empty"}
    fields = (
        "base_url",
        "sponsor",
        "portal",
        "domain",
        "site_code",
        "icp",
        "police",
        "badge",
        "badge_image",
        "report_error",
    )
    for field in fields:
        assert sum(message.startswith(f"host.{field} is empty: ") for message in said) == 1
    assert [m for m in said if not m.startswith("host.")] == [
        "368 of 368 addresses have no first date",
        "contact is empty: 联系方式",
        "licence is empty: 开放条件, the terms of the open data",
        "no release is entered",
    ]
    with pytest.raises(Refusal) as caught:
        check(replace(options, base_url=ADDRESS), release=True)
    assert len(caught.value.diagnostics) == len(said) - 1
    assert verify(load(ROOT / "content")), "a draft goes without"


def test_a_release_that_lacks_nothing(tmp_path: Path) -> None:
    folder = content(tmp_path / "content", corrections="")
    options = mini.options(folder, tmp_path / "site", charts=False)
    with pytest.raises(Refusal, match="53 of 53 addresses have no first date"):
        check(options, release=True)
    before = (folder / "permalinks.yaml").read_text("utf-8")
    (folder / "permalinks.yaml").write_text(dated(before, "2026-12-20"), "utf-8")
    assert check(options, release=True)
    site = folder / "site.yaml"
    digest = "    digest: 67b28a36084fca98a99ca7146d6c56b7736604de82fa8852e057188679d5164e\n"
    site.write_text(site.read_text("utf-8").replace(digest, ""), "utf-8")
    with pytest.raises(Refusal, match=r"release 1\.0 has no digest"):
        check(options, release=True)


def test_no_release_is_dated_in_the_future(tmp_path: Path) -> None:
    """To the minute, in Beijing; the moment comes from the command line."""
    dated = load(content(tmp_path / "content"))
    published = dated.site.value.releases[-1].published
    assert list(release_dates(dated, published)) == []
    (problem, *_) = release_dates(dated, "2000-01-01 00:00")
    assert problem.code.name == "release-late"
    assert problem.message.endswith("has not come yet; it is 2000-01-01 00:00 in Beijing")
