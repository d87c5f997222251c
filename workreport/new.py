"""`new`: a folder for another place, which `draft` fills and this program builds."""

from __future__ import annotations

import json
import os
import re
import shutil
from importlib.resources import files
from pathlib import Path

from workreport.diagnostics import Code, Console, Refusal, into, refusal, say
from workreport.interpreter import called_in

NEW_TAKEN = Code("new-taken", say("A folder for another place is there already."))
NEW_FAILED = Code("new-failed", say("A folder for another place could not be written."))


def run(folder: Path, console: Console, *, name: str, place: str = "") -> int:
    """Make the folder, all of it or nothing, and say what comes next. The exit code."""
    shown = folder.as_posix()
    part = folder.with_name(f".{folder.name}.part")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            hint = say("name a folder that is not there yet; draft adds a report to one that is")
            raise refusal(shown, NEW_TAKEN, say("there is something here already"), hint)
        shutil.rmtree(part, ignore_errors=True)
        (part / "content").mkdir(parents=True)
        for path, text in _files(folder, console.language, name, place).items():
            (part / path).write_bytes(text.encode())
        if folder.exists():
            folder.rmdir()
        os.replace(part, folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        what = say("writing failed ({why})", why=error.strerror or error)
        console.report(refusal(shown, NEW_FAILED, what, say("allow writing there")), say("nothing was written"))
        return 1
    except Refusal as problem:
        console.report(problem, say("nothing was written"))
        return 1
    console.out(say("{folder} is ready: {readme} says what comes next", folder=shown, readme=f"{shown}/README.md"))
    return 0


def _files(folder: Path, language: str, name: str, place: str) -> dict[str, str]:
    """What stands in the folder, by path."""
    site = (files("workreport.draft") / "site.yaml").read_text("utf-8")
    site = _with(site, r"name: \{zh: .*\}", f"name: {{zh: {_quoted(name)}}}")
    if place:
        site = _with(site, r"# place: \{zh: .*\}", f"place: {{zh: {_quoted(place)}}}")
    return {
        "content/site.yaml": site,
        "content/permalinks.yaml": "permalinks: []\naddresses: []\n",
        "README.md": into(language, _readme(name, called_in(folder))),
    }


def _with(text: str, line: str, put: str) -> str:
    """A text with another line in the place of the one of that form, which it has."""
    made, found = re.subn(f"(?m)^{line}$", lambda _: put, text, count=1)
    assert found, line
    return made


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _readme(name: str, program: str) -> str:
    return say(
        """\
# {name}

Run these in this folder:

1. `{program} draft REPORT.docx`: a draft of the record from the file that the office sends (.docx, .pdf, .html, .md, .txt).
2. `{program} serve`: look at it; the browser reloads on every change in `content/`.
3. `{program} check --release`: what is still to do before it may be published.
4. `{program}`: build `site/`, which is complete and may be uploaded.

`content/site.yaml` has the name, the topics and who publishes the site. Colours and the mark go there, under `looks`; templates
and assets are those of the program unless this folder has its own `templates/` and `assets/`.
""",
        name=name,
        program=program,
    )
