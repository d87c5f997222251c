"""What another place changes of the looks: a small style sheet after the site's own, and pictures in place of others. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from workreport.charts import own_colours
from workreport.content import schema
from workreport.gate import SCHEMES, Scheme
from workreport.render.assets import Asset, fingerprinted
from workreport.site import Site

_WHERE = {"light": ":root{{{}}}\n", "dark": "@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{0}}}}}\n"
          ":root[data-theme=dark]{{{0}}}\n"}  # fmt: skip
# What site.css says of these tokens where a reader's system asks for more contrast, or has colours of its own.
_SYSTEM = """@media (prefers-contrast:more){:root:root:root{--chart-outcome:var(--ink);--chart-outcome-pale:var(--paper);\
--chart-pale:var(--paper);--chart-goal:var(--ink);--chart-goal-pale:var(--paper)}}
@media (forced-colors:active){:root:root:root{--chart-outcome:LinkText;--chart-outcome-pale:Canvas;--chart-pale:Canvas;\
--chart-goal:CanvasText;--chart-goal-pale:Canvas}}
"""
_RULED = ":root .header{border-bottom-color:var(--link)}\n"
_ABOVE = ".brand .above{width:100%;margin:0}\n"


def with_looks(site: Site, assets: Mapping[str, Asset]) -> dict[str, Asset]:
    """The assets by name, those that the place's looks replace among them."""
    looks, found = site.looks, dict(assets)
    if looks.mark:
        # The default picture for share cards shows the default mark.
        found.pop("mark.svg", None)
        found.pop("share.png", None)
        name = f"mark.{looks.mark.rpartition('.')[2]}"
        found[name] = fingerprinted(name, site.pictures[looks.mark])
    if looks.share:
        found["share.png"] = fingerprinted("share.png", site.pictures[looks.share])
    if style := stylesheet(looks):
        found["looks.css"] = fingerprinted("looks.css", style.encode())
    return found


def stylesheet(looks: schema.Looks) -> str:
    """The style sheet of the looks, for screens: paper is black on white; "" where there is nothing to say."""
    shown = "".join(
        _WHERE[scheme].format(";".join(tokens)) for scheme in SCHEMES if (tokens := [*_tokens(looks, scheme)])
    )
    if shown:
        shown += _SYSTEM
    if looks.main:
        shown += _RULED
    # Media queries may stand within another; Safari 13 and Chromium 86 read that.
    return (f"@media screen{{\n{shown}}}\n" if shown else "") + (_ABOVE if looks.header_link else "")


def _tokens(looks: schema.Looks, scheme: Scheme) -> Iterator[str]:
    """What site.css has under these names, and embed.css under the first, in the colours of the looks."""
    if looks.main:
        yield f"--link:{getattr(looks.main, scheme).lower()}"
    yield from (f"--chart-{name}:{colour}" for name, colour in own_colours(looks, scheme).items())


def mark(assets: Collection[str]) -> str:
    """The name of the site's mark among its assets."""
    return "mark.png" if "mark.png" in assets else "mark.svg"
