"""Pages to HTML, and the assets that they load."""

from workreport.render.assets import Asset, fingerprinted, read_assets
from workreport.render.renderer import Renderer, check_templates, precompile

__all__ = [
    "Asset",
    "Renderer",
    "check_templates",
    "fingerprinted",
    "precompile",
    "read_assets",
]
