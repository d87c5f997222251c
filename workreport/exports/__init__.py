"""The open data and everything else that machines read."""

from workreport.exports.dictionary import tables_in
from workreport.exports.feeds import feeds, feeds_made
from workreport.exports.pinyin import pinyin, romanized
from workreport.exports.rows import key
from workreport.exports.search import KINDS, search_script
from workreport.exports.sitemap import crawler_files
from workreport.exports.tables import exports, tables, versions
from workreport.exports.traditional import traditional
from workreport.exports.written import csv_lines

__all__ = [
    "KINDS",
    "crawler_files",
    "csv_lines",
    "exports",
    "feeds",
    "feeds_made",
    "key",
    "pinyin",
    "romanized",
    "search_script",
    "tables",
    "tables_in",
    "traditional",
    "versions",
]
