"""The gate refuses: for each diagnostic code a broken input, and exactly what the program says of it.

python -m tests.unit.test_refusals     writes tests/invalid/expected/ and its part of zh.md anew; read the difference
"""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT, chinese
from tests.codes import all_codes, codes_of
from tools.synthetic import write
from workreport.build import build, check
from workreport.cli import main
from workreport.diagnostics.diagnostic import Refusal
from workreport.options import Options

INVALID = ROOT / "tests" / "invalid"
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load((INVALID / "cases.yaml").read_text("utf-8"))
ELSEWHERE = {
    "cards/test_paint.py": ("card-engine",),
    "charts/test_engine.py": ("chart-engine", "chart-drawing"),
    "content/test_anchoring.py": ("anchor-unclear", "anchor-unrecorded"),
    "content/test_conflict.py": ("merge-conflict",),
    "content/test_yaml.py": tuple(code for code in codes_of("content.yaml") if code.startswith("yaml-")),
    "deliver/test_folder.py": (
        "copy-changed", "copy-digest", "copy-extra", "copy-manifest", "copy-missing", "copy-unreadable",
        "copy-unfinished",
    ),
    "../system/test_upload.py": (
        "upload-denied", "upload-full", "upload-login", "upload-target", "upload-unreachable", "upload-untrusted",
    ),
    "../system/test_verify.py": ("copy-redirected", "copy-unreachable"),
    "deliver/test_package.py": ("package-failed", "package-target"),
    "draft/reading/test_file.py": ("draft-empty", "draft-file", "draft-format"),
    "draft/structure/test_outlined.py": ("draft-parts", "draft-text", "draft-year"),
    "draft/test_command.py": ("draft-content",),
    "exchange/test_refused.py": ("exchange-file", "exchange-markup", "exchange-source", "exchange-unit"),
    "gate/test_drafts.py": ("release-draft",),
    "gate/test_readiness.py": ("release-empty", "release-late"),
    "i18n/test_registry.py": ("language-unworded",),
    "publish/sites.py": ("output-busy", "output-full", "output-readonly"),
    "publish/test_output.py": ("output-foreign", "output-unsafe"),
    "publish/test_publish.py": ("output-failed",),
    "publish/test_stage.py": ("output-locked",),
    "record/test_command.py": ("record-entry", "record-failed"),
    "release/test_command.py": ("release-entry", "release-failed", "release-kept"),
    "test_forks.py": ("process-ended",),
    "test_new.py": ("new-failed", "new-taken"),
    "test_refusals.py": ("file-size", "file-unreadable"),
}  # fmt: skip
"""What no edit of the sample content brings about: the tests that do, below tests/unit."""


def sample(folder: Path) -> Options:
    """The sample content and the project's own templates and assets, in a folder of their own."""
    write(folder / "content", 3, (ROOT / "content/units.yaml").read_text("utf-8"))
    shutil.copytree(ROOT / "templates", folder / "templates")
    return Options(
        content=folder / "content", output=folder / "site", templates=folder / "templates", assets=ROOT / "assets"
    )


def edit(content: Path, edits: list[dict[str, Any]]) -> None:
    """Break the content as a case says. An edit that changes nothing is a fault of the case."""
    for step in edits:
        path = content / step["file"]
        path.parent.mkdir(exist_ok=True)
        if "delete" in step:
            path.unlink()
        elif "write-bytes" in step:
            path.write_bytes(bytes.fromhex(step["write-bytes"]))
        elif "write" in step:
            path.write_text(step["write"], "utf-8")
        else:
            text = path.read_text("utf-8")
            new = (
                text + step["append"]
                if "append" in step
                else text.replace(step["find"], step["put"] * step.get("times", 1))
            )
            assert new != text, f"{step} changes nothing"
            path.write_text(new, "utf-8")


def refused(folder: Path, edits: list[dict[str, Any]]) -> tuple[str, dict[str, str]]:
    """What the program says of a broken input, with the folder's own name taken out; and in Chinese, by code."""
    options = sample(folder)
    edit(options.content, edits)
    with pytest.raises(Refusal) as caught:
        check(options)
    return str(caught.value).replace(f"{folder.as_posix()}/", "") + "\n", chinese.spoken(caught.value, folder)


@pytest.mark.parametrize("name", CASES)
def test_refusal(name: str, tmp_path: Path) -> None:
    expected = (INVALID / "expected" / f"{name}.txt").read_text("utf-8")
    said, spoken = refused(tmp_path, CASES[name])
    assert said == expected
    assert chinese.shown(f"expected/{name}").items() <= spoken.items(), "write zh.md anew, as above"
    if name != "all-at-once":
        assert re.search(rf"error\[{_code(name)}\]", expected), f"{name} does not show its code"


def _code(name: str) -> str:
    """The code that a case is named for: the longest known one that its name begins with."""
    special = {"promise-waiver-idle": "waiver-idle", "promise-waiver-elsewhere": "waiver-absent",
               "template-missing": "file-missing"}  # fmt: skip
    known = [code for code in all_codes() if name.startswith(code)]
    return special.get(name) or max(known, key=len)


def test_every_code_is_shown_in_chinese() -> None:
    """Of the broken inputs of both suites; what it says is compared where each is refused."""
    assert {code: case for code, (case, _) in chinese.sections().items()} == chinese.cases()


def test_the_sample_is_sound(tmp_path: Path) -> None:
    counts = check(sample(tmp_path))
    assert counts.figures.pending == 0
    assert not (tmp_path / "site").exists(), "check writes nothing"


def test_every_code_has_a_case() -> None:
    """A case that shows it, or a test that is named here and says it."""
    shown = {
        code for path in INVALID.rglob("*.txt") for code in re.findall(r"error\[([a-z-]+)\]", path.read_text("utf-8"))
    }
    assert all_codes() - shown <= {code for codes in ELSEWHERE.values() for code in codes}
    for name, codes in ELSEWHERE.items():
        text = (ROOT / "tests/unit" / name).read_text("utf-8")
        assert [code for code in codes if not re.search(rf'["\[]{code}["\]]', text)] == [], name


@pytest.mark.slow
def test_a_refusal_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    options = sample(tmp_path)
    build(options)
    before = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in options.output.rglob("*") if p.is_file()}
    for name in ("figure-value", "link-broken", "template-undefined"):
        fresh = tmp_path / name
        broken = replace(sample(fresh), output=options.output)
        edit(broken.content, CASES[name])
        with pytest.raises(Refusal):
            build(broken)
        after = {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in options.output.rglob("*") if p.is_file()}
        assert after == before
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".site")], "no stage is left behind"


def test_exit_codes_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import json

    options = sample(tmp_path)
    edit(options.content, CASES["all-at-once"])
    arguments = ["--content", str(options.content), "--output", str(options.output)]
    assert main(["check", *arguments]) == 1
    assert capsys.readouterr().err.endswith("problems; nothing was written\n")
    assert main(["check", *arguments, "--format", "json"]) == 1
    problems = json.loads(capsys.readouterr().out)
    assert [sorted(p) for p in problems] == [["code", "column", "hint", "line", "message", "path"]] * len(problems)
    assert [(p["path"], p["line"]) for p in problems] == sorted((p["path"], p["line"]) for p in problems)
    assert main([*arguments, "--no-cache"]) == 1
    assert not options.output.exists()


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    options = sample(tmp_path)
    (options.content / "site.yaml").rename(tmp_path / "elsewhere.yaml")
    (options.content / "site.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    (options.content / "units.yaml").write_bytes(b"#" * (1 << 20) + b"##")
    with pytest.raises(Refusal) as caught:
        check(options)
    found = {(Path(d.path).name, d.code.name, d.message) for d in caught.value.diagnostics}
    assert found == {
        ("site.yaml", "file-link", "this is a link; content files must be real files"),
        ("units.yaml", "file-size", "this file is larger than 1 MiB"),
    }


def test_a_file_that_the_system_will_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = sample(tmp_path)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "site.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Refusal) as caught:
        check(options)
    (problem,) = caught.value.diagnostics
    assert (problem.code.name, problem.message) == ("file-unreadable", "this file cannot be read: Permission denied")


if __name__ == "__main__":
    in_chinese: dict[str, dict[str, str]] = {}
    (INVALID / "expected").mkdir(exist_ok=True)
    for case, edits in CASES.items():
        with tempfile.TemporaryDirectory() as name:
            try:
                text, in_chinese[case] = refused(Path(name), edits)
            except BaseException as error:
                print(f"{case}: {type(error).__name__}: {error}")
                continue
        (INVALID / "expected" / f"{case}.txt").write_text(text, "utf-8")
    chinese.update("expected", in_chinese)
