"""The page of the whole report: every paragraph and sentence with its number, every figure a link. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from workreport.content import Block
from workreport.pages.jsonld import report_block
from workreport.pages.page import Maker, Page
from workreport.pages.richtext import Linked, foreign, linked, rich, term_link
from workreport.pages.views import Context
from workreport.site import Mark, Pair, Report, Run, first_runs


class Reading(Maker):
    """The page of the whole report in one language."""

    def report(self, report: Report) -> Page:
        title = self.plain(Pair(report.meta.title.zh, report.meta.title.en))
        blocks: list[Context] = []
        contents: list[Context] = []
        seen: set[str] = set()
        for block in report.source.blocks:
            if block.level:
                english = report.english.text(block.id)
                text = rich(block, 0, len(block.text), ())
                level = min(block.level + 1, 6)
                blocks.append({"id": block.id, "level": level, "english": foreign(english, "en"), "text": text})
                shown = foreign(english, "en") if self.lang == "en" else block.text
                contents.append({"id": block.id, "level": block.level, "text": shown})
            else:
                blocks.append(self._paragraph(report, block, seen))
        return self.page(
            report.path,
            "report.html",
            title,
            self.words["report_intro"],
            self.active(report, "report"),
            (self.year_crumb(report, report.goal_year),),
            {
                "title": self.say(Pair(report.meta.title.zh, report.meta.title.en)),
                "blocks": blocks,
                "contents": contents,
                "facts": self.facts(report),
                "intro": self.words["report_intro"],
                "terms": self.explanations(term for term in self.site.terms if term in seen),
                "structured": report_block(self.site, report, self.lang, self.base_url),
            },
            keywords=(self.plain(self.site.topics[topic]) for topic in self.site.used_topics),
        )

    def _paragraph(self, report: Report, block: Block, seen: set[str]) -> Context:
        """A paragraph sentence by sentence in both languages; terms are marked in the page's own."""
        marks = self._figures(report.marks.get(block.id, ()))
        if self.lang == "zh":
            marks = self._with_terms(marks, self.finder.runs(block.text), seen)
        sentences = []
        for s in block.sentences:
            english = report.english.text(s.id)
            own = self._figures(report.english_marks.get(s.id, ()))
            if self.lang == "en":
                own = self._with_terms(own, self.finder.runs(english), seen)
            sentences.append(
                {
                    "id": s.id,
                    "lead": s.lead,
                    "text": rich(block, s.start, s.end, marks),
                    "english": linked(english, own, "en"),
                }
            )
        label = self.word("paragraph", n=block.id[1:])
        return {"id": block.id, "level": 0, "label": label, "sentences": sentences}

    def _with_terms(self, marks: Sequence[Linked], runs: Iterable[Run], seen: set[str]) -> list[Linked]:
        """The marked figures of a text with its terms among them; a figure's link takes none into it."""
        free = (run for run in runs if not any(a < run.end and run.start < b for a, b, _, _ in marks))
        return sorted((*marks, *map(term_link, first_runs(free, seen))), key=lambda mark: mark[:2])

    def _figures(self, marks: Sequence[Mark]) -> list[Linked]:
        """The figures of a text with the HTML that goes round and after each."""
        runs: list[Linked] = []
        up = "../"
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
        return runs
