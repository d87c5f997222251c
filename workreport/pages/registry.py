"""Which pages there are, and what each of them says: one generator, page by page, in both languages.

Pure. A page knows its path, its template and its context; the context holds ready strings in the page's
language, so that templates only lay out. `Markup` is what has been escaped already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from workreport.charts import Chart, Drawings, drawable, families, family_chart, target_chart
from workreport.content import ItemId
from workreport.figures import CLASSES
from workreport.i18n import Lang, date
from workreport.pages.markdown import to_html
from workreport.pages.page import Page
from workreport.pages.reference import Reference
from workreport.pages.report import Reading
from workreport.pages.sharing import Sharing
from workreport.pages.views import Context, Crumb
from workreport.site import Commitment, Metric, Pair, Report, Section, Site, related


def pages(
    site: Site, lang: Lang, charts: Mapping[str, Chart], drawings: Drawings, base_url: str = ""
) -> Iterator[Page]:
    """Every page of the site in one language; the paths are the same in all of them.

    `charts` are those of this language; `drawings` may be empty, and then pages show the tables alone.
    `base_url` is the site's address, "" where it is not known.
    """
    yield from _Pages(site, lang, charts, drawings, base_url).all()


SORTS = ("report", "class", "order", "title")
"""How the comparisons can be sorted, besides by topic; assets/compare.js does it."""


class _Pages(Reference, Reading, Sharing):
    """The pages of one language."""

    def all(self) -> Iterator[Page]:
        yield self.home()
        for year in sorted({r.outcome_year for r in self.site.reports} | {r.goal_year for r in self.site.reports}):
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
            yield from self.embeds(report)
        if self.site.terms:
            yield self.glossary()
        if self.site.places:
            yield self.places()
        yield from self.topic_pages()
        yield self.search()
        yield self.data()
        yield self.codes()
        yield self.corrections()
        yield self.about()
        yield self.accessibility()
        yield self.sitemap()
        yield self.not_found()
        yield from self.moved()
        yield from self.gone()

    def home(self) -> Page:
        newest = self.site.newest
        years = (newest.outcome_year, newest.goal_year)
        first = newest.tasks[0].ref.id if newest.tasks else None
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
                "report_line": self.word(
                    "home_report",
                    title=self.plain(Pair(newest.meta.title.zh, newest.meta.title.en)),
                    issued=date(newest.meta.issued, self.lang),
                ),
                "tally": self.tally(newest),
                "all_targets": self.word("tally_all", n=len(newest.comparisons)),
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

    def tally(self, report: Report) -> list[Context]:
        """How many goals fall in each class, and of the comparable ones in each order, with links to those rows."""

        def line(name: str, value: str, text: str, n: int) -> Context:
            return {"text": text, "count": n, "path": f"{report.compare_path}?{name}={value}", "parts": []}

        lines = []
        for kind in CLASSES:
            rows = [c for c in report.comparisons if c.comparability == kind]
            if not rows:
                continue
            own = line("class", kind, self.words["class_" + kind], len(rows))
            if kind == "same":
                orders = [c.order or "open" for c in rows]
                own["parts"] = [
                    line("order", how, self.words["tally_" + how], orders.count(how))
                    for how in ("higher", "equal", "lower", "open")
                    if how in orders
                ]
            lines.append(own)
        return lines

    def year(self, year: int) -> Page:
        parts: list[Context] = []
        active, titles = "", []
        for report in self.site.reports:
            for key, sections, of in (
                ("review", report.review, report.outcome_year),
                ("tasks", report.tasks, report.goal_year),
            ):
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
        years = (report.outcome_year, report.goal_year)
        rows = (
            [self.comparison(c, years) for c in report.comparisons if c.target.section.id == section.ref.id]
            if section.commitments
            else []
        )
        key = "read_source_one" if section.first == section.last else "read_source"
        review = section.part == "review"
        seen: set[str] = set()
        summary = to_html(section.summary[self.index], lambda text: self.marked(text, seen))
        return self.page(
            section.ref.path,
            "section.html",
            self.plain(section.ref.title),
            self.plain(section.summary).replace("\n", " "),
            self.active(report, "review" if review else "tasks"),
            (self.year_crumb(report, section.ref.year),),
            {
                "title": self.say(section.ref.title),
                "summary": summary,
                "terms": self.explanations(term for term in self.site.terms if term in seen),
                "pending": section.pending,
                "review": review,
                "year": section.ref.year,
                "metrics": [self.metric_line(m) for m in section.metrics],
                "commitments": [self.commitment_line(c) for c in section.commitments],
                "comparisons": rows,
                "source_path": f"{report.path}#{section.first}",
                "source_text": self.word(key, first=section.first, last=section.last),
                "not_reported": self.status(report),
                "charts": [self.chart(c.path) for c in section.charts],
            },
        )

    @cached_property
    def related(self) -> Mapping[int, Mapping[ItemId, tuple[Commitment, ...]]]:
        """Commitments that share something with one, by the report's year and its id."""
        return {
            report.goal_year: related([c for section in report.tasks for c in section.commitments])
            for report in self.site.reports
        }

    @cached_property
    def former(self) -> Mapping[ItemId, tuple[str, ...]]:
        """The former ids of a target: each stays an anchor."""
        found: dict[ItemId, tuple[str, ...]] = {}
        for link in self.site.gone:
            if link.moved_to and link.id.kind == "target":
                found[link.moved_to] = (*found.get(link.moved_to, ()), link.id.slug)
        return found

    @cached_property
    def parts(self) -> Mapping[ItemId, tuple[Metric, ...]]:
        """The metrics that are part of another, by the id of that other."""
        found: dict[ItemId, tuple[Metric, ...]] = {}
        for metric in self.site.metrics.values():
            if metric.part_of:
                found[metric.part_of] = (*found.get(metric.part_of, ()), metric)
        return found

    def metrics(self, report: Report, section: Section) -> Iterator[Page]:
        years = (report.outcome_year, report.goal_year)
        for metric, around in self.neighbours(section.metrics):
            whole = self.site.metrics[metric.part_of] if metric.part_of else None
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
                    "quote": self.quote(metric.quote, set(), metric.terms),
                    "section": self.section_link(section.ref),
                    "topics": self.topics(metric.topics),
                    "places": self.place_links(metric.places),
                    "terms": self.explanations(metric.terms),
                    "note": self.say(metric.note) if metric.note else "",
                    "whole": self.say(metric.whole) if metric.whole else "",
                    "part_of": self.metric_line(whole) if whole else None,
                    "parts": [self.metric_line(m) for m in self.parts.get(metric.id, ())],
                    "direction": self.words["direction_" + metric.direction],
                    "comparisons": [
                        {**self.comparison(c, years), "chart": self.target_chart(c)}
                        for c in self.site.compared_with.get(metric.id, ())
                    ],
                    "json": metric.path.replace(".html", ".json"),
                    "code": metric.code,
                    "citations": self.citations(self.cited(report, metric)),
                    "corrections": self.corrections_of(metric.path),
                    "around": around,
                    "no_goal": self.word("no_goal", will=report.goal_year),
                },
                keywords=(self.plain(self.site.topics[topic]) for topic in metric.topics),
            )

    def commitments(self, report: Report, section: Section) -> Iterator[Page]:
        years = (report.outcome_year, report.goal_year)
        beside = self.related[report.goal_year]
        for commitment, around in self.neighbours(section.commitments):
            seen: set[str] = set()
            quote = self.quote(commitment.quote, seen, commitment.terms)
            targets = []
            for target_id in commitment.targets:
                c = self.site.comparisons[target_id]
                target = self.target(c, years, commitment, seen)
                cited = self.cited_comparison(report, commitment, c, target["plain_sentence"])
                targets.append(
                    {
                        **target,
                        "citations": self.citations(cited),
                        "snippet": self.snippet(report, commitment, target_id.slug),
                        "former": self.former.get(target_id, ()),
                    }
                )
            yield self.page(
                commitment.path,
                "commitment.html",
                self.plain(commitment.title),
                commitment.quote.text if self.lang == "zh" else commitment.quote.english,
                self.active(report, "tasks"),
                (self.year_crumb(report, report.goal_year), Crumb(self.plain(section.ref.title), section.ref.path)),
                {
                    "title": self.say(commitment.title),
                    "plain": self.say(commitment.plain) if commitment.plain else "",
                    "related": [self.commitment_line(c) for c in beside.get(commitment.id, ())],
                    "quote": quote,
                    "section": self.section_link(section.ref),
                    "topics": self.topics(commitment.topics),
                    "places": self.place_links(commitment.places),
                    "terms": self.explanations(commitment.terms),
                    "note": self.say(commitment.note) if commitment.note else "",
                    "targets": targets,
                    "json": commitment.path.replace(".html", ".json"),
                    "code": commitment.code,
                    "citations": self.citations(self.cited(report, commitment)),
                    "snippet": self.snippet(report, commitment),
                    "corrections": self.corrections_of(commitment.path),
                    "around": around,
                    "year": report.goal_year,
                    "not_reported": self.status(report),
                },
                keywords=(self.plain(self.site.topics[topic]) for topic in commitment.topics),
            )

    def compare(self, report: Report) -> Page:
        years = (report.outcome_year, report.goal_year)
        title = self.word("compare_title", was=years[0], will=years[1])
        by_topic: dict[str, list[Context]] = {topic: [] for topic in self.site.used_topics}
        for at, c in enumerate(report.comparisons):
            # A target stands under its first topic; the filter finds it under each.
            by_topic[c.target.topics[0]].append({**self.comparison(c, years), "at": at})
        groups = [
            {"id": f"topic-{topic}", "title": self.say(self.site.topics[topic]), "rows": rows}
            for topic, rows in by_topic.items()
            if rows
        ]
        classes = [
            {
                "id": kind.replace("_", "-"),
                "title": self.words["class_" + kind],
                "explain": self.words["explain_" + kind],
                "count": self.word("of_n", k=n, n=len(report.comparisons)),
            }
            for kind in CLASSES
            if (n := sum(c.comparability == kind for c in report.comparisons))
        ]
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
            (self.year_crumb(report, report.goal_year),),
            {
                "title": title,
                "intro": intro,
                "falls": self.falls(report),
                "groups": groups,
                "classes": classes,
                "charts": [self.chart(family_chart(f)) for f in families(report)],
                "sorts": [{"value": key, "text": self.words["sort_" + key]} for key in SORTS],
                "options": self.options(report),
                "years": years,
                "outcome_label": self.word("outcome_of", was=years[0]),
                "goal_label": self.word("goal_of", will=years[1]),
            },
            keywords=(o["text"] for o in self.options(report)["topics"]),
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
