"""Files as offices send them: their lines, whatever the format. The left edge of a draft."""

from workreport.draft.reading.file import DRAFT_EMPTY, DRAFT_FILE, DRAFT_FORMAT, received
from workreport.draft.reading.line import Line, Runs

__all__ = ["DRAFT_EMPTY", "DRAFT_FILE", "DRAFT_FORMAT", "Line", "Runs", "received"]
