"""Open Work Report: a static bilingual site made from a government work report."""

__version__ = "0.1.0"
