"""CSL-JSON, which reference managers read and every CSL style prints: an array of one item. Pure.

The type is webpage: with it the styles of GB/T 7714—2025 and of APA print what this site prints for them.
"""

from __future__ import annotations

import json

from workreport.i18n import language
from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The item a field a line."""
    work = cited.read
    whose = cited.lang if cited.is_comparison else cited.site.source
    item: dict[str, object] = {
        "id": cited.key,
        "type": "webpage",
        "language": language(whose).tag,
        "title": work.named,
        "container-title": work.site,
    }
    if work.author:
        item["author"] = [{"literal": work.author}]
    if work.number:
        item["number"] = work.number
    if work.issued:
        item["issued"] = {"date-parts": [[int(part) for part in work.issued.split("-")]]}
    item["accessed"] = {"raw": TODAY}
    if work.address:
        item["URL"] = work.address
    item["note"] = cited.tail
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items())
    return f"[{{\n{lines}\n}}]".replace(json.dumps(TODAY), f'"{TODAY}"')


CSL = Style(write=write, name=lambda cited: "CSL-JSON", ending="json")
