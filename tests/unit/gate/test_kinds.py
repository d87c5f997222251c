"""Every kind of quantity has its words."""

from __future__ import annotations

from typing import get_args

from workreport.figures.quantity import Kind
from workreport.gate.kinds import KINDS


def test_every_kind_is_named() -> None:
    assert set(KINDS) == set(get_args(Kind))
