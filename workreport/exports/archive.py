"""What travels with the tables: the datapackage, the workbook, a readme, and all of it in one zip. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workreport.exports.datapackage import datapackage
from workreport.exports.dcat import FILE, catalogue
from workreport.exports.dictionary import tables_in
from workreport.exports.workbook import workbook
from workreport.exports.zipped import zipped
from workreport.i18n import Language, language
from workreport.site import Site, Urls, urls


def download(
    site: Site, rows: Mapping[str, list[dict[str, Any]]], files: Mapping[str, bytes], base_url: str
) -> dict[str, bytes]:
    """Every file of `data/` by name: the tables' `files`, and what is made from them."""
    package = datapackage(site, rows, files, base_url)
    made = {**files, "datapackage.json": package, "readme.txt": readme(site, base_url)}
    made["workbook.xlsx"] = workbook(site, rows)
    made["all.zip"] = zipped(dict(sorted(made.items())))
    made[FILE] = catalogue(site, made, base_url)
    return made


def readme(site: Site, base_url: str) -> bytes:
    """What the files are, in every language, for whoever finds them without the site. CRLF, for every editor."""
    paths = Urls(languages=site.languages, base_url=base_url)
    text = "\n\n\n".join(_readme(site, language(lang), paths.address(urls.DATA, lang)) for lang in site.languages)
    return ("\ufeff" + f"{text}\n".replace("\n", "\r\n")).encode()


def _readme(site: Site, own: Language, address: str) -> str:
    """In one language."""
    lang, licence = own.code, site.licence
    made = own.word(
        "readme",
        site=site.name[lang],
        version=site.version,
        when=own.word("readme_published", date=site.release.published[:10])
        if site.release
        else own.words["readme_draft"],
        reports=own.semicolon.join(
            own.together(
                report.meta.issuer[lang] if report.meta.issuer else "",
                report.meta.called[lang],
                report.meta.document_number,
            )
            for report in site.reports
        ),
        licence=own.word("readme_licence", title=licence.title[lang], address=licence.address)
        if licence
        else own.words["readme_no_licence"],
        address="\n" + own.word("readme_address", address=address) if address else "",
        tables="\n".join(
            own.word("readme_table", name=table.name, title=table.title(own)) for table in tables_in(site.languages)
        ),
    )
    others = own.listed([own.name_of(other) for other in site.languages[1:]])
    return f"{made}\n{own.word('readme_unofficial', language=others)}" if others else made
