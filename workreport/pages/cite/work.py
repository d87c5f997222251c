"""A work as reference lists name it: who wrote it, what it is called, when it came out. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The report that is cited by a page of the site, or a comparison, which is the site's own work."""

    author: str
    """"" where it is not known."""
    title: str
    translated: str = ""
    """The title in the reader's language, where `title` is in another."""
    number: str = ""
    """Of a government document; "" for a comparison."""
    issued: str = ""
    """YYYY-MM-DD; "" for a comparison of a draft."""
    site: str
    """The site's name."""
    address: str
    """Absolute; "" without a base URL."""

    @property
    def named(self) -> str:
        """The title with its translation in brackets."""
        return f"{self.title} [{self.translated}]" if self.translated else self.title
