"""The words of the site's own frame in both languages; imports nothing. Content is in `content/`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Lang = Literal["zh", "en"]

LANGUAGES: tuple[Lang, ...] = ("zh", "en")
"""The languages of the site: the first is at the root, the other under a folder of its name."""

TAGS = {"zh": "zh-Hans", "en": "en"}
"""BCP 47 language tags."""

_WORDS: dict[str, tuple[str, str]] = {
    "skip": ("跳到正文", "Skip to content"),
    "other_language": ("English", "中文"),
    "home": ("首页", "Home"),
    "review": ("{year}年回顾", "{year} review"),
    "tasks": ("{year}年任务", "{year} tasks"),
    "compare": ("结果与目标对照", "Outcomes and goals"),
    "compare_title": ("{was}年结果与{will}年目标对照", "{was} outcomes and {will} goals"),
    "report": ("报告全文", "The whole report"),
    "glossary": ("名词解释", "Glossary"),
    "glossary_intro": (
        "报告用语的通俗解释，为本站文字，非官方定义。",
        "Terms of the report in plain words: the site's own explanations, not official definitions.",
    ),
    "basis_rule": ("依据：{rule}", "After: {rule}"),
    "basis_usage": ("依据通行用法。", "After general usage."),
    "basis_report": ("仅见于报告，报告未作定义。", "Known from the report alone, which does not define it."),
    "used_in": ("见于", "Used in"),
    "places": ("地点", "Places"),
    "places_intro": (
        "报告提到的街道、小区、公园、学校、车站、地块、楼宇和项目，以及提到它们的结果和承诺。",
        "The streets, neighborhoods, parks, schools, stations, plots, buildings and projects that the report names, with the "
        "outcomes and commitments that name them.",
    ),
    "named_in": ("提到此处的条目", "Named by"),
    "terms": ("名词", "Terms"),
    "about": ("关于本站", "About"),
    "sitemap": ("站点地图", "Site map"),
    "site_nav": ("主导航", "Main"),
    "tools": ("阅读方式", "Reading"),
    "tool_elder": ("长辈版", "Large type"),
    "tool_dark": ("深色", "Dark"),
    "tool_read": ("朗读", "Read aloud"),
    "tool_stop": ("停止朗读", "Stop reading"),
    "breadcrumb": ("当前位置", "Breadcrumb"),
    "footer_nav": ("页脚导航", "Footer"),
    "unofficial": (
        "英文为非官方译文，以中文为准。",
        "Unofficial English translation; the Chinese text prevails.",
    ),
    "year_noted": (
        "本站记录{was}年的结果和{will}年的目标，依据为{date}公布的报告。",
        "This site records the outcomes of {was} and the goals of {will}, from the report issued on {date}.",
    ),
    "estimate": ("预计", "estimate"),
    "estimate_note": ("报告作出时的预计数。", "Expected figure at the time of the report."),
    "quote": ("报告原句", "The report's sentence"),
    "quote_english": ("整句英文译文（非官方）", "The whole sentence in English (unofficial)"),
    "details": ("本条信息", "About this item"),
    "quote_source": ("见报告全文{place}", "In the whole report, {place}"),
    "figure": ("数字", "Figure"),
    "change": ("与上年相比", "Change on the year before"),
    "whole": ("占何之比", "Share of"),
    "part_of": ("其中之一部分", "Part of"),
    "parts": ("其中", "Of which"),
    "section": ("所属部分", "Section"),
    "topics": ("主题", "Topics"),
    "topic_intro": (
        "与“{title}”有关的结果、目标和承诺，每一条都附报告原句。",
        "Outcomes, goals and commitments on this topic ({title}), each with the report's own sentence.",
    ),
    "headline_outcomes": ("{was}年的结果", "Outcomes of {was}"),
    "headline_targets": ("{will}年的目标与对照", "Goals for {will}, and what they are compared with"),
    "headline_promises": ("{will}年的承诺", "Commitments for {will}"),
    "other_topics": ("其他主题", "Other topics"),
    "find_topic": ("按主题查找", "Find by topic"),
    "find_more": ("其他查找方式", "Other ways to find"),
    "search": ("搜索", "Search"),
    "search_intro": (
        "在结果、承诺、主题、名词、地点和报告原文中查找。",
        "Find outcomes, commitments, topics, terms, places and sentences of the report.",
    ),
    "search_label": ("要找的词（可输入拼音）", "Words to look for (English, Chinese or pinyin)"),
    "search_off": (
        "搜索需要浏览器脚本；没有脚本时，可从下面的主题、地点和名词找起。",
        "The search needs JavaScript; without it, start from the topics, places and terms below.",
    ),
    "search_found": ("找到{n}条", "{n} found"),
    "search_more": ("找到{n}条，列出前{shown}条", "{n} found; the first {shown} are listed"),
    "search_none": ("没有找到", "Nothing found"),
    "results": ("搜索结果", "Results"),
    "kind_metric": ("结果", "Outcome"),
    "kind_commitment": ("承诺", "Commitment"),
    "kind_topic": ("主题", "Topic"),
    "kind_term": ("名词", "Term"),
    "kind_place": ("地点", "Place"),
    "kind_sentence": ("报告原文", "Sentence"),
    "note": ("说明", "Note"),
    "direction": ("数值方向", "Direction"),
    "direction_higher": ("越高越好", "higher is better"),
    "direction_lower": ("越低越好", "lower is better"),
    "direction_neither": ("高低本身不代表好坏", "neither higher nor lower is better in itself"),
    "data_json": ("本条数据（JSON）", "This item as JSON"),
    "compared_goal": ("{will}年的目标", "The {will} goal"),
    "no_goal": (
        "报告没有为此项提出{will}年的量化目标。",
        "The report sets no quantified {will} goal beside this figure.",
    ),
    "outcome_of": ("{was}年结果", "{was} outcome"),
    "goal_of": ("{will}年目标", "{will} goal"),
    "targets": ("目标与对照", "Targets and comparison"),
    "no_targets": ("这项承诺没有数字目标。", "This commitment states no number."),
    "not_reported": (
        "{will}年目标；所据报告尚未报告结果。",
        "Goal for {will}; result not yet reported in the published source.",
    ),
    "reported_later": (
        "{will}年目标；后一份报告对{will}年的说法，见{will}年回顾。",
        "Goal for {will}; what a later report states of {will} is in the {will} review.",
    ),
    "commitment": ("承诺", "Commitment"),
    "commitments": ("承诺", "Commitments"),
    "metric": ("结果", "Metric"),
    "metrics": ("报告的结果", "Reported outcomes"),
    "previous": ("上一项", "Previous"),
    "next": ("下一项", "Next"),
    "siblings": ("同一部分的前后各项", "Previous and next in this section"),
    "summary_own": ("以下概述为本站文字，非报告原文。", "This summary is in the site's own words, not the report's."),
    "pending": (
        "这一部分的数字尚未录入。",
        "The figures of this section are not encoded yet.",
    ),
    "read_source": ("阅读这一部分的原文（{first}至{last}）", "Read this section in the report ({first} to {last})"),
    "read_source_one": ("阅读这一部分的原文（{first}）", "Read this section in the report ({first})"),
    "count_metrics": ("{n}项结果", "{n} outcomes"),
    "count_metrics_one": ("1项结果", "1 outcome"),
    "count_commitments": ("{n}项承诺", "{n} commitments"),
    "count_commitments_one": ("1项承诺", "1 commitment"),
    "no_metrics": ("这一部分没有数字。", "This section states no figures."),
    "class": ("可比性", "Comparability"),
    "class_same": ("同口径，可比", "Same measure"),
    "class_basis_differs": ("基准不同", "Basis differs"),
    "class_scope_differs": ("口径不同", "Scope differs"),
    "class_qualitative": ("目标以文字表述", "Goal in words"),
    "class_no_baseline": ("报告无上年数字", "No figure for the year before"),
    "explain_same": (
        "统计的内容、范围和基准相同，可以写出高低与差额。",
        "The same measure, scope and basis: the order and the difference are stated.",
    ),
    "explain_basis_differs": (
        "同一指标，但基准不同（例如一个是增速、一个是总量），只并列，不写差额。",
        "The same indicator on another basis (a level and a growth rate, say): side by side, no difference.",
    ),
    "explain_scope_differs": (
        "统计的对象或范围不同，只并列，不写差额。",
        "What is counted differs: side by side, no difference.",
    ),
    "explain_qualitative": (
        "目标没有数字，只引其文字。",
        "The goal has no number; its words are given.",
    ),
    "explain_no_baseline": (
        "报告没有给出可与之对照的上年数字。",
        "The report gives no figure of the year before to compare it with.",
    ),
    "order_higher": ("高于上年结果", "Above the outcome of the year before"),
    "order_equal": ("与上年结果相同", "Equal to the outcome of the year before"),
    "order_lower": ("低于上年结果", "Below the outcome of the year before"),
    "order_open": ("同口径，但界限词使高低无法确定", "Same measure, but the bounds leave the order open"),
    "falls": ("目标与上年结果的关系", "How the goals stand beside the outcomes"),
    "falls_intro": (
        "报告为{will}年提出的{n}个目标中，{same}个与{was}年的结果口径相同，可以比较；其余{rest}个不可比较，原因逐项写明。",
        "Of the {n} targets that the report sets for {will}, {same} can be compared with an outcome of {was}; the other "
        "{rest} cannot, and each says why.",
    ),
    "falls_pending": (
        "有的部分尚未录入；以上只统计已录入的目标。",
        "Some sections are not encoded yet; these counts are of the targets that are.",
    ),
    "falls_intro_pending": (
        "已录入的{n}个{will}年目标中，{same}个与{was}年的结果口径相同，可以比较；其余{rest}个不可比较，原因逐项写明。",
        "Of the {n} targets for {will} that are encoded, {same} can be compared with an outcome of {was}; the other "
        "{rest} cannot, and each says why.",
    ),
    "falls_title": ("{will}年目标与{was}年结果的关系", "How the {will} goals stand beside the {was} outcomes"),
    "charts": ("图表", "Charts"),
    "chart_target": ("{title}：{was}年结果与{will}年目标", "{title}: {was} outcome and {will} goal"),
    "chart_pair": ("{was}年 {outcome} → {will}年 {goal}", "{was}: {outcome} → {will}: {goal}"),
    "chart_item": ("项目", "Item"),
    "chart_count": ("个数", "Count"),
    "chart_unit": ("单位：{unit}", "Unit: {unit}"),
    "chart_source": ("来源：{title}，{number}", "Source: {title}, {number}; unofficial English"),
    "chart_table": ("图中数据", "The data as a table"),
    "chart_csv": ("图中各行（CSV）", "Rows of this chart (CSV)"),
    "chart_svg": ("下载图（SVG）", "Download the chart (SVG)"),
    "chart_explore": ("逐项读出", "Read out item by item"),
    "chart_not_drawn": (
        "这次生成的网站没有画图；表中是同样的数据。",
        "This build of the site has no drawings; the table holds the same data.",
    ),
    "chart_desc_bars": ("从零起的条形图，{n}项，由大到小。", "Bars from zero, {n} figures, largest first."),
    "chart_desc_dumbbell": (
        "{n}项{was}年结果与{will}年目标，在同一条从零起的轴上。",
        "{n} outcomes of {was} and goals for {will} on one axis from zero.",
    ),
    "chart_desc_dumbbell_one": (
        "{was}年结果与{will}年目标，在同一条从零起的轴上。",
        "The {was} outcome and the {will} goal on one axis from zero.",
    ),
    "chart_desc_share": ("{n}条，每条的全长是它的整体。", "{n} bars; the full length of each is its whole."),
    "chart_desc_share_one": ("一条，全长是整体。", "A bar; its full length is the whole."),
    "share_of": ("{whole}中的{part}", "{part} of {whole}"),
    "legend_estimate": ("{name}（预计）", "{name}, an estimate"),
    "legend_range": ("{name}（范围）", "{name}, a range"),
    "legend_up": ("不低于或高于此数", "at least, or more than"),
    "legend_down": ("不超过此数", "no more than"),
    "of_n": ("{n}个中的{k}个", "{k} of {n}"),
    "filters": ("筛选对照", "Filter the comparisons"),
    "every": ("全部", "All"),
    "filter_order": ("目标的高低", "How the goal stands"),
    "filter_word": ("包含的词", "With the words"),
    "filter_all": ("显示全部", "Show all"),
    "compare_intro": (
        "每一行是{will}年的一个目标，以及报告中{was}年的相应数字。只有口径相同的才写高低。",
        "Each row is one target for {will} and the figure that the report gives for {was}. An order is stated only where "
        "the measure is the same.",
    ),
    "col_target": ("目标", "Target"),
    "col_says": ("可以怎么说", "What may be said"),
    "none_given": ("报告未给出", "not given in the report"),
    "headline_figures": ("{was}年主要结果", "Main outcomes of {was}"),
    "headline_goals": ("{will}年主要目标", "Main goals for {will}"),
    "where_to_look": ("从哪里看起", "Where to look"),
    "sections": ("各部分", "Sections"),
    "report_facts": ("报告", "The report"),
    "document_number": ("文号", "Document number"),
    "issuer": ("发布机关", "Issued by"),
    "delivered": ("作报告日期", "Delivered"),
    "issued": ("印发日期", "Issued"),
    "report_intro": (
        "下面是报告全文。每段、每句都有固定编号可供链接；带下划线的数字链接到它的页面。",
        "The whole report, in Chinese as issued, each sentence followed by its English. Every paragraph and sentence has "
        "a fixed number to link to; each underlined figure leads to its page.",
    ),
    "contents": ("目录", "Contents"),
    "paragraph": ("第{n}段", "paragraph {n}"),
    "sentence_place": ("第{p}段第{s}句", "paragraph {p}, sentence {s}"),
    "also_figure": ("同一数字也用于：{title}", "The same figure also serves: {title}"),
    "about_intro": (
        "本站把一份政府工作报告中的每一个数字和每一项承诺，与它在报告中的原句放在一起。",
        "This site sets every figure and every promise of a government work report beside the sentence that states it.",
    ),
    "about_checks": ("数字如何核对", "How figures are checked"),
    "about_checks_intro": (
        "发布之前，程序逐项检查以下八条；任何一条不满足，就不发布。",
        "Before anything is published the program runs these eight checks; where one does not hold, nothing is published.",
    ),
    "check": ("检查", "Check"),
    "rule": ("要求", "What it demands"),
    "codes": ("诊断代码", "Diagnostic codes"),
    "about_classes": ("可比性的五种情形", "Five classes of comparability"),
    "about_bounds": ("界限词", "Bounds"),
    "about_bounds_intro": (
        "报告中的界限词保留在每一个数字里：",
        "The words by which the report bounds a figure stay with it everywhere:",
    ),
    "about_counts": ("核对结果", "What was checked"),
    "count_kind": ("项目", "What"),
    "count_figures": ("原文中的数字", "Figures of the source text"),
    "count_sentences": ("任务部分的句子", "Sentences of the tasks part"),
    "encoded": ("已录入", "Encoded"),
    "waived": ("注明理由、不录入", "Waived with a reason"),
    "pending_count": ("待录入", "Pending"),
    "about_goal": ("不写进度", "No progress is claimed"),
    "about_goal_text": (
        "报告给出{was}年的结果和{will}年的目标，没有{will}年的结果。因此本站对{will}年的目标不写“进度”或“完成”。",
        "The report gives outcomes of {was} and goals for {will}, and no outcomes of {will}. So this site never writes of "
        "progress or completion for a {will} goal.",
    ),
    "about_data": ("开放数据", "Open data"),
    "about_data_text": (
        "全部数据可下载，字段见文件首行；CSV为带BOM的UTF-8，可直接用表格软件打开。",
        "All data can be downloaded; the first line of each CSV names its fields. CSV files are UTF-8 with a byte-order "
        "mark, so that spreadsheets open them.",
    ),
    "file": ("文件", "File"),
    "data_metrics": ("{n}项结果", "{n} metrics"),
    "data_commitments": ("{n}项承诺", "{n} commitments"),
    "data_targets": ("{n}个目标", "{n} targets"),
    "data_comparisons": ("{n}项对照", "{n} comparisons"),
    "bound_exact": ("没有界限词", "no bounding word"),
    "bound_about": ("左右、约", "about"),
    "bound_at_least": ("以上、不低于；余、多", "at least; 余 and 多 are printed as “more than”"),
    "bound_more_than": ("超过、高于", "more than"),
    "bound_at_most": ("以内、以下", "no more than"),
    "bound_range": ("从几到几", "a range"),
    "not_found": ("没有这个页面", "No such page"),
    "not_found_text": (
        "您要找的页面不在这里。本站发布过的页面不会消失；请检查网址，或从下面的链接继续。",
        "The page that you asked for is not here. Pages once published stay; please check the address, or go on from here.",
    ),
    "moved": ("页面已迁移", "This page has moved"),
    "moved_text": ("这一页现在的位置：", "It is now at:"),
    "retired": ("页面已停用", "This page was retired"),
}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        lang: MappingProxyType({key: texts[index] for key, texts in _WORDS.items()})
        for index, lang in enumerate(LANGUAGES)
    }
)
"""Language, then key, then text; `{name}` marks what is filled in."""
