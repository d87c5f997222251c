"""The mini site as it is once it has been published: with a host, an address, releases and corrections."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests import mini
from tests.mini import CONTENT
from workreport.build import build
from workreport.diagnostics import Console
from workreport.options import Options
from workreport.release import run

ADDRESS = "https://www.example.org/zt/report"

HOST = """
host:
  base_url: https://www.example.org/zt/report/
  sponsor: {zh: 样例区人民政府办公室, en: Office of the Sample District Government}
  portal: {zh: 样例区人民政府, en: Sample District Government}
  domain: www.example.org
  site_code: "1234567890"
  icp: 样ICP备00000000号
  police: 样公网安备00000000000000号
  badge: https://badge.example.org/1
  badge_image: share.png
  police_image: mark.svg
  report_error: https://error.example.org/1
licence:
  name: CC-BY-4.0
  title: {zh: 署名4.0, en: Attribution 4.0}
  address: https://creativecommons.org/licenses/by/4.0/
releases:
  - version: "1.0"
    published: "2026-12-01 09:00"
    notes: {zh: 首次发布。, en: First release.}
    digest: 67b28a36084fca98a99ca7146d6c56b7736604de82fa8852e057188679d5164e
  - {version: "1.1", published: "2026-12-20 16:30", notes: {zh: 更正一处 <b>&。, en: One correction <b>&.}}
"""
CORRECTIONS = """
corrections:
  - date: "2026-12-10"
    item: 2022/metrics/new-jobs
    old: {zh: 新增工作, en: New work}
    new: {zh: "新增就业 <i>&", en: "New jobs <i>&"}
    reason: {zh: 用词与报告不同。, en: The words differed from the report's.}
  - date: "2026-12-20"
    old: {zh: 旧说明, en: Old text}
    new: {zh: 新说明, en: New text}
    reason: {zh: 表述不清。, en: It was unclear.}
"""


def content(folder: Path, host: str = HOST, corrections: str = CORRECTIONS) -> Path:
    """A copy of the mini content with a host and corrections."""
    shutil.copytree(CONTENT, folder)
    site = folder / "site.yaml"
    site.write_text(site.read_text("utf-8") + host, "utf-8")
    if corrections:
        (folder / "corrections.yaml").write_text(corrections.lstrip(), "utf-8")
    return folder


def published(folder: Path, base_url: str = "", host: str = HOST) -> Path:
    """Build it below `folder`, without drawings. Returns the site."""
    build(mini.options(content(folder / "content", host), folder / "site", base_url=base_url, charts=False))
    return folder / "site"


def releasing(folder: Path) -> Options:
    """The mini content below `folder` with a host and without a release."""
    # A badge that is no icon of the page too, so that what a page loads is told by its address.
    host = HOST.partition("releases:")[0].replace("badge_image: share.png", "badge_image: mark.svg")
    return mini.options(content(folder / "content", host, ""), folder / "site", charts=False)


def released(options: Options, version: str, day: str, digest: str = "") -> None:
    """A release of the content, kept; the first of the line where no digest is given."""
    notes = {"zh": "试。", "en": "Trial."}
    published = f"2026-{day} 09:00"
    assert not run(options, Console("en"), version=version, notes=notes, published=published, digest=digest)
