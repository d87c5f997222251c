"""What a release changes in site.yaml and permalinks.yaml, character by character."""

from __future__ import annotations

import pytest

from workreport.content import Release
from workreport.release.entry import dated, entered, with_digest

NEW = Release.model_validate(
    {"version": "1.1", "published": "2026-12-20 16:30", "notes": {"zh": "更正：一处。", "en": 'One "fix": #1.'}}
)
ENTRY = """\
  - version: "1.1"
    published: "2026-12-20 16:30"
    notes: {zh: "更正：一处。", en: "One \\"fix\\": #1."}
"""
DIGEST = "ab" * 32


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\n# none yet\nreleases: []  # oldest first\n\ntopics:\n", f"a: 1\n# none yet\nreleases: # oldest first\n{ENTRY}\ntopics:\n"),
        ("a: 1\n", f"a: 1\n\nreleases:\n{ENTRY}"),
        ("a: 1", f"a: 1\n\nreleases:\n{ENTRY}"),
        ("releases:\n  - version: x\n    notes: y\n\n# about topics\ntopics: []\n", f"releases:\n  - version: x\n    notes: y\n{ENTRY}\n# about topics\ntopics: []\n"),
        ("releases:\n  - {version: x}\n\n  # a word on it\n  - {version: y}\n", f"releases:\n  - {{version: x}}\n\n  # a word on it\n  - {{version: y}}\n{ENTRY}"),
        ("releases:\n- version: x\ntopics: []\n", "releases:\n- version: x\n" + ENTRY.replace("\n  ", "\n").removeprefix("  ") + "topics: []\n"),
    ],
)  # fmt: skip
def test_the_entry_goes_behind_all_others(before: str, after: str) -> None:
    assert entered(before, NEW) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("releases:\n  - version: x\n    notes: y\n\ntopics: []\n", f"releases:\n  - version: x\n    notes: y\n    digest: {DIGEST}\n\ntopics: []\n"),
        ("releases:\n  - {version: x, notes: {zh: y}}\n", f"releases:\n  - {{version: x, notes: {{zh: y}}, digest: {DIGEST}}}\n"),
        ("a: 1\n", "a: 1\n"),
    ],
)  # fmt: skip
def test_the_digest_goes_to_the_newest(before: str, after: str) -> None:
    assert with_digest(before, DIGEST) == after


def test_a_first_date_is_written_once_and_comments_stay() -> None:
    text = (
        "# every page\npermalinks:\n"
        "  - {id: 2022/metrics/a, code: 2022-M001, sentence: p3s1}\n"
        '  - {id: 2022/metrics/b, code: 2022-M002, sentence: p3s2, first: "2026-01-01", moved_to: 2022/metrics/a}\n'
        "  - {id: 2022/metrics/c, code: 2022-M003, sentence: p3s3, moved_to: 2022/metrics/a}\n"
        "  - {id: 2022/metrics/d, code: 2022-M004, sentence: p3s4, words: 新建公园}\n"
        '  - {id: 2022/metrics/e, code: 2022-M005, sentence: p3s4, words: "“一, 二”}"}\n'
    )
    assert dated(text, "2026-12-20") == text.replace("p3s1}", 'p3s1, first: "2026-12-20"}').replace(
        "p3s3,", 'p3s3, first: "2026-12-20",'
    ).replace("新建公园}", '新建公园, first: "2026-12-20"}').replace('二”}"}', '二”}", first: "2026-12-20"}')
