"""The table of units: what the program ships, and what a content folder adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from workreport.content import schema
from workreport.content.yaml import parse
from workreport.figures import Units


def table_of(own: schema.UnitTable | None = None) -> Units:
    """The units that the program ships, with those of a content folder."""
    shipped = _shipped()
    return (shipped.with_own(own) if own is not None else shipped).table()


def shipped_units() -> Mapping[str, schema.UnitEntry]:
    """The units that the program ships, without scales, by their Chinese."""
    return {unit.zh: unit for unit in _shipped().units}


@cache
def _shipped() -> schema.UnitTable:
    raw = (files("workreport.figures") / "units.yaml").read_bytes()
    return schema.UnitTable.model_validate(parse("units.yaml", raw).data)
