"""What came back, held against the content: known, of the same source, with its marks, a text that a site may have. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workreport.content import LONGEST, MARK, TEXT_ENCODING, TEXT_LONG, UNSEEN, is_copied, too_long, unwanted_character
from workreport.diagnostics import NOTHING, Code, Diagnostic, Message, did_you_mean, say
from workreport.exchange.unit import Returned, Unit

EXCHANGE_UNIT = Code("exchange-unit", say("A translator's file has a text that the content has not, or one twice."))
EXCHANGE_SOURCE = Code("exchange-source", say("The source of a translated text has changed since it was written out."))
EXCHANGE_MARKUP = Code("exchange-markup", say("A translated text does not have the marks and lines of its source."))

Fault = tuple[Code, Message, Message]


def taken(
    path: str, returned: Sequence[Returned], units: Mapping[str, Unit]
) -> tuple[dict[str, Returned], list[Diagnostic]]:
    """The finished translations by their unit, and what is wrong with those that cannot be taken."""
    found: dict[str, Returned] = {}
    problems: list[Diagnostic] = []
    for one in returned:
        if not one.finished or not one.target.strip() or is_copied(one.source, one.target):
            continue
        faults = list(_faults(one, units.get(one.key), units))
        if (other := found.get(one.key)) and other.target != one.target:
            message = say("{unit} stands here again, in other words than in line {line}", unit=one.key, line=other.line)
            faults.append((EXCHANGE_UNIT, message, say("keep the one that holds")))
        problems += [
            Diagnostic(path=path, line=one.line, column=1 if one.line else 0, code=code, message=message, hint=hint)
            for code, message, hint in faults
        ]
        found.setdefault(one.key, one)
    return found, problems


def _faults(one: Returned, unit: Unit | None, units: Mapping[str, Unit]) -> Iterator[Fault]:
    if unit is None:
        message = say("the content has no text “{unit}”", unit=one.key)
        hint = did_you_mean(one.key, units) if len(units) < 500 else NOTHING
        yield EXCHANGE_UNIT, message, hint or say("it was renamed or taken out since: write the file out anew")
    elif one.source != unit.source:
        message = say("{unit} reads otherwise now: “{text}”", unit=one.key, text=_short(unit.source))
        yield EXCHANGE_SOURCE, message, say("write the file out anew and translate that")
    else:
        yield from _text_faults(one, unit)


def _text_faults(one: Returned, unit: Unit) -> Iterator[Fault]:
    if len(one.target) > LONGEST:
        yield TEXT_LONG, too_long(one.target), NOTHING
    if unwanted := UNSEEN.search(one.target):
        message, hint = unwanted_character(unwanted[0])
        yield TEXT_ENCODING, say("{unit}: {message}", unit=one.key, message=message), hint
    if unit.loc:
        return  # Markdown, which a translation may set as it needs
    if "\n" in one.target.strip():
        message = say("{unit} goes on over two lines", unit=one.key)
        yield EXCHANGE_MARKUP, message, say("a sentence of the report stands in one line")
    wanted, found = (sorted(MARK.findall(text)) for text in (one.source, one.target))
    if wanted != found:
        message = say(
            "{unit} has the marks {found}, its source {wanted}",
            unit=one.key,
            found=" ".join(found) or say("none"),
            wanted=" ".join(wanted) or say("none"),
        )
        yield EXCHANGE_MARKUP, message, say("keep ** and <sub> where the source has them")
    elif one.target.lstrip().startswith("#"):
        message = say("{unit} begins with #, which would make a heading of it", unit=one.key)
        yield EXCHANGE_MARKUP, message, say("take the # out; a heading gets its own")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60]}…"
