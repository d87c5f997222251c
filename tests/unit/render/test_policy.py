"""What pages may load."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.published import HOST, published
from workreport.render import folder_policy, policy


def test_the_portals_scripts_are_allowed_by_name_and_make_what_they_like(tmp_path: Path) -> None:
    given = policy(["s.example.org"])
    assert "script-src 'self' https://s.example.org;" in given
    assert "style-src 'self';" in given
    assert "trusted-types" not in given
    assert policy().endswith("; require-trusted-types-for 'script'")
    site = published(tmp_path, host=HOST.replace("  domain:", "  portal_hosts: [s.example.org]\n  domain:"))
    assert "script-src &#39;self&#39; https://s.example.org;" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("base_url", "folder"),
    [
        ("https://www.example.gov.cn/zt/work-report", "*:*/zt/work-report/assets/ file:"),
        ("http://[::1]:8000/a/", "*:*/a/assets/ file:"),
        ("https://www.example.gov.cn", "*:*/assets/ file:"),
    ],
)
def test_a_site_that_knows_its_path_is_held_to_its_assets(base_url: str, folder: str) -> None:
    assert folder_policy(base_url) == f"style-src {folder}; img-src {folder}; script-src {folder}"
    portal = folder_policy(base_url, ["s.example.org"])
    assert (
        portal
        == f"style-src {folder}; img-src {folder} https://s.example.org; script-src {folder} https://s.example.org"
    )


def test_without_a_base_url_there_is_no_second_policy() -> None:
    assert folder_policy("") == ""
