"""What the user asks of a build. Imports nothing of the program: whether anything has changed is decided from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where things are, as the user named them, and how to build."""

    content: Path
    output: Path
    templates: Path
    assets: Path
    base_url: str = ""
    """Of the site, without a slash at its end; "": as the content says."""
    jobs: int = 1
    """Processes to use."""
    charts: bool = True
    """False: pages show the tables of charts alone."""
    cards: bool = True
    """False: pages have no pictures of themselves to share; nor have they where the address of the site is not known."""
    store: str = ""
    """The folder in which drawings are kept for the next build; "" keeps none."""
