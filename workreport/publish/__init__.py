"""Files become the site, all of them or none."""

from workreport.publish.publish import LITTER, MANIFEST, Published, Stage, Staged, check_path, read_manifest
from workreport.publish.stage import read

__all__ = [
    "LITTER",
    "MANIFEST",
    "Published",
    "Stage",
    "Staged",
    "check_path",
    "read",
    "read_manifest",
]
