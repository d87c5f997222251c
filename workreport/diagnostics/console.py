"""What the user reads on the terminal, in their language."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from workreport.diagnostics.catalogue import into
from workreport.diagnostics.diagnostic import Refusal
from workreport.diagnostics.message import Message, say


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams of this process; `language` is one of `LANGUAGES`."""

    language: str

    def out(self, message: str) -> None:
        """Print what the user asked for."""
        print(into(self.language, message), flush=True)

    def err(self, message: str) -> None:
        """Print what the user should know besides."""
        print(into(self.language, message), file=sys.stderr, flush=True)

    def report(self, refusal: Refusal, consequence: Message) -> None:
        """Print all problems, their number and what follows from them."""
        self.err(refusal.text(self.language))
        self.err(say("{count}; {consequence}", count=refusal.count, consequence=consequence))

    def progress(self, message: Message) -> None:
        """Show how far something has got, in one line that the next one replaces; on a terminal alone."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{into(self.language, message)}", end="", file=sys.stderr, flush=True)
