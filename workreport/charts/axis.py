"""The axis of values, the same in what is drawn in a build and in the explorer: from zero, with few ticks. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyecharts import options

LABELS = {"alignMinLabel": "left", "hideOverlap": True}
"""What ECharts 6 knows of the labels of an axis and pyecharts does not pass on yet."""


def values(
    *,
    high: float | None,
    percent: bool,
    colour: str,
    size: int,
    shown: bool = True,
    interval: int | None = None,
    ticks: int | None = None,
    least: int | None = None,
) -> options.AxisOpts:
    """An axis from zero to `high`, or as far as the values go; `least`: no ticks nearer to each other than that."""
    # Imported here: a build in which no chart changed needs none of it.
    from pyecharts import options as opts

    return opts.AxisOpts(
        type_="value",
        is_show=shown,
        min_=0,
        max_=high,
        interval=interval,
        min_interval=least or 0,
        split_number=ticks or 5,
        axislabel_opts=opts.LabelOpts(color=colour, font_size=size, formatter="{value}%" if percent else None),
        axisline_opts=opts.AxisLineOpts(is_show=False, is_on_zero=False),
        axistick_opts=opts.AxisTickOpts(
            is_show=True, length=5, linestyle_opts=opts.LineStyleOpts(color=colour, width=1)
        ),
        splitline_opts=opts.SplitLineOpts(is_show=False),
    )
