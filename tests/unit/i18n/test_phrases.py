"""Where titles may begin a new line: never within a word, nor between a number and its unit."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from tests import ROOT, mini
from workreport.content import load
from workreport.i18n import language
from workreport.render.environment import Templates


@pytest.mark.parametrize(
    ("title", "phrases"),
    [
        ("全年新增就业不低于1.65万人", "全年|新增|就业不低于|1.65万人"),
        ("加强城市精细化管理", "加强|城市|精细化|管理"),
        ("PM2.5年均浓度控制在36微克/立方米以下", "PM2.5年均|浓度|控制|在36微克/立方米以下"),
        ("盘活空置楼宇5万余平方米", "盘活|空置|楼宇|5万余平方米"),
        ("进出口额、出口额均增长4%以上", "进出口额、|出口额均增长|4%以上"),
        ("新增入库3-5家“专精特新”企业", "新增|入库|3-5家“专精特新”|企业"),
        ("加大六纬路逸庭苑、明波公寓等老旧小区改造力度", "加大六纬路逸庭苑、|明波公寓等老旧小区|改造|力度"),
        ("2022年结果与2023年目标对照", "2022年结果|与2023年目标|对照"),
        ("名称", "名称"),
        ("", ""),
    ],
)
def test_chinese_breaks_between_words(title: str, phrases: str) -> None:
    assert "|".join(language("zh").phrases(title)) == phrases


def test_english_keeps_a_number_with_what_it_counts() -> None:
    title = "Create at least 1,200 beds, 3–5 clinics and 7 billion yuan of growth of 5%"
    assert [run for run in language("en").phrases(title) if " " in run.strip()] == [
        "1,200 beds, ",
        "3–5 clinics ",
        "7 billion yuan ",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_has_the_title_and_nothing_besides(lang: str) -> None:
    """Of every title of the invented reports: no sign is lost, added or left as markup."""
    template = Templates(ROOT / "templates", lang, "templates").from_string("{{ title|lines }}")
    content = load(mini.CONTENT, "content")
    titles = [entry.value.title[lang] for cycle in content.cycles for entry in cycle.review]
    titles += [entry.value.title[lang] for cycle in content.cycles for entry in cycle.tasks]
    titles += ["<b> & 5 万", "5 % <b>"]
    for title in titles:
        shown = template.render(title=title)
        assert "<b>" not in shown
        assert Markup(shown.replace("<wbr>", "")).striptags() == " ".join(title.split())
        assert shown.count("<wbr>") == (len(language(lang).phrases(title)) - 1 if lang == "zh" else 0)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_is_escaped_already_is_not_escaped_again(lang: str) -> None:
    template = Templates(ROOT / "templates", lang, "templates").from_string("{{ title|lines }}")
    plain = "People's homes & parks, 2022"
    assert template.render(title=escape(plain)) == template.render(title=plain)
    marked = Markup('The <span lang="zh-Hans">河长制</span> & so on')
    assert template.render(title=marked) == marked
