"""Ids of what is published: which kind of thing, of which year, by which name. Pure.

An id reads in two ways. Where every kind may stand (permalinks, corrections, moved pages) it is written whole:
2022/metrics/new-jobs, 2023/commitments/x, 2023/targets/x, 2023/city-quality, 2023/review/city-quality, topics/jobs.
Where the kind is plain from the place (a baseline names a metric, the data a target) it is year/name.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

ItemKind = Literal["metric", "commitment", "target", "section", "review", "topic"]
"""`review` is a review section whose name a tasks section of the same year has too; `section` any other section."""

_FOLDERS: dict[ItemKind, str] = {
    "metric": "metrics/",
    "commitment": "commitments/",
    "target": "targets/",
    "section": "",
    "review": "review/",
}
_KINDS: dict[str, ItemKind] = {folder: kind for kind, folder in _FOLDERS.items()}
_WHOLE = re.compile(r"(?:topics|([0-9]{4}))/((?:[a-z]+/)?)([a-z0-9-]+)")


@dataclass(frozen=True, slots=True, order=True)
class ItemId:
    """An id of the content, unique over all kinds and years."""

    kind: ItemKind
    year: int
    """The year that the item speaks of; 0 for a topic, which has none."""
    slug: str

    @classmethod
    def parse(cls, text: str) -> ItemId:
        """The id that is written whole, such as 2022/metrics/new-jobs. Raises ValueError for anything else."""
        match = _WHOLE.fullmatch(text)
        if match is None or match[2] not in _KINDS or (match[1] is None and match[2]):
            raise ValueError(f"“{text}” is not the id of an item")
        if match[1] is None:
            return cls("topic", 0, match[3])
        return cls(_KINDS[match[2]], int(match[1]), match[3])

    @classmethod
    def of(cls, kind: ItemKind, text: str) -> ItemId:
        """The id of a known kind that is written as year/name, such as 2022/new-jobs in a baseline."""
        year, _, slug = text.partition("/")
        return cls(kind, int(year), slug)

    @classmethod
    def of_review(cls, year: int, slug: str, tasks: Container[tuple[int, str]]) -> ItemId:
        """The id of a review section. `tasks`: year and name of every section of the tasks, which has the shorter one."""
        return cls("review" if (year, slug) in tasks else "section", year, slug)

    @property
    def brief(self) -> str:
        """year/name, as baselines and the data name it."""
        return f"{self.year}/{self.slug}"

    def __str__(self) -> str:
        """The id written whole; also the public path of its page, where it has one, without the suffix."""
        return f"topics/{self.slug}" if self.kind == "topic" else f"{self.year}/{_FOLDERS[self.kind]}{self.slug}"
