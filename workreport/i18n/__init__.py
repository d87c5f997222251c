"""Languages: the words of the frame, and figures, comparisons and dates in them."""

from workreport.i18n.language import Language, number
from workreport.i18n.registry import KINDS, language, language_faults

__all__ = ["KINDS", "Language", "language", "language_faults", "number"]
