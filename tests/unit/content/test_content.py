"""The content as a public record: nothing pending, every numeral accounted for, each term rendered the same way.

What is said of the report of 2023 stays true whatever other reports stand beside it: each test runs on the content as
it is, and once more with another year's folders added.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import ROOT
from tests.mini import CONTENT
from workreport.content.ids import ItemId
from workreport.content.load import load
from workreport.diagnostics import Refusal
from workreport.gate.verify import verify
from workreport.site.model import Report, Site
from workreport.site.resolve import resolve


@pytest.fixture(scope="module", params=["as it is", "with another report"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    if request.param == "as it is":
        return resolve(verify(load(ROOT / "content", "content")))
    found = resolve(verify(load(with_another_report(tmp_path_factory.mktemp("two")), "content")))
    assert len(found.reports) > 1
    return found


def with_another_report(folder: Path) -> Path:
    """The content with the report of 2022 of the mini content beside its own."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    for name in ("2021_review", "2022_tasks"):
        shutil.copytree(CONTENT / name, content / name)
    for path in (CONTENT / "source").glob("2022.*"):
        shutil.copy(path, content / "source")
    record = (content / "permalinks.yaml").read_text("utf-8")
    own = {line.partition(",")[0].strip(" {}-") for line in record.splitlines()}
    for line in (CONTENT / "permalinks.yaml").read_text("utf-8").splitlines():
        page = line.partition(",")[0].strip(" {}-").removeprefix("id: ")
        if (
            page.startswith(("2021/", "2022/commitments", "2022/targets", "2022/livelihood"))
            and f"id: {page}" not in own
        ):
            field = "permalinks" if "code:" in line else "addresses"
            record = record.replace(f"{field}:\n", f"{field}:\n{line}\n")
    (content / "permalinks.yaml").write_text(record, "utf-8")
    measures = (CONTENT / "measures.yaml").read_text("utf-8").partition("measures:\n")[2].split("  - ")[1:]
    with (content / "measures.yaml").open("a", encoding="utf-8") as file:
        file.writelines(f"  - {measure}" for measure in measures if measure.startswith(("id: parks", "id: parking")))
    return content


@pytest.fixture
def report(site: Site) -> Report:
    """The report of 2023."""
    (found,) = [report for report in site.reports if report.id == "2023"]
    return found


def test_nothing_is_pending(site: Site) -> None:
    assert (site.counts.figures.pending, site.counts.sentences.pending) == (0, 0)


def test_the_source_has_172_numerals_and_each_is_accounted_for(report: Report) -> None:
    text = (ROOT / "content/source/2023.zh.md").read_text("utf-8")
    assert len(re.findall(r"[0-9]+(?:\.[0-9]+)?", text)) == 172
    assert report.counts.figures.encoded + report.counts.figures.waived == 178, (
        "numerals, less those that stand in one figure, and quantities in words"
    )


def test_every_target_has_one_comparison(site: Site) -> None:
    for report in site.reports:
        targets = [target for commitment in report.commitments for target in commitment.targets]
        assert sorted(comparison.target.id for comparison in report.comparisons) == sorted(set(targets))
        assert len(report.comparisons) == len(targets)


@pytest.mark.parametrize(
    ("target", "metric", "comparability", "order"),
    [
        ("new-jobs", "new-jobs", "same", ""),
        ("gdp-growth", "gdp-growth", "same", "higher"),
        ("pocket-parks", "pocket-parks", "same", "lower"),
        ("greening", "greening-area", "same", "equal"),
        ("vacant-space-reused", "vacant-space-reused", "same", ""),
        ("good-air-days", "good-air-days", "same", ""),
        ("contaminated-land-safe-use", "contaminated-land-safe-use", "same", "equal"),
        ("community-sports-parks", "community-sports-parks", "same", "equal"),
        ("pm25", "pm25-improvement", "basis_differs", ""),
        ("gazelle-enterprises-growth", "gazelle-enterprises", "same", ""),
        ("high-tech-enterprises-growth", "high-tech-enterprises", "same", ""),
        ("new-market-entities-growth", "market-entities-growth", "scope_differs", ""),
        ("first-stores", "first-store-share", "scope_differs", ""),
        ("region-enterprises", "region-enterprises", "scope_differs", ""),
        ("large-capital-enterprises", "large-capital-enterprises", "scope_differs", ""),
        ("leading-industry-enterprises", "leading-industry-enterprises", "scope_differs", ""),
        ("compulsory-education-places", "", "no_baseline", ""),
        ("foreign-investment", "domestic-investment", "scope_differs", ""),
        ("srdi-enterprises", "srdi-enterprises", "scope_differs", ""),
        ("night-market-brands", "night-markets", "scope_differs", ""),
        ("livelihood-projects", "livelihood-sub-projects", "scope_differs", ""),
        ("public-budget-revenue", "public-budget-revenue", "qualitative", ""),
        ("fixed-asset-investment", "fixed-asset-investment", "qualitative", ""),
        ("disposable-income", "disposable-income", "qualitative", ""),
        ("urban-unemployment", "", "no_baseline", ""),
    ],
)
def test_the_known_traps(site: Site, target: str, metric: str, comparability: str, order: str) -> None:
    found = site.comparisons[ItemId("target", 2023, target)]
    assert (found.metric.id.slug if found.metric else "") == metric
    assert (found.comparability, found.order) == (comparability, order)
    assert (found.reason is not None) == (comparability != "same" or target == "pocket-parks")


def test_the_direction_of_a_concentration_is_none_of_its_improvement(site: Site) -> None:
    assert site.metrics[ItemId("metric", 2022, "pm25-improvement")].direction is None
    goal = site.targets[ItemId("target", 2023, "pm25")].direction
    assert goal is not None
    assert (goal.better, "GB 3095" in goal.source["zh"]) == ("lower", True)


def test_pocket_parks_completed_and_to_be_built_are_compared_with_a_reason(site: Site) -> None:
    found = site.comparisons[ItemId("target", 2023, "pocket-parks")]
    assert found.reason is not None
    assert "建成" in found.reason["zh"]
    assert "建设" in found.reason["zh"]


def test_night_markets_cannot_be_the_same(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content/2023_tasks/02-opening-up.yaml"
    old = path.read_text("utf-8")
    new = re.sub(r"(metric: 2022/night-markets\n +comparability: )scope_differs\n +reason:\n.*\n.*\n", r"\1same\n", old)
    assert new != old
    path.write_text(new, "utf-8")
    with pytest.raises(Refusal) as caught:
        verify(load(tmp_path / "content", "content"))
    (problem,) = caught.value.diagnostics
    assert str(problem.message) == "neither the outcome nor the goal belongs to a measure"


@pytest.mark.parametrize(
    ("target", "growth"), [("gazelle-enterprises-growth", "133"), ("high-tech-enterprises-growth", "14.8")]
)
def test_growth_is_set_beside_growth(site: Site, target: str, growth: str) -> None:
    found = site.comparisons[ItemId("target", 2023, target)]
    assert found.outcome is not None
    assert (str(found.outcome.value), found.outcome.kind, found.difference) == (growth, "growth", None)


def test_glossary_is_large(site: Site) -> None:
    assert len(site.terms) >= 60


def test_a_term_is_rendered_the_same_everywhere(site: Site, report: Report) -> None:
    for term in site.terms.values():
        forms = [form.lower() for form in (term.name["en"], *term.also)]
        assert term.sentences
        for path, sentence in term.sentences:
            if path == report.path:
                english = report.translations["en"].text(sentence).lower()
                assert any(form in english for form in forms), f"{term.id}, {sentence}: {english}"


def test_every_commitment_is_said_in_plain_words(report: Report) -> None:
    assert len(list(report.commitments)) == 184
    for commitment in report.commitments:
        assert commitment.plain is not None, commitment.id
        assert commitment.plain.source.endswith("。"), commitment.id
        assert commitment.plain["en"].endswith((".", ".”")), commitment.id
        assert commitment.plain.source.rstrip("。") != commitment.quote.text, commitment.id
        assert len(commitment.plain.source) <= 80, commitment.id


def test_places_are_linked_from_what_names_them(site: Site) -> None:
    markets = site.metrics[ItemId("metric", 2022, "food-markets-upgraded")]
    assert markets.places == ("huixianli", "chenglinli", "songshan-road", "dingxin")
    place = site.places["first-machine-tool-plant"]
    assert [path for path, _ in place.items] == ["2023/commitments/first-machine-tool-plant.html"]
    assert "jinmao-industrial-park" in site.places


@pytest.mark.parametrize("word", ["progress toward", "on track", "successfully", "remarkable", "outstanding", "failed"])
def test_our_own_words_are_neutral(report: Report, word: str) -> None:
    for section in report.sections:
        assert section.summary is None or word not in section.summary["en"].lower()
