from __future__ import annotations

import pytest

from tests import ROOT
from workreport.content import yaml
from workreport.draft import topics_of


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("新建3所中学", ("schools",)),
        ("建成养老服务中心12个", ("elderly-care",)),
        ("提升政务服务水平", ("public-services",)),
        ("新增企业500家，促进民营经济健康发展", ("business",)),
        ("在企业开展职业技能培训2万人次", ("jobs",)),
        ("整治城区道路，新建公园5个", ("parks", "roads-parking")),
    ],
)
def test_a_topic_is_guessed_from_words_the_last_first(text: str, topics: tuple[str, ...]) -> None:
    assert topics_of(text) == topics


def test_what_has_no_word_of_a_topic_has_that_of_the_text_around_it() -> None:
    assert topics_of("再增加20个", "办好人民满意的教育。", "保障民生") == ("schools",)
    assert topics_of("再增加20个", "持续发力。", "推进生态环境保护") == ("environment",)
    assert topics_of("再增加20个") == ("economy",)


def test_the_topics_of_the_table_are_those_of_the_site() -> None:
    site = yaml.parse("site.yaml", (ROOT / "content/site.yaml").read_bytes()).data
    table = yaml.parse("topics.yaml", (ROOT / "workreport/draft/topics.yaml").read_bytes()).data
    assert list(table["topics"]) == [topic["id"] for topic in site["topics"]]
    words = [word for words in table["topics"].values() for word in words]
    assert len(words) == len(set(words))
