"""Makes a report of N commitments in the project's own schema, for the benchmark and for tests of scale.

The text is invented and says so; nothing of it is content of the site.
"""

from __future__ import annotations

from pathlib import Path

_PER_SECTION = 50
_PARKS = ("公园", "parks")
_THINGS = (_PARKS, ("停车位", "parking spaces"), ("学位", "school places"), _PARKS)


def _section(number: int, first: int, last: int, paragraph: int) -> tuple[str, str, str, str, str]:
    """(YAML, Chinese paragraph, English paragraph, permalinks, addresses) of the commitments first..last."""
    zh: list[str] = []
    en: list[str] = []
    links: list[str] = []
    targets: list[str] = []
    lines = [
        "# yaml-language-server: $schema=../schema/tasks-section.json",
        f"id: part-{number}",
        "title: {zh: 样例街区, en: Sample blocks}",
        "summary:",
        f"  zh: 这一部分列出**样例**承诺，共{last - first}项。",
        f"  en: This part lists **sample** commitments, {last - first} in all.",
        f"paragraphs: {{first: p{paragraph}, last: p{paragraph}}}",
        "commitments:",
    ]
    for index in range(first, last):
        noun, things = _THINGS[index % len(_THINGS)]
        count = 100 + index
        quote = f"在第{index}号样例街区扎实推进民生实事项目建设，全年新增{noun}{count}个以上。"
        title = f"第{index}号样例街区新增{noun}{count}个以上"
        english = f"Add at least {count:,} {things} in sample block {index}"
        zh.append(quote)
        en.append(f"{english} over the year, making steady progress on projects that matter to residents.")
        links.append(
            f"  - {{id: 2023/commitments/sample-{index}, code: 2023-C{index:03}, sentence: p{paragraph}s{index - first + 1}}}"
        )
        targets.append(f"  - {{id: 2023/targets/sample-{index}, sentence: p{paragraph}s{index - first + 1}}}")
        lines += [
            f"  - id: sample-{index}",
            f'    title: {{zh: {title}, en: "{english}"}}',
            f"    quote: {quote}",
            "    topics: [sample]",
            "    targets:",
            f"      - id: sample-{index}",
            f"        title: {{zh: 新增{noun}, en: New {things}}}",
            f"        value: {count}",
            "        unit: 个",
            "        bound: at_least",
            f"        measure: {things.replace(' ', '-')}",
            "        baseline:",
        ]
        if noun == _PARKS[0]:
            lines += ["          metric: 2022/sample-outcome", "          comparability: same"]
        else:
            lines += ["          comparability: no_baseline"]
    return "\n".join(lines) + "\n", "".join(zh), "\n".join(en), "\n".join(links), "\n".join(targets)


def write(root: Path, n: int, units: str) -> None:
    """Write a content folder with `n` commitments into `root`; `units` is the text of a units.yaml."""
    for folder in ("source", "2022_review", "2023_tasks"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    zh = [
        "样例〔2023〕1号 样例区人民政府 样例区区长 2023年1月4日 2023年1月9日 样例区2023年政府工作报告",
        "新建样例公园200个。",
    ]
    en = ["Sample [2023] No. 1 Sample Government, Mayor, 4 January 2023, 9 January 2023, Sample Report 2023",
          "200 sample parks were built."]  # fmt: skip
    links = ["permalinks:", "  - {id: 2022/metrics/sample-outcome, code: 2022-M001, sentence: p2s1}"]
    addresses = ["addresses:", "  - {id: 2022/outcomes}", "  - {id: topics/sample}"]
    waivers = ["figures:"]
    waivers += [f"  - {{at: p1, text: {text}, reason: {reason}}}" for text, reason in (
        ("样例〔2023〕1号", "document_number"), ("2023年1月4日", "date"), ("2023年1月9日", "date"),
        ("样例区2023年政府工作报告", "name"))]  # fmt: skip
    for number, first in enumerate(range(0, n, _PER_SECTION), 1):
        last = min(first + _PER_SECTION, n)
        yaml, chinese, english, own, targets = _section(number, first, last, number + 2)
        (root / f"2023_tasks/{number:04d}-part.yaml").write_text(yaml, encoding="utf-8")
        zh.append(chinese)
        en.append(english)
        links.append(own)
        addresses += [f"  - {{id: 2023/part-{number}}}", targets]
        waivers += [
            f"  - {{at: p{number + 2}, text: 在第{index}号样例街区, reason: name}}" for index in range(first, last)
        ]
    (root / "source/2023.zh.md").write_text("\n\n".join(zh) + "\n", encoding="utf-8")
    (root / "source/2023.en.md").write_text("\n\n".join(en) + "\n", encoding="utf-8")
    (root / "source/2023.waivers.yaml").write_text("\n".join(waivers) + "\n", encoding="utf-8")
    (root / "source/2023.report.yaml").write_text(
        "title: {zh: 样例区2023年政府工作报告, en: Sample Report 2023}\n"
        "document_number: 样例〔2023〕1号\n"
        "issuer: {zh: 样例区人民政府, en: Sample Government}\n"
        "speaker: {zh: 样例区区长, en: Mayor}\n"
        'delivered: "2023-01-04"\nissued: "2023-01-09"\nmatter:\n  - {first: p1, last: p1}\n',
        encoding="utf-8",
    )
    (root / "2022_review/01-sample.yaml").write_text(
        "id: outcomes\ntitle: {zh: 样例结果, en: Sample outcomes}\n"
        "summary: {zh: 样例结果。, en: Sample outcomes.}\nparagraphs: {first: p2, last: p2}\nmetrics:\n"
        "  - id: sample-outcome\n    title: {zh: 新建样例公园, en: New sample parks}\n    quote: 新建样例公园200个。\n"
        "    value: 200\n    unit: 个\n    bound: exact\n    measure: parks\n    topics: [sample]\n",
        encoding="utf-8",
    )
    (root / "site.yaml").write_text(
        "name: {zh: 样例, en: Sample}\ntagline: {zh: 样例数据。, en: Sample data.}\nallow_pending: false\n"
        "topics:\n  - {id: sample, title: {zh: 样例, en: Sample}}\n",
        encoding="utf-8",
    )
    (root / "units.yaml").write_text(units, encoding="utf-8")
    used = dict.fromkeys(_THINGS[: max(n, 1)])
    (root / "measures.yaml").write_text(
        "measures:\n"
        + "".join(
            f"  - {{id: {things.replace(' ', '-')}, name: {{zh: 新增{noun}, en: New {things}}}, counted: [{noun}],"
            " unit: 个, type: flow}\n"
            for noun, things in used
        ),
        encoding="utf-8",
    )
    (root / "permalinks.yaml").write_text("\n".join(links + addresses) + "\n", encoding="utf-8")
