"""What a hint gives to paste stands in the file as it is, once … is filled in: the rule is content then."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.mini import CONTENT
from workreport.content import load
from workreport.figures import Quantity, Units
from workreport.gate import coverage_figures, coverage_promises, skeleton
from workreport.gate.gather import gather
from workreport.gate.rule import Rule

CITY, LIVELIHOOD, WAIVERS = "2022_review/02-city.yaml", "2023_tasks/02-livelihood.yaml", "source/2023.waivers.yaml"


def hints(content: Path, rule: Rule) -> Iterator[str]:
    return (problem.hint for problem in rule.faults(gather(load(content, "content"))))


@pytest.mark.parametrize(
    ("rule", "file", "old", "into", "under"),
    [
        (coverage_figures.RULE, WAIVERS, r"  - \{at: p9, .*\n", WAIVERS, "figures:\n"),
        (coverage_figures.RULE, WAIVERS, r"  - \{at: p1, .*\n", WAIVERS, "figures:\n"),
        (coverage_figures.RULE, WAIVERS, r"  - \{at: p4, text: PM2.5.*\n", WAIVERS, "figures:\n"),
        (coverage_figures.RULE, CITY, r"  - id: parking\n(    .*\n)+", CITY, "metrics:\n"),
        (coverage_figures.RULE, CITY, r"  - id: parking\n(    .*\n)+", WAIVERS, "figures:\n"),
        (coverage_figures.RULE, LIVELIHOOD, r"      - id: parking\n(        .*\n)+", LIVELIHOOD, "    targets:\n\n"),
        (coverage_promises.RULE, WAIVERS, r"  - \{at: p7s2, .*\n", WAIVERS, "sentences:\n"),
        (coverage_promises.RULE, WAIVERS, r"  - \{at: p7s2, .*\n", LIVELIHOOD, "commitments:\n"),
    ],
)  # fmt: skip
def test_pasting(rule: Rule, file: str, old: str, into: str, under: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    assert not list(hints(content, rule))
    text, count = re.subn(old, "", (content / file).read_text("utf-8"), count=1)
    assert count == 1, f"no {old} in {file}"
    (content / file).write_text(text, "utf-8")
    (hint,) = set(hints(content, rule))
    match = re.search(rf"content/{re.escape(into)} under [^:]+:( +- {{.*?}})(?:;|$)", hint)
    assert match, hint
    line = match[1].replace("id: …", "id: pasted").replace("zh: …", "zh: 样例").replace("en: …", "en: Sample")
    line = line.replace("comparability: …", "comparability: no_baseline")
    line = line.replace("[…]", "[jobs]")
    line = line.replace("reason: …", "reason: restated" if rule is coverage_figures.RULE else "reason: background")
    assert "…" not in line
    text = (content / into).read_text("utf-8")
    assert text.count(under) == 1
    (content / into).write_text(text.replace(under, f"{under}{line}\n"), "utf-8")
    assert not list(hints(content, rule))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("新建公园5个，其中2个。", "新建公园5个，其中2个。"),
        ("2023年1月4日", "2023年1月4日"),
        ("12", '"12"'),
        ("公园(含社区)", '"公园(含社区)"'),
        ("公园, 学校", '"公园, 学校"'),
        ("比: 一", '"比: 一"'),
        ("公园 #5", '"公园 #5"'),
        ("- 公园", '"- 公园"'),
        ("说“好”", "说“好”"),
        ('说"好"', '"说\\"好\\""'),
    ],
)
def test_text_is_quoted_where_yaml_needs_it(text: str, printed: str) -> None:
    assert skeleton.waiver("p1", text) == f"  - {{at: p1, text: {printed}, reason: …}}"


def test_a_quantity_is_written_whole() -> None:
    stated = Quantity(
        value=Decimal("3"), high=Decimal("5.50"), unit=Units((), (), ()).unit("%"), bound="range", estimate=True
    )
    assert 'value: 3, value_high: 5.50, unit: "%", bound: range, estimate: true' in skeleton.metric(
        "3-5.50%", "", stated
    )
