"""The config files of docs/hosting.md on nginx, Apache and Caddy, started here and asked over HTTP."""

from __future__ import annotations

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import unescape

import brotli
import pytest

from tests import ROOT
from tests.project import copy_project
from workreport.render import policy

EXAMPLES = ROOT / "docs/hosting"
POLICY = policy()
SUB = "/zt/work-report"
# What Debian's package apache2 switches on by itself, and what docs/hosting.md asks for on top.
MODULES = (
    "mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user access_compat alias dir autoindex env "
    "mime negotiation setenvif filter deflate status reqtimeout"
)
MORE_MODULES = "headers rewrite"
# From its mods-available/deflate.conf and mime.conf.
DEBIAN = [
    "AddOutputFilterByType DEFLATE text/html text/plain text/xml text/css text/javascript application/xml",
    "AddType application/x-gzip .gz .tgz",
    "AddLanguage br .br",
    "AddLanguage en .en",
]
NOBODY = 65534
NGINX_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
IMMUTABLE = "public, max-age=31536000, immutable"


def example(name: str, base: str, root: Path = Path("/var/www/site"), port: int = 80) -> str:
    """An example file with the names replaced as docs/hosting.md says."""
    text = (EXAMPLES / name).read_text("utf-8")
    if not base:
        text = re.sub(r"[ \t]*# FOLDER:(?s:.*?)# END FOLDER\n", "", text)
        text = text.replace("zt\\work-report\\", "")
    text = text.replace(SUB, base).replace("/var/www/site", str(root))
    return re.sub(r"(?<=[ :])80\b", str(port), text)


class Answer(NamedTuple):
    """What a server said; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Host(NamedTuple):
    """A server that runs."""

    kind: str
    base: str
    port: int
    site: Path

    def ask(self, path: str, method: str = "GET", address: str = "127.0.0.1", **headers: str) -> Answer:
        """Ask for a path of the site; `headers` with _ for -. No header may come twice."""
        return self.ask_host(f"{self.base}/{path}", method, address, **headers)

    def ask_host(self, path: str, method: str = "GET", address: str = "127.0.0.1", **headers: str) -> Answer:
        """Ask for a path of the host."""
        connection = http.client.HTTPConnection(address, self.port, timeout=30)
        try:
            named = {"Host": "www.example.gov.cn", **{name.replace("_", "-"): text for name, text in headers.items()}}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            found = [(name.lower(), text) for name, text in answer.getheaders()]
            assert len(dict(found)) == len(found), f"a header came twice: {found}"
            return Answer(answer.status, dict(found), answer.read())
        finally:
            connection.close()


def program(name: str) -> str:
    """Where a server is; sbin is not in everybody's PATH."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    assert found, f"{name} is not installed: run tools/setup-tests"
    return found


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


def free_port() -> int:
    """A port that is free on each address that `listens` names."""
    while True:
        with socket.socket() as four:
            four.bind(("127.0.0.1", 0))
            port = int(four.getsockname()[1])
            if not has_ipv6():
                return port
            with contextlib.suppress(OSError), socket.socket(socket.AF_INET6) as six:
                six.bind(("::1", port))
                return port


def listens(port: int) -> list[str]:
    return [f"127.0.0.1:{port}", *([f"[::1]:{port}"] if has_ipv6() else [])]


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that a server may read which gave up root; pytest's own are the user's alone."""
    with tempfile.TemporaryDirectory(prefix="hosting-") as name:
        os.chmod(name, 0o755)
        yield Path(name).resolve()


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    """The sample content as a release, built, with .gz files and some files that no build makes."""
    project = copy_project(folder / "project")
    with open(project / "content/site.yaml", "a", encoding="utf-8") as file:
        notes = "{zh: 首次发布。, en: First release.}"
        file.write(f'releases: [{{version: "1.0", published: "2026-12-01 09:00", notes: {notes}}}]\n')
    done = subprocess.run(
        [sys.executable, "build.py", "--no-cards", "--base-url", f"https://www.example.gov.cn{SUB}"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    built = project / "site"
    more = {
        "favicon.ico": "icon", ".hidden": "secret", "web.config": "<configuration/>",
        "empty/file.txt": "text", "assets/plain.css": "no fingerprint",
    }  # fmt: skip
    for name, text in more.items():
        (built / name).parent.mkdir(parents=True, exist_ok=True)
        (built / name).write_text(text, "utf-8")
    (project / "site-secret.txt").write_text("beside the site", "utf-8")
    for path in [*built.rglob("*.html"), *built.rglob("*.css"), *built.rglob("*.csv"), *built.rglob("*.json")]:
        # Level 1: not what a server makes by itself, so that it shows whose .gz was sent.
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 1, mtime=0))
    for path in [*built.rglob("*.html"), *built.rglob("*.css")]:
        path.with_name(path.name + ".br").write_bytes(brotli.compress(path.read_bytes(), quality=1))
    for path in (project, *built.rglob("*"), built):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return built


def nginx(work: Path, base: str, port: int, site: Path) -> list[str]:
    config = (work / "nginx.conf").read_text("utf-8")
    four, six = f"    listen {port};\n", f"    listen [::]:{port};  # IPv6\n"
    assert four in config
    assert six in config
    # The test listens on this machine only.
    config = config.replace(four, "".join(f"    listen {at};\n" for at in listens(port))).replace(six, "")
    assert "# brotli_static on;" in config
    if NGINX_BROTLI.exists():
        config = config.replace("# brotli_static on;", "brotli_static on;")
    (work / "server.conf").write_text(config, "utf-8")
    temporary = "".join(
        f"{kind}_temp_path {work}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user nobody nogroup;\n" if os.geteuid() == 0 else ""
    if NGINX_BROTLI.exists():
        user = f"load_module {NGINX_BROTLI};\n{user}"
    (work / "main.conf").write_text(
        f"{user}daemon off;\npid {work}/pid;\nworker_processes 1;\nerror_log {work}/error.log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{temporary}include {work}/server.conf;\n}}\n",
        "utf-8",
    )
    call = [program("nginx"), "-p", str(work), "-e", str(work / "error.log"), "-c", str(work / "main.conf")]
    tested = subprocess.run([*call, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr
    return call


def apache(work: Path, port: int, inside: str, more: str = MORE_MODULES) -> list[str]:
    binary = program("apache2")
    modules = Path("/usr/lib/apache2/modules")
    assert modules.is_dir(), "Apache's modules are not installed: run tools/setup-tests"
    lines = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in f"{MODULES} {more}".split()]
    lines += [f"Listen {at}" for at in listens(port)]
    (work / "portal").mkdir()
    lines += [
        f'ServerRoot "{work}"',
        f'DocumentRoot "{work}/portal"',
        "ServerName localhost",
        f'DefaultRuntimeDir "{work}"',
        f'PidFile "{work}/pid"',
    ]
    # Types come from our file alone. What the host sets itself must not come through beside ours.
    lines += [f'ErrorLog "{work}/error.log"', "TypesConfig /dev/null", *DEBIAN]
    if "headers" in more:
        lines += ["Header set X-Frame-Options DENY", "Header set Cache-Control max-age=86400"]
    if os.geteuid() == 0:
        lines += [f"User #{NOBODY}", f"Group #{NOBODY}"]
    (work / "main.conf").write_text("\n".join([*lines, inside, ""]), "utf-8")
    call = [binary, "-f", str(work / "main.conf")]
    tested = subprocess.run([*call, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    return [*call, "-DFOREGROUND"]


def htaccess(base: str, port: int, site: Path, allowed: str) -> str:
    """The configuration of a host that lets a folder have its own .htaccess, and would list folders."""
    where = f'Alias "{base}" "{site}"' if base else f'DocumentRoot "{site}"'
    return (
        f"<VirtualHost *:{port}>\nServerName www.example.gov.cn\n{where}\n<Directory />\nRequire all granted\n"
        f"Options Indexes FollowSymLinks\nAllowOverride {allowed}\n</Directory>\n</VirtualHost>"
    )


def caddy(work: Path, port: int) -> list[str]:
    config = work / "Caddyfile"
    here = " ".join(at.rpartition(":")[0] for at in listens(port))
    config.write_text(f"{{\n\tadmin off\n\tdefault_bind {here}\n}}\n{config.read_text('utf-8')}", "utf-8")
    return [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(config)]


HOSTS = [
    ("nginx", SUB), ("nginx", ""), ("apache-vhost", SUB), ("apache-vhost", ""),
    ("htaccess FileInfo", SUB), ("htaccess All", ""), ("caddy", SUB), ("caddy", ""),
]  # fmt: skip


@pytest.fixture(scope="module", params=HOSTS, ids=lambda host: f"{host[0]} at {host[1] or '/'}".replace(" ", "-"))
def host(request: pytest.FixtureRequest, folder: Path, site: Path) -> Iterator[Host]:
    with serving(request.param[0], request.param[1], folder, site) as started:
        yield started


@contextlib.contextmanager
def serving(kind: str, base: str, folder: Path, site: Path, more: str = MORE_MODULES) -> Iterator[Host]:
    """A server while it runs; `more` are Apache's modules on top of Debian's."""
    work = Path(tempfile.mkdtemp(dir=folder))
    work.chmod(0o755)
    port = free_port()
    for name in ("nginx.conf", "apache-vhost.conf", "htaccess.txt", "Caddyfile"):
        (work / name).write_text(example(name, base, site, port), "utf-8")
    own = site / ".htaccess"
    own.unlink(missing_ok=True)
    if kind == "nginx":
        call = nginx(work, base, port, site)
    elif kind == "caddy":
        call = caddy(work, port)
    elif kind == "apache-vhost":
        call = apache(work, port, f'Include "{work}/apache-vhost.conf"', more)
    else:
        shutil.copy(work / "htaccess.txt", own)
        own.chmod(0o644)
        call = apache(work, port, htaccess(base, port, site, kind.split()[1]), more)
    environment = {**os.environ, "XDG_CONFIG_HOME": str(work), "XDG_DATA_HOME": str(work)}
    with (
        (work / "error.log").open("a") as log,
        subprocess.Popen(call, stdout=log, stderr=log, env=environment) as server,
    ):
        try:
            wait(server, port, work)
            yield Host(kind, base, port, site)
        finally:
            server.terminate()
            server.wait(30)
            own.unlink(missing_ok=True)


def wait(server: subprocess.Popen[bytes], port: int, work: Path) -> None:
    """Until the server answers."""
    for _ in range(300):
        if server.poll() is not None:
            pytest.fail(f"it ended: {(work / 'error.log').read_text('utf-8')}")
        try:
            socket.create_connection(("127.0.0.1", port), 5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer within 30 seconds")


def asset(site: Path, pattern: str) -> str:
    (found,) = (p for p in site.glob(pattern) if re.search(r"\.[0-9a-f]{10}\.", p.name))
    return found.relative_to(site).as_posix()


HTML = "text/html; charset=utf-8"
SAME_WHEN_PACKED = (
    "content-type", "content-language", "content-security-policy", "x-frame-options", "x-content-type-options",
    "referrer-policy", "permissions-policy", "cross-origin-opener-policy", "cross-origin-resource-policy",
)  # fmt: skip
PAGES = [
    "index.html", "2022/index.html", "2022/outcomes.html", "2022/metrics/sample-outcome.html", "2023/index.html",
    "2023/part-1.html", "2023/commitments/sample-1.html", "2023/compare.html", "2023/report.html", "topics/sample.html",
    "search.html", "about.html", "sitemap.html", "data.html", "codes.html", "corrections.html", "en/index.html", "en/2022/metrics/sample-outcome.html",
    "en/2023/report.html", "en/search.html",
]  # fmt: skip
FILES = [
    ("data/metrics.csv", "text/csv; charset=utf-8"),
    ("data/metrics.json", "application/json"),
    ("data/workbook.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("2022/metrics/sample-outcome.json", "application/json"),
    ("2023/charts/target-sample-3.csv", "text/csv; charset=utf-8"),
    ("2023/charts/target-sample-3.svg", "image/svg+xml; charset=utf-8"),
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    ("en/feed.xml", "application/atom+xml; charset=utf-8"),
    ("topics/sample.xml", "application/atom+xml; charset=utf-8"),
    ("en/topics/sample.xml", "application/atom+xml; charset=utf-8"),
    ("sitemap.xml", "application/xml; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
    ("favicon.ico", "image/x-icon"),
    ("SHA256SUMS", "text/plain; charset=utf-8"),
]
ASSETS = [
    ("assets/site.*.css", "text/css; charset=utf-8"),
    ("assets/site.*.js", "text/javascript; charset=utf-8"),
    ("assets/search-en.*.js", "text/javascript; charset=utf-8"),
    ("assets/mark.*.svg", "image/svg+xml; charset=utf-8"),
    ("assets/share.*.png", "image/png"),
]


def secured(answer: Answer, framed_by: str = "'self'", used_by: str = "same-origin") -> None:
    """The headers that every answer has."""
    headers = answer.headers
    assert headers["content-security-policy"] == f"{policy()}; frame-ancestors {framed_by}"
    assert headers.get("x-frame-options") == ("SAMEORIGIN" if framed_by == "'self'" else None)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == used_by
    assert "strict-transport-security" not in headers


def test_pages(host: Host) -> None:
    for path in PAGES:
        answer = host.ask(path)
        assert (answer.status, answer.headers["content-type"], answer.headers["cache-control"]) == (
            200, HTML, "no-cache",
        ), path  # fmt: skip
        assert answer.body == (host.site / path).read_bytes()
        assert "access-control-allow-origin" not in answer.headers
        secured(answer)


def test_files(host: Host) -> None:
    for path, kind in FILES:
        answer = host.ask(path)
        assert (answer.status, answer.headers["content-type"]) == (200, kind), path
        assert answer.headers["cache-control"] == "no-cache"
        assert answer.body == (host.site / path).read_bytes()
        shared = path.startswith("data/") or path.endswith((".json", ".csv"))
        assert answer.headers.get("access-control-allow-origin") == ("*" if shared else None), path
        secured(answer, used_by="cross-origin" if shared or "/charts/" in path else "same-origin")


def test_fingerprinted_assets_are_kept_for_ever(host: Host) -> None:
    for pattern, kind in ASSETS:
        answer = host.ask(asset(host.site, pattern))
        assert (answer.status, answer.headers["content-type"]) == (200, kind), pattern
        assert answer.headers["cache-control"] == IMMUTABLE
        secured(answer, used_by="cross-origin" if kind == "image/png" else "same-origin")
    assert host.ask("assets/plain.css").headers["cache-control"] == "no-cache"
    assert host.ask("assets/gone.0123456789.css").headers["cache-control"] == "no-cache"


def test_embedded_pages_may_be_framed(host: Host) -> None:
    for path in ("2023/embed/commitments/sample-1.html", "en/2023/embed/commitments/sample-1.html"):
        answer = host.ask(path)
        assert (answer.status, answer.headers["content-type"]) == (200, HTML)
        secured(answer, "*", "cross-origin")
    secured(host.ask("2022/embed/gone.html"))


def test_a_folder_is_its_index(host: Host) -> None:
    for path in ("", "2023/", "en/", "en/2022/"):
        answer = host.ask(path)
        assert (answer.status, answer.headers["content-type"]) == (200, HTML), path
        assert answer.body == (host.site / path / "index.html").read_bytes()
        secured(answer)
        packed = host.ask(path, Accept_Encoding="gzip")
        assert gzip.decompress(packed.body) == answer.body
    for path in ("2023", "en", *([""] if host.base else [])):
        answer = host.ask_host(f"{host.base}/{path}".rstrip("/"))
        assert answer.status in (301, 308), path
        assert answer.headers["location"].endswith(f"{host.base}/{path}".rstrip("/") + "/")
        assert answer.headers["location"].startswith(
            ("/", f"http://www.example.gov.cn:{host.port}/", "http://www.example.gov.cn/")
        )


@pytest.mark.parametrize("path", ["assets/", "2022/metrics/", "data/", "en/topics/", "empty/"])
def test_no_folder_is_listed(host: Host, path: str) -> None:
    for address in (path, path.rstrip("/")):
        answer = host.ask(address)
        if answer.status == 301:
            continue
        assert answer.status == 404, address
        assert answer.body == (host.site / ("en/404.html" if path.startswith("en/") else "404.html")).read_bytes()
        secured(answer)


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("gone.html", "404.html"),
        ("2022/metrics/deep/er/gone.html", "404.html"),
        ("data/gone.csv", "404.html"),
        ("data/gone.json", "404.html"),
        ("index.html/more", "404.html"),
        ("english", "404.html"),
        (".hidden", "404.html"),
        (".git/config", "404.html"),
        (".htaccess", "404.html"),
        ("web.config", "404.html"),
        ("en/gone.html", "en/404.html"),
        ("en/2022/metrics/deep/er/gone", "en/404.html"),
    ],
)
def test_an_address_that_is_not_there(host: Host, path: str, page: str) -> None:
    answer = host.ask(path)
    assert (answer.status, answer.headers["content-type"], answer.headers["cache-control"]) == (404, HTML, "no-cache")
    assert answer.body == (host.site / page).read_bytes()
    assert "access-control-allow-origin" not in answer.headers
    secured(answer)
    packed = host.ask(path, Accept_Encoding="gzip")
    assert packed.status == 404
    assert gzip.decompress(packed.body) == answer.body


def test_the_missing_page_finds_its_style_sheet(host: Host) -> None:
    if host.base:
        text = host.ask("2022/deep/gone.html").body.decode()
        (address,) = re.findall(r'href="https://www\.example\.gov\.cn(/[^"]*/site\.[0-9a-f]{10}\.css)"', text)
        assert host.ask_host(address).status == 200


def test_nothing_beside_the_site_is_served(host: Host) -> None:
    for path in ("-secret.txt", "/../site-secret.txt", "../site-secret.txt", "/%2e%2e/site-secret.txt", "../build.py"):
        answer = host.ask_host(host.base + path if host.base else f"/{path.lstrip('/')}")
        assert answer.status in (400, 403, 404), path
        assert b"beside the site" not in answer.body
    if host.base:
        assert host.ask_host("/index.html").status == 404, "the rest of the host is not this site"


@pytest.mark.parametrize(
    "path",
    ["index.html", "2023/report.html", "en/index.html", "data/metrics.csv", "data/metrics.json", "assets/site.*.css"],
)
def test_packed_files_are_sent_when_asked_for(host: Host, path: str) -> None:
    path = asset(host.site, path) if "*" in path else path
    plain = host.ask(path)
    assert "content-encoding" not in plain.headers
    assert "accept-encoding" in plain.headers["vary"].lower()
    for accepted, coding, ending, unpack in (
        ("gzip", "gzip", ".gz", gzip.decompress),
        ("gzip;q=0.8, deflate, br", "br", ".br", brotli.decompress),
    ):
        if coding == "br" and (not (host.site / f"{path}.br").exists() or not sends_brotli(host)):
            coding, ending, unpack = "gzip", ".gz", gzip.decompress
        packed = host.ask(path, Accept_Encoding=accepted)
        assert packed.headers["content-encoding"] == coding
        assert packed.body == (host.site / f"{path}{ending}").read_bytes()
        assert unpack(packed.body) == plain.body
        assert "accept-encoding" in packed.headers["vary"].lower()
        for name in (*SAME_WHEN_PACKED, "cache-control", "access-control-allow-origin"):
            assert packed.headers.get(name) == plain.headers.get(name), name


def sends_brotli(host: Host) -> bool:
    return host.kind != "nginx" or NGINX_BROTLI.exists()


def revisit(host: Host, path: str, accepted: str) -> tuple[Answer, Answer]:
    """What a browser gets that has no copy, and what it gets later, when it has."""
    first = host.ask(path, Accept_Encoding=accepted)
    assert first.status == 200
    copy = {"If_Modified_Since": first.headers["last-modified"]}
    if "etag" in first.headers:
        copy["If_None_Match"] = first.headers["etag"]
    return first, host.ask(path, Accept_Encoding=accepted, **copy)


REVISITED = [
    "", "index.html", "en/2023/report.html", "2023/report.html", "data/metrics.csv", "data/metrics.json", "feed.xml",
    "2023/charts/target-sample-3.svg", "robots.txt", "assets/search-en.*.js", "assets/site.*.css", "assets/share.*.png",
]  # fmt: skip


@pytest.mark.parametrize("accepted", ["identity", "gzip", "gzip, deflate, br", "gzip, deflate, br, zstd"])
def test_a_copy_that_is_still_right_is_not_sent_again(host: Host, accepted: str) -> None:
    for path in REVISITED:
        path = asset(host.site, path) if "*" in path else path
        first, again = revisit(host, path, accepted)
        assert (again.status, again.body) == (304, b""), path
        assert again.headers["cache-control"] == first.headers["cache-control"]


@pytest.mark.parametrize("accepted", ["identity", "gzip, deflate, br"])
def test_a_copy_that_is_out_of_date_is_sent_again(host: Host, accepted: str) -> None:
    for path in ("index.html", "robots.txt", "feed.xml"):
        file = host.site / path
        before = file.read_bytes()
        when = file.stat().st_mtime
        tag = host.ask(path, Accept_Encoding=accepted).headers["etag"]
        try:
            for one in file.parent.glob(f"{file.name}*"):
                os.utime(one, (when + 60, when + 60))
            assert host.ask(path, Accept_Encoding=accepted, If_None_Match=tag).status == 200
        finally:
            for one in file.parent.glob(f"{file.name}*"):
                os.utime(one, (when, when))
        assert file.read_bytes() == before


def test_apache_as_debian_installs_it(folder: Path, site: Path) -> None:
    """Without headers and rewrite, on a host that packs: types, the missing page, and nothing twice."""
    with serving("htaccess FileInfo", SUB, folder, site, more="") as host:
        for path, kind in (("index.html", HTML), ("data/metrics.csv", "text/csv; charset=utf-8"), *FILES):
            assert host.ask(path).headers["content-type"] == kind
        assert "content-encoding" in host.ask("index.html", Accept_Encoding="gzip").headers
        for path in ("index.html", "feed.xml", "robots.txt", "data/workbook.xlsx"):
            for accepted in ("identity", "gzip, deflate, br"):
                assert revisit(host, path, accepted)[1].status == 304, path
        missing = host.ask("en/gone.html")
        assert (missing.status, missing.body) == (404, (site / "en/404.html").read_bytes())


def test_only_get_and_head(host: Host) -> None:
    for path in ("index.html", "data/metrics.csv", ""):
        full = host.ask(path)
        head = host.ask(path, "HEAD")
        assert (head.status, head.body) == (200, b"")
        assert head.headers["content-length"] == str(len(full.body))
        secured(head, used_by="cross-origin" if path.startswith("data/") else "same-origin")
        # A .htaccess has no say over TRACE: it is the host's.
        trace = [] if host.kind.startswith("htaccess") else ["TRACE"]
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", *trace):
            assert host.ask(path, method).status in (403, 405), method
    assert host.ask("index.html").status == 200


def test_ipv6(host: Host) -> None:
    if has_ipv6():  # a machine without it cannot tell
        answer = host.ask("index.html", address="::1")
        assert answer.status == 200
        secured(answer)


def test_a_missing_server_fails_and_says_what_to_do() -> None:
    with pytest.raises(AssertionError, match="no-such-server is not installed: run tools/setup-tests"):
        program("no-such-server")


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.iterdir()))
def test_every_file_has_the_same_rules(name: str) -> None:
    """They are written by hand, in the words of each server: what a server here did not try is held to this."""
    text = unescape((EXAMPLES / name).read_text("utf-8"), {"&apos;": "'"})
    policies = re.findall(r"default-src [^\"`]*; frame-ancestors ([^\"`]+)", text)
    assert len(policies) == text.count(POLICY)
    assert set(policies) in ({"'self'", "*"}, {"$work_report_ancestors"})
    for value in ("nosniff", "strict-origin-when-cross-origin", "SAMEORIGIN", "same-origin", "max-age=31536000",
                  "Cross-Origin-Resource-Policy", "cross-origin",
                  "camera=(), geolocation=(), microphone=(), payment=(), usb=()", "application/atom+xml",
                  "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"):  # fmt: skip
        assert value in text, value
    guide = (ROOT / "docs/hosting.md").read_text("utf-8")
    assert f"hosting/{name}" in guide
    if name != "object-storage.md":
        assert "docs/hosting.md" in text


@pytest.mark.parametrize("base", [SUB, ""])
def test_caddy_reads_its_file(base: str, tmp_path: Path) -> None:
    caddy = program("caddy")
    (tmp_path / "Caddyfile").write_text(example("Caddyfile", base), "utf-8")
    call = [caddy, "validate", "--adapter", "caddyfile", "--config", str(tmp_path / "Caddyfile")]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# IIS runs on Windows only, so its file is read here as IIS reads it: as a tree of elements.


@pytest.fixture(scope="module", params=[SUB, ""], ids=["sub", "root"])
def config(request: pytest.FixtureRequest) -> ElementTree.Element:
    text = example("web.config", request.param)
    assert text.startswith("<?xml ")
    return ElementTree.fromstring(text.encode())


def values(element: ElementTree.Element, path: str, key: str, value: str) -> dict[str, str]:
    found = element.findall(path)
    assert len({one.attrib[key] for one in found}) == len(found), "IIS refuses an entry that comes twice"
    return {one.attrib[key]: one.attrib[value] for one in found}


def test_web_config(config: ElementTree.Element) -> None:
    (server,) = config.findall("system.webServer")
    types = values(server, "staticContent/mimeMap", "fileExtension", "mimeType")
    assert types[".csv"] == "text/csv; charset=utf-8"
    assert types[".json"] == "application/json"
    assert types["."] == "text/plain; charset=utf-8"
    headers = values(server, "httpProtocol/customHeaders/add", "name", "value")
    assert headers["Content-Security-Policy"] == f"{policy()}; frame-ancestors 'self'"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "Strict-Transport-Security" not in headers
    (listing,) = server.findall("directoryBrowse")
    assert listing.attrib["enabled"] == "false"
    (cache,) = server.findall("staticContent/clientCache")
    assert cache.attrib["cacheControlMode"] == "DisableCache"
    assert list(values(server, "security/requestFiltering/verbs/add", "verb", "allowed")) == ["GET", "HEAD"]


def test_web_config_removes_before_it_adds(config: ElementTree.Element) -> None:
    """What the host has already and is added again is error 500.19 on every page."""
    keys = {"mimeMap": ("fileExtension",), "add": ("name", "verb", "value"), "error": ("statusCode",)}
    added = 0
    for parent in config.iter():
        removed: set[str] = set()
        cleared = False
        for child in parent:
            key = next((child.attrib[k] for k in keys.get(child.tag, ()) if k in child.attrib), None)
            if child.tag == "clear":
                cleared = True
            elif child.tag == "remove":
                removed |= set(child.attrib.values())
            elif key is not None:
                added += 1
                assert cleared or key in removed, key
    assert added > 40


def test_web_config_of_folders(config: ElementTree.Element) -> None:
    places = {one.attrib["path"]: one for one in config.findall("location")}
    assert len(places) == len(config.findall("location")), "IIS refuses a location that comes twice"
    (cache,) = places["assets"].findall("system.webServer/staticContent/clientCache")
    assert cache.attrib == {
        "cacheControlMode": "UseMaxAge", "cacheControlMaxAge": "365.00:00:00", "cacheControlCustom": "public, immutable",
    }  # fmt: skip
    for path in ("embed", "2022/embed", "en/2023/embed"):
        headers = places[path].find("system.webServer/httpProtocol/customHeaders")
        assert headers is not None
        assert values(headers, "add", "name", "value") == {
            "Content-Security-Policy": f"{policy()}; frame-ancestors *", "Cross-Origin-Resource-Policy": "cross-origin",
        }  # fmt: skip
        assert [one.attrib["name"] for one in headers.findall("remove")] == [
            "X-Frame-Options",
            "Content-Security-Policy",
            "Cross-Origin-Resource-Policy",
        ]
    for path in ("data", "2022/metrics", "2023/commitments"):
        headers = places[path].find("system.webServer/httpProtocol/customHeaders")
        assert headers is not None
        assert values(headers, "add", "name", "value") == {
            "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin",
        }  # fmt: skip
    assert {"feed.xml", "en/feed.xml", "topics", "en/topics", "en"} <= places.keys()
    english = [one.attrib["path"].replace("\\", "/") for one in places["en"].iter("error")]
    assert english
    assert all(path.endswith("en/404.html") for path in english)


def test_missing_pages_of_web_config() -> None:
    assert r'path="zt\work-report\404.html" responseMode="File"' in example("web.config", SUB)
    assert 'path="404.html" responseMode="File"' in example("web.config", "")
