"""Outcomes and promises in lists, each with the sentence that it stands in. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from workreport.pages.richtext import foreign
from workreport.pages.views import Views
from workreport.site import Commitment, Comparison, Metric

Item = TypeVar("Item", Metric, Commitment, Comparison)


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricLine:
    """A metric in a list."""

    title: str
    path: str
    figure: str
    estimate: bool
    about: str
    """Of which years it is, and on what basis; "" where there is nothing to say."""
    change: str
    of: Sequence[str]
    """What belongs to the figure: of what it is a share or a part, and what the editors note."""
    said: str
    """The report's words, or on a page of another language what translates their sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """A commitment in a list; `said` as of a metric."""

    title: str
    path: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """An outcome or a goal in a list that says no more than its value."""

    title: str
    path: str
    figure: str
    words: bool
    """Whether a goal has words in place of a number."""
    estimate: bool
    about: str
    of: Sequence[str]


def metric_line(views: Views, metric: Metric) -> MetricLine:
    """A metric in a list."""
    return MetricLine(
        title=views.say(metric.title),
        path=metric.path,
        figure=views.figure(metric.quantity),
        estimate=metric.quantity.estimate,
        about=views.about(metric),
        change=views.change(metric),
        of=views.stated(metric),
        said=_said(views, metric),
    )


def promise_lines(views: Views, items: Iterable[Commitment]) -> list[PromiseLine]:
    """Commitments in a list."""
    return [PromiseLine(title=views.say(c.title), path=c.path, said=_said(views, c)) for c in items]


def aimless(items: Iterable[Commitment]) -> list[Commitment]:
    """Those that no goal stands for in a list of goals."""
    return [c for c in items if not c.targets]


def value_line(views: Views, item: Metric | Comparison) -> ValueLine:
    """A metric, or the goal of a comparison."""
    if isinstance(item, Metric):
        return ValueLine(
            title=views.say(item.title),
            path=item.path,
            figure=views.figure(item.quantity),
            words=False,
            estimate=item.quantity.estimate,
            about=views.about(item),
            of=views.stated(item),
        )
    target = item.target
    return ValueLine(
        title=views.say(target.title),
        path=target.path,
        figure=views.figure(target.quantity) if target.quantity else views.plain(target.words),
        words=target.quantity is None,
        estimate=False,
        about=views.about(target),
        of=views.stated(target),
    )


def mainly(topic: str, items: Iterable[Item]) -> list[Item]:
    """Those of a topic: first the ones of which it is the first topic, in their order, since they are mainly about it."""

    def topics(item: Item) -> Sequence[str]:
        return item.target.topics if isinstance(item, Comparison) else item.topics

    return sorted((item for item in items if topic in topics(item)), key=lambda item: topics(item)[0] != topic)


def _said(views: Views, item: Metric | Commitment) -> Markup:
    return foreign(views.sentence(item.quote), views.lang)
