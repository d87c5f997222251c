"""What quantities are and how Chinese and English state them: reading, parity, comparison."""

from workreport.figures.chinese import Bound, Figure, Units, numerals, read_figures
from workreport.figures.compare import CLASSES, Comparability, Order, Quantity, difference, like, order
from workreport.figures.parity import Measures, match_figures, parity
from workreport.figures.units import Printer, UnitName

__all__ = [
    "CLASSES",
    "Bound",
    "Comparability",
    "Figure",
    "Measures",
    "Order",
    "Printer",
    "Quantity",
    "UnitName",
    "Units",
    "difference",
    "like",
    "match_figures",
    "numerals",
    "order",
    "parity",
    "read_figures",
]
