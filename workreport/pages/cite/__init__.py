"""How to cite a figure, a promise or a comparison: what readers paste into papers, articles, wikis and reference managers.

Pure. A style's line is that style's and nothing else; the quote and the version stand in the plain text and in the notes
that reference managers keep. The date of access is the reader's, so the build leaves `TODAY` in its place: the page prints
words there, and a script writes the date when the reader opens the list.
"""

from workreport.content import schema
from workreport.pages.cite import gb7714
from workreport.pages.cite.apa import APA
from workreport.pages.cite.bibtex import BIBTEX
from workreport.pages.cite.cited import TODAY, Cited, Style
from workreport.pages.cite.csl import CSL
from workreport.pages.cite.plain import PLAIN
from workreport.pages.cite.ris import RIS
from workreport.pages.cite.wiki import WIKI


def styles(reference: schema.Reference) -> list[Style]:
    """In the order in which a page shows them; `reference` is the site's own."""
    return [*gb7714.styles(reference), APA, PLAIN, WIKI, BIBTEX, RIS, CSL]


__all__ = ["TODAY", "Cited", "Style", "styles"]
