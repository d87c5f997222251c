"""Which pages there are and what each says."""

from workreport.pages.labels import frame_labels, open_graph, page_labels
from workreport.pages.page import Frame, Page, navigation
from workreport.pages.qr import qr
from workreport.pages.registry import pages
from workreport.pages.richtext import foreign

__all__ = [
    "Frame",
    "Page",
    "foreign",
    "frame_labels",
    "navigation",
    "open_graph",
    "page_labels",
    "pages",
    "qr",
]
