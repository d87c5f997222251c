"""What a draft came to, for the terminal and as Markdown: what holds, what is guessed, and what is left to a person. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.content import Source
from workreport.diagnostics import Message, into, say
from workreport.draft.folder import Record, Settled
from workreport.draft.structure import Lifted
from workreport.gate import Counts

_WHY = {
    "page": say("frame of a page or a site"),
    "head": say("running heads and page numbers"),
    "mark": say("marks of notes"),
    "note": say("notes"),
}
_FIELDS = {
    "title": say("title"),
    "document_number": say("document number"),
    "issuer": say("issuing body"),
    "speaker": say("speaker"),
    "delivered": say("date of delivery"),
    "issued": say("date of the document"),
}
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A heading, and lines below it."""

    heading: Message
    lines: tuple[Message, ...] = ()


def told(
    record: Record, settled: Settled, counts: Counts, lifted: Sequence[Lifted], source: Source, seconds: float
) -> Iterator[Told]:
    """The report on a draft, part by part."""
    outline = record.outline
    yield Told(
        heading=say(
            "report of {year}: {review} sections that look back, {tasks} that look ahead",
            year=outline.year,
            review=len(outline.review),
            tasks=len(outline.tasks),
        ),
        lines=tuple(
            say("{block}: the part that looks ahead is taken to begin here; it has no heading", block=doubt)
            for doubt in outline.doubts
        ),
    )
    figures, left = counts.figures, settled.left
    yield Told(
        heading=say(
            "figures: {found} found, {encoded} encoded, {waived} waived, {left} left to a person",
            found=figures.encoded + figures.waived + figures.pending,
            encoded=figures.encoded,
            waived=figures.waived - len(left),
            left=len(left),
        ),
        lines=tuple(
            say("{at}: “{run}” in “{sentence}”", at=one.sentence, run=one.run, sentence=_sentence(source, one.sentence))
            for one in left
        ),
    )
    commitments = [one for section in record.sections if section.part == "tasks" for one in section.items]
    targets = [target for one in commitments for target in one.get("targets", ())]
    yield Told(
        heading=say(
            "promises: {promises}, with {targets} goals, of which {baselines} have a baseline; {unclear} clauses left to a person",
            promises=len(commitments),
            targets=len(targets),
            baselines=sum("metric" in target["baseline"] for target in targets),
            unclear=settled.unclear,
        )
    )
    if settled.dropped:
        yield Told(
            heading=say("guesses that did not hold, and were taken back: {count}", count=len(settled.dropped)),
            lines=tuple(say("{item}: {why}", item=name, why=why) for name, why in settled.dropped),
        )
    if lifted:
        kinds = Counter(one.why for one in lifted)
        yield Told(
            heading=say("lifted out of the text: {count}", count=len(lifted)),
            lines=tuple(say("{kind}: {count}", kind=_WHY[kind], count=count) for kind, count in kinds.items()),
        )
    missing = [words for name, words in _FIELDS.items() if getattr(outline.identity, name) is None]
    if missing:
        yield Told(heading=say("the text does not state:"), lines=tuple(missing))
    yield Told(heading=say("{seconds:.1f} s", seconds=seconds))


def as_text(parts: Sequence[Told], language: str) -> str:
    """For a terminal."""
    return "\n".join(
        line
        for part in parts
        for line in (into(language, part.heading), *(f"  {into(language, one)}" for one in part.lines))
    )


def as_markdown(parts: Sequence[Told], title: str, language: str) -> str:
    """For whoever goes on with it."""
    blocks = [f"# {title}"]
    for part in parts:
        blocks.append(f"## {into(language, part.heading)}" if part.lines else into(language, part.heading))
        if part.lines:
            blocks.append("\n".join(f"- {into(language, one)}" for one in part.lines))
    return "\n\n".join(blocks) + "\n"


def _sentence(source: Source, at: str) -> str:
    block = source.by_id[at.partition("s")[0]]
    text = next((one.of(block.text) for one in block.sentences if one.id == at), block.text).strip()
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
