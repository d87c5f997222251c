"""Colours as the browser computes them: what a reader's system asks for wins over every theme, and text in drawings is
legible on what it stands on."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from tests.browser.conftest import NewPage

THEMES: dict[str, tuple[Literal["light", "dark"], str]] = {
    "system-light": ("light", ""),
    "system-dark": ("dark", ""),
    "chosen-light": ("dark", "light"),
    "chosen-dark": ("light", "dark"),
}
"""The scheme of the system, and what the reader chose."""
MORE = {
    **dict.fromkeys(("--soft", "--hair", "--line", "--chart-soft", "--chart-line"), "var(--ink)"),
    **dict.fromkeys(("--chart-outcome", "--chart-goal", "--chart-count"), "var(--ink)"),
    **dict.fromkeys(("--chart-track", "--chart-pale", "--chart-count-pale"), "var(--paper)"),
    **dict.fromkeys(("--chart-outcome-pale", "--chart-goal-pale"), "var(--paper)"),
}
FORCED = {
    **dict.fromkeys(("--chart-ink", "--chart-soft", "--chart-goal", "--chart-count"), "CanvasText"),
    **dict.fromkeys(("--chart-paper", "--chart-track", "--chart-pale"), "Canvas"),
    **dict.fromkeys(("--chart-outcome-pale", "--chart-goal-pale", "--chart-count-pale"), "Canvas"),
    "--chart-outcome": "LinkText",
    "--chart-line": "GrayText",
}
MEDIA: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "more": ({"contrast": "more", "forced_colors": "none"}, MORE),
    "forced": ({"contrast": "no-preference", "forced_colors": "active"}, FORCED),
}

_UNLIKE = """wanted => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.setProperty('forced-color-adjust', 'none');
  const colour = value => { probe.style.color = value; return getComputedStyle(probe).color; };
  return Object.entries(wanted).filter(([name, value]) => colour(`var(${name})`) !== colour(value))
    .map(([name, value]) => `${name} is ${colour(`var(${name})`)}, not ${value} ${colour(value)}`);
}"""


def test_what_the_system_asks_for_wins_over_every_theme(served: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto(served + "accessibility.html")
    found = []
    for media, (asked, wanted) in MEDIA.items():
        for name, (scheme, chosen) in THEMES.items():
            page.emulate_media(color_scheme=scheme, **asked)
            for elder in (False, True):
                page.evaluate(
                    """([theme, elder]) => { const root = document.documentElement;
                    root.toggleAttribute('data-elder', elder);
                    if (theme) root.setAttribute('data-theme', theme); else root.removeAttribute('data-theme'); }""",
                    [chosen, elder],
                )
                found += [f"{media}, {name}{', large' * elder}: {one}" for one in page.evaluate(_UNLIKE, wanted)]
    assert not found, "\n".join(found)


_DIM = """() => {
  const parts = c => { const n = (c.match(/[\\d.]+/g) || []).map(Number); return n.length > 3 ? n : [...n, 1]; };
  const lum = c => { const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (a, b) => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
  const ground = (text, x, y) => {
    for (const e of document.elementsFromPoint(x, y)) {
      if (e.closest('text')) continue;
      const style = getComputedStyle(e);
      const colour = e instanceof SVGGeometryElement ? style.fill : style.backgroundColor;
      if (colour === 'none' || parts(colour)[3] === 0 || parts(style.opacity)[0] === 0 || parts(style.fillOpacity)[0] === 0) continue;
      return parts(colour);
    }
    return [255, 255, 255];
  };
  const found = [];
  let seen = 0;
  for (const text of document.querySelectorAll('.main svg text')) {
    text.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = text.getBoundingClientRect();
    if (!box.width || !text.textContent.trim()) continue;
    seen++;
    const ink = parts(getComputedStyle(text).fill);
    // What the middle stands on, and both ends: a name may reach over the end of a bar.
    for (const at of [0.02, 0.5, 0.98]) {
      const got = ratio(ink, ground(text, box.left + box.width * at, box.top + box.height / 2));
      if (got < 7) { found.push(`${text.textContent}: ${got.toFixed(2)}`); break; }
    }
  }
  return [seen, found];
}"""


@pytest.mark.parametrize(
    "media",
    [
        pytest.param({"color_scheme": "light"}, id="light"),
        pytest.param({"color_scheme": "dark"}, id="dark"),
        pytest.param({"color_scheme": "dark", "contrast": "more"}, id="more"),
        pytest.param({"color_scheme": "dark", "forced_colors": "active"}, id="forced"),
    ],
)
def test_text_in_drawings_is_legible_where_it_stands(media: dict[str, Any], served: str, new_page: NewPage) -> None:
    """7:1, as everywhere, on the shape beneath: what axe leaves to be reviewed by hand."""
    page = new_page(width=360)
    page.emulate_media(**media)
    for path in ("2022/innovation.html", "en/2023/compare.html", "2023/commitments/pocket-parks.html"):
        page.goto(served + path)
        seen, found = page.evaluate(_DIM)
        assert seen, path
        assert not found, f"{path}: " + "\n".join(found)
