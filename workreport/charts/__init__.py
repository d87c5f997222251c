"""Charts: what each says, how it is laid out, and how it is drawn."""

from workreport.charts.catalogue import charts
from workreport.charts.drawings import Store, draw
from workreport.charts.families import drawable, falls_chart, families, family_chart, target_chart
from workreport.charts.lettering import lettering
from workreport.charts.model import Chart
from workreport.charts.svg import COLOURS, UP, Drawing, Drawings, Drawn, own_colours
from workreport.charts.text import advance, wrap

__all__ = [
    "COLOURS",
    "UP",
    "Chart",
    "Drawing",
    "Drawings",
    "Drawn",
    "Store",
    "advance",
    "charts",
    "draw",
    "drawable",
    "falls_chart",
    "families",
    "family_chart",
    "lettering",
    "own_colours",
    "target_chart",
    "wrap",
]
