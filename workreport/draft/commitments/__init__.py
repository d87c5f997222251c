"""Commitments, targets, baselines and sentence waivers drafted from a report. Pure."""

from __future__ import annotations

from workreport.content import Source
from workreport.draft.drafted import DraftedCommitments, DraftedMetrics
from workreport.draft.outline import Outline
from workreport.figures import Units


def draft_commitments(outline: Outline, source: Source, units: Units, metrics: DraftedMetrics) -> DraftedCommitments:
    """The promises of the tasks part, and the sentences of it that promise nothing."""
    return DraftedCommitments(sections=tuple(() for _ in outline.tasks))
