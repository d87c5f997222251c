"""tests/invalid/zh.md: one problem of each code that the broken inputs raise, in Chinese, for a reader of Chinese.

It is written with the expected texts in English, by test_refusals and test_mini_refusals; each compares its own part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests import ROOT
from workreport.diagnostics import Refusal, catalogue

INVALID = ROOT / "tests" / "invalid"
FILE = INVALID / "zh.md"
_TITLE = """# 程序的提示，中文

每个代码一例：含义、提示语和建议。括号内是引出它的错误样例（`tests/invalid/` 下的文件）。本文件由程序写出，请勿手改。
"""


def cases() -> dict[str, str]:
    """By code: the broken input that shows it in the file, the one that is named for it where there is one."""
    found: dict[str, tuple[bool, bool, str]] = {}
    for path in INVALID.rglob("*.txt"):
        for code in set(re.findall(r"error\[([a-z-]+)\]", path.read_text("utf-8"))):
            name = f"{path.parent.name}/{path.stem}"
            rank = (path.stem != code, not path.stem.startswith(code), name)
            found[code] = min(rank, found.get(code, rank))
    return {code: found[code][-1] for code in sorted(found)}


def sections() -> dict[str, tuple[str, str]]:
    """What the file has: by code, the broken input and the text."""
    text = FILE.read_text("utf-8") if FILE.is_file() else ""
    return {
        code: (case, said) for code, case, said in re.findall(r"(?s)\n## (\S+) \((.+?)\)\n\n(.*?)(?=\n## |\Z)", text)
    }


def spoken(refusal: Refusal, folder: Path) -> dict[str, str]:
    """By code: its meaning and its first problem, as the file has them, with the folder's own name taken out."""
    found: dict[str, str] = {}
    for problem in refusal.diagnostics:
        printed = problem.text("zh").replace(f"{folder.as_posix()}/", "")
        lines = "\n".join(f"- {line.strip()}" for line in printed.splitlines())
        found.setdefault(
            problem.code.name, f"{catalogue('zh')[problem.code.meaning] or problem.code.meaning}\n\n{lines}\n"
        )
    return found


def shown(case: str) -> dict[str, str]:
    """By code: what the file shows of a broken input."""
    return {code: said for code, (shown_by, said) in sections().items() if shown_by == case}


def update(suite: str, found: Mapping[str, Mapping[str, str]]) -> None:
    """Write the part of one suite anew: `found` has what its broken inputs bring about, by their names."""
    old = sections()
    parts = []
    for code, case in cases().items():
        folder, _, name = case.partition("/")
        said = found[name][code] if folder == suite else old.get(code, (case, ""))[1]
        parts.append(f"\n## {code} ({case})\n\n{said}")
    FILE.write_text(_TITLE + "".join(parts), "utf-8")
