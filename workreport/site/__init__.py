"""Verified content as a site: every item with its place, its figure, its names and its comparisons."""

from workreport.site import urls
from workreport.site.names import Finder, Run, first_runs
from workreport.site.related import related
from workreport.site.resolve import (
    Commitment,
    Comparison,
    Correction,
    Declared,
    Mark,
    Metric,
    Pair,
    Quote,
    Report,
    Section,
    SectionRef,
    Site,
    Target,
    resolve,
)
from workreport.site.urls import Urls

__all__ = [
    "Commitment",
    "Comparison",
    "Correction",
    "Declared",
    "Finder",
    "Mark",
    "Metric",
    "Pair",
    "Quote",
    "Report",
    "Run",
    "Section",
    "SectionRef",
    "Site",
    "Target",
    "Urls",
    "first_runs",
    "related",
    "resolve",
    "urls",
]
