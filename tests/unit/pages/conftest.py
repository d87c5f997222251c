"""The mini site, published and as a draft, for all tests of pages: neither is changed by any."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def site(published_site: Path) -> Path:
    """With a host, an address, releases and corrections."""
    return published_site


@pytest.fixture
def draft(unpublished_site: Path) -> Path:
    """Neither a host nor a release nor an address."""
    return unpublished_site
