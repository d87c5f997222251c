"""What may be replaced: a folder of ours, and never one that holds somebody's work."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.publish.sites import NEW, OLD, SITE, hidden, needs_links, publish, refused, tree, whole
from workreport.diagnostics.diagnostic import Refusal
from workreport.publish.manifest import read_manifest
from workreport.publish.publish import Stage

# Folders that are not ours

MOVE = "\n  hint: move the folder's files elsewhere, or name another folder with --output"
SUM = "0" * 64


def test_a_folder_without_a_manifest_is_refused() -> None:
    SITE.mkdir()
    (SITE / "thesis.doc").write_bytes(b"ten years of work")
    assert refused() == (
        "site: error[output-foreign]: this folder is not empty and has no SHA256SUMS:"
        " this program did not make it" + MOVE
    )
    assert tree() == {"thesis.doc": b"ten years of work"}
    assert hidden() == []


def test_a_folder_of_empty_folders_is_refused() -> None:
    (SITE / "drafts").mkdir(parents=True)
    assert "has no SHA256SUMS" in refused()
    assert (SITE / "drafts").is_dir()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (f"{SUM}  index.html", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\r\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM} *index.html\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  a.html\n{SUM[1:]}  index.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n{SUM}  a.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n{SUM}  index.html\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  index.html\n\n", "line 2 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  ../index.html\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  Debian-12.iso\n", "line 1 of SHA256SUMS is not as this program writes it"),
        (f"{SUM}  debian-12.iso\n", "SHA256SUMS does not list index.html"),
        ("", "SHA256SUMS does not list index.html"),
    ],
)  # fmt: skip
def test_a_manifest_of_somebody_else_is_refused(text: str, problem: str) -> None:
    SITE.mkdir()
    (SITE / "SHA256SUMS").write_bytes(text.encode())
    with pytest.raises(ValueError, match=f"^{problem}$"):
        read_manifest(text.encode())
    assert refused() == f"site: error[output-foreign]: {problem}: this program did not make this folder" + MOVE
    assert tree() == {"SHA256SUMS": text.encode()}


@pytest.mark.parametrize(
    "torn",
    [
        pytest.param(lambda text: b"", id="empty"),
        pytest.param(lambda text: bytes(len(text)), id="zeros"),
        pytest.param(lambda text: text[:100] + bytes(len(text) - 100), id="zeros at the end"),
        pytest.param(lambda text: text[:40], id="within the first line"),
        pytest.param(lambda text: text[:200], id="within another line"),
        pytest.param(lambda text: text[:-1], id="without the last line's end"),
    ],
)
def test_a_list_that_a_power_cut_tore_is_mended(torn: Callable[[bytes], bytes]) -> None:
    publish(SITE, OLD)
    (SITE / "SHA256SUMS").write_bytes(torn((SITE / "SHA256SUMS").read_bytes()))
    for path in ("index.html", "2022/index.html"):
        (SITE / path).write_bytes(b"")
    publish(SITE, NEW)
    assert tree() == whole(NEW)
    assert hidden() == []


@pytest.mark.parametrize("path", ["Thesis.doc", "2022/照片.jpg", "0-before-the-last-line.txt", ".git/config"])
def test_work_beside_a_torn_list_is_kept(path: str) -> None:
    publish(SITE, OLD)
    (SITE / path).parent.mkdir(exist_ok=True)
    (SITE / path).write_bytes(b"mine")
    (SITE / "SHA256SUMS").write_bytes((SITE / "SHA256SUMS").read_bytes()[:200])
    assert f"this folder holds files that no build wrote: {path}\n" in refused()
    assert (SITE / path).read_bytes() == b"mine"


def test_files_added_by_hand_are_named_and_kept() -> None:
    publish(SITE, OLD)
    for number in range(7):
        (SITE / "2022" / f"照片{number}.jpg").write_bytes(b"")
    assert refused() == (
        "site: error[output-foreign]: this folder holds files that no build wrote: 2022/照片0.jpg, 2022/照片1.jpg,"
        " 2022/照片2.jpg, 2022/照片3.jpg, 2022/照片4.jpg and 2 more"
        "\n  hint: move them elsewhere; what the site should publish belongs in the folders that it is built from"
    )
    assert (SITE / "2022" / "照片6.jpg").exists()
    assert (SITE / "index.html").read_bytes() == b"home"
    assert hidden() == []


@pytest.mark.parametrize("path", [".git/config", ".htaccess", "sub/SHA256SUMS"])
def test_hidden_and_nested_additions_count(path: str) -> None:
    publish(SITE, OLD)
    (SITE / path).parent.mkdir(exist_ok=True)
    (SITE / path).write_bytes(b"mine")
    assert f"no build wrote: {path}\n" in refused()


def test_a_file_added_while_the_build_runs_is_kept() -> None:
    publish(SITE, OLD)
    with Stage(SITE) as stage:
        for path, data in NEW.items():
            stage.write(path, data)
        (SITE / "mine.txt").write_bytes(b"mine")
        with pytest.raises(Refusal, match=r"no build wrote: mine\.txt"):
            stage.commit()
    assert tree() == {**whole(OLD), "mine.txt": b"mine"}
    assert hidden() == []


def test_what_file_managers_leave_is_nobodys_work() -> None:
    publish(SITE, OLD)
    (SITE / ".DS_Store").write_bytes(b"")
    (SITE / "2022" / "Thumbs.db").write_bytes(b"")
    (SITE / "emptied").mkdir()
    publish(SITE, NEW)
    assert tree() == whole(NEW)


@needs_links
def test_links_inside_the_old_site_are_never_followed() -> None:
    publish(SITE, OLD)
    Path("mine").mkdir()
    Path("mine/index.html").write_bytes(OLD["index.html"])
    (SITE / "index.html").unlink()
    (SITE / "index.html").symlink_to(Path("mine/index.html").resolve())
    publish(SITE, OLD)
    assert not (SITE / "index.html").is_symlink()
    assert Path("mine/index.html").read_bytes() == OLD["index.html"]

    shutil.rmtree(SITE / "2022")
    (SITE / "2022").symlink_to(Path("mine").resolve())
    assert "no build wrote: 2022\n" in refused()
    assert Path("mine/index.html").exists()

    (SITE / "2022").unlink()
    (SITE / "SHA256SUMS").replace("sums")
    (SITE / "SHA256SUMS").symlink_to(Path("sums").resolve())
    assert "has no SHA256SUMS" in refused()


# Places that are never replaced

OWN = "\n  hint: name a folder that is the site's alone, for example: --output site"


def test_a_file_is_refused() -> None:
    SITE.write_bytes(b"mine")
    assert refused() == "site: error[output-unsafe]: this is a file, not a folder" + OWN
    assert SITE.read_bytes() == b"mine"


@needs_links
@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_refused(there: bool) -> None:
    if there:
        Path("elsewhere").mkdir()
    SITE.symlink_to("elsewhere")
    assert refused() == "site: error[output-unsafe]: this is a link, which a site cannot replace" + OWN
    assert SITE.is_symlink()


def test_the_root_of_a_file_system_is_refused(in_folder: Path) -> None:
    root = Path(in_folder.anchor)
    message = "error[output-unsafe]: this is the root of a file system"
    assert refused(output=root) == f"{root.as_posix()}: {message}{OWN}"


@pytest.mark.parametrize("output", [".", "..", "../..", "site/.."])
def test_the_current_folder_and_those_above_are_refused(output: str) -> None:
    SITE.mkdir()
    message = "error[output-unsafe]: this is the current folder, or one that holds it"
    assert refused(output=Path(output)) == f"{output}: {message}{OWN}"


@pytest.mark.parametrize("output", ["content", "project", "content/../content"])
def test_an_output_that_holds_what_it_is_built_from_is_refused(output: str, in_folder: Path) -> None:
    Path("content").mkdir()
    Path("project/assets").mkdir(parents=True)
    folder = "project/assets" if output == "project" else "content"
    assert refused(output=Path(output), protected=(Path("templates"), in_folder / folder)) == (
        f"{output}: error[output-unsafe]: this folder is or holds “{(in_folder / folder).as_posix()}”,"
        " which the site is built from" + OWN
    )


@pytest.mark.parametrize("output", ["content/site", "content/not/yet/there"])
def test_an_output_in_what_it_is_built_from_is_refused(output: str) -> None:
    Path("content").mkdir()
    assert refused(output=Path(output), protected=(Path("assets"), Path("content"))) == (
        f"{output}: error[output-unsafe]: this folder lies in “content”, which the site is built from" + OWN
    )
    assert not any(Path("content").iterdir())


@needs_links
def test_a_protected_folder_is_known_under_another_name() -> None:
    Path("content").mkdir()
    Path("alias").symlink_to("content")
    assert "lies in “content”" in refused(output=Path("alias/site"), protected=(Path("content"),))
    Path("content/2023_tasks").mkdir()
    Path("deep").symlink_to("content/2023_tasks")
    assert "lies in “content”" in refused(output=Path("deep/site"), protected=(Path("content"),))


@needs_links
def test_a_protected_folder_is_known_where_two_spellings_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "realpath", os.path.abspath)  # content and Content, on some systems
    Path("content").mkdir()
    Path("alias").symlink_to("content")
    assert "lies in “content”" in refused(output=Path("alias/site"), protected=(Path("content"),))


def test_the_place_is_named_as_the_user_typed_it(in_folder: Path) -> None:
    for output in (Path("public/site"), in_folder / "public" / "site"):
        output.mkdir(parents=True, exist_ok=True)
        (output / "mine").write_bytes(b"")
        assert refused(output=output).startswith(f"{output.as_posix()}: error[output-foreign]: ")
