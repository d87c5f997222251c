"""Files become the site, all of them or none."""

from workreport.publish.manifest import HOME, MANIFEST, check_path, read_manifest
from workreport.publish.output import LITTER, OUTPUT_LOCKED
from workreport.publish.publish import Published, Stage, Staged
from workreport.publish.stage import is_locked, restore
from workreport.publish.tree import read

__all__ = [
    "HOME",
    "LITTER",
    "MANIFEST",
    "OUTPUT_LOCKED",
    "Published",
    "Stage",
    "Staged",
    "check_path",
    "is_locked",
    "read",
    "read_manifest",
    "restore",
]
