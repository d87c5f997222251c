"""Measures the figure reader: against clauses that were read by hand, and over whole reports.

make evaluate CORPUS=DIR, where DIR holds

  figures.jsonl   a clause a line: `sentence`, the run `start` to `end` of it that was judged, and `figures`: `value`,
                  `high`, `unit` as printed, `bound`, `estimate`, `kind` (every one that is right), `optional` (reading
                  it is right, leaving it is no fault)
  text/, docx/    whole reports, a paragraph a line

And what is drafted against the record in content/ (`tools/evaluation`).

Recall: figures that were read with their value. Precision: what was read that is a figure. Exact: figures of which all
fields are right. Where there is no such folder it says so and measures nothing.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.evaluation import drafts, metrics, promises  # noqa: E402
from workreport.content import table_of  # noqa: E402
from workreport.figures import REASONS, Figure, Reading, Units, numerals, read, sentences  # noqa: E402

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HAN = re.compile(r"[\u4e00-\u9fff]")
# What a table of units is measured against must not be that table: characters that only measure.
_MEASURE = re.compile(
    r"[个家项件处座条所场部台套株头只辆艘架匹吨斤克亩棵盏幅册篇首级位名户元米公里平方立方]|百分点|人次"
)
_NOUN = re.compile("家庭")
_ONE = r"(?:人次|平方米|立方米|公里|[个家件项处座条所场部台套株头只辆艘架匹人户名位间棵次吨亩米])"
_TAIL = re.compile(
    rf"次|百分点|标准[箱煤]|公里|平方米|立方米|千瓦|/|·[人年月天]|[（(]{_ONE}(?:、{_ONE})*[）)]"
    r"|每[百千万亿]*(?:[人户亩吨升秒年月天日次]|平方米|立方米)(?=[，。、；的以左]|$)"
)
_OF_GE = re.compile("季度|月|年头|星期|学期|工作日|小时")
_EACH = re.compile(r"分别(?:比[^，。；]{0,12}|同比|平均|年均|预计|约|再|累计)*(?P<rise>增长|增加|上升|提高|提升|上涨|回升)|"
                   r"分别(?:比[^，。；]{0,12}|同比|平均|年均|预计|约|再|累计)*(?P<fall>下降|降低|减少|回落|下滑|压减|压缩)")  # fmt: skip
_LEVEL = re.compile(r"\s*(?:到|至|为|成)")
_BETWEEN = re.compile(r"\s*(?:以上|左右|以内)?\s*(?:、|，|和|与|及|以及)\s*")
_CHANGES = {"%", "个百分点", "倍", "个千分点"}


@dataclass
class Score:
    """What the clauses show."""

    wanted: int = 0
    found: int = 0
    exact: int = 0
    read: int = 0
    true: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def fault(self, kind: str, row: dict[str, Any], said: str) -> None:
        self.errors[kind] += 1
        self.examples.append(f"{kind:10} {said}  in {row['clause']}")


def say(f: Figure) -> str:
    q = f.quantity
    high = f"-{q.high}" if q.high is not None else ""
    return f"{f.text} [{q.value}{high} {q.unit} {q.bound} {q.kind}{' estimate' if q.estimate else ''}]"


def judge(row: dict[str, Any], figures: list[Figure], score: Score) -> None:
    """Count one clause."""
    left = [f for f in figures if row["start"] <= f.start < row["end"]]
    score.read += len(left)
    for wanted in row["figures"]:
        score.wanted += not wanted["optional"]
        value, high = wanted["value"], wanted["high"]
        match = next((f for f in left if _same(f, value, high)), None)
        if match is None:
            if not wanted["optional"]:
                score.fault("missed", row, f"{value} {wanted['unit']}")
            continue
        left.remove(match)
        score.true += 1
        if wanted["optional"]:
            continue
        score.found += 1
        q = match.quantity
        wrong = [
            name
            for name, right in (
                ("unit", q.unit.printed == wanted["unit"]),
                ("bound", q.bound == wanted["bound"]),
                ("estimate", q.estimate == wanted["estimate"]),
                ("kind", q.kind in wanted["kind"]),
            )
            if not right
        ]
        score.exact += not wrong
        for name in wrong:
            score.fault(name, row, say(match))
    for figure in left:
        score.fault("invented", row, say(figure))


def _same(figure: Figure, value: str, high: str | None) -> bool:
    q = figure.quantity
    return f"{q.value:f}" == value and (None if q.high is None else f"{q.high:f}") == high


def texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """Every whole report: its name, and its paragraphs as lines."""
    for path in sorted((corpus / "text").glob("*.txt")):
        yield path.stem, path.read_text("utf-8")
    for path in sorted((corpus / "docx").glob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            body = ElementTree.fromstring(archive.read("word/document.xml"))
        paragraphs = body.iter(f"{_WORD}p")
        yield path.stem, "\n".join("".join(t.text or "" for t in p.iter(f"{_WORD}t")) for p in paragraphs)


@dataclass
class Whole:
    """What whole reports show."""

    numerals: int = 0
    accounted: int = 0
    figures: int = 0
    cut: list[str] = field(default_factory=list)
    each: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)
    left: dict[str, list[str]] = field(default_factory=dict)
    """By reason: every run that is left alone for it, with what stands round it."""


def survey(text: str, reading: Reading, whole: Whole) -> None:
    """Count one sentence of a report."""
    runs = [(f.start, f.end) for f in reading.figures]
    runs += [(a.start, a.end) for a in reading.asides if a.reason != "unit_unknown"]
    for a in reading.asides:
        whole.reasons[a.reason] += 1
        run = f"{text[max(0, a.start - 16) : a.start]}【{a.text}】{text[a.end : a.end + 16]}"
        whole.left.setdefault(a.reason, []).append(run)
    whole.figures += len(reading.figures)
    for start, end in numerals(text):
        whole.numerals += 1
        if any(a < end and start < b for a, b in runs):
            whole.accounted += 1
        else:
            whole.open.append(f"{text[max(0, start - 12) : start]}【{text[start:end]}】{text[end : end + 12]}")
    for f in reading.figures:
        after = text[f.end : f.end + 12].lstrip()
        bare = not f.quantity.plain_unit and _HAN.match(after) and f.quantity.hedge not in ("以上", "以下", "左右")
        unit = f.quantity.plain_unit
        cut = bool(bare) and bool(_MEASURE.match(after)) and not _NOUN.match(after)
        if unit and text[: f.end].rstrip().endswith((unit, unit.partition("/")[0])):
            cut = bool(_TAIL.match(after)) or (unit == "个" and bool(_OF_GE.match(after)))
        if cut:
            whole.cut.append(f"{say(f)} before {after}")
    for match in _EACH.finditer(text):
        if _LEVEL.match(text, match.end()):
            continue
        kind = "growth" if match["rise"] else "decline"
        at = match.end()
        for f in reading.figures:
            if f.start < match.end():
                continue
            between = text[at : f.start]
            if at != match.end() and not _BETWEEN.fullmatch(between):
                break
            if at == match.end() and len(between) > 4:
                break
            if f.quantity.unit.plain.zh in _CHANGES and f.quantity.kind != kind:
                whole.each.append(f"{say(f)} in {text[max(0, match.start() - 6) : f.end]}")
            at = f.end


def clauses(path: Path, units: Units, *, examples: int) -> None:
    """The part that was read by hand."""
    score = Score()
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        judge(row, read(row["sentence"], units).figures, score)
    print(f"{path.name}: {score.wanted} figures")
    for name, part, of in (
        ("recall", score.found, score.wanted),
        ("precision", score.true, score.read),
        ("exact", score.exact, score.wanted),
    ):
        print(f"  {name:10} {100 * part / (of or 1):6.2f} %  ({part} of {of})")
    for kind, count in score.errors.most_common():
        print(f"  {kind:10} {count}")
    for example in score.examples[:examples]:
        print("   ", example)


def reports(corpus: Path, units: Units, *, examples: int, reasons: list[str]) -> None:
    """The part that nobody has read by hand."""
    whole, size, spent, count, done = Whole(), 0, 0.0, 0, []
    for _, text in texts(corpus):
        count += 1
        size += len(text.encode())
        begun = time.process_time()
        done.append([(sentence, read(sentence, units)) for _, sentence in sentences(text)])
        spent += time.process_time() - begun
    for found in done:
        for sentence, reading in found:
            survey(sentence, reading, whole)
    print(f"{count} reports, {size / 1e6:.2f} MB: {whole.figures} figures")
    print(f"  numerals accounted for {100 * whole.accounted / (whole.numerals or 1):6.2f} %  of {whole.numerals}")
    print(f"  cut units {len(whole.cut)}, wrong kinds in lists of 分别 {len(whole.each)}")
    print(f"  {size / 1e6 / spent:.2f} MB a second, {count / spent:.1f} reports a second")
    print("  left alone:", ", ".join(f"{reason} {n}" for reason, n in whole.reasons.most_common()))
    for title, lines in (("cut", whole.cut), ("分别", whole.each), ("open", whole.open)):
        for line in lines[:examples]:
            print(f"    {title}: {line}")
    for reason in reasons:
        for line in whole.left.get(reason, []):
            print(f"    {reason}: {line}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, help="the folder with figures.jsonl and the reports")
    parser.add_argument("--examples", type=int, default=0, help="how many examples of each fault to print")
    parser.add_argument(
        "--left",
        action="append",
        default=[],
        choices=REASONS,
        help="print every run that is left alone for this reason",
    )
    given = parser.parse_args()
    corpus: Path = given.corpus
    for part in (metrics, promises):
        for line in part.measure(ROOT / "content", examples=given.examples):
            print(line)
    if not corpus.is_dir():
        print(f"{corpus}: no such folder, so nothing is measured (make evaluate CORPUS=DIR)")
        return 0
    units = table_of()
    if (corpus / "figures.jsonl").is_file():
        clauses(corpus / "figures.jsonl", units, examples=given.examples)
    if any((corpus / name).is_dir() for name in ("text", "docx")):
        reports(corpus, units, examples=given.examples, reasons=given.left)
        for line in drafts.measure(corpus):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
