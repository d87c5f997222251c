"""The gate on the two-cycle mini content: it is sound; broken, it is refused in exactly these words; no slip passes.

python -m tests.unit.gate.test_verify     writes tests/invalid/mini/ anew; read the difference before you commit
"""

from __future__ import annotations

import json
import random
import re
import shutil
import tempfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT
from tests.codes import all_codes, codes_of
from tests.mini import CONTENT, copy, edit
from workreport.build import build, check
from workreport.cli import main
from workreport.content.load import load
from workreport.diagnostics.diagnostic import Diagnostic, Refusal
from workreport.gate.verified import Tally
from workreport.gate.verify import verify

CASES: dict[str, list[dict[str, str]]] = yaml.safe_load((ROOT / "tests/invalid/mini.yaml").read_text("utf-8"))
EXPECTED = ROOT / "tests" / "invalid" / "mini"


def said(folder: Path, steps: list[dict[str, str]]) -> str:
    """What the program says of a broken input, with the folder's own name taken out."""
    options = copy(folder)
    edit(folder, steps)
    with pytest.raises(Refusal) as caught:
        check(options)
    return str(caught.value).replace(f"{folder.as_posix()}/", "") + "\n"


def problems(content: Path) -> tuple[Diagnostic, ...]:
    """What the checks of the content say; nothing where it is sound."""
    try:
        verify(load(content))
    except Refusal as refusal:
        return refusal.diagnostics
    return ()


def test_the_mini_content_is_sound(tmp_path: Path) -> None:
    counts = check(copy(tmp_path))
    assert counts.figures == Tally(encoded=25, waived=30, pending=1)
    assert counts.sentences == Tally(encoded=6, waived=4, pending=1)
    assert not (tmp_path / "site").exists(), "check writes nothing"


@pytest.mark.parametrize("name", CASES)
def test_refusal(name: str, tmp_path: Path) -> None:
    expected = (EXPECTED / f"{name}.txt").read_text("utf-8")
    assert said(tmp_path, CASES[name]) == expected
    known = [code for code in all_codes() if name.startswith(code)]
    if known:
        assert f"error[{max(known, key=len)}]: " in expected, f"{name} does not show the code that it is named for"
    else:
        assert expected.count("error[") > 4, f"{name} is named for no code and shows no more than a few problems"


def test_every_expected_text_has_a_case() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == set(CASES)


@pytest.mark.parametrize("path", sorted((ROOT / "tests/invalid").rglob("*.txt")), ids=lambda path: path.stem)
def test_problems_are_sorted_and_can_be_acted_on(path: Path) -> None:
    """Sorted by file and line, and each with a place, a code of the table, a message and a hint or a message enough."""
    places = []
    lines = path.read_text("utf-8").splitlines()
    for line in lines:
        if line.startswith("  hint: "):
            assert line.strip() != "hint:"
            continue
        match = re.fullmatch(r"([^:]+)(?::(\d+):(\d+))?: error\[([a-z-]+)\]: (.+)", line)
        assert match, line
        assert match[4] in all_codes()
        places.append((match[1], int(match[2] or 0), int(match[3] or 0), match[4], match[5]))
    assert places == sorted(places)


def test_columns_point_at_what_is_wrong(tmp_path: Path) -> None:
    """An editor that jumps to the place lands on the value that is to be changed."""
    options = copy(tmp_path)
    edit(tmp_path, CASES["all-at-once"])
    with pytest.raises(Refusal) as caught:
        check(options)
    found = {}
    for problem in caught.value.diagnostics:
        line = Path(problem.path).read_text("utf-8").splitlines()[problem.line - 1]
        found[problem.code.name] = line[problem.column - 1 :]
    assert found["figure-value"] == "1.52"
    assert found["figure-uncovered"] == "9日印发"
    assert found["permalink-unrecorded"] == "parks"
    assert found["topic-unknown"].startswith("jbos")


@pytest.mark.parametrize("name", ["figure-value-range", "yaml-syntax", "link-broken-template", "file-missing-assets"])
def test_a_refusal_leaves_the_site_as_it_was(name: str, tmp_path: Path) -> None:
    good = replace(copy(tmp_path / "good"), output=tmp_path / "site")
    build(good)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in good.output.rglob("*") if p.is_file()}
    broken = replace(copy(tmp_path / "broken"), output=good.output)
    edit(tmp_path / "broken", CASES[name])
    with pytest.raises(Refusal):
        build(broken)
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in good.output.rglob("*") if p.is_file()} == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["broken", "good", "site"], "nothing is left behind"


def test_exit_code_and_json_say_the_same_as_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = copy(tmp_path)
    edit(tmp_path, CASES["id-duplicate-all-kinds"])
    arguments = ["check", "--content", str(options.content)]
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    *text, last = printed.err.splitlines()
    assert main([*arguments, "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    known = codes_of()
    found = [Diagnostic(**fields | {"code": known[fields["code"]]}) for fields in json.loads(printed.out)]
    assert [line for d in found for line in str(d).splitlines()] == text
    assert last == f"{len(found)} problems; nothing was written"


# -- no slip passes


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


@pytest.mark.parametrize("name", ["2022_review/01-overview", "2022_review/02-city", "2023_tasks/01-economy",
                                  "2023_tasks/02-livelihood"])  # fmt: skip
def test_no_slip_in_a_figure_passes(name: str, tmp_path: Path) -> None:
    """Whatever single value of a metric or a target is mistyped, the content is refused."""
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    path = content / f"{name}.yaml"
    count = 0
    section = yaml.safe_load(path.read_text("utf-8"))
    items = section.get("metrics") or [t for c in section["commitments"] for t in c["targets"]]
    for item in items:
        for field, wrong in slips(item):
            old = dict(item)
            item[field] = wrong
            path.write_text(dump(section), "utf-8")
            assert problems(content), f"{item['id']}: {field}: {wrong} passes"
            count += 1
            item.clear()
            item.update(old)
    path.write_text(dump(section), "utf-8")
    assert problems(content) == ()
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
        for problem in problems(content):
            assert problem.code.name in all_codes()
            assert problem.path.startswith(content.as_posix())
        path.write_text(good, "utf-8")


def _rewrite() -> None:
    """Write every expected text anew."""
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.txt"):
        old.unlink()
    for case, steps in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                text = said(Path(folder), steps)
            except BaseException as error:
                print(f"{case}: {type(error).__name__}: {error}")
                continue
        (EXPECTED / f"{case}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    _rewrite()
