"""What is published of a style sheet and of a script: what browsers need, and no byte of a string less."""

from __future__ import annotations

from pathlib import Path

import pytest

from workreport.render.assets import read_assets


@pytest.mark.parametrize(
    ("name", "written", "published"),
    [
        ("a.css", '/* why */\na { content: "/* x */"; }\n', 'a { content: "/* x */"; }\n'),
        ("a.js", '// why\n  // and how\nf("// x"); // here\n', 'f("// x"); // here\n'),
        ("a.js", "f(`\n// x\n`);\n", "f(`\n// x\n`);\n"),
    ],
)
def test_comments_are_not_published(name: str, written: str, published: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(written, "utf-8")
    assert read_assets(tmp_path, "assets")[name].data.decode() == published
