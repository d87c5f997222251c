"""What must be known of a figure before it is used, in words: the same on pages and in the data. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from workreport.i18n.language import Language
from workreport.site import Commitment, Comparison, Metric, Report, Site, Target


def status(site: Site, report: Report, own: Language, targets: Collection[Target] = ()) -> str:
    """What may be said of the results of a report's goals: never progress, only where they would stand. `targets`:
    those of a commitment, which may all be for another time."""
    periods = {target.time.period for target in targets if not target.time.usual}
    if len(periods) == 1 and not any(target.time.usual for target in targets):
        return own.word("not_reported", will=own.years(*periods))
    later = any(other.outcome_year == report.goal_year for other in site.reports)
    return own.word("reported_later" if later else "not_reported", will=report.goal_year)


def stated(item: Metric | Target, site: Site, own: Language) -> Iterator[str]:
    """What belongs to a figure wherever it stands: of what it is a share or a part, and what the editors note."""
    whole = site.metrics[item.part_of] if isinstance(item, Metric) and item.part_of else None
    if item.whole and not (whole and whole.title == item.whole):
        yield f"{own.words['whole']}{own.colon}{item.whole[own.code]}"
    if whole:
        yield f"{own.words['part_of']}{own.colon}{whole.title[own.code]}{own.space}{own.figure(whole.quantity)}"
    if item.note:
        yield item.note[own.code]


def drafted(items: Iterable[Metric | Commitment | Target], own: Language) -> Iterator[str]:
    """That a program wrote it and nobody has read it yet."""
    if any(item.draft for item in items):
        yield own.words["drafted"]


def estimated(metric: Metric, own: Language) -> Iterator[str]:
    """That a figure was expected when it was reported."""
    if metric.quantity.estimate:
        yield own.words["estimate_note"]


def classed(c: Comparison, own: Language) -> str:
    """Whether the two sides may be compared, and why not."""
    why = c.reason[own.code] if c.reason else own.words[f"explain_{c.comparability}"]
    return f"{own.words[f'class_{c.comparability}']}{own.colon}{why}"
