"""Cards: what pages show of themselves where they are shared, composed and painted as PNG."""

from workreport.cards.compose import SQUARE, WIDE, Form, compose
from workreport.cards.gallery import Gallery, Picture
from workreport.cards.model import Card, Side
from workreport.cards.poster import poster
from workreport.cards.scroll import Key, Scroll, Squares, Stretch, Told
from workreport.cards.sheet import Sheet, svg
from workreport.cards.typeface import lacking
from workreport.cards.unroll import unroll

__all__ = [
    "SQUARE",
    "WIDE",
    "Card",
    "Form",
    "Gallery",
    "Key",
    "Picture",
    "Scroll",
    "Sheet",
    "Side",
    "Squares",
    "Stretch",
    "Told",
    "compose",
    "lacking",
    "poster",
    "svg",
    "unroll",
]
