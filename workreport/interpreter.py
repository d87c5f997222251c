"""Which Python a checkout runs in: that of its own `.venv` where there is one, so that `python3 build.py` works as it is.

Loaded before anything else, by whatever Python the user has: only what every Python brings is imported, and nothing
here is newer than Python 3.8.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
CHECKOUT = _PACKAGE.parent if (_PACKAGE.parent / "build.py").is_file() else None
"""Where the project lies; None where only the package is installed."""
WINDOWS = os.name == "nt"
PROGRAM = "workreport" if CHECKOUT is None else "py -3 build.py" if WINDOWS else "python3 build.py"
"""What the user types."""
_SENT = "WORKREPORT_SENT"
"""Set for the Python that is gone on in, lest one that does not know its environment comes back without end."""


def called_in(folder: Path) -> str:
    """What the user types in a folder: the installed command, or the checkout's build.py."""
    if CHECKOUT is None:
        return PROGRAM
    entry = os.path.relpath(str(CHECKOUT / "build.py"), str(folder.resolve()))
    return PROGRAM.replace("build.py", Path(entry).as_posix())


def enter(needs: str = "", requirements: str = "requirements.txt") -> None:
    """Go on in the checkout's own environment, unless this is it or another one that has the packages.

    Where there is none and the module `needs` is missing, ends with exit code 2 and the line that installs
    `requirements`. Returns where this Python is the right one.
    """
    sent = os.environ.pop(_SENT, None) is not None
    chosen = sys.prefix != sys.base_prefix and find_spec("pydantic") is not None
    if CHECKOUT is not None and not sent and not chosen:
        folder = CHECKOUT / ".venv"
        python = folder / ("Scripts/python.exe" if WINDOWS else "bin/python")
        if python.exists() and Path(sys.prefix).resolve() != folder.resolve():
            _go_on(str(python), getattr(sys, "orig_argv", [sys.executable, *sys.argv])[1:])
    if needs and find_spec(needs) is None:
        name = os.path.basename(sys.argv[0])
        print(f"{name} needs packages that are not installed. Run this first: {remedy(requirements)}", file=sys.stderr)
        sys.exit(2)


def remedy(requirements: str = "requirements.txt") -> str:
    """The line that installs the packages: into this environment, or a new one of the checkout, never into the system."""
    if CHECKOUT is None:
        return f"{_typed(sys.executable)} -m pip check (it names what is missing)"
    near = Path() if Path.cwd() == CHECKOUT else CHECKOUT
    install = f"-m pip install --require-hashes -r {_typed(near / requirements)}"
    if sys.prefix != sys.base_prefix:
        return f"{_typed(sys.executable)} {install}"
    folder = near / ".venv"
    clear = "--clear " if folder.exists() else ""  # what is there does not start
    if WINDOWS:  # whose two shells have no sign in common that joins commands
        return f"py -3 -m venv {clear}{_typed(folder)}, then {_typed(folder / 'Scripts' / 'python')} {install}"
    return f"{_typed(sys.executable)} -m venv {clear}{_typed(folder)} && {_typed(folder / 'bin/python')} {install}"


def _typed(path: str | Path) -> str:
    """A path as a shell takes it."""
    return f'"{path}"' if " " in str(path) else str(path)


def _go_on(python: str, arguments: list[str]) -> None:
    """Run the same command in another Python, in place of this one. Returns where that Python does not start."""
    os.environ[_SENT] = "1"
    try:
        if not WINDOWS:
            os.execv(python, [python, *arguments])
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the other one, which has it too
        sys.exit(subprocess.call([python, *arguments]))
    except OSError:  # made on another system, or half removed
        del os.environ[_SENT]
