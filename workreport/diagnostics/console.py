"""Problems on the terminal."""

from __future__ import annotations

import sys

from workreport.diagnostics.diagnostic import Refusal


def report(refusal: Refusal, consequence: str) -> None:
    """Print all problems, their number and what follows from them."""
    print(refusal, file=sys.stderr)
    print(f"{refusal.count}; {consequence}", file=sys.stderr)
