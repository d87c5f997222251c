"""What quantities are and how Chinese and English state them: reading, parity, comparison."""

from workreport.figures.asides import REASONS, Aside, Reason
from workreport.figures.bounds import (
    BOUND_WORDS,
    BOUNDS,
    INSIDE,
    MULTITUDES,
    ROUGHLY,
    Bound,
    BoundWords,
    after_number,
    side,
)
from workreport.figures.chinese import read, read_figures
from workreport.figures.compare import CLASSES, Comparability, Difference, Order, difference, numbers, order
from workreport.figures.figure import Figure, Reading
from workreport.figures.languages import ALIGNERS, READERS, SPEAKS_OF
from workreport.figures.mismatch import PARITY_CODES, Mismatch
from workreport.figures.numerals import chinese_values, numerals
from workreport.figures.parity import Alignment, parity
from workreport.figures.periods import BASES, Basis, Named, Period, bases_in, governing, named
from workreport.figures.quantity import Kind, Quantity
from workreport.figures.sentences import sentences
from workreport.figures.units import Conversion, PlainUnit, Scale, Unit, Units
from workreport.figures.vocabulary import topics

__all__ = [
    "ALIGNERS",
    "BASES",
    "BOUNDS",
    "BOUND_WORDS",
    "CLASSES",
    "INSIDE",
    "MULTITUDES",
    "PARITY_CODES",
    "READERS",
    "REASONS",
    "ROUGHLY",
    "SPEAKS_OF",
    "Alignment",
    "Aside",
    "Basis",
    "Bound",
    "BoundWords",
    "Comparability",
    "Conversion",
    "Difference",
    "Figure",
    "Kind",
    "Mismatch",
    "Named",
    "Order",
    "Period",
    "PlainUnit",
    "Quantity",
    "Reading",
    "Reason",
    "Scale",
    "Unit",
    "Units",
    "after_number",
    "bases_in",
    "chinese_values",
    "difference",
    "governing",
    "named",
    "numbers",
    "numerals",
    "order",
    "parity",
    "read",
    "read_figures",
    "sentences",
    "side",
    "topics",
]
