"""Shared by the unit tests: the project's own unit table, and sites that are built once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from tests import ROOT, mini
from tests.shared import shared
from tests.unit.published import published
from workreport.build import build
from workreport.content import table_of
from workreport.figures import Units


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever looks at a site of the whole content waits for it to be built: `make unit` leaves it out."""
    sites = {"published_site", "unpublished_site", "draft_site"}
    for item in items:
        if isinstance(item, pytest.Function) and sites & set(item.fixturenames):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def units() -> Units:
    """The table that the program ships."""
    return unit_table()


def unit_table() -> Units:
    """The same, where a fixture cannot be asked for."""
    return table_of()


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site, with an address."""
    return shared(tmp_path_factory, "data", published) / "site"


@pytest.fixture(scope="session")
def unpublished_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with neither a host nor a release nor an address."""
    return shared(tmp_path_factory, "unpublished", partial(published, host="")) / "site"


@pytest.fixture(scope="session")
def draft_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content as a draft, without an address."""

    def fill(folder: Path) -> None:
        build(mini.options(ROOT / "content", folder / "site", charts=False))

    return shared(tmp_path_factory, "draft", fill) / "site"
