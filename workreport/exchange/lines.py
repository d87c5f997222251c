"""The translation of a report, line by line: what a translator returns goes to its own line, and no other is touched. Pure.

A line that nobody has translated yet holds the Chinese (`content/translation`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workreport.content import Block, Run, Source, align, divide


def completed(text: str, source: Source) -> str:
    """A translation that ends early, with the blocks of the source that it lacks; any other as it is."""
    blocks = len(divide("", text)[0])
    missing = source.blocks[blocks:]
    if not missing:
        return text
    behind = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return text + behind + "\n".join(line for block in missing for line in (*_lines(block), ""))


def entered(text: str, source: Source, lang: str, path: str, said: Mapping[str, str]) -> str:
    """A translation with the headings (h3) and sentences (p12s3) that were `said`; "" is one that is not begun."""
    ends = "\r\n" if "\r\n" in text else "\n"
    whole = completed(text.replace("\r\n", "\n"), source)
    places = align(lang, path, whole, source).lines
    # Of a file whose lines end in two ways each keeps its own.
    own = [line.endswith("\r") for line in text.split("\n")]
    lines = whole.split("\n")
    for name, words in said.items():
        level = source.by_id[name].level if name.startswith("h") else 0
        lines[places[name][0] - 1] = f"{'#' * level} {words}" if level else words
    windows = ends == "\r\n"
    return "\n".join(
        line + "\r" * (own[at] if at < len(own) - 1 else windows and at < len(lines) - 1)
        for at, line in enumerate(lines)
    )


def marked(block: Block, run: Run, *, lead: bool) -> str:
    """A run of a block with its markup."""
    pieces, at = [], run.start
    for sub in block.sub:
        if run.holds(sub):
            pieces += [block.text[at : sub.start], "<sub>", sub.of(block.text), "</sub>"]
            at = sub.end
    text = "".join((*pieces, block.text[at : run.end])).strip()
    return f"**{text}**" if lead else text


def _lines(block: Block) -> Iterator[str]:
    if block.level:
        yield f"{'#' * block.level} {marked(block, Run(0, len(block.text)), lead=False)}"
        return
    for sentence in block.sentences:
        yield marked(block, sentence, lead=sentence.lead)
