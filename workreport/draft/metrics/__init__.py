"""Metrics and figure waivers drafted from a report. Pure."""

from __future__ import annotations

from workreport.content import Source
from workreport.draft.drafted import DraftedMetrics
from workreport.draft.outline import Outline
from workreport.figures import Units


def draft_metrics(outline: Outline, source: Source, units: Units) -> DraftedMetrics:
    """The metrics of the review, and the figures of the whole text that are none: dates, names, ordinals."""
    return DraftedMetrics(sections=tuple(() for _ in outline.review))
