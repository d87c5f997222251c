"""Whatever reads text, each as a function of a text: anything but a value or a refusal is a find.

An exception, a run that takes too long, a figure outside its text, HTML that holds more than it may.
"""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from markupsafe import Markup

from tests import LANGUAGES, ROOT
from tests.fuzz.html import faults, shown
from tests.mini import CONTENT
from workreport.charts.catalogue import charts
from workreport.content import align, source, table_of
from workreport.content.load import load
from workreport.content.yaml import parse
from workreport.diagnostics.diagnostic import Refusal
from workreport.exports.pinyin import pinyin
from workreport.exports.search import search_script
from workreport.exports.tables import exports
from workreport.figures.chinese import read_figures
from workreport.figures.numerals import chinese_values, numerals
from workreport.figures.parity import parity
from workreport.figures.units import Units
from workreport.gate.verify import verify
from workreport.pages.markdown import to_html
from workreport.pages.registry import pages
from workreport.pages.richtext import Linked, foreign, rich
from workreport.render.renderer import Renderer
from workreport.site.resolve import resolve


class Wrong(Exception):
    """What was read or made is not as it must be."""


@cache
def _units() -> Units:
    return table_of()


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
        shutil.copytree(CONTENT, content)
        (content / name).write_bytes(body.encode("utf-8", "surrogatepass"))
        site = resolve(verify(load(content, "content")))
    for lang in site.languages:
        renderer = Renderer(site, lang, ROOT / "templates", _assets(), "", "templates", "")
        for page in pages(site, lang, charts(site, lang), {}):
            try:
                wrong = faults(renderer.render(page))
            except Refusal as refusal:  # what the gate let in must not fail in a template
                raise Wrong(f"{page.output}: {refusal}") from None
            if wrong:
                raise Wrong(f"{page.output}: {wrong[:3]}")
    for lang in site.languages:
        search_script(site, lang, pinyin, lambda found: "")
    for _ in exports(site, charts(site, site.source).values(), ""):
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
    english = align("en", "en.md", en, read)
    for identifier in english.lines:
        english.text(identifier)


def judge_markdown(text: str) -> None:
    """Markdown with both ways of writing text: only what a summary may hold comes out, and it nests."""
    for write in (None, lambda run: foreign(run, "en")):
        html = to_html(text, write) if write else to_html(text)
        wrong = faults(html, plain=True)
        if wrong:
            raise Wrong(f"{wrong[:3]}")


TARGETS: Mapping[str, Callable[[str], None]] = {
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


def judge(target: str, text: str, seconds: int = 60) -> None:
    """Let a target take a text: it must end, in a value or in a refusal in words. Anything else is raised."""
    try:
        with limited(seconds):
            TARGETS[target](text)
    except Refusal as refusal:
        str(refusal).encode("utf-8")
        if not all(problem.code.name and problem.message for problem in refusal.diagnostics):
            raise Wrong("a refusal without words") from None
