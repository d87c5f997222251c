"""Pages to HTML, and the assets that they load."""

from workreport.render.assets import Asset, fingerprinted, read_assets
from workreport.render.looks import mark, with_looks
from workreport.render.policy import folder_policy, policy
from workreport.render.renderer import Renderer, check_templates

__all__ = [
    "Asset",
    "Renderer",
    "check_templates",
    "fingerprinted",
    "folder_policy",
    "mark",
    "policy",
    "read_assets",
    "with_looks",
]
