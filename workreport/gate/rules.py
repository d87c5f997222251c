"""The rules of the gate in the order of its checks, and the checks as the about page names them. Pure.

A new rule is a module with a RULE, and a line here.
"""

from __future__ import annotations

from dataclasses import dataclass

from workreport.diagnostics import Code
from workreport.gate import (
    achievement,
    borders,
    charts,
    comparisons,
    corrections,
    coverage_figures,
    coverage_promises,
    double_entry,
    glossary,
    goal_titles,
    headings,
    identity,
    ids,
    labels,
    languages,
    lines,
    links,
    looks,
    measures,
    names,
    opposites,
    originals,
    own_figures,
    own_runs,
    parts,
    pending,
    permalink_words,
    permalinks,
    place_names,
    plain_words,
    quotes,
    reasons,
    releases,
    remote,
    rendering,
    sections,
    short_codes,
    sources,
    synonyms,
    titles,
    translation,
    versions,
)
from workreport.gate.rule import CheckKey

RULES = (
    quotes.RULE,
    borders.RULE,
    identity.RULE,
    sections.RULE,
    sources.RULE,
    originals.RULE,
    names.RULE,
    double_entry.RULE,
    own_runs.RULE,
    plain_words.RULE,
    coverage_figures.RULE,
    pending.RULE,
    coverage_promises.RULE,
    reasons.RULE,
    translation.RULE,
    lines.RULE,
    languages.RULE,
    place_names.RULE,
    glossary.RULE,
    measures.RULE,
    comparisons.RULE,
    parts.RULE,
    charts.RULE,
    labels.RULE,
    permalinks.RULE,
    permalink_words.RULE,
    short_codes.RULE,
    releases.RULE,
    versions.RULE,
    corrections.RULE,
    titles.RULE,
    goal_titles.RULE,
    headings.RULE,
    own_figures.RULE,
    achievement.RULE,
    opposites.RULE,
    ids.RULE,
    looks.RULE,
    synonyms.RULE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One of the checks; the words of the site say what it is called and what it demands."""

    key: CheckKey
    codes: tuple[Code, ...]


CHECKS = (
    *(
        Check(key=key, codes=tuple(code for rule in RULES if rule.check == key for code in rule.codes))
        for key in dict.fromkeys(rule.check for rule in RULES if rule.check)
    ),
    # On the pages as they will be published, once they are rendered.
    Check(
        key="links",
        codes=(
            links.LINK_BROKEN,
            links.LINK_ANCHOR,
            links.LINK_OUTSIDE,
            rendering.TEMPLATE_UNDEFINED,
            rendering.TEMPLATE_SYNTAX,
            rendering.TEMPLATE_LIMIT,
            remote.PAGE_REMOTE,
            remote.ASSET_REMOTE,
            rendering.CARD_ENGINE,
            rendering.CHART_DRAWING,
            rendering.CHART_ENGINE,
        ),
    ),
)
