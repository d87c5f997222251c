"""Which pages there are, and what each of them says: one generator, page by page, in both languages.

Pure. A page knows its path, its template and its context; the context holds ready strings in the page's
language, so that templates only lay out. `Markup` is what has been escaped already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from workreport.charts import Chart, declared_chart, drawable, families, family_chart, target_chart
from workreport.checks import CHECKS
from workreport.compare import CLASSES
from workreport.i18n import LANGUAGES, WORDS, Lang
from workreport.markdown import to_html
from workreport.resolve import Commitment, Mark, Metric, Pair, Report, Section, Site
from workreport.richtext import foreign, rich
from workreport.search import KINDS
from workreport.source import Block
from workreport.svg import Drawings
from workreport.views import Context, Crumb, Views


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
        Frame("search", words["search"], "search.html"),
        Frame("about", words["about"], "about.html"),
    )


def pages(site: Site, lang: Lang, charts: Mapping[str, Chart], drawings: Drawings) -> Iterator[Page]:
    """Every page of the site in one language; the paths are the same in all of them.

    `charts` are those of this language; `drawings` may be empty, and then pages show the tables alone.
    """
    yield from _Pages(site, lang, charts, drawings).all()


class _Pages(Views):
    """The pages of one language."""

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
        if self.site.terms:
            yield self.glossary()
        if self.site.places:
            yield self.places()
        yield from self.topic_pages()
        yield self.search()
        yield self.about()
        yield self.sitemap()
        yield self.not_found()
        yield from self.moved()

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
                "headline_charts": [
                    self.chart(target_chart(c.target))
                    for c in newest.comparisons
                    if c.target.section.id == first and drawable(c)
                ],
                "years": years,
                "falls_data": self.falls(newest),
                "facts": self.facts(newest),
                "report_title": self.say(Pair(newest.meta.title.zh, newest.meta.title.en)),
                "review": [self.section_line(s) for s in newest.review],
                "tasks": [self.section_line(s) for s in newest.tasks],
                "compare_path": newest.compare_path,
                "report_path": newest.path,
                "topics": self.ways_in(),
                "places": bool(self.site.places),
                "terms": bool(self.site.terms),
            },
        )

    def year(self, year: int) -> Page:
        parts: list[Context] = []
        active, titles = "", []
        for report in self.site.reports:
            for key, sections, of in (("review", report.review, report.year - 1), ("tasks", report.tasks, report.year)):
                if of != year:
                    continue
                title = self.word(key, year=year)
                titles.append(title)
                active = active or self.active(report, key)
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
            self.active(report, "review" if review else "tasks"),
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
                "not_reported": self.status(report),
                "charts": [self.chart(declared_chart(section, c)) for c in section.charts],
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
                self.active(report, "review"),
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
                    "places": self.name_links(metric.places, self.site.places, "places.html"),
                    "terms": self.name_links(metric.terms, self.site.terms, "glossary.html"),
                    "note": self.say(metric.note) if metric.note else "",
                    "whole": self.say(metric.whole) if metric.whole else "",
                    "part_of": self.metric_line(whole) if whole else None,
                    "parts": [self.metric_line(m) for m in self.parts.get(key, ())],
                    "direction": self.words["direction_" + metric.direction],
                    "comparisons": [
                        {**self.comparison(c, years), "chart": self.target_chart(c)}
                        for c in self.site.compared_with.get(key, ())
                    ],
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
                self.active(report, "tasks"),
                (self.year_crumb(report, report.year), Crumb(self.plain(section.ref.title), section.ref.path)),
                {
                    "title": self.say(commitment.title),
                    "quote": self.quote(commitment.quote),
                    "section": self.section_link(section.ref),
                    "topics": self.topics(commitment.topics),
                    "places": self.name_links(commitment.places, self.site.places, "places.html"),
                    "terms": self.name_links(commitment.terms, self.site.terms, "glossary.html"),
                    "note": self.say(commitment.note) if commitment.note else "",
                    "targets": targets,
                    "json": commitment.path.replace(".html", ".json"),
                    "around": around,
                    "year": report.year,
                    "not_reported": self.status(report),
                },
            )

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
                        "charts": [self.chart(family_chart(f)) for f in families(report)] if kind == "same" else [],
                        "count": self.word("of_n", k=len(rows), n=len(report.comparisons)),
                    }
                )
        intro = (
            self.word("compare_intro", was=years[0], will=years[1])
            + (" " if self.lang == "en" else "")
            + self.status(report)
        )
        return self.page(
            report.compare_path,
            "compare.html",
            title,
            intro,
            self.active(report, "compare"),
            (self.year_crumb(report, report.year),),
            {
                "title": title,
                "intro": intro,
                "falls": self.falls(report),
                "groups": groups,
                "options": self.options(report),
                "years": years,
                "outcome_label": self.word("outcome_of", was=years[0]),
                "goal_label": self.word("goal_of", will=years[1]),
            },
        )

    def options(self, report: Report) -> Context:
        """What the comparisons can be filtered by: only what some row has."""
        rows = report.comparisons
        topics = {topic for c in rows for topic in c.target.topics}
        orders = [c.order or "open" for c in rows if c.comparability == "same"]
        return {
            "topics": [{"value": k, "text": self.say(v)} for k, v in self.site.topics.items() if k in topics],
            "classes": [
                {"value": k, "text": self.words["class_" + k]}
                for k in CLASSES
                if any(c.comparability == k for c in rows)
            ],
            "orders": [
                {"value": k, "text": self.words["order_" + k]}
                for k in ("higher", "equal", "lower", "open")
                if k in orders
            ],
        }

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
                        "text": rich(block, 0, len(block.text), ()),
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
                            "text": rich(block, s.start, s.end, marks),
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
            self.active(report, "report"),
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

    def glossary(self) -> Page:
        terms = [
            {
                "id": t.id,
                "name": self.say(t.name),
                "other": "" if self.lang == "zh" else t.name.zh,
                "meaning": self.say(t.meaning),
                "basis": foreign(self.word("basis_" + t.basis, rule=self.plain(t.rule) if t.rule else ""), self.lang),
                "sentences": self.sentence_links(t.sentences),
            }
            for t in self.site.terms.values()
        ]
        intro = self.words["glossary_intro"]
        return self.page(
            "glossary.html", "glossary.html", self.words["glossary"], intro, "", (), {"terms": terms, "intro": intro}
        )

    def places(self) -> Page:
        places = [
            {
                "id": p.id,
                "name": self.say(p.name),
                "other": "" if self.lang == "zh" else p.name.zh,
                "items": [{"title": self.say(title), "path": path} for path, title in p.items],
                "sentences": self.sentence_links(p.sentences),
            }
            for p in self.site.places.values()
        ]
        intro = self.words["places_intro"]
        return self.page(
            "places.html", "places.html", self.words["places"], intro, "", (), {"places": places, "intro": intro}
        )

    def topic_pages(self) -> Iterator[Page]:
        """A page for each topic: what was reported and what is promised about it, newest report first."""
        for topic in self.site.used_topics:
            parts = []
            for report in reversed(self.site.reports):
                years = (report.year - 1, report.year)
                metrics = [m for s in report.review for m in s.metrics if topic in m.topics]
                commitments = [c for s in report.tasks for c in s.commitments if topic in c.topics]
                rows = [self.comparison(c, years) for c in report.comparisons if topic in c.target.topics]
                if metrics or commitments:
                    parts.append(
                        {
                            "year": report.year,
                            "outcomes": self.word("headline_outcomes", was=years[0]),
                            "metrics": [self.metric_line(m) for m in metrics],
                            "goals": self.word("headline_targets", will=years[1]),
                            "rows": rows,
                            "promises": self.word("headline_promises", will=years[1]),
                            "commitments": [self.commitment_line(c) for c in commitments],
                            "status": self.status(report),
                        }
                    )
            title = self.site.topics[topic]
            intro = self.word("topic_intro", title=self.plain(title))
            context = {"title": self.say(title), "parts": parts, "intro": intro, "others": self.ways_in(but=topic)}
            yield self.page(f"topics/{topic}.html", "topic.html", self.plain(title), intro, "", (), context)

    def ways_in(self, but: str = "") -> list[Context]:
        """Links to all topics but one."""
        return self.topics(topic for topic in self.site.used_topics if topic != but)

    def search(self) -> Page:
        """The search page; without scripts it leads to topics, places and terms."""
        context = {
            "topics": self.ways_in(),
            "places": bool(self.site.places),
            "terms": bool(self.site.terms),
            "kinds": "|".join(self.words[f"kind_{kind}"] for kind in KINDS),
            "script": f"search-{self.lang}.js",
        }
        title, intro = self.words["search"], self.words["search_intro"]
        return self.page("search.html", "search.html", title, intro, "search", (), context)

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
        bounds = [
            foreign(self.words["bound_" + b], self.lang)
            for b in ("exact", "about", "at_least", "more_than", "at_most", "range")
        ]
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
        groups.append({"title": self.words["topics"], "path": "search.html", "items": self.ways_in()})
        general = [{"title": f.text, "path": f.path} for f in navigation(self.site, self.lang)]
        for key, present in (("glossary", self.site.terms), ("places", self.site.places)):
            if present:
                general.append({"title": self.words[key], "path": f"{key}.html"})
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
