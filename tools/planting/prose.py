"""False statements in the site's own prose: summaries, reasons, notes, meanings, sections' titles, releases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tools.planting.folder import Folder, Item
from tools.planting.mutant import Plants, kind
from tools.planting.numbers import falsified, numbers, reworded


def _texts(folder: Folder) -> Iterator[tuple[str, Item, tuple[str, ...]]]:
    """Every text of the site's own: what it is, its item, and the field."""
    for section in folder.sections:
        yield "summary", section, ("summary",)
    for item in (*folder.metrics, *folder.commitments, *folder.targets, *folder.charts):
        yield "note", item, ("note",)
        yield "reason", item, ("baseline", "reason")
        yield "whole", item, ("whole",)
    for term in folder.listed("glossary.yaml", "terms"):
        yield "meaning", term, ("meaning",)
        yield "rule", term, ("rule",)
    for name in ("permalinks", "addresses"):
        for link in folder.listed("permalinks.yaml", name):
            yield "retired", link, ("retired",)
    for correction in folder.listed("corrections.yaml", "corrections"):
        yield "correction", correction, ("reason",)


def _of(folder: Folder, *kinds: str) -> Iterator[tuple[Item, tuple[str, ...], str, str]]:
    for what, item, field in _texts(folder):
        zh, en = item.text(*field, "zh"), item.text(*field, "en")
        if zh and en and what in kinds:
            yield item, field, zh, en


def _false_numbers(folder: Folder, *kinds: str) -> Plants:
    for item, field, zh, en in _of(folder, *kinds):
        for new_zh, new_en in (*falsified(zh, en), *reworded(zh, en)):
            yield new_zh[:70], (item.put(*field, "zh", new_zh), item.put(*field, "en", new_en))


def _added(folder: Folder, zh_more: str, en_more: str, *kinds: str) -> Plants:
    for item, field, zh, en in _of(folder, *kinds):
        edits = (item.put(*field, "zh", zh + zh_more), item.put(*field, "en", f"{en} {en_more}"))
        yield f"…{zh[-30:]}{zh_more}", edits


@kind("summary: the same false number in both languages")
def summary_number(folder: Folder) -> Plants:
    yield from _false_numbers(folder, "summary")


@kind("summary: a made-up figure in both languages")
def summary_made_up(folder: Folder) -> Plants:
    yield from _added(folder, "其中另有137项。", "There are another 137 of them.", "summary")


@kind("summary: a promise or outcome said to be achieved")
def summary_achieved(folder: Folder) -> Plants:
    yield from _added(folder, "各项目标已全部实现。", "All of the goals have been achieved.", "summary")


@kind("reason, note, rule, retired, correction: the same false number in both languages")
def reason_number(folder: Folder) -> Plants:
    yield from _false_numbers(folder, "reason", "note", "retired", "correction", "rule", "whole")


@kind("reason, note: a made-up figure in both languages")
def reason_made_up(folder: Folder) -> Plants:
    yield from _added(folder, "另有137项未计入。", "Another 137 are not counted.", "reason", "note")


@kind("reason, note, meaning: said to be achieved")
def reason_achieved(folder: Folder) -> Plants:
    yield from _added(folder, "该目标已经完成。", "This goal has been met.", "reason", "note", "meaning")


@kind("meaning: a made-up figure in both languages")
def meaning_made_up(folder: Folder) -> Plants:
    yield from _added(folder, "全区共有137家。", "There are 137 of them in the district.", "meaning")


@kind("section title: that of another section")
def section_title(folder: Folder) -> Plants:
    for one, other in pairwise(folder.sections):
        if one.year == other.year and one.get("title") != other.get("title"):
            yield f"{one.text('title', 'zh')} → {other.text('title', 'zh')}", (one.put("title", other.get("title")),)


@kind("section title: the heading with words altered")
def section_words(folder: Folder) -> Plants:
    for section in folder.sections:
        zh, en = section.text("title", "zh"), section.text("title", "en")
        if len(zh) > 4 and en:
            new = zh[:-2]
            yield f"{zh} → {new}等", (section.put("title", "zh", f"{new}等"),)


@kind("release date in the future; before the report")
def release_date(folder: Folder) -> Plants:
    site = Item(kind="site", document=folder.documents["site.yaml"], loc=())
    notes = {"zh": "首次发布。", "en": "The first release."}
    for published in ("2199-01-01 09:00", "1999-01-01 09:00"):
        release = {"version": "1.0", "published": published, "notes": notes}
        yield f"published {published}", (site.put("releases", [release]),)


@kind("report: its date, number or issuer altered")
def report_identity(folder: Folder) -> Plants:
    for name, document in folder.documents.items():
        if not name.endswith(".report.yaml"):
            continue
        report = Item(kind="report", document=document, loc=())
        for field in ("delivered", "issued"):
            date = report.text(field)
            yield f"{field} {date[:-2]}21", (report.put(field, f"{date[:-2]}21"),)
        number = report.text("document_number")
        for found in numbers(number)[-1:]:
            new = number[: found.start()] + "97" + number[found.end() :]
            yield new, (report.put("document_number", new),)
        yield (
            "issuer",
            (report.put("issuer", {"zh": "某某区人民政府", "en": "People's Government of Moumou District"}),),
        )
        title = report.text("title", "zh")
        yield (
            "title",
            (report.put("title", "zh", title.replace("工作", "财政", 1) if "工作" in title else f"{title}甲"),),
        )
