"""The gate as a whole: no slip of an editor passes, and no damage ends in a traceback."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml

from tests.codes import all_codes
from tests.mini import CONTENT
from workreport.content.content import Content, Entry
from workreport.content.load import load
from workreport.content.schema import ReviewSection, TasksSection
from workreport.content.yaml import parse
from workreport.diagnostics.diagnostic import Diagnostic, Refusal
from workreport.gate.verify import verify

S = TypeVar("S", ReviewSection, TasksSection)


def refused(content: Content | Path) -> tuple[Diagnostic, ...]:
    """What is said of the content, read from its folder if need be; nothing where it is sound."""
    try:
        verify(content if isinstance(content, Content) else load(content))
    except Refusal as refusal:
        return refusal.diagnostics
    return ()


def with_section(content: Content, path: str, section: dict[str, Any]) -> Content:
    """The content with one section file instead of its own."""

    def put(entry: Entry[S]) -> Entry[S]:
        if entry.document.path != path:
            return entry
        document = parse(path, dump(section).encode())
        return Entry(document=document, value=type(entry.value).model_validate(document.data))

    cycles = (
        replace(raw, review=tuple(map(put, raw.review)), tasks=tuple(map(put, raw.tasks))) for raw in content.cycles
    )
    return replace(content, cycles=tuple(cycles))


def slips(item: dict[str, Any]) -> list[tuple[str, Any]]:
    """Every field of a metric or target with wrong values that an editor might type."""
    found: list[tuple[str, Any]] = []
    if "value" in item:
        value = Decimal(str(item["value"]))
        found += [("value", number) for number in (value + 1, value * 10, value / 10, value + Decimal("0.1"), -value)]
        found += [("bound", b) for b in ("exact", "about", "at_least", "more_than", "at_most") if b != item["bound"]]
        found += [("unit", unit) for unit in ("人", "万人", "个", "%", "个百分点") if unit != item["unit"]]
        found += [("estimate", not item.get("estimate", False))]
    if "value_high" in item:
        found += [("value_high", item["value_high"] + 1), ("value_high", None)]
    elif "value" in item:
        found += [("value_high", item["value"] + 1)]
    for field, wrong in (("value", 0), ("unit", "个百分点"), ("bound", "about")):
        if "change" in item:
            found.append(("change", {**item["change"], field: wrong}))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", ["2022_review/01-overview", "2022_review/02-city", "2023_tasks/01-economy",
                                  "2023_tasks/02-livelihood"])  # fmt: skip
def test_no_slip_in_a_figure_passes(name: str) -> None:
    """Whatever single value of a metric or a target is mistyped, the content is refused."""
    content = load(CONTENT, "content")
    path = f"content/{name}.yaml"
    count = 0
    section = yaml.safe_load((CONTENT / f"{name}.yaml").read_text("utf-8"))
    items = section.get("metrics") or [t for c in section["commitments"] for t in c["targets"]]
    for item in items:
        for field, wrong in slips(item):
            old = dict(item)
            item[field] = wrong
            assert refused(with_section(content, path, section)), f"{item['id']}: {field}: {wrong} passes"
            count += 1
            item.clear()
            item.update(old)
    assert refused(with_section(content, path, section)) == ()
    assert count > 50


def dump(section: dict[str, Any]) -> str:
    """YAML of a section; numbers stay numbers."""
    text = yaml.safe_dump(plain(section), allow_unicode=True, sort_keys=False, width=10_000)
    return re.sub(r"\bvalue(_high)?: '(-?[0-9.]+)'", r"value\1: \2", text)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return f"{value:f}" if isinstance(value, Decimal) else value


@pytest.mark.parametrize("seed", range(4))
def test_damage_is_told_and_never_crashes(seed: int, tmp_path: Path) -> None:
    """Random damage to random files: the content passes or is refused; nothing else is ever raised."""
    pick = random.Random(seed)
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    files = sorted(p for p in content.rglob("*") if p.is_file())
    odd = ["0", "-1", "null", "[]", "{}", '""', "p99", "h1", "万", "%", "，", "。", "**", "</sub>", "预计", "至", "第",
           "\t", "|", "&a", "*a", "“", "《", "½", "\u200b", "\u3000", "2022/new-jobs"]  # fmt: skip
    for _ in range(20):
        path = pick.choice(files)
        good = path.read_text("utf-8")
        lines = good.split("\n")
        at = pick.randrange(len(lines))
        column = pick.randrange(len(lines[at]) + 1)
        match pick.randrange(5):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, pick.choice(lines))
            case 2:
                lines[at] = lines[at][:column] + pick.choice(odd) + lines[at][column:]
            case 3:
                lines[at] = lines[at][:column]
            case _:
                lines[at] = lines[at].partition(": ")[0] + ": " + pick.choice(odd)
        path.write_text("\n".join(lines), "utf-8")
        for problem in refused(content):
            assert problem.code.name in all_codes()
            assert problem.path.startswith(content.as_posix())
        path.write_text(good, "utf-8")
