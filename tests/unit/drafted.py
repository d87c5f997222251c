"""The mini content with drafts in it, of whose reports little is known."""

from __future__ import annotations

import re
from pathlib import Path

from tests import mini

_IDENTITY = re.compile("^(?:title|notice|document_number|issuer|speaker|delivered|issued): .*\n", re.MULTILINE)
_SUMMARY = re.compile("^summary:.*\n(?:[ \n].*\n|\n)*?(?=[a-z])", re.MULTILINE)
DRAFTS = (
    ("2022_review/02-city.yaml", "  - id: parks\n", "  - id: parks\n    draft: true\n"),
    ("2022_review/02-city.yaml", "  - id: pm25\n", "  - id: pm25\n    draft: true\n"),
    ("2022_review/02-city.yaml", "paragraphs:", "draft: true\nparagraphs:"),
    ("2023_tasks/01-economy.yaml", "  - id: buildings\n", "  - id: buildings\n    draft: true\n"),
    ("2023_tasks/01-economy.yaml", "      - id: enterprises\n", "      - id: enterprises\n        draft: true\n"),
    ("source/2023.waivers.yaml", "reason: restated}", "reason: undecided, draft: true}"),
    ("source/2023.waivers.yaml", '过去，", reason: transition}', '过去，", reason: undecided, draft: true}'),
    ("source/2023.waivers.yaml", "2022年, reason: date}", "2022年, reason: date, draft: true}"),
    ("places.yaml", "{id: sample-district", "{draft: true, id: sample-district"),
)
"""(file, what stands there, what is written instead)"""


def with_drafts(content: Path) -> None:
    """Mark some of what a copy of the mini content says as drafts."""
    mini.edit(content, [{"file": file, "find": old, "put": new} for file, old, new in DRAFTS])


def bare(content: Path) -> None:
    """Take out the identity of its reports, every summary and whose reports they are."""
    for path in content.glob("source/*.report.yaml"):
        path.write_text(_IDENTITY.sub("", path.read_text("utf-8")), "utf-8")
    for path in content.glob("*_*/*.yaml"):
        path.write_text(_SUMMARY.sub("", path.read_text("utf-8")), "utf-8")
    site = content / "site.yaml"
    site.write_text(re.sub("(?m)^place: .*\n", "", site.read_text("utf-8")), "utf-8")
