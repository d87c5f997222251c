"""The command as users run it: exit codes, options, summary, determinism, and a cache that cannot go stale."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT
from tests.project import copy_project, line_of
from tools.synthetic import write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project with the sample content, so that its code may be changed too."""
    return copy_project(tmp_path / "project")


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "build.py", *arguments], cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )  # fmt: skip


def files(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def times(site: Path) -> dict[str, int]:
    return {p.relative_to(site).as_posix(): p.stat().st_mtime_ns for p in site.rglob("*") if p.is_file()}


def test_build_says_what_it_did(project: Path) -> None:
    done = run(project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 2
    made = files(project / "site")
    pages = sum(name.endswith(".html") for name in made)
    assert done.stdout.startswith(f"site: {pages} pages, 10 charts, {len(made)} files, ")
    first, second = done.stdout.splitlines()
    assert first.endswith("; 6 figures checked, 14 waived")
    digest = hashlib.sha256((project / "site/SHA256SUMS").read_bytes()).hexdigest()
    assert second == f"SHA256SUMS {digest}  (docs/hosting.md: keep this line)"
    listed = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=project / "site", check=False)
    assert listed.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_gone_is_no_fault(project: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "build.py", "check"], cwd=project, stdout=gone, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


def test_check_counts_and_writes_nothing(project: Path) -> None:
    shutil.rmtree(project / ".cache")
    before = sorted(p.name for p in project.iterdir())
    done = run(project, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "figures: 6 encoded, 14 waived, 0 pending\nsentences: 5 encoded, 0 waived, 0 pending\nno problems\n"
    )
    assert sorted(p.name for p in project.iterdir()) == before
    assert run(project, "check", "--format", "json").stdout == "[]\n"


def test_refusal(project: Path) -> None:
    assert run(project).returncode == 0
    good = files(project / "site")
    part = project / "content/2023_tasks/0001-part.yaml"
    part.write_text(part.read_text("utf-8").replace("value: 101", "value: 110"), "utf-8")
    line = line_of(part, "value: 110")
    done = run(project)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"content/2023_tasks/0001-part.yaml:{line}:16: error[figure-value]: the value is 110个, but the quote reads "
        "“101个以上” (at_least)\n  hint: compare the value with the quote\n"
        "1 problem; nothing was published; the last good site is as it was\n"
    )
    assert files(project / "site") == good
    problems = json.loads(run(project, "check", "--format", "json").stdout)
    assert [(p["code"], p["line"], p["column"]) for p in problems] == [("figure-value", line, 16)]


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["publish"], ["--jobs", "0"], ["--jobs", "many"], ["--base-url", "example.org"],
     ["check", "--format", "xml"], ["--base-url", 'https://x.org/"onload']],
)  # fmt: skip
def test_wrong_usage(project: Path, arguments: list[str]) -> None:
    done = run(project, *arguments)
    assert done.returncode == 2
    assert "usage: python3 build.py" in done.stderr
    assert not (project / "site").exists()


def test_options_before_and_after_the_command(project: Path) -> None:
    (project / "content").rename(project / "words")
    for arguments in (["--content", "words", "check"], ["check", "--content", "words"]):
        assert run(project, *arguments).returncode == 0
    missing = run(project, "check")
    assert missing.returncode == 1
    assert "content: error[file-missing]" in missing.stderr.replace("content/.:", "content:")


def test_base_url(project: Path) -> None:
    assert run(project, "--no-cards", "--base-url", "https://example.org/record/").returncode == 0
    page = (project / "site/en/2022/metrics/sample-outcome.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/record/en/2022/metrics/sample-outcome.html">' in page
    assert 'hreflang="zh-Hans" href="https://example.org/record/2022/metrics/sample-outcome.html"' in page
    missing = (project / "site/404.html").read_text("utf-8")
    assert 'href="https://example.org/record/index.html"' in missing
    row = json.loads((project / "site/2022/metrics/sample-outcome.json").read_text("utf-8"))
    assert row["url_en"] == "https://example.org/record/en/2022/metrics/sample-outcome.html"


def test_same_bytes_whatever_the_machine(project: Path, tmp_path: Path) -> None:
    assert run(project, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C").returncode == 0
    expected = files(project / "site")
    other = tmp_path / "elsewhere" / "deep"
    shutil.copytree(
        project, other, ignore=lambda folder, names: {"site", ".cache"} if folder == str(project) else set()
    )
    # The files of the copy are made again in the opposite order.
    for folder in ("content/2023_tasks", "templates", "assets"):
        for path in sorted((other / folder).iterdir(), reverse=True):
            if path.is_file():
                data = path.read_bytes()
                path.unlink()
                path.write_bytes(data)
    for jobs, seed in (("1", "1"), ("2", "77")):
        shutil.rmtree(other / "site", ignore_errors=True)
        done = run(other, "--no-cache", "--jobs", jobs, PYTHONHASHSEED=seed, TZ="Asia/Shanghai", LC_ALL="C.UTF-8")
        assert done.returncode == 0, done.stderr
        assert files(other / "site") == expected


def test_two_processes_make_the_same_site(project: Path) -> None:
    shutil.rmtree(project / "content")
    write(project / "content", 210, (ROOT / "content/units.yaml").read_text("utf-8"))
    assert run(project, "--no-charts", "--jobs", "1", "--output", "one").returncode == 0
    assert run(project, "--no-charts", "--jobs", "2", "--output", "two").returncode == 0
    assert files(project / "one") == files(project / "two")


def test_an_unchanged_build_touches_nothing(project: Path) -> None:
    run(project)
    before = times(project / "site")
    done = run(project)
    assert "(nothing had changed)" in done.stdout
    assert times(project / "site") == before
    done = run(project, "--no-cache")
    assert f"(0 written, {len(files(project / 'site')) - 1} unchanged, 0 pruned)" in done.stdout
    assert times(project / "site") == before


def changes() -> Iterator[tuple[str, str, str, str]]:
    """A kind of input, what to change in it, and where the change must arrive."""
    yield "content/2023_tasks/0001-part.yaml", "Sample blocks", "Sample streets", "en/2023/part-1.html"
    yield "content/site.yaml", "en: Sample data.", "en: Sample facts.", "en/index.html"
    yield "content/units.yaml", "counter: true}", 'counter: true, code: "{thing}"}', "data/metrics.json"
    yield (
        "content/source/2023.en.md",
        "200 sample parks were built.",
        "200 sample parks were made.",
        "en/2023/report.html",
    )
    yield "content/source/2023.report.yaml", "en: Mayor", "en: The Mayor", ""
    yield (
        "templates/metric.html",
        '<article class="item">',
        '<article class="item x">',
        "2022/metrics/sample-outcome.html",
    )
    yield (
        "templates/part/quote.html",
        '<figure class="quote">',
        '<figure class="quote x">',
        "2022/metrics/sample-outcome.html",
    )
    yield "templates/frame/footer.html", '<footer class="footer">', '<footer class="footer x">', "404.html"
    yield "assets/site.css", "line-height: 1.65", "line-height: 1.66", "index.html"
    yield "workreport/i18n/en.yaml", "Skip to content", "To the content", "en/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A project, and its site as it is without a change; a test puts back what it changes, but not the site."""
    project = copy_project(tmp_path_factory.mktemp("built") / "project")
    run(project)
    return project, files(project / "site")


@pytest.mark.parametrize(("path", "old", "new", "page"), list(changes()))
def test_every_kind_of_change_arrives(
    built: tuple[Path, dict[str, bytes]], path: str, old: str, new: str, page: str
) -> None:
    project, before = built
    target = project / path
    text = target.read_text("utf-8")
    assert old in text
    stamp = target.stat()

    def put(text: str) -> None:
        target.write_text(text, "utf-8")
        os.utime(target, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # the content decides, not the time

    put(text.replace(old, new))
    try:
        done = run(project)
        assert done.returncode == 0, done.stderr
        assert "nothing had changed" not in done.stdout
        after = files(project / "site")
        if page:
            assert after[page] != before[page]
        fresh = f"fresh-{target.name}"
        assert run(project, "--output", fresh).returncode == 0
        assert files(project / fresh) == after, "the same as a build from nothing"
    finally:
        put(text)


def test_options_are_part_of_the_key(project: Path) -> None:
    run(project)
    plain = files(project / "site")
    run(project, "--no-cards", "--base-url", "https://example.org")
    assert files(project / "site") != plain
    run(project)
    assert files(project / "site") == plain


def test_a_page_edited_by_hand_is_restored(project: Path) -> None:
    run(project)
    good = files(project / "site")
    (project / "site/index.html").write_text("spoiled", "utf-8")
    (project / "site/about.html").unlink()
    done = run(project)
    assert f"(2 written, {len(good) - 3} unchanged, 0 pruned)" in done.stdout
    assert files(project / "site") == good


def test_so_is_one_changed_with_its_size_and_time_kept(project: Path) -> None:
    run(project)
    good = files(project / "site")
    page = project / "site/2022/metrics/sample-outcome.html"
    stamp = page.stat()
    page.write_bytes(page.read_bytes().replace(b"1", b"7"))
    os.utime(page, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert files(project / "site") != good
    done = run(project)
    assert f"(1 written, {len(good) - 2} unchanged, 0 pruned)" in done.stdout
    assert files(project / "site") == good


def test_a_broken_cache_record_is_ignored(project: Path) -> None:
    run(project)
    good = files(project / "site")
    (path,) = (project / ".cache").glob("????????????????.json")
    for record in ("", "{", '{"format": 2}', "[]", '{"format": 2, "key": null, "site": 3}'):
        path.write_text(record, "utf-8")
        done = run(project)
        assert done.returncode == 0
        assert "nothing had changed" not in done.stdout
        assert files(project / "site") == good


def test_a_page_that_is_gone_is_pruned_and_the_rest_keeps_its_time(project: Path) -> None:
    run(project)
    before = times(project / "site")
    part = project / "content/permalinks.yaml"
    part.write_text(
        part.read_text("utf-8").replace(
            "permalinks:\n",
            "permalinks:\n"
            "  - {id: 2022/metrics/old, code: 2022-M002, sentence: p2s1, moved_to: 2022/metrics/sample-outcome}\n",
        )
    )
    run(project)
    moved = (project / "site/en/2022/metrics/old.html").read_text("utf-8")
    assert 'href="../../2022/metrics/sample-outcome.html"' in moved
    changed = {path for path, stamp in times(project / "site").items() if before.get(path) != stamp}
    assert changed > {"2022/metrics/old.html", "2022/metrics/old.json", "en/2022/metrics/old.html", "SHA256SUMS"}
    # What says which content the site was made from has changed; nothing else has.
    assert not {"index.html", "2023/index.html", "2023/compare.html", "2023/report.html", "data/metrics.csv"} & changed
    assert not [path for path in changed if path.startswith("assets/") or path.endswith(".svg")]
    part.write_text("".join(line for line in part.read_text("utf-8").splitlines(True) if "metrics/old" not in line))
    assert "3 pruned" in run(project).stdout
    assert not (project / "site/2022/metrics/old.html").exists()
