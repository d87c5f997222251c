"""What readers take away from a page: citations to copy, and pages made for other people's frames. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from workreport.pages.cite import STYLES, TODAY, Cited, Style
from workreport.pages.page import Maker, Page
from workreport.pages.richtext import foreign
from workreport.pages.views import Context
from workreport.site import Commitment, Comparison, Metric, Report

_NARROWEST, _WIDEST = 280, 640
"""Pixels that a frame is wide: at least, and at most."""

_LINE, _WIDE, _NARROW, _MARGINS = 25, 16, 8.2, 36
"""Of an embedded page: the height of a line, the width of a Chinese character and of another, and what is beside the
text."""


class Sharing(Maker):
    """Citations and embedded pages in one language."""

    def citations(self, cited: Cited) -> list[Context]:
        """The citations as the page shows them: each with the place where the date of access goes."""
        return [
            {
                "style": style.name(cited),
                "text": _gap(style, self.words["cite_today"]).join(
                    foreign(piece, self.lang) for piece in style.write(cited).split(TODAY)
                ),
            }
            for style in STYLES
        ]

    def cited(self, report: Report, item: Metric | Commitment) -> Cited:
        """A metric or a commitment as what is cited."""
        return Cited(
            site=self.site,
            report=report,
            lang=self.lang,
            title=self.plain(item.title),
            quotes=(item.quote,),
            address=self.address(item.path),
            code=item.code,
        )

    def cited_comparison(self, report: Report, commitment: Commitment, c: Comparison, says: str) -> Cited:
        """A comparison on a commitment's page as what is cited."""
        title = self.plain(c.target.title)
        return replace(
            self.cited(report, commitment),
            title=title,
            quotes=(c.target.quote, *((c.metric.quote,) if c.metric else ())),
            says=self.word("cite_titled", title=title, says=says),
            address=self.address(c.target.path),
            target=c.target.id.slug,
        )

    def embeds(self, report: Report) -> Iterator[Page]:
        """A page for each commitment and each comparison that fits into another site's page and needs no script."""
        for section in report.tasks:
            for commitment in section.commitments:
                yield self._embed(report, commitment, self._targets(report, commitment), "")
                for c in self._targets(report, commitment):
                    yield self._embed(report, commitment, [c], c.target.id.slug)

    def _targets(self, report: Report, commitment: Commitment) -> list[Comparison]:
        return [self.site.comparisons[target] for target in commitment.targets]

    def _embed(self, report: Report, commitment: Commitment, comparisons: list[Comparison], target: str) -> Page:
        years = (report.outcome_year, report.goal_year)
        title = comparisons[0].target.title if target else commitment.title
        quote = comparisons[0].target.quote if target else commitment.quote
        anchor = f"#{target}" if target else ""
        page = f"{commitment.path}{anchor}"
        return self.page(
            self.embed_path(report, commitment, target),
            "embed.html",
            self.plain(title),
            self.status(report),
            "tasks",
            (),
            {
                "title": self.say(title),
                "kicker": self.word("compare_title" if target else "tasks", was=years[0], will=years[1], year=years[1]),
                "quote": self.quote(quote, set()),
                "comparisons": [self.comparison(c, years) for c in comparisons],
                "not_reported": self.status(report),
                "path": page,
                "code": commitment.code,
            },
        )

    def embed_path(self, report: Report, commitment: Commitment, target: str) -> str:
        """Where the page for frames is."""
        return f"{report.goal_year}/embed/{f'comparisons/{target}' if target else f'commitments/{commitment.id.slug}'}.html"

    def snippet(self, report: Report, commitment: Commitment, target: str = "") -> str:
        """The HTML that puts it into another page; "" without a base URL."""
        if not self.base_url:
            return ""
        comparisons = self._targets(report, commitment)
        own = [c for c in comparisons if not target or c.target.id.slug == target]
        title = self.plain(own[0].target.title if target else commitment.title)
        address = self.address(self.embed_path(report, commitment, target))
        tall, low = (self._height(report, commitment, own, target, width) for width in (_NARROWEST, _WIDEST))
        # Between the two widths the page is never taller than the line that joins its heights there. Browsers that do
        # not know cqw, the width of the frame's place, keep the attribute.
        slope = f"{(tall - low) / (_WIDEST - _NARROWEST):.3f}"
        height = f"clamp({low}px,{tall}px - (100cqw - {_NARROWEST}px)*{slope},{tall}px)"
        return (
            f'<div style="max-width:{_WIDEST}px;container-type:inline-size"><iframe src="{escape(address)}" '
            f'title="{escape(title)}" width="100%" height="{tall}" style="border:0;height:{height}" loading="lazy">'
            "</iframe></div>"
        )

    def _height(
        self, report: Report, commitment: Commitment, comparisons: list[Comparison], target: str, frame: int
    ) -> int:
        """Pixels that hold the page in a frame of a width: an estimate from its text, on the safe side."""
        width = frame - _MARGINS
        half = (width - 16) // 2
        quote = comparisons[0].target.quote if target else commitment.quote
        title = comparisons[0].target.title if target else commitment.title
        years = (report.outcome_year, report.goal_year)
        height = 120 + _text_height(self.plain(title), width, 1.3) + _text_height(quote.text, width - 24) + _LINE
        height += _text_height(self.status(report), width, 0.9)
        if self.lang == "en":
            height += _text_height(f"{quote.english} {self.words['unofficial']}", width)
        for c in comparisons:
            shown = self.comparison(c, years)
            sides = (
                _text_height(f"{re.sub('<[^>]*>', '', str(shown['goal']))}", half, 1.5)
                + _text_height(self.plain(c.target.title), half, 0.9),
                _text_height(shown["outcome"], half, 1.5)
                + _text_height(shown["metric_change"], half, 0.9)
                + _text_height(self.plain(c.metric.title) if c.metric else "", half, 0.9),
            )
            height += 110 + max(sides) + _text_height(f"{shown['class_text']} {shown['says']}", width)
            height += 0 if target else _text_height(self.plain(c.target.title), width, 1.1) + 16
        return math.ceil(height * (1.14 if self.lang == "en" else 1.06) / 20) * 20


def _gap(style: Style, words: str) -> Markup:
    """Where the date of access goes."""
    form = Markup(' data-form="words"') if style.date_in_words else ""
    return Markup('<span class="today"{}>{}</span>').format(form, words)


def _text_height(text: str, width: int, size: float = 1) -> int:
    """Pixels that a text takes at a size of type, in a column of a width."""
    if not text:
        return 0
    wide = sum(_WIDE if character > "\u2e7f" else _NARROW for character in text) * size
    return math.ceil(wide * 1.12 / width) * math.ceil(_LINE * size)
