"""For all tests: the program speaks English, whatever the language of whoever runs them."""

from __future__ import annotations

import os

for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"
