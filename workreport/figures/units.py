"""Units as English names them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class UnitName(NamedTuple):
    """How English prints a plain unit: `printed` is "spaced", "close" or "none"."""

    one: str
    other: str
    printed: str


class Printer(NamedTuple):
    """What wording needs of units.yaml: names of plain units and of scales, in English."""

    units: Mapping[str, UnitName]
    scales: Mapping[str, str]

    def unit_en(self, unit: str) -> str:
        """The unit's name for data files: 万人 is "ten thousand people"."""
        for scale in sorted(self.scales, key=len, reverse=True):
            if unit.startswith(scale):
                return f"{self.scales[scale]} {self.units[unit[len(scale) :]].other}".strip()
        return self.units[unit].other
