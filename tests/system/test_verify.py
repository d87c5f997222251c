"""Comparing a published copy with its list: on real web servers on this machine, good and bad ones."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import threading
import tracemalloc
import zlib
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest

from tests import ROOT
from tests.unit.deliver.copies import DIGEST, FILES, GOOD, LIST, SITE, WHOLE, counts, diagnostics, problems, published
from tools.synthetic import write
from workreport.deliver import host, http, listing
from workreport.deliver.host import compare_host
from workreport.publish.manifest import manifest


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    published()
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


GZIP = gzip.compress(FILES["index.html"], mtime=0)

Rule = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Serves `WHOLE` under /sub/, but for the paths in `rules`, and remembers what it was asked."""

    daemon_threads = True
    request_queue_size = 50

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), Handler)
        self.rules: dict[str, Rule] = {}
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.lock = threading.Lock()
        self.end = threading.Event()
        shown = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown}:{self.server_address[1]}/sub/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        server = self.server
        with server.lock:
            server.asked.append(self.path)
            server.headers.append({k.lower(): v for k, v in self.headers.items()})
        path = re.sub("^(http://site.test)?/sub/", "", self.path)
        rule = server.rules.get(path) or server.rules.get("*")
        if rule and path != "SHA256SUMS":
            rule(self)
        elif rule and path in server.rules:
            server.rules[path](self)
        elif path in WHOLE:
            send(200, WHOLE[path])(self)
        else:
            send(404, b"not found")(self)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests' output is for failures."""


def send(status: int, body: bytes = b"", length: int | None = None, **headers: str) -> Rule:
    def rule(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return rule


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Drop the connection at once, as a host that shuts somebody out."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()


def hang(handler: BaseHTTPRequestHandler) -> None:
    assert isinstance(handler, Handler)
    handler.server.end.wait(60)


def drip(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, each well within the connection's own time-out."""
    assert isinstance(handler, Handler)
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.end.wait(0.05):
        handler.wfile.write(b".")


def once(first: Rule, then: Rule) -> Rule:
    rules = iter([first])

    def rule(handler: BaseHTTPRequestHandler) -> None:
        next(rules, then)(handler)

    return rule


def running(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.end.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    yield from running(Server())


@pytest.fixture
def other() -> Iterator[Server]:
    yield from running(Server())


def on(server: Server, digest: str = "", timeout: float = 20) -> list[tuple[str, str]]:
    found = problems(lambda: compare_host(server.url, digest, timeout=timeout))
    return [(path.removeprefix(server.url), code) for path, code in found]


def words(server: Server, timeout: float = 20) -> str:
    (one,) = diagnostics(lambda: compare_host(server.url, timeout=timeout))
    return one.message


@pytest.mark.parametrize("typed", ["", "index.html", "-"])
def test_a_good_host(server: Server, typed: str) -> None:
    url = server.url.rstrip("/") if typed == "-" else server.url + typed
    seen: list[tuple[int, int]] = []
    copy = compare_host(url, DIGEST, progress=lambda done, total: seen.append((done, total)))
    assert counts(copy) == GOOD
    assert seen == [(n, 6) for n in range(1, 7)]
    assert sorted(server.asked) == sorted(f"/sub/{path}" for path in WHOLE), "each file once, and nothing else"


def test_requests_are_polite(server: Server) -> None:
    gate, lock, counted = threading.Barrier(4), threading.Lock(), [0]
    busiest = 0

    def together(handler: BaseHTTPRequestHandler) -> None:
        """Counted from when it came until it is answered; goes on as soon as four are here."""
        nonlocal busiest
        with lock:
            counted[0] += 1
            busiest = max(busiest, counted[0])
        gate.wait(20)
        threading.Event().wait(0.05)  # in which a fifth would come
        with lock:
            counted[0] -= 1
        send(200, b"x")(handler)

    files = {f"{n}.html": b"x" for n in range(7)} | {"index.html": b"x"}
    listing = manifest((path, sha256(data).hexdigest()) for path, data in files.items())
    server.rules = {"SHA256SUMS": send(200, listing), "*": together}
    assert compare_host(server.url).files == 9
    assert busiest == 4
    assert [headers["accept-encoding"] for headers in server.headers] == ["identity"] + 8 * ["br, gzip"]
    for headers in server.headers:
        assert headers["user-agent"].startswith("Open-Work-Report")
        assert not {"cookie", "referer", "authorization"} & set(headers)


def test_a_host_with_missing_and_changed_files(server: Server) -> None:
    server.rules = {
        "index.html": send(200, b"hom3"),
        "en/index.html": send(404, b"not found", Content_Encoding="gzip"),
        "data/metrics.csv": send(410),
        "2022/index.html": send(403),
        "empty.txt": send(503, b"later"),
        "404.html": send(206, b"lost"),
    }
    assert on(server) == [
        ("2022/index.html", "copy-unreadable"),
        ("404.html", "copy-unreadable"),
        ("data/metrics.csv", "copy-missing"),
        ("empty.txt", "copy-unreadable"),
        ("en/index.html", "copy-missing"),
        ("index.html", "copy-changed"),
    ]
    told = {d.path: d.message for d in diagnostics(lambda: compare_host(server.url))}
    assert told[f"{server.url}2022/index.html"] == "the host answers with status 403 (Forbidden)"


def test_the_page_for_what_is_not_found_may_come_with_that_status(server: Server) -> None:
    server.rules = {"404.html": send(404, FILES["404.html"])}
    assert counts(compare_host(server.url)) == GOOD
    server.rules = {"404.html": send(404, b"the host's own page")}
    assert on(server) == [("404.html", "copy-missing")]


def test_the_digest_protects_against_a_changed_list(server: Server) -> None:
    forged = {**FILES, "index.html": b"forged"}
    listing = manifest((path, sha256(data).hexdigest()) for path, data in forged.items())
    server.rules = {"index.html": send(200, b"forged"), "SHA256SUMS": send(200, listing)}
    assert compare_host(server.url).digest == sha256(listing).hexdigest()
    assert on(server, DIGEST) == [("SHA256SUMS", "copy-digest")]


@pytest.mark.parametrize(
    ("rule", "code"),
    [(send(404), "copy-manifest"), (send(500), "copy-manifest"), (send(200, b"<html>"), "copy-manifest"),
     (send(200, LIST[:-1]), "copy-manifest"), (send(200, LIST[:100], len(LIST)), "copy-unreadable"),
     (send(302, Location="https://127.0.0.1/elsewhere"), "copy-redirected"), (reset, "copy-unreadable")],
)  # fmt: skip
def test_without_the_list_it_ends_at_once(server: Server, rule: Rule, code: str) -> None:
    server.rules = {"SHA256SUMS": rule}
    assert on(server) == [("SHA256SUMS", code)]
    assert set(server.asked) == {"/sub/SHA256SUMS"}


def test_nobody_listens() -> None:
    with socket.socket() as taken:  # bound, but not listening: nobody else can
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        (one,) = diagnostics(lambda: compare_host(url))
    assert (one.path, one.code.name) == (f"{url}SHA256SUMS", "copy-unreadable")
    assert one.message.startswith("the connection failed (")


def test_a_certificate_that_nobody_vouches_for_is_named(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "own.pem",
         "-days", "1", "-subj", "/CN=other.test", "-addext", "subjectAltName=DNS:other.test"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "own.pem", tmp_path / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.url = server.url.replace("http:", "https:").replace("127.0.0.1", "localhost")
    (one,) = diagnostics(lambda: compare_host(server.url))
    assert (one.path, one.code.name) == (f"{server.url}SHA256SUMS", "copy-unreadable")
    assert one.message == "the host's certificate is not trusted (self-signed certificate)"
    assert one.hint == (
        "no file was read, since anyone could have answered: renew the certificate, or name the address that it is made "
        "for; that of an authority of your own goes into the environment variable SSL_CERT_FILE"
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))
    assert words(server) == (
        "the host's certificate is not trusted (Hostname mismatch, certificate is not valid for 'localhost')"
    )


def test_a_host_that_does_not_speak_https(server: Server) -> None:
    server.url = server.url.replace("http:", "https:")
    (one,) = diagnostics(lambda: compare_host(server.url))
    assert one.message.startswith("no HTTPS connection could be made (")
    assert one.hint == "see whether the host answers to https:// on this port, or only to http://"


def test_redirects_on_the_host_are_followed(server: Server) -> None:
    server.rules = {
        "index.html": send(301, Location="./"),
        "": send(302, Location="/sub/a#top"),
        "a": send(308, Location=f"{server.url}b?c=d"),
        "b?c=d": send(200, FILES["index.html"]),
    }
    assert counts(compare_host(server.url)) == GOOD
    assert "/sub/b?c=d" in server.asked


def test_redirects_are_followed_three_times(server: Server) -> None:
    steps = {f"{n}": send(307, Location=f"{n + 1}") for n in range(1, 4)}
    server.rules = {"index.html": send(303, Location="1"), **steps, "4": send(200, FILES["index.html"])}
    assert on(server) == [("index.html", "copy-redirected")]
    assert "/sub/4" not in server.asked
    server.rules = {"index.html": send(303, Location="2"), **steps, "4": send(200, FILES["index.html"])}
    assert counts(compare_host(server.url)) == GOOD


@pytest.mark.parametrize(
    "location",
    ["{other}index.html", "http://localhost:{port}/sub/index.html", "//127.0.0.2:{port}/sub/index.html",
     "https://127.0.0.1:{port}/sub/index.html", "file:///etc/passwd", "ftp://127.0.0.1/x", "data:,home",
     "http://user@127.0.0.1:{port}/sub/index.html", "http://[::1", "http://127.0.0.1:99999/"],
)  # fmt: skip
def test_redirects_off_the_host_are_not_followed(server: Server, other: Server, location: str) -> None:
    location = location.format(other=other.url, port=server.server_address[1])
    server.rules = {"index.html": send(302, Location=location)}
    assert on(server) == [("index.html", "copy-redirected")]
    assert location in words(server)
    assert other.asked == []


def test_a_redirect_cannot_act_on_the_terminal(server: Server) -> None:
    server.rules = {"index.html": send(302, Location="http://\x1b[2J\x85/")}
    assert "\x1b" not in words(server)
    assert "\x85" not in words(server)


def test_a_redirect_to_nowhere_is_a_status(server: Server) -> None:
    server.rules = {"index.html": send(302)}
    assert words(server) == "the host answers with status 302 (Found)"


@pytest.mark.parametrize("drop", [reset, send(200, b"home"[:2], 4)])
def test_a_dropped_connection_is_tried_once_more(server: Server, drop: Rule) -> None:
    server.rules = {"index.html": once(drop, send(200, b"home")), "SHA256SUMS": once(drop, send(200, LIST))}
    assert counts(compare_host(server.url)) == GOOD
    server.asked.clear()
    server.rules = {"index.html": drop}
    assert on(server) == [("index.html", "copy-unreadable")]
    assert server.asked.count("/sub/index.html") == 2


def test_chunks_are_put_together_and_must_not_end_early(server: Server) -> None:
    def chunks(*pieces: bytes) -> Rule:
        def rule(handler: BaseHTTPRequestHandler) -> None:
            handler.protocol_version = "HTTP/1.1"
            handler.send_response(200)
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            for piece in pieces:
                handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            handler.close_connection = True

        return rule

    server.rules = {"index.html": chunks(b"ho", b"me", b"")}
    assert counts(compare_host(server.url)) == GOOD
    server.rules = {"index.html": chunks(b"ho", b"me")}
    assert words(server).startswith("the host sent no whole answer (")


@pytest.mark.parametrize("rule", [hang, drip])
def test_a_slow_host_is_not_waited_for(server: Server, rule: Rule) -> None:
    server.rules = {"index.html": rule}
    assert words(server, timeout=2) == "the host did not answer, or sent next to nothing, for 2 seconds"
    assert server.asked.count("/sub/index.html") == 1, "it is not asked again"


def test_headers_that_drip_are_not_waited_for(server: Server) -> None:
    def rule(handler: BaseHTTPRequestHandler) -> None:
        assert isinstance(handler, Handler)
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not handler.server.end.wait(0.05):
            handler.wfile.write(b".")

    server.rules = {"index.html": rule}
    assert words(server, timeout=2) == "the host did not answer, or sent next to nothing, for 2 seconds"


@pytest.mark.parametrize(
    ("start", "again", "said"),
    [
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n", "the host did not answer, or sent next to nothing, for 2 seconds"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhome\r\n0\r\n", b"X-More: and more\r\n",
         "the host sent no whole answer ("),
    ],
    ids=["announcements", "trailers"],
)  # fmt: skip
def test_what_has_no_end_is_not_read_for_ever(
    server: Server, monkeypatch: pytest.MonkeyPatch, start: bytes, again: bytes, said: str
) -> None:
    monkeypatch.setattr(http, "FILE_LIMIT", 200_000)

    def rule(handler: BaseHTTPRequestHandler) -> None:
        assert isinstance(handler, Handler)
        handler.wfile.write(start)
        while not handler.server.end.is_set():  # or until the client hangs up
            handler.wfile.write(again * 100)

    server.rules = {"index.html": rule}
    assert words(server, timeout=2).startswith(said)


def test_an_interrupt_does_not_wait_for_what_is_being_read(server: Server) -> None:
    """A host that sends without end, and quickly enough, must not hold who presses Ctrl-C."""
    reading, sent = threading.Event(), list[int]()

    def steady(handler: BaseHTTPRequestHandler) -> None:
        assert isinstance(handler, Handler)
        handler.send_response(200)
        handler.end_headers()
        while not handler.server.end.wait(0.05):
            handler.wfile.write(bytes(100_000))
            sent.append(100_000)
            reading.set()

    def interrupted(done: int, total: int) -> None:
        reading.wait(20)
        raise KeyboardInterrupt

    server.rules = {"data/metrics.csv": steady}
    with pytest.raises(KeyboardInterrupt):
        compare_host(server.url, progress=interrupted)
    assert sum(sent) < listing.FILE_LIMIT // 2, "it read on until the file was over the limit"


def many(count: int) -> bytes:
    return manifest((path, sha256(b"").hexdigest()) for path in ("index.html", *(f"{n:03}.html" for n in range(count))))


@pytest.mark.parametrize("rule", [reset, hang, send(429), send(503)])
def test_a_host_that_is_gone_is_not_asked_for_everything(server: Server, rule: Rule) -> None:
    server.rules = {"SHA256SUMS": send(200, many(300)), "*": rule}
    found = diagnostics(lambda: compare_host(server.url, timeout=3))
    assert [d.code.name for d in found] == ["copy-unreachable"] + 5 * ["copy-unreadable"]
    assert found[0].path == server.url
    assert found[0].message == "the host did not give 5 files in a row; 296 of 301 files were not compared"
    assert len(server.asked) < 60


def test_a_host_that_answers_now_and_then_is_asked_on(server: Server) -> None:
    paths = sorted(line.split()[1] for line in many(20).decode().splitlines())
    server.rules = {path: send(200) if n % 5 == 4 else reset for n, path in enumerate(paths)}
    server.rules["SHA256SUMS"] = send(200, many(20))
    assert [code for _, code in on(server)] == 17 * ["copy-unreadable"]


def test_statuses_are_answers_and_all_are_told(server: Server) -> None:
    server.rules = {"SHA256SUMS": send(200, many(20)), "*": send(403)}
    assert len(on(server)) == 21


def test_no_more_is_read_than_a_file_of_a_site_can_have(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "FILE_LIMIT", 200_000)

    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:  # until the client hangs up
            handler.wfile.write(bytes(65536))

    server.rules = {"index.html": endless, "404.html": send(200, b"", 1 << 40)}
    assert on(server) == [("404.html", "copy-unreadable"), ("index.html", "copy-unreadable")]
    server.rules = {"SHA256SUMS": endless}
    monkeypatch.setattr(host, "LIST_LIMIT", 200_000)
    assert on(server) == [("SHA256SUMS", "copy-unreadable")]


def test_a_packed_answer_is_not_the_plain_file(server: Server) -> None:
    server.rules = {
        "index.html": send(200, GZIP, Content_Encoding="gzip"),
        "404.html": send(200, FILES["404.html"], Content_Encoding="identity"),
    }
    assert words(server) == "the host sends this packed (gzip) to whoever asks for the plain file"
    server.rules = {"index.html": send(200, zlib.compress(PAGE), Content_Encoding="deflate")}
    assert words(server) == "the host sends this packed (deflate), as nobody asked for it"


def packs(plain: bytes, **packed: bytes) -> Rule:
    """A host that has packed files beside the plain one, and sends the best that is accepted."""

    def rule(handler: BaseHTTPRequestHandler) -> None:
        accepted = handler.headers["Accept-Encoding"].split(", ")
        coding = next((coding for coding in accepted if coding in packed), "")
        (send(200, packed[coding], Content_Encoding=coding) if coding else send(200, plain))(handler)

    return rule


PAGE = FILES["index.html"]
STALE = b"<p>as it was before</p>"
OLD_PACKED = "is not the file that is listed where it is sent packed ({})"


@pytest.mark.parametrize(
    ("packed", "wrong"),
    [
        ({"gzip": GZIP, "br": brotli.compress(PAGE)}, ""),
        ({"gzip": gzip.compress(STALE)}, "gzip"),
        ({"gzip": gzip.compress(STALE), "br": brotli.compress(PAGE)}, "gzip"),
        ({"gzip": GZIP, "br": brotli.compress(STALE)}, "br"),
        ({"gzip": GZIP[:-4]}, "gzip"),
        ({"gzip": GZIP + b"x"}, "gzip"),
        ({"gzip": PAGE}, "gzip"),
        ({"gzip": GZIP, "br": brotli.compress(PAGE)[:-1]}, "br"),
    ],
)
def test_what_browsers_are_sent_packed_is_compared_too(server: Server, packed: dict[str, bytes], wrong: str) -> None:
    """A packed file beside the plain one may be old, or another: readers see it, and whoever asks plainly does not."""
    server.rules = {"index.html": packs(PAGE, **packed)}
    if wrong:
        assert words(server) == OLD_PACKED.format(wrong)
    else:
        assert counts(compare_host(server.url, DIGEST)) == GOOD


def test_a_few_bytes_that_unpack_to_gigabytes(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "FILE_LIMIT", 1 << 20)
    bomb = bytes(64 << 20)
    server.rules = {
        "index.html": packs(PAGE, gzip=gzip.compress(bomb)),
        "404.html": packs(FILES["404.html"], br=brotli.compress(bomb, quality=1)),
    }
    tracemalloc.start()
    assert on(server) == [("404.html", "copy-unreadable"), ("index.html", "copy-unreadable")]
    assert tracemalloc.get_traced_memory()[1] < 16 << 20
    tracemalloc.stop()


def test_no_more_files_are_asked_for_than_a_site_can_have(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "_FILES", 20)
    server.rules = {"SHA256SUMS": send(200, many(20))}
    assert words(server) == "lists 21 files; at most 20 are fetched"
    assert server.asked == ["/sub/SHA256SUMS"]


def test_an_answer_that_is_no_http(server: Server) -> None:
    def noise(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")

    server.rules = {"index.html": noise}
    assert words(server).startswith("the host sent no whole answer (")


def test_ipv6() -> None:
    try:
        server = Server("::1")
    except OSError:
        pytest.skip("this machine has no IPv6")
    for running_server in running(server):
        assert counts(compare_host(running_server.url)) == GOOD


def test_a_proxy_is_used_but_not_for_this_machine(
    server: Server, other: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", other.url)
    assert counts(compare_host(server.url)) == GOOD
    assert other.asked == []
    assert counts(compare_host("http://site.test/sub/")) == GOOD
    assert sorted(other.asked) == sorted(f"http://site.test/sub/{path}" for path in WHOLE)


# The command


def verify(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "verify", *arguments], cwd=folder, capture_output=True, text=True,
        encoding="utf-8", check=False, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )  # fmt: skip


def test_the_command_on_folders_and_hosts(tmp_path: Path, server: Server) -> None:
    rest = f"7 files, {GOOD[1]:,} bytes, all as SHA256SUMS lists them; SHA256SUMS itself has the SHA-256 {DIGEST}\n"
    done = verify(tmp_path, "site/", "--digest", DIGEST.upper())
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"site: {rest}")
    done = verify(tmp_path, f"{server.url}index.html", http_proxy="http://127.0.0.1:9", HTTP_PROXY="http://127.0.0.1:9")
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"{server.url}: {rest}")
    for empty in (["site", "--digest", ""], [""]):
        done = verify(tmp_path, *empty)
        assert (done.returncode, done.stdout) == (2, ""), empty
    server.rules = {"index.html": send(404), "en/index.html": send(200, b"x")}
    done = verify(tmp_path, server.url)
    assert (done.returncode, done.stdout) == (1, "")
    lines = done.stderr.splitlines()
    assert lines[0] == f"{server.url}en/index.html: error[copy-changed]: is not the file that is listed"
    assert lines[1].startswith("  hint: ")
    assert lines[2] == f"{server.url}index.html: error[copy-missing]: is listed, but not there (status 404)"
    assert lines[4:] == ["2 problems; this is not a good copy of the site"]


def test_a_built_site_is_a_good_copy_until_it_is_edited(tmp_path: Path) -> None:
    write(tmp_path / "content", 5, (ROOT / "content/units.yaml").read_text("utf-8"))
    shutil.rmtree(SITE)
    built = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--content", "content", "--output", "site", "--no-cache", "--no-charts"],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    done = verify(tmp_path, "--output", "site")
    assert (done.returncode, done.stderr) == (0, "")
    numbers = re.search(r"[\d,]+ files, [\d,]+ bytes", built.stdout)
    assert numbers is not None
    assert numbers[0] in done.stdout, "the numbers that the build printed"
    with (SITE / "index.html").open("ab") as page:
        page.write(b"\n")
    done = verify(tmp_path, "site")
    assert done.returncode == 1
    assert done.stderr.startswith("site/index.html: error[copy-changed]: ")
