"""The program's sentences in the languages of its users: English by itself, others from a folder of TOML files.

TOML because Python reads it by itself: whoever has not installed the packages yet is told so in their own language.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workreport.diagnostics.message import Listed, Message

LANGUAGES = ("en", "zh")
"""What the program can speak; the first where the user's language is none of them."""
_FOLDER = Path(__file__).resolve().parent


def into(language: str, text: str) -> str:
    """`text` in `language`, one of `LANGUAGES`; English where it is not a `Message`, or not in the catalogue."""
    if not isinstance(text, Message) or language == LANGUAGES[0]:
        return str(text)
    template = catalogue(language).get(text.template, text.template)
    values = {
        name: into(language, value) if isinstance(value, Message) else value for name, value in text.values.items()
    }
    if isinstance(text, Listed):
        return template.join(map(str, values.values()))
    return template.format(**values)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Every sentence of the program, from English."""
    import tomllib

    found: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("*.toml")):
        found |= tomllib.loads(path.read_text("utf-8"))
    return found


def spoken(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the user, as the environment names it; on Windows as the system is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if named := environment.get(name):
            break
    else:
        named = _windows()
    return named[:2].lower() if named[:2].lower() in LANGUAGES else LANGUAGES[0]


def _windows() -> str:
    """The language in which Windows shows itself: “zh_CN”; "" elsewhere."""
    import ctypes
    import locale

    windows = getattr(ctypes, "windll", None)
    return locale.windows_locale.get(windows.kernel32.GetUserDefaultUILanguage(), "") if windows else ""
