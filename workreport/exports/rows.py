"""The rows of the open data that are figures and promises: metrics, targets, commitments, comparisons. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from workreport.content import ItemId, schema
from workreport.figures import Quantity, Unit
from workreport.i18n import language
from workreport.site import Commitment, Comparison, Metric, Quote, Site, Target, Time, Urls

Row = dict[str, Any]


def key(item: ItemId) -> str:
    """What tells an item from all others of its table: 2023/target/new-jobs; for a topic its name alone."""
    return f"{item.year}/{item.kind}/{item.slug}" if item.year else item.slug


def each(name: str, text: Mapping[str, str] | None, site: Site) -> Row:
    """A text in a column for each language; empty ones where there is none."""
    return {f"{name}_{lang}": text[lang] if text else "" for lang in site.languages}


def addresses(path: str, paths: Urls) -> Row:
    """The address of a page in a column for each language."""
    return {f"url_{lang}": paths.link(path, lang) for lang in paths.languages}


def better(direction: schema.Direction | None) -> str:
    """Whether higher or lower is better, where a rule says so."""
    return direction.better if direction else ""


def metric_row(m: Metric, site: Site, paths: Urls) -> Row:
    """A metric as one record."""
    return {
        "key": key(m.id),
        "id": m.id.slug,
        "kind": "outcome",
        **_place(m, site),
        **each("title", m.title, site),
        **_figure(m.quantity, m.time, site),
        **_change(m),
        "change_bound": m.change.bound if m.change else "",
        "change_basis": (m.change_time.basis or "") if m.change else "",
        "measure": m.measure.id if m.measure else "",
        "direction": better(m.direction),
        **each("whole", m.whole, site),
        "part_of": key(m.part_of) if m.part_of else "",
        **each("note", m.note, site),
        "topics": list(m.topics),
        "places": list(m.places),
        **_quote(m.quote, site),
        **_sentences(m.quote),
        **addresses(m.path, paths),
        "code": m.code,
        "draft": m.draft,
    }


def target_row(t: Target, site: Site, paths: Urls) -> Row:
    """A target as one record; its words are filled in where it has no number."""
    return {
        "key": key(t.id),
        "id": t.id.slug,
        "kind": "target",
        **_place(t, site),
        "commitment": key(t.commitment),
        **each("title", t.title, site),
        **_figure(t.quantity, t.time, site),
        **_change(None),
        **each("words", t.words, site),
        "measure": t.measure.id if t.measure else "",
        "direction": better(t.direction),
        **each("whole", t.whole, site),
        **each("note", t.note, site),
        "topics": list(t.topics),
        **_quote(t.quote, site),
        **_sentences(t.quote),
        **addresses(t.path, paths),
        "draft": t.draft,
    }


def commitment_row(c: Commitment, site: Site, paths: Urls) -> Row:
    """A commitment as one record."""
    return {
        "key": key(c.id),
        "id": c.id.slug,
        **_place(c, site),
        **each("title", c.title, site),
        **each("note", c.note, site),
        **_quote(c.quote, site),
        **_sentences(c.quote),
        "targets": [key(target) for target in c.targets],
        "topics": list(c.topics),
        "places": list(c.places),
        **addresses(c.path, paths),
        "code": c.code,
        "draft": c.draft,
    }


def comparison_row(c: Comparison, site: Site, paths: Urls) -> Row:
    """A comparison with all that both sides state; `order` and `difference` are filled only within class `same`."""
    goal = c.target.quantity
    unit = (goal.unit.difference or goal.unit) if goal and c.difference else None
    titles = {lang: language(lang).words[f"class_{c.comparability}"] for lang in site.languages}
    return {
        "key": f"{c.target.year}/comparison/{c.target.id.slug}",
        "target": key(c.target.id),
        "metric": key(c.metric.id) if c.metric else "",
        "topics": list(c.target.topics),
        "comparability": c.comparability,
        **each("class", titles, site),
        **each("reason", c.reason, site),
        "order": c.order,
        "difference": _number(c.difference.value) if c.difference else None,
        **{name.replace("unit", "difference_unit", 1): said for name, said in _unit(unit, site).items()},
        "difference_base": _number(c.difference.value * unit.factor) if unit and c.difference else None,
        "difference_bound": c.difference.bound if c.difference else "",
        "metric_figure": ("change" if c.of_change else "value") if c.metric else "",
        **_side("metric", c.metric, _figure(c.outcome, c.outcome_time, site), site, paths),
        **_side("target", c.target, _figure(goal, c.target.time, site), site, paths),
        "draft": c.draft,
    }


def _side(side: str, item: Metric | Target | None, figure: Row, site: Site, paths: Urls) -> Row:
    """What one side of a comparison states."""
    own: Row = {
        **each("title", item.title if item else None, site),
        **figure,
        **(_change(item if isinstance(item, Metric) else None) if side == "metric" else {}),
        **(each("words", item.words if isinstance(item, Target) else None, site) if side == "target" else {}),
        **each("whole", item.whole if item else None, site),
        **each("note", item.note if item else None, site),
        **_quote(item.quote if item else None, site),
        **(addresses(item.path, paths) if item else each("url", None, site)),
    }
    return {f"{side}_{name}": value for name, value in own.items()}


def _place(item: Metric | Target | Commitment, site: Site) -> Row:
    """Where an item stands: its year and its section."""
    return {"year": item.year, "section": key(item.section.id), **each("section_title", item.section.title, site)}


def _figure(q: Quantity | None, time: Time | None, site: Site) -> Row:
    """What a figure states: as printed, in the plain unit, of which years."""
    exponent = q.factor.adjusted() if q and q.factor == Decimal(10) ** q.factor.adjusted() else None
    return {
        "value": _number(q.value) if q else None,
        "value_high": _number(q.high) if q else None,
        **{name: said for name, said in _unit(q.unit if q else None, site).items() if name != "unit_code"},
        "unit_code": q.unit.plain.code if q else "",
        "unit_mult": exponent,
        "value_base": _number(q.low_plain) if q else None,
        "value_base_high": _number(q.high_plain) if q else None,
        "figure_kind": q.kind if q else "",
        "bound": q.bound if q else "",
        "estimate": q.estimate if q else (False if time else None),
        "period_from": time.period.first if time else None,
        "period_to": time.period.last if time else None,
        "basis": (time.basis or "") if time else "",
    }


def _unit(unit: Unit | None, site: Site) -> Row:
    """A unit as printed, in words, and its code."""
    return {
        "unit": str(unit) if unit else "",
        **{f"unit_{lang}": language(lang).unit_name(unit) if unit else "" for lang in site.languages[1:]},
        "unit_code": unit.plain.code if unit else "",
    }


def _change(m: Metric | None) -> Row:
    change = m.change if m else None
    return {"change": _number(change.value) if change else None, "change_unit": str(change.unit) if change else ""}


def _quote(quote: Quote | None, site: Site) -> Row:
    """A quote, and the sentences that translate it."""
    return {
        "quote": quote.text if quote else "",
        **{f"quote_{lang}": quote.words(lang) if quote else "" for lang in site.languages[1:]},
    }


def _sentences(quote: Quote) -> Row:
    return {"paragraph": quote.block, "sentences": list(quote.sentences)}


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number; whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
