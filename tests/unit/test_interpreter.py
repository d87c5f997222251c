"""`python3 build.py` finds the environment of its checkout, from any folder, or says how to make one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import copy_project
from workreport import interpreter

pytestmark = pytest.mark.slow
posix = pytest.mark.skipif(sys.platform == "win32", reason="the made-up Python is a shell script")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def without_packages(
    *arguments: str | Path, folder: Path, flags: tuple[str, ...] = ("-S",)
) -> subprocess.CompletedProcess[str]:
    """Run by a Python that knows no packages, as a new system's does."""
    return subprocess.run(
        [sys.executable, *flags, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False,
        env={k: v for k, v in os.environ.items() if k != "PYTHONPATH"},
    )  # fmt: skip


def made_up(project: Path, script: str) -> Path:
    """An environment whose Python is a shell script."""
    python = project / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    python.chmod(0o755)
    return python


@posix
def test_the_environment_of_the_checkout_is_used_with_all_that_was_typed(project: Path, tmp_path: Path) -> None:
    made_up(project, 'echo "$PWD: $*"; exit 7')
    done = without_packages(project / "build.py", "check", "--jobs", "3", folder=tmp_path, flags=("-S", "-X", "utf8"))
    assert done.stdout == f"{tmp_path}: -S -X utf8 {project}/build.py check --jobs 3\n"
    assert (done.returncode, done.stderr) == (7, "")
    assert without_packages("build.py", folder=project).stdout == f"{project}: -S build.py\n"


@posix
def test_a_signal_ends_the_environments_python_itself(project: Path) -> None:
    made_up(project, "kill -TERM $$")
    assert without_packages("build.py", folder=project).returncode == -15


@posix
def test_an_environment_that_is_none_is_entered_once(project: Path) -> None:
    """Its Python does not say that it is in an environment, and would go on in itself for ever."""
    made_up(project, f'echo once; exec {sys.executable} "$@"')
    done = without_packages("build.py", folder=project)
    assert done.returncode == 2
    assert done.stdout == "once\n"
    assert "needs packages that are not installed" in done.stderr


@posix
def test_an_environment_that_does_not_start_is_made_anew(project: Path) -> None:
    made_up(project, "").write_text("#!/nowhere/python\n", "utf-8")
    done = without_packages("build.py", folder=project)
    assert done.returncode == 2
    assert " -m venv --clear .venv && .venv/bin/python -m pip install " in done.stderr


@posix
def test_without_an_environment_one_line_makes_it(project: Path, tmp_path: Path) -> None:
    done = without_packages("build.py", "--lang", "en", folder=project)
    assert (done.returncode, done.stdout) == (2, "")
    line = (
        f"Run this first: {sys.executable} -m venv .venv"
        " && .venv/bin/python -m pip install --require-hashes -r requirements.txt\n"
    )
    assert done.stderr.startswith("python3 build.py needs packages that are not installed (")
    assert done.stderr.endswith(line)
    assert done.stderr.count("\n") == 1
    done = without_packages(project / "build.py", "--lang", "en", folder=tmp_path)
    line = (
        f"{sys.executable} -m venv {project}/.venv"
        f" && {project}/.venv/bin/python -m pip install --require-hashes -r {project}/requirements.txt\n"
    )
    assert done.stderr.endswith(line)


@posix
def test_tools_do_the_same(project: Path) -> None:
    tools = project / "tools"
    tools.mkdir()
    tool = tools / "schema.py"
    tool.write_bytes((Path(__file__).parents[2] / "tools/schema.py").read_bytes())
    done = without_packages(tool, "--check", folder=project)
    assert done.returncode == 2
    assert done.stderr == (
        f"schema.py needs packages that are not installed. Run this first: {sys.executable} -m venv .venv"
        " && .venv/bin/python -m pip install --require-hashes -r requirements.txt\n"
    )
    made_up(project, 'echo "$*"')
    assert without_packages(tool, "--check", folder=project).stdout == f"-S {tool} --check\n"


def test_a_virtual_environment_is_told_to_install_into_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    monkeypatch.setattr(sys, "prefix", "/home/somebody/my venv")
    monkeypatch.setattr(sys, "executable", "/home/somebody/my venv/bin/python")
    assert interpreter.remedy() == (
        '"/home/somebody/my venv/bin/python" -m pip install --require-hashes -r requirements.txt'
    )


def test_windows_has_its_own_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(interpreter, "WINDOWS", True)
    monkeypatch.setattr(interpreter, "CHECKOUT", tmp_path)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.chdir(tmp_path)
    line = interpreter.remedy().replace("/", "\\")
    assert line == (
        "py -3 -m venv .venv, then .venv\\Scripts\\python -m pip install --require-hashes -r requirements.txt"
    )


def test_windows_goes_on_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot put one program in the place of another; the exit code is passed on."""
    monkeypatch.setattr(interpreter, "WINDOWS", True)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setenv("WORKREPORT_SENT", "")
    with pytest.raises(SystemExit) as caught:
        interpreter._go_on(sys.executable, ["-c", "import os, sys; sys.exit(3 + int(os.environ['WORKREPORT_SENT']))"])
    assert caught.value.code == 4


def test_an_installed_command_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "CHECKOUT", None)
    assert interpreter.remedy() == f"{sys.executable} -m pip check (it names what is missing)"
