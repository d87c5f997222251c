#!/usr/bin/env python3
"""Build the site: python3 build.py. See README.md; python3 build.py --help lists the options."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from workreport import interpreter

    interpreter.enter()
    if sys.version_info < (3, 11):  # noqa: UP036 - said plainly to whoever runs an older Python
        sys.exit("build.py needs Python 3.11 or newer; this is " + sys.version.split()[0])

    from workreport.cli import run

    sys.exit(run(sys.argv[1:]))
