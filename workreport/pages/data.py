"""The page of the open data: the files, every field, and how to use them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workreport.exports import tables_in
from workreport.pages.explorer import explorable
from workreport.pages.head import dataset
from workreport.pages.page import SMALL, Link, Page, PageType, entry
from workreport.pages.richtext import foreign
from workreport.pages.scrolls import report_long, section_long
from workreport.pages.views import Views
from workreport.site import urls

_EXAMPLE = """\
import pandas

comparisons = pandas.read_csv("{address}comparisons.csv")
same = comparisons[comparisons["comparability"] == "same"]
columns = ["target_title_{lang}", "metric_value", "target_value", "target_unit", "order", "difference", "difference_unit"]
print(same[columns])
"""
"""An example of use; a test runs it. Without an address it reads the files beside it, as the zip of all has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """A field of a table."""

    name: str
    kind: str
    text: str
    choices: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table, its files and its fields."""

    name: str
    title: str
    count: str
    csv: str
    json: str
    fields: Sequence[FieldView]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A report that the data are from."""

    title: str
    path: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """The open data."""

    tables: Sequence[TableView]
    sources: Sequence[SourceView]
    issuer: str
    updated: str
    version: str
    licence: Link | None
    explorer: str
    """Where the figures can be looked at; "" where nothing can be drawn."""
    example: str
    structured: str
    """JSON-LD."""


def data(views: Views) -> Iterator[Page]:
    """The page of the open data."""
    site, licence, issuer = views.site, views.site.licence, views.site.newest.meta.issuer
    context = Data(
        tables=_tables(views),
        sources=[
            SourceView(
                title=views.title(report),
                path=report.path,
                number=foreign(report.meta.document_number or "", views.lang),
            )
            for report in site.reports
        ],
        issuer=foreign(views.plain(issuer), views.lang),
        updated=views.language.date(site.release.published[:10]) if site.release else views.words["draft"],
        version=site.version,
        licence=Link(views.plain(licence.title), licence.address) if licence else None,
        explorer=urls.EXPLORER if explorable(views) else "",
        example=_EXAMPLE.format(address=f"{views.base_url}/{urls.data('')}" if views.base_url else "", lang=views.lang),
        structured=dataset(views),
    )
    title, intro = views.words["data"], views.words["data_intro"]
    keywords = views.subjects(site.used_topics)
    band = views.drafted_here(item for report in site.reports for item in report.items)
    long = [
        own
        for report in reversed(site.reports)
        for own in (report_long(views, report), *(section_long(views, report, section) for section in report.sections))
    ]
    yield views.page(DATA, urls.DATA, context, title=title, description=intro, keywords=keywords, band=band, long=long)


def _tables(views: Views) -> list[TableView]:
    site = views.site
    return [
        TableView(
            name=table.name,
            title=foreign(table.title(views.language), views.lang),
            count=views.word("data_" + table.name, n=f"{len(views.tables[table.name]):,}"),
            csv=urls.data(urls.table(table.name, "csv")),
            json=urls.data(urls.table(table.name, "json")),
            fields=[
                FieldView(
                    name=field.name,
                    kind=views.words["type_" + field.kind],
                    text=foreign(field.text(views.language), views.lang),
                    choices=field.choices if len(field.choices) > 1 else (),
                )
                for field in table.fields
            ],
        )
        for table in tables_in(site.languages)
    ]


DATA = PageType(
    key="data",
    template="data.html",
    context=Data,
    pages=data,
    budget=SMALL,
    entries=entry("data", urls.DATA),
    menu="footer",
)
