"""Commitments, targets, baselines and sentence waivers drafted from a report. Pure."""

from workreport.draft.commitments.draft import draft_commitments

__all__ = ["draft_commitments"]
