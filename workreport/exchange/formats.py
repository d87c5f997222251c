"""Which files there are, by the name that the user gives: a kind is a module, and a line here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from workreport.diagnostics import refusal, say
from workreport.exchange.stored import EXCHANGE_FILE
from workreport.exchange.unit import Returned, Unit
from workreport.interpreter import CHECKOUT, remedy

FORMS: Mapping[str, tuple[str, str, str]] = {
    "xliff": ("xliff", "translation.xlf", "lxml"),
    "po": ("po", "translation.po", "polib"),
    "xlsx": ("sheet", "translation.xlsx", "openpyxl"),
    "tmx": ("memory", "memory.tmx", "lxml"),
    "tbx": ("terms", "glossary.tbx", "lxml"),
    "csv": ("terms", "glossary.csv", ""),
}
"""By format: its module, imported only when it is needed, what its file is called where no other name is given, and the
package of requirements-translate.txt that it needs."""
BACK: Mapping[str, str] = {".xlf": "xliff", ".xliff": "xliff", ".po": "po", ".xlsx": "xlsx"}
"""What can be put back, by how the name of the file ends."""


def installed(form: str, path: str) -> None:
    """Raises `Refusal` where the package is not there that the format needs."""
    name = FORMS[form][2]
    if name and find_spec(name) is None:
        command = remedy("requirements-translate.txt") if CHECKOUT else f"{sys.executable} -m pip install {name}"
        message = say("{form} needs a package that is not installed ({name})", form=form, name=name)
        raise refusal(path, EXCHANGE_FILE, message, say("install it once: {command}", command=command))


def writer(form: str) -> Callable[[Sequence[Unit], str, str], bytes]:
    """What writes units, in the languages of two tags."""
    made: Callable[[Sequence[Unit], str, str], bytes] = _module(form).write
    return made


def reader(form: str) -> Callable[[bytes], list[Returned]]:
    """What reads them again."""
    made: Callable[[bytes], list[Returned]] = _module(form).read
    return made


def _module(form: str) -> ModuleType:
    return import_module(f"workreport.exchange.{FORMS[form][0]}")
