"""`translate export`: what has no translation yet, as a file for a translator's tool."""

from __future__ import annotations

from pathlib import Path

from workreport.content import load
from workreport.diagnostics import Console, Refusal, refusal, say
from workreport.exchange import terms
from workreport.exchange.collect import collect
from workreport.exchange.formats import FORMS, installed, writer
from workreport.exchange.stored import EXCHANGE_FILE, stored
from workreport.figures import ALIGNERS, READERS

SOURCE, TARGET = next(iter(READERS)), next(iter(ALIGNERS))
"""From which language, and into which."""
LANGUAGES = (SOURCE, TARGET)


def export(root: Path, form: str, to: str, console: Console, *, finished: bool = False) -> int:
    """Write what has no translation yet, or with `finished` every text, to a file that is not there. The exit code."""
    shown = root.as_posix().rstrip("/")
    path = Path(to or FORMS[form][1])
    try:
        installed(form, path.as_posix())
        if path.exists():
            message = say("this file is there already, perhaps with a translator's work in it")
            raise refusal(path.as_posix(), EXCHANGE_FILE, message, say("name another one with --to, or move it away"))
        content = load(root, shown, LANGUAGES)
        if form in ("tbx", "csv"):
            found = terms.renderings(content)
            made = (terms.as_tbx if form == "tbx" else terms.as_csv)(found, *tags())
            stored({path: made})
            console.out(say("{path}: {count} terms and names", path=path.as_posix(), count=len(found)))
            return 0
        texts = collect(content, shown)
        chosen = [unit for unit in texts if (bool(unit.target) if form == "tmx" else finished or not unit.target)]
        if chosen:
            stored({path: writer(form)(chosen, *tags())})
            count = say("{count} of {all} texts", count=len(chosen), all=len(texts))
            console.out(say("{path}: {texts}", path=path.as_posix(), texts=count))
        elif form == "tmx":
            console.out(say("no text has its translation yet; nothing was written"))
        else:
            console.out(say("every text has its translation; nothing was written (--all writes those too)"))
    except Refusal as problem:
        console.report(problem, say("nothing was written"))
        return 1
    return 0


def tags() -> tuple[str, ...]:
    """The two languages as translators' tools call them: with the country that speaks for each, zh-CN and en-US."""
    from babel.core import get_global

    full = (get_global("likely_subtags")[code].split("_") for code in LANGUAGES)
    return tuple(f"{parts[0]}-{parts[-1]}" for parts in full)
