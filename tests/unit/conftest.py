"""Shared by the unit tests: the project's own unit table."""

from __future__ import annotations

import pytest

from tests import ROOT
from workreport.content import schema
from workreport.content.yaml import parse
from workreport.figures import Units


@pytest.fixture(scope="session")
def units() -> Units:
    """`content/units.yaml` as it is published."""
    return unit_table()


def unit_table() -> Units:
    """The same, where a fixture cannot be asked for."""
    raw = parse("units.yaml", (ROOT / "content/units.yaml").read_bytes()).data
    return schema.UnitTable.model_validate(raw).table()
