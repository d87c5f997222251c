"""The page of the whole report: each paragraph and sentence with its number, each figure and promise a link. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from workreport.content import Block, Run
from workreport.i18n import language
from workreport.pages.cards import report_card
from workreport.pages.head import report_block
from workreport.pages.page import LARGE, Entry, Page, PageType
from workreport.pages.richtext import Linked, foreign, linked, rich, term_link
from workreport.pages.scrolls import report_long
from workreport.pages.views import Explained, Fact, Views
from workreport.pages.voice import Voice
from workreport.site import Mark, Mention, Report, first_runs, urls

_CLOSING = "，。；：、！？”’）》"
"""What cannot begin a line stays with the words before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence and what translates it."""

    id: str
    lead: bool
    text: str
    translation: str
    """With what the text leads to, too: figures where they stand, promises after the sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """A heading (level 2 to 6), or a paragraph (level 0), which has sentences."""

    id: str
    level: int
    text: str = ""
    translation: str = ""
    label: str = ""
    sentences: Sequence[Sentence] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """An entry of the table of contents."""

    id: str
    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The whole report."""

    title: str
    intro: str
    facts: Sequence[Fact]
    view_source: str
    view_both: str
    view_translation: str
    beside: str
    """The tag of the language beside the report's; "" without a translation."""
    contents: Sequence[Heading]
    blocks: Sequence[BlockView]
    terms: Sequence[Explained]
    structured: str
    """JSON-LD."""


def reports(views: Views) -> Iterator[Page]:
    """A page for each report."""
    for report in views.site.reports:
        seen: set[str] = set()
        names = {lang: views.language.name_of(lang) for lang in (views.site.source, views.beside) if lang}
        both = views.words.get(f"view_both_{views.beside}", views.words["view_both"])
        intro = views.words["report_intro_alone"]
        if views.beside:
            intro = views.word("report_intro", both=both, language=names[views.beside])
        context = Reading(
            title=views.title(report),
            intro=intro,
            view_source=names[views.site.source],
            view_both=both,
            view_translation=names.get(views.beside, ""),
            beside=language(views.beside).tag if views.beside else "",
            facts=views.facts(report),
            contents=[_entry(views, report, block) for block in report.source.blocks if block.level],
            blocks=[
                _heading(views, report, block) if block.level else _paragraph(views, report, block, seen)
                for block in report.source.blocks
            ],
            terms=views.explanations(term for term in views.site.terms if term in seen),
            structured=report_block(views, report),
        )
        yield views.page(
            REPORT,
            report.path,
            context,
            title=views.plain(report.meta.called),
            description=intro,
            active=views.active(report, "report"),
            crumbs=[views.year_link(report, report.goal_year)],
            card=report_card(views, report, report.path, views.plain(report.meta.called), ""),
            long=[report_long(views, report)],
            keywords=views.subjects(views.site.used_topics),
            band=views.drafted_here(report.items),
        )


def _entry(views: Views, report: Report, block: Block) -> Heading:
    text = foreign(report.translations[views.lang].text(block.id), views.lang) if views.translated else block.text
    return Heading(id=block.id, level=block.level, text=text)


def _heading(views: Views, report: Report, block: Block) -> BlockView:
    own = report.translations.get(views.beside)
    translation = foreign(own.text(block.id), views.beside) if own else ""
    text = rich(block, 0, len(block.text), ())
    return BlockView(id=block.id, level=min(block.level + 1, 6), text=text, translation=translation)


def _paragraph(views: Views, report: Report, block: Block, seen: set[str]) -> BlockView:
    """A paragraph sentence by sentence beside its translation; terms are marked in the page's own."""
    marks = _figures(views, report.marks.get(block.id, ()))
    if not views.translated:
        marks = _with_terms(marks, views.finder.runs(block.text), seen)
    sentences = []
    for s in block.sentences:
        translation = ""
        promises = _promises(views, report, block, s)
        if views.beside:
            said = report.translations[views.beside].text(s.id)
            own = _figures(views, report.translated_marks[views.beside].get(s.id, ()))
            if views.translated:
                own = _with_terms(own, views.finder.runs(said), seen)
            translation = Markup("").join((linked(said, own, views.beside), *(link for _, link in promises)))
        text = _text(block, s, marks, promises)
        sentences.append(Sentence(id=s.id, lead=s.lead, text=text, translation=translation))
    return BlockView(id=block.id, level=0, label=views.word("paragraph", n=block.id[1:]), sentences=sentences)


def _promises(views: Views, report: Report, block: Block, sentence: Run) -> list[tuple[int, Markup]]:
    """Where in a sentence each promise that it makes ends, and the link to it; none where a figure leads there."""
    figures = {mark.path for mark in report.marks.get(block.id, ()) if sentence.holds(mark)}
    up = urls.up(urls.report(0))
    return [
        (
            min(mark.end, sentence.end),
            Markup('<a class="to" href="{}{}" title="{}"></a>').format(
                up, mark.path, views.word("to_promise", title=views.plain(mark.title))
            ),
        )
        for mark in report.promised.get(block.id, ())
        if sentence.meets(mark) and mark.path not in figures
    ]


def _text(block: Block, sentence: Run, marks: Sequence[Linked], promises: Sequence[tuple[int, Markup]]) -> Markup:
    """A sentence with its links: a promise's stands after its words, and never within a marked run."""
    parts, at = [], sentence.start
    runs = [*((start, end) for start, end, *_ in marks), *((span.start, span.end) for span in block.sub)]
    for end, link in promises:
        clear = max([end, *(right for left, right in runs if left < end < right)])
        while clear < sentence.end and block.text[clear] in _CLOSING:
            clear += 1
        parts += [rich(block, at, clear, marks), link]
        at = clear
    return Markup("").join([*parts, rich(block, at, sentence.end, marks)])


def _with_terms(marks: Sequence[Linked], runs: Iterable[Mention], seen: set[str]) -> list[Linked]:
    """The marked figures of a text with its terms among them; a figure's link takes none into it."""
    free = (run for run in runs if not any(a < run.end and run.start < b for a, b, _, _ in marks))
    return sorted((*marks, *map(term_link, first_runs(free, seen))), key=lambda mark: mark[:2])


def _figures(views: Views, marks: Sequence[Mark]) -> list[Linked]:
    """The figures of a text with the HTML that goes round and after each."""
    runs: list[Linked] = []
    up = urls.up(urls.report(0))
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
                up, other.path, views.word("also_figure", title=views.plain(other.title)), index
            )
            for index, other in enumerate(others, 2)
        )
        runs.append((mark.start, mark.end, opening, after))
    return runs


def _entries(voice: Voice) -> Iterator[Entry]:
    yield Entry("report", voice.words["nav_report"], voice.site.newest.path)


REPORT = PageType(
    key="report",
    template="report.html",
    context=Reading,
    pages=reports,
    budget=LARGE,
    entries=_entries,
    menu="header",
    column="政策文件",
)
