"""Feeds broken and hostile input to whatever reads text: python tools/fuzz.py [--seconds N] [--seed N] [TARGET …]

Anything but a value or a refusal is a find: an exception, a run that takes too long, a figure outside its text, HTML
that holds more than it may. A find is made smaller and kept in tests/fuzz/, where tests/unit/test_fuzz_cases.py
replays it. The inputs follow from the seed alone; how many of them there are follows from the time.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from markupsafe import Markup  # noqa: E402 - the checkout is not installed

from workreport.charts.catalogue import charts  # noqa: E402
from workreport.content import align, schema, source  # noqa: E402
from workreport.content.load import load  # noqa: E402
from workreport.content.yaml import parse  # noqa: E402
from workreport.diagnostics.diagnostic import Refusal  # noqa: E402
from workreport.exports.pinyin import pinyin  # noqa: E402
from workreport.exports.search import search_script  # noqa: E402
from workreport.exports.tables import exports  # noqa: E402
from workreport.figures.chinese import read_figures  # noqa: E402
from workreport.figures.numerals import chinese_values, numerals  # noqa: E402
from workreport.figures.parity import parity  # noqa: E402
from workreport.figures.units import Units  # noqa: E402
from workreport.gate.verify import verify  # noqa: E402
from workreport.i18n import LANGUAGES  # noqa: E402
from workreport.pages.markdown import to_html  # noqa: E402
from workreport.pages.registry import pages  # noqa: E402
from workreport.pages.richtext import Linked, foreign, rich  # noqa: E402
from workreport.render.renderer import Renderer  # noqa: E402
from workreport.site.resolve import resolve  # noqa: E402

CASES = ROOT / "tests" / "fuzz"
MINI = ROOT / "tests" / "mini" / "content"
SECONDS = 10
"""How long one input may take; each takes milliseconds."""
LONGEST = 20_000
"""Characters of an input that was made, so that what is quadratic shows and what is linear does not."""

Judge = Callable[[str], None]


class Wrong(Exception):
    """What was read or made is not as it must be."""


# -- what HTML may hold --------------------------------------------------------------------------------------

_VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
_PLAIN = frozenset("a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong sub ul".split())  # noqa: SIM905
_NEVER = frozenset("applet base embed form frame frameset iframe math noscript object param style template".split())  # noqa: SIM905
_ADDRESSES = frozenset({"action", "background", "cite", "data", "formaction", "href", "poster", "src", "xlink:href"})
_OWN = {"a": {"href", "title", "class", "aria-describedby"}, "code": {"class"}, "ol": {"start"}, "span": {"lang"}}


def unsafe_address(address: str) -> bool:
    """Whether a browser would take an address for another scheme than http(s) and mailto, or for another host."""
    # As browsers read it: control characters and spaces at its ends go, tabs and line ends inside it too.
    bare = re.sub(r"[\t\r\n]", "", address.strip("".join(map(chr, range(0x21))))).lower()
    scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
    if scheme:
        return re.match(r"https?://|mailto:", bare) is None
    return re.match(r"[/\\]{2}", bare) is not None


class _Checker(HTMLParser):
    """Collects what is wrong with HTML: tags, attributes and addresses that may not be, tags that do not nest."""

    def __init__(self, plain: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.plain = plain
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEVER or (self.plain and tag not in _PLAIN):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc", "srcset"):
                self.wrong.append(f"{name} on <{tag}>")
            if self.plain and name not in _OWN.get(tag, ()):
                self.wrong.append(f"{name} on <{tag}>")
            if name in _ADDRESSES and unsafe_address(value or ""):
                self.wrong.append(f"{name} {value!r}")
        if tag == "script" and not dict(attrs).get("src") and dict(attrs).get("type") != "application/ld+json":
            self.wrong.append("a script in the page")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.wrong.append("a comment")

    def unknown_decl(self, data: str) -> None:
        self.wrong.append("a declaration")

    def handle_pi(self, data: str) -> None:
        self.wrong.append("a processing instruction")


def faults(html: str, *, plain: bool = False) -> list[str]:
    """What HTML holds that it may not: scripts, handlers, styles, addresses elsewhere. `plain`: a run of a page's text."""
    checker = _Checker(plain)
    checker.feed(html)
    checker.close()
    return checker.wrong + [f"<{tag}> stays open" for tag in checker.open]


def shown(html: str) -> str:
    """The text that HTML shows."""
    checker = _Checker(True)
    checker.feed(html)
    checker.close()
    return "".join(checker.text)


# -- the targets ---------------------------------------------------------------------------------------------


@cache
def _units() -> Units:
    table = parse("units.yaml", (ROOT / "content/units.yaml").read_bytes()).data
    return schema.UnitTable.model_validate(table).table()


def judge_yaml(text: str) -> None:
    """The YAML reader: data whose places can be asked for."""
    document = parse("x.yaml", text.encode("utf-8", "surrogatepass"))
    for key, value in document.data.items():
        document.locate([key], key=True)
        document.locate([key, 0] if isinstance(value, list) else [key, "zh"])


def judge_content(text: str) -> None:
    """The loader, the gate and the pages: the mini content with one of its files replaced.

    The first line names the file, the rest is what stands in it. Pages are made without drawings.
    """
    name, _, body = text.partition("\n")
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        shutil.copytree(MINI, content)
        (content / name).write_bytes(body.encode("utf-8", "surrogatepass"))
        site = resolve(verify(load(content, "content")))
    for lang in LANGUAGES:
        renderer = Renderer(site, lang, ROOT / "templates", _assets(), "", "templates")
        for page in pages(site, lang, charts(site, lang), {}):
            try:
                wrong = faults(renderer.render(page))
            except Refusal as refusal:  # what the gate let in must not fail in a template
                raise Wrong(f"{page.output}: {refusal}") from None
            if wrong:
                raise Wrong(f"{page.output}: {wrong[:3]}")
    for lang in LANGUAGES:
        search_script(site, lang, pinyin, lambda found: "")
    for _ in exports(site, charts(site, LANGUAGES[0]).values(), ""):
        pass


@cache
def _assets() -> Mapping[str, str]:
    """Every asset under its own name."""
    made = [f"search-{lang}.js" for lang in LANGUAGES]
    return {name: f"assets/{name}" for name in [*made, *(path.name for path in (ROOT / "assets").iterdir())]}


def judge_figures(text: str) -> None:
    """The figure reader: runs in order, inside the text, saying what they say."""
    end = 0
    for figure in read_figures(text, _units()):
        if not end <= figure.start < figure.end <= len(text):
            raise Wrong(f"{figure.start}:{figure.end} after {end} in {len(text)} characters")
        read = figure.quantity
        if not read.value.is_finite() or (read.high is not None and not read.high > read.value):
            raise Wrong(f"the value {read.value} to {read.high}")
        end = figure.end
    for start, end in numerals(text):
        if not 0 <= start < end <= len(text):
            raise Wrong(f"a numeral at {start}:{end}")
    chinese_values(text)


def judge_parity(text: str) -> None:
    """Chinese and English side by side, divided by a line of =."""
    zh, _, en = text.partition("\n=\n")
    parity(zh, en, _units())


def judge_source(text: str) -> None:
    """The source reader, the alignment with an English text behind a line of =, and a paragraph as HTML."""
    zh, _, en = text.partition("\n=\n")
    read = source.parse("zh.md", zh)
    for block in read.blocks:
        at = 0
        for sentence in block.sentences:
            if not at <= sentence.start < sentence.end <= len(block.text):
                raise Wrong(f"{sentence.id} at {sentence.start}:{sentence.end} after {at}")
            at = sentence.end
            source.Source.find(block.text[sentence.start : sentence.end], read.blocks)
        if block.sentences:
            block.sentence_at(len(block.text))
        block.column(len(block.text))
        marks: list[Linked] = [
            (figure.start, figure.end, Markup('<a href="x.html">'), Markup(""))
            for figure in read_figures(block.text, _units())
        ]
        html = rich(block, 0, len(block.text), marks)
        wrong = faults(html, plain=True)
        if wrong or shown(html).replace("\r", "\n") != block.text.replace("\r", "\n"):
            raise Wrong(f"{block.id} as HTML: {wrong[:3] or html[:200]}")
    english = align("en.md", en, read)
    for identifier in english.lines:
        english.text(identifier)


def judge_markdown(text: str) -> None:
    """Markdown with both ways of writing text: only what a summary may hold comes out, and it nests."""
    for write in (None, lambda run: foreign(run, "en")):
        html = to_html(text, write) if write else to_html(text)
        wrong = faults(html, plain=True)
        if wrong:
            raise Wrong(f"{wrong[:3]}")


TARGETS: Mapping[str, Judge] = {
    "yaml": judge_yaml,
    "content": judge_content,
    "figures": judge_figures,
    "parity": judge_parity,
    "source": judge_source,
    "markdown": judge_markdown,
}


class Slow(BaseException):
    """The time for one input is over. No Exception, so that nothing on the way takes it for its own."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Raises `Slow` when the block takes longer, where the system has alarms."""

    def ring(number: int, frame: object) -> None:
        raise Slow

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def judge(target: str, text: str, seconds: int = SECONDS) -> str:
    """What is wrong with how `target` takes `text`, in one line that names where; "" where it is right."""
    try:
        with limited(seconds):
            TARGETS[target](text)
    except Refusal as refusal:
        try:
            str(refusal).encode("utf-8")
        except UnicodeEncodeError as error:
            return f"a refusal that cannot be printed: {error}"
        if not all(problem.code and problem.message for problem in refusal.diagnostics):
            return "a refusal without words"
        return ""
    except Wrong as error:
        return f"wrong: {error}"
    except Slow:
        return f"takes longer than {seconds} seconds"
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(frame.filename).name}:{frame.name}"
    return ""


# -- making inputs -------------------------------------------------------------------------------------------

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
    files = sorted(p for folder in (MINI, ROOT / "content") for p in folder.rglob("*") if p.suffix in (".yaml", ".md"))
    texts = {path: path.read_text("utf-8") for path in files}
    zh = [line for path, text in texts.items() if path.name.endswith("zh.md") for line in text.split("\n") if line]
    en = [line for path, text in texts.items() if path.name.endswith("en.md") for line in text.split("\n") if line]
    if target == "content":
        return tuple(f"{p.relative_to(MINI).as_posix()}\n{text}" for p, text in texts.items() if MINI in p.parents)
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


def make(target: str, chance: random.Random) -> str:
    """One input: pieces put together, or a real text that was mutated."""
    atoms = ATOMS[target]
    if target != "content" and chance.random() < 0.5:
        text = "".join(chance.choices(atoms, k=chance.randint(1, 40)))
        if chance.random() < 0.1:
            text *= chance.randint(2, 500)
        return text[:LONGEST]
    text = chance.choice(corpus(target))
    first = text.index("\n") + 1 if target == "content" else 0  # the name of the file stays
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        text = text[:first] + _mutated(text[first:], atoms, chance)
    return text[: max(LONGEST, 4000)]


def _mutated(text: str, atoms: tuple[str, ...], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    end = min(len(text), at + chance.choice((1, 2, 5, 20, 200)))
    kind = chance.randint(0, 6)
    match 5 if atoms is ATOMS["content"] and chance.random() < 0.5 else kind:
        case 0:
            return text[:at] + text[end:]
        case 1:
            return text[:end] + text[at:]
        case 2:
            other = chance.randint(0, len(text))
            return text[:at] + text[other : other + end - at] + text[end:]
        case 3:
            return text[:at] + chance.choice(atoms) * chance.choice((1, 1, 1, 3, 300)) + text[at:]
        case 4:  # a number becomes another
            found = list(re.finditer(r"[0-9]+", text))
            if found:
                spot = chance.choice(found)
                number = chance.choice(("0", "1", "-1", "13", "99", "9999999999", "0.5", "1e9", "", "九"))
                return text[: spot.start()] + number + text[spot.end() :]
            return text
        case 5:  # a text in both languages becomes hostile in both: the gate lets that in where it holds no number
            found = list(re.finditer(r"\{zh: [^{}\n]+, en: [^{}\n]+\}|zh: [^{}|\n]+\n +en: [^{}|\n]+(?=\n)", text))
            if found:
                spot = chance.choice(found)
                words = [atom for atom in atoms if not re.search(r"[0-9０-９\x00-\x1f]", atom)]
                value = '"' + "".join(chance.choices(words, k=4)).replace("\\", "\\\\").replace('"', '\\"') + '"'
                between = "\n" + " " * (len(spot[0].partition("\n")[2]) - len(spot[0].partition("\n")[2].lstrip()))
                pair = (
                    f"{{zh: {value}, en: {value}}}" if spot[0].startswith("{") else f"zh: {value}{between}en: {value}"
                )
                return text[: spot.start()] + pair + text[spot.end() :]
            return text
        case _:
            return text[:at] + chance.choice(atoms) + text[end:]


# -- running -------------------------------------------------------------------------------------------------


def smaller(target: str, text: str, seconds: float = 20) -> str:
    """A shorter input that goes wrong in the same way, found by leaving out ever smaller pieces."""
    wanted, until = _kind(judge(target, text)), time.monotonic() + seconds
    keep = text.index("\n") + 1 if target == "content" else 0
    size = max(1, (len(text) - keep) // 2)
    while True:
        at, cut = keep, False
        while at < len(text) and time.monotonic() < until:
            tried = text[:at] + text[at + size :]
            if _kind(judge(target, tried)) == wanted:
                text, cut = tried, True
            else:
                at += size
        if time.monotonic() >= until or (size == 1 and not cut):
            return text
        size = max(1, size // 2)


def _kind(said: str) -> str:
    """What stays the same of a find when its input shrinks."""
    return re.sub(r"[0-9]+|'.*|\[.*", "", said)


def keep(target: str, text: str) -> Path:
    """Write a case to tests/fuzz/, named for its content."""
    raw = text.encode("utf-8", "surrogatepass")
    path = CASES / f"{target}-{sha256(raw).hexdigest()[:12]}.txt"
    CASES.mkdir(exist_ok=True)
    path.write_bytes(raw)
    return path


def cases() -> list[tuple[str, Path]]:
    """Every kept case: (target, file)."""
    return [(path.name.partition("-")[0], path) for path in sorted(CASES.glob("*-*.txt"))]


def read_case(path: Path) -> str:
    """The input that a kept case holds."""
    return path.read_bytes().decode("utf-8", "surrogatepass")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python tools/fuzz.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to go on (default: 60)")
    parser.add_argument("--seed", type=int, default=0, help="where the inputs begin (default: 0)")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)")
    given = parser.parse_args()
    unknown = set(given.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no such target: {', '.join(sorted(unknown))}")
    names = given.targets or list(TARGETS)
    chances = {name: random.Random(f"{given.seed} {name}") for name in names}
    spent, tried = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0)
    found: dict[tuple[str, str], Path] = {}
    until = time.monotonic() + given.seconds
    while time.monotonic() < until:
        name = min(names, key=lambda name: spent[name])  # each target has the same time
        started = time.monotonic()
        text = make(name, chances[name])
        said = judge(name, text)
        spent[name] += time.monotonic() - started
        tried[name] += 1
        if said and (name, _kind(said)) not in found:
            path = keep(name, smaller(name, text))
            found[name, _kind(said)] = path
            print(f"{name}: {said}\n  {path.relative_to(ROOT).as_posix()}", flush=True)
    print(f"seed {given.seed}: " + ", ".join(f"{name} {count:,}" for name, count in tried.items()))
    print(f"{len(found)} find{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
