"""An edit changes the files that it concerns: who uploads what changed uploads little. Counted on the project's own content."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import ROOT
from workreport.build import build
from workreport.options import Options
from workreport.release.entry import dated

WORD, QUOTE, RELEASE = 20, 34, 60
"""Files that one word may change; one of a quote, which its comparison's pages, drawings and data hold too; and a release
with one correction, or with one renamed page."""

NOTES = "notes: {zh: 说明。, en: Notes.}"
FIRST = f'  - {{version: "1.0", published: "2026-12-01 09:00", {NOTES}}}\n'
SECOND = f'  - {{version: "1.1", published: "2026-12-20 09:00", {NOTES}}}\n'
CORRECTION = """corrections:
  - date: "2026-12-19"
    item: {item}
    old: {{zh: 旧, en: Old}}
    new: {{zh: 新, en: New}}
    reason: {{zh: 用词不同。, en: The words differed.}}
"""

Files = dict[str, bytes]


class Site:
    """The project's content as a first release, and the same after an edit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.content = folder / "content"
        shutil.copytree(ROOT / "content", self.content)
        (self.content / "corrections.yaml").unlink(missing_ok=True)
        edit(self.content / "site.yaml", r"(?ms)^releases:.*?(?=^[a-z]|\Z)", f"releases:\n{FIRST}\n")
        edit(self.content / "site.yaml", r"(?m)^  base_url:.*$", "  base_url: https://www.example.org/zt/report")
        record = self.content / "permalinks.yaml"
        text = re.sub(r', first: "[^"]*"', "", record.read_text("utf-8"))
        record.write_text(dated(text, "2026-12-01"), "utf-8")
        self._before = self._built("site", self.content)

    def _built(self, name: str, content: Path) -> Files:
        output = self._folder / name
        build(
            Options(
                cards=False,
                content=content,
                output=output,
                templates=ROOT / "templates",
                assets=ROOT / "assets",
                store=str(self._folder / "drawings"),
            )
        )
        return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}

    def changed(self, edit: Callable[[Path], object]) -> Files:
        """What the files are that an edit of the content changes or adds; b"" for one that is gone."""
        content = self._folder / "edited"
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(self.content, content)
        edit(content)
        after = self._built("after", content)
        paths = self._before.keys() | after.keys()
        return {path: after.get(path, b"") for path in paths if self._before.get(path) != after.get(path)}


def edit(path: Path, pattern: str, put: str) -> None:
    """Replace the first match, which must be there."""
    text, count = re.subn(pattern, put, path.read_text("utf-8"), count=1)
    assert count, (path, pattern)
    path.write_text(text, "utf-8")


def in_tasks(pattern: str, put: str) -> Callable[[Path], None]:
    """An edit of the first file of the tasks in which the pattern is found."""

    def change(content: Path) -> None:
        files = sorted(content.glob("*_tasks/*.yaml"))
        edit(next(path for path in files if re.search(pattern, path.read_text("utf-8"))), pattern, put)

    return change


def a_page(content: Path) -> tuple[Path, str]:
    """A commitment without targets: its file and its id."""
    for path in sorted(content.glob("*_tasks/*.yaml")):
        for block in re.split(r"\n(?=  - id: )", path.read_text("utf-8"))[1:]:
            if "targets:" not in block:
                return path, block.partition("id: ")[2].partition("\n")[0]
    raise AssertionError("every commitment has a target")


def release(content: Path) -> None:
    edit(content / "site.yaml", re.escape(FIRST), FIRST + SECOND)


def correction(content: Path) -> None:
    path, name = a_page(content)
    release(content)
    item = f"{path.parent.name[:4]}/commitments/{name}"
    (content / "corrections.yaml").write_text(CORRECTION.format(item=item), "utf-8")
    edit(path, rf"(  - id: {name}\n(?:    .*\n)*?    quote: .*\n)", r"\1    note: {zh: 说明。, en: A note.}\n")


def renamed(content: Path) -> None:
    """A release with a correction of a page that gets a new address too."""
    correction(content)
    path, name = a_page(content)
    edit(path, rf"  - id: {name}\n", f"  - id: {name}-anew\n")
    edit(content / "corrections.yaml", rf"/{name}\n", f"/{name}-anew\n")
    entry = rf'(  - \{{id: \d+/commitments/{name})(, .*?)(, first: "[^"]*")\}}\n'
    moved = f"{path.parent.name[:4]}/commitments/{name}-anew"
    edit(content / "permalinks.yaml", entry, rf"\1\2\3, moved_to: {moved}}}\n\1-anew\2}}\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("edits"))


@pytest.mark.parametrize(
    ("change", "most"),
    [
        (in_tasks(r"(    plain:\n      zh: [^\n]*)(。\n)", r"\1，如报告所说\2"), WORD),
        (in_tasks(r"(\n    quote: [^\n]*)。\n", r"\1\n"), QUOTE),
        (in_tasks(r"(\nsummary:\n  zh: [^\n]*)(。\n)", r"\1，如报告所说\2"), WORD),
        (lambda c: edit(c / "glossary.yaml", r"(    meaning:\n      zh: [^\n]*)(。\n)", r"\1，如报告所说\2"), WORD),
    ],
    ids=["plain words", "a quote", "a summary", "an explanation"],
)
def test_a_word_changes_few_files(site: Site, change: Callable[[Path], None], most: int) -> None:
    changed = site.changed(change)
    assert "SHA256SUMS" in changed
    assert len(changed) <= most, sorted(changed)


def test_a_title_changes_little_but_what_shows_it(site: Site) -> None:
    changed = site.changed(in_tasks(r'(\n    title: \{zh: [^,]*, en: )([^"}]+)\}', r"\1\2 anewly}"))
    beside = sorted(path for path, data in changed.items() if b"anewly" not in data)
    assert 0 < len(beside) <= WORD, beside
    assert len(changed) <= RELEASE, sorted(changed)


@pytest.mark.parametrize("change", [release, correction, renamed])
def test_a_release_changes_few_files(site: Site, change: Callable[[Path], None]) -> None:
    changed = site.changed(change)
    for page in ("SHA256SUMS", "about.html", "en/about.html", "feed.xml", "data/datapackage.json"):
        assert page in changed
    assert len(changed) <= RELEASE, sorted(changed)
