"""How to cite a figure, a promise or a comparison: the styles that readers paste into papers, articles and wikis. Pure.

Each has the quote and where it stands. The date of access is the reader's, so the build leaves `TODAY` in its place: the
page prints words there, and a script writes the date when the reader opens the list.
"""

from workreport.pages.cite.apa import APA
from workreport.pages.cite.bibtex import BIBTEX
from workreport.pages.cite.cited import TODAY, Cited, Style
from workreport.pages.cite.gb7714 import GB7714
from workreport.pages.cite.plain import PLAIN
from workreport.pages.cite.wiki import WIKI

STYLES = (GB7714, APA, PLAIN, WIKI, BIBTEX)
"""In the order in which a page shows them."""

__all__ = ["STYLES", "TODAY", "Cited", "Style"]
