"""GB/T 7714: an archival document on line, by the name that goes with its number. Pure.

The form stands in site.yaml, and is that of GB/T 7714—2015 unless the publisher says otherwise.
"""

from __future__ import annotations

import re

from workreport.pages.cite.cited import TODAY, Cited, Style


def write(cited: Cited) -> str:
    """The reference as the national standard has it, always in Chinese."""
    meta, form = cited.meta, cited.site.reference.form
    if not cited.address:
        form = re.sub(r"\s*[<(\[（]?\{address\}\W*$", "", form)
    found = {
        "issuer": meta.issuer.source,
        "title": (meta.notice or meta.title).source,
        "number": meta.document_number,
        "issued": meta.issued,
        "accessed": TODAY,
        "address": cited.address,
    }
    line = re.sub(r"\{(.*?)\}", lambda m: found[m[1]], form)
    return f"{line}\n{cited.tail}"


GB7714 = Style(write=write, name=lambda cited: cited.site.reference.name)
