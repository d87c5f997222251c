"""Which pages there are and what each says."""

from workreport.pages.head import Label, Shared, frame_labels, head_title, open_graph, page_labels
from workreport.pages.markdown import to_html
from workreport.pages.page import Entry, Link, Page, PageType
from workreport.pages.qr import qr
from workreport.pages.registry import PAGES, column, menu, pages
from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.pages.voice import Voice

__all__ = [
    "PAGES",
    "Entry",
    "Label",
    "Link",
    "Page",
    "PageType",
    "Shared",
    "Views",
    "Voice",
    "column",
    "foreign",
    "frame_labels",
    "head_title",
    "menu",
    "open_graph",
    "page_labels",
    "pages",
    "qr",
    "to_html",
]
