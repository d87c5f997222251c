"""Every diagnostic code of the program: found in its modules, so that no list of them can be false."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import workreport
from workreport.diagnostics import Code


@cache
def codes_of(package: str = "") -> dict[str, Code]:
    """The codes that the modules of a package define or use, by name; of all packages, where none is named."""
    found: dict[str, Code] = {}
    for module in pkgutil.walk_packages(workreport.__path__, "workreport."):
        if module.name.startswith(f"workreport.{package}") and not module.name.endswith("__main__"):
            values = vars(importlib.import_module(module.name)).values()
            for code in (value for value in values if isinstance(value, Code)):
                assert found.setdefault(code.name, code) is code, f"{code} is defined twice"
    return found


def all_codes() -> frozenset[str]:
    """The names of all codes."""
    return frozenset(codes_of())
