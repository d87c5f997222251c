"""The structure of a report: what of a file is its text, its headings, its parts. Pure."""

from workreport.draft.structure.outlined import DRAFT_PARTS, DRAFT_YEAR, Outlined, outlined
from workreport.draft.structure.piece import Lifted
from workreport.draft.structure.proof import DRAFT_TEXT

__all__ = ["DRAFT_PARTS", "DRAFT_TEXT", "DRAFT_YEAR", "Lifted", "Outlined", "outlined"]
