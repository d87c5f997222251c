"""Shared by the unit tests: the project's own unit table."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport import model
from workreport.english import Measures
from workreport.resolve import printer_of
from workreport.strictyaml import parse
from workreport.verify import measures_of
from workreport.wording import Printer

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def table() -> model.UnitTable:
    """`content/units.yaml` as it is published."""
    return model.UnitTable.model_validate(parse("units.yaml", (ROOT / "content/units.yaml").read_bytes()).data)


@pytest.fixture(scope="session")
def measures(table: model.UnitTable) -> Measures:
    return measures_of(table)


@pytest.fixture(scope="session")
def printer(table: model.UnitTable) -> Printer:
    return printer_of(table)
