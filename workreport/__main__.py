"""`python -m workreport`: the same as `python build.py`."""

from __future__ import annotations

import sys

from workreport.cli import run

sys.exit(run(sys.argv[1:]))
