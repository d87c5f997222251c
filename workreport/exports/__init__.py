"""The open data and everything else that machines read."""

from workreport.exports.dictionary import tables_in
from workreport.exports.feeds import feeds, feeds_made
from workreport.exports.frozen import changed, current, former, kept, records_of
from workreport.exports.homescreen import manifests
from workreport.exports.pinyin import pinyin, romanized
from workreport.exports.rows import key
from workreport.exports.search import KINDS, search_script
from workreport.exports.sitemap import crawler_files
from workreport.exports.tables import exports, tables, versions
from workreport.exports.traditional import traditional
from workreport.exports.written import csv_lines

__all__ = [
    "KINDS",
    "changed",
    "crawler_files",
    "csv_lines",
    "current",
    "exports",
    "feeds",
    "feeds_made",
    "former",
    "kept",
    "key",
    "manifests",
    "pinyin",
    "records_of",
    "romanized",
    "search_script",
    "tables",
    "tables_in",
    "traditional",
    "versions",
]
