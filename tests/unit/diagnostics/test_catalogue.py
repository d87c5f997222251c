"""The catalogue of each language has every sentence of the program, and says it with the same values."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests import ROOT
from tests.codes import codes_of
from tools import messages
from workreport.diagnostics import LANGUAGES, Code, Diagnostic, Refusal, catalogue, into, joined, listed, say, spoken


def test_every_sentence_is_said_in_every_language() -> None:
    assert list(messages.faults()) == []
    assert [path.name for path, text in messages.files() if path.read_text("utf-8") != text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_in_every_language(language: str) -> None:
    text = (ROOT / "docs" / ("problems.md" if language == "en" else f"problems.{language}.md")).read_text("utf-8")
    rows = re.findall(r"^\| `(.+)` \| (.+) \|$", text, re.MULTILINE)
    assert rows == sorted((code.name, into(language, code.meaning)) for code in codes_of().values())
    assert len(rows) > 50


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_catalogue_has_no_sentence_twice_otherwise(language: str) -> None:
    """Files of two packages that share a sentence must agree, since they are read as one."""
    import tomllib

    said: dict[str, str] = {}
    for path in sorted((ROOT / "workreport/diagnostics" / language).glob("*.toml")):
        for english, there in tomllib.loads(path.read_text("utf-8")).items():
            assert said.setdefault(english, there) == there, path.name


def test_chinese_is_written_as_chinese() -> None:
    """No half-width sign between Chinese characters, no curly quote that is not closed, no English word left over."""
    for english, there in catalogue("zh").items():
        if not there:
            continue  # told by the test above
        bare = re.sub(r"\{[^}]*\}|`[^`]*`|“[^”]*”|%\([a-z_]+\)[sr]|%[sr]", "", there)
        assert not re.search(r"[㐀-鿿][,;:?!()]", bare), there
        assert there.count("“") == there.count("”"), there
        assert re.search("[㐀-鿿，；：。、]", there) or not re.search("[a-z]{2}", bare), f"{english}: {there}"


def test_a_sentence_in_a_sentence_is_said_in_the_same_language() -> None:
    problems = say("{count}; {consequence}", count=say("{n} problems", n=2), consequence=say("nothing was written"))
    assert into("en", problems) == "2 problems; nothing was written"
    assert into("zh", problems) == "2 个问题；没有写入任何文件"
    assert into("zh", listed(["元", "人"])) == "元、人"
    assert into("zh", joined([say("1 problem"), say("1 problem")])) == "1 个问题；1 个问题"
    assert into("zh", "as it is {x}") == "as it is {x}"


def test_a_problem_keeps_its_code_in_every_language() -> None:
    code = Code("choice", say("1 problem"))
    problem = Diagnostic(path="a.yaml", line=1, column=2, code=code, message=say("1 problem"), hint=say("1 problem"))
    assert Refusal([problem]).text("zh") == "a.yaml:1:2: error[choice]: 1 个问题\n  提示：1 个问题"


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked, not the environment")
def test_the_language_is_that_of_the_user(environment: dict[str, str], language: str) -> None:
    assert spoken(environment) == language


def test_the_command_speaks_the_language_of_its_user() -> None:
    """Also to whoever types a wrong option, and in what argparse says by itself."""

    def said(*arguments: str, **environment: str) -> str:
        own = {**os.environ, "LC_ALL": "C.UTF-8", **environment}
        command = [sys.executable, "build.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, encoding="utf-8", check=False)
        return done.stdout + done.stderr

    assert "用法：" in said("--help", "--lang", "zh")
    assert "usage: " in said("--help", "--lang=en", LC_ALL="zh_CN.UTF-8")
    assert "用法：" in said("check", "--help", LC_ALL="zh_CN.UTF-8")
    assert "--jobs" in said("--jobs=x", LC_ALL="zh_CN.UTF-8")
    for line in said("--help", "--lang", "zh").splitlines():
        assert re.search("[㐀-鿿]", line) or not re.search("[a-z]{3,} [a-z]{3,}", line), line
