"""`python3 build.py serve` as its user meets it: an address, pages that follow the files, errors as pages, a clean end."""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from tests.project import copy_project, line_of

PATIENCE = 60
"""Seconds after which something that should have happened counts as not happening."""
PART = "content/2023_tasks/0001-part.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Server:
    """A running `serve`: what it printed, and what it answers."""

    def __init__(self, project: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "build.py", "serve", *arguments],
            cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        self.out: list[str] = []
        self.err: list[str] = []
        self._readers = [
            threading.Thread(target=lines.extend, args=(stream,))
            for lines, stream in ((self.out, self.process.stdout), (self.err, self.process.stderr))
        ]
        for reader in self._readers:
            reader.start()

    def __enter__(self) -> Self:
        try:
            self.until(lambda: any(line.startswith("http://") for line in self.out))
        except BaseException:
            self.end(signal.SIGKILL)
            raise
        (self.line,) = (line for line in self.out if line.startswith("http://"))
        self.address = urlsplit(self.line.split()[0])
        return self

    def __exit__(self, *error: object) -> None:
        self.end(signal.SIGTERM)

    def end(self, number: int) -> int:
        """Signal the process and wait for it: its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        for reader in self._readers:
            reader.join(PATIENCE)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream
            stream.close()
        return code

    def until(self, true: Callable[[], object]) -> None:
        deadline = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < deadline, "".join(self.out + self.err)
            assert self.process.poll() is None, "".join(self.out + self.err)
            time.sleep(0.02)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(str(self.address.hostname), self.address.port or 80, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def until_page(self, path: str, text: str, status: int = 200) -> Answer:
        """The page at a path, once it has this status and text."""
        found: list[Answer] = []

        def there() -> bool:
            found[:] = [self.get(path)]
            return found[0].status == status and text in found[0].text

        self.until(there)
        return found[0]


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    """A server for the tests that change nothing, and its project."""
    project = copy_project(tmp_path_factory.mktemp("still") / "project")
    with Server(project) as server:
        yield server, project


def test_says_what_was_built_and_where_it_is(still: tuple[Server, Path]) -> None:
    server, _ = still
    assert re.fullmatch(r"http://127\.0\.0\.1:8\d\d\d/ \(Ctrl-C ends it\)\n", server.line)
    assert server.out[0].startswith("site: ")
    assert server.out[1].startswith("SHA256SUMS ")
    assert (len(server.out), server.err) == (3, [])


def test_pages_reload_and_the_files_do_not_know(still: tuple[Server, Path]) -> None:
    server, project = still
    page = server.get("/en/index.html")
    assert page.status == 200
    assert page.text.count('<script src="/livereload.js?') == 1
    assert f"connect-src &#39;self&#39; ws://{server.address.netloc};" in page.text
    assert page.text.index("livereload") < page.text.index("</head>")
    on_disk = (project / "site/en/index.html").read_text("utf-8")
    assert "livereload" not in on_disk
    assert re.sub(r"<script src=./livereload.*\n| ws://[^;]*", "", page.text) == on_disk
    script = server.get("/livereload.js")
    assert "LiveReload" in script.text
    assert script.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/2023/", "text/html; charset=utf-8"),
        ("/about.html?a=b", "text/html; charset=utf-8"),
        ("/data/metrics.csv", "text/csv; charset=utf-8"),
        ("/data/metrics.json", "application/json"),
        ("/SHA256SUMS", "text/plain; charset=utf-8"),
        ("*.css", "text/css; charset=utf-8"),
        ("*.js", "text/javascript; charset=utf-8"),
        ("*.svg", "image/svg+xml"),
        ("*.png", "image/png"),
    ],
)
def test_types(still: tuple[Server, Path], path: str, kind: str) -> None:
    server, project = still
    if path.startswith("*"):
        path = "/" + min((project / "site").rglob(path)).relative_to(project / "site").as_posix()
    answer = server.get(path)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    if not kind.startswith("text/html"):
        assert answer.body == (project / "site" / path[1:]).read_bytes()
    asked = server.get(path, "HEAD")
    assert (asked.status, asked.body, asked.headers["content-length"]) == (200, b"", str(len(answer.body)))


def test_a_folder_without_its_slash_is_redirected(still: tuple[Server, Path]) -> None:
    server, _ = still
    answer = server.get("/en/2023")
    assert (answer.status, answer.headers["location"]) == (302, "/en/2023/")


def test_a_missing_page(still: tuple[Server, Path]) -> None:
    server, project = still
    answer = server.get("/no/such/page.html")
    assert answer.status == 404
    assert (project / "site/404.html").read_text("utf-8").count("<h1>") == answer.text.count("<h1>") == 1
    links = re.findall(r'(?:href|src)="([^"#]+)"', answer.text)
    assert links
    assert all(link.startswith("/") for link in links)
    for link in links:
        if "livereload" not in link:
            assert server.get(link).status == 200, link


@pytest.mark.parametrize(
    "path",
    ["/../build.py", "/%2e%2e/build.py", "/..%2fbuild.py", "/assets/../../build.py", "/assets/%2e%2e/%2e%2e/build.py",
     "/..%5cbuild.py", "//etc/passwd", "/%2fetc/passwd", "/.%00/", "/%00", "/./index.html", "/%ff",
     "/../.site.lock", "/" + "a/" * 500, "/" + "a" * 300, "/" + "a" * 300 + "/"],
)  # fmt: skip
def test_nothing_outside_the_folder_is_served(still: tuple[Server, Path], path: str) -> None:
    server, _ = still
    answer = server.get(path)
    assert answer.status in (400, 404)
    assert b"REQUIRED" not in answer.body
    assert b"root:" not in answer.body
    assert "location" not in answer.headers


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", '"><script>', "::1"]
)
def test_another_host_name_is_refused(still: tuple[Server, Path], host: str) -> None:
    server, _ = still
    for path in ("/", "/data/metrics.json", "/livereload.js", "/livereload"):
        answer = server.get(path, Host=host)
        assert answer.status in (400, 403), path
        assert len(answer.body) < 200


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:8000"])
def test_every_name_of_this_machine_will_do(still: tuple[Server, Path], host: str) -> None:
    server, _ = still
    assert server.get("/", Host=host).status == 200


def test_only_our_pages_may_listen(still: tuple[Server, Path]) -> None:
    server, _ = still

    async def connect(**headers: str) -> int:
        request = HTTPRequest(f"ws://{server.address.netloc}/livereload", headers=headers)
        try:
            connection = await websocket_connect(request)
        except HTTPClientError as error:
            return error.code
        connection.close()
        assert await connection.read_message() is None
        return 101

    async def codes() -> list[int]:
        own = f"http://{server.address.netloc}"
        return [
            await connect(Origin=own),
            await connect(Origin="http://evil.example"),
            await connect(Origin="http://evil.example", Host="evil.example"),
            await connect(Origin="http://["),
            await connect(Origin="http://[", Host="evil.example"),
        ]

    assert asyncio.run(codes()) == [101, 403, 403, 403, 403]
    assert server.err == []


@pytest.mark.parametrize("said", ["x", "[]", "null", "1", "[" * 200_000, b"\xff"], ids=range(6))
def test_who_does_not_speak_the_protocol_is_shut_out(still: tuple[Server, Path], said: str | bytes) -> None:
    server, _ = still

    async def talk() -> object:
        connection = await websocket_connect(f"ws://{server.address.netloc}/livereload")
        await connection.write_message(said, binary=isinstance(said, bytes))
        stream = connection.protocol.stream if connection.protocol else None
        answer = await asyncio.wait_for(connection.read_message(), PATIENCE)
        connection.close()
        if stream:
            stream.close()
        return answer

    assert asyncio.run(talk()) is None
    assert server.err == []


class Browser:
    """What livereload.js does: says which page it is on, and hears when to reload."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket

    @classmethod
    async def open(cls, server: Server, page: str) -> Browser:
        found = re.search(r"snipver=(\w+)", page)
        assert found
        socket = await websocket_connect(f"ws://{server.address.netloc}/livereload")
        await socket.write_message(json.dumps({"command": "hello", "protocols": [], "snipver": found[1]}))
        assert json.loads(await socket.read_message() or "")["command"] == "hello"
        await socket.write_message(json.dumps({"command": "info", "url": "http://x/"}))
        return cls(socket)

    async def reloads(self) -> bool:
        message = await asyncio.wait_for(self._socket.read_message(), PATIENCE)
        return bool(json.loads(message)["command"] == "reload")

    async def close(self) -> None:
        self._socket.close()
        while await self._socket.read_message() is not None:
            pass


def test_the_page_follows_the_files_through_errors_and_back(project: Path) -> None:
    """No site at the start; a change of each kind; broken content, template and code, each mended."""
    assert not (project / "site").exists()
    part, template, code = (
        project / PART,
        project / "templates/frame/footer.html",
        project / "workreport/pages/registry.py",
    )

    async def follow(server: Server) -> None:
        browser = await Browser.open(server, server.get("/").text)
        change(part, "Sample blocks", "Sample streets")
        assert await browser.reloads()
        assert "Sample streets" in server.get("/en/2023/part-1.html").text
        assert any(line.startswith(f"{PART} changed; site: ") for line in server.out)

        change(part, "value: 101", "value: 110")
        assert await browser.reloads()
        page = server.get("/en/2023/part-1.html")
        assert page.status == 500
        assert f"{PART}:{line_of(part, 'value: 110')}:16" in page.text
        assert "error[figure-value]: the value is 110个, but the quote reads “101个以上”" in page.text
        assert "hint: compare the value with the quote" in page.text
        assert [server.get(path).status for path in ("/", "/nowhere", "/en/", "/a.html")] == [500] * 4
        style = min((project / "site/assets").glob("*.css")).name
        assert server.get(f"/assets/{style}").status == 200, "the last good site is still there"
        server.until(lambda: "1 problem; nothing was published" in "".join(server.err))
        assert f"{PART} changed; not built:\n" in server.err
        # A page that was open before hears so as soon as it connects.
        late = await Browser.open(server, "snipver=vold")
        assert await late.reloads()
        await late.close()

        change(part, "value: 110", "value: 101")
        assert await browser.reloads()
        assert "Sample streets" in server.get("/en/2023/part-1.html").text

        change(template, "<footer", "{% if <b> %}<footer")
        assert await browser.reloads()
        page = server.get("/")
        assert page.status == 500
        assert re.search(r"templates/frame/footer.html:\d+:1<", page.text)
        assert "<b>" not in page.text
        change(template, "{% if <b> %}<footer", "<footer")
        assert await browser.reloads()
        assert server.get("/").status == 200

        code.write_text(code.read_text("utf-8") + 'raise ValueError("<b>not good</b>")\n', "utf-8")
        assert await browser.reloads()
        page = server.get("/")
        assert page.status == 500
        assert "Traceback (most recent call last)" in page.text
        assert "ValueError: &lt;b&gt;not good&lt;/b&gt;" in page.text
        change(code, 'raise ValueError("<b>not good</b>")\n', "")
        assert await browser.reloads()
        assert server.get("/").status == 200

        change(project / "workreport/i18n/en.yaml", "Skip to content", "To the content")
        assert await browser.reloads()
        assert "To the content" in server.get("/en/").text
        await browser.close()

    with Server(project, "--no-charts") as server:
        asyncio.run(follow(server))


def test_files_that_come_and_go_and_several_at_once(project: Path) -> None:
    with Server(project, "--no-charts") as server:
        new = project / "templates/part/new.html"
        new.write_text("from a new file", "utf-8")
        server.until(lambda: any(line.startswith("templates/part/new.html added; ") for line in server.out))
        footer = project / "templates/frame/footer.html"
        text = footer.read_text("utf-8")
        footer.write_text(text + '{% include "part/new.html" %}', "utf-8")
        server.until_page("/", "from a new file")
        new.unlink()
        server.until_page("/", "templates/part/new.html", 500)
        server.until(lambda: "templates/part/new.html removed; not built:\n" in server.err)
        footer.write_text(text, "utf-8")
        server.until_page("/", "<h1")

        built = len(server.out)
        draft = project / "draft"
        draft.mkdir()
        for name in ("one.html", "two.html", "three.html"):
            (draft / name).write_text("", "utf-8")
        draft.rename(project / "templates/more")  # in one step, however busy the machine is
        server.until(lambda: len(server.out) > built)
        assert server.out[built].startswith("3 files changed; site: ")


def test_a_change_of_what_serves_says_that_it_does_not_count_yet(project: Path) -> None:
    notices = {"preview/server": " (stop serve and start it again to use it)", "figures/chinese": ""}
    with Server(project, "--no-charts") as server:

        def said(name: str) -> str:
            return next((line for line in server.out if line.startswith(f"workreport/{name}.py ")), "")

        for name, notice in notices.items():
            file = project / f"workreport/{name}.py"
            file.write_text(file.read_text("utf-8") + "# more\n", "utf-8")
            server.until(partial(said, name))
            assert said(name).startswith(f"workreport/{name}.py changed{notice}; site: ")


def test_a_folder_that_goes_and_comes_back(project: Path) -> None:
    """As when a branch is checked out that has no content, and then the one before."""
    with Server(project, "--no-charts") as server:
        (project / "content").rename(project / "away")
        server.until_page("/", "error[file-missing]: this folder is missing", 500)
        change(project / "away/2023_tasks/0001-part.yaml", "Sample blocks", "Sample streets")
        (project / "away").rename(project / "content")
        server.until_page("/en/2023/part-1.html", "Sample streets")
        change(project / PART, "Sample streets", "Sample lanes")
        server.until_page("/en/2023/part-1.html", "Sample lanes")


def test_a_first_build_that_fails(project: Path) -> None:
    part = project / PART
    change(part, "value: 101", "value: 110")
    with Server(project, "--no-charts") as server:
        assert server.out == [server.line]
        page = server.get("/")
        assert page.status == 500
        assert f"{PART}:{line_of(part, 'value: 110')}:16" in page.text
        assert not (project / "site").exists()
        assert server.get("/assets/site.css").status == 404
        change(part, "value: 110", "value: 101")
        server.until_page("/", "<h1")
        assert (project / "site/SHA256SUMS").is_file()


def test_no_request_fails_while_the_site_is_exchanged(project: Path) -> None:
    footer = project / "templates/frame/footer.html"
    style = project / "assets/site.css"
    wrong: list[str] = []
    ended = threading.Event()

    def reader(server: Server) -> None:
        while not ended.is_set():
            page = server.get("/en/2023/part-1.html")
            if page.status != 200:
                wrong.append(f"{page.status}: {page.text}")
            # As a browser does: the page first, then what it refers to.
            for path in re.findall(r'"\.\./\.\./(assets/[^"]+)"', page.text):
                if (status := server.get(f"/{path}").status) != 200:
                    wrong.append(f"{status}: {path}")

    with Server(project, "--no-charts") as server:
        thread = threading.Thread(target=reader, args=(server,))
        thread.start()
        try:
            for number in range(4):
                with style.open("a") as file:
                    file.write(f".x{number} {{ color: red }}\n")
                change(footer, "<footer", f"<!-- build {number} --><footer")
                before = server.get("/").text
                server.until_page("/", f"<!-- build {number} -->")
                # A page may have been opened just before: what it refers to is still there.
                for path in re.findall(r'"(assets/[^"]+)"', before):
                    assert server.get(f"/{path}").status == 200, path
        finally:
            ended.set()
            thread.join(PATIENCE)
    assert wrong == []


def left(project: Path) -> list[str]:
    """The command lines of the processes that work in the project."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == project:
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
    return found


def slow(project: Path) -> None:
    """Have builds take longer than any test waits, with the new site half made, and a while to end, as on a busy machine."""
    change(
        project / "workreport/build.py",
        "        pages = _render(",
        "        import time\n        try:\n            time.sleep(300)\n        finally:\n            time.sleep(1.5)\n"
        "        pages = _render(",
    )


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are looked for in /proc")
@pytest.mark.parametrize(("number", "building"), [(signal.SIGINT, True), (signal.SIGTERM, False)])
def test_a_clean_end(project: Path, number: int, building: bool) -> None:
    with Server(project, "--no-charts") as server:
        server.until(lambda: left(project))
        if building:
            slow(project)
            server.until(lambda: list(project.glob(".site.stage-*")))
        assert server.end(number) == 0
        assert server.err == []
        assert left(project) == []
        assert not list(project.glob(".site*"))
    assert (project / "site/index.html").is_file()


def test_an_end_during_the_first_build(project: Path) -> None:
    slow(project)
    server = Server(project)
    try:
        server.until(lambda: list(project.glob(".site.stage-*")))
    finally:
        code = server.end(signal.SIGINT)
    assert (code, server.out, server.err) == (0, [], [])
    assert not (project / "site").exists()
    assert not list(project.glob(".site*"))


def test_a_taken_port(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "build.py", "serve", "--port", str(port)],
            cwd=project, capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"port {port} of 127.0.0.1 is taken; name another with --port, or none, to take the next free one\n"
    )
    assert not (project / "site").exists()


def test_the_next_free_port(project: Path, still: tuple[Server, Path]) -> None:
    first, _ = still
    with Server(project, "--no-charts", "--port", "0") as server:
        assert server.address.port != first.address.port
        assert 8000 <= (server.address.port or 0) < 8100
        assert server.get("/").status == 200


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["--port", "70000"], 2, "--port 70000: a port is a number from 1 to 65535"),
        (["--host", "192.0.2.1"], 1, "--host 192.0.2.1: not an address of this machine"),
        (["--host", "a..b"], 1, "--host a..b: not an address of this machine (no host can have this name)"),
    ],
)
def test_an_address_that_cannot_be_had(project: Path, arguments: list[str], code: int, line: str) -> None:
    done = subprocess.run(
        [sys.executable, "build.py", "serve", *arguments],
        cwd=project, capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(line)
    assert done.stderr.count("\n") == 1


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="this machine has no ::1")
@pytest.mark.parametrize("host", ["::1", "[::1]"])
def test_ipv6(project: Path, host: str) -> None:
    with Server(project, "--no-charts", "--host", host) as server:
        assert server.line.startswith("http://[::1]:8")
        page = server.get("/", Host=server.address.netloc)
        assert page.status == 200
        assert f"host=[::1]&amp;port={server.address.port}&amp;" in page.text
        assert "connect-src &#39;self&#39; ws:;" in page.text
        assert server.err == []


def test_options_reach_the_build(project: Path) -> None:
    with Server(
        project, "--no-charts", "--no-cards", "--base-url", "https://example.org/record", "--output", "preview"
    ) as server:
        assert server.out[0].startswith("preview: ")
        assert "without charts" in server.out[0]
        assert not (project / "site").exists()
        about = server.get("/about.html").text
        assert 'rel="canonical" href="https://example.org/record/about.html"' in about
        # Its second policy is for the public path, which this server has not.
        assert "*:*/record/assets/ file:" in (project / "preview/about.html").read_text("utf-8")
        assert about.count("Content-Security-Policy") == 1
        # The 404 page names the public address; here it must lead to this server.
        missing = server.get("/a/b.html")
        assert missing.status == 404
        assert "https://example.org/record/assets/" not in missing.text


def test_a_missing_page_of_a_site_whose_content_names_its_address(project: Path) -> None:
    with (project / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("\nhost: {base_url: 'https://example.org/record'}\n")
    with Server(project, "--no-charts") as server:
        assert "https://example.org/record/assets/" in (project / "site/404.html").read_text("utf-8")
        missing = server.get("/a/b.html")
        assert missing.status == 404
        assert "https://example.org/record/assets/" not in missing.text
        assert '<link rel="stylesheet" href="/assets/' in missing.text
