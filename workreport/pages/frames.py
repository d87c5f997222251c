"""The HTML that puts a page of ours into a frame of another site, and how high that frame has to be. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from markupsafe import escape

from workreport.charts import advance
from workreport.pages.compared import compared
from workreport.pages.views import Views
from workreport.site import Commitment, Comparison, Report, Target, urls

_NARROWEST, _WIDEST = 280, 640
"""Pixels that a frame is wide: at least, and at most."""
_SIZE, _LINE, _MARGINS = 16, 25, 36
"""Of an embedded page: the size of its type, the height of a line, and what is beside the text."""
_RAGGED, _SAFE = 1.1, 1.12
"""What lines lose at their ends; and what the whole is taken for, since readers have fonts of their own."""


def snippet(views: Views, report: Report, commitment: Commitment, target: Target | None = None) -> str:
    """The HTML that shows a commitment, or one of its targets, in another page; "" without a base URL."""
    if not views.base_url:
        return ""
    of = target or commitment
    own = [views.site.comparisons[id] for id in ([target.id] if target else commitment.targets)]
    title, address = views.plain(of.title), views.address(urls.embed(of.id))
    tall, low = (_height(views, report, of, own, width) for width in (_NARROWEST, _WIDEST))
    # Between the two widths the page is never taller than the line that joins its heights there. Browsers that do
    # not know cqw, the width of the frame's place, keep the attribute.
    slope = f"{(tall - low) / (_WIDEST - _NARROWEST):.3f}"
    height = f"clamp({low}px,{tall}px - (100cqw - {_NARROWEST}px)*{slope},{tall}px)"
    return (
        f'<div style="max-width:{_WIDEST}px;container-type:inline-size"><iframe src="{escape(address)}" '
        f'title="{escape(title)}" width="100%" height="{tall}" style="border:0;height:{height}" loading="lazy">'
        "</iframe></div>"
    )


def _height(views: Views, report: Report, of: Commitment | Target, own: Sequence[Comparison], frame: int) -> int:
    """Pixels that hold the page in a frame of a width: an estimate from its text, on the safe side."""
    width = frame - _MARGINS
    half = (width - 16) // 2
    height = 120 + _text(views.plain(of.title), width, 1.3) + _text(of.quote.text, width - 24) + _LINE
    height += _text(views.status(report), width, 0.9)
    if views.translated:
        height += _text(f"{of.quote.words(views.lang)} {views.words['unofficial']}", width)
    for c in own:
        shown, title = compared(views, report, c), views.plain(c.target.title)
        goal = _text(re.sub("<[^>]*>", "", shown.goal), half, 1.5) + _text(title, half, 0.9)
        outcome = _text(shown.outcome, half, 1.5) + _text(shown.metric_change, half, 0.9)
        goal += sum(_text(text, half, 0.9) for text in shown.goal_of)
        outcome += sum(_text(text, half, 0.9) for text in shown.outcome_of)
        outcome += _text(views.plain(c.metric.title) if c.metric else "", half, 0.9)
        height += 110 + max(goal, outcome) + _text(f"{shown.class_text} {shown.says}", width)
        height += 0 if isinstance(of, Target) else _text(title, width, 1.1) + 16
    return math.ceil(height * _SAFE / 20) * 20


def _text(text: str, width: int, size: float = 1) -> int:
    """Pixels that a text takes at a size of type, in a column of a width."""
    if not text:
        return 0
    lines = math.ceil(advance(text, _SIZE * size) * _RAGGED / width)
    return lines * math.ceil(_LINE * size)
