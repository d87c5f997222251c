"""The mini site, published and as a draft, for all tests of pages: neither is changed by any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.published import published


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a host, an address, releases and corrections."""
    return published(tmp_path_factory.mktemp("published"))


@pytest.fixture(scope="package")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Neither a host nor a release nor an address."""
    return published(tmp_path_factory.mktemp("draft"), host="")
