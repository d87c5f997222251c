"""Charts: what each says, how it is laid out, and how it is drawn."""

from workreport.charts.catalogue import charts
from workreport.charts.drawings import Store, draw
from workreport.charts.families import drawable, falls_chart, families, family_chart, target_chart
from workreport.charts.model import Chart
from workreport.charts.svg import COLOURS, UP, Drawings, own_colours
from workreport.charts.text import advance, wrap

__all__ = [
    "COLOURS",
    "UP",
    "Chart",
    "Drawings",
    "Store",
    "advance",
    "charts",
    "draw",
    "drawable",
    "falls_chart",
    "families",
    "family_chart",
    "own_colours",
    "target_chart",
    "wrap",
]
