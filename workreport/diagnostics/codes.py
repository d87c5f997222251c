"""The eight checks of the gate, with the names of the codes of each, as the about page prints them."""

from __future__ import annotations

from typing import NamedTuple


class Check(NamedTuple):
    """One check: what it is called and what it demands, in both languages, and its diagnostic codes."""

    name_zh: str
    name_en: str
    rule_zh: str
    rule_en: str
    codes: tuple[str, ...]


CHECKS: tuple[Check, ...] = (
    Check(
        "原句",
        "Quote",
        "每一处引文都必须逐字出现在报告原文、且在它所属的部分之内；只忽略空白、换页和下标标记。查不到或无法核对，都不发布。",
        "Every quote must stand in the source text, in the section that claims it, character by character; only "
        "white space, page breaks and subscript marks are disregarded. A quote that is absent, or that cannot be "
        "checked, is refused.",
        (
            "quote-absent",
            "quote-ambiguous",
            "quote-unchecked",
            "quote-cut",
            "words-absent",
            "report-mismatch",
            "section-range",
            "section-overlap",
            "paragraph-unclaimed",
            "source-markup",
            "name-absent",
            "term-rule",
        ),
    ),
    Check(
        "双重录入",
        "Double entry",
        "编辑录入的数值、单位、界限词和“预计”，必须与程序从引文中独立读出的完全一致；通俗说法里的数字也只能是原句里的数字。",
        "The value, unit, bound and estimate that an editor enters must equal what the program reads from the quote "
        "on its own; plain words may hold the figures of the quoted sentence and no others.",
        (
            "figure-value",
            "figure-unit",
            "figure-bound",
            "figure-estimate",
            "figure-change",
            "figure-ambiguous",
            "unit-unknown",
            "target-form",
            "plain-figure",
        ),
    ),
    Check(
        "数字无遗漏",
        "Coverage of figures",
        "原文中的每一个数字都必须归入某项结果、某项目标，或注明理由后不予录入（日期、名称、序号、文号等）。",
        "Every numeral of the source text belongs to a metric, to a target, or to a waiver with a reason (a date, a "
        "name, an ordinal, a document number and the like).",
        (
            "figure-uncovered",
            "waiver-absent",
            "waiver-ambiguous",
            "waiver-idle",
            "waiver-hides-figure",
            "pending-unknown",
            "pending-refused",
        ),
    ),
    Check(
        "承诺无遗漏",
        "Coverage of promises",
        "任务部分的每一句话、直到每一个分句，都必须归入某项承诺，或注明理由后不予录入。",
        "Every sentence of the tasks part, down to its last clause, belongs to a commitment or to a waiver with a "
        "reason.",
        ("promise-uncovered",),
    ),
    Check(
        "两种语言",
        "Languages",
        "每一段文字都有中文和英文；英文中的数量、单位、界限词必须与中文一致（1.65万对应16,500）。",
        "Every text stands in Chinese and in English, and the English carries the same quantities, units and bounds "
        "(1.65万 is 16,500).",
        (
            "english-blocks",
            "english-sentences",
            "english-quantity",
            "english-number",
            "english-bound",
            "english-unit",
            "english-estimate",
        ),
    ),
    Check(
        "可比性",
        "Comparisons",
        "每个目标都必须写明与什么相比、能否相比，或写明报告没有给出可比的数字。只有“同口径”才写出高低与差额，才能同在一条图轴上；一条轴只有一种单位。",
        "Every target says what it is compared with and whether the two may be compared, or that the report gives no "
        "figure to compare it with. Only the class “same” shows an order or a difference, or shares the axis of a chart; "
        "an axis has one unit.",
        (
            "baseline-unknown",
            "baseline-missing",
            "baseline-extra",
            "reason-missing",
            "reason-extra",
            "comparison-unlike",
            "chart-unknown",
            "chart-few",
            "chart-units",
            "chart-share",
            "chart-comparison",
            "part-unknown",
            "topic-unknown",
            "place-unknown",
        ),
    ),
    Check(
        "永久链接",
        "Permalinks",
        "发布过的编号可以迁移或停用（留有指引页面），但不会消失，也不会改作他用。",
        "An id once published may move or retire, with a page that says so; it never vanishes and is never used for "
        "something else.",
        (
            "permalink-vanished",
            "permalink-reused",
            "permalink-target",
            "permalink-duplicate",
            "permalink-unrecorded",
            "permalink-code",
            "permalink-first",
            "correction-item",
            "correction-order",
            "id-duplicate",
            "id-reserved",
        ),
    ),
    Check(
        "站内链接",
        "Links",
        "每一个站内链接和锚点都必须有效，页面模板中的每一个变量都必须有定义。",
        "Every internal link and anchor resolves, and every variable of the page templates is defined.",
        (
            "link-broken",
            "link-anchor",
            "link-outside",
            "template-undefined",
            "template-syntax",
            "page-remote",
            "asset-remote",
            "chart-drawing",
            "chart-engine",
        ),
    ),
)
