"""The page of the whole report: every paragraph and sentence with its number, every figure a link. Pure."""

from __future__ import annotations

from markupsafe import Markup

from workreport.page import Maker, Page
from workreport.resolve import Mark, Pair, Report
from workreport.richtext import foreign, rich, term_opening
from workreport.source import Block
from workreport.terms import first_runs
from workreport.views import Context


class Reading(Maker):
    """The page of the whole report in one language."""

    def report(self, report: Report) -> Page:
        title = self.plain(Pair(report.meta.title.zh, report.meta.title.en))
        blocks: list[Context] = []
        contents: list[Context] = []
        seen: set[str] = set()
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
            if self.lang == "zh":
                marks = self._with_terms(block, marks, seen)
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
                            "english": self.marked(report.english.text(s.id), seen) if self.lang == "en" else "",
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
                "terms": self.explanations(term for term in self.site.terms if term in seen),
            },
        )

    def _with_terms(
        self, block: Block, marks: tuple[tuple[int, int, Markup, Markup], ...], seen: set[str]
    ) -> tuple[tuple[int, int, Markup, Markup], ...]:
        """The marked runs of a Chinese paragraph with its terms among them; a figure's link takes none into it."""
        runs = [
            run
            for run in self.finder.runs(block.text)
            if not any(a < run.end and run.start < b for a, b, _, _ in marks)
        ]
        terms = ((r.start, r.end, term_opening(r.term), Markup("")) for r in first_runs(runs, seen))
        return tuple(sorted((*marks, *terms), key=lambda mark: mark[:2]))

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
