"""Two releases of the mini site, from the command to the pages that open what was cited; and what ends one in the middle."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests import mini
from tests.unit.published import ADDRESS, releasing
from workreport.build import build
from workreport.cli import main
from workreport.content import load
from workreport.diagnostics import Console, Refusal
from workreport.gate import record_digest, verify
from workreport.options import Options
from workreport.release import run

FIRST = {"zh": "首次发布。", "en": "First release."}
NEXT = {"zh": "更正一处。", "en": "One correction."}
DIGEST = "ab" * 32
METRIC = "2022/metrics/new-jobs.json"


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """The mini content with a host and without a release."""
    return releasing(tmp_path)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content folder after its first release."""
    options = releasing(tmp_path_factory.mktemp("once"))
    assert release(options, "1.0", FIRST) == 0
    return options.content


@pytest.fixture
def after(once: Path, tmp_path: Path) -> Options:
    """A copy of it, to go on with."""
    shutil.copytree(once, tmp_path / "content")
    return mini.options(tmp_path / "content", tmp_path / "site", charts=False)


def release(
    options: Options, version: str = "", notes: dict[str, str] | None = None, day: str = "01", **how: object
) -> int:
    published = f"2026-11-{day} 09:00"
    return run(options, Console("en"), version=version, notes=notes or {}, published=published, **how)  # type: ignore[arg-type]


def state(content: Path) -> dict[str, bytes]:
    return {p.relative_to(content).as_posix(): p.read_bytes() for p in content.rglob("*") if p.is_file()}


def retitle(options: Options) -> None:
    path = options.content / "2022_review/01-overview.yaml"
    path.write_text(
        path.read_text("utf-8").replace("zh: 新增就业, en: New jobs", "zh: 就业新增, en: New jobs"), "utf-8"
    )


def test_what_was_cited_can_be_opened_after_the_next_release(after: Options) -> None:
    build(after)
    cited = (after.output / METRIC).read_bytes()
    name = json.loads(cited)["version"]
    assert re.fullmatch(r"1\.0\+[0-9a-f]{8}", name)
    assert f"本条版本{name}（" in (after.output / "2022/metrics/new-jobs.html").read_text("utf-8")
    retitle(after)
    assert release(after, "1.1", NEXT, "20", digest=DIGEST) == 0
    build(after)
    site = after.output
    assert (site / METRIC).read_bytes() != cited
    assert (site / "versions/1.0" / METRIC).read_bytes() == cited, "to the byte"
    kept = {p.relative_to(site / "versions/1.0").as_posix() for p in (site / "versions/1.0").rglob("*.*")}
    assert kept == {METRIC, "2023/commitments/new-jobs.json"}, (
        "what changed alone: the goal names what it is compared with"
    )
    assert not (site / "versions/1.1").exists()
    old = (site / "versions/1.0.html").read_text("utf-8")
    row = re.search(rf"<li><code>2022-M003</code>.*?<code>{re.escape(name)}</code>", old, re.DOTALL)
    assert row
    assert 'href="../2022/metrics/new-jobs.html">新增就业</a> <strong>此后有改动' in row[0]
    assert f'href="../versions/1.0/{METRIC}"' in row[0]
    assert "这不是最新版本" in old
    assert '<meta name="robots" content="noindex">' in old
    assert "canonical" not in old
    newest = (site / "en/versions/1.1.html").read_text("utf-8")
    assert "not the newest" not in newest
    assert "changed since" not in newest
    listed = (site / "versions.html").read_text("utf-8")
    assert listed.index("第1.1版") < listed.index("第1.0版")
    assert "其中2条此后有改动" in listed
    assert DIGEST in listed
    assert (site / "versions/1.0.zip").read_bytes() == (after.content / "versions/1.0.zip").read_bytes()
    for page in ("about.html", "2022/metrics/new-jobs.html"):
        assert 'versions.html"' in (site / page).read_text("utf-8").partition("<main")[2].partition("<footer")[0]
    known = (site / "sitemap.xml").read_text("utf-8")
    assert f"{ADDRESS}/versions.html" in known
    assert "versions/1" not in known
    assert main(["verify", str(site)]) == 0


def test_a_version_is_whole_and_does_not_grow_with_those_before(after: Options) -> None:
    retitle(after)
    assert release(after, "1.1", NEXT, "20", digest=DIGEST) == 0
    one, two = (after.content / f"versions/{v}.zip" for v in ("1.0", "1.1"))
    assert abs(one.stat().st_size - two.stat().st_size) < 500
    with zipfile.ZipFile(io.BytesIO(two.read_bytes())) as archive:
        names = archive.namelist()
        for line in archive.read("SHA256SUMS").decode().splitlines():
            digest, _, name = line.partition("  ")
            assert hashlib.sha256(archive.read(name)).hexdigest() == digest
        assert archive.read("source/2023.zh.md") == (after.content / "source/2023.zh.md").read_bytes()
    assert {"data/metrics.csv", "data/comparisons.json", METRIC} < set(names)
    assert not {name for name in names if name.startswith("versions") or name.endswith((".html", ".zip", ".xlsx"))}


def test_the_same_content_gives_the_same_release(options: Options, once: Path) -> None:
    assert release(options, "1.0", FIRST) == 0
    assert state(options.content) == state(once)


def test_what_a_release_writes_is_the_entry_and_the_first_dates(
    options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(options.content)
    assert release(options, "1.0", FIRST, dry=True) == 0
    assert state(options.content) == before, "a trial"
    shown = capsys.readouterr().out
    assert release(options, "1.0", FIRST) == 0
    after = state(options.content)
    assert {name for name in after if after[name] != before.get(name)} == {
        "site.yaml",
        "permalinks.yaml",
        "versions/1.0.zip",
    }
    entry = after["site.yaml"].decode().removeprefix(before["site.yaml"].decode())
    assert entry == (
        '\nreleases:\n  - version: "1.0"\n    published: "2026-11-01 09:00"\n'
        '    notes: {zh: "首次发布。", en: "First release."}\n'
        f"    record: {load(options.content).site.value.releases[0].record}\n"
    )
    assert entry.partition("releases:\n")[2] in shown
    record = load(options.content).permalinks.value
    assert load(options.content).site.value.releases[0].record == record_digest(record, "2026-11-01")
    assert set(record.firsts) == {"2026-11-01"}
    assert f"{len(record.firsts)} addresses dated 2026-11-01" in shown


def test_an_entry_that_was_typed_gets_its_record_alone(options: Options) -> None:
    path = options.content / "site.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    typed = '\r\nreleases:\r\n  - {version: "1.0", published: "2026-11-01 09:00", notes: {zh: 首发, en: First}}\r\n'
    path.write_bytes(path.read_bytes() + typed.encode())
    before = path.read_bytes()
    assert release(options) == 0
    record = f", record: {load(options.content).site.value.releases[0].record}".encode()
    assert path.read_bytes() == before.removesuffix(b"}\r\n") + record + b"}\r\n"
    assert (options.content / "versions/1.0.zip").is_file()
    assert release(options, "1.1", NEXT, "20", digest=DIGEST) == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n"), "whatever its line ends are"
    assert load(options.content).site.value.releases[0].digest == DIGEST


@pytest.mark.parametrize(
    ("version", "notes", "published", "said"),
    [
        ("", {}, "", "error[release-kept]: no release is entered in site.yaml, and none was named"),
        ("1.0", {"zh": "首发"}, "", "error[release-entry]: a release says what is new in each language of the site: zh, en"),
        ("1.0", {**FIRST, "fr": "x"}, "", "error[release-entry]: a release says what is new"),
        ("v1", FIRST, "", "error[release-entry]: “v1” and “2026-11-01 09:00” are not a version and a time"),
        ("1.0", FIRST, "2026-02-30 09:00", "error[release-entry]: “1.0” and “2026-02-30 09:00” are not"),
    ],
)  # fmt: skip
def test_what_is_not_a_release_is_refused(
    version: str, notes: dict[str, str], published: str, said: str, options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(options.content)
    published = published or "2026-11-01 09:00"
    assert run(options, Console("en"), version=version, notes=notes, published=published) == 1
    assert said in capsys.readouterr().err
    assert state(options.content) == before


def test_a_release_needs_all_that_a_release_needs(after: Options, capsys: pytest.CaptureFixture[str]) -> None:
    assert release(after, "1.0", FIRST) == 1
    said = capsys.readouterr().err
    assert "error[release-kept]: release 1.0 was made already" in said
    assert "release 1.1 --note LANG=TEXT" in said
    before = state(after.content)
    assert release(after, "1.1", NEXT, "20") == 1
    assert "release 1.0 has no digest" in capsys.readouterr().err
    assert release(after, "0.9", NEXT, "20", digest=DIGEST) == 1
    assert "0.9 does not follow 1.0" in capsys.readouterr().err
    overview = after.content / "2022_review/01-overview.yaml"
    overview.write_text(overview.read_text("utf-8").replace("value: 1.65", "value: 1.66", 1), "utf-8")
    assert release(after, "1.1", NEXT, "20", digest=DIGEST) == 1
    assert "error[figure-value]" in capsys.readouterr().err
    overview.write_bytes(before["2022_review/01-overview.yaml"])
    assert state(after.content) == before, "nothing of a refused release stays"


def test_releases_that_are_written_in_an_odd_way_are_left_to_the_editor(
    options: Options, capsys: pytest.CaptureFixture[str]
) -> None:
    path = options.content / "site.yaml"
    odd = (
        'releases: [{version: "0.1", published: "2026-10-01 09:00", notes: {zh: 试, en: Trial}, digest: '
        + DIGEST
        + "}]\n"
    )
    path.write_text(path.read_text("utf-8") + odd, "utf-8")
    before = state(options.content)
    assert release(options, "1.0", FIRST) == 1
    assert re.search(r"error\[(release-entry|yaml-[a-z-]+)\]", capsys.readouterr().err)
    assert state(options.content) == before


def test_whatever_ends_a_release_it_can_be_taken_up_again(
    options: Options, once: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file is written as a whole or not at all, and each state on the way is sound content."""
    really, written = os.replace, []
    before = state(options.content)
    for allowed in (0, 1, 1, 0):  # nothing; site.yaml; then permalinks.yaml; then not even the zip
        left = [None] * allowed

        def replace(source: Path, target: Path, left: list[None] = left) -> None:
            if not left:
                raise OSError(28, "No space left on device")
            left.pop()
            written.append(target.name)
            really(source, target)

        monkeypatch.setattr("workreport.content.editing.os.replace", replace)
        assert release(options, "1.0", FIRST) == 1
        monkeypatch.undo()
        assert "error[release-failed]: writing failed (No space left on device)" in capsys.readouterr().err
        assert state(options.content).keys() == before.keys(), "no part of a file stays"
        assert verify(load(options.content))
    assert written == ["site.yaml", "permalinks.yaml"]
    assert release(options) == 0
    assert state(options.content) == state(once), "as if nothing had ended it"


def test_a_site_may_leave_former_versions_out(after: Options) -> None:
    path = after.content / "site.yaml"
    path.write_text(path.read_text("utf-8") + "keep_versions: false\n", "utf-8")
    build(after)
    assert not (after.output / "versions").exists()
    assert "该版本没有留存。" in (after.output / "versions.html").read_text("utf-8")


def test_a_kept_version_that_was_changed_is_refused(after: Options) -> None:
    """Also where whoever changed it packed it well."""
    path = after.content / "versions/1.0.zip"
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for broken, said in (
        ({**files, METRIC: files[METRIC].replace(b"1.65", b"1.66")}, f"{METRIC} in it is not what its SHA256SUMS says"),
        ({name: data for name, data in files.items() if name != METRIC}, f"{METRIC} is missing in it"),
        ({**files, "data/more.csv": b"x"}, "data/more.csv in it is not what its SHA256SUMS says"),
    ):
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in broken.items():
                archive.writestr(name, data)
        with pytest.raises(Refusal, match=rf"error\[version-broken\]: {re.escape(said)}"):
            load(after.content)


def test_the_command_releases_and_builds(
    options: Options, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --published it is the time of the machine, in Beijing."""
    monkeypatch.setattr("workreport.release.command.now", lambda: "2026-11-05 23:59")
    given = [f"--content={options.content}", f"--output={options.output}", "--no-cache", "--no-charts", "--lang=en"]
    notes = [f"--note={lang}={text}" for lang, text in FIRST.items()]
    assert main(["release", "1.0", *notes, *given, "--dry-run"]) == 0
    assert not options.output.exists()
    assert main(["release", "1.0", *notes, *given]) == 0
    said = capsys.readouterr().out
    assert 'published: "2026-11-05 23:59"' in said
    assert "SHA256SUMS " in said
    assert (options.output / "versions/1.0.html").is_file()
    assert main(["release", *given]) == 1
