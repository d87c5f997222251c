"""What quantities are and how Chinese and English state them: reading, parity, comparison."""

from workreport.figures.bounds import BOUND_WORDS, BOUNDS, INSIDE, Bound, BoundWords, after_number, side
from workreport.figures.chinese import Figure, read_figures
from workreport.figures.compare import CLASSES, Comparability, Order, difference, order
from workreport.figures.languages import ALIGNERS, READERS
from workreport.figures.numerals import numerals
from workreport.figures.parity import PARITY_CODES, Alignment, parity
from workreport.figures.quantity import Quantity
from workreport.figures.units import PlainUnit, Scale, Unit, Units

__all__ = [
    "ALIGNERS",
    "BOUNDS",
    "BOUND_WORDS",
    "CLASSES",
    "INSIDE",
    "PARITY_CODES",
    "READERS",
    "Alignment",
    "Bound",
    "BoundWords",
    "Comparability",
    "Figure",
    "Order",
    "PlainUnit",
    "Quantity",
    "Scale",
    "Unit",
    "Units",
    "after_number",
    "difference",
    "numerals",
    "order",
    "parity",
    "read_figures",
    "side",
]
