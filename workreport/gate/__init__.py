"""Nothing false gets past this stage: the checks that stand between the content and the site."""

from workreport.gate.colours import SCHEMES, Scheme, pale
from workreport.gate.coverage_figures import FIGURE_UNCOVERED, FIGURE_UNIT_UNKNOWN
from workreport.gate.coverage_promises import PROMISE_UNCOVERED
from workreport.gate.drafts import named as drafts_named
from workreport.gate.likeness import COMMON, Said, said_of, verbs_apart
from workreport.gate.links import Links, Written, broken, scan
from workreport.gate.own_runs import proposed
from workreport.gate.periods import Setting
from workreport.gate.permalinks import PERMALINK_UNRECORDED
from workreport.gate.readiness import image_faults, release_dates, release_gaps
from workreport.gate.reasons import ADVERBS, VERBS, figure_reasons, sentence_reasons
from workreport.gate.record import record_digest
from workreport.gate.remote import asset_faults
from workreport.gate.rendering import (
    CARD_ENGINE,
    CHART_DRAWING,
    CHART_ENGINE,
    TEMPLATE_LIMIT,
    TEMPLATE_SYNTAX,
    TEMPLATE_UNDEFINED,
)
from workreport.gate.rules import CHECKS
from workreport.gate.stages import amount
from workreport.gate.titles import names_head, without_figures
from workreport.gate.unrecorded import Unrecorded, unrecorded
from workreport.gate.verified import Counts, Cycle, Located, Tally, Verified
from workreport.gate.verify import verify
from workreport.gate.wording import words_of

__all__ = [
    "ADVERBS",
    "CARD_ENGINE",
    "CHART_DRAWING",
    "CHART_ENGINE",
    "CHECKS",
    "COMMON",
    "FIGURE_UNCOVERED",
    "FIGURE_UNIT_UNKNOWN",
    "PERMALINK_UNRECORDED",
    "PROMISE_UNCOVERED",
    "SCHEMES",
    "TEMPLATE_LIMIT",
    "TEMPLATE_SYNTAX",
    "TEMPLATE_UNDEFINED",
    "VERBS",
    "Counts",
    "Cycle",
    "Links",
    "Located",
    "Said",
    "Scheme",
    "Setting",
    "Tally",
    "Unrecorded",
    "Verified",
    "Written",
    "amount",
    "asset_faults",
    "broken",
    "drafts_named",
    "figure_reasons",
    "image_faults",
    "names_head",
    "pale",
    "proposed",
    "record_digest",
    "release_dates",
    "release_gaps",
    "said_of",
    "scan",
    "sentence_reasons",
    "unrecorded",
    "verbs_apart",
    "verify",
    "without_figures",
    "words_of",
]
