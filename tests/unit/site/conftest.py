"""Shared by the tests of the site: the mini content, past the gate, and resolved."""

from __future__ import annotations

import pytest

from tests.mini import CONTENT
from workreport.content.load import load
from workreport.gate.verified import Verified
from workreport.gate.verify import verify
from workreport.site.model import Site
from workreport.site.resolve import resolve


@pytest.fixture(scope="session")
def verified() -> Verified:
    return verify(load(CONTENT))


@pytest.fixture(scope="session")
def site(verified: Verified) -> Site:
    return resolve(verified)
