"""The page of the open data: it explains every column, and its example runs."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import LANGUAGES
from workreport.exports.dictionary import tables_in


@pytest.mark.parametrize("lang", ["", "en/"])
def test_the_page_explains_every_column(draft_site: Path, lang: str) -> None:
    page = (draft_site / f"{lang}data.html").read_text("utf-8")
    for table in tables_in(LANGUAGES):
        section = page.partition(f'<h3 id="{table.name}">')[2].partition("</section>")[0]
        assert re.findall(r"<dt><code>([a-z_]+)</code>", section) == list(table.columns)


@pytest.mark.parametrize(("lang", "title"), [("", "新增就业"), ("en/", "New jobs")])
def test_the_example_of_the_page_runs(draft_site: Path, lang: str, title: str) -> None:
    page = (draft_site / f"{lang}data.html").read_text("utf-8")
    found = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    assert found
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", html.unescape(found[1])],
        cwd=draft_site / "data", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert title in done.stdout
