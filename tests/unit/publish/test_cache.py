"""The cache of the whole build: what is in its key, and when its record counts. test_command runs it as users do."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workreport.publish import cache


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Two input folders, one and two."""
    for name, text in (("one/a.txt", "alpha"), ("one/deep/b.txt", "beta"), ("two/c.txt", "gamma")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def key(inputs: Path, *options: str) -> str:
    return cache.key([str(inputs / "one"), str(inputs / "two")], options)


def test_key_is_of_content_and_not_of_time_or_order(inputs: Path) -> None:
    before = key(inputs)
    for path in ("one/deep/b.txt", "one/a.txt"):
        data = (inputs / path).read_bytes()
        (inputs / path).unlink()
        (inputs / path).write_bytes(data)
        os.utime(inputs / path, ns=(1, 1))
    assert key(inputs) == before
    assert len(before) == 64


def test_key_is_not_of_the_order_in_which_the_disk_lists_files(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inputs / "one/z.txt").write_text("zeta", "utf-8")
    scan = os.scandir
    keys = set()
    for reverse in (False, True):

        def ordered(path: str, reverse: bool = reverse) -> contextlib.AbstractContextManager[list[os.DirEntry[str]]]:
            with scan(path) as entries:
                return contextlib.nullcontext(sorted(entries, key=lambda entry: entry.name, reverse=reverse))

        monkeypatch.setattr(os, "scandir", ordered)
        keys.add(key(inputs))
    assert len(keys) == 1


def test_key_does_not_know_where_the_project_stands(inputs: Path) -> None:
    before = key(inputs)
    for name in ("one", "two"):
        (inputs / name).rename(inputs / f"{name}-elsewhere")
    assert cache.key([str(inputs / "one-elsewhere"), str(inputs / "two-elsewhere")], []) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "one/a.txt").write_text("alphA"),
        lambda root: (root / "one/a.txt").rename(root / "one/z.txt"),
        lambda root: (root / "one/deep/b.txt").rename(root / "one/b.txt"),
        lambda root: (root / "one/deep/b.txt").unlink(),
        lambda root: (root / "one/empty.txt").touch(),
        lambda root: (root / "two/c.txt").rename(root / "one/x.txt"),
        lambda root: (root / "two/c.txt").rename(root / "one/deep.txt"),
    ],
)
def test_every_change_of_an_input_changes_the_key(change: Callable[[Path], object], inputs: Path) -> None:
    before = key(inputs)
    change(inputs)
    assert key(inputs) != before


def test_a_file_that_changes_its_folder_and_keeps_its_place_in_line(inputs: Path) -> None:
    """The last file of one folder becomes the first of the next."""
    (inputs / "one/deep/b.txt").rename(inputs / "one/b.txt")
    before = key(inputs)
    (inputs / "one/b.txt").rename(inputs / "two/b.txt")
    assert key(inputs) != before


def test_bytes_that_move_from_one_file_to_the_next(inputs: Path) -> None:
    before = key(inputs)
    (inputs / "one/a.txt").write_text("alph", "utf-8")
    (inputs / "one/deep/b.txt").write_text("abeta", "utf-8")
    assert key(inputs) != before


def test_options_and_their_borders_are_in_the_key(inputs: Path) -> None:
    assert len({key(inputs, *options) for options in ((), ("",), ("a", "b"), ("ab", ""), ("ab",), ("b", "a"))}) == 6


def test_hidden_files_and_compiled_python_are_not(inputs: Path) -> None:
    before = key(inputs)
    (inputs / "one/.DS_Store").write_text("x", "utf-8")
    (inputs / "one/__pycache__").mkdir()
    (inputs / "one/__pycache__/a.pyc").write_text("x", "utf-8")
    assert key(inputs) == before


def test_an_input_that_cannot_be_read_has_no_key(inputs: Path) -> None:
    assert cache.key([str(inputs / "three")], []) == ""
    (inputs / "one/gone.txt").symlink_to(inputs / "nowhere")
    assert key(inputs) == ""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/en").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("home", "utf-8")
    (tmp_path / "site/en/index.html").write_text("home", "utf-8")
    return tmp_path / "site"


NUMBERS = {"pages": 2, "files": 3}


def test_a_record_is_found_again(site: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    assert cache.recall(store, str(site), "k") is None
    cache.remember(store, str(site), "k", NUMBERS)
    assert cache.recall(store, str(site), "k") == NUMBERS
    assert cache.recall(store, str(site), "other") is None
    assert cache.recall(store, str(tmp_path / "site2"), "k") is None
    (name,) = os.listdir(store)
    assert name.endswith(".json"), "no temporary file is left"


def test_without_a_key_nothing_is_recorded_or_recalled(site: Path, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    cache.remember(store, str(site), "", NUMBERS)
    assert not os.path.exists(store)
    cache.remember(store, str(site), "k", NUMBERS)
    (path,) = Path(store).iterdir()
    path.write_text(path.read_text("utf-8").replace('"k"', '""'), "utf-8")
    assert cache.recall(store, str(site), "") is None


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "index.html").write_text("hom", "utf-8"),
        lambda site: (site / "index.html").write_text("homE", "utf-8"),
        lambda site: (site / "en/index.html").unlink(),
        lambda site: (site / "extra.html").touch(),
        lambda site: (site / "index.html").rename(site / "index.htm"),
        lambda site: (site / "en/link.html").symlink_to(site / "index.html"),
    ],
)
def test_a_site_that_was_touched_is_built_again(change: Callable[[Path], object], site: Path, tmp_path: Path) -> None:
    cache.remember(str(tmp_path / "store"), str(site), "k", NUMBERS)
    times = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    change(site)
    for path, time in times.items():
        if path.exists():
            os.utime(path, ns=(time, time))
    assert cache.recall(str(tmp_path / "store"), str(site), "k") is None


def test_a_site_that_is_gone_is_built_again(site: Path, tmp_path: Path) -> None:
    cache.remember(str(tmp_path / "store"), str(site), "k", NUMBERS)
    site.rename(tmp_path / "away")
    assert cache.recall(str(tmp_path / "store"), str(site), "k") is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"format": 1}', "\udcff"])
def test_a_record_that_is_not_ours_is_ignored(text: str, site: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    cache.remember(str(store), str(site), "k", NUMBERS)
    (path,) = store.iterdir()
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert cache.recall(str(store), str(site), "k") is None


def test_a_record_of_another_format_is_ignored(site: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    cache.remember(str(store), str(site), "k", NUMBERS)
    (path,) = store.iterdir()
    record = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**record, "format": record["format"] + 1}), "utf-8")
    assert cache.recall(str(store), str(site), "k") is None


def test_a_record_that_cannot_be_written_does_no_harm(site: Path, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where the folder should be", "utf-8")
    cache.remember(str(tmp_path / "store"), str(site), "k", NUMBERS)
    assert cache.recall(str(tmp_path / "store"), str(site), "k") is None
