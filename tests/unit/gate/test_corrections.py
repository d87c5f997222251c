"""Corrections stand in their order, each about what was published."""

from __future__ import annotations

from tests.unit.gate.conftest import Say
from workreport.gate.corrections import RULE


def entries(*corrections: tuple[str, str]) -> tuple[str, str, str]:
    """A file of corrections, each given by its date and its page."""
    text = "{old: {zh: 旧, en: Old}, new: {zh: 新, en: New}, reason: {zh: 误。, en: Wrong.}"
    lines = [f'  - {text}, date: "{date}"{page and f", item: {page}"}}}' for date, page in corrections]
    return "corrections.yaml", "", "corrections:\n" + "\n".join(lines) + "\n"


def test_corrections(say: Say) -> None:
    assert say(RULE) == []
    assert say(RULE, entries(("2026-12-01", "2022/metrics/air"), ("2026-12-01", ""), ("2026-12-02", ""))) == []
    assert say(RULE, entries(("2026-12-02", ""), ("2026-12-01", "2022/metrics/ari"))) == [
        "corrections.yaml:3 correction-order: 2026-12-01 is before 2026-12-02",
        "corrections.yaml:3 correction-item: 2022/metrics/ari was never published",
    ]
