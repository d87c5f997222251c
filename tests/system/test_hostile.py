"""No input writes outside the output folder, runs code, reaches the network, hangs or ends in a traceback.

What stands in texts is in `tests/hostile/` and, in a browser, in `tests/browser/test_hostile.py`.
"""

from __future__ import annotations

import csv
import io
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.fuzz.html import faults
from tests.fuzz.targets import limited
from tests.hostile import MARKDOWN, REFUSED, TEXT, poison
from tests.mini import copy
from workreport.build import build, check
from workreport.cli import main
from workreport.diagnostics.diagnostic import Diagnostic, Refusal, as_json
from workreport.exports.written import to_csv
from workreport.filenames import is_device
from workreport.options import Options
from workreport.pages.markdown import to_html
from workreport.publish import cache

SECONDS = 60
"""What no refusal needs; what reads a pipe or a device never ends."""


def tree(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Everything below a folder with its kind, size and time; links are not followed."""
    found = {}
    for place, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(place, name)
            status = os.lstat(path)
            found[os.path.relpath(path, folder)] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def refused(options: Options) -> list[Diagnostic]:
    """What both commands say; they must say the same, in time, and write nothing at all."""
    around = options.content.parent
    before = tree(around)
    said: list[tuple[Diagnostic, ...]] = []
    for command in (check, build):
        with limited(SECONDS), pytest.raises(Refusal) as caught:
            command(options)
        said.append(caught.value.diagnostics)
        text = str(caught.value)
        assert len(text.split("\n")) <= 2 * len(said[-1]), "each problem is one line, with one for the hint"
        text.encode("utf-8")
        as_json(said[-1], "en").encode("utf-8")
    # `build` goes on with the other language where a page fails, and so may say the same once more.
    assert set(said[0]) <= set(said[1])
    assert {(p.path, p.line, p.code.name) for p in said[0]} == {(p.path, p.line, p.code.name) for p in said[1]}
    assert tree(around) == before
    return list(said[0])


@pytest.fixture
def options(tmp_path: Path) -> Options:
    """The mini content with templates and assets, in a folder in which nothing else may change."""
    (tmp_path / "project").mkdir()
    (tmp_path / "project/secret.html").write_text("confidential", "utf-8")
    return copy(tmp_path / "project")


# -- files ---------------------------------------------------------------------------------------------------


def link_out(path: Path) -> None:
    """The file or folder stands elsewhere, and a link leads there."""
    away = path.parents[0] / f".{path.name}"
    path.rename(away)
    path.symlink_to(away, target_is_directory=away.is_dir())


def dangle(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("nowhere")


def loop(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)


def circle(path: Path) -> None:
    path.symlink_to("..", target_is_directory=True)


def endless(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def plug(path: Path) -> None:
    path.unlink(missing_ok=True)
    here = os.open(".", os.O_RDONLY)
    try:
        os.chdir(path.parent)  # the name of a socket may have a hundred characters
        with socket.socket(socket.AF_UNIX) as end:
            end.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)


def device(path: Path) -> None:
    path.unlink(missing_ok=True)
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root may make a device")


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 36)


def garbage(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00")


def touch(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"id: x\n")


CONTENT: list[tuple[Callable[[Path], None], str, str]] = [
    (link_out, "site.yaml", "file-link"),
    (link_out, "2022_review", "file-link"),
    (link_out, "source", "file-link"),
    (link_out, "source/2023.zh.md", "file-link"),
    (link_out, "2023_tasks/01-economy.yaml", "file-link"),
    (dangle, "glossary.yaml", "file-link"),
    (dangle, "2023_tasks/09-more.yaml", "file-link"),
    (loop, "places.yaml", "file-link"),
    (circle, "schema", "file-link"),
    (circle, "2022_review/again", "file-link"),
    (endless, "units.yaml", "file-link"),
    (pipe, "site.yaml", "file-link"),
    (pipe, "glossary.yaml", "file-link"),
    (pipe, "source/2023.en.md", "file-link"),
    (pipe, "2023_tasks/09-more.yaml", "file-link"),
    (plug, "permalinks.yaml", "file-link"),
    (device, "units.yaml", "file-link"),
    (device, "source/unused", "file-link"),
    (sparse, "units.yaml", "file-size"),
    (sparse, "source/2023.zh.md", "file-size"),
    (sparse, "2023_tasks/09-more.yaml", "file-size"),
    (garbage, "source/2023.en.md", "text-encoding"),
    (touch, "2023_tasks/aux.yaml", "file-name"),
    (touch, "2023_tasks/nul.more.yaml", "file-name"),
    (touch, "CON", "file-name"),
    (touch, "source/lpt1.txt", "file-name"),
    (touch, "2023_tasks/09.yaml.", "file-name"),
    (touch, "2023_tasks/09.yaml ", "file-name"),
    (touch, "2023_tasks/ 09.yaml", "file-name"),
    (touch, "2023_tasks/09\nsite.yaml:1:1: all is well.yaml", "file-name"),
    (touch, "2023_tasks/\x1b[2J.yaml", "file-name"),
    (touch, "2023_tasks/\u202elmay.10", "file-name"),
    (touch, "2023_tasks/\udcff.yaml", "file-name"),
    (touch, "2023_tasks/x..\\..\\x.yaml", "file-name"),
    (touch, "2023_tasks/01-Economy.yaml", "file-name"),
    (touch, "SITE.yaml", "file-name"),
    (touch, "source/2023.ZH.md", "file-name"),
    (touch, "0..0_review", "file-name"),
]  # fmt: skip
"""What is done to which place below content/, and the one code that it ends in."""

TEMPLATES: list[tuple[Callable[[Path], None], str, str]] = [
    (link_out, "base.html", "file-link"),
    (link_out, "part", "file-link"),
    (dangle, "unused.html", "file-link"),
    (loop, "search.html", "file-link"),
    (circle, "part/again", "file-link"),
    (endless, "frame/head.html", "file-link"),
    (pipe, "metric.html", "file-link"),
    (plug, "unused", "file-link"),
    (device, "about.html", "file-link"),
    (sparse, "about.html", "file-size"),
    (garbage, "part/quote.html", "text-encoding"),
    (touch, "part/aux.html", "file-name"),
    (touch, "Base.html", "file-name"),
    (touch, "part/\udcff.html", "file-name"),
    (touch, "part/a\nb.html", "file-name"),
]

ASSETS: list[tuple[Callable[[Path], None], str, str]] = [
    (link_out, "site.css", "file-link"),
    (dangle, "more.css", "file-link"),
    (loop, "more.css", "file-link"),
    (circle, "more", "file-link"),
    (endless, "mark.svg", "file-link"),
    (pipe, "site.js", "file-link"),
    (plug, "more.js", "file-link"),
    (device, "more.js", "file-link"),
    (sparse, "site.css", "file-size"),
    (touch, "nul.css", "file-name"),
    (touch, "com1.more.js", "file-name"),
    (touch, "Site.css", "file-name"),
    (touch, "more.php", "file-name"),
    (touch, "more.html", "file-name"),
    (touch, "a b.css", "file-name"),
    (touch, "more.css ", "file-name"),
    (touch, "more.css\n", "file-name"),
    (touch, "\udcff.css", "file-name"),
    (touch, "more..\\x.css", "file-name"),
]


def _cases() -> Iterator[object]:
    for folder, cases in (("content", CONTENT), ("templates", TEMPLATES), ("assets", ASSETS)):
        for act, path, code in cases:
            name = path.encode("ascii", "backslashreplace").decode()
            yield pytest.param(act, f"{folder}/{path}", code, id=f"{act.__name__}-{folder}-{name!r}")


@pytest.mark.parametrize(("act", "path", "code"), list(_cases()))
def test_what_is_no_plain_file_is_refused(options: Options, act: Callable[[Path], None], path: str, code: str) -> None:
    """Once, with one code, and at the place: what follows from it is not reported."""
    act(options.content.parent / path)
    (problem,) = refused(options)
    assert (problem.code.name, problem.path.endswith(path)) == (code, True), problem


@pytest.mark.parametrize("act", [pipe, endless, sparse, device, loop])
@pytest.mark.parametrize("place", ["content/schema/unused", "templates/unused.html", "assets/unused.css"])
def test_the_cache_reads_no_such_file_either(
    options: Options, act: Callable[[Path], None], place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The cache's key is made before anything is checked: it must not hang, nor read a huge file."""
    root = options.content.parent
    (root / place).parent.mkdir(exist_ok=True)
    folders = [str(root / name) for name in ("content", "templates", "assets")]
    assert cache.key(folders, [])
    act(root / place)
    with limited(SECONDS):
        assert cache.key(folders, []) == ""
        if place.startswith("content") and act is not sparse:
            assert main(["--content", str(options.content), "--output", str(options.output)]) == 1
            assert "error[file-link]" in capsys.readouterr().err


def test_a_folder_that_cannot_be_read(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    scan_folder = os.scandir

    def refuse(path: str | Path) -> object:
        if str(path).rstrip("/").endswith("2022_review"):
            raise PermissionError(13, "Permission denied")
        return scan_folder(path)

    monkeypatch.setattr("workreport.content.files.os.scandir", refuse)
    with pytest.raises(Refusal) as caught:
        check(options)
    (problem,) = caught.value.diagnostics
    assert (problem.code.name, problem.message) == ("file-unreadable", "this folder cannot be read: Permission denied")


@pytest.mark.parametrize("name", ["assets/site.css", "templates/base.html"])
def test_a_file_that_cannot_be_read(options: Options, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    opened, read = builtins.open, Path.read_bytes

    def refuse(path: str | Path) -> None:
        if str(path).endswith(name):
            raise PermissionError(13, "Permission denied")

    def open_file(path: str, *arguments: object, **named: object) -> object:
        refuse(path)
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    def read_bytes(path: Path) -> bytes:
        refuse(path)
        return read(path)

    monkeypatch.setattr("builtins.open", open_file)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    with pytest.raises(Refusal) as caught:
        check(options)
    (problem,) = caught.value.diagnostics
    assert (problem.code.name, problem.message) == ("file-unreadable", "this file cannot be read: Permission denied")


def test_editors_leave_hidden_links(options: Options) -> None:
    """Emacs marks a file that is open with a dangling link; a hidden file is no input."""
    (options.content / ".#site.yaml").symlink_to("somebody@host.1")
    (options.templates / ".#base.html").symlink_to("somebody@host.1")
    (options.assets / ".#site.css").symlink_to("somebody@host.1")
    check(replace(options, charts=False))


def test_editors_leave_copies(options: Options) -> None:
    """What was there before the last save, and what is not saved yet, are no input and no reason to refuse."""
    for folder, name in (
        (options.content / "2023_tasks", "0001-part.yaml"), (options.content, "site.yaml"),
        (options.templates, "base.html"), (options.assets, "site.css"),
    ):  # fmt: skip
        (folder / f"{name}~").write_text("half a line", "utf-8")
        (folder / f"#{name}#").write_text("half a line", "utf-8")
    (options.content / "places.yaml~").symlink_to("/dev/zero")
    check(replace(options, charts=False))
    (options.templates / "outside~").symlink_to("/etc/passwd")
    template = options.templates / "base.html"
    template.write_text(template.read_text("utf-8") + '{% include "outside~" %}', "utf-8")
    with pytest.raises(Refusal) as caught:
        check(replace(options, charts=False))
    assert {problem.code.name for problem in caught.value.diagnostics} == {"file-missing"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("nul", True), ("AUX.yaml", True), ("com1", True), ("lpt9.tar.gz", True), ("con .txt", True), ("com10", False),
     ("nullarbor", False), ("console.js", False), ("", False)],
)  # fmt: skip
def test_names_of_devices(name: str, expected: bool) -> None:
    assert is_device(name) is expected


# -- templates -----------------------------------------------------------------------------------------------

CODE = {
    "import": ("{% import 'os' as os %}{{ os.system('touch ran') }}", "file-missing"),
    "above": ("{% include '../secret.html' %}", "file-missing"),
    "far-above": ("{% include '../../../../../../../../etc/passwd' %}", "file-missing"),
    "absolute": ("{% include '/etc/passwd' %}", "file-missing"),
    "hidden": ("{% include '.hidden.html' %}", "file-missing"),
    "hidden-folder": ("{% include '.git/config' %}", "file-missing"),
    "itself": ("{% include 'notfound.html' %}", "template-undefined"),
    "nothing": ("{{ 1 // 0 }}", "template-undefined"),
    "kinds": ("{{ page_title + 1 }}", "template-undefined"),
    "key": ("{{ '%(a)s' % {} }}", "template-undefined"),
    "loops": ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "template-limit"),
    "memory": ("{{ 'a'|center(9999999999) }}", "template-limit"),
    "statement": ("{% exec 'import os' %}", "template-syntax"),
    "script": ('<p><script src="https://evil.example/x.js"></script></p>', "page-remote"),
    "image": ('<p><img src="//evil.example/x.png" alt=""></p>', "page-remote"),
    "inline": ("<script>hacked()</script>", "page-remote"),
    "handler": ('<p class="x" onClick = "hacked()">x</p>', "page-remote"),
    "style": ('<p style="background: url(//evil.example/x)">x</p>', "page-remote"),
    "refresh": ('<meta content="0;url=https://evil.example" http-equiv=refresh>', "page-remote"),
    "preconnect": ('<link href="https://evil.example" rel="preconnect">', "page-remote"),
    "form": ('<form method="post" action="https://evil.example">x</form>', "page-remote"),
    "base": ('<base href="/">', "page-remote"),
    "frame": ('<iframe srcdoc="x"></iframe>', "page-remote"),
    "data": ('<p><img src="data:image/svg+xml,x" alt=""></p>', "page-remote"),
    "scheme": ('<a href="javascript:hacked()">x</a>', "link-outside"),
}


@pytest.mark.parametrize("name", CODE)
def test_what_a_template_may_not_do_is_refused(options: Options, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, code = CODE[name]
    monkeypatch.chdir(options.content.parent)
    (options.templates / "notfound.html").write_text(f"<!doctype html>\n{text}\n", "utf-8")
    (options.templates / ".hidden.html").symlink_to(options.content.parent / "secret.html")
    problems = refused(replace(options, charts=False))
    assert {problem.code.name for problem in problems} == {code}
    assert not (options.content.parent / "ran").exists()
    assert "confidential" not in str(problems)
    if code == "template-undefined":
        assert {(Path(p.path).name, p.line) for p in problems} == {("notfound.html", 2)}


def test_a_fault_of_the_program_is_no_fault_of_a_template(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever our own code raises while a template calls it still shows its traceback."""
    monkeypatch.setattr("workreport.pages.views.Views.say", lambda *_: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        check(replace(options, charts=False))


# -- texts ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("site.yaml", "为测试而虚构", "为测试\u202e而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\u2067而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\x00而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\x1b[2J而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\x9b而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\u2028而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\ufeff而虚构", "yaml-encoding"),
        ("site.yaml", "为测试而虚构", "为测试\uffff而虚构", "yaml-encoding"),
        ("site.yaml", "<invented>", "\\u202e", "yaml-encoding"),
        ("site.yaml", "<invented>", "\\0", "yaml-encoding"),
        ("site.yaml", "<invented>", "\\ud800", "yaml-syntax"),
        ("site.yaml", "<invented>", "\\L", "yaml-encoding"),
        ("site.yaml", "allow_pending: true", "allow_pending: !!python/object/apply:os.system [touch ran]", "yaml-tag"),
        ("source/2023.zh.md", "坚持稳中求进", "坚持\u202e稳中求进", "text-encoding"),
        ("source/2023.zh.md", "坚持稳中求进", "坚持\x00稳中求进", "text-encoding"),
        ("source/2023.zh.md", "坚持稳中求进", "坚持\u2029稳中求进", "text-encoding"),
        ("source/2023.en.md", "Stay with progress", "Stay\x08\x08\x08\x08 with progress", "text-encoding"),
        ("source/2023.zh.md", "坚持稳中求进", "坚持<script>hacked()</script>稳中求进", "source-markup"),
        ("source/2023.zh.md", "坚持稳中求进", "坚持<!-- -->稳中求进", "source-markup"),
        ("source/2023.en.md", "Stay with progress", "Stay <img src=x onerror=hacked()> with progress", "source-markup"),
        ("source/2023.en.md", "Stay with progress", "Stay <sub onclick=hacked()>with</sub> progress", "source-markup"),
        ("2022_review/01-overview.yaml", "id: overview", 'id: "x\\"onload=hacked()"', "id-form"),
        ("2022_review/01-overview.yaml", "id: overview", "id: ../../overview", "id-form"),
        ("2022_review/01-overview.yaml", "id: overview", 'id: "overview\\n"', "id-form"),
        ("2022_review/01-overview.yaml", "id: overview", "id: nul", "id-reserved"),
        ("2022_review/01-overview.yaml", "id: money", "id: com1", "id-reserved"),
        ("glossary.yaml", "id: vacant-building", "id: '\"><script>'", "id-form"),
        ("permalinks.yaml", "moved_to: 2022/metrics/pm25", "moved_to: https://evil.example/", "id-form"),
        ("permalinks.yaml", "id: 2022/metrics/air", "id: 2022/metrics/../../../air", "id-form"),
        ("places.yaml", "zh: 样例产业园", 'zh: " "', "value"),
    ],
)
def test_what_no_text_may_hold_is_refused(
    options: Options, name: str, old: str, new: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(options.content.parent)
    path = options.content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))
    # An id that was published and is another now is told of besides.
    renamed = ("permalink-vanished", "permalink-unrecorded")
    problems = [problem for problem in refused(options) if problem.code.name not in renamed]
    assert {(Path(problem.path).name, problem.code.name) for problem in problems} == {(path.name, code)}


def test_markdown_links_that_lead_nowhere_are_refused(options: Options) -> None:
    path = options.content / "2023_tasks/03-government.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("This section is not encoded yet.", json.dumps(f"Not encoded yet. {' '.join(REFUSED)}")), "utf-8"
    )
    problems = [p for p in refused(replace(options, charts=False)) if p.path.endswith("2023_tasks/03-government.yaml")]
    assert {problem.code.name for problem in problems} == {"link-broken", "link-outside"}
    assert len(problems) == len(REFUSED)


@pytest.mark.parametrize(
    "link",
    ["javascript:x", "JAVASCRIPT:x", "&#106;avascript:x", "&#x6A;avascript:x", "javascript&#58;x", "vbscript:x", "data:,x",
     "file:///x", "blob:x", "ftp://x", "//x", "///x", "<javascript:x>", "<//x>", "https:x", "http:/x", "view-source:x",
     "\\/\\/x", "java\\script:x:y"],
)  # fmt: skip
def test_markdown_links_elsewhere_stay_text(link: str) -> None:
    for text in (f"[a]({link})", f'[a]({link} "b")', f"[a][b]\n\n[b]: {link}", f"![a]({link})"):
        html = to_html(text)
        assert faults(html, plain=True) == []
    assert "href" not in to_html(f"<{link.strip('<>')}>")


def test_much_markup_takes_little_time() -> None:
    with limited(30):
        assert to_html("*a* " * 20_000).count("<em>") == 20_000


def test_hostile_texts_are_published_as_texts(tmp_path: Path) -> None:
    """The data holds what was typed; drawings are well-formed; templates do not run it; nothing else is written."""
    (tmp_path / "project").mkdir()
    options = poison(tmp_path / "project")
    before = tree(tmp_path)
    build(options)
    after = {name: kept for name, kept in tree(tmp_path).items() if not (name + "/").startswith("project/site/")}
    del before["project"], after["project"]  # whose time is that of the site in it
    assert after == before
    site = options.output
    for path in site.rglob("*.svg"):
        ElementTree.parse(path)
    rows = json.loads((site / "data/metrics.json").read_text("utf-8"))
    assert all(row["title_en"].startswith(TEXT) and row["title_zh"].startswith(TEXT) for row in rows)
    with (site / "data/metrics.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = list(csv.DictReader(file))
    assert [row["title_en"] for row in cells] == [f"'{row['title_en']}" for row in rows]
    assert [row["change"] for row in cells if row["change"].startswith("-")] == ["-7.7"]
    script = next((site / "assets").glob("search-en.*.js")).read_text("utf-8")
    found = json.loads(script.partition("window.workReportSearch = ")[2].rstrip().rstrip(";"))
    entries = [*found["items"], *(entry for _, lines in found["reports"] for entry in lines)]
    assert sum(TEXT in entry[2] for entry in entries if isinstance(entry[0], int)) > 20
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert all("{{ self.hacked() }}" in page for page in pages)
    assert [wrong for page in pages for wrong in faults(page)] == []


def test_the_strings_hold_no_digit() -> None:
    """The gate counts digits, and would refuse for those what should be let in for the rest."""
    assert not any(character.isdigit() for character in TEXT + MARKDOWN)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠x"])
def test_no_text_is_a_formula_in_a_spreadsheet(text: str) -> None:
    raw = to_csv([{"title": text, "value": -1.5, "count": -2, "list": [text]}], ("title", "value", "count", "list"))
    (row,) = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))[1:]
    assert row == [f"'{text}", "-1.5", "-2", f"'{text}"]
