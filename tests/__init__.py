"""The checks; `ROOT` is the checkout, and `LANGUAGES` are those of the sites that they build."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh", "en")
