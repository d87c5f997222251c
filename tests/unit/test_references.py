"""What documents and comments point to is there: files, headings, and no document that only we have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from os.path import normpath
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests import LANGUAGES, ROOT

SHOWN = (".ci", ".github")
"""The folders that are of the project though they are hidden; others are of tools."""
NOT_OURS = ("__pycache__", "node_modules", "site", "build", "screenshots")

WRITTEN = "draft.md"
"""What the guide to a new report has the user call a file that a command writes."""


def listed(folder: Path) -> Iterator[str]:
    """The files of the project, as they are named from its root."""
    for path in folder.iterdir():
        name = path.relative_to(ROOT).as_posix()
        if path.is_file():
            yield name
        elif name in SHOWN or not (path.name.startswith(".") or name in NOT_OURS or path.name in NOT_OURS[:2]):
            yield from listed(path)


FILES = set(listed(ROOT))
FOLDERS = {parent.as_posix() for name in FILES for parent in Path(name).parents}
MADE_UP = ("content/", "tests/fuzz/", "tests/golden/expected/", "tests/invalid/")
"""What holds texts of others, or broken ones on purpose."""
DOCUMENTS = sorted(
    name for name in FILES if name.endswith(".md") and not name.startswith((*MADE_UP, "tests/mini/content/"))
)
READ = sorted(
    name
    for name in FILES
    if name.endswith((".md", ".py", ".js", ".css", ".html", ".yaml", ".yml", ".toml", ".in", ".conf", "Makefile"))
    and not name.startswith(MADE_UP)
)

_NAMED = re.compile(r"(?<![\w./<>*{}-])((?:\.\./)?[A-Za-z_][A-Za-z_.-]*(?:/[\w.-]+)*\.md)\b")
_CITED = re.compile(r"\b([A-Z]{5,}) (?:section|chapter) \d")
_CODE = re.compile(r"`((?:docs|tools|tests|templates|assets|workreport)/[a-z0-9_./-]+)[` ]")


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def anchors(path: Path) -> set[str]:
    """The anchors that public hosts give to the headings of a document."""
    flat = list(tokens(path.read_text("utf-8")))
    titles = [after.content for token, after in pairwise(flat) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def known(name: str, at: str) -> bool:
    """Whether a name that a file gives is that of a file or folder: from the root, from there, or by its last part."""
    name = name.rstrip("/.")
    near = normpath(Path(at).parent / name)
    return not {name, near}.isdisjoint(FILES | FOLDERS) or any(file.endswith(f"/{name}") for file in FILES)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_of_a_document_leads_somewhere(name: str) -> None:
    for token in tokens((ROOT / name).read_text("utf-8")):
        link = str(token.attrGet("href") or token.attrGet("src") or "")
        if not link or re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), f"{name}: {link}"
        assert not anchor or anchor in anchors(target), f"{name}: {link}"


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "CHANGELOG.md"])
def test_every_path_that_a_document_names_is_there(name: str) -> None:
    """The changelog names what is gone."""
    named = _CODE.findall((ROOT / name).read_text("utf-8"))
    named = [path for path in named if Path(path).name not in NOT_OURS]
    assert [path for path in named if not known(path, name)] == []


@pytest.mark.parametrize("name", READ)
def test_no_file_points_to_a_document_that_is_not_here(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    named = [] if name.startswith("tests/") else _NAMED.findall(text)  # tests make documents up
    named = [document for document in named if "YYYY" not in document and document != WRITTEN]
    assert [document for document in named if not known(document, name)] == []
    assert [document for document in _CITED.findall(text) if not known(f"{document}.md", name)] == []


def test_every_address_of_a_site_is_documented() -> None:
    """The table in docs/architecture.md has every file of the mini site; `.json` beside a path is that path's too."""
    text = (ROOT / "docs/architecture.md").read_text("utf-8").partition("## Addresses")[2].partition("## Where")[0]
    documented: list[str] = []
    for row in re.findall(r"^\| (`.+?) \|", text, re.MULTILINE):
        last = ""
        for path in re.findall(r"`([^`]+)`", row):
            last = last.rpartition(".")[0] + path if path.startswith(".") else path
            documented.append(re.sub(r"<\w+>", "[a-z0-9.-]+", last))
    files = (ROOT / "tests/golden/expected/files.txt").read_text("utf-8").split()
    known = re.compile(f"(?:{'|'.join(LANGUAGES[1:])})?/?(?:{'|'.join(documented)})")
    assert len(files) > 100
    assert [file for file in files if not known.fullmatch(file)] == []
