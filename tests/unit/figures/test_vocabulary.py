"""What Chinese texts speak of, and whether English ones do."""

from __future__ import annotations

from workreport.figures.vocabulary import found, topics


def test_topics_of_a_text_are_the_longest_words_that_it_has() -> None:
    assert topics("义务教育和教育水平，一带一路") == {"义务教育", "教育", "水平", "一带一路"}
    assert topics("地区生产总值") == {"地区生产总值"}
    assert topics("") == frozenset()


def test_english_words_are_known_by_how_they_begin() -> None:
    assert found("教育", "Educational resources")
    assert found("教育", "a school")
    assert not found("教育", "reeducate"), "within a word there is none"
    assert found("人工智能", "AI and robots")
    assert not found("人工智能", "aid")
