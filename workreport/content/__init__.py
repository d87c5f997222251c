"""The content folder: its files, their form, and the source text. Reads from disk; nothing else reads content."""

from workreport.content.address import is_base_url
from workreport.content.block import Block, Sentence
from workreport.content.content import Content, Entry, Original, RawCycle, TextFile
from workreport.content.editing import Edited, appended, list_end, list_start, replace_file
from workreport.content.files import FILE_LINK, FILE_NAME, FILE_SIZE, FILE_UNREADABLE, faults, is_left
from workreport.content.ids import ItemId
from workreport.content.load import load
from workreport.content.markup import MARK, SOURCE_MARKUP, dense, divide
from workreport.content.numbering import numbered, renumbered
from workreport.content.reader import FILE_MISSING, TEXT_ENCODING
from workreport.content.run import Bounded, Run
from workreport.content.schema import (
    Baseline,
    Change,
    FigureWaiver,
    Metric,
    Permalink,
    Permalinks,
    PublishedAddress,
    Release,
    SentenceWaiver,
    Target,
    Text,
    Waivers,
)
from workreport.content.source import ANCHOR_UNCLEAR, ANCHOR_UNRECORDED, Found, Outcome, Source, parse
from workreport.content.translation import ENGLISH_BLOCKS, ENGLISH_SENTENCES, Translation, align, is_copied
from workreport.content.units import table_of
from workreport.content.versions import SUMS, VERSION_BROKEN, VERSIONS, Kept, read_kept, sums
from workreport.content.yaml import FORBIDDEN as UNSEEN
from workreport.content.yaml import LONGEST, TEXT_LONG, Document, too_long, unwanted_character
from workreport.content.yaml import parse as parse_yaml

__all__ = [
    "ANCHOR_UNCLEAR",
    "ANCHOR_UNRECORDED",
    "ENGLISH_BLOCKS",
    "ENGLISH_SENTENCES",
    "FILE_LINK",
    "FILE_MISSING",
    "FILE_NAME",
    "FILE_SIZE",
    "FILE_UNREADABLE",
    "LONGEST",
    "MARK",
    "SOURCE_MARKUP",
    "SUMS",
    "TEXT_ENCODING",
    "TEXT_LONG",
    "UNSEEN",
    "VERSIONS",
    "VERSION_BROKEN",
    "Baseline",
    "Block",
    "Bounded",
    "Change",
    "Content",
    "Document",
    "Edited",
    "Entry",
    "FigureWaiver",
    "Found",
    "ItemId",
    "Kept",
    "Metric",
    "Original",
    "Outcome",
    "Permalink",
    "Permalinks",
    "PublishedAddress",
    "RawCycle",
    "Release",
    "Run",
    "Sentence",
    "SentenceWaiver",
    "Source",
    "Target",
    "Text",
    "TextFile",
    "Translation",
    "Waivers",
    "align",
    "appended",
    "dense",
    "divide",
    "faults",
    "is_base_url",
    "is_copied",
    "is_left",
    "list_end",
    "list_start",
    "load",
    "numbered",
    "parse",
    "parse_yaml",
    "read_kept",
    "renumbered",
    "replace_file",
    "sums",
    "table_of",
    "too_long",
    "unwanted_character",
]
