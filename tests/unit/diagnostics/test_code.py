"""Codes: each defined once, beside the rule that raises it, and used by its constant."""

from __future__ import annotations

import re

from tests import ROOT
from tests.codes import codes_of


def test_each_code_stands_once_in_the_program() -> None:
    text = "\n".join(path.read_text("utf-8") for path in (ROOT / "workreport").rglob("*.py"))
    for name in codes_of():
        assert len(re.findall(f'Code\\(\\s*"{name}"', text)) == 1
        assert text.count(f'"{name}"') == 1 or name in ("choice", "value"), f"{name} is written out beside its constant"


def test_each_code_says_what_it_means() -> None:
    for name, code in codes_of().items():
        assert re.fullmatch("[a-z]+(-[a-z]+)*", name)
        assert re.fullmatch(r"[A-Z].{10,90}\.", code.meaning), name
    assert len({code.meaning for code in codes_of().values()}) == len(codes_of())
