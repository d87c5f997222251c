"""`translate`: texts without a translation go to a translator's tool, and come back into the content."""

from workreport.exchange.formats import FORMS
from workreport.exchange.inward import put_back
from workreport.exchange.outward import export

__all__ = ["FORMS", "export", "put_back"]
