"""`python3 build.py serve`: build, serve, watch; on every change build again and reload the browser.

    preview (this process)  ──starts──►  python -m workreport (a process a build)
      │ reload, or the error page            │ publishes as `python3 build.py` does
      ▼                                      ▼
    browser  ◄────────── the output folder, as it is on disk

This module has the address and the loop; `watch` says when to build, `builder` builds, `server` has what the browser
gets. What the browser needs to reload is added to what is served and never to the files on disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import logging
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from workreport.diagnostics import Console, Message, say
from workreport.preview.server import Files, Reload, Script
from workreport.preview.watch import Preview

_PORTS = range(8000, 8100)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})


def serve(
    *,
    host: str,
    port: int,
    output: Path,
    arguments: list[str],
    watched: Sequence[Path],
    code: Path,
    console: Console,
) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns 0 then; 1 where the address cannot be had; 2 for an invalid port.

    `port` 0 takes the first free one from 8000 on. A build takes `arguments`, publishes to `output` and is caused by a
    change in the folders `watched` and `code`, which is that of this program.
    """
    if not 0 <= port <= 65535:
        console.err(say("--port {port}: a port is a number from 1 to 65535", port=port))
        return 2
    host = host.strip("[]")  # IPv6 as it stands in an address
    try:
        sockets = _bind(host, port)
    except OSError as error:
        console.err(_unbound(error, host, port))
        return 1
    except UnicodeError:  # a part of a name that is empty or too long
        console.err(say("--host {host}: not an address of this machine (no host can have this name)", host=host))
        return 1
    for name in ("tornado.general", "livereload"):  # a browser that goes away is no news
        logging.getLogger(name).setLevel(logging.CRITICAL)
    preview = Preview(output=output, arguments=arguments, watched=watched, code=code, console=console)
    try:
        asyncio.run(_serve(preview, host, sockets))
    except KeyboardInterrupt:
        pass  # where the system cannot tell the loop of a Ctrl-C, asyncio raises this after the clean-up
    finally:
        for bound in sockets:
            bound.close()
    return 0


async def _serve(preview: Preview, host: str, sockets: list[Any]) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    own = all(ipaddress.ip_address(bound.getsockname()[0].partition("%")[0]).is_loopback for bound in sockets)
    application = Application(
        [
            ("/livereload", Reload, {"preview": preview}),
            (r"/livereload\.js", Script, {"preview": preview}),
            ("/(.*)", Files, {"preview": preview}),
        ],
        log_function=lambda handler: None,
        hosts=_LOOPBACK | {_bracketed(host)} if own else None,
    )
    HTTPServer(application).add_sockets(sockets)
    if not own:
        named = host or "“”"
        preview.console.err(
            say("Others on the network can see this site: {host} is not this machine alone.", host=named)
        )
    shown = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    address = f"http://{_bracketed(shown)}:{sockets[0].getsockname()[1]}/"
    watching = asyncio.create_task(preview.watch(say("{address} (Ctrl-C ends it)", address=address)))
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([watching, stopped], return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()  # it ends with a fault of this program only
    finally:
        watching.cancel()
        preview.builder.end()


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


def _unbound(error: OSError, host: str, port: int) -> Message:
    """Why the address cannot be had, in one line."""
    if _taken(error):
        if port:
            return say(
                "port {port} of {host} is taken; name another with --port, or none, to take the next free one",
                port=port,
                host=host,
            )
        return say(
            "ports {first} to {last} of {host} are taken; name another with --port",
            first=_PORTS[0],
            last=_PORTS[-1],
            host=host,
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return say("port {port} of {host} may not be used; name one from 1024 on with --port", port=port, host=host)
    why = error.strerror or error
    return say("--host {host}: not an address of this machine ({why})", host=host, why=why)


def _bracketed(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets."""
    return f"[{host}]" if ":" in host else host.lower()
