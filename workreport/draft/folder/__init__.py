"""A drafted record as a content folder: its files, what the gate says of them, and the way to the disk."""

from workreport.draft.folder.place import DRAFT_CONTENT, Place
from workreport.draft.folder.record import Record, Section, sections_of
from workreport.draft.folder.settled import Settled, settle

__all__ = ["DRAFT_CONTENT", "Place", "Record", "Section", "Settled", "sections_of", "settle"]
