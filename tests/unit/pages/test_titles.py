"""What tabs and lists of results call a page: its title whole, the rest where there is room."""

from __future__ import annotations

import pytest

from workreport.pages.head import head_title

SITE = "Hedong promises, 2022–2023"


@pytest.mark.parametrize(
    ("title", "parent", "wanted"),
    [
        ("New jobs", "2023 tasks", f"New jobs – 2023 tasks – {SITE}"),
        ("Places", "", f"Places – {SITE}"),
        ("x" * 40, "2023 tasks", f"{'x' * 40} – {SITE}"),
        ("x" * 50, "2023 tasks", f"{'x' * 50} – 2023 tasks"),
        ("x" * 80, "2023 tasks", "x" * 80),
    ],
)
def test_the_rest_stands_where_there_is_room(title: str, parent: str, wanted: str) -> None:
    assert head_title(title, parent, SITE) == wanted
