"""The gate, check 1: the report's own details (its title, number, dates and names) stand in its text. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from workreport.diagnostics import Code, Diagnostic, say
from workreport.gate.context import Context
from workreport.gate.rule import Rule

REPORT_MISMATCH = Code("report-mismatch", say("The report's own details do not stand in its text."))


def faults(context: Context) -> Iterator[Diagnostic]:
    """Details that are not in the source text."""
    for reading in context.readings:
        report = reading.raw.report.value
        text = "".join(block.dense for block in reading.source.blocks)
        details = {
            "title": report.title.source if report.title else None,
            "notice": report.notice.source if report.notice else None,
            "document_number": report.document_number,
            "issuer": report.issuer.source if report.issuer else None,
            "speaker": report.speaker.source if report.speaker else None,
            "delivered": report.delivered and _chinese_date(report.delivered),
            "issued": report.issued and _chinese_date(report.issued),
        }
        for field, value in details.items():
            if value is not None and "".join(value.split()) not in text:
                message = say("“{value}” is not in the source text", value=value)
                hint = say("compare it with the first page of the report")
                yield reading.raw.report.problem((field,), REPORT_MISMATCH, message, hint)


def _chinese_date(date: str) -> str:
    """2023-01-04 as the report prints it: 2023年1月4日."""
    year, month, day = (int(part) for part in date.split("-"))
    return f"{year}年{month}月{day}日"


RULE = Rule(key="identity", check="quote", codes=(REPORT_MISMATCH,), faults=faults)
