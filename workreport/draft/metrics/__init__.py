"""Metrics and figure waivers drafted from a report. Pure."""

from workreport.draft.metrics.draft import draft_metrics

__all__ = ["draft_metrics"]
