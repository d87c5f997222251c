"""The left edge: reads `content/` and returns it as values. Nothing else reads content from disk.

What may stand where is fixed (docs/content.md); every problem of every file is collected before one
`Refusal` is raised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workreport.content import schema
from workreport.content.content import Content, RawCycle
from workreport.content.established import established
from workreport.content.files import FILE_NAME
from workreport.content.reader import Reader
from workreport.content.units import shipped_units, table_of
from workreport.content.versions import kept_versions
from workreport.diagnostics import Code, Refusal, did_you_mean, say

CYCLE_INCOMPLETE = Code("cycle-incomplete", say("A report lacks its review or its tasks."))

_FOLDER = re.compile(r"([0-9]{4})_(review|tasks)")
_KNOWN = (
    *("corrections.yaml", "glossary.yaml", "measures.yaml", "permalinks.yaml", "places.yaml"),
    *("search.yaml", "site.yaml", "units.yaml", "looks", "source", "schema", "versions"),
)


def load(root: Path, shown: str | None = None, languages: tuple[str, ...] = ()) -> Content:
    """All of `content/`. `shown` is how diagnostics name the folder (as the user typed it).

    `languages`, where given, are read in place of the site's own: a text that lacks one of them then stands in the words
    of the source, and a translation of a report may be missing.

    Raises `Refusal` with every problem of every file: missing, unreadable, not YAML, not the model; at once where
    site.yaml names a language that cannot be checked.
    """
    reader = Reader(root, (shown or root.as_posix()).rstrip("/"), languages)
    # First, since it names the languages that all other files are held to.
    site = reader.yaml("site.yaml", schema.Site, why=say("it holds the site's name and topics"))
    cycles = tuple(_cycle(reader, outcome_year, goal_year) for outcome_year, goal_year in _years(reader))
    units = reader.optional("units.yaml", schema.UnitTable, units=shipped_units())
    permalinks = reader.yaml("permalinks.yaml", schema.Permalinks, why=say("it holds every id ever published"))
    measures = reader.optional("measures.yaml", schema.Measures)
    glossary = reader.optional("glossary.yaml", schema.Glossary)
    places = reader.optional("places.yaml", schema.Places)
    search = reader.optional("search.yaml", schema.Search)
    corrections = reader.optional("corrections.yaml", schema.Corrections)
    names = site.value.looks.pictures if site else ()
    pictures = {name: reader.read(f"looks/{name}", why=say("looks of site.yaml names it")) or b"" for name in names}
    versions = tuple(kept_versions(reader))
    if reader.problems:
        raise Refusal(reader.problems)
    assert site is not None
    assert permalinks is not None
    if languages:
        site = replace(site, value=site.value.model_copy(update={"languages": languages}))
    return Content(
        site=site,
        units=table_of(units.value if units else None),
        permalinks=permalinks,
        measures=measures,
        glossary=glossary,
        places=places,
        search=search,
        corrections=corrections,
        established=established(),
        pictures=pictures,
        cycles=tuple(cycle for cycle in cycles if cycle is not None),
        versions=versions,
        digest=reader.digest,
    )


def _years(reader: Reader) -> Iterator[tuple[int, int]]:
    """The outcome year and the goal year of each report whose two folders are there, the oldest first.

    Here alone it is said that a report looks back on the year before the one that its tasks are for.
    """
    years: dict[str, set[int]] = {"review": set(), "tasks": set()}
    for name in reader.folder("."):
        folder = _FOLDER.fullmatch(name)
        if folder:
            years[folder[2]].add(int(folder[1]))
        elif name not in _KNOWN and not reader.is_strange(name):
            hint = did_you_mean(name, _KNOWN) or say("section folders are named like 2022_review")
            reader.report(name, FILE_NAME, say("nothing of this name belongs in the content folder"), hint)
    goals = years["tasks"] | {year + 1 for year in years["review"]}
    for goal in sorted(goals):
        review, tasks = f"{goal - 1}_review", f"{goal}_tasks"
        hint = say("a report has two parts: {review} and {tasks}", review=review, tasks=tasks)
        if goal not in years["tasks"]:
            reader.report(
                review, CYCLE_INCOMPLETE, say("there is no {folder} folder for this review", folder=tasks), hint
            )
        elif goal - 1 not in years["review"]:
            reader.report(
                tasks, CYCLE_INCOMPLETE, say("there is no {folder} folder for these tasks", folder=review), hint
            )
        else:
            yield goal - 1, goal
    if not goals:
        message = say("there is no report: no YYYY_review and no YYYY_tasks folder")
        hint = say("add 2022_review and 2023_tasks, or name another folder with --content")
        reader.report("", CYCLE_INCOMPLETE, message, hint)


def _cycle(reader: Reader, outcome_year: int, goal_year: int) -> RawCycle | None:
    """One report, or None with its problems collected."""
    name = f"source/{goal_year}"
    report = reader.yaml(f"{name}.report.yaml", schema.Report, why=say("it holds the report's title and dates"))
    waivers = reader.yaml(
        f"{name}.waivers.yaml", schema.Waivers, why=say("it accounts for numerals that are no figures")
    )
    first, *others = ((code, schema.language_name(code)) for code in reader.languages)
    source = reader.text(f"{name}.{first[0]}.md", why=say("it is the report itself, in {language}", language=first[1]))
    anchors = reader.optional(f"{name}.anchors.yaml", schema.Anchors)
    kept = f"{name}.original.md"
    recorded = report is not None and report.value.original is not None
    original = None
    if recorded or reader.has(kept):
        original = reader.original(kept, why=say("it is the report as received, whose digest the report file has"))
    translated = {
        code: reader.text(
            f"{name}.{code}.md",
            why=say("it is the unofficial {language} translation, paragraph by paragraph", language=called),
        )
        for code, called in others
        if not reader.filled or reader.has(f"{name}.{code}.md")
    }
    translations = {code: text for code, text in translated.items() if text is not None}
    review = reader.sections(f"{outcome_year}_review", schema.ReviewSection)
    tasks = reader.sections(f"{goal_year}_tasks", schema.TasksSection)
    if report is None or waivers is None or source is None or len(translations) < len(translated):
        return None
    return RawCycle(
        id=str(goal_year),
        outcome_year=outcome_year,
        goal_year=goal_year,
        report=report,
        waivers=waivers,
        source=source,
        anchors=anchors,
        original=original,
        translations=translations,
        review=review,
        tasks=tasks,
    )
