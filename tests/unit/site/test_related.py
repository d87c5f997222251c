"""What is listed beside a commitment shares something with it, and the most comes first."""

from __future__ import annotations

from collections.abc import Sequence

from workreport.content import Text
from workreport.content.ids import ItemId
from workreport.site.items import Commitment, Quote, SectionRef
from workreport.site.related import MOST, related


def _commitment(
    identifier: str, topics: Sequence[str], places: Sequence[str] = (), terms: Sequence[str] = (), section: str = "a"
) -> Commitment:
    return Commitment(
        id=ItemId("commitment", 2023, identifier),
        section=SectionRef(id=ItemId("section", 2023, section), title=Text({"zh": "节", "en": "Section"})),
        title=Text({"zh": identifier, "en": identifier}),
        plain=None,
        quote=Quote(
            text="", translations={}, block="p1", sentence="p1s1", sentences=("p1s1",), report="2023/report.html"
        ),
        targets=(),
        note=None,
        topics=tuple(topics),
        places=tuple(places),
        terms=tuple(terms),
        code="2023-C001",
        draft=False,
    )


def _ids(items: Sequence[Commitment], identifier: str) -> list[str]:
    return [c.id.slug for c in related(items)[ItemId("commitment", 2023, identifier)]]


def test_a_place_counts_more_than_a_term_and_a_term_more_than_a_topic() -> None:
    items = [
        _commitment("own", ["t"], ["p"], ["w"]),
        _commitment("topic", ["t"]),
        _commitment("term", ["x"], terms=["w"]),
        _commitment("place", ["x"], ["p"]),
        _commitment("none", ["x"]),
    ]
    assert _ids(items, "own") == ["place", "term", "topic"]


def test_one_topic_alone_counts_within_the_section_only() -> None:
    items = [
        _commitment("own", ["t", "u"]),
        _commitment("far", ["t"], section="b"),
        _commitment("both", ["t", "u"], section="b"),
    ]
    assert _ids(items, "own") == ["both"]


def test_equal_ones_come_in_the_reports_order_and_not_too_many() -> None:
    items = [_commitment(f"c{n:03}", ["t"], ["p"]) for n in range(100)]
    found = related(items)
    assert _ids(items, "c000") == ["c001", "c002", "c003", "c004", "c005"]
    assert all(len(own) == MOST for own in found.values())
    assert all(key not in [c.id for c in own] for key, own in found.items())
