"""What stands round every page."""

from __future__ import annotations

from pathlib import Path

from tests.unit.published import HOST, published
from workreport.render import policy


def test_the_portals_scripts_are_allowed_by_name(tmp_path: Path) -> None:
    assert "script-src 'self' https://s.example.org;" in policy(["s.example.org"])
    assert "style-src 'self';" in policy(["s.example.org"])
    site = published(tmp_path, host=HOST.replace("  domain:", "  portal_hosts: [s.example.org]\n  domain:"))
    assert "script-src &#39;self&#39; https://s.example.org;" in (site / "index.html").read_text("utf-8")
