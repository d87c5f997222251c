"""`python build.py serve`: build, serve, watch; on every change build again and reload the browser.

    watch (this process)  ──"build"──►  builder (a process a build, started ahead)
      │ reload, or the error page            │ publishes as `python build.py` does
      ▼                                      ▼
    browser  ◄────────── the output folder, as it is on disk

Every build runs in a process of its own, so that changed code counts at once. Two such processes wait ahead: one that
has imported the libraries, for when the code changes, and one that has imported the code too, for all other changes.
What the browser needs to reload is added to what is served and never to the files on disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import html
import importlib
import ipaddress
import json
import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

# Nothing of this program is imported here when it runs: a builder runs this file and must find the newest code.
if TYPE_CHECKING:
    from workreport.pipeline import Options

_ROOT = Path(__file__).resolve().parent.parent
_PORTS = range(8000, 8100)

_POLL = 0.1
"""Seconds between two looks at the watched files; a look takes some milliseconds."""
_SETTLE = 0.05
"""Seconds without a further change after which a change counts as complete: editors save several files at once."""
_PATIENCE = 20
"""Looks after which a build starts though files still change."""
_GRACE = 0.6
"""Seconds that a builder has to end cleanly."""
_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)

_MODULES = "\x1e"
"""Stands between what a builder printed and the names of the modules that it had imported."""

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::(\d{1,5}))?", re.ASCII)
_MANIFEST = "SHA256SUMS"
_PATH = re.compile(rf"|{_MANIFEST}|(?:[a-z0-9-][a-z0-9._-]*/)*(?:[a-z0-9-][a-z0-9._-]*)?")
"""A path that the site may have: publish.py writes no other. None of them leads out of the folder."""
_CONNECT = re.compile(rb"connect-src (?:'|&#39;)self(?:'|&#39;)")
_RELATIVE = re.compile(rb'\b(href|src)="(?!/|#|[a-z][a-z0-9+.-]*:)')
_ABSOLUTE = re.compile(rb'\b(?:href|src)="(https?://[^"]*?/)assets/')
"""In a 404 page: the address that the site will have, which `host.base_url` or --base-url says."""
_PROBLEM = re.compile(r"(?P<place>\S.*?): error\[(?P<code>[a-z0-9-]+)\]: (?P<message>.*)")
_HINT = "  hint: "

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "": "text/plain; charset=utf-8",
}

Stamps = Mapping[str, tuple[int, ...]]
"""Path to what tells one state of a file from another."""


def run(options: Options, host: str, port: int) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns 0 then; 1 where the address cannot be had; 2 for a port that is none.

    `port` 0 takes the first free one from 8000 on.
    """
    if not 0 <= port <= 65535:
        print(f"--port {port}: a port is a number from 1 to 65535", file=sys.stderr)
        return 2
    host = host.strip("[]")  # IPv6 as it stands in an address
    try:
        sockets = _bind(host, port)
    except OSError as error:
        print(_unbound(error, host, port), file=sys.stderr)
        return 1
    for name in ("tornado.general", "livereload"):  # a browser that goes away is no news
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        asyncio.run(_serve(options, host, sockets))
    except KeyboardInterrupt:
        pass  # where the system cannot tell the loop of a Ctrl-C, asyncio raises this after the clean-up
    finally:
        for bound in sockets:
            bound.close()
    return 0


async def _serve(options: Options, host: str, sockets: list[Any]) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    own = all(ipaddress.ip_address(bound.getsockname()[0].partition("%")[0]).is_loopback for bound in sockets)
    preview = _Preview(options)
    application = Application(
        [
            ("/livereload", _Reload, {"preview": preview}),
            (r"/livereload\.js", _Script, {"preview": preview}),
            ("/(.*)", _Files, {"preview": preview}),
        ],
        log_function=lambda handler: None,
        hosts=_LOOPBACK | {_bracketed(host)} if own else None,
    )
    HTTPServer(application).add_sockets(sockets)
    if not own:
        print(f"Others on the network can see this site: {host or '“”'} is not this machine alone.", file=sys.stderr)
    shown = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    address = f"http://{_bracketed(shown)}:{sockets[0].getsockname()[1]}/"
    watching = asyncio.create_task(preview.watch(f"{address} (Ctrl-C ends it)"))
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([watching, stopped], return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()  # it ends with a fault of this program only
    finally:
        watching.cancel()
        preview.builders.end()


# Addresses


def _bind(host: str, port: int) -> list[Any]:
    """The sockets of the address, bound: a name may stand for several. Raises OSError where it cannot be had."""
    for candidate in [port] if port else _PORTS:
        try:
            return bind_sockets(candidate, host)
        except OSError as error:
            if not _taken(error) or candidate in (port, _PORTS[-1]):
                raise
    raise AssertionError("the loop returns or raises")


def _taken(error: OSError) -> bool:
    # Windows says "access denied" of a port that another program holds for itself.
    return error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) in (10013, 10048)


def _unbound(error: OSError, host: str, port: int) -> str:
    """Why the address cannot be had, in one line."""
    if _taken(error):
        if port:
            return f"port {port} of {host} is taken; name another with --port, or none, to take the next free one"
        return f"ports {_PORTS[0]} to {_PORTS[-1]} of {host} are taken; name another with --port"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} of {host} may not be used; name one from 1024 on with --port"
    return f"--host {host}: not an address of this machine ({error.strerror or error})"


def _bracketed(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host.lower()


# Watching and building


class _Preview:
    """What is served: the output folder, or the page that says why there is nothing new in it."""

    def __init__(self, options: Options) -> None:
        self.output = options.output
        self.builders = _Builders(_arguments(options))
        self.first = asyncio.Event()
        """Set when the first build has ended: requests wait for it."""
        self.busy = False
        """A build runs, and may be exchanging the folder just now."""
        self.error = ""
        """What the last build printed, where it failed."""
        self.version = ""
        """Changes with whatever a browser would see."""
        self.kept: list[Mapping[str, bytes]] = [{}, {}]
        """The assets of this site and of the one before: a page may ask for its own just after a build."""
        project = options.templates.parent  # named as the user sees it from where he is
        self._code = (project / "workreport", project / "build.py")
        self._watched = (options.content, options.templates, options.assets, *self._code)

    async def watch(self, ready: str) -> None:
        """Build now and after every change, for ever; `ready` is printed after the first build."""
        seen = await asyncio.to_thread(_stamps, self._watched)
        self._take(await self._build(code=True), "")
        print(ready, flush=True)
        self.first.set()
        self.builders.refill()
        while True:
            await asyncio.sleep(_POLL)
            now = await asyncio.to_thread(_stamps, self._watched)
            if now == seen:
                continue
            for _ in range(_PATIENCE):
                await asyncio.sleep(_SETTLE)
                now, before = await asyncio.to_thread(_stamps, self._watched), now
                if now == before:
                    break
            changed = sorted(path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path))
            if not changed:
                continue  # a file that an editor makes and takes away
            what = _what(changed, seen, now)
            if any(Path(path).name == Path(__file__).name and self._is_code(path) for path in changed):
                what += " (stop serve and start it again to use it)"
            seen = now  # a change during the build is found after it
            self._take(await self._build(code=any(self._is_code(path) for path in changed)), what)
            self.builders.refill()

    def _is_code(self, path: str) -> bool:
        return any(Path(path).is_relative_to(place) for place in self._code)

    async def _build(self, *, code: bool) -> _Outcome:
        self.busy = True
        try:
            outcome = await self.builders.build(code=code)
            for _ in range(40):
                if "error[output-locked]" not in outcome.err:
                    break
                await asyncio.sleep(0.25)  # somebody runs python build.py in another window
                outcome = await self.builders.build(code=code)
            return outcome
        finally:
            self.busy = False

    def _take(self, outcome: _Outcome, what: str) -> None:
        """Print what a build did after a change of `what`, and reload the browsers where they would see a change."""
        if outcome.code:
            self.error = outcome.err.strip() or f"the build ended with exit code {outcome.code}"
            print(f"{what}; not built:" if what else "not built:", self.error, sep="\n", file=sys.stderr, flush=True)
        else:
            self.error = ""
            if outcome.err:
                print(outcome.err.rstrip(), file=sys.stderr, flush=True)
            print(f"{what}; {outcome.out}" if what else outcome.out, flush=True)
        digest = sha256(self.error.encode("utf-8", "replace"))
        with contextlib.suppress(OSError):
            digest.update((self.output / _MANIFEST).read_bytes())
        version = "v" + digest.hexdigest()[:16]
        if version != self.version:
            self.version = version
            self.kept = [_assets(self.output), self.kept[0]]
            for waiter in LiveReloadHandler.waiters.copy():
                waiter.reload()


def _assets(output: Path) -> Mapping[str, bytes]:
    """The files in the site's assets folder by their paths in the site."""
    with contextlib.suppress(OSError):  # there is no site yet
        return {f"assets/{file.name}": file.read_bytes() for file in (output / "assets").iterdir() if file.is_file()}
    return {}


def _arguments(options: Options) -> list[str]:
    """The options as `python build.py` takes them."""
    given = [f"--content={options.content}", f"--output={options.output}", f"--jobs={options.jobs}"]
    if options.base_url:
        given.append(f"--base-url={options.base_url}")
    if not options.charts:
        given.append("--no-charts")
    if not options.store:
        given.append("--no-cache")
    return given


def _what(changed: list[str], before: Stamps, now: Stamps) -> str:
    """What has changed: a file with what became of it, or how many files."""
    path = changed[0]
    if len(changed) > 1:
        return f"{len(changed)} files changed"
    return f"{Path(path).as_posix()} {'removed' if path not in now else 'changed' if path in before else 'added'}"


def _stamps(places: Iterable[Path]) -> Stamps:
    """The state of every file in or at `places`, without hidden files and compiled Python."""
    files: list[str] = []
    folders = [os.fspath(place) for place in places]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.name.startswith(".") and entry.name != "__pycache__":
                        (folders if entry.is_dir(follow_symlinks=False) else files).append(entry.path)
        except NotADirectoryError:
            files.append(folder)
        except OSError:
            pass  # a folder that is not there, or not yet: the build says so
    found = {}
    for path in files:
        with contextlib.suppress(OSError):  # it went while we looked
            status = os.stat(path)
            found[path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
    return found


class _Outcome(NamedTuple):
    """How a build ended: the exit code and what it printed."""

    code: int
    out: str
    err: str


class _Builders:
    """Builds, each in a process of its own, of which two are started ahead."""

    def __init__(self, arguments: list[str]) -> None:
        self._arguments = arguments
        self._libraries = ""
        self._loaded: subprocess.Popen[str] | None = None
        """Has imported the code as it was."""
        self._bare: subprocess.Popen[str] | None = None
        """Has imported the libraries only."""
        self._living: set[subprocess.Popen[str]] = set()

    async def build(self, *, code: bool) -> _Outcome:
        """Build; `code` says that the code may have changed."""
        if code and self._loaded:
            self._drop(self._loaded)
            self._loaded = None
        if self._loaded:
            builder, self._loaded = self._loaded, None
        else:
            builder, self._bare = self._bare or self._start(), None
        out, err = await asyncio.to_thread(builder.communicate, "build\n")
        self._living.discard(builder)
        out, _, modules = out.partition(_MODULES)
        self._libraries = modules.strip() or self._libraries
        return _Outcome(builder.returncode, out.strip(), err)

    def refill(self) -> None:
        """Start what the next build may need."""
        if self._loaded is None:
            self._loaded, self._bare = self._bare or self._start(), None
            self._tell(self._loaded, "load")
        if self._bare is None:
            self._bare = self._start()

    def end(self) -> None:
        """End every process, the one that is building too. What it has written so far goes with it."""
        for builder in self._living:
            _signal(builder, signal.SIGTERM)
        for builder in self._living:
            try:
                builder.wait(_GRACE)
            except subprocess.TimeoutExpired:
                _signal(builder, _KILL)
                builder.wait()

    def _start(self) -> subprocess.Popen[str]:
        detached: dict[str, Any] = {}
        # A group of its own: the Ctrl-C of a terminal is for us, and what a builder starts is ended with it.
        if sys.platform == "win32":
            detached["creationflags"] = subprocess.CREATE_NEW_PROCESS_GROUP
        else:
            detached["start_new_session"] = True
        builder = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__).resolve()), *self._arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONIOENCODING": "utf-8:replace"},
            **detached,
        )
        self._living.add(builder)
        if self._libraries:
            self._tell(builder, f"import {self._libraries}")
        return builder

    @staticmethod
    def _tell(builder: subprocess.Popen[str], line: str) -> None:
        assert builder.stdin
        with contextlib.suppress(OSError):  # it has died; the build that it should do says why
            builder.stdin.write(f"{line}\n")
            builder.stdin.flush()

    def _drop(self, builder: subprocess.Popen[str]) -> None:
        """End a process that has not begun to build."""
        _signal(builder, _KILL)
        with contextlib.suppress(OSError), builder:
            self._living.discard(builder)


def _signal(builder: subprocess.Popen[str], number: int) -> None:
    """Signal a builder and whatever it has started."""
    if builder.poll() is not None:
        return
    if sys.platform == "win32":
        builder.terminate()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(builder.pid, number)


def _work() -> None:
    """A builder: does what the lines of its standard input say, and ends with the exit code of the build."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # leave the stage in good order
    sys.path.insert(0, str(_ROOT))
    for line in sys.stdin:
        command, *names = line.split()
        if command == "import":
            for name in names:
                with contextlib.suppress(Exception):  # a module of a module, made in passing
                    importlib.import_module(name)
        elif command == "load":
            importlib.import_module("workreport.pipeline").warm(_ROOT / "templates")
        elif command == "build":
            code = importlib.import_module("build").run(sys.argv[1:])
            ours = ("workreport", "build", "__")
            print(_MODULES, *(name for name in list(sys.modules) if not name.startswith(ours)), flush=True)
            sys.stderr.flush()
            os._exit(code)  # nothing is left to do, and taking a large heap apart takes time


# What the browser gets


class _Handler(RequestHandler):
    """Answers only those who mean this server, and lets nobody keep an answer."""

    preview: _Preview

    def initialize(self, preview: _Preview) -> None:
        self.preview = preview

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> None:
        """None: nothing is kept that could be asked about."""

    def prepare(self) -> None:
        """Refuse a Host that is not ours: a page of another host whose name was made to lead here (DNS rebinding)."""
        match = _HOST.fullmatch(self.request.host)
        hosts = self.settings["hosts"]
        if match is None or (hosts is not None and match[1].lower() not in hosts):
            self.text(403, "This preview answers to its own address only.")
            return
        self.host, self.port = match[1].lower(), match[2] or "80"

    def text(self, status: int, text: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(text + "\n")


class _Files(_Handler):
    """The site's files; pages with the script that reloads them; the error page in the place of every page."""

    async def get(self, path: str) -> None:
        await self.preview.first.wait()
        name = path.rpartition("/")[2]
        if self.preview.error and (name.endswith(".html") or ("." not in name and name != _MANIFEST)):
            self._page(500, _error_page(self.preview.error))
            return
        data = await self._read(path) if _PATH.fullmatch(path) else None
        if data is not None:
            if not name or name.endswith(".html"):
                self._page(200, data)
            else:
                self.set_header("Content-Type", _TYPES.get(Path(name).suffix, "application/octet-stream"))
                self.finish(data)
        elif name and _PATH.fullmatch(path) and (self.preview.output / path).is_dir():
            self.redirect(f"/{path}/")
        else:
            self._missing()

    head = get

    async def _read(self, path: str) -> bytes | None:
        """The bytes of a file, or of a folder's index.html; None where there is none."""
        file = self.preview.output / (f"{path}index.html" if path.endswith("/") or not path else path)
        for _ in range(10):
            try:
                return file.read_bytes()
            except OSError:
                for kept in self.preview.kept:
                    if path in kept:
                        return kept[path]
                if not self.preview.busy or file.is_dir():
                    return None
                await asyncio.sleep(0.02)  # some systems cannot exchange two folders in one step
        return None

    def _missing(self) -> None:
        try:
            page = (self.preview.output / "404.html").read_bytes()
        except OSError:
            self.text(404, "There is no such page.")
            return
        # The page stands at the root, and is served at any address: here nothing of it may come from the public one.
        if named := _ABSOLUTE.search(page):
            page = page.replace(b'="' + named[1], b'="/')
        self._page(404, _RELATIVE.sub(rb'\1="/', page))

    def _page(self, status: int, page: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", _TYPES[".html"])
        self.finish(_live(page, self.host, self.port, self.preview.version))


class _Script(_Handler, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js, from the package."""


class _Reload(_Handler, LiveReloadHandler):  # type: ignore[misc]
    """The connection over which a page is told to reload."""

    _version: object = None
    """Of what the page shows."""

    def check_origin(self, origin: str) -> bool:
        """Only for our own pages; livereload lets every page of every host listen."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """As livereload does, but a page that was built before what is served now is told so at once."""
        try:
            said = json.loads(message)
            super().on_message(message)
        except (ValueError, AttributeError, TypeError):
            self.close()  # whoever this is, it is not livereload.js
            return
        if said.get("command") == "hello":
            self._version = said.get("snipver")
        elif said.get("command") == "info" and self._version != self.preview.version:
            self.reload()

    def reload(self) -> None:
        """Have the page load again."""
        message = {"command": "reload", "path": "*", "liveCSS": False, "liveImg": False}
        with contextlib.suppress(Exception):  # a browser that has just gone
            self.write_message(message).add_done_callback(lambda written: written.exception())


def _live(page: bytes, host: str, port: str, version: str) -> bytes:
    """A page with livereload's script in its head, which its policy lets connect to this server.

    The script is a file of this server, since the policy of the pages forbids scripts within them.
    """
    script = (
        f'<script src="/livereload.js?host={host}&amp;port={port}&amp;snipver={version}&amp;mindelay=500&amp;'
        'maxdelay=2000" defer></script>\n'
    )
    # Not every browser takes 'self' for WebSockets too; and a policy cannot name an IPv6 address.
    source = "ws:" if host.startswith("[") else f"ws://{host}:{port}"
    page = _CONNECT.sub(lambda match: match[0] + b" " + source.encode(), page, count=1)
    head, end, rest = page.partition(b"</head>")
    return head + script.encode() + end + rest if end else page + script.encode()


_ERROR_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
script-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.5rem; }}
li {{ margin-block: 1.25rem; }}
p {{ margin-block: .25rem; overflow-wrap: anywhere; }}
pre {{ overflow-x: auto; padding: 1rem; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere; }}
.place {{ font: 600 1rem/1.6 ui-monospace, monospace; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>The last good site is as it was. The page comes back by itself when this is mended.</p>
{body}
</body>
</html>
"""


def _error_page(printed: str) -> bytes:
    """The page that shows what a build printed: its problems as a list, anything else as it stands."""
    problems, rest = _problems(printed)
    body = "".join(
        f'<li><p class="place">{html.escape(place)}</p><p>error[{code}]: {html.escape(message)}</p>'
        + (f"<p>hint: {html.escape(hint)}</p>" if hint else "")
        + "</li>\n"
        for place, code, message, hint in problems
    )
    if body:
        body = f"<ol>\n{body}</ol>\n"
    if rest:
        body += f"<pre>{html.escape(rest)}</pre>"
    n = len(problems)
    title = f"Not built: {n} problem{'s' if n > 1 else ''}" if n else "Not built: the program failed"
    return _ERROR_PAGE.format(title=title, body=body).encode()


def _problems(printed: str) -> tuple[list[tuple[str, str, str, str]], str]:
    """The problems in what a build printed, as (place, code, message, hint); and all other lines."""
    problems: list[tuple[str, str, str, str]] = []
    rest: list[str] = []
    for line in printed.splitlines():
        if match := _PROBLEM.fullmatch(line):
            problems.append((match["place"], match["code"], match["message"], ""))
        elif line.startswith(_HINT) and problems:
            problems[-1] = (*problems[-1][:3], line.removeprefix(_HINT))
        else:
            rest.append(line)
    return problems, "\n".join(rest)


if __name__ == "__main__":
    _work()
