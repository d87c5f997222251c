"""`draft`: from the file that an office sends to a content folder that builds."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from workreport.content import FILE_UNREADABLE, parse, table_of
from workreport.diagnostics import Console, Refusal, into, refusal, say
from workreport.draft.commitments import draft_commitments
from workreport.draft.drafted import DraftedCommitments, DraftedMetrics, Tree
from workreport.draft.folder import Place, Record, sections_of
from workreport.draft.metrics import draft_metrics
from workreport.draft.reading import received
from workreport.draft.structure import Lifted, Outlined, outlined
from workreport.draft.telling import Told, as_markdown, as_text, told


def run(file: str, content: Path, year: int | None, report: str | None, program: str, console: Console) -> int:
    """Draft a record of `file` into `content`. Returns 1, with nothing written, where that cannot be done."""
    gc.disable()  # values are made and kept, as by a build
    try:
        parts = draft(Path(file), content, year)
    except Refusal as problem:
        console.report(problem, say("nothing was written"))
        return 1
    except OSError as error:
        why = say("the content folder cannot be written: {why}", why=error.strerror or error)
        console.report(refusal(content.as_posix(), FILE_UNREADABLE, why), say("nothing was written"))
        return 1
    console.out(as_text(parts, console.language))
    if report:
        title = into(console.language, say("Draft of {file}", file=Path(file).name))
        try:
            Path(report).write_text(as_markdown(parts, title, console.language), "utf-8")
        except OSError as error:
            console.err(say("warning: {file} could not be written: {why}", file=report, why=error.strerror))
    shown = "" if content == Path("content") else f" --content {content.as_posix()}"
    console.out(
        say(
            "drafted into {content}. Look at it: {program} serve{option}",
            content=content.as_posix(),
            program=program,
            option=shown,
        )
    )
    console.out(say("what is still a draft: {program} check --release{option}", program=program, option=shown))
    return 0


def draft(file: Path, content: Path, year: int | None) -> list[Told]:
    """A record of a file in a folder, and what is to be said of it. Raises `Refusal` and `OSError`."""
    begun = time.perf_counter()
    read = outlined(received(file, file.as_posix()), file.as_posix(), year)
    place = Place(content, read.outline.year)
    record = drafted(read)
    settled, verified = place.write(record)
    counts = next(cycle.counts for cycle in verified.cycles if cycle.goal_year == read.outline.year)
    source = parse("", read.outline.text)
    return list(told(record, settled, counts, read.lifted, source, time.perf_counter() - begun))


def drafted(read: Outlined) -> Record:
    """The record of a report, as the drafters make it. Pure."""
    outline = read.outline
    units, source = table_of(), parse("", outline.text)
    metrics = draft_metrics(outline, source, units)
    commitments = draft_commitments(outline, source, units, metrics)
    return Record(
        outline=outline,
        original=read.original,
        notes=_lifted(read.lifted),
        sections=sections_of(outline, _measured(metrics, commitments), commitments.sections),
        figures=[*metrics.waivers, *commitments.figures],
        sentences=list(commitments.waivers),
        places=list(commitments.places),
        terms=list(commitments.terms),
        measures=list(commitments.measures),
    )


def _measured(metrics: DraftedMetrics, commitments: DraftedCommitments) -> list[list[Tree]]:
    """The metrics, those that goals are compared with under their measure."""
    return [
        [
            _with_measure(metric, commitments.measured[metric["id"]])
            if metric["id"] in commitments.measured
            else metric
            for metric in section
        ]
        for section in metrics.sections
    ]


def _with_measure(metric: Tree, measure: str) -> Tree:
    """The field stands before the topics."""
    made: dict[str, object] = {}
    for key, value in metric.items():
        if key in ("part_of", "part_where", "whole", "topics") and "measure" not in made:
            made["measure"] = measure
        made[key] = value
    return made


def _lifted(lifted: tuple[Lifted, ...]) -> list[str]:
    """What the file had besides the text, kept beside it; the frame of a page first, then the notes."""
    kinds = (("page", "## 网页和版面"), ("head", "## 页眉页码"), ("mark", "## 注释标记"), ("note", "## 注释"))
    found = ["# 从来文中摘出、不属于报告正文的内容"]
    for kind, heading in kinds:
        own = [one.text for one in lifted if one.why == kind]
        if own:
            found += [heading, *([" ".join(own)] if kind == "mark" else own)]
    return found if len(found) > 1 else []
