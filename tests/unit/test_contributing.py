"""What editors, hooks and forms are set up to do is what the checks ask for."""

from __future__ import annotations

import configparser
import re
import tomllib

import pytest
import yaml

import workreport
from tests import ROOT

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml"))


def test_hooks_run_what_the_checks_run() -> None:
    """Nothing is downloaded: each hook is a command of .venv, whose version requirements-dev.txt has, or of the system."""
    pinned = (ROOT / "requirements-dev.txt").read_text("utf-8")
    checks = (ROOT / "tools/check").read_text("utf-8").replace("$python -m ", ".venv/bin/").replace("$python", "python")
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert {repository["repo"] for repository in hooks} == {"local"}
    entries = [hook["entry"] for repository in hooks for hook in repository["hooks"] if hook["id"] != "large"]
    assert len(entries) == 4
    for entry in entries:
        program, *words = entry.replace(" --force-exclude", "").split()
        name = program.removeprefix(".venv/bin/")
        assert name == "python" or re.search(rf"^{name}==\S+", pinned, re.MULTILINE), entry
        assert " ".join([name, *words]) in checks, entry


def test_editors_write_as_the_formatters_do() -> None:
    parser = configparser.ConfigParser()
    parser.read_string(f"[top]\n{(ROOT / '.editorconfig').read_text('utf-8')}")
    assert int(parser["*.py"]["max_line_length"]) == PYPROJECT["tool"]["ruff"]["line-length"]
    assert (parser["*"]["end_of_line"], parser["*"]["charset"]) == ("lf", "utf-8")
    assert parser["{Makefile,*.mk}"]["indent_style"] == "tab"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_in_both_languages(path: object) -> None:
    form = yaml.safe_load((ROOT / str(path)).read_text("utf-8"))
    assert {"name", "description", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    texts = [form["name"], form["description"]]
    texts += [text for field in form["body"] for key, text in field["attributes"].items() if key != "render"]
    assert [text for text in texts if not re.search(r"[A-Za-z].* · .*[\u3400-\u9fff]", text)] == []


def test_the_newest_heading_of_the_changelog_is_the_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    form = re.compile(r"([0-9]+)\.([0-9]+)\.([0-9]+) \((unreleased|[0-9]{4}-[0-9]{2}-[0-9]{2})\)")
    versions = [form.fullmatch(heading) for heading in headings]
    assert all(versions), headings
    assert headings[0].partition(" ")[0] == workreport.__version__
    numbers = [tuple(map(int, version.groups()[:3])) for version in versions if version]
    assert numbers == sorted(set(numbers), reverse=True)
    assert "unreleased" not in "".join(headings[1:])
