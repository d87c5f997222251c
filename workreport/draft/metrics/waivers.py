"""The numerals that are no quantity, each with the run and the reason of its waiver, by what the reader says of them. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from workreport.content import Block, Found, Run, Source, dense
from workreport.draft.drafted import Left, Tree
from workreport.figures import Aside, Figure, Reading, Reason, numerals
from workreport.gate import figure_reasons

_REASONS: dict[Reason, tuple[str, ...]] = {
    "date": ("date", "name"),
    "document_number": ("document_number",),
    "ordinal": ("ordinal",),
    "rank": ("rank", "ordinal"),
    "list_marker": ("ordinal", "note_marker"),
    "note_marker": ("note_marker",),
    "name": ("name",),
    "capacity": ("capacity", "threshold"),
    "threshold": ("threshold", "capacity"),
    "duration": ("duration",),
    "denominator": ("name",),
    "first_of_its_kind": ("first_of_its_kind",),
    "word": ("fixed_phrase",),
}
"""What a waiver may say of what the reader leaves alone; of `unit_unknown` and `unread` it can say nothing."""
_COUNTED = ("first_of_its_kind", "unit_unknown")
"""What must be accounted for in Chinese numerals too."""
_PHRASE = re.compile(
    "(?:(?<=[个项大])“|方面|层面|维度|意识|自信|维护|确立|坚持|转变|关键|着力|统筹|必须|全面|战略|文明|没有|毫不|更加|认真|务必|突出|聚焦|结合|"
    "统一|一体|中心|基本点|步走|篇章|主义|大局|优先|要务|要求|环节|问题|关系|力量|导向|优势|先锋|品牌战略|革命)"
)
"""What a count in words of officialese counts, and nothing else does: 五个方面, 四个意识."""
_OF_GOAL = re.compile(r"(?:完成|占|达到?)[^，。；：0-9]{0,8}?(?:目标|任务|计划)(?:任务|数)?的\s*$")
_ISSUER = re.compile("[㐀-鿿]{1,20}$")
_SIZES = ("以上", "及以上", "以下", "及以下", "以内")
_HAN = re.compile(r"\s*[㐀-鿿]{2}")
_MODEL = re.compile(
    r"[0-9][0-9.]*\s*(?:[A-Za-z]{1,4}\s*[㐀-鿿]{2,3}(?:站|所|区|项目|线路|工程|基站|机|线|库)?|[“《][^”》]{1,20}[”》](?:[㐀-鿿]{0,8}(?:行动|工程|计划|活动|赛|节|展|会))?)"
)
"""A number that a name begins with: 110kV变电站, 2022“清河湖”专项整治行动."""
_WIDEST = 24
"""How many characters a run grows by until it stands once in its paragraph."""
_CLAUSES = "，。；：！？、"
_STOPS = "，。；：！？、“”《》（）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """What of a paragraph is waived."""

    trees: tuple[Tree, ...]
    left: tuple[Left, ...]


def phrase(block: Block, figure: Figure) -> bool:
    """Whether a quantity is a fixed phrase: in words, of something that is not counted."""
    text = block.text
    return not re.search("[0-9]", figure.text) and _PHRASE.match(text, figure.end) is not None


def classed(block: Block, figures: Sequence[Figure], figure: Figure) -> bool:
    """Whether a quantity only says of which size those are that the figure right before it counts: 62个5000万以上项目."""
    counts = any(not block.text[one.end : figure.start].strip() and one.end <= figure.start for one in figures)
    return counts and figure.quantity.hedge in _SIZES and _HAN.match(block.text, figure.end) is not None


def of_goal(block: Block, figure: Figure) -> Run | None:
    """The run of a quantity that says how much of a goal was done (完成全年目标的132%); None for any other."""
    if figure.quantity.unit.printed != "%":
        return None
    clause = max(block.text.rfind(mark, 0, figure.start) for mark in "，。；：") + 1
    done = _OF_GOAL.search(block.text, clause, figure.start)
    return Run(done.start(), figure.end) if done else None


def waive(
    block: Block, reading: Reading, lost: Sequence[Figure], years: Container[tuple[str, str]] = frozenset()
) -> Waived:
    """The waivers of a paragraph or heading. `lost`: the quantities of it that nothing else accounts for; `years`: the
    sentences with the years that the period of a figure there begins or ends with."""
    trees: list[Tree] = []
    left: list[Left] = []
    done: list[Run] = []
    marks: list[tuple[Run, tuple[str, ...], Sequence[Figure]]] = []
    for run, aside in _tokens(block, reading):
        reasons = _REASONS.get(aside.reason, ()) if aside else ()
        model = None if reasons else _MODEL.match(block.text, run.start)
        if model is not None and not any(Run(*model.span()).meets(figure) for figure in reading.figures):
            marks.append((Run(*model.span()), ("name",), reading.figures))
            continue
        marks.append((Run(aside.start, aside.end) if aside else run, reasons, reading.figures))
    for figure in lost:
        others = [one for one in reading.figures if one is not figure]
        goal = of_goal(block, figure)
        reasons = (
            ("fixed_phrase",) if phrase(block, figure) else ("threshold",) if classed(block, others, figure) else ()
        )
        marks.append((goal or Run(figure.start, figure.end), ("restated",) if goal else reasons, others))
    for run, reasons, figures in sorted(marks, key=lambda one: one[0].start):
        if any(other.holds(run) for other in done):
            continue
        found = _decided(block, run, reasons, reading.asides, figures)
        if found is None:
            if (block.sentence_at(run.start).id, run.of(block.text).removesuffix("年")) in years:
                continue
            found = "undecided", _once(block, run, figures) or run
            sentence = block.id if block.level else block.sentence_at(run.start).id
            left.append(Left(sentence=sentence, run=_line(run.of(block.text)), why=_said(block, run)))
        reason, wide = found
        done.append(wide)
        trees.append({"at": block.id, "text": _line(wide.of(block.text)), "reason": reason, "draft": True})
    return Waived(trees=tuple(trees), left=tuple(left))


def _tokens(block: Block, reading: Reading) -> Iterator[tuple[Run, Aside | None]]:
    """Every numeral that is in no quantity, with what the reader says of it."""
    for aside in reading.asides:
        if aside.reason in _COUNTED:
            yield Run(aside.start, aside.end), aside
    for start, end in numerals(block.text):
        if any(figure.start <= start < figure.end for figure in reading.figures):
            continue
        found = next((one for one in reading.asides if one.start <= start < one.end), None)
        if found is None or found.reason not in _COUNTED:
            yield Run(start, end), found


def _decided(
    block: Block, run: Run, reasons: Sequence[str], asides: Sequence[Aside], figures: Sequence[Figure]
) -> tuple[str, Run] | None:
    """The first reason whose form a run round the numeral has that stands once in its paragraph."""
    for reason in reasons:
        for wide in _wider(block, run, reason, figures):
            inside = [aside for aside in asides if wide.meets(aside)]
            if reason in figure_reasons(dense(wide.of(block.text)), inside) and _stands(block, wide):
                return reason, wide
    return None


def _wider(block: Block, run: Run, reason: str, figures: Sequence[Figure]) -> Iterator[Run]:
    """The run, and longer ones that hold no quantity: to its right first, as a date begins its run; then to its left."""
    text = block.text
    low = max((figure.end for figure in figures if figure.end <= run.start), default=0)
    high = min((figure.start for figure in figures if figure.start >= run.end), default=len(text))
    if any(run.meets(figure) for figure in figures):
        return
    if reason == "document_number" and (issuer := _ISSUER.search(text, low, run.start)):
        run = Run(issuer.start(), run.end)
    if reason == "first_of_its_kind" and (
        where := re.search("(?:全[国省市州县区球]|世界|[㐀-鿿]{2}省?)$", text[low : run.start])
    ):
        yield Run(low + where.start(), run.end)
    yield run
    if reason == "name" and (noun := re.search(r"[㐀-鿿]{2}\s*$", text[low : run.start])):
        yield Run(low + noun.start(), run.end)
    clause = run.end + next((at for at, mark in enumerate(text[run.end : high]) if mark in _STOPS), high - run.end)
    for end in range(run.end + 1, min(clause, run.end + _WIDEST) + 1):
        yield Run(run.start, end)
    first = next((at + 1 for at in range(run.start - 1, low - 1, -1) if text[at] in _CLAUSES), low)
    for start in range(run.start - 1, max(first, run.start - _WIDEST) - 1, -1):
        yield Run(start, run.end)
        yield Run(start, min(clause, run.end + _WIDEST))
    if reason != "name":  # past the marks of its clause, where nothing in it tells it from another
        for more in range(1, _WIDEST + 1):
            yield Run(run.start if reason == "date" else max(low, run.start - more), min(high, run.end + more))


def _once(block: Block, run: Run, figures: Sequence[Figure]) -> Run | None:
    """The shortest run round a numeral that stands once in its paragraph, whatever it holds but other quantities."""
    low = max((figure.end for figure in figures if figure.end <= run.start), default=0)
    high = min((figure.start for figure in figures if figure.start >= run.end), default=len(block.text))
    while not _stands(block, run):
        if run.start <= low and run.end >= high:
            return None
        run = Run(max(low, run.start - 1), min(high, run.end + 1))
    return run


def _stands(block: Block, run: Run) -> bool:
    return isinstance(Source.find(run.of(block.text), (block,)), Found)


def _said(block: Block, run: Run) -> str:
    return _line(block.text if block.level else block.sentence_at(run.start).of(block.text))


def _line(text: str) -> str:
    return " ".join(text.split())
