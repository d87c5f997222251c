"""Charts: what each says, how it is laid out, and how it is drawn."""

from workreport.charts.drawings import Store, draw
from workreport.charts.model import (
    Chart,
    charts,
    drawable,
    falls_chart,
    families,
    family_chart,
    target_chart,
)
from workreport.charts.svg import Drawings

__all__ = [
    "Chart",
    "Drawings",
    "Store",
    "charts",
    "draw",
    "drawable",
    "falls_chart",
    "families",
    "family_chart",
    "target_chart",
]
