"""Languages: the words of the frame, and figures, comparisons and dates in them."""

from workreport.i18n.caveats import classed, drafted, estimated, stated, status
from workreport.i18n.language import Language, number
from workreport.i18n.registry import KINDS, language, language_faults

__all__ = [
    "KINDS",
    "Language",
    "classed",
    "drafted",
    "estimated",
    "language",
    "language_faults",
    "number",
    "stated",
    "status",
]
