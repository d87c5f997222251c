"""A site goes to a folder: only what changed, in order, and whole in the end wherever it was cut off."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests import ROOT
from tests.unit.publish.sites import publish
from tests.unit.upload.stores import LATER, NEW, NOW, OLD, SITE, STYLE, TARGET, Dying, Killed, built, disk, tree, whole
from workreport.deliver.folder import compare_folder
from workreport.deliver.journal import JOURNAL, PART
from workreport.diagnostics import Refusal
from workreport.publish.stage import Workspace
from workreport.upload import upload as module
from workreport.upload.disk import Disk
from workreport.upload.store import Store
from workreport.upload.upload import Uploaded, upload


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    built(OLD)


class Watched:
    """A store that notes what is done to it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.done: list[str] = []

    def read(self, path: str) -> bytes | None:
        return self._store.read(path)

    def write(self, path: str, data: bytes) -> None:
        self.done.append(path)
        self._store.write(path, data)

    def remove(self, path: str) -> None:
        self.done.append(f"- {path}")
        self._store.remove(path)

    def close(self) -> None:
        self._store.close()


def sent(store: Store | None = None, now: datetime = NOW, *, dry: bool = False) -> Uploaded:
    return upload(SITE, store or disk(), TARGET.as_posix(), now, dry=dry)


def refused(store: Store | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        sent(store)
    assert len(caught.value.diagnostics) == 1
    return str(caught.value)


def test_a_first_upload_and_an_upload_of_nothing() -> None:
    done = sent()
    assert tree() == whole(OLD)
    assert (done.files, done.bytes) == (len(OLD) + 1, sum(map(len, whole(OLD).values())))
    again = Watched(disk())
    assert sent(again).files == 0
    assert again.done == []


def test_only_what_changed_and_in_order() -> None:
    sent()
    built(NEW)
    store = Watched(disk())
    done = sent(store)
    assert store.done == [
        JOURNAL, STYLE[b"new"], "2023/commitments/jobs.html", "empty.txt", "index.html", JOURNAL, "SHA256SUMS",
        "- 2022/metrics/roads.html", JOURNAL,
    ]  # fmt: skip
    assert done.files == 5
    left = {STYLE[b"old"]: b"old", JOURNAL: (TARGET / JOURNAL).read_bytes()}
    assert tree() == {**whole(NEW), **left}, "an old asset stays"
    copy = compare_folder(TARGET)
    assert (copy.files, copy.old) == (len(NEW) + 1, 1), "and is no fault of the copy"


def test_old_assets_go_a_day_later() -> None:
    sent()
    built(NEW)
    sent()
    store = Watched(disk())
    sent(store, LATER - timedelta(minutes=1))
    assert store.done == []
    sent(store, LATER)
    assert store.done == [JOURNAL, f"- {STYLE[b'old']}", f"- {JOURNAL}", f"- {PART}"]
    assert tree() == whole(NEW)


def test_a_dry_run_does_nothing() -> None:
    sent()
    built(NEW)
    store = Watched(disk())
    done = sent(store, dry=True)
    assert done.plan.send == (STYLE[b"new"], "2023/commitments/jobs.html", "empty.txt", "index.html")
    assert done.plan.remove == ("2022/metrics/roads.html",)
    assert done.files == 5
    assert store.done == []
    assert tree() == whole(OLD)


def test_what_is_not_ours_stays() -> None:
    TARGET.mkdir()
    (TARGET / "web.config").write_bytes(b"theirs")
    (TARGET / "2022").mkdir()
    (TARGET / "2022/note.txt").write_bytes(b"theirs")
    sent()
    built(NEW)
    sent()
    sent(now=LATER)
    assert tree() == {**whole(NEW), "web.config": b"theirs", "2022/note.txt": b"theirs"}


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("at", range(14))
def test_wherever_it_is_killed_the_next_upload_makes_it_whole(
    at: int, half: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHECKPOINT", 2)
    sent()
    built(NEW)
    try:
        sent(Dying(disk(), at, half=half))
        assert at > 12, "there was nothing left to kill"
        built(OLD if at % 2 else NEW)
    except Killed:
        for path, data in tree().items():
            known = [site[path] for site in (whole(OLD), whole(NEW)) if path in site]
            assert data in known or path in (JOURNAL, PART), "no file is ever half there"
        if tree()["SHA256SUMS"] == whole(NEW)["SHA256SUMS"]:
            assert tree().items() >= whole(NEW).items(), "the list is never ahead of the files"
        built(OLD if at % 2 else NEW)  # and the site may have gone back meanwhile
    sent()
    if at % 2:
        assert tree().items() >= whole(OLD).items()
        assert not tree().keys() & {"empty.txt", "2023/commitments/jobs.html"}
        built(NEW)
        sent()
    assert {p: d for p, d in tree().items() if p not in (JOURNAL, STYLE[b"old"])} == whole(NEW)
    assert compare_folder(TARGET).files == len(NEW) + 1
    sent(now=LATER)
    assert tree() == whole(NEW)


def test_what_was_sent_is_not_sent_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECKPOINT", 2)
    files = {"index.html": b"home", **{f"{number}.html": b"page" for number in range(10)}}
    built(files)
    with pytest.raises(Killed):
        sent(Dying(disk(), 4 + 1 + 9, half=True))  # after four reads, six pages and the journal four times
    store = Watched(disk())
    sent(store)
    assert [path for path in store.done if path != JOURNAL] == [
        "6.html", "7.html", "8.html", "9.html", "index.html", "SHA256SUMS", f"- {JOURNAL}", f"- {PART}"
    ]  # fmt: skip
    assert tree() == whole(files)


def test_a_problem_on_the_way_notes_what_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def no_room(source: str, target: str) -> None:
        if target == "target/index.html":
            raise OSError(errno.ENOSPC, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", no_room)
    assert refused() == (
        "target/index.html: error[upload-full]: there is no room left for this file\n"
        "  hint: free space there, or ask who runs the host, then upload again: it goes on where it stopped"
    )
    monkeypatch.setattr(os, "replace", replace)
    again = Watched(disk())
    sent(again)
    assert again.done == [JOURNAL, "index.html", JOURNAL, "SHA256SUMS", f"- {JOURNAL}", f"- {PART}"]


def test_no_folder() -> None:
    with pytest.raises(Refusal) as caught:
        sent(Disk("nowhere"))
    assert str(caught.value) == (
        "nowhere: error[upload-target]: there is no such folder\n"
        "  hint: make it first, or name the one that is published: an upload makes only the folders inside it"
    )


def test_a_home_page_of_somebody_else() -> None:
    TARGET.mkdir()
    (TARGET / "index.html").write_bytes(b"theirs")
    assert refused() == (
        "target/index.html: error[upload-target]: there is a home page that this program did not put there\n"
        "  hint: name the folder of this site alone; where that is right, delete its index.html first"
    )
    assert tree() == {"index.html": b"theirs"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("SHA256SUMS", "this file is not a list of a site\n"
         "  hint: delete it, if the folder is for this site alone: then everything is sent again"),
        (JOURNAL, "this file is not as an upload leaves it\n"
         "  hint: delete it, and SHA256SUMS too: then everything is sent again"),
    ],
)  # fmt: skip
def test_what_the_target_says_of_itself_makes_no_sense(name: str, said: str) -> None:
    sent()
    (TARGET / name).write_bytes(b"theirs")
    assert refused() == f"target/{name}: error[upload-target]: {said}"


def test_a_site_that_is_not_what_was_built() -> None:
    (SITE / "index.html").write_bytes(b"edited")
    with pytest.raises(Refusal) as caught:
        sent()
    assert [(d.path, d.code.name) for d in caught.value.diagnostics] == [("site/index.html", "copy-changed")]
    assert tree() == {}


def test_a_site_that_changes_meanwhile() -> None:
    class Rebuilds(Watched):
        def write(self, path: str, data: bytes) -> None:
            super().write(path, data)
            if path == "404.html":
                publish(SITE, {**OLD, "index.html": b"another"})

    assert refused(Rebuilds(disk())) == (
        "site/index.html: error[copy-changed]: this file was changed while the site was sent\n"
        "  hint: upload again when nothing builds the site: it goes on where it stopped"
    )
    sent()
    assert tree() == whole({**OLD, "index.html": b"another"})


def test_a_build_is_running() -> None:
    script = "import sys; sys.path.insert(0, sys.argv[1]); from workreport.publish.stage import Workspace; "
    script += "w = Workspace(sys.argv[2]); print(flush=True); sys.stdin.read(); w.close()"
    command = [sys.executable, "-c", script, str(ROOT), str(SITE.resolve())]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as build:
        assert build.stdout
        build.stdout.readline()
        assert refused() == (
            "site: error[output-locked]: a build is writing this site\n  hint: wait until it has ended, then upload"
        )
        build.communicate()
    sent()
    Workspace(str(SITE.resolve())).close()


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid"), reason="modes are of Unix")
def test_a_folder_that_may_not_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    store = disk()
    monkeypatch.setattr(os, "replace", no)
    assert refused(store) == (
        "target/upload.json: error[upload-denied]: the host refuses this file: Permission denied\n"
        "  hint: look whether this user may write there, and whether the disk is full; then upload again"
    )
