"""What the browser gets: the files, pages with the script that reloads them, and the connection that tells it to."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler

from workreport.filenames import content_type
from workreport.preview.error_page import error_page
from workreport.preview.watch import Preview
from workreport.publish import MANIFEST

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::(\d{1,5}))?", re.ASCII)
_PATH = re.compile(rf"|{MANIFEST}|(?:[a-z0-9-][a-z0-9._-]*/)*(?:[a-z0-9-][a-z0-9._-]*)?")
"""A path that the site may have: publishing writes no other. None of them leads out of the folder."""
_CONNECT = re.compile(rb"connect-src (?:'|&#39;)self(?:'|&#39;)")
_FOLDER = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="style-src [^"]*">\n?')
"""The policy that holds a page to the path of its base URL, which is not the path here."""
_PUBLISHED = re.compile(rb'<link rel="stylesheet" href="(https?://[^"]*?/)assets/')
_RELATIVE = re.compile(rb'\b(href|src)="(?!/|#|[a-z][a-z0-9+.-]*:)')


class _Handler(RequestHandler):
    """Answers only those who mean this server, and lets nobody keep an answer."""

    preview: Preview

    def initialize(self, preview: Preview) -> None:
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


class Files(_Handler):
    """The site's files; pages with the script that reloads them; the error page in the place of every page."""

    async def get(self, path: str) -> None:
        await self.preview.first.wait()
        name = path.rpartition("/")[2]
        if self.preview.error and (name.endswith(".html") or ("." not in name and name != MANIFEST)):
            self._page(500, error_page(self.preview.error, self.preview.console.language))
            return
        data = await self._read(path) if _PATH.fullmatch(path) else None
        if data is not None:
            if not name or name.endswith(".html"):
                self._page(200, data)
            else:
                self.set_header("Content-Type", content_type(name))
                self.finish(data)
        elif name and _PATH.fullmatch(path) and os.path.isdir(self.preview.output / path):
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
                if not self.preview.busy or os.path.isdir(file):
                    return None
                await asyncio.sleep(0.02)  # some systems cannot exchange two folders in one step
        return None

    def _missing(self) -> None:
        try:
            page = (self.preview.output / "404.html").read_bytes()
        except OSError:
            self.text(404, "There is no such page.")
            return
        # The page stands at the root, and is served at any address. The site's own may be in its content.
        if published := _PUBLISHED.search(page):
            page = page.replace(b'="' + published[1], b'="/')
        self._page(404, _RELATIVE.sub(rb'\1="/', page))

    def _page(self, status: int, page: bytes) -> None:
        self.set_status(status)
        self.set_header("Content-Type", content_type("index.html"))
        self.finish(_live(page, self.host, self.port, self.preview.version))


class Script(_Handler, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload.js, from the package."""


class Reload(_Handler, LiveReloadHandler):  # type: ignore[misc]
    """The connection over which a page is told to reload."""

    _version: object = None
    """Of what the page shows."""

    def prepare(self) -> None:
        """Refuse also an invalid origin, which Tornado fails on."""
        super().prepare()
        if self._finished:
            return
        try:
            urlsplit(self.request.headers.get("Origin", ""))
        except ValueError:
            self.text(403, "Invalid origin.")

    def check_origin(self, origin: str) -> bool:
        """Only for our own pages; livereload lets every page of every host listen."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str | bytes) -> None:
        """As livereload does, but a page that was built before what is served now is told so at once."""
        try:
            said = json.loads(message)
            super().on_message(message)
        except (ValueError, AttributeError, TypeError, RecursionError):
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
    """A page with livereload's script in its head, which its policy lets run and connect to this server.

    The script is a file of this server, since the policy of the pages forbids scripts within them.
    """
    script = (
        f'<script src="/livereload.js?host={host}&amp;port={port}&amp;snipver={version}&amp;mindelay=500&amp;'
        'maxdelay=2000" defer></script>\n'
    )
    # Not every browser takes 'self' for WebSockets too; and a policy cannot name an IPv6 address.
    source = "ws:" if host.startswith("[") else f"ws://{host}:{port}"
    page = _FOLDER.sub(b"", page, count=1)
    page = _CONNECT.sub(lambda match: match[0] + b" " + source.encode(), page, count=1)
    head, end, rest = page.partition(b"</head>")
    return head + script.encode() + end + rest if end else page + script.encode()
