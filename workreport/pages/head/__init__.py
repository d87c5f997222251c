"""What the head of a page tells machines."""

from workreport.pages.head.jsonld import block, dataset, observation, promise, report_block
from workreport.pages.head.labels import Label, frame_labels, page_labels
from workreport.pages.head.opengraph import Shared, open_graph
from workreport.pages.head.titles import head_title

__all__ = [
    "Label",
    "Shared",
    "block",
    "dataset",
    "frame_labels",
    "head_title",
    "observation",
    "open_graph",
    "page_labels",
    "promise",
    "report_block",
]
