"""The pages that one looks things up in: terms, places, topics, the search, what is said about the site. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from workreport.diagnostics import CHECKS
from workreport.exports import KINDS, TABLES, feeds_made, version
from workreport.figures import BOUND_WORDS, CLASSES
from workreport.i18n import date
from workreport.pages.jsonld import dataset
from workreport.pages.markdown import to_html
from workreport.pages.page import Maker, Page, navigation
from workreport.pages.richtext import foreign
from workreport.pages.views import Context
from workreport.site import Commitment, Gone, Metric, Pair, urls

_EXAMPLE = """\
import pandas

targets = pandas.read_csv("{address}targets.csv")
comparisons = pandas.read_csv("{address}comparisons.csv")
targets["target"] = targets["year"].astype(str) + "/" + targets["id"]
both = targets.merge(comparisons, on="target")
print(both[both["comparability"] == "same"][["title_{lang}", "value", "unit", "difference"]])
"""
"""An example of use; a test runs it. Without an address it reads the files beside it, as the zip of all has them."""


class Reference(Maker):
    """The pages to look things up in, in one language."""

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
                years = (report.outcome_year, report.goal_year)
                metrics = [m for s in report.review for m in s.metrics if topic in m.topics]
                commitments = [c for s in report.tasks for c in s.commitments if topic in c.topics]
                rows = [self.comparison(c, years) for c in report.comparisons if topic in c.target.topics]
                if metrics or commitments:
                    parts.append(
                        {
                            "year": report.goal_year,
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

    def data(self) -> Page:
        """The open data: the files, every field, and how to use them."""
        site = self.site
        lengths = {
            "metrics": len(site.metrics),
            "targets": len(site.targets),
            "comparisons": len(site.comparisons),
            "commitments": sum(len(s.commitments) for r in site.reports for s in r.tasks),
        }
        tables = [
            {
                "name": table.name,
                "title": self.say(Pair(table.zh, table.en)),
                "count": self.word("data_" + table.name, n=grouped_int(lengths[table.name])),
                "csv": f"data/{table.name}.csv",
                "json": f"data/{table.name}.json",
                "fields": [
                    {
                        "name": field.name,
                        "kind": self.words["type_" + field.kind],
                        "text": self.say(Pair(field.zh, field.en)),
                        "choices": field.choices if len(field.choices) > 1 else (),
                    }
                    for field in table.fields
                ],
            }
            for table in TABLES
        ]
        licence = site.licence
        context = {
            "tables": tables,
            "sources": [
                {
                    "title": self.say(Pair(r.meta.title.zh, r.meta.title.en)),
                    "path": r.path,
                    "number": foreign(r.meta.document_number, self.lang),
                }
                for r in site.reports
            ],
            "issuer": self.say(Pair(site.newest.meta.issuer.zh, site.newest.meta.issuer.en)),
            "licence": {"title": (licence.title.zh, licence.title.en)[self.index], "address": licence.address}
            if licence
            else None,
            "updated": date(site.release.published[:10], self.lang) if site.release else self.words["draft"],
            "version": version(site),
            "example": _EXAMPLE.format(address=f"{self.base_url}/data/" if self.base_url else "", lang=self.lang),
            "structured": dataset(site, self.lang, self.base_url),
        }
        title, intro = self.words["data"], self.words["data_intro"]
        return self.page("data.html", "data.html", title, intro, "", (), context, keywords=self.subjects())

    def subjects(self) -> Iterator[str]:
        """The names of all topics that have a page."""
        return (self.plain(self.site.topics[topic]) for topic in self.site.used_topics)

    def codes(self) -> Page:
        """Every short code with the page that it leads to."""
        titles = {m.path: m.title for m in self.site.metrics.values()}
        titles |= {c.path: c.title for r in self.site.reports for s in r.tasks for c in s.commitments}
        gone = {link.id: self.words["moved" if link.moved_to else "retired"] for link in self.site.moved}
        series: dict[str, list[Context]] = {}
        for code, page in self.site.codes:
            path = urls.page(page)
            title = self.say(titles[path]) if path in titles else gone[page]
            series.setdefault(code[:6], []).append({"code": code, "title": title, "path": path})
        groups = [
            {"title": self.word("codes_outcomes" if key[5] == "M" else "codes_commitments", year=key[:4]), "rows": rows}
            for key, rows in series.items()
        ]
        title, intro = self.words["codes_page"], self.words["codes_intro"]
        return self.page("codes.html", "codes.html", title, intro, "", (), {"groups": groups})

    def corrections(self) -> Page:
        """What was changed after it was published, the newest first; and where the feeds are."""
        context = {
            "corrections": [self.correction(c) for c in reversed(self.site.corrections)],
            "feeds": feeds_made(self.site, self.base_url),
            "topics": [
                {"title": self.say(self.site.topics[topic]), "path": f"topics/{topic}.xml"}
                for topic in self.site.used_topics
            ],
        }
        title, intro = self.words["corrections"], self.words["corrections_intro"]
        return self.page("corrections.html", "corrections.html", title, intro, "", (), context)

    def releases(self) -> list[Context]:
        """Every version that was published, the newest first."""
        return [
            {
                "id": "release-" + release.version.replace(".", "-"),
                "name": self.word("release_name", version=release.version),
                "date": date(release.published[:10], self.lang),
                "notes": (release.notes.zh, release.notes.en)[self.index],
                "digest": release.digest or "",
            }
            for release in reversed(self.site.releases)
        ]

    def about(self) -> Page:
        counts = self.site.counts
        newest = self.site.newest
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
        bounds = [foreign(label, self.lang) for label in BOUND_WORDS[self.lang].label.values()]
        return self.page(
            "about.html",
            "about.html",
            self.words["about"],
            self.words["about_intro"],
            "",
            (),
            {
                "counts": rows,
                "checks": checks,
                "classes": classes,
                "bounds": bounds,
                "releases": self.releases(),
                "goal_text": self.word("about_goal_text", was=newest.outcome_year, will=newest.goal_year),
            },
        )

    def accessibility(self) -> Page:
        """What was tested and what was not, what helps, and whom to tell of a problem."""
        contact = self.site.contact
        context = {
            "parts": [
                {
                    "title": self.words[f"access_{part}"],
                    "lines": [self.words[f"access_{part}_{n}"] for n in range(1, size + 1)],
                }
                for part, size in (("tested", 7), ("helps", 5), ("limits", 4))
            ],
            "contact": to_html(contact[self.index], lambda text: foreign(text, self.lang)) if contact else "",
        }
        title, intro = self.words["accessibility"], self.words["access_intro"]
        return self.page("accessibility.html", "accessibility.html", title, intro, "", (), context)

    def sitemap(self) -> Page:
        groups: list[Context] = []
        for report in self.site.reports:
            general = [
                {
                    "title": self.word("compare_title", was=report.outcome_year, will=report.goal_year),
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
        general += [
            {"title": self.words[word], "path": f"{key}.html"}
            for key, word in (
                ("data", "data"),
                ("codes", "codes_page"),
                ("corrections", "corrections"),
                ("about", "about"),
                ("accessibility", "accessibility"),
            )
        ]
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

    def _sentence(self, link: Gone) -> str:
        """Where the sentence is that an id stood for; "" where the record names none."""
        report = self.site.report_of(link.id)
        if report is None or not any(s.id == link.sentence for b in report.source.blocks for s in b.sentences):
            return ""
        return urls.anchor(report.path, link.sentence)

    def moved(self) -> Iterator[Page]:
        """A page for each address that is gone, and for its frame: what happened, and where to go on."""
        titles = {m.path: self.say(m.title) for m in self.site.metrics.values()}
        titles |= {c.path: self.say(c.title) for r in self.site.reports for s in r.tasks for c in s.commitments}
        for link in self.site.moved:
            page, to = urls.page(link.id), urls.page(link.moved_to) if link.moved_to else ""
            context = self._gone(link, to, titles.get(to, to), self._sentence(link))
            yield self._signpost(page, "moved.html", context)
            if link.id.kind == "commitment":  # other sites may show it in a frame
                yield self._signpost(urls.embed(link.id), "embedmoved.html", {**context, "to": to or page})

    def gone(self) -> Iterator[Page]:
        """The same for sections and topics, and for the frames of targets."""
        sections = [section.ref for r in self.site.reports for section in (*r.review, *r.tasks)]
        titles = {ref.path: self.say(ref.title) for ref in sections}
        titles |= {f"topics/{topic}.html": self.say(self.site.topics[topic]) for topic in self.site.used_topics}
        for link in self.site.gone:
            if link.id.kind != "target":
                to = urls.page(link.moved_to) if link.moved_to else ""
                yield self._signpost(urls.page(link.id), "moved.html", self._gone(link, to, titles.get(to, to), ""))
                continue
            sentence = self._sentence(link)
            to, title = sentence, self.words["moved_sentence"]
            if link.moved_to:
                target = self.site.targets[link.moved_to]
                to, title = target.path, self.say(target.title)
            context = self._gone(link, to or urls.HOME, title if to else self.words["home"], sentence)
            yield self._signpost(urls.embed(link.id), "embedmoved.html", context)

    def _gone(self, link: Gone, to: str, name: str | Markup, sentence: str) -> Context:
        """What the page of an address says that is gone: where it leads, and why."""
        return {
            "kicker": self.words["moved" if link.moved_to else "retired"],
            "code": link.code,
            "to": to,
            "name": name,
            "text": self.say(link.retired) if link.retired else "",
            "sentence": sentence,
        }

    def _signpost(self, path: str, template: str, context: Context) -> Page:
        title = f"{context['kicker']} {context['code']}".strip()
        return self.page(path, template, title, title, "", (), context)


def grouped_int(n: int) -> str:
    """A count with thousands separators."""
    return f"{n:,}"
