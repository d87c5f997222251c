"""Shared by the unit tests: the project's own unit table."""

from __future__ import annotations

import pytest

from tests import ROOT
from workreport.content import schema
from workreport.content.yaml import parse
from workreport.figures.parity import Measures
from workreport.figures.units import Printer
from workreport.gate.verify import measures_of
from workreport.site.resolve import printer_of


@pytest.fixture(scope="session")
def table() -> schema.UnitTable:
    """`content/units.yaml` as it is published."""
    return schema.UnitTable.model_validate(parse("units.yaml", (ROOT / "content/units.yaml").read_bytes()).data)


@pytest.fixture(scope="session")
def measures(table: schema.UnitTable) -> Measures:
    return measures_of(table)


@pytest.fixture(scope="session")
def printer(table: schema.UnitTable) -> Printer:
    return printer_of(table)
