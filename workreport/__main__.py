"""`python -m workreport`: the same as `python build.py`."""

from __future__ import annotations

import sys

from workreport.cli import main

sys.exit(main(sys.argv[1:]))
