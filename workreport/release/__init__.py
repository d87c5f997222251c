"""`release`: a new version of a site is entered, its addresses are dated, and its records are kept."""

from workreport.release.command import run

__all__ = ["run"]
