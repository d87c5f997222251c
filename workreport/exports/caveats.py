"""What must be known of a figure before it is used, in words: the same on pages and in the data. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from workreport.i18n import Language
from workreport.site import Comparison, Metric, Report, Site, Target


def status(site: Site, report: Report, own: Language, targets: Collection[Target] = ()) -> str:
    """What may be said of the results of a report's goals: never progress, only where they would stand. `targets`:
    those of a commitment, which may all be for another time."""
    periods = {target.time.period for target in targets if not target.time.usual}
    if len(periods) == 1 and not any(target.time.usual for target in targets):
        return own.word("not_reported", will=own.years(*periods))
    later = any(other.outcome_year == report.goal_year for other in site.reports)
    return own.word("reported_later" if later else "not_reported", will=report.goal_year)


def stated(item: Metric | Target, own: Language) -> Iterator[str]:
    """What belongs to a figure wherever it stands: of what it is a share, and what the editors note."""
    if item.whole:
        yield f"{own.words['whole']}{own.colon}{item.whole[own.code]}"
    if item.note:
        yield item.note[own.code]


def estimated(metric: Metric, own: Language) -> Iterator[str]:
    """That a figure was expected when it was reported."""
    if metric.quantity.estimate:
        yield own.words["estimate_note"]


def classed(c: Comparison, own: Language) -> str:
    """Whether the two sides may be compared, and why not."""
    why = c.reason[own.code] if c.reason else own.words[f"explain_{c.comparability}"]
    return f"{own.words[f'class_{c.comparability}']}{own.colon}{why}"
