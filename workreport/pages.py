"""Which pages there are, and what each of them says: one generator, page by page, in both languages.

Pure. A page knows its path, its template and its context; the context holds ready strings in the page's
language, so that templates only lay out. `Markup` is what has been escaped already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from workreport.checks import CHECKS
from workreport.compare import CLASSES, Quantity
from workreport.i18n import LANGUAGES, WORDS
from workreport.markdown import to_html
from workreport.resolve import (
    Commitment,
    Comparison,
    Mark,
    Metric,
    Pair,
    Quote,
    Report,
    Section,
    SectionRef,
    Site,
    Target,
)
from workreport.source import Block
from workreport.wording import Lang, comparison, date, figure, number, verdict

Context = dict[str, Any]

_CJK_RUN = re.compile(
    "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+(?:[0-9〔〕]*[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)*"
)
_HAS_CJK = re.compile("[\u3400-\u9fff]")


class Crumb(NamedTuple):
    """A step of the breadcrumb: its text and its path within the language; the page itself has no path."""

    text: str
    path: str


class Page(NamedTuple):
    """One page in one language. `path` is within the language: 2022/index.html, never en/2022/index.html."""

    lang: Lang
    path: str
    template: str
    title: str
    description: str
    active: str
    """The entry of the main navigation that the page belongs to."""
    crumbs: tuple[Crumb, ...]
    context: Context

    @property
    def output(self) -> str:
        """Where the page is published."""
        return self.path if self.lang == LANGUAGES[0] else f"{self.lang}/{self.path}"


def foreign(text: str, lang: Lang) -> Markup:
    """`text` escaped; on an English page each run of Chinese carries its language."""
    if lang == "zh" or not _HAS_CJK.search(text):
        return escape(text)
    out, at = [], 0
    for match in _CJK_RUN.finditer(text):
        if not _HAS_CJK.search(match[0]):
            continue
        out += [escape(text[at : match.start()]), Markup('<span lang="zh-Hans">{}</span>').format(match[0])]
        at = match.end()
    return Markup("").join([*out, escape(text[at:])])


class Frame(NamedTuple):
    """An entry of the main navigation."""

    key: str
    text: str
    path: str


def navigation(site: Site, lang: Lang) -> tuple[Frame, ...]:
    """The main navigation: the newest report's parts, and what explains them."""
    words = WORDS[lang]
    newest = site.reports[-1]
    return (
        Frame("home", words["home"], "index.html"),
        Frame("review", words["review"].format(year=newest.year - 1), f"{newest.year - 1}/index.html"),
        Frame("tasks", words["tasks"].format(year=newest.year), f"{newest.year}/index.html"),
        Frame("compare", words["compare"], newest.compare_path),
        Frame("report", words["report"], newest.path),
        Frame("about", words["about"], "about.html"),
    )


def pages(site: Site, lang: str) -> Iterator[Page]:
    """Every page of the site in one language; the paths are the same in all of them."""
    yield from _Pages(site, "en" if lang == "en" else "zh").all()


class _Pages:
    """The pages of one language."""

    def __init__(self, site: Site, lang: Lang) -> None:
        self.site = site
        self.lang = lang
        self.words = WORDS[lang]
        self.compared: dict[str, Context] = {}
        self.index = 0 if lang == "zh" else 1

    # -- words -------------------------------------------------------------------------------------------

    def say(self, text: Pair) -> Markup:
        """The page's language of a text, escaped."""
        return foreign(text[self.index], self.lang)

    def plain(self, text: Pair) -> str:
        return text[self.index]

    def word(self, key: str, **values: object) -> str:
        return self.words[key].format(**values)

    def count(self, key: str, n: int) -> str:
        return self.words[f"{key}_one"] if n == 1 else self.words[key].format(n=n)

    def figure(self, q: Quantity) -> str:
        return figure(q, self.lang, self.site.printer, marked=False)

    def figure_plain(self, q: Quantity) -> str:
        return figure(q, self.lang, self.site.printer)

    def page(
        self,
        path: str,
        template: str,
        title: str,
        description: str,
        active: str,
        crumbs: Iterable[Crumb],
        context: Context,
    ) -> Page:
        here = (Crumb(self.words["home"], "index.html"), *crumbs, Crumb(title, "")) if path != "index.html" else ()
        return Page(self.lang, path, template, title, description, active, here, context)

    # -- all ---------------------------------------------------------------------------------------------

    def all(self) -> Iterator[Page]:
        yield self.home()
        for year in sorted({r.year - 1 for r in self.site.reports} | {r.year for r in self.site.reports}):
            yield self.year(year)
        for report in self.site.reports:
            yield self.compare(report)
            yield self.report(report)
            for section in report.review:
                yield self.section(report, section)
                yield from self.metrics(report, section)
            for section in report.tasks:
                yield self.section(report, section)
                yield from self.commitments(report, section)
        yield self.about()
        yield self.sitemap()
        yield self.not_found()
        yield from self.moved()

    # -- parts that several pages show --------------------------------------------------------------------

    def quote(self, quote: Quote) -> Context:
        paragraph, _, sentence = quote.sentence[1:].partition("s")
        return {
            "text": quote.text,
            "english": foreign(quote.english, self.lang) if self.lang == "en" else "",
            "path": quote.path,
            "place": self.word("sentence_place", p=paragraph, s=sentence),
        }

    def change(self, metric: Metric) -> str:
        if metric.change is None:
            return ""
        change = metric.change
        hedges = {
            "zh": {"about": "约", "at_least": "不低于", "more_than": "超过", "at_most": "不超过"},
            "en": {"about": "about ", "at_least": "at least ", "more_than": "more than ", "at_most": "no more than "},
        }
        size = abs(change.value)
        unit = change.unit
        if self.lang == "en":
            name = self.site.printer.units[unit]
            unit = name.other if name.printed == "close" else f" {name.one if size == 1 else name.other}"
        text = f"{hedges[self.lang].get(change.bound, '')}{number(size)}{unit}"
        return self.word("change_up" if change.value >= 0 else "change_down", figure=text)

    def comparison(self, c: Comparison, report_years: tuple[int, int]) -> Context:
        """One comparison: both sides, its class, and what may be said of it; several pages show the same."""
        key = f"{c.target.year}/{c.target.id}"
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
        sentence = comparison(c.comparability, outcome, goal, reason, report_years, self.lang, self.site.printer)
        if c.comparability == "same" and outcome is not None and isinstance(goal, Quantity):
            says = verdict(outcome, goal, report_years, self.lang, self.site.printer)
            says = says[:1].upper() + says[1:]
        else:
            says = reason or self.words["explain_" + c.comparability]
        return {
            "title": self.say(target.title),
            "path": target.commitment_path,
            "anchor": f"{target.commitment_path}#{target.id}",
            "id": target.id,
            "goal": foreign(self.figure(goal) if isinstance(goal, Quantity) else goal, self.lang),
            "goal_in_words": not isinstance(goal, Quantity),
            "outcome": self.figure(outcome) if outcome else "",
            "outcome_estimate": bool(outcome and outcome.estimate),
            "metric_title": self.say(c.metric.title) if c.metric else "",
            "metric_path": c.metric.path if c.metric else "",
            "metric_change": self.change(c.metric) if c.metric else "",
            "class": c.comparability,
            "class_text": self.words["class_" + c.comparability],
            "order": c.order or ("open" if c.comparability == "same" else ""),
            "says": foreign(says, self.lang),
            "sentence": foreign(sentence, self.lang),
            "outcome_label": self.word("outcome_of", was=report_years[0]),
            "goal_label": self.word("goal_of", will=report_years[1]),
        }

    def topics(self, topics: Iterable[str]) -> list[Markup]:
        return [self.say(self.site.topics[topic]) for topic in topics]

    def section_link(self, ref: SectionRef) -> Context:
        return {"title": self.say(ref.title), "path": ref.path, "year": ref.year}

    def year_crumb(self, report: Report, year: int) -> Crumb:
        key = "tasks" if year == report.year else "review"
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

    # -- pages -------------------------------------------------------------------------------------------

    def home(self) -> Page:
        newest = self.site.reports[-1]
        years = (newest.year - 1, newest.year)
        first = newest.tasks[0].ref.id if newest.tasks else ""
        headline = [self.comparison(c, years) for c in newest.comparisons if c.target.section.id == first]
        return self.page(
            "index.html",
            "home.html",
            self.plain(self.site.name),
            self.plain(self.site.tagline),
            "home",
            (),
            {
                "tagline": self.say(self.site.tagline),
                "name": self.say(self.site.name),
                "headline": headline,
                "years": years,
                "falls_data": self.falls(newest),
                "facts": self.facts(newest),
                "report_title": self.say(Pair(newest.meta.title.zh, newest.meta.title.en)),
                "review": [self.section_line(s) for s in newest.review],
                "tasks": [self.section_line(s) for s in newest.tasks],
                "compare_path": newest.compare_path,
                "report_path": newest.path,
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
        rows = []
        for how in ("higher", "equal", "lower", ""):
            k = sum(c.order == how for c in same)
            if k:
                rows.append({"text": self.words["order_" + (how or "open")], "count": self.word("of_n", k=k, n=n)})
        for kind in CLASSES[1:]:
            k = sum(c.comparability == kind for c in report.comparisons)
            if k:
                rows.append({"text": self.words["class_" + kind], "count": self.word("of_n", k=k, n=n)})
        pending = any(section.pending for section in (*report.review, *report.tasks))
        intro = self.word(
            "falls_intro_pending" if pending else "falls_intro",
            n=n,
            same=len(same),
            rest=n - len(same),
            was=report.year - 1,
            will=report.year,
        )
        return {"intro": intro, "rows": rows, "pending": self.words["falls_pending"] if pending else ""}

    def year(self, year: int) -> Page:
        parts: list[Context] = []
        active, titles = "", []
        for report in self.site.reports:
            for key, sections, of in (("review", report.review, report.year - 1), ("tasks", report.tasks, report.year)):
                if of != year:
                    continue
                title = self.word(key, year=year)
                titles.append(title)
                active = active or key
                lines = [{**self.section_line(s), "summary": to_html(s.summary[self.index])} for s in sections]
                parts.append(
                    {"title": title, "sections": lines, "report_path": report.path, "compare_path": report.compare_path}
                )
        sep = "、" if self.lang == "zh" else " / "
        title = sep.join(titles)
        return self.page(
            f"{year}/index.html",
            "year.html",
            title,
            f"{title}. {self.plain(self.site.name)}" if self.lang == "en" else f"{title}。{self.plain(self.site.name)}",
            active,
            (),
            {"parts": parts},
        )

    def section(self, report: Report, section: Section) -> Page:
        years = (report.year - 1, report.year)
        rows = (
            [self.comparison(c, years) for c in report.comparisons if c.target.section.id == section.ref.id]
            if section.commitments
            else []
        )
        key = "read_source_one" if section.first == section.last else "read_source"
        review = section.ref.year != report.year
        return self.page(
            section.ref.path,
            "section.html",
            self.plain(section.ref.title),
            self.plain(section.summary).replace("\n", " "),
            "review" if review else "tasks",
            (self.year_crumb(report, section.ref.year),),
            {
                "title": self.say(section.ref.title),
                "summary": to_html(section.summary[self.index]),
                "pending": section.pending,
                "review": review,
                "year": section.ref.year,
                "metrics": [self.metric_line(m) for m in section.metrics],
                "commitments": [self.commitment_line(c) for c in section.commitments],
                "comparisons": rows,
                "source_path": f"{report.path}#{section.first}",
                "source_text": self.word(key, first=section.first, last=section.last),
                "not_reported": self.word("not_reported", will=report.year),
            },
        )

    @cached_property
    def parts(self) -> Mapping[str, tuple[Metric, ...]]:
        """The metrics that are part of another, by year/id of that other."""
        found: dict[str, tuple[Metric, ...]] = {}
        for metric in self.site.metrics.values():
            if metric.part_of:
                key = f"{metric.year}/{metric.part_of}"
                found[key] = (*found.get(key, ()), metric)
        return found

    def metrics(self, report: Report, section: Section) -> Iterator[Page]:
        years = (report.year - 1, report.year)
        for metric, around in self.neighbours(section.metrics):
            key = f"{metric.year}/{metric.id}"
            whole = self.site.metrics.get(f"{metric.year}/{metric.part_of}")
            value = self.figure_plain(metric.quantity)
            title = self.plain(metric.title)
            colon = "：" if self.lang == "zh" else ": "
            yield self.page(
                metric.path,
                "metric.html",
                f"{title}{colon}{value}",
                metric.quote.text if self.lang == "zh" else metric.quote.english,
                "review",
                (self.year_crumb(report, metric.year), Crumb(self.plain(section.ref.title), section.ref.path)),
                {
                    "title": self.say(metric.title),
                    "figure": self.figure(metric.quantity),
                    "estimate": metric.quantity.estimate,
                    "change": self.change(metric),
                    "year": metric.year,
                    "quote": self.quote(metric.quote),
                    "section": self.section_link(section.ref),
                    "topics": self.topics(metric.topics),
                    "note": self.say(metric.note) if metric.note else "",
                    "whole": self.say(metric.whole) if metric.whole else "",
                    "part_of": self.metric_line(whole) if whole else None,
                    "parts": [self.metric_line(m) for m in self.parts.get(key, ())],
                    "direction": self.words["direction_" + metric.direction],
                    "comparisons": [self.comparison(c, years) for c in self.site.compared_with.get(key, ())],
                    "json": metric.path.replace(".html", ".json"),
                    "around": around,
                    "no_goal": self.word("no_goal", will=report.year),
                },
            )

    def commitments(self, report: Report, section: Section) -> Iterator[Page]:
        years = (report.year - 1, report.year)
        for commitment, around in self.neighbours(section.commitments):
            targets = []
            for target_id in commitment.targets:
                c = self.site.comparisons[f"{report.year}/{target_id}"]
                targets.append(self.target(c, years, commitment))
            yield self.page(
                commitment.path,
                "commitment.html",
                self.plain(commitment.title),
                commitment.quote.text if self.lang == "zh" else commitment.quote.english,
                "tasks",
                (self.year_crumb(report, report.year), Crumb(self.plain(section.ref.title), section.ref.path)),
                {
                    "title": self.say(commitment.title),
                    "quote": self.quote(commitment.quote),
                    "section": self.section_link(section.ref),
                    "topics": self.topics(commitment.topics),
                    "note": self.say(commitment.note) if commitment.note else "",
                    "targets": targets,
                    "json": commitment.path.replace(".html", ".json"),
                    "around": around,
                    "year": report.year,
                    "not_reported": self.word("not_reported", will=report.year),
                },
            )

    def target(self, c: Comparison, years: tuple[int, int], commitment: Commitment) -> Context:
        target: Target = c.target
        return {
            **self.comparison(c, years),
            "explain": self.words["explain_" + c.comparability],
            "direction": self.words["direction_" + target.direction],
            "note": self.say(target.note) if target.note else "",
            "whole": self.say(target.whole) if target.whole else "",
            "quote": self.quote(target.quote) if target.quote.text != commitment.quote.text else None,
        }

    def compare(self, report: Report) -> Page:
        years = (report.year - 1, report.year)
        title = self.word("compare_title", was=years[0], will=years[1])
        groups = []
        for kind in CLASSES:
            rows = [self.comparison(c, years) for c in report.comparisons if c.comparability == kind]
            if rows:
                groups.append(
                    {
                        "id": kind.replace("_", "-"),
                        "title": self.words["class_" + kind],
                        "explain": self.words["explain_" + kind],
                        "rows": rows,
                        "count": self.word("of_n", k=len(rows), n=len(report.comparisons)),
                    }
                )
        intro = self.word("compare_intro", was=years[0], will=years[1])
        return self.page(
            report.compare_path,
            "compare.html",
            title,
            intro,
            "compare",
            (self.year_crumb(report, report.year),),
            {
                "title": title,
                "intro": intro,
                "falls": self.falls(report),
                "groups": groups,
                "years": years,
                "outcome_label": self.word("outcome_of", was=years[0]),
                "goal_label": self.word("goal_of", will=years[1]),
            },
        )

    def report(self, report: Report) -> Page:
        title = self.plain(Pair(report.meta.title.zh, report.meta.title.en))
        blocks: list[Context] = []
        contents: list[Context] = []
        for block in report.source.blocks:
            if block.level:
                english = foreign(report.english.text(block.id), self.lang) if self.lang == "en" else ""
                blocks.append(
                    {
                        "id": block.id,
                        "level": min(block.level + 1, 6),
                        "english": english,
                        "text": _rich(block, 0, len(block.text), ()),
                    }
                )
                shown = english if self.lang == "en" else block.text
                contents.append({"id": block.id, "level": block.level, "text": shown})
                continue
            marks = self._marked(report, block)
            blocks.append(
                {
                    "id": block.id,
                    "level": 0,
                    "label": self.word("paragraph", n=block.id[1:]),
                    "sentences": [
                        {
                            "id": s.id,
                            "lead": s.lead,
                            "text": _rich(block, s.start, s.end, marks),
                            "english": foreign(report.english.text(s.id), self.lang) if self.lang == "en" else "",
                        }
                        for s in block.sentences
                    ],
                }
            )
        return self.page(
            report.path,
            "report.html",
            title,
            self.words["report_intro"],
            "report",
            (self.year_crumb(report, report.year),),
            {
                "title": self.say(Pair(report.meta.title.zh, report.meta.title.en)),
                "blocks": blocks,
                "contents": contents,
                "facts": self.facts(report),
                "intro": self.words["report_intro"],
            },
        )

    def _marked(self, report: Report, block: Block) -> tuple[tuple[int, int, Markup, Markup], ...]:
        """The marked runs of a paragraph with the HTML that goes round and after each."""
        runs: list[tuple[int, int, Markup, Markup]] = []
        up = "../"
        marks = report.marks.get(block.id, ())
        at = 0
        while at < len(marks):
            mark = marks[at]
            others: list[Mark] = []
            at += 1
            while at < len(marks) and marks[at].start < mark.end:
                if marks[at].path not in (mark.path, *(o.path for o in others)):
                    others.append(marks[at])
                at += 1
            opening = Markup('<a class="fig" href="{}{}">').format(up, mark.path)
            after = Markup("").join(
                Markup('<a class="also" href="{}{}" title="{}">{}</a>').format(
                    up, other.path, self.word("also_figure", title=self.plain(other.title)), index
                )
                for index, other in enumerate(others, 2)
            )
            runs.append((mark.start, mark.end, opening, after))
        return tuple(runs)

    def about(self) -> Page:
        counts = self.site.counts
        newest = self.site.reports[-1]
        rows = [
            {
                "text": self.words["count_" + key],
                "encoded": grouped_int(t.encoded),
                "waived": grouped_int(t.waived),
                "pending": grouped_int(t.pending),
            }
            for key, t in (("figures", counts.figures), ("sentences", counts.sentences))
        ]
        checks = [
            {
                "number": n,
                "name": (c.name_zh, c.name_en)[self.index],
                "rule": self.say(Pair(c.rule_zh, c.rule_en)),
                "codes": c.codes,
            }
            for n, c in enumerate(CHECKS, 1)
        ]
        classes = [{"name": self.words["class_" + k], "text": self.words["explain_" + k]} for k in CLASSES]
        bounds = [foreign(self.words["bound_" + b], self.lang) for b in ("exact", "about", "at_least", "more_than", "at_most", "range")]
        lengths = {
            "metrics": len(self.site.metrics),
            "targets": len(self.site.targets),
            "comparisons": len(self.site.comparisons),
            "commitments": sum(len(s.commitments) for r in self.site.reports for s in r.tasks),
        }
        data = [
            {
                "text": self.word("data_" + key, n=grouped_int(lengths[key])),
                "csv": f"data/{key}.csv",
                "json": f"data/{key}.json",
            }
            for key in ("metrics", "commitments", "targets", "comparisons")
        ]
        return self.page(
            "about.html",
            "about.html",
            self.words["about"],
            self.words["about_intro"],
            "about",
            (),
            {
                "counts": rows,
                "checks": checks,
                "classes": classes,
                "bounds": bounds,
                "data": data,
                "goal_text": self.word("about_goal_text", was=newest.year - 1, will=newest.year),
            },
        )

    def sitemap(self) -> Page:
        groups: list[Context] = []
        for report in self.site.reports:
            general = [
                {
                    "title": self.word("compare_title", was=report.year - 1, will=report.year),
                    "path": report.compare_path,
                },
                {"title": self.say(Pair(report.meta.title.zh, report.meta.title.en)), "path": report.path},
            ]
            groups.append({"title": self.words["report"], "path": report.path, "items": general})
            for sections in (report.review, report.tasks):
                for section in sections:
                    own: list[Metric | Commitment] = [*section.metrics, *section.commitments]
                    items = [{"title": self.say(i.title), "path": i.path} for i in own]
                    groups.append({"title": self.say(section.ref.title), "path": section.ref.path, "items": items})
        general = [{"title": f.text, "path": f.path} for f in navigation(self.site, self.lang)]
        return self.page(
            "sitemap.html",
            "sitemap.html",
            self.words["sitemap"],
            self.words["sitemap"],
            "",
            (),
            {"general": general, "groups": groups},
        )

    def not_found(self) -> Page:
        links = [{"title": f.text, "path": f.path} for f in navigation(self.site, self.lang)]
        return self.page(
            "404.html", "notfound.html", self.words["not_found"], self.words["not_found_text"], "", (), {"links": links}
        )

    def moved(self) -> Iterator[Page]:
        for link in self.site.moved:
            to = f"{link.moved_to}.html" if link.moved_to else ""
            text = self.say(Pair(link.retired.zh, link.retired.en)) if link.retired else ""
            title = self.words["moved" if to else "retired"]
            yield self.page(f"{link.id}.html", "moved.html", title, title, "", (), {"to": to, "text": text})


def grouped_int(n: int) -> str:
    """A count with thousands separators."""
    return f"{n:,}"


def _rich(block: Block, start: int, end: int, marks: Iterable[tuple[int, int, Markup, Markup]]) -> Markup:
    """A run of a paragraph as HTML: subscripts kept, marked figures linked."""
    events: list[tuple[int, int, Markup]] = []
    for span in block.sub:
        if start <= span.start and span.end <= end:
            events += [(span.start, 2, Markup("<sub>")), (span.end, 1, Markup("</sub>"))]
    for left, right, opening, after in marks:
        if start <= left and right <= end:
            events += [(left, 3, opening), (right, 0, Markup("</a>") + after)]
    events.sort()
    parts: list[Markup] = []
    at = start
    for offset, _, markup in events:
        parts += [escape(block.text[at:offset]), markup]
        at = offset
    parts.append(escape(block.text[at:end]))
    return Markup("").join(parts)
