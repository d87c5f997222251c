"""What an editor typed, as plain data in which every value knows its line and column; YAML's surprises refused.

Plain scalars follow our own few rules instead of YAML's many: a number in its usual form, `true`, `false`, `null` or
nothing, and all else is text. What a YAML reader would quietly turn into something else (no, 012, 1e3, 1:30, a date)
is an error that says so.
"""

from workreport.content.yaml.characters import FORBIDDEN, unwanted_character
from workreport.content.yaml.document import Document, parse, undecodable
from workreport.content.yaml.length import LONGEST, TEXT_LONG, too_long
from workreport.content.yaml.scalar import plain

__all__ = [
    "FORBIDDEN",
    "LONGEST",
    "TEXT_LONG",
    "Document",
    "parse",
    "plain",
    "too_long",
    "undecodable",
    "unwanted_character",
]
