"""`python -m workreport`: the same as `python3 build.py`."""

from __future__ import annotations

import sys

from workreport import interpreter

interpreter.enter()

from workreport.cli import run  # noqa: E402 - with packages that another Python may have

sys.exit(run(sys.argv[1:]))
