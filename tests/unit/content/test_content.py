"""The content as a public record: nothing pending, every numeral accounted for, each term rendered the same way."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests import ROOT
from workreport.content import schema
from workreport.content.ids import ItemId
from workreport.content.load import load
from workreport.gate.verify import verify
from workreport.site.model import Site
from workreport.site.resolve import resolve


@cache
def site() -> Site:
    return resolve(verify(load(ROOT / "content", "content")))


def terms() -> tuple[schema.Term, ...]:
    entry = load(ROOT / "content", "content").glossary
    assert entry is not None
    return entry.value.terms


def test_nothing_is_pending() -> None:
    figures, sentences = site().counts
    assert (figures.pending, sentences.pending) == (0, 0)
    assert load(ROOT / "content", "content").site.value.allow_pending is False


def test_the_source_has_172_numerals_and_each_is_accounted_for() -> None:
    text = (ROOT / "content/source/2023.zh.md").read_text("utf-8")
    assert len(re.findall(r"[0-9]+(?:\.[0-9]+)?", text)) == 172
    assert sum(site().counts.figures[:2]) == 179, (
        "numerals, less those that stand in one figure, and quantities in words"
    )


def test_every_target_has_one_comparison() -> None:
    (report,) = site().reports
    assert len(report.comparisons) == len(site().targets) == len({c.target.id for c in report.comparisons})


@pytest.mark.parametrize(
    ("target", "metric", "comparability", "order"),
    [
        ("new-urban-jobs", "new-jobs", "same", "equal"),
        ("gdp-growth", "gdp-growth", "same", "higher"),
        ("pocket-parks", "pocket-parks", "same", "lower"),
        ("greening", "greening-area", "same", "equal"),
        ("vacant-space-reused", "vacant-space-reused", "same", ""),
        ("good-air-days", "good-air-days", "same", "equal"),
        ("contaminated-land-safe-use", "contaminated-land-safe-use", "same", "equal"),
        ("community-sports-parks", "community-sports-parks", "same", "equal"),
        ("pm25", "pm25-improvement", "basis_differs", ""),
        ("gazelle-enterprises-growth", "gazelle-enterprises", "basis_differs", ""),
        ("high-tech-enterprises-growth", "high-tech-enterprises", "basis_differs", ""),
        ("new-market-entities-growth", "market-entities-growth", "basis_differs", ""),
        ("first-stores", "first-store-share", "basis_differs", ""),
        ("region-enterprises", "region-enterprises", "scope_differs", ""),
        ("large-capital-enterprises", "large-capital-enterprises", "scope_differs", ""),
        ("leading-industry-enterprises", "leading-industry-enterprises", "scope_differs", ""),
        ("compulsory-education-places", "preschool-places", "scope_differs", ""),
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
def test_the_known_traps(target: str, metric: str, comparability: str, order: str) -> None:
    found = site().comparisons[ItemId("target", 2023, target)]
    assert (found.metric.id.slug if found.metric else "") == metric
    assert (found.comparability, found.order) == (comparability, order)
    assert (found.reason is not None) == (comparability != "same")


def test_glossary_is_large() -> None:
    assert len(terms()) >= 60


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.id)
def test_a_term_is_rendered_the_same_everywhere(term: schema.Term) -> None:
    (report,) = site().reports
    forms = [form.lower() for form in (term.en, *term.also)]
    used = site().terms[term.id].sentences
    assert used
    for _, sentence in used:
        english = report.english.text(sentence).lower()
        assert any(form in english for form in forms), f"{sentence}: {english}"


def test_every_commitment_is_said_in_plain_words() -> None:
    commitments = [c for r in site().reports for s in r.tasks for c in s.commitments]
    assert len(commitments) == 184
    for commitment in commitments:
        assert commitment.plain is not None, commitment.id
        assert commitment.plain.zh.endswith("。"), commitment.id
        assert commitment.plain.en.endswith((".", ".”")), commitment.id
        assert commitment.plain.zh.rstrip("。") != commitment.quote.text, commitment.id
        assert len(commitment.plain.zh) <= 80, commitment.id


def test_places_are_linked_from_what_names_them() -> None:
    metrics = site().metrics
    assert metrics[ItemId("metric", 2022, "food-markets-upgraded")].places == (
        "huixianli",
        "chenglinli",
        "songshan-road",
        "dingxin",
    )
    place = site().places["first-machine-tool-plant"]
    assert [path for path, _ in place.items] == ["2023/commitments/first-machine-tool-plant.html"]
    assert "jinmao-industrial-park" in site().places


@pytest.mark.parametrize("word", ["progress toward", "on track", "successfully", "remarkable", "outstanding", "failed"])
def test_our_own_words_are_neutral(word: str) -> None:
    for section in (s for r in site().reports for s in (*r.review, *r.tasks)):
        assert word not in section.summary.en.lower()
