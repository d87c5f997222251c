"""What a shell completes: commands, options, choices and folders, as a user would press Tab."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import shtab

from tests import ROOT
from workreport.arguments import parser_of
from workreport.cli import main
from workreport.completion import completion

BASH = shutil.which("bash")
TAB = """
COMP_WORDS=({line} "$LAST"); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMP_LINE="{line} $LAST"; COMP_POINT=${{#COMP_LINE}}
{function} {command} "$LAST" ""; printf '%s\\n' "${{COMPREPLY[@]}}"
"""


def tab(folder: Path, line: str, program: str = "workreport") -> list[str]:
    """What bash offers for the last word of a line."""
    if BASH is None:
        pytest.skip("there is no bash")
    words, _, last = line.rpartition(" ")
    script = completion("bash", program, "en")
    function = "_shtab_" + "".join(sign if sign.isalnum() else "_" for sign in words.split()[0])
    (folder / "complete.bash").write_text(
        script + TAB.format(line=words, function=function, command=words.split()[0]), "utf-8"
    )
    command = [BASH, "--norc", "-u", "complete.bash"]
    done = subprocess.run(command, cwd=folder, env={"LAST": last}, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return sorted(filter(None, done.stdout.split("\n")))


def test_bash_completes_what_is_typed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "out.txt").write_text("", "utf-8")
    assert tab(tmp_path, "workreport ver") == ["verify"]
    assert tab(tmp_path, "workreport check --fo") == ["--format"]
    assert tab(tmp_path, "workreport check --format ") == ["counts", "json", "text"]
    assert tab(tmp_path, "workreport check --lang ") == ["en", "zh"]
    assert tab(tmp_path, "workreport --output out") == ["outside"], "a folder, not a file"
    assert tab(tmp_path, "workreport package --to out") == ["out.txt", "outside"]
    assert tab(tmp_path, "workreport verify out") == ["outside"]
    assert "--digest" not in tab(tmp_path, "workreport package --")


def test_a_checkout_completes_its_own_command(tmp_path: Path) -> None:
    assert tab(tmp_path, "build.py pack", "python3 build.py") == ["package"]
    script = completion("bash", "python3 build.py", "en")
    assert script.rstrip().endswith(" build.py")
    assert (ROOT / "build.py").read_text("utf-8").startswith("#!/usr/bin/env python3\n")


@pytest.mark.parametrize("shell", shtab.SUPPORTED_SHELLS)
def test_every_shell_gets_a_script_that_it_can_read(
    shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["--lang", "zh", "--print-completion", shell], "workreport") == 0
    script = capsys.readouterr().out
    assert "package" in script
    if shell != "powershell" and (program := shutil.which(shell)):
        (tmp_path / "script").write_text(script, "utf-8")
        subprocess.run([program, "-n", "script"], cwd=tmp_path, check=True)


def test_every_shell_can_be_asked_for() -> None:
    (option,) = (action for action in parser_of("workreport", "en")._actions if action.dest == "print_completion")
    assert list(option.choices or ()) == list(shtab.SUPPORTED_SHELLS)
