"""Nothing false gets past this stage: the checks that stand between the content and the site."""

from workreport.gate.colours import SCHEMES, Scheme, pale
from workreport.gate.drafts import named as drafts_named
from workreport.gate.links import Links, Written, broken, scan
from workreport.gate.readiness import image_faults, release_dates, release_gaps
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
from workreport.gate.verified import Counts, Cycle, Located, Tally, Verified
from workreport.gate.verify import verify

__all__ = [
    "CARD_ENGINE",
    "CHART_DRAWING",
    "CHART_ENGINE",
    "CHECKS",
    "SCHEMES",
    "TEMPLATE_LIMIT",
    "TEMPLATE_SYNTAX",
    "TEMPLATE_UNDEFINED",
    "Counts",
    "Cycle",
    "Links",
    "Located",
    "Scheme",
    "Tally",
    "Verified",
    "Written",
    "asset_faults",
    "broken",
    "drafts_named",
    "image_faults",
    "pale",
    "record_digest",
    "release_dates",
    "release_gaps",
    "scan",
    "verify",
]
