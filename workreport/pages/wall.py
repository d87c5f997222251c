"""The wall of the home page: a square for each commitment of a report, by topic, and of which kind each is. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from workreport.pages.views import Views
from workreport.site import Commitment, Report, Site, urls

Kind = Literal["same", "beside", "number", "words"]

KINDS: tuple[Kind, ...] = ("same", "beside", "number", "words")
"""In the order in which pages list them. A commitment with several targets is of the first that one of them has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A commitment."""

    path: str
    title: Markup
    kind: Kind
    tag: str
    """The kind in a word, for who hears the title; "" for a promise in words, as most are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The commitments whose first topic it is, or, of those without a topic, a section's."""

    title: Markup
    path: str
    squares: Sequence[Square]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many commitments are of a kind."""

    kind: Kind
    text: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """All commitments of a report."""

    title: str
    kinds: Sequence[Counted]
    """Without those that no commitment is of; the counts add up to the number in the title."""
    groups: Sequence[Group]
    how: str
    """What each kind is, and how a commitment of several counts."""


def wall(views: Views, report: Report) -> Wall | None:
    """The wall; None for a report that promises nothing."""
    kinds = {c.id: kind_of(views.site, c) for c in report.commitments}
    if not kinds:
        return None
    groups: dict[str, tuple[Markup, list[tuple[int, Square]]]] = {
        urls.topic(topic): (views.say(views.site.topics[topic]), []) for topic in views.site.used_topics
    }
    for c in report.commitments:
        kind = kinds[c.id]
        square = Square(path=c.path, title=views.say(c.title), kind=kind, tag=views.words["wall_tag_" + kind])
        home = urls.topic(c.topics[0]) if c.topics else c.section.path
        groups.setdefault(home, (views.say(c.section.title), []))[1].append((KINDS.index(kind), square))
    of = [*kinds.values()]
    return Wall(
        title=views.count("wall_title", len(kinds)),
        kinds=[
            Counted(kind=kind, text=views.word("wall_" + kind, was=report.outcome_year), count=of.count(kind))
            for kind in KINDS
            if kind in of
        ],
        groups=[
            Group(title=title, path=path, squares=[s for _, s in sorted(held, key=lambda pair: pair[0])])
            for path, (title, held) in groups.items()
            if held
        ],
        how=views.word("wall_how", was=report.outcome_year),
    )


def kind_of(site: Site, commitment: Commitment) -> Kind:
    """Of which kind a commitment is: the first of `KINDS` that one of its targets is of.

    `same`: a target's number may be compared with an outcome; `beside`: the report has an outcome for it, on another
    basis or of another scope; `number`: it has none. `words`: no target has a number, whatever stands beside its words.
    """
    found = set[Kind](("words",))
    for comparison in (site.comparisons[target] for target in commitment.targets):
        how = comparison.comparability
        if comparison.target.quantity is not None:
            found.add("same" if how == "same" else "number" if how == "no_baseline" else "beside")
    return next(kind for kind in KINDS if kind in found)
