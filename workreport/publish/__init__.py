"""Files become the site, all of them or none."""

from workreport.publish.manifest import MANIFEST, check_path, read_manifest
from workreport.publish.output import LITTER
from workreport.publish.publish import Published, Stage, Staged
from workreport.publish.tree import read

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
