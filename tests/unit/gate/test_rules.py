"""The registry of rules: each module that has one is in it, under its own name, with all codes that it defines."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import pytest

from tests import LANGUAGES
from workreport import gate
from workreport.diagnostics import Code
from workreport.gate.drafts import RELEASE_DRAFT
from workreport.gate.looks import LOOKS_CONTRAST, LOOKS_PICTURE
from workreport.gate.readiness import IMAGE_UNKNOWN, RELEASE_EMPTY, RELEASE_LATE
from workreport.gate.rules import CHECKS, RULES
from workreport.gate.synonyms import SYNONYM_TARGET, SYNONYM_TWICE
from workreport.i18n import language

MODULES = [importlib.import_module(f"workreport.gate.{found.name}") for found in pkgutil.iter_modules(gate.__path__)]


def own(module: ModuleType) -> set[Code]:
    """The codes that a module defines or asks for."""
    return {value for value in vars(module).values() if isinstance(value, Code)}


def test_every_module_with_a_rule_is_in_the_registry() -> None:
    modules = {module.__name__.rpartition(".")[2]: module.RULE for module in MODULES if hasattr(module, "RULE")}
    assert {rule.key: rule for rule in RULES} == modules
    assert len(RULES) == len(modules)


def test_every_code_belongs_to_a_check() -> None:
    listed = [code for check in CHECKS for code in check.codes]
    assert len(listed) == len(set(listed))
    defined = set().union(*map(own, MODULES))
    of_looks, of_search = {LOOKS_CONTRAST, LOOKS_PICTURE}, {SYNONYM_TARGET, SYNONYM_TWICE}
    assert defined - set(listed) - of_looks - of_search == {
        IMAGE_UNKNOWN,
        RELEASE_DRAFT,
        RELEASE_EMPTY,
        RELEASE_LATE,
    }, "which a draft may do without"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_lists_the_codes_of_its_module(rule: gate.rule.Rule) -> None:
    shared = {code for other in RULES if other is not rule for code in other.codes}
    assert own(importlib.import_module(f"workreport.gate.{rule.key}")) <= set(rule.codes) | shared


def test_the_checks_stand_in_the_order_of_the_page_and_have_words() -> None:
    assert [check.key for check in CHECKS] == [
        "quote", "double_entry", "figures", "promises", "languages", "comparisons", "permalinks", "own_words", "links",
    ]  # fmt: skip
    for lang in LANGUAGES:
        assert all(language(lang).words[f"check_{check.key}_{part}"] for check in CHECKS for part in ("name", "rule"))
