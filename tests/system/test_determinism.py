"""The same content gives the same bytes, wherever and however it is built. test_command does the same to a copied project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import workreport.build as pipeline
from tests import ROOT, mini
from tests.mini import CONTENT, copy, edit
from workreport.build import build, check
from workreport.diagnostics.diagnostic import Refusal


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    site = tmp_path_factory.mktemp("expected") / "site"
    build(mini.options(CONTENT, site, cards=True))
    return files(site)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "LANG": "zh_CN.GBK"},
        {"PYTHONHASHSEED": "4294967295", "TZ": "America/St_Johns", "PYTHONUTF8": "0", "SOURCE_DATE_EPOCH": "0"},
    ],
)
def test_machines(environment: dict[str, str], expected: Mapping[str, bytes], tmp_path: Path) -> None:
    """Another hash seed, time zone, locale, current folder, and the content at another path."""
    shutil.copytree(CONTENT, tmp_path / "别处" / "words")
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--no-cache", "--content", "别处/words", "--output", "out"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert files(tmp_path / "out") == expected


def test_two_processes(expected: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "PARALLEL_FROM", 0)
    build(replace(copy(tmp_path), jobs=2, cards=True))
    assert files(tmp_path / "site") == expected


def test_two_processes_refuse_with_the_same_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = copy(tmp_path)
    edit(tmp_path, [{"file": "templates/metric.html", "find": "{{ title|lines }}", "put": "{{ titel|lines }}"},
                    {"file": "templates/section.html", "find": "{{ summary }}", "put": "{{ sumary }}"}])  # fmt: skip
    said = []
    for jobs in (1, 2):
        monkeypatch.setattr(pipeline, "PARALLEL_FROM", 0)
        with pytest.raises(Refusal) as caught:
            build(replace(options, jobs=jobs))
        said.append(str(caught.value))
    with pytest.raises(Refusal) as caught:
        check(options)
    assert {said[0], said[1]} == {said[0]}
    assert {line.partition(": error[")[0] for line in str(caught.value).splitlines()} <= {
        line.partition(": error[")[0] for line in said[0].splitlines()
    }
    assert said[0].count("error[template-undefined]") >= 2


def test_line_endings_of_windows(expected: Mapping[str, bytes], tmp_path: Path) -> None:
    """A checkout with CRLF endings makes the same site."""
    options = replace(copy(tmp_path), cards=True)
    for folder in (options.content, options.templates):
        for path in folder.rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    build(options)
    assert files(options.output) == expected


def test_hidden_files_and_file_order(expected: Mapping[str, bytes], tmp_path: Path) -> None:
    options = replace(copy(tmp_path), cards=True)
    for folder in (options.content, options.templates, options.assets):
        found = sorted((p for p in folder.rglob("*") if p.is_file()), reverse=True)
        kept = {path: path.read_bytes() for path in found}
        for path in found:
            path.unlink()
        for path in found:
            path.write_bytes(kept[path])
    for name in (
        "content/.DS_Store",
        "content/2022_review/.01-overview.yaml.swp",
        "assets/.hidden",
        "templates/.x.html",
    ):
        (tmp_path / name).write_text("rubbish", "utf-8")
    build(options)
    assert files(options.output) == expected
