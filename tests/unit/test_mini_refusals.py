"""The two-cycle mini content: it is sound; broken, it is refused in exactly these words.

python -m tests.unit.test_mini_refusals     writes tests/invalid/mini/ and its part of zh.md anew; read the difference
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from tests import ROOT, chinese
from tests.codes import all_codes, codes_of
from tests.mini import copy, edit
from workreport.build import build, check
from workreport.cli import main
from workreport.diagnostics.diagnostic import Diagnostic, Refusal
from workreport.gate.verified import Tally

CASES: dict[str, list[dict[str, str]]] = yaml.safe_load((ROOT / "tests/invalid/mini.yaml").read_text("utf-8"))
EXPECTED = ROOT / "tests" / "invalid" / "mini"


def refused(folder: Path, steps: list[dict[str, str]]) -> tuple[str, dict[str, str]]:
    """What the program says of a broken input, with the folder's own name taken out; and in Chinese, by code."""
    options = copy(folder)
    edit(folder, steps)
    with pytest.raises(Refusal) as caught:
        check(options)
    return str(caught.value).replace(f"{folder.as_posix()}/", "") + "\n", chinese.spoken(caught.value, folder)


def test_the_mini_content_is_sound(tmp_path: Path) -> None:
    counts = check(copy(tmp_path))
    assert counts.figures == Tally(encoded=28, waived=30, pending=1)
    assert counts.sentences == Tally(encoded=7, waived=4, pending=1)
    assert not (tmp_path / "site").exists(), "check writes nothing"


@pytest.mark.parametrize("name", CASES)
def test_refusal(name: str, tmp_path: Path) -> None:
    expected = (EXPECTED / f"{name}.txt").read_text("utf-8")
    said, spoken = refused(tmp_path, CASES[name])
    assert said == expected
    assert chinese.shown(f"mini/{name}").items() <= spoken.items(), "write zh.md anew, as above"
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


@pytest.mark.slow
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


def _rewrite() -> None:
    """Write every expected text anew."""
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.txt"):
        old.unlink()
    in_chinese: dict[str, dict[str, str]] = {}
    for case, steps in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                text, in_chinese[case] = refused(Path(folder), steps)
            except BaseException as error:
                print(f"{case}: {type(error).__name__}: {error}")
                continue
        (EXPECTED / f"{case}.txt").write_text(text, "utf-8")
    chinese.update("mini", in_chinese)


if __name__ == "__main__":
    _rewrite()
