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
_AROUND, _GAP = 40, 7
"""What stands round the parts of a page: its edge, the gaps between; and one such gap."""
_ABREAST, _LEFT = 560, 330
"""How wide a frame is that has a comparison's two halves beside each other, and its left half, as embed.css says."""
_DRAWN = re.compile(r'width="(\d+)" height="(\d+)"')
_WORD, _CHARACTER, _SAFE = 2.2, 0.8, 1.04
"""Ems that a line loses at its end, where words and where characters are broken between; and what the whole is taken for,
since readers have fonts of their own."""


def snippet(views: Views, report: Report, commitment: Commitment, target: Target | None = None) -> str:
    """The HTML that shows a commitment, or one of its targets, in another page; "" without a base URL."""
    if not views.base_url:
        return ""
    of = target or commitment
    own = [views.site.comparisons[id] for id in ([target.id] if target else commitment.targets)]
    title, address = views.plain(of.title), views.address(urls.embed(of.id))
    widths = (*range(_NARROWEST, _WIDEST + 1, _STEP), _ABREAST - 1, *range(_WIDEST - _STEP, _WIDEST, _STEP // 5))
    heights = {width: _height(views, report, of, own, width) for width in sorted(widths)}
    low, tall = min(heights.values()), max(heights.values())
    # Browsers that do not know cqw, the width of the frame's place, keep the attribute.
    height = f"clamp({low}px,min({_end(heights)},{_above(heights)}),{tall}px)"
    return (
        f'<div style="max-width:{_WIDEST}px;container-type:inline-size"><iframe src="{escape(address)}" '
        f'title="{escape(title)}" width="100%" height="{tall}" style="border:0;height:{height}" loading="lazy">'
        "</iframe></div>"
    )


def _end(heights: Mapping[int, int]) -> str:
    """A line, in CSS, that has the height of the widest frame and is nowhere below the others: most frames are so wide."""
    *inner, last = heights
    slope = max(0.0, *((heights[width] - heights[last]) / (last - width) for width in inner))
    return f"{heights[last] + 4}px + ({last}px - 100cqw)*{math.ceil(slope * 1000) / 1000:.3f}"


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
    height = _AROUND + _text(views.plain(of.title), width, 1.1) + _text(of.quote.text, width - 16, 0.88)
    commitment = of if isinstance(of, Commitment) else views.site.commitments[of.commitment]
    published = views.published(views.site.released.get(commitment.id), commitment, *own)
    height += _text(f"{views.status(report, [c.target for c in own])} {published}", width, 0.88)
    kicker = views.word("compare_title" if of is not commitment else "tasks", **_years(report))
    foot = (views.words["embed_more"], kicker, commitment.code, views.plain(views.site.name))
    height += _text("·　".join(foot), width, 0.88)
    height += _text(views.plain(commitment.note), width)
    if views.translated:
        height += _text(f"{of.quote.words(views.lang)} {views.words['unofficial']}", width, 0.88) + _GAP
    for c in own:
        height += _beside(views, report, c, frame) + _GAP
        height += _text(views.plain(c.target.title), width, 1.05) + 3 * _GAP if len(own) > 1 else 0
    return math.ceil(height * _SAFE / 10) * 10


def _years(report: Report) -> dict[str, int]:
    return {"was": report.outcome_year, "will": report.goal_year, "year": report.goal_year}


def _beside(views: Views, report: Report, c: Comparison, frame: int) -> float:
    """How high a comparison is: its drawing or its figures, and what may be said of them, beside it in a wide frame."""
    width = frame - _MARGINS
    left, right = (_LEFT, width - _LEFT - 16) if frame >= _ABREAST else (width, width)
    shown, chart = compared(views, report, c), drawn(views, c)
    said = _text(f"{shown.class_text} {shown.says}", right, 0.94)
    if chart and chart.usual and (size := _DRAWN.search(chart.usual[0])):
        pair = int(size[2]) * min(1, left / int(size[1]))
        said += sum(_text(text, right, 0.88) + _GAP for text in chart.caveats)
    else:
        half = (left - 16) // 2
        goal = _text(f"{re.sub('<[^>]*>', '', shown.goal)} {shown.goal_basis}", half, 1.3)
        outcome = _text(f"{shown.outcome} {shown.outcome_basis}", half, 1.3) + _text(shown.metric_change, half, 0.88)
        goal += sum(_text(text, half, 0.88) for text in shown.goal_of)
        outcome += sum(_text(text, half, 0.88) for text in shown.outcome_of)
        outcome += _text(views.plain(c.metric.title) if c.metric else "", half, 0.88)
        pair = _LINE + max(goal, outcome)
    return max(pair, said) if frame >= _ABREAST else pair + _GAP + said


def _text(text: str, width: int, size: float = 1) -> float:
    """Pixels that a text takes at a size of type, in a column of a width."""
    if not text:
        return 0
    type_ = _SIZE * size
    wide = advance(text, type_)
    lost = type_ * (_WORD if wide < 0.8 * type_ * len(text) else _CHARACTER)
    lines = 1 if wide <= width else math.ceil(wide / (width - lost))
    return lines * _LINE * size
