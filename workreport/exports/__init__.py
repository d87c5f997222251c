"""The open data and everything else that machines read."""

from workreport.exports.caveats import status
from workreport.exports.dictionary import tables_in
from workreport.exports.feeds import feeds, feeds_made
from workreport.exports.pinyin import pinyin, romanized
from workreport.exports.search import KINDS, search_script
from workreport.exports.sitemap import crawler_files
from workreport.exports.tables import exports, tables, versions
from workreport.exports.traditional import traditional

__all__ = [
    "KINDS",
    "crawler_files",
    "exports",
    "feeds",
    "feeds_made",
    "pinyin",
    "romanized",
    "search_script",
    "status",
    "tables",
    "tables_in",
    "traditional",
    "versions",
]
