"""A record of a report drafted by program: never final, always for a person to read."""

from workreport.draft.command import draft, drafted, run
from workreport.draft.commitments import draft_commitments
from workreport.draft.drafted import DraftedCommitments, DraftedMetrics, Left, Tree
from workreport.draft.ids import id_of
from workreport.draft.metrics import draft_metrics
from workreport.draft.outline import Identity, Outline, Stretch
from workreport.draft.topics import topics_of

__all__ = [
    "DraftedCommitments",
    "DraftedMetrics",
    "Identity",
    "Left",
    "Outline",
    "Stretch",
    "Tree",
    "draft",
    "draft_commitments",
    "draft_metrics",
    "drafted",
    "id_of",
    "run",
    "topics_of",
]
