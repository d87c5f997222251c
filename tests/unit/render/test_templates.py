"""Templates and what they are given: each uses what its page's context has, and all of it.

The types of the contexts are followed through `for`, `set`, `if` and the macros of part/, so that an attribute that no
record has is found without a page that happens to reach it.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from tests import ROOT
from workreport.pages import PAGES
from workreport.render.environment import Templates
from workreport.render.frame import PARTS, Frame, Surroundings

FOLDER = ROOT / "templates"
ENVIRONMENT = Environment(loader=FileSystemLoader(FOLDER), autoescape=True)
ENVIRONMENT.filters = Templates(FOLDER, "zh", "templates").filters
EVERYWHERE = {field.name for field in fields(Surroundings)}


def _ast(name: str) -> nodes.Template:
    return ENVIRONMENT.parse((FOLDER / name).read_text("utf-8"), name)


def _undeclared(name: str) -> set[str]:
    """What a template and those that it extends take from outside; macros are imported without their context."""
    ast = _ast(name)
    names = [name for imported in ast.find_all(nodes.FromImport) for name in imported.names]
    found = meta.find_undeclared_variables(ast) - {name[1] if isinstance(name, tuple) else name for name in names}
    for other in ast.find_all(nodes.Extends):
        assert isinstance(other.template, nodes.Const)
        found |= _undeclared(other.template.value)
    return found


class Walker:
    """Follows the types of records through one template. Any stands for what is not known."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.used: set[tuple[type[Any], str]] = set()

    def template(self, name: str, given: Mapping[str, Any]) -> None:
        ast = _ast(name)
        macros: dict[str, tuple[str, str]] = {}
        for imported in ast.find_all(nodes.FromImport):
            assert isinstance(imported.template, nodes.Const)
            for item in imported.names:
                macro, alias = item if isinstance(item, tuple) else (item, item)
                macros[alias] = (imported.template.value, macro)
        macros |= {macro.name: (name, macro.name) for macro in ast.find_all(nodes.Macro)}
        self.name, self.macros = name, macros
        self.body(ast.body, dict(given))

    def macro(self, at: tuple[str, str], arguments: Sequence[Any]) -> None:
        name, called = at
        kept = self.name, self.macros
        (macro,) = (macro for macro in _ast(name).find_all(nodes.Macro) if macro.name == called)
        self.name, self.macros = name, {m.name: (name, m.name) for m in _ast(name).find_all(nodes.Macro)}
        left_out = macro.defaults[len(macro.defaults) - len(macro.args) + len(arguments) :]
        arguments = (*arguments, *(type(default.as_const()) for default in left_out))
        assert len(macro.args) == len(arguments), f"{name}: {called} is called with {len(arguments)} arguments"
        self.body(macro.body, {arg.name: kind for arg, kind in zip(macro.args, arguments, strict=True)})
        self.name, self.macros = kept

    def body(self, parts: Sequence[nodes.Node], known: dict[str, Any]) -> None:
        for part in parts:
            if isinstance(part, nodes.For):
                inner = dict(known)
                self.bind(part.target, _element(self.kind(part.iter, known)), inner)
                self.body(part.body, inner)
                self.body(part.else_, dict(known))
            elif isinstance(part, nodes.Assign):
                self.bind(part.target, self.kind(part.node, known), known)
            elif isinstance(part, nodes.Macro):
                continue
            elif isinstance(part, nodes.Expr):
                self.kind(part, known)
            else:
                self.body([*part.iter_child_nodes()], known)

    def bind(self, target: nodes.Node, kind: Any, known: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            known[target.name] = kind
        elif isinstance(target, nodes.Tuple):
            for item in target.items:
                self.bind(item, Any, known)

    def kind(self, node: nodes.Node, known: dict[str, Any]) -> Any:
        """The type of an expression, where it is a record or holds records."""
        if isinstance(node, nodes.Name):
            return known.get(node.name, Any)
        if isinstance(node, nodes.Getattr):
            owner = _record(self.kind(node.node, known))
            if owner is None:
                return Any
            hints = typing.get_type_hints(owner)
            self.used.add((owner, node.attr))
            if node.attr not in hints:
                self.wrong.append(f"{self.name}:{node.lineno}: {owner.__name__} has no {node.attr}")
            return hints.get(node.attr, Any)
        if isinstance(node, nodes.Getitem):
            return _element(self.kind(node.node, known))
        found = [self.kind(child, known) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in self.macros:
            self.macro(self.macros[node.node.name], found[1:])
        return Any


def _arms(kind: Any) -> tuple[Any, ...]:
    return typing.get_args(kind) if typing.get_origin(kind) in (typing.Union, types.UnionType) else (kind,)


def _record(kind: Any) -> type[Any] | None:
    """The record that a type is, or may be where it is not None."""
    return next((arm for arm in _arms(kind) if is_dataclass(arm) and isinstance(arm, type)), None)


def _element(kind: Any) -> Any:
    """What a sequence holds."""
    arguments = [arm for one in _arms(kind) for arm in typing.get_args(one)]
    return arguments[0] if len(arguments) == 1 else Any


def _given(kind: type[Any]) -> dict[str, Any]:
    return {**typing.get_type_hints(Surroundings), **typing.get_type_hints(kind)}


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.key)
def test_a_template_is_given_what_it_uses_and_uses_what_it_is_given(kind: Any) -> None:
    own = {field.name for field in fields(kind.context)}
    assert not own & EVERYWHERE, "a context would hide what every page is given"
    used = _undeclared(kind.template)
    assert used <= own | EVERYWHERE
    assert own <= used | {"key", "target"}, "key and target say which form a page has, which tests ask"


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_frame_likewise(part: str) -> None:
    assert _undeclared(f"frame/{part}.html") <= {field.name for field in fields(Frame)}


def test_the_frame_uses_what_it_is_given() -> None:
    used = {name for part in PARTS for name in _undeclared(f"frame/{part}.html")}
    assert used == {field.name for field in fields(Frame)}


def test_every_page_uses_what_every_page_is_given() -> None:
    used = {name for kind in PAGES for name in _undeclared(kind.template)}
    assert used >= EVERYWHERE


def test_every_attribute_is_one_of_its_record_and_every_field_is_shown() -> None:
    walker = Walker()
    for kind in PAGES:
        walker.template(kind.template, _given(kind.context))
    walker.template("base.html", typing.get_type_hints(Surroundings))
    for part in PARTS:
        walker.template(f"frame/{part}.html", typing.get_type_hints(Frame))
    assert not walker.wrong, "\n".join(walker.wrong)
    ours = {owner for owner, _ in walker.used if owner.__module__.startswith("workreport.pages.")}
    assert len(ours) > 30, "the walker lost its way"
    shown = {(owner, name) for owner in ours for name in (field.name for field in fields(owner))}
    unused = {f"{owner.__name__}.{name}" for owner, name in shown - walker.used}
    assert unused == {"ComparisonView.plain_sentence"}, "which citations take"


def test_the_walker_finds_what_is_wrong() -> None:
    walker = Walker()
    (kind,) = (kind for kind in PAGES if kind.key == "topic")
    walker.name, walker.macros = "made up", {}
    text = (
        "{% for p in parts %}{% if p.metrics %}{% for m in p.metrics %}{{ m.titel }}{% endfor %}{% endif %}{% endfor %}"
    )
    walker.body(ENVIRONMENT.parse(text).body, _given(kind.context))
    assert walker.wrong == ["made up:1: MetricLine has no titel"]
