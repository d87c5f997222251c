"""Languages: the words of the frame, and figures in words."""

from workreport.i18n.wording import change, comparison, date, figure, number, verdict
from workreport.i18n.words import LANGUAGES, TAGS, WORDS, Lang

__all__ = [
    "LANGUAGES",
    "TAGS",
    "WORDS",
    "Lang",
    "change",
    "comparison",
    "date",
    "figure",
    "number",
    "verdict",
]
