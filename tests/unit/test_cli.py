"""The command line: what it prints where, in a pipe and on a terminal. test_command runs a copied project."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import workreport
from tests import ROOT
from tests.mini import CONTENT, copy, edit
from workreport.cli import main


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments], cwd=folder, capture_output=True, text=True,
        encoding="utf-8", check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip


def test_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    text = capsys.readouterr().out
    for option in ("--content", "--output", "--base-url", "--jobs", "--no-cache", "check", "Exit codes: 0 done; 1"):
        assert option in text


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--content", ""], "--content"),
        (["--output="], "--output"),
        (["--base-url", ""], "--base-url"),
        (["verify", ""], "DIR or URL"),
        (["verify", "--digest", ""], "--digest"),
        (["package", "--to", ""], "--to"),
        (["serve", "--host", ""], "--host"),
    ],
)
def test_an_empty_value_is_no_default(arguments: list[str], name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A variable that a script forgot to set must not turn a check off, or open the preview to the network."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert capsys.readouterr().err.endswith(f"python3 build.py: error: argument {name}: must not be empty\n")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chekc", "argument COMMAND: invalid choice: 'chekc' (choose from {choices}); did you mean “check”?"),
        ("--ouput out", "unrecognized arguments: --ouput; did you mean “--output”?"),
        ("verify --digset=0 site", "unrecognized arguments: --digset; did you mean “--digest”?"),
        ("check -output out", "unrecognized arguments: -output; did you mean “--output”?"),
        ("——output out", "unrecognized arguments: ——output; did you mean “--output”?"),
        ("--xyz out", "unrecognized arguments: --xyz"),
        ("check --format jsno", "argument --format: invalid choice: 'jsno' (choose from {choices}); did you mean “json”?"),
        ("chekc --lang zh", "参数 COMMAND：没有 'chekc' 这个选项（可选：{choices}）；是不是“check”？"),
        ("--lang zh --ouput out", "无法识别的参数：--ouput；是不是“--output”？"),
    ],
)  # fmt: skip
def test_a_misspelt_command_or_option(typed: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt option is not hidden by its value, which argparse takes for a command."""
    with pytest.raises(SystemExit) as caught:
        main(typed.split())
    assert caught.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()[-1:]
    pattern = re.escape(said).replace(re.escape("{choices}"), "[^)）]+")  # which not every Python quotes
    assert re.search(f"(error: |错误：){pattern}$", line), line


@pytest.mark.parametrize("typed", ["--jobs -1", "verify -- -site", "verify --output=-x ——nowhere"])
def test_what_only_looks_like_an_option(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with suppress(SystemExit):
        main(typed.split())
    assert "unrecognized" not in capsys.readouterr().err


def test_counts_of_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--content", str(CONTENT)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert (
        printed.out
        == "figures: 28 encoded, 30 waived, 1 pending\nsentences: 7 encoded, 4 waived, 1 pending\nno problems\n"
    )


def test_what_is_pending_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, "--content", str(CONTENT), "--output", "site", "--no-cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("site: ")
    assert done.stdout.splitlines()[0].endswith("; 28 figures checked, 30 waived, 1 pending")
    assert done.stdout.count("\n") == 2
    assert sorted(os.listdir(tmp_path)) == ["site"], "neither a lock nor a stage is left"


@pytest.mark.parametrize("typed", ["content", "content/", "./content", "{}/content"])
def test_paths_are_shown_as_they_were_typed(typed: str, tmp_path: Path) -> None:
    copy(tmp_path)
    edit(tmp_path, [{"file": "content/site.yaml", "find": "{id: jobs", "put": "{id: job"}])
    typed = typed.format(tmp_path)
    done = run(tmp_path, "check", "--content", typed)
    assert done.returncode == 1
    shown = typed.rstrip("/").removeprefix("./")
    assert done.stderr.splitlines()[0].startswith(f"{shown}/2021_review/01-all.yaml:13:14: error[topic-unknown]: ")


def test_nothing_there(tmp_path: Path) -> None:
    done = run(tmp_path, "--content", "nowhere", "--output", "site")
    assert done.returncode == 1
    assert "nowhere: error[file-missing]: this folder is missing\n" in done.stderr
    assert done.stderr.endswith("problems; nothing was published; the last good site is as it was\n")
    assert os.listdir(tmp_path) == []


def test_a_folder_that_cannot_be_looked_at(capsys: pytest.CaptureFixture[str]) -> None:
    """By a name that no system has, or for want of permission: no traceback."""
    name = "a" * 300
    assert main(["check", "--content", name]) == 1
    assert f"{name}: error[file-unreadable]: this folder cannot be read: " in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--conten", "x"], ["check", "--jobs", "-1"], ["--output"], ["check", "check"],
                                       ["--format", "json"], ["--base-url", "ftp://example.org"]])  # fmt: skip
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Options are never guessed from their beginnings, and what is wrong is said on the error stream."""
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("usage: python3 build.py")


@pytest.mark.parametrize("command", ["package", "verify"])
@pytest.mark.parametrize("option", [["--base-url", "https://example.org/a"], ["--content", "content"], ["--no-charts"]])
def test_what_only_a_build_can_do_is_wrong_usage(
    command: str, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """In silence one might take this for the site that the option would give."""
    for arguments in ([command, *option], [*option, command]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2
        assert option[0] in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("command", ["package", "verify"])
def test_the_site_may_be_named_before_and_after_the_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = ["--output", str(tmp_path / "nothing")]
    for arguments in ([command, *name], [*name, command]):
        assert main(arguments) == 1
        assert "nothing: error[copy-missing]" in capsys.readouterr().err


MINI = ("--no-charts", "--no-cache", "--content", str(CONTENT))
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")


def closing(folder: Path, closed: tuple[int, ...], *arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    """Run the command with these of its streams closed, or as `streams` says."""

    def close() -> None:
        for number in closed:
            os.close(number)

    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments], cwd=folder, text=True, encoding="utf-8", check=False,
        preexec_fn=close, **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="streams are closed otherwise there")
@pytest.mark.parametrize("closed", [(1,), (2,), (1, 2), (0, 1, 2)])
def test_closed_streams_change_nothing_else(closed: tuple[int, ...], tmp_path: Path) -> None:
    done = closing(tmp_path, closed, *MINI, "--output", "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "site/SHA256SUMS").exists()
    done = closing(tmp_path, closed, "check", "--content", "nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert ("error[file-missing]" in done.stderr) == (2 not in closed)


@pytest.mark.slow
@needs_full
def test_a_site_is_published_even_if_nothing_can_be_said(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        done = closing(tmp_path, (), *MINI, "--output", "site", stdout=full)
        assert done.returncode == 0
        assert done.stderr == (
            "warning: the site is published; only this could not be printed: No space left on device\n"
        )
        assert closing(tmp_path, (), *MINI, "--output", "site", stdout=full, stderr=full).returncode == 0


@pytest.mark.slow
@needs_full
@pytest.mark.parametrize("arguments", [("check", *MINI, "--format", "json"), ("figures", "a.txt"), ("verify", "site")])
def test_an_answer_that_cannot_be_printed_is_no_success(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("新增就业1.65万人。", "utf-8")
    main([*MINI, "--output", str(tmp_path / "site")])
    with open("/dev/full", "w") as full:
        done = closing(tmp_path, (), *arguments, stdout=full)
        assert done.returncode == 1
        assert done.stderr == "the answer could not be printed: No space left on device\n"
        assert closing(tmp_path, (), "check", "--content", "nowhere", stderr=full).returncode == 1


def test_a_list_that_cannot_be_read_after_publishing_is_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "SHA256SUMS":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    assert main([*MINI, "--output", str(tmp_path / "site")]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("\n") == 1
    assert printed.err == "warning: the site is published; only its SHA256SUMS cannot be read: Permission denied\n"


def test_too_little_memory_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*_: object, **how: object) -> None:
        raise MemoryError

    monkeypatch.setattr("workreport.printed.checked", fail)
    assert workreport.cli.run(["check"]) == 1
    assert capsys.readouterr().err == "there is too little memory: give the program more (ulimit -v)\n"


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"Open Work Report {workreport.__version__}\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")
def test_progress_is_shown_on_a_terminal_and_wiped(tmp_path: Path) -> None:
    import pty

    from tools.synthetic import write

    write(tmp_path / "content", 120, (ROOT / "content/units.yaml").read_text("utf-8"))
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--content", "content", "--output", "site", "--no-cache", "--jobs", "1"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=theirs, text=True, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    os.close(theirs)
    shown = os.read(ours, 65536).decode("utf-8")
    os.close(ours)
    assert done.returncode == 0
    assert done.stdout.startswith("site: ")
    assert done.stdout.count("\n") == 2
    assert "\r\x1b[K100 pages …" in shown
    assert shown.endswith("\r\x1b[K"), "the line is wiped"
