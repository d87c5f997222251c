"""PDF: the printed lines of its pages with their places, by pdfminer. A page of pictures has none."""

from __future__ import annotations

import io
import itertools
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine

from workreport.draft.reading.line import Line, line_of

_HAN = "[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef—…“”‘’]"
_BETWEEN = re.compile(f"(?<={_HAN}) +(?=.)|(?<=.) +(?={_HAN})")
_SHAPE = re.compile("[\u2e80-\u2eff\u2f00-\u2fdf\ufb00-\ufb06]")
"""Radicals and ligatures: fonts call characters by them that look the same."""
_RADICALS = dict(
    zip(
        "⺁⺇⺒⺓⺝⺞⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂几巳幺月歹母民虎西见角贝车長长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
"""Those of which Unicode gives no plain form (its EquivalentUnifiedIdeograph.txt does)."""
_BOLD = re.compile("bold|black|heavy|simhei|heiti", re.IGNORECASE)
_OFTEN = 3
"""On how many pages a line stands at the edge that is a running head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    page: int
    pieces: list[tuple[str, bool]]
    left: float
    right: float
    top: float
    size: float
    edge: bool
    """Whether it is of the first two or the last two of its page."""

    @property
    def text(self) -> str:
        return "".join(piece for piece, _ in self.pieces)


def lines_of(raw: bytes) -> list[Line]:
    """The printed lines of a PDF in reading order. Raises what pdfminer raises for a broken or a locked one."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of fonts, which are not drawn here
    printed = list(_printed(raw))
    if not printed:
        return []
    size = median(one.size for one in printed)
    left = Counter(round(one.left) for one in printed).most_common(1)[0][0]
    right = sorted(one.right for one in printed)[len(printed) * 9 // 10]
    step = _step(printed)
    heads = Counter(_bare(one.text) for one in printed if one.edge)
    found: list[Line] = []
    before: _Printed | None = None
    for one in printed:
        line = line_of(
            one.pieces,
            indent=left + 1.5 * size <= one.left <= left + 2.6 * size,
            full=one.right >= right - 1.6 * size,
            gap=bool(before and before.page == one.page and before.top - one.top > 1.4 * step),
            aside=one.edge and (heads[_bare(one.text)] >= _OFTEN or not _bare(one.text)),
        )
        if line:
            found.append(line)
        before = one
    return found


def _printed(raw: bytes) -> Iterator[_Printed]:
    for number, page in enumerate(extract_pages(io.BytesIO(raw), laparams=LAParams(boxes_flow=None, char_margin=4))):
        lines = [
            line
            for box in page
            if isinstance(box, LTTextContainer)
            for line in box
            if isinstance(line, LTTextLine) and line.get_text().strip()
        ]
        lines.sort(key=lambda line: (-round(line.y0), line.x0))
        for index, line in enumerate(lines):
            characters = [one for one in line if isinstance(one, LTChar)]
            yield _Printed(
                page=number,
                pieces=list(_pieces(line)),
                left=line.x0,
                right=line.x1,
                top=line.y1,
                size=median(one.size for one in characters) if characters else line.height,
                edge=index in (0, 1, len(lines) - 2, len(lines) - 1),
            )


def _pieces(line: LTTextLine) -> Iterator[tuple[str, bool]]:
    """The characters of a line by weight. Blanks that the layout put between Chinese characters are none."""
    pieces: list[tuple[str, bool]] = []
    for one in line:
        text = getattr(one, "get_text", lambda: "")()
        bold = bool(_BOLD.search(one.fontname)) if isinstance(one, LTChar) else bool(pieces and pieces[-1][1])
        if pieces and pieces[-1][1] == bold:
            text = pieces.pop()[0] + text
        pieces.append((text, bold))
    for text, bold in pieces:
        yield _BETWEEN.sub("", _SHAPE.sub(_plain, text)), bold


def _plain(match: re.Match[str]) -> str:
    return _RADICALS.get(match[0]) or unicodedata.normalize("NFKC", match[0])


def _bare(text: str) -> str:
    """A line without its numbers, which change from page to page."""
    return re.sub(r"[\s\d—–\-－·./第页共]+", "", text)


def _step(printed: list[_Printed]) -> float:
    """From line to line, mostly."""
    steps = [a.top - b.top for a, b in itertools.pairwise(printed) if a.page == b.page and a.top - b.top > 1]
    return median(steps) if steps else 0.0
