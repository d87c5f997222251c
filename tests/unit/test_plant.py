"""What plants false statements: each edit changes what it says and nothing else, and verdicts are the gate's."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.mini import CONTENT
from tools import plant
from tools.planting.document import Document
from tools.planting.folder import Folder, applied
from tools.planting.mutant import Mutant, sample
from tools.planting.trial import tried
from workreport.content.yaml import parse

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@pytest.fixture(scope="module")
def folder() -> Folder:
    return Folder(CONTENT)


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Of every value in a file."""
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, name)
        if isinstance(value, dict | list):
            yield from paths(value, (*path, name))


def texts(document: Document, *edits: Any) -> Any:
    """The file as it reads after the edits, all scalars as text."""
    return yaml.load(applied({document.file: document.text}, edits)[document.file], _LOADER)


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def test_every_value_of_a_file_can_be_replaced_or_cut_alone(folder: Folder) -> None:
    for name in ("2022_review/02-city.yaml", "2023_tasks/01-economy.yaml", "site.yaml"):
        document = folder.documents[name]
        for path in paths(document.data):
            wanted = copy.deepcopy(document.data)
            at(wanted, path[:-1])[path[-1]] = "other"
            assert texts(document, document.replace(path, "other")) == wanted, (name, path)
            wanted = copy.deepcopy(document.data)
            gone = path
            while len(at(wanted, gone[:-1])) == 1 and len(gone) > 1:
                gone = gone[:-1]
            del at(wanted, gone[:-1])[gone[-1]]
            assert texts(document, document.cut(path)) == wanted, (name, path)


def test_a_field_and_an_entry_are_added(folder: Folder) -> None:
    document = folder.documents["2022_review/02-city.yaml"]
    metric = folder.documents["2022_review/02-city.yaml"].data["metrics"][0]
    changed = texts(document, document.put(("metrics", 0, "note"), {"zh": "注", "en": "a: b"}))
    assert changed["metrics"][0] == metric | {"note": {"zh": "注", "en": "a: b"}}
    permalinks = folder.documents["permalinks.yaml"]
    links = permalinks.data["permalinks"]
    entry = links[1] | {"id": "2021/metrics/other"}
    assert texts(permalinks, permalinks.before(("permalinks", 1), entry))["permalinks"] == [links[0], entry, *links[1:]]


def test_what_is_planted_is_sound_yaml_and_the_same_each_time(folder: Folder) -> None:
    """Else a class would be refused for its form, and count for nothing."""
    mutants = [mutant for kind in plant.planted(folder, 2, "").values() for mutant in kind]
    again = [mutant for kind in plant.planted(Folder(CONTENT), 2, "").values() for mutant in kind]
    assert mutants == again
    assert len({mutant.kind for mutant in mutants}) > 60
    for mutant in mutants:
        for name, text in mutant.texts(folder):
            if name.endswith(".yaml"):
                parse(name, text.encode())


def test_verdicts_are_the_gates(folder: Folder) -> None:
    before = {path: path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}
    value = plant.planted(folder, 3, "^value altered")["value altered"]
    topics = plant.planted(folder, 1, "^topics of another")["topics of another item"]
    found = tried(folder, [*value, *topics], 1)
    assert [(verdict.refused, "figure-value" in verdict.codes) for verdict in found] == [(True, True)] * 3 + [
        (False, False)
    ]
    assert {path: path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()} == before


def test_samples_are_spread_evenly() -> None:
    mutants = [Mutant(kind="", what=str(at), edits=()) for at in range(10)]
    assert [mutant.what for mutant in sample(mutants, 4)] == ["0", "2", "5", "7"]
    assert sample(mutants, 0) == sample(mutants, 99) == mutants


def test_the_table_counts_names_and_leaves_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    (content / "glossary.yaml").unlink()
    asked = [str(content), "--sample", "1", "--jobs", "1", "--list", "--refused"]
    assert plant.main([*asked, "--only", "^(value altered|topics|glossary: the meaning)"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "refused of tried"
    assert said[1:3] == [
        "      1 of 1  value altered",
        "         refused  2021_review/01-all.yaml:9: 1.2 → 2.4",
    ]
    assert "           -  glossary: the meaning of another term" in said
    assert any(line.startswith("        accepted  2021_review/01-all.yaml:") for line in said)
    assert said[-1] == "1 of 2  in all"
    assert plant.main([str(tmp_path / "none")]) == 1
    assert "error[file-missing]" in capsys.readouterr().err
