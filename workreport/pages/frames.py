"""The HTML that puts a page of ours into a frame of another site, and how high that frame has to be. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from markupsafe import escape

from workreport.charts import advance
from workreport.pages.compared import compared, drawn
from workreport.pages.views import Views
from workreport.site import Commitment, Comparison, Report, Target, urls

_NARROWEST, _WIDEST, _STEP = 280, 640, 40
"""Pixels that a frame is wide: at least, and at most; and from one width that is looked at to the next."""
_SIZE, _LINE, _MARGINS = 16, 23.2, 26
"""Of an embedded page: the size of its type, the height of a line, and what is beside the text."""
_AROUND, _GAP = 68, 7
"""What stands round the parts of a page: its edge, the gaps between, the line of its link; and one such gap."""
_KICKER = "　" * 18
"""How much else stands in the line of the site's name, at most."""
_DRAWN = re.compile(r'width="(\d+)" height="(\d+)"')
_RAGGED, _SAFE = 1.1, 1.06
"""What lines lose at their ends; and what the whole is taken for, since readers have fonts of their own."""


def snippet(views: Views, report: Report, commitment: Commitment, target: Target | None = None) -> str:
    """The HTML that shows a commitment, or one of its targets, in another page; "" without a base URL."""
    if not views.base_url:
        return ""
    of = target or commitment
    own = [views.site.comparisons[id] for id in ([target.id] if target else commitment.targets)]
    title, address = views.plain(of.title), views.address(urls.embed(of.id))
    heights = {width: _height(views, report, of, own, width) for width in range(_NARROWEST, _WIDEST + 1, _STEP)}
    low, tall = min(heights.values()), max(heights.values())
    # Browsers that do not know cqw, the width of the frame's place, keep the attribute.
    height = f"clamp({low}px,{_above(heights)},{tall}px)"
    return (
        f'<div style="max-width:{_WIDEST}px;container-type:inline-size"><iframe src="{escape(address)}" '
        f'title="{escape(title)}" width="100%" height="{tall}" style="border:0;height:{height}" loading="lazy">'
        "</iframe></div>"
    )


def _above(heights: Mapping[int, int]) -> str:
    """The upper one of two lines, in CSS, that is nowhere below the heights that widths need and near to them."""
    first, *inner, last = heights
    found: tuple[float, str] | None = None
    for middle in inner:
        slopes = [(heights[to] - heights[at]) / (to - at) for at, to in ((first, middle), (middle, last))]
        over = {width: max((width - middle) * slope for slope in slopes) for width in heights}
        base = max(heights[width] - over[width] for width in heights)
        left = sum(base + over[width] - heights[width] for width in heights)
        if found is None or left < found[0]:
            lines = (f"{math.ceil(base)}px + (100cqw - {middle}px)*{slope:.3f}" for slope in slopes)
            found = (left, f"max({','.join(lines)})")
    assert found
    return found[1]


def _height(views: Views, report: Report, of: Commitment | Target, own: Sequence[Comparison], frame: int) -> int:
    """Pixels that hold the page in a frame of a width: an estimate from its text, on the safe side."""
    width = frame - _MARGINS
    half = (width - 16) // 2
    height = _AROUND + _text(views.plain(of.title), width, 1.1) + _text(of.quote.text, width - 16, 0.88)
    commitment = of if isinstance(of, Commitment) else views.site.commitments[of.commitment]
    published = views.published(views.site.released.get(commitment.id), commitment, *own)
    height += _text(f"{views.status(report, [c.target for c in own])} {published}", width, 0.88)
    height += _text(f"{views.plain(views.site.name)}{_KICKER}", width, 0.88)
    height += _text(views.plain(commitment.note), width)
    if views.translated:
        height += _text(f"{of.quote.words(views.lang)} {views.words['unofficial']}", width, 0.88)
    for c in own:
        shown, chart, title = compared(views, report, c), drawn(views, c), views.plain(c.target.title)
        if chart and chart.usual and (size := _DRAWN.search(chart.usual[0])):
            height += math.ceil(int(size[2]) * min(1, width / int(size[1]))) + _GAP
            height += sum(_text(text, width, 0.88) + _GAP for text in chart.caveats)
        else:
            goal = _text(f"{re.sub('<[^>]*>', '', shown.goal)} {shown.goal_basis}", half, 1.3)
            outcome = _text(f"{shown.outcome} {shown.outcome_basis}", half, 1.3) + _text(
                shown.metric_change, half, 0.88
            )
            goal += sum(_text(text, half, 0.88) for text in shown.goal_of)
            outcome += sum(_text(text, half, 0.88) for text in shown.outcome_of)
            outcome += _text(views.plain(c.metric.title) if c.metric else "", half, 0.88)
            height += _LINE + _GAP + max(goal, outcome)
        height += _text(f"{shown.class_text} {shown.says}", width) + _GAP
        height += _text(title, width, 1.05) + 3 * _GAP if len(own) > 1 else 0
    return math.ceil(height * _SAFE / 10) * 10


def _text(text: str, width: int, size: float = 1) -> float:
    """Pixels that a text takes at a size of type, in a column of a width."""
    if not text:
        return 0
    lines = math.ceil(advance(text, _SIZE * size) * _RAGGED / width)
    return lines * _LINE * size
