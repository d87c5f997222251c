"""Cards: what pages show of themselves where they are shared, composed and painted as PNG."""

from workreport.cards.compose import SQUARE, WIDE, Form, compose
from workreport.cards.gallery import Gallery, Picture
from workreport.cards.model import Card, Side
from workreport.cards.poster import poster
from workreport.cards.typeface import lacking

__all__ = ["SQUARE", "WIDE", "Card", "Form", "Gallery", "Picture", "Side", "compose", "lacking", "poster"]
