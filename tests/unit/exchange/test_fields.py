"""A translation is written into a YAML file of any layout, and whatever else stands there stays to the byte."""

from __future__ import annotations

import pytest

from workreport.content import parse_yaml
from workreport.exchange.fields import listed, written

SHAPES = {
    "flow": ("a: {zh: 样例}  # why\n", "a: {zh: 样例, en: Sample}  # why\n"),
    "flow-between": ("- {id: x, zh: 样例 , basis: report}\n", "- {id: x, zh: 样例, en: Sample , basis: report}\n"),
    "flow-lines": ("a: {zh: 样例,\n    id: x}\n", "a: {zh: 样例, en: Sample,\n    id: x}\n"),
    "block": ("a:\n  zh: 样例  # why\n  id: x\n", "a:\n  zh: 样例  # why\n  en: Sample\n  id: x\n"),
    "block-item": ("- zh: 样例\n  id: x\n", "- zh: 样例\n  en: Sample\n  id: x\n"),
    "block-end": ("a:\n  zh: 样例", "a:\n  zh: 样例\n  en: Sample"),
    "windows": ("a:\r\n  zh: 样例\r\n  id: x\r\n", "a:\r\n  zh: 样例\r\n  en: Sample\r\n  id: x\r\n"),
    "quoted": ('a: {zh: "样例", id: x}\n', 'a: {zh: "样例", en: "Sample", id: x}\n'),
    "lines-quoted": ('a:\n  zh: "样\n    例"\n  id: x\n', 'a:\n  zh: "样\n    例"\n  en: "Sample"\n  id: x\n'),
    "folded": ("a:\n  zh: >-\n    样例\n    样例\n\n  id: x\n", "a:\n  zh: >-\n    样例\n    样例\n  en: >-\n    Sample\n\n  id: x\n"),
    "again": ("a: {zh: 样例, en: Old}  # why\n", "a: {zh: 样例, en: Sample}  # why\n"),
    "again-folded": ("a:\n  en: >-\n    Old\n    words\n  zh: 样例\n", "a:\n  en: >-\n    Sample\n  zh: 样例\n"),
    "again-first": ("a:\n  en: 'Old'\n  zh: 样例\n", 'a:\n  en: "Sample"\n  zh: 样例\n'),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_every_layout(name: str) -> None:
    before, after = SHAPES[name]
    top = before.startswith("-")
    # A file's top level is a mapping.
    before, after = (f"k:\n{text}" if top else text for text in (before, after))
    assert written(before, {("k", 0) if top else ("a",): "Sample"}, "zh", "en") == after


@pytest.mark.parametrize(
    "words",
    [
        "no",
        "1.50",
        "a: b",
        "a # b",
        "- a",
        "{a}",
        "[a], b",
        "'a'",
        '"a" b',
        "a\nb",
        "*a*",
        "100%",
        "null",
        "a\\b",
        "~",
        "?",
    ],
)
@pytest.mark.parametrize("before", ["a: {zh: 样例}\n", "a:\n  zh: 样例\nb: 1\n", "a:\n  zh: |\n    样例\nb: 1\n"])
def test_whatever_the_words_are_they_are_read_again(words: str, before: str) -> None:
    after = written(before, {("a",): words}, "zh", "en")
    assert parse_yaml("", after.encode()).data["a"]["en"] == words


def test_many_texts_of_one_file() -> None:
    text = "a: {zh: 一}\nb:\n  zh: 二\n  en: Two\nc: [{zh: 三}, {zh: 四}]\n"
    said = {("a",): "One", ("c", 0): "Three", ("b",): "2", ("c", 1): "Four"}
    assert written(text, said, "zh", "en") == (
        'a: {zh: 一, en: One}\nb:\n  zh: 二\n  en: "2"\nc: [{zh: 三, en: Three}, {zh: 四, en: Four}]\n'
    )


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("name: x\nlanguages: [zh]  # alone\n", "name: x\nlanguages: [zh, en]  # alone\n", 2),
        ("languages:\n- zh\nname: x\n", "languages:\n- zh\n- en\nname: x\n", 2),
        ("languages:\r\n  - zh # alone\r\nname: x\r\n", "languages:\r\n  - zh # alone\r\n  - en\r\nname: x\r\n", 2),
    ],
)
def test_a_language_is_listed_behind_the_others(before: str, after: str, line: int) -> None:
    assert listed(before, "en") == (line, after)
