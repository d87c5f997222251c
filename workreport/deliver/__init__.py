"""What happens to a site after it is built: packed, and compared with its list."""

from workreport.deliver.folder import compare_folder
from workreport.deliver.journal import ASSETS, JOURNAL, PART, Journal, Old, read_journal, write_journal
from workreport.deliver.listing import COPY_CHANGED, Copy, printable, reason

__all__ = [
    "ASSETS",
    "COPY_CHANGED",
    "JOURNAL",
    "PART",
    "Copy",
    "Journal",
    "Old",
    "compare_folder",
    "printable",
    "read_journal",
    "reason",
    "write_journal",
]
