"""Verified content as a site: every item with its place, its figure, its names and its comparisons."""

from workreport.site import urls
from workreport.site.items import Commitment, Comparison, Declared, Metric, Quote, Section, SectionRef, Target, Time
from workreport.site.model import Correction, Gone, Mark, Report, Site, Synonym, Waiver
from workreport.site.names import Finder, Mention, first_runs, term_finder
from workreport.site.related import related
from workreport.site.resolve import resolve
from workreport.site.urls import Urls

__all__ = [
    "Commitment",
    "Comparison",
    "Correction",
    "Declared",
    "Finder",
    "Gone",
    "Mark",
    "Mention",
    "Metric",
    "Quote",
    "Report",
    "Section",
    "SectionRef",
    "Site",
    "Synonym",
    "Target",
    "Time",
    "Urls",
    "Waiver",
    "first_runs",
    "related",
    "resolve",
    "term_finder",
    "urls",
]
