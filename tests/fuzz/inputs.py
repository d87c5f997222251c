"""Broken and hostile texts for each target: pieces put together, and real inputs that were mutated."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import strategies as st

from tests import ROOT
from tests.mini import CONTENT

_LONGEST = 20_000
"""Characters of an input that was made, so that what is quadratic shows and what is linear does not."""

_ANY = (
    *"\n\t \u3000\xa0\u2028\u202e\u200b\ufeff\x00\x1b\x7f\x85\\'\"`<>&;:#|*_-+=~!?%@^$()[]{},./0١０①½²",
    "\r\n", "\n\n", "\n  ", "\ud800", "😀", "e\u0301", "ß", "İ", "ſ", "ﬁ", "K",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "</title>", "]]>", "-->",
    "&lt;", "&#60;", "&#x3c;", "&#0;", "&#xD800;", "&Tab;", "&colon;", "&NewLine;", "{{ 7*7 }}", "{% include 'x' %}",
    "{0.__class__}", "%s", "{n}", "=1+1", "'" * 3, '"' * 3, "`" * 3, "var(--chart-x)", "{a|b}", "{b}",
)  # fmt: skip
_YAML = (
    "a: ", "- ", "? ", "- - ", "[", "]", "{", "}", "{zh: 一, en: one}", "&a ", "*a", "<<: *a", "!!python/object:os.system ",
    "!x ", "|\n  ", ">-\n  ", "---\n", "...\n", "%YAML 1.1\n", "null", "~", "yes", "012", "1e3", "0x1F", "1:30", ".inf",
    "2023-01-04", "99999999999999999999999999999", "1.50", "-0", "id: con\n", "value: 0\n", "value: -1\n", '""', "''",
    "title: {zh: 一, en: one}\n", "summary: {zh: x, en: x}\n", "topics: []\n", '"\\ud800"', '"\\u202e"', "key: [" * 20,
)  # fmt: skip
_CHINESE = (
    "1.65万人", "3-5家", "3—5 家", "5%左右", "不低于", "超过", "约", "近", "余", "多", "以上", "以内", "左右", "预计",
    "万", "亿", "万余", "百分之三", "百分之", "零", "零增长", "翻一番", "翻两番", "第五", "第", "十四五", "二百五十", "两",
    "一千零一十", "千千千", "十十", "百百", "每万人", "每千人", "全部", "首家", "2023年1月4日", "5G", "PM2.5", "36微克/立方米",
    "16,500", "1,2,3", "１．６５万人", "９９％", "0.1.2", "9" * 30, "九" * 30, "个百分点", "%", "倍", "增长", "下降", "至",
    "到", "从", "由", "～", "“", "”", "《", "》", "〔", "〕", "。", "！", "？", "；", "，", "、", "个", "平方米", "公里", "元",
)  # fmt: skip
_ENGLISH = (
    "16,500", "1.65 million", "at least ", "more than ", "about ", "expected ", "3–5", "3 to 5 ", "per 10,000 people",
    "two thirds", "percent", "percentage points", " yuan", "square meters", "the 14th", "both ", "zero", "dozen", "-odd ",
    "$", "¥", "US$", "PM2.5", "hundred million", "or more", "no ", "a ", "%", ".", ",", "\n",
)  # fmt: skip
_SOURCE = (
    "**",
    "****",
    "<sub>",
    "</sub>",
    "# ",
    "## ",
    "###### ",
    "#",
    "\n\n",
    "\n",
    "\n=\n",
    "。",
    "！”",
    "）",
    "<b>",
)
_MARKDOWN = (
    "[x](", "[x]: ", "[x]", "![x](", ")", "](", "<", ">", "<http://a>", "<javascript:alert(1)>", "javascript:alert(1)",
    "JaVaScRiPt:", "java&#10;script:", "java&Tab;script:", "&#106;avascript:", "\\javascript:", "javascript&colon;x",
    "data:text/html,x", "vbscript:x", "//example.org", "/\\example.org", "\\\\example.org", "http:x", "https:/x", "http://",
    "mailto:a@b", "x.html", "#a", "?a", ' "title"', ' "a" onclick="b"', " 'a'", "*", "**", "***", "_", "__", "`", "``",
    "```", "~~~", "``` x\" onclick=\"y\n", "> ", "1. ", "999999999. ", "- ", "+ ", "    ", "\t", "---\n", "===\n", "# ",
    "  \n", "\\\n", "\\", "&amp;", "<!-- x -->", "<?x?>", "<![CDATA[x]]>", "<a href=x>", "</p>", "样例", "ﾃ", "〇",
)  # fmt: skip
ATOMS = {
    "yaml": (*_YAML, *_ANY),
    "content": (*_YAML, *_MARKDOWN, *_CHINESE, *_SOURCE, *_ANY),
    "figures": (*_CHINESE, *_CHINESE, *_ANY),
    "parity": (*_CHINESE, *_ENGLISH, "\n=\n", *_ANY),
    "source": (*_SOURCE, *_SOURCE, *_CHINESE, *_ANY),
    "markdown": (*_MARKDOWN, *_MARKDOWN, *_ANY),
}


@cache
def corpus(target: str) -> tuple[str, ...]:
    """Real inputs of a target, from the content of the project and of the mini site."""
    files = sorted(
        p for folder in (CONTENT, ROOT / "content") for p in folder.rglob("*") if p.suffix in (".yaml", ".md")
    )
    texts = {path: path.read_text("utf-8") for path in files}
    zh = [line for path, text in texts.items() if path.name.endswith("zh.md") for line in text.split("\n") if line]
    en = [line for path, text in texts.items() if path.name.endswith("en.md") for line in text.split("\n") if line]
    if target == "content":
        return tuple(
            f"{p.relative_to(CONTENT).as_posix()}\n{text}" for p, text in texts.items() if CONTENT in p.parents
        )
    if target == "yaml":
        return tuple(text[:4000] for path, text in texts.items() if path.suffix == ".yaml")
    if target == "markdown":
        sums = re.findall(r"^  (?:zh|en): (.+)$", "\n".join(texts.values()), re.MULTILINE)
        return tuple(sums[:400])
    if target == "source":
        both = [(p, p.with_name(p.name.replace(".zh.", ".en."))) for p in texts if p.name.endswith("zh.md")]
        return tuple(f"{texts[a]}\n=\n{texts[b]}" for a, b in both if len(texts[a]) < 4000)
    if target == "parity":
        return tuple(f"{a}\n=\n{b}" for a, b in zip(zh, en, strict=False))
    return tuple(zh)


@st.composite
def texts(draw: st.DrawFn, target: str) -> str:
    """One input of a target."""
    atoms = st.sampled_from(ATOMS[target])
    if target != "content" and draw(st.booleans()):
        return ("".join(draw(st.lists(atoms, max_size=40))) * draw(st.sampled_from((1, 1, 1, 1, 1, 2, 500))))[:_LONGEST]
    text = draw(st.sampled_from(corpus(target)))
    first = text.index("\n") + 1 if target == "content" else 0  # the name of the file stays
    for _ in range(draw(st.integers(1, 8))):
        change = draw(st.sampled_from((_cut, _insert, _repeat, _number, *(_both,) * (4 if target == "content" else 1))))
        text = text[:first] + change(draw, text[first:], atoms)
    return text[:_LONGEST]


def _span(draw: st.DrawFn, text: str) -> tuple[int, int]:
    at = draw(st.integers(0, len(text)))
    return at, min(len(text), at + draw(st.sampled_from((1, 2, 5, 20, 200))))


def _cut(draw: st.DrawFn, text: str, atoms: st.SearchStrategy[str]) -> str:
    at, end = _span(draw, text)
    return text[:at] + text[end:]


def _insert(draw: st.DrawFn, text: str, atoms: st.SearchStrategy[str]) -> str:
    at, end = _span(draw, text)
    return text[:at] + draw(atoms) * draw(st.sampled_from((1, 1, 1, 3, 300))) + text[draw(st.sampled_from((at, end))) :]


def _repeat(draw: st.DrawFn, text: str, atoms: st.SearchStrategy[str]) -> str:
    """A piece comes once more: where it stands, or elsewhere."""
    at, end = _span(draw, text)
    to = draw(st.one_of(st.just(end), st.integers(0, len(text))))
    return text[:to] + text[at:end] + text[to:]


def _number(draw: st.DrawFn, text: str, atoms: st.SearchStrategy[str]) -> str:
    """A number becomes another."""
    found = list(re.finditer(r"[0-9]+", text))
    if not found:
        return text
    spot = draw(st.sampled_from(found))
    number = draw(st.sampled_from(("0", "1", "-1", "13", "99", "9999999999", "0.5", "1e9", "", "九")))
    return text[: spot.start()] + number + text[spot.end() :]


def _both(draw: st.DrawFn, text: str, atoms: st.SearchStrategy[str]) -> str:
    """A text in both languages becomes hostile in both: the gate lets that in where it holds no number."""
    found = list(re.finditer(r"\{zh: [^{}\n]+, en: [^{}\n]+\}|zh: [^{}|\n]+\n +en: [^{}|\n]+(?=\n)", text))
    if not found:
        return text
    spot = draw(st.sampled_from(found))
    words = draw(
        st.lists(atoms.filter(lambda atom: not re.search(r"[0-9０-９\x00-\x1f]", atom)), min_size=1, max_size=4)
    )
    value = '"' + "".join(words).replace("\\", "\\\\").replace('"', '\\"') + '"'
    _, line_end, rest = spot[0].partition("\n")
    between = line_end + " " * (len(rest) - len(rest.lstrip()))
    pair = f"zh: {value}{between}en: {value}" if line_end else f"{{zh: {value}, en: {value}}}"
    return text[: spot.start()] + pair + text[spot.end() :]
