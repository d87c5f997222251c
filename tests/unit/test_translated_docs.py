"""A document in Chinese says what the English one says: the same headings, tables, lists, code and links."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests import ROOT
from workreport.diagnostics import catalogue

CHINESE = [ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.zh.md"))]
PAIRS = {path: path.with_name(path.name.replace(".zh.md", ".md")) for path in CHINESE}
"""Each document in Chinese with the English one."""
_PLACEHOLDER = re.compile("[㐀-鿿]+|[A-Z]{4,}")
"""What stands in code for what the reader puts there: USER, or 用户."""


def sections(path: Path) -> list[tuple[str, Counter[str]]]:
    """The level of each heading, and how often each thing that a language does not change stands below it."""
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8"))
    found: list[tuple[str, Counter[str]]] = []
    for token in tokens:
        if token.type == "heading_open":
            found.append((token.tag, Counter()))
        things = found[-1][1]
        if token.type in ("tr_open", "list_item_open", "table_open", "code_block"):
            things[token.type] += 1
        elif token.type == "fence":
            things[_code(token)] += 1
        for part in token.children or ():
            if part.type == "code_inline":
                things[_PLACEHOLDER.sub("…", part.content.replace(".zh.md", ".md"))] = 1
            elif part.type == "link_open":
                things[str(part.attrs["href"]).replace(".zh.md", ".md")] += 1
    return found


def _code(token: Token) -> str:
    """A block of code without what a translation changes: comments, and the second column of a tree."""
    end = r"\s*#.*$" if token.info else r"  .*$"
    return "\n".join([token.info, *(re.sub(end, "", line) for line in token.content.splitlines())])


@pytest.mark.parametrize("chinese", CHINESE, ids=lambda path: path.name)
def test_both_say_the_same(chinese: Path) -> None:
    ours, theirs = sections(chinese), sections(PAIRS[chinese])
    assert [tag for tag, _ in ours] == [tag for tag, _ in theirs]
    for number, ((_, here), (_, there)) in enumerate(zip(ours, theirs, strict=True), 1):
        assert here == there, f"{chinese.name}, heading {number}: {here - there} too much, {there - here} missing"


@pytest.mark.parametrize("chinese", CHINESE, ids=lambda path: path.name)
def test_each_leads_to_the_other(chinese: Path) -> None:
    english = PAIRS[chinese]
    assert f"\n\n[English]({english.name})\n\n" in chinese.read_text("utf-8")[:200]
    assert f"\n\n[中文]({chinese.name})\n\n" in english.read_text("utf-8")[:200]


@pytest.mark.parametrize("chinese", CHINESE, ids=lambda path: path.name)
def test_who_reads_chinese_is_sent_to_chinese(chinese: Path) -> None:
    """What the program says in Chinese, and the documents themselves, name the Chinese ones."""
    english = rf"(?<![\w/])(docs/)?{re.escape(PAIRS[chinese].name)}"
    said = [there for there in catalogue("zh").values() if re.search(english, there)]
    assert said == []
    for path in CHINESE:
        text = re.sub(r"\[English\]\(.*?\)", "", path.read_text("utf-8"))
        assert not re.search(english, text), path.name


@pytest.mark.parametrize("chinese", CHINESE, ids=lambda path: path.name)
def test_chinese_is_written_as_chinese(chinese: Path) -> None:
    """No half-width sign between Chinese characters, no quote that is not closed, no line cut between characters."""
    text = re.sub(r"(?ms)^```.*?^```$|^    .*?$|`[^`\n]*`|https?://\S+", "", chinese.read_text("utf-8"))
    assert re.findall(r"[㐀-鿿][,;:?!]|[㐀-鿿]\n[㐀-鿿]", text) == []
    assert text.count("“") == text.count("”")
