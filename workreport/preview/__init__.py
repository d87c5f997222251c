"""`python3 build.py serve`: build, watch, reload."""

from workreport.preview.serve import serve

__all__ = ["serve"]
