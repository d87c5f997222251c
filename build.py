"""Build the site: python build.py. See README.md; python build.py --help lists the options."""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - said plainly to whoever runs an older Python
    sys.exit("python build.py needs Python 3.11 or newer; this is " + sys.version.split()[0])

REQUIRED = {
    "cn2an",
    "jinja2",
    "livereload",
    "markdown_it",
    "markupsafe",
    "opencc",
    "pydantic",
    "pypinyin",
    "segno",
    "tornado",
    "xlsxwriter",
    "yaml",
}


def run(arguments: list[str]) -> int:
    """The command line, with one plain line where the packages are missing."""
    try:
        from workreport.cli import main

        code = main(arguments)
        sys.stdout.flush()
        return code
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name not in REQUIRED:
            raise
        print(
            f"python build.py needs packages that are not installed ({name}). Install them with: "
            f"{sys.executable} -m pip install --require-hashes -r requirements.txt",
            file=sys.stderr,
        )
        return 2
    except KeyboardInterrupt:
        return 130  # as shells say of a program that was interrupted
    except BrokenPipeError:
        # Whoever read what is printed has gone, as head does: what is printed at the end must not fail again.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere, stream.fileno())
        return 141  # as shells say of a program that wrote to nobody


if __name__ == "__main__":
    # Windows consoles may speak another encoding than the report.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(run(sys.argv[1:]))
