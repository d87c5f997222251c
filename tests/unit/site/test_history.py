"""What was published once is never lost: it moved, or it is told what happened."""

from __future__ import annotations

from dataclasses import replace

from workreport.content import ItemId, schema
from workreport.gate.verified import Verified
from workreport.site.history import codes, corrections, first_times_of, released_in
from workreport.site.model import Site


def test_what_moved_and_what_was_retired(site: Site) -> None:
    moved = {str(link.id): str(link.moved_to or "") for link in (*site.moved, *site.gone)}
    assert moved == {
        "2022/metrics/air": "2022/metrics/pm25",
        "2023/commitments/trees": "",
        "2023/targets/empty-buildings": "2023/targets/vacant-buildings",
        "2023/targets/trees": "",
        "2023/homes": "2023/livelihood",
        "topics/trees": "",
    }
    assert {link.code for link in site.gone} == {""}
    for link in (*site.moved, *site.gone):
        assert (link.retired is None) == bool(link.moved_to)


def test_every_code_ever_given_leads_somewhere(verified: Verified) -> None:
    found = dict(codes(verified))
    assert list(found) == sorted(link.code for link in verified.permalinks)
    assert found["2023-C007"] == ItemId("commitment", 2023, "trees")


def test_a_code_that_went_on_leads_to_the_new_page(verified: Verified) -> None:
    old = next(link for link in verified.permalinks if link.moved_to)
    kept = [
        link.model_copy(update={"code": old.code}) if link.id == old.moved_to else link for link in verified.permalinks
    ]
    found = dict(codes(replace(verified, permalinks=tuple(kept))))
    assert str(found[old.code]) == old.moved_to


def test_a_correction_goes_with_a_page_that_is_renamed(verified: Verified, site: Site) -> None:
    text = schema.Text({"zh": "旧", "en": "Old"})
    entries = [
        schema.Correction(date="2026-12-10", item=item, old=text, new=text, reason=text)
        for item in ("2022/metrics/air", None)
    ]
    first, second = corrections(replace(verified, corrections=tuple(entries)), {**site.metrics, **site.commitments})
    assert (first.id, first.path, first.topics) == ("c1", "2022/metrics/pm25.html", ("environment",))
    assert (second.id, second.path, second.title) == ("c2", "", None)


def test_an_item_is_of_the_release_that_has_it_or_its_correction(verified: Verified, site: Site) -> None:
    assert released_in(verified, ()) == {}, "a draft has no releases"
    text = schema.Text({"zh": "说明", "en": "Notes"})
    releases = tuple(
        schema.Release(version=version, published=f"2026-12-{day} 09:00", notes=text)
        for version, day in (("1.0", 10), ("1.1", 20), ("1.2", 30))
    )
    dated = {"2023/commitments/parks": "2026-12-10", "2023/commitments/pm25": "2026-12-20", "2022/metrics/parks": None}
    links = [link.model_copy(update={"first": dated.get(link.id, "2026-12-10")}) for link in verified.permalinks]
    entries = tuple(
        schema.Correction(date=date, item=item, old=text, new=text, reason=text)
        for date, item in (
            ("2026-12-15", "2022/metrics/new-jobs"),  # told by the release after it
            ("2026-12-15", "2022/metrics/parks"),  # which only came later
            ("2026-12-31", "2022/metrics/air"),  # not released yet, of a page that moved
            ("2026-12-31", None),
        )
    )
    later = replace(
        verified,
        permalinks=tuple(links),
        corrections=entries,
        site=verified.site.model_copy(update={"releases": releases}),
    )
    told = corrections(later, {**site.metrics, **site.commitments})
    released = {str(item): release.version for item, release in released_in(later, told).items()}
    assert released["2023/commitments/parks"] == "1.0"
    assert released["2023/commitments/pm25"] == "1.1"
    assert released["2022/metrics/new-jobs"] == "1.1"
    assert released["2022/metrics/parks"] == released["2022/metrics/pm25"] == "1.2"


def test_a_report_is_as_old_as_the_first_of_its_promises(verified: Verified, site: Site) -> None:
    assert first_times_of(verified, site.reports) == {}, "a draft has no dates"
    text = schema.Text({"zh": "首次发布", "en": "First release"})
    releases = [
        schema.Release(version=version, published=f"{day} 09:00", notes=text)
        for version, day in (("1.0", "2026-12-10"), ("1.1", "2026-12-20"))
    ]
    dated = [
        link.model_copy(update={"first": "2026-12-10"}) if link.id == "2023/commitments/parks" else link
        for link in verified.permalinks
    ]
    released = replace(
        verified, permalinks=tuple(dated), site=verified.site.model_copy(update={"releases": tuple(releases)})
    )
    first = first_times_of(released, site.reports)
    assert first["2023/commitments/parks.html"] == first["2023/report.html"] == "2026-12-10 09:00"
    assert first["2023/commitments/pm25.html"] == first["2022/report.html"] == "2026-12-20 09:00"
