"""What several pages show, in one language: words, quotes, comparisons, lines of lists. Pure.

`Views` turns resolved values into ready strings and into the dicts that templates lay out; `pages` puts them together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from workreport.charts import Chart, Drawings, drawable, falls_chart, target_chart
from workreport.figures import Quantity
from workreport.i18n import WORDS, Lang, change, comparison, date, figure, verdict
from workreport.pages.richtext import foreign, linked, term_link
from workreport.site import (
    Commitment,
    Comparison,
    Correction,
    Metric,
    Pair,
    Quote,
    Report,
    Section,
    SectionRef,
    Site,
    Target,
    first_runs,
    term_finder,
)

Context = dict[str, Any]


class Crumb(NamedTuple):
    """A step of the breadcrumb: its text and its path within the language; the page itself has no path."""

    text: str
    path: str


class Views:
    """What pages of one language show."""

    def __init__(
        self, site: Site, lang: Lang, charts: Mapping[str, Chart], drawings: Drawings, base_url: str = ""
    ) -> None:
        self.site = site
        self.base_url = base_url
        self.charts = charts
        self.drawings = drawings
        self.lang = lang
        self.words = WORDS[lang]
        self.compared: dict[str, Context] = {}
        self.finder = term_finder(site.terms, lang)
        self.index = 0 if lang == "zh" else 1

    # -- words -------------------------------------------------------------------------------------------

    def say(self, text: Pair) -> Markup:
        """The page's language of a text, escaped."""
        return foreign(text[self.index], self.lang)

    def plain(self, text: Pair) -> str:
        return text[self.index]

    def word(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    def address(self, path: str) -> str:
        """The address of a page of this language; "" without a base URL."""
        return f"{self.base_url}/{path if self.index == 0 else f'{self.lang}/{path}'}" if self.base_url else ""

    def count(self, key: str, n: int) -> str:
        return self.words[f"{key}_one"] if n == 1 else self.words[key].format(n=n)

    def figure(self, q: Quantity) -> str:
        return figure(q, self.lang, self.site.units, marked=False)

    def figure_plain(self, q: Quantity) -> str:
        return figure(q, self.lang, self.site.units)

    def marked(self, text: str, seen: set[str], ids: Collection[str] | None = None) -> Markup:
        """A text in the page's language; terms that the page has not `seen` lead to their explanation."""
        return linked(text, map(term_link, first_runs(self.finder.runs(text, ids), seen)), self.lang)

    def explanations(self, ids: Iterable[str]) -> list[Context]:
        """Terms with their meaning, as a page lists what is marked on it."""
        return [
            {
                "id": term.id,
                "name": self.say(term.name),
                "other": "" if self.lang == "zh" else term.name.zh,
                "meaning": self.say(term.meaning),
                "path": f"glossary.html#{term.id}",
            }
            for term in (self.site.terms[i] for i in ids)
        ]

    def quote(self, quote: Quote, seen: set[str], terms: Collection[str] = ()) -> Context:
        """A quote with its place; those of `terms` that the page has not `seen` are marked in the page's language."""
        paragraph, _, sentence = quote.sentence[1:].partition("s")
        return {
            "text": self.marked(quote.text, seen, terms) if self.lang == "zh" else quote.text,
            "english": self.marked(quote.english, seen, terms) if self.lang == "en" else "",
            "path": quote.path,
            "place": self.word("sentence_place", p=paragraph, s=sentence),
        }

    def change(self, metric: Metric) -> str:
        return change(metric.change, self.lang, self.site.units) if metric.change else ""

    def comparison(self, c: Comparison, report_years: tuple[int, int]) -> Context:
        """One comparison: both sides, its class, and what may be said of it; several pages show the same."""
        key = c.target.id.brief
        if key not in self.compared:
            self.compared[key] = self._comparison(c, report_years)
        return self.compared[key]

    def _comparison(self, c: Comparison, report_years: tuple[int, int]) -> Context:
        target = c.target
        outcome = c.metric.quantity if c.metric else None
        goal: Quantity | str = (
            target.quantity if target.quantity is not None else self.plain(target.words or Pair("", ""))
        )
        reason = self.plain(c.reason) if c.reason else ""
        sentence = comparison(c.comparability, outcome, goal, reason, report_years, self.lang, self.site.units)
        if c.comparability == "same" and outcome is not None and isinstance(goal, Quantity):
            says = verdict(outcome, goal, report_years, self.lang, self.site.units)
            says = says[:1].upper() + says[1:]
        else:
            says = reason or self.words["explain_" + c.comparability]
        return {
            "title": self.say(target.title),
            "path": target.commitment_path,
            "anchor": target.path,
            "id": target.id.slug,
            "goal": foreign(self.figure(goal) if isinstance(goal, Quantity) else goal, self.lang),
            "goal_in_words": not isinstance(goal, Quantity),
            "outcome": self.figure(outcome) if outcome else "",
            "outcome_estimate": bool(outcome and outcome.estimate),
            "metric_title": self.say(c.metric.title) if c.metric else "",
            "metric_path": c.metric.path if c.metric else "",
            "metric_change": self.change(c.metric) if c.metric else "",
            "class": c.comparability,
            "class_text": self.words["class_" + c.comparability],
            "topics": " ".join(target.topics),
            "order": c.order or ("open" if c.comparability == "same" else ""),
            "says": foreign(says, self.lang),
            "sentence": foreign(sentence, self.lang),
            "plain_sentence": sentence,
            "outcome_label": self.word("outcome_of", was=report_years[0]),
            "goal_label": self.word("goal_of", will=report_years[1]),
        }

    def chart(self, path: str) -> Context:
        """A chart with its title, its drawings (none in a build without charts), its table and its files."""
        chart = self.charts[path]
        drawn = self.drawings.get((self.lang, path))
        colon, comma = ("：", "，") if self.lang == "zh" else (": ", ", ")
        return {
            "id": path.rpartition("/")[2],
            "title": foreign(chart.title, self.lang),
            "narrow": Markup(drawn.narrow) if drawn else "",
            "wide": Markup(drawn.wide) if drawn else "",
            "note": foreign(chart.note, self.lang) if chart.note else "",
            "head": chart.head,
            "rows": [
                {
                    "path": row.path,
                    "label": foreign(row.cells[0], self.lang),
                    "cells": [foreign(cell, self.lang) for cell in row.cells[1:]],
                    "say": f"{row.label}{colon}{row.value}" + (f"{comma}{row.says}" if row.says else ""),
                }
                for row in chart.rows
            ],
            "svg": f"{path}.svg" if drawn else "",
            "csv": f"{path}.csv" if chart.records else "data/comparisons.csv",
        }

    def target_chart(self, c: Comparison) -> Context | None:
        """The chart of a comparison, if its two sides may share an axis."""
        return self.chart(target_chart(c.target)) if drawable(c) else None

    def correction(self, c: Correction) -> Context:
        """A correction as pages and feeds show it."""
        return {
            "id": c.id,
            "date": date(c.date, self.lang),
            "path": c.path,
            "title": self.say(c.title) if c.title else str(c.item or ""),
            "old": self.say(c.old),
            "new": self.say(c.new),
            "reason": self.say(c.reason),
        }

    def corrections_of(self, path: str) -> list[Context]:
        """The corrections of the item that has a page, the newest first."""
        own = [c for c in self.site.corrections if c.path == path]
        return [self.correction(c) for c in reversed(own)]

    def topics(self, topics: Iterable[str]) -> list[Context]:
        return [{"title": self.say(self.site.topics[topic]), "path": f"topics/{topic}.html"} for topic in topics]

    def place_links(self, ids: Iterable[str]) -> list[Context]:
        """Links to the entries of the places page."""
        return [{"title": self.say(self.site.places[i].name), "path": f"places.html#{i}"} for i in ids]

    def sentence_links(self, sentences: Iterable[tuple[str, str]]) -> list[Context]:
        return [{"text": sentence, "path": f"{report}#{sentence}"} for report, sentence in sentences]

    def section_link(self, ref: SectionRef) -> Context:
        return {"title": self.say(ref.title), "path": ref.path, "year": ref.year}

    def status(self, report: Report) -> str:
        """What may be said of the results of a report's goals: never progress, only where they would stand."""
        later = any(other.outcome_year == report.goal_year for other in self.site.reports)
        return self.word("reported_later" if later else "not_reported", will=report.goal_year)

    def active(self, report: Report, key: str) -> str:
        """The entry of the main navigation that a page belongs to: it leads to the newest report's pages only."""
        return key if report is self.site.newest else ""

    def year_crumb(self, report: Report, year: int) -> Crumb:
        key = "tasks" if year == report.goal_year else "review"
        return Crumb(self.word(key, year=year), f"{year}/index.html")

    def metric_line(self, metric: Metric) -> Context:
        return {
            "title": self.say(metric.title),
            "path": metric.path,
            "figure": self.figure(metric.quantity),
            "estimate": metric.quantity.estimate,
            "change": self.change(metric),
        }

    def commitment_line(self, commitment: Commitment) -> Context:
        return {"title": self.say(commitment.title), "path": commitment.path, "targets": len(commitment.targets)}

    def section_line(self, section: Section) -> Context:
        counts = []
        if section.metrics:
            counts.append(self.count("count_metrics", len(section.metrics)))
        if section.commitments:
            counts.append(self.count("count_commitments", len(section.commitments)))
        if section.pending:
            counts.append(self.words["pending"])
        return {**self.section_link(section.ref), "counts": counts}

    def neighbours(self, items: tuple[Metric, ...] | tuple[Commitment, ...]) -> Iterator[tuple[Any, Context]]:
        """Each item with the links to the one before and the one after it."""
        for index, item in enumerate(items):
            before = items[index - 1] if index else None
            after = items[index + 1] if index + 1 < len(items) else None
            yield (
                item,
                {
                    "previous": {"title": self.say(before.title), "path": before.path} if before else None,
                    "next": {"title": self.say(after.title), "path": after.path} if after else None,
                },
            )

    def facts(self, report: Report) -> list[tuple[str, Markup]]:
        meta = report.meta
        return [
            (self.words["issuer"], self.say(Pair(meta.issuer.zh, meta.issuer.en))),
            (self.words["document_number"], foreign(meta.document_number, self.lang)),
            (self.words["delivered"], escape(date(meta.delivered, self.lang))),
            (self.words["issued"], escape(date(meta.issued, self.lang))),
        ]

    def falls(self, report: Report) -> Context:
        """How the goals fall, as counts with their denominators; never one score."""
        n = len(report.comparisons)
        same = [c for c in report.comparisons if c.comparability == "same"]
        pending = any(section.pending for section in (*report.review, *report.tasks))
        intro = self.word(
            "falls_intro_pending" if pending else "falls_intro",
            n=n,
            same=len(same),
            rest=n - len(same),
            was=report.outcome_year,
            will=report.goal_year,
        )
        chart = self.chart(falls_chart(report)) if n else None
        return {"intro": intro, "chart": chart, "pending": self.words["falls_pending"] if pending else ""}

    def target(self, c: Comparison, years: tuple[int, int], commitment: Commitment, seen: set[str]) -> Context:
        target: Target = c.target
        return {
            **self.comparison(c, years),
            "chart": self.target_chart(c),
            "explain": self.words["explain_" + c.comparability],
            "direction": self.words["direction_" + target.direction],
            "note": self.say(target.note) if target.note else "",
            "whole": self.say(target.whole) if target.whole else "",
            "quote": self.quote(target.quote, seen, commitment.terms)
            if target.quote.text != commitment.quote.text
            else None,
        }
