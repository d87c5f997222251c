"""Reading YAML: every refusal of a file, word for word, and nothing raised but `Refusal`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.codes import all_codes, codes_of
from workreport.content.yaml import builder, parse
from workreport.content.yaml.characters import FORBIDDEN
from workreport.content.yaml.document import MAX_BYTES
from workreport.content.yaml.syntax import MAX_PROBLEMS
from workreport.diagnostics.diagnostic import Refusal

PARSERS = {"libyaml": getattr(yaml, "CBaseLoader", None), "Python": yaml.BaseLoader}
REPEATABLE = settings(derandomize=True, database=None, deadline=None, max_examples=150)


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Runs a test with libyaml's parser and with the one in Python, which serves where PyYAML lacks the first."""
    if PARSERS[request.param] is None:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(builder, "_Parser", PARSERS[request.param])
    return str(request.param)


def refused(raw: bytes | str) -> str:
    """The diagnostics that a file gets."""
    with pytest.raises(Refusal) as caught:
        parse("x.yaml", raw.encode() if isinstance(raw, str) else raw)
    return str(caught.value)


def outcome(raw: bytes) -> tuple[Any, set[str]]:
    """The data of a file and no codes, or no data and the codes it gets.

    Anything raised but `Refusal`, a refusal without reason or of unbounded length fails the test.
    """
    try:
        return parse("x.yaml", raw).data, set()
    except Refusal as refusal:
        told = refusal.diagnostics
    assert 0 < len(told) <= MAX_PROBLEMS
    assert all(len(str(d)) < 400 for d in told)
    return None, {d.code.name for d in told}


def codes(raw: bytes) -> set[str]:
    return outcome(raw)[1]


# -- what is read --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1650", 1650),
        ("-3", -3),
        ("0", 0),
        ("1.50", Decimal("1.50")),
        ("-0.5", Decimal("-0.5")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("1.65万人", "1.65万人"),
        ("１６５０", "１６５０"),
        ("1,000", "1,000"),
        ("5%", "5%"),
        ("1-2", "1-2"),
        ("v1.2.3", "v1.2.3"),
        ("2023-01-09 起", "2023-01-09 起"),
        ("2023-1-9", "2023-1-9"),
        ("08:30", "08:30"),
        ("nO", "nO"),
        ("norm", "norm"),
        ("0xZ", "0xZ"),
        ("<<<", "<<<"),
        ("河东政发〔2023〕1号", "河东政发〔2023〕1号"),
        ("看 http://x.cn/a:b#c", "看 http://x.cn/a:b#c"),
        ('"1650"', "1650"),
        ("'no'", "no"),
        ('"2023-01-09"', "2023-01-09"),
        ('"a\\tb"', "a\tb"),
        ("|\n  no\n", "no\n"),
        ("| # 注\n  no\n", "no\n"),
        ("&x |2-\n   no\n", " no"),
        ("&x\n  |\n  no\n", "no\n"),
        (">\n  1\n  2\n", "1 2\n"),
        ("|-\n  第一行\n\n  第二行\n", "第一行\n\n第二行"),
        ("一行\n  接着", "一行 接着"),
    ],
)
@pytest.mark.usefixtures("parser")
def test_scalar(typed: str, value: object) -> None:
    data = parse("x.yaml", f"a: {typed}\n".encode()).data
    assert data == {"a": value}
    assert type(data["a"]) is type(value)
    assert str(data["a"]) == str(value)


@pytest.mark.usefixtures("parser")
def test_line_ends_do_not_matter() -> None:
    text = "a: |\n  一\n  二\nb:\n  - 1\n  - {c: x, d: z}\n"
    unix = parse("x.yaml", text.encode())
    assert unix.data == {"a": "一\n二\n", "b": [1, {"c": "x", "d": "z"}]}
    for end in ("\r\n", "\r"):
        other = parse("x.yaml", text.replace("\n", end).encode())
        assert other.data == unix.data
        assert other.locate(["b", 1, "d"]) == unix.locate(["b", 1, "d"]) == (6, 15)


@pytest.mark.usefixtures("parser")
def test_small_aliases_are_allowed() -> None:
    document = parse("x.yaml", b"a: &x {b: [1, 2]}\nc: *x\nd: [*x, &y z, *y]\n")
    same = {"b": [1, 2]}
    assert document.data == {"a": same, "c": same, "d": [same, "z", "z"]}
    assert document.locate(["c"]) == (2, 4)
    assert document.locate(["c", "b", 1]) == (1, 15)


# -- where it stands -----------------------------------------------------------------------------------------

PLACES = """\
# 注释
id: livelihood
title: {zh: 锚定民生，满足, en: "People's lives"}
summary: |
  第一行
    第二行: 不是字段
commitments:
  - id: new-jobs
    topics: [就业, jobs]
    targets:
    - value: 1.65
      unit:
  - - deep
    - 'x'
"""


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ([], (2, 1), (2, 1)),
        (["id"], (2, 5), (2, 1)),
        (["title"], (3, 8), (3, 1)),
        (["title", "zh"], (3, 13), (3, 9)),
        (["title", "en"], (3, 26), (3, 22)),
        (["summary"], (4, 10), (4, 1)),
        (["commitments"], (8, 3), (7, 1)),
        (["commitments", 0], (8, 5), (8, 5)),
        (["commitments", 0, "topics", 1], (9, 18), (9, 18)),
        (["commitments", 0, "targets", 0, "value"], (11, 14), (11, 7)),
        (["commitments", 0, "targets", 0, "unit"], (12, 12), (12, 7)),
        (["commitments", 1, 0], (13, 7), (13, 7)),
        (["commitments", 1, 1], (14, 7), (14, 7)),
        # Not there: the nearest ancestor.
        (["titel"], (2, 1), (2, 1)),
        (["title", "fr"], (3, 8), (3, 8)),
        (["id", "zh"], (2, 5), (2, 5)),
        (["commitments", 9, "id"], (8, 3), (8, 3)),
        (["commitments", -1], (8, 3), (8, 3)),
        (["commitments", "id"], (8, 3), (8, 3)),
    ],
)
@pytest.mark.usefixtures("parser")
def test_locate(loc: list[str | int], value: tuple[int, int], key: tuple[int, int]) -> None:
    document = parse("x.yaml", PLACES.encode())
    assert document.locate(loc) == value
    assert document.locate(loc, key=True) == key


# -- what is refused, word for word --------------------------------------------------------------------------

QUOTE = "put the text in quotes"
COLON = "with a half-width colon and a space"
COLUMN = "this line does not stand in the column of those that it belongs to"
COLUMN_HINT = "fields of one group begin in the same column, and so do the entries of a list"
ENDED = "text follows where the value has ended"
ENDED_HINT = "a value that holds \" goes in '…' as a whole, one that holds ' or brackets in \"…\""
DEEP = "this nests deeper than 32 levels"
LONG = "this text has 10,001 characters; the longest may have 10,000"
DIVIDE = "see whether a quotation mark is missing further up; what is meant to be so long is divided"
NAME = "write fields as `name: value`, beginning in the first column"
TAGGED = "take the tag out; text that begins with ! goes in quotes"

REFUSED = [
    # yaml-syntax
    ("id: x\ntitle：一\nunit: y\n", "2:6", "yaml-syntax", "the colon after “title” is the full-width ：",
     f"write `title: ` {COLON}"),
    ("title：一\nunit: y\n", "1:6", "yaml-syntax", "the colon after “title” is the full-width ：",
     f"write `title: ` {COLON}"),
    ("a: {en: x, zh：一}\n", "1:14", "yaml-syntax", "the colon after “zh” is the full-width ：",
     f"write `zh: ` {COLON}"),
    ("a: {zh:一, en: x}\n", "1:7", "yaml-syntax", "the colon after “zh” lacks a space after it",
     f"write `zh: ` {COLON}"),
    ("id: x\ntitle:一\n", "2:6", "yaml-syntax", "the colon after “title” lacks a space after it",
     f"write `title: ` {COLON}"),
    ("a:\n  - id:x\n    unit: y\n", "2:7", "yaml-syntax", "the colon after “id” lacks a space after it",
     f"write `id: ` {COLON}"),
    ('a: "一\nb: 1\n', "1:4", "yaml-syntax", "a quotation mark opens here and nothing closes it",
     "close it with the same mark; “ and ” do not count"),
    ("a: 'it's'\n", "1:8", "yaml-syntax", ENDED, ENDED_HINT),
    ('a: "民生"工程\n', "1:8", "yaml-syntax", ENDED, ENDED_HINT),
    ("a: [link](url)\n", "1:10", "yaml-syntax", ENDED, ENDED_HINT),
    ("a:\n   b: 1\n  c: 2\n", "3:3", "yaml-syntax", COLUMN, COLUMN_HINT),
    ("a:\n  - x\n - y\n", "3:2", "yaml-syntax", COLUMN, COLUMN_HINT),
    ("a:\n  - x\n  y: 1\n", "3:3", "yaml-syntax", COLUMN, COLUMN_HINT),
    ("  a: 1\nb: 2\n", "2:1", "yaml-syntax", COLUMN, COLUMN_HINT),
    ("id: x\n  unit: y\n", "2:3", "yaml-syntax", "this field is indented deeper than the one above, which has a value",
     "begin both in the same column; text of several lines that holds a colon goes in quotes"),
    ("a: 目标: 一\n", "1:6", "yaml-syntax", "a colon with a space stands inside text", QUOTE),
    ("a: 1\n续行\nb: 2\n", "2:1", "yaml-syntax", "this line has no colon after a field's name",
     "write `name: value`; a line that carries on the text above is indented deeper than its field"),
    ("a: [1, 2\nb: 3\n", "1:4", "yaml-syntax", "a list opens here with [ and is not closed, or lacks a comma",
     "close it with ]; text that begins with [ goes in quotes"),
    ("a: {b: 1\nc: 2\n", "1:4", "yaml-syntax", "fields open here with { and are not closed, or lack a comma",
     "close them with }; text that holds { } [ ] or a comma goes in quotes"),
    ("a: [,]\n", "1:5", "yaml-syntax", "a value is missing before this “,”", "text that begins with “,” goes in quotes"),
    ("a: %x\n", "1:4", "yaml-syntax", "“%” cannot begin text that is not in quotes", QUOTE),
    ("a: @x\n", "1:4", "yaml-syntax", "“@” cannot begin text that is not in quotes", QUOTE),
    ("a: **重点**\n", "1:4", "yaml-syntax", "“*” cannot begin text that is not in quotes", QUOTE),
    ("a: & x\n", "1:4", "yaml-syntax", "“&” cannot begin text that is not in quotes", QUOTE),
    ("a: - b\n", "1:4", "yaml-syntax", "a list cannot begin here",
     "begin it on the next line; text that begins with - goes in quotes"),
    ("a: ? b\n", "1:4", "yaml-syntax", "“?” with a space cannot begin text that is not in quotes", QUOTE),
    ("a: > x\n", "1:6", "yaml-syntax", "text follows the mark | or >",
     "begin the text on the next line; text that begins with | or > goes in quotes"),
    ('a: "\\xZZ"\n', "1:7", "yaml-syntax", "this backslash begins no escape that YAML knows",
     "write \\\\ for a backslash, or put the text in single quotes"),
    ("%YAML 1.2\n---\na: 1\n", "1:1", "yaml-syntax", "lines that begin with % are not used here",
     "take the line out, or indent it if it belongs to a text"),
    ("a: 1\n...\n%TAG !a! b\n", "3:1", "yaml-syntax", "lines that begin with % are not used here",
     "take the line out, or indent it if it belongs to a text"),
    ("a: 1\n　b: 2\n c: 3\n", "2:1", "yaml-key", "a full-width or no-break space stands before this field's name",
     "indent with ordinary spaces"),
    ("a:\n　- b\n", "2:1", "yaml-syntax", "a full-width or no-break space stands in the indentation",
     "indent with ordinary spaces"),
    ("a:\n  b: 1\n　c\nd: 2\n", "3:1", "yaml-syntax", "a full-width or no-break space stands in the indentation",
     "indent with ordinary spaces"),
    ("a:\n  unit:　x\n  b: 1\n", "2:7", "yaml-syntax", "the space after “unit:” is a full-width or no-break space",
     f"write `unit: ` {COLON}"),
    ("a:\n  －b: 1\n    c: 2\n", "2:3", "yaml-syntax", "this list entry does not begin with - and a space",
     "write `- ` with a half-width - and a space"),
    ("a:\n  - b: 1\n  -c: 2\n", "3:3", "yaml-syntax", "this list entry does not begin with - and a space",
     "write `- ` with a half-width - and a space"),
    ("a: ｛zh: 一, en: x｝\n", "1:4", "yaml-syntax", "“｛” is a full-width bracket",
     "write { and its counterpart half-width; text that begins with “｛” goes in quotes"),
    ("a: {zh: 一，en: x}\n", "1:10", "yaml-syntax", "the comma before “en” is the full-width ，",
     "write a half-width comma and a space"),
    ('a:\n  b: "一\n  c: 1\n  d: "二"\n', "2:6", "yaml-syntax",
     "the quotation mark that opens here is closed in line 4 alone", "close it in its own line, with the same mark"),
    ('a: 一二"\n', "1:4", "yaml-syntax", "this text ends with a quotation mark and does not begin with one",
     "put one at its beginning too, or take this one out"),
    ("a: 建设 #2楼\n", "1:4", "yaml-syntax", "YAML leaves “#2楼” out as a comment",
     "put the whole text in quotes; a comment begins with # and a space"),
    ("a: #2楼\n", "1:3", "yaml-syntax", "YAML leaves “#2楼” out as a comment",
     "put the whole text in quotes; a comment begins with # and a space"),
    # yaml-tab
    ("a:\n\tb: 1\n", "2:1", "yaml-tab", "a tab stands in the indentation", "indent with spaces"),
    ("a:\n  - b: 1\n  \tc: 1\n", "3:3", "yaml-tab", "a tab stands in the indentation", "indent with spaces"),
    ("a:\t1\n", "1:3", "yaml-tab", "a tab stands outside quotes", "write a space, or put the text in quotes"),
    ('a: ["一\t二",\t三]\n', "1:11", "yaml-tab", "a tab stands outside quotes",
     "write a space, or put the text in quotes"),
    ('"一二": 一\t二\n', "1:8", "yaml-tab", "a tab stands outside quotes", "write a space, or put the text in quotes"),
    # yaml-bom, yaml-encoding
    (b"\xef\xbb\xbfa: 1\n", "1:1", "yaml-bom", "this file begins with a byte-order mark",
     "save it as UTF-8 without one, not as “UTF-8 with BOM”"),
    ("a: 1\r\nb: 一".encode() + "二".encode("gbk"), "2:5", "yaml-encoding", "this is not UTF-8 text",
     "save the file as UTF-8; now it is perhaps in GBK, also called ANSI"),
    ("a: 一\n".encode("utf-16"), "1:1", "yaml-encoding", "this is not UTF-8 text",
     "save the file as UTF-8; now it is in UTF-16"),
    (b"a: \xed\xa0\x80\n", "1:4", "yaml-encoding", "this is not UTF-8 text",
     "save the file as UTF-8; now it is perhaps in GBK, also called ANSI"),
    ("a: 一\x00\n", "1:5", "yaml-encoding", "this holds the invisible character U+0000",
     "delete it, or type the text anew"),
    ("a: 1\nb: 一\u2028二\n", "2:5", "yaml-encoding", "this holds the invisible character U+2028",
     "delete it, or type the text anew"),
    ('a: ["一\\u0007"]\n', "1:5", "yaml-encoding", "this holds the invisible character U+0007",
     "delete it, or type the text anew"),
    ("a: 万\u200b人\n", "1:5", "yaml-encoding", "this holds the invisible character U+200B",
     "delete it, or type the text anew"),
    ("a: 张\ue000\n", "1:5", "yaml-encoding", "this holds U+E000, a character for private use, which other fonts do not have",
     "type the character that is meant"),
    # yaml-duplicate-key, yaml-key
    ("a: 1\nb: {c: 1, c: 2}\n", "2:11", "yaml-duplicate-key", "“c” stands twice here", "keep one of the two"),
    ("a: 1\n'a': 2\n", "2:1", "yaml-duplicate-key", "“a” stands twice here", "keep one of the two"),
    ("a: 1\n2023: 1\n", "2:1", "yaml-key", "a field's name must be text; this is “2023”", 'write "2023" in quotes'),
    ("a: {true: 1}\n", "1:5", "yaml-key", "a field's name must be text; this is “true”", 'write "true" in quotes'),
    ("? [a]\n: 1\n", "1:3", "yaml-key", "a field's name must be text; this is a list", "write `name: value`"),
    ("? {a: b}\n: 1\n", "1:3", "yaml-key", "a field's name must be text; this is a group of fields",
     "write `name: value`"),
    ("? \n: 1\n", "1:2", "yaml-key", "a field's name must be text; this is nothing", "write `name: value`"),
    ("a: 1\n　b: 2\n", "2:1", "yaml-key", "a full-width or no-break space stands before this field's name",
     "indent with ordinary spaces"),
    # yaml-tag, yaml-alias, yaml-merge
    ("a: !!python/object:os.system {}\n", "1:4", "yaml-tag", "tags (!!python/object:os.system) are not used here", TAGGED),
    ("a: [!!str 1]\n", "1:5", "yaml-tag", "tags (!!str) are not used here", TAGGED),
    ("!!map {a: 1}\n", "1:1", "yaml-tag", "tags (!!map) are not used here", TAGGED),
    ("!!str a: 1\n", "1:1", "yaml-tag", "tags (!!str) are not used here", TAGGED),
    ("a: ! x\n", "1:4", "yaml-tag", "tags (!) are not used here", TAGGED),
    ("a: !重点\n", "1:4", "yaml-tag", "tags are not used here", "text that begins with ! goes in quotes"),
    ("a: *x\n", "1:4", "yaml-alias", "nothing above is named &x", "text that begins with * goes in quotes"),
    ("a: &x [1, *x]\n", "1:11", "yaml-alias", "*x stands for a value that holds it", "write the value out in full"),
    ("a: &x 1\nb: &x 2\n", "2:4", "yaml-alias", "the name &x is given twice", "write the value out in full"),
    ("a: &x {b: 1}\nc:\n  <<: *x\n", "3:3", "yaml-merge", "merge keys (<<) are not used here",
     "write the fields out in full"),
    # yaml-depth
    ("a: " + "[" * 32 + "]" * 32, "1:35", "yaml-depth", DEEP, "content files need fewer than ten"),
    ("".join(f"{' ' * n}a:\n" for n in range(33)), "33:33", "yaml-depth", DEEP, "content files need fewer than ten"),
    ("a: &x " + "[" * 20 + "]" * 20 + "\nb: " + "[" * 12 + "*x" + "]" * 12, "2:16", "yaml-depth", DEEP,
     "content files need fewer than ten"),
    # text-long
    ("a: 1\nb: '" + "[" * 10_001 + "'\n", "2:4", "text-long", LONG, DIVIDE),
    ("a: |\n  " + "一" * 10_000 + "\n", "1:4", "text-long", LONG, DIVIDE),
    # yaml-documents, yaml-empty, yaml-mapping
    ("---\na: 1\n---\nb: 2\n", "3:1", "yaml-documents", "a second document begins here",
     "take the line `---` out, or move what follows to a file of its own"),
    ("", "1:1", "yaml-empty", "this file is empty", "write its fields as `name: value`"),
    ("# 一\n---\n", "1:1", "yaml-empty", "this file is empty", "write its fields as `name: value`"),
    ("- a\n", "1:1", "yaml-mapping", "this file does not begin with a field", NAME),
    ("\n  一\n", "2:3", "yaml-mapping", "this file does not begin with a field", NAME),
    ("null\n", "1:1", "yaml-mapping", "this file does not begin with a field", NAME),
    ("title：一\n", "1:1", "yaml-mapping", "this file does not begin with a field", f"write `title: ` {COLON}"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "place", "code", "message", "hint"), REFUSED)
@pytest.mark.usefixtures("parser")
def test_refused(raw: bytes | str, place: str, code: str, message: str, hint: str) -> None:
    assert refused(raw) == f"x.yaml:{place}: error[{code}]: {message}\n  hint: {hint}"


AMBIGUOUS = [
    *((word, f'{word} as true', f'"{word}" in quotes if text is meant, or true')
      for word in ("yes", "Yes", "YES", "on", "On", "ON", "y", "Y", "True", "TRUE")),
    *((word, f'{word} as false', f'"{word}" in quotes if text is meant, or false')
      for word in ("no", "No", "NO", "off", "Off", "OFF", "n", "N", "False", "FALSE")),
    ("Null", "Null as no value", '"Null" in quotes if text is meant, or null'),
    ("NULL", "NULL as no value", '"NULL" in quotes if text is meant, or null'),
    ("012", "012 as the number 10", '"012" in quotes if text is meant, or 12 for the number'),
    ("-012", "-012 as the number -10", '"-012" in quotes if text is meant, or -12 for the number'),
    ("089", "089 as the number 89", '"089" in quotes if text is meant, or 89 for the number'),
    ("00", "00 as the number 0", '"00" in quotes if text is meant, or 0 for the number'),
    ("0x1F", "0x1F as the number 31", '"0x1F" in quotes if text is meant, or 31 for the number'),
    ("0o14", "0o14 as the number 12", '"0o14" in quotes if text is meant, or 12 for the number'),
    ("0b11", "0b11 as the number 3", '"0b11" in quotes if text is meant, or 3 for the number'),
    ("1e3", "1e3 as the number 1000", '"1e3" in quotes if text is meant, or 1000 for the number'),
    ("1.5E-2", "1.5E-2 as the number 0.015", '"1.5E-2" in quotes if text is meant, or 0.015 for the number'),
    ("1e999999999", "1e999999999 as a number",
     '"1e999999999" in quotes; numbers here have at most 28 digits'),
    ("1e30", "1e30 as a number", '"1e30" in quotes; numbers here have at most 28 digits'),
    ("1_000", "1_000 as the number 1000", '"1_000" in quotes if text is meant, or 1000 for the number'),
    (".5", ".5 as the number 0.5", '".5" in quotes if text is meant, or 0.5 for the number'),
    ("5.", "5. as the number 5", '"5." in quotes if text is meant, or 5 for the number'),
    ("+5", "+5 as the number 5", '"+5" in quotes if text is meant, or 5 for the number'),
    ("9" * 50, "9" * 40 + "… as a number",
     '"' + "9" * 40 + '…" in quotes; numbers here have at most 28 digits'),
    ("1:30", "1:30 as a number in base 60", '"1:30" in quotes'),
    ("12:30:45", "12:30:45 as a number in base 60", '"12:30:45" in quotes'),
    ("2023-01-09", "2023-01-09 as a date", '"2023-01-09" in quotes'),
    ("2023-01-09 08:30:00", "2023-01-09 08:30:00 as a date", '"2023-01-09 08:30:00" in quotes'),
    ("2023-1-9T8:30:00Z", "2023-1-9T8:30:00Z as a date", '"2023-1-9T8:30:00Z" in quotes'),
    (".inf", ".inf as infinity", '".inf" in quotes'),
    ("-.INF", "-.INF as infinity", '"-.INF" in quotes'),
    (".NaN", ".NaN as “not a number”", '".NaN" in quotes'),
    ("=", "= as a mark of its own", '"=" in quotes'),
    ("<<", "<< as a mark of its own", '"<<" in quotes'),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message", "hint"), AMBIGUOUS)
@pytest.mark.usefixtures("parser")
def test_ambiguous(typed: str, message: str, hint: str) -> None:
    expected = f"x.yaml:1:8: error[yaml-ambiguous]: YAML reads {message}\n  hint: write {hint}"
    assert refused(f"一: [二, {typed}]\n") == expected


@pytest.mark.usefixtures("parser")
def test_everything_that_safe_load_converts_is_refused_or_ours() -> None:
    """PyYAML's own rules, over all short texts of the characters that matter to them."""
    words = ["yes", "No", "ON", "off", "True", "FALSE", "null", "Null", "~", ".inf", "-.Inf", ".NAN", "=", "<<"]
    shapes = ["", "0", "1", "7", "8", "01", "10", "59", "0b1", "0x1f", "2023", "2023-01-09"]
    texts = {a + m + b for a in ("", "-", "+") for m in shapes for b in ("", ".", ".5", ":30", "_0", "e3", "e+3")}
    for text in sorted(texts | {*words} - {""}):
        for kind in (yaml.resolver.Resolver(), _Core()):
            tag: str = kind.resolve(  # type: ignore[no-untyped-call]
                yaml.ScalarNode, text, (True, False)
            )
            if tag == "tag:yaml.org,2002:str" or not text:
                continue
            data, told = outcome(f"a: {text}\n".encode())
            assert told == {"yaml-ambiguous"} or not isinstance(data["a"], str), text


class _Core(yaml.resolver.BaseResolver):
    """YAML 1.2's core schema, by the table of its specification (10.3.2)."""


for _tag, _form in {
    "null": r"null|Null|NULL|~",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
}.items():
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_form})\Z"), None)


def test_all_at_once() -> None:
    """All that can be told of one file is told, also what stands before the place where the parser gives up."""
    raw = (
        "\ufeffid: no\n"
        "title: {zh: 一, en: 012, zh: 二}\n"
        "2023: x\n"
        "list:\n"
        "  - !!int 3\n"
        "  - *x\n"
        "  - a:\tb\n"
        "  - 'c\td' # e\tf\n"
        "  - |\n"
        "    g\th\n"
        "<<: {}\n"
        "unit：万人\n"
        "end: 1\n"
    )
    assert refused(raw) == (
        "x.yaml:1:1: error[yaml-bom]: this file begins with a byte-order mark\n"
        "  hint: save it as UTF-8 without one, not as “UTF-8 with BOM”\n"
        "x.yaml:1:5: error[yaml-ambiguous]: YAML reads no as false\n"
        '  hint: write "no" in quotes if text is meant, or false\n'
        "x.yaml:2:20: error[yaml-ambiguous]: YAML reads 012 as the number 10\n"
        '  hint: write "012" in quotes if text is meant, or 12 for the number\n'
        "x.yaml:2:25: error[yaml-duplicate-key]: “zh” stands twice here\n"
        "  hint: keep one of the two\n"
        "x.yaml:3:1: error[yaml-key]: a field's name must be text; this is “2023”\n"
        '  hint: write "2023" in quotes\n'
        "x.yaml:5:5: error[yaml-tag]: tags (!!int) are not used here\n"
        "  hint: take the tag out; text that begins with ! goes in quotes\n"
        "x.yaml:6:5: error[yaml-alias]: nothing above is named &x\n"
        "  hint: text that begins with * goes in quotes\n"
        "x.yaml:7:7: error[yaml-tab]: a tab stands outside quotes\n"
        "  hint: write a space, or put the text in quotes\n"
        "x.yaml:11:1: error[yaml-merge]: merge keys (<<) are not used here\n"
        "  hint: write the fields out in full\n"
        "x.yaml:12:5: error[yaml-syntax]: the colon after “unit” is the full-width ：\n"
        "  hint: write `unit: ` with a half-width colon and a space"
    )


def test_a_name_that_yaml_converts_is_told_without_the_way_to_write_a_value() -> None:
    expected = 'x.yaml:1:1: error[yaml-ambiguous]: YAML reads no as false\n  hint: write "no" in quotes'
    assert refused("no: 1\n") == expected


def test_text_behind_the_mark_of_a_block_is_not_lost() -> None:
    """libyaml alone would read an empty text."""
    assert refused("a:\n  - |#重点\n") == (
        "x.yaml:2:5: error[yaml-syntax]: text follows the mark | or >\n"
        "  hint: begin the text on the next line; text that begins with | or > goes in quotes"
    )


def test_every_tab_that_indents_is_named() -> None:
    hint = "error[yaml-tab]: a tab stands in the indentation\n  hint: indent with spaces"
    assert refused("a:\n\tb: 1\n\t- c\n\n\td: 1\n").split("\nx.yaml") == [
        f"x.yaml:2:1: {hint}", f":3:1: {hint}", f":5:1: {hint}",
    ]  # fmt: skip


def test_every_line_with_unwanted_characters_is_named() -> None:
    assert refused("a: \x01\x02\nb: 1\nc: \x7f\n") == (
        "x.yaml:1:4: error[yaml-encoding]: this holds the invisible character U+0001\n"
        "  hint: delete it, or type the text anew\n"
        "x.yaml:3:4: error[yaml-encoding]: this holds the invisible character U+007F\n"
        "  hint: delete it, or type the text anew"
    )


def test_tabs_in_text_and_comments_are_fine() -> None:
    raw = "a: \"1\t2\" # \t\n# \t\nb: |\n  c\td\n\n  \te\nf: 'g\n  \th' # \t\n"
    assert parse("x.yaml", raw.encode()).data == {"a": "1\t2", "b": "c\td\n\n\te\n", "f": "g h"}


def test_size() -> None:
    assert parse("x.yaml", b"a: 1 # " + b"x" * (2**20 - 7)).data == {"a": 1}
    assert refused(b"a: 1 # " + b"x" * (2**20 - 6)) == (
        "x.yaml: error[yaml-size]: this file is larger than 1 MiB\n  hint: divide it into several files"
    )


def test_a_text_up_to_the_bound_is_read() -> None:
    assert codes(b"a: '" + b"[" * 10_000 + b"' # " + b"x" * 20_000) == set()


def test_depth_up_to_the_bound_is_read() -> None:
    assert codes(b"a: " + b"[" * 31 + b"]" * 31) == set()
    assert codes(b"a: '" + b"[" * 500 + b"'\nb: |\n  " + b"{[ " * 200) == set()
    assert codes(b"a: |\n" + b" " * 500 + b"x\n") == set()


def test_aliases_up_to_the_bound_are_read() -> None:
    hundred = "a: &a [" + "x, " * 98 + "x]\n"  # the list and 99 entries
    assert codes(f"{hundred}b: [{'*a, ' * 100}]\n".encode()) == set()
    assert refused(f"{hundred}b: [{'*a, ' * 101}*a]\n") == (
        "x.yaml:2:405: error[yaml-alias]: the aliases up to here stand for more than 10,000 values\n"
        "  hint: write the value out in full"
    )
    assert codes(b"a: &a x\nb: [" + b"*a, " * 10_000 + b"]") == set()
    assert codes(b"a: [" + b"x, " * 100_000 + b"]") == set()  # values that are typed out have no bound but size


@pytest.mark.parametrize(
    ("unit", "code"),
    [
        ("[", "yaml-depth"),
        ("{", "yaml-depth"),
        ('["]",', "yaml-depth"),
        ("[a, {b: ", "yaml-depth"),
        ("&a [*a", "yaml-syntax"),
        ("a: ", "yaml-syntax"),
        ("- ", "yaml-depth"),
        ("? ", "yaml-depth"),
        ("? a\n: - ", "yaml-syntax"),
        ("a: 1\n", "yaml-duplicate-key"),
        ("a: no\n", "yaml-ambiguous"),
        ("\t\n", "yaml-tab"),
        ("\ta: 1\n", "yaml-tab"),
        ("a:\t1\n", "yaml-duplicate-key"),
        ("- a\t\n", "yaml-tab"),
        ("\x00", "yaml-encoding"),
        ("\x00\n", "yaml-encoding"),
        ("%TAG !a! x\n", "yaml-syntax"),
        ("a\n", "yaml-mapping"),
        ("---\n", "yaml-documents"),
        ("- *a\n", "yaml-alias"),
        ("!a ", "yaml-syntax"),
        ("|\n", "yaml-syntax"),
        ('"', "yaml-syntax"),
        ("9", "yaml-mapping"),
        ("]", "yaml-syntax"),
        ("\\", "yaml-mapping"),
        ("#\n", "yaml-empty"),
        ("一：", "yaml-mapping"),
    ],
)
def test_hostile_input_ends_in_a_diagnostic(unit: str, code: str) -> None:
    whole = MAX_BYTES // len(unit.encode())
    assert code in codes((unit * whole).encode())
    assert codes((unit * whole * 10).encode()) == {"yaml-size"}
    inside = codes(("a: " + unit * (whole - 4)).encode())
    assert inside or unit in ("9", "\\", "a\n", "一：", "#\n")


def test_billion_laughs() -> None:
    lines = ["a0: &a0 lol"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 31)]
    assert codes("\n".join(lines).encode()) == {"yaml-alias"}
    chain = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100)]
    assert codes("\n".join(chain).encode()) == {"yaml-depth"}


# -- whatever is typed ---------------------------------------------------------------------------------------

# The characters that mean something, so that arbitrary text often is YAML.
PIECES = st.sampled_from(
    ["a", "b: ", "一", "：", ": ", "- ", "? ", "[", "]", "{", "}", ", ", "#", " # ", "&a ", "*a", "!", "!!str ", "|", ">-",
     "'", '"', "\\", "\\x", '"\\ud800"', '"\\U00110000"', "%", "@", "---", "...", "<<: ", "=", "no", "1.5", "012", "1e3",
     " ", "\n", "\n  ", "\n\t", "\t", "\r\n", "\r", "\x00", "\x85", "\u2028", "\ufeff", "\u3000", "~", "😀"]
)  # fmt: skip


@given(st.binary())
@REPEATABLE
def test_arbitrary_bytes(raw: bytes) -> None:
    codes(raw)


@pytest.mark.slow
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@settings(REPEATABLE, max_examples=1000)
def test_arbitrary_text_reads_alike_with_either_parser(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    known = all_codes()
    before = builder._Parser
    read = []
    try:
        for builder._Parser in filter(None, PARSERS.values()):
            data, told = outcome(raw)
            assert told <= known
            read.append(data)
    finally:
        builder._Parser = before
    assert same(read[0], read[-1])


TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co"]), st.sampled_from("\n\t :#-'\"\\")), max_size=20
).filter(lambda text: not FORBIDDEN.search(text))
NUMBERS = st.one_of(
    st.integers(-(10**28) + 1, 10**28 - 1),
    st.decimals(-(10**12), 10**12, places=3),
    st.decimals(-9, 9, places=1),
)
SCALARS = st.one_of(TEXTS, NUMBERS, st.booleans(), st.none())
DATA = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(TEXTS, inner, max_size=4)),
    max_leaves=15,
)


def typed(data: object, indent: int, flow: bool) -> str:
    """`data` as an editor who quotes all text would type it: in lines, or (`flow`) in brackets."""
    if isinstance(data, Decimal):
        return f"{data:f}"
    if not isinstance(data, dict | list):
        return json.dumps(data, ensure_ascii=False)
    pad = "\n" + "  " * indent
    if isinstance(data, dict):
        pairs = [f"{json.dumps(k, ensure_ascii=False)}: {typed(v, indent + 1, flow)}" for k, v in data.items()]
        return "{" + ", ".join(pairs) + "}" if flow or not pairs else "".join(pad + pair for pair in pairs)
    assert isinstance(data, list)
    entries = [typed(item, indent + 1, flow) for item in data]
    return "[" + ", ".join(entries) + "]" if flow or not entries else "".join(f"{pad}- {entry}" for entry in entries)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same types and digits all the way down."""
    return repr(one) == repr(other)


def places(data: object, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    yield loc, data
    if isinstance(data, dict | list):
        for step, item in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(item, (*loc, step))


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4), st.booleans())
@REPEATABLE
def test_data_reads_back_the_same_and_knows_its_place(data: dict[str, Any], flow: bool) -> None:
    text = typed(data, 0, flow).lstrip("\n")
    document = parse("x.yaml", text.encode())
    assert same(document.data, data)
    lines = text.split("\n")
    for loc, value in places(document.data):
        line, column = document.locate(loc)
        assert line <= len(lines)
        if not isinstance(value, dict | list):
            assert lines[line - 1][column - 1 :].startswith(typed(value, 0, True))
        if loc and isinstance(loc[-1], str):
            line, column = document.locate(loc, key=True)
            assert lines[line - 1][column - 1 :].startswith(json.dumps(loc[-1], ensure_ascii=False))


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=4))
@REPEATABLE
def test_what_safe_dump_quotes_reads_back_the_same(data: dict[str, Any]) -> None:
    def plain(value: Any) -> Any:
        """Without numbers: `safe_dump` writes Decimals with tags, and leaves some text unquoted that is a number."""
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items()}
        return [plain(v) for v in value] if isinstance(value, list) else str(value)

    kept = plain(data)
    dumped = yaml.safe_dump(kept, allow_unicode=True, default_style='"', width=10_000)
    assert parse("x.yaml", dumped.encode()).data == kept


def test_every_code_of_this_stage_has_a_case() -> None:
    assert {case[2] for case in REFUSED} | {"yaml-ambiguous", "yaml-size"} == set(codes_of("content.yaml"))
