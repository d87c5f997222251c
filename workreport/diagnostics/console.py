"""What the user reads on the terminal, in their language."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TextIO

from workreport.diagnostics.catalogue import into
from workreport.diagnostics.diagnostic import Refusal
from workreport.diagnostics.message import Message, say


class Unprinted(Exception):
    """What the user asked for could not be printed, since the disk is full for example. `why` is the system's word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def mute(stream: TextIO) -> None:
    """Let what is printed from now on go nowhere, so that it does not fail again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@dataclass(frozen=True, slots=True)
class Console:
    """The two streams of this process; `language` is one of `LANGUAGES`."""

    language: str

    def out(self, message: str) -> None:
        """Print what the user asked for. Raises `Unprinted`, and BrokenPipeError where the reader has gone."""
        try:
            print(into(self.language, message), flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            mute(sys.stdout)
            raise Unprinted(error.strerror or str(error)) from None

    def err(self, message: str) -> None:
        """Print what the user should know besides."""
        self._tell(f"{into(self.language, message)}\n")

    def report(self, refusal: Refusal, consequence: Message) -> None:
        """Print all problems, their number and what follows from them."""
        self.err(refusal.text(self.language))
        self.err(say("{count}; {consequence}", count=refusal.count, consequence=consequence))

    def progress(self, message: Message) -> None:
        """Show how far something has got, in one line that the next one replaces; on a terminal alone."""
        if sys.stderr.isatty():
            self._tell(f"\r\x1b[K{into(self.language, message)}")

    def _tell(self, text: str) -> None:
        try:
            print(text, end="", file=sys.stderr, flush=True)
        except BrokenPipeError:
            raise
        except OSError:  # there is nowhere to say so
            mute(sys.stderr)
