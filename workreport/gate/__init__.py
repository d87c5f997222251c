"""Nothing false gets past this stage: the checks that stand between the content and the site."""

from workreport.gate.coverage import Tally
from workreport.gate.double_entry import Located
from workreport.gate.links import Links, broken, scan
from workreport.gate.releases import first_times, image_faults, release_gaps
from workreport.gate.remote import asset_faults
from workreport.gate.verify import Counts, Cycle, Verified, quantity, verify

__all__ = [
    "Counts",
    "Cycle",
    "Links",
    "Located",
    "Tally",
    "Verified",
    "asset_faults",
    "broken",
    "first_times",
    "image_faults",
    "quantity",
    "release_gaps",
    "scan",
    "verify",
]
