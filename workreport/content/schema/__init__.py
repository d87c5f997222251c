"""The content as editors type it: strict, frozen models, one for each kind of file under `content/`.

The models say which fields exist and of which type; whether what stands in them is true is for the
gate (`verify`). Their JSON Schema is what `content/schema/` holds.
"""

from workreport.content.schema.anchors import Anchor, Anchors
from workreport.content.schema.fields import Hint
from workreport.content.schema.looks import Looks, Shade
from workreport.content.schema.measures import Direction, Measure, Measures, MeasureType
from workreport.content.schema.names import Glossary, Place, Places, Term
from workreport.content.schema.permalinks import Correction, Corrections, Permalink, Permalinks, PublishedAddress
from workreport.content.schema.report import (
    FigureWaiver,
    FigureWaiverReason,
    Report,
    SentenceWaiver,
    SentenceWaiverReason,
    Waivers,
)
from workreport.content.schema.search import Search, Synonym
from workreport.content.schema.sections import (
    Baseline,
    Change,
    Commitment,
    Metric,
    Range,
    ReviewChart,
    ReviewSection,
    Target,
    TasksChart,
    TasksSection,
    Years,
)
from workreport.content.schema.site import Host, Licence, Reference, Release, Site, Topic
from workreport.content.schema.text import DEFAULT_LANGUAGES, Model, Named, Text, described, language_name
from workreport.content.schema.units import Scale, UnitEntry, UnitTable

__all__ = [
    "DEFAULT_LANGUAGES",
    "Anchor",
    "Anchors",
    "Baseline",
    "Change",
    "Commitment",
    "Correction",
    "Corrections",
    "Direction",
    "FigureWaiver",
    "FigureWaiverReason",
    "Glossary",
    "Hint",
    "Host",
    "Licence",
    "Looks",
    "Measure",
    "MeasureType",
    "Measures",
    "Metric",
    "Model",
    "Named",
    "Permalink",
    "Permalinks",
    "Place",
    "Places",
    "PublishedAddress",
    "Range",
    "Reference",
    "Release",
    "Report",
    "ReviewChart",
    "ReviewSection",
    "Scale",
    "Search",
    "SentenceWaiver",
    "SentenceWaiverReason",
    "Shade",
    "Site",
    "Synonym",
    "Target",
    "TasksChart",
    "TasksSection",
    "Term",
    "Text",
    "Topic",
    "UnitEntry",
    "UnitTable",
    "Waivers",
    "Years",
    "described",
    "language_name",
]
