"""The types of single values, each with the form that it needs and words that ask for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import StringConstraints, WithJsonSchema
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic_core import PydanticKnownError

from workreport.content.address import BASE_URL, LONGEST, is_page
from workreport.diagnostics import Message, listed, say

_ID = "[a-z0-9]+(-[a-z0-9]+)*"
_ADDRESS = say("an address such as https://www.example.gov.cn/report")
REFERENCE = ("issuer", "title", "number", "issued", "accessed", "address")
"""What the form of a reference may name."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What to write where a value does not have the form of its type."""

    words: Message


def _decimal(value: Any) -> Any:
    """Whole numbers become Decimal too, so that strict Decimal fields take 16500 as well as 1.65."""
    return Decimal(value) if type(value) is int else value


def _real(text: str) -> str:
    """The pattern lets 2023-02-30 pass; the calendar does not."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(say("there is no {text}", text=text)) from None
    return text


def _quoted(value: Any) -> Any:
    """Without quotes YAML takes a colour for a comment."""
    if value is None:
        raise ValueError(say('a colour stands in quotes, such as "#8b1a1a": without them YAML takes # for a comment'))
    return value


def _reference(form: str) -> str:
    """What stands in braces is something that a citation has."""
    unknown = set(re.findall(r"\{[^{}]*\}?|\}", form)) - {f"{{{name}}}" for name in REFERENCE}
    if unknown:
        raise ValueError(
            say(
                "{unknown} is nothing that a citation has; there are {known}",
                unknown=listed(sorted(unknown), say(" and ")),
                known=listed(f"{{{name}}}" for name in REFERENCE),
            )
        )
    return form


def _written(text: str) -> str:
    """Blanks are no text: a page would have a label, and a release a field, with nothing in it."""
    if not text.strip():
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    return text


def _folder(address: str) -> str:
    """Every page's address begins with that of the folder."""
    if is_page(address):
        raise ValueError(say("this is the address of a page; write that of its folder"))
    return address


def _year(value: int) -> int:
    """A slip of a digit is told."""
    if not 1900 <= value <= 2199:
        raise ValueError(say("this is no year; write all four digits"))
    return value


def _form(pattern: str, *, longest: int | None = None) -> StringConstraints:
    return StringConstraints(pattern=f"^{pattern}$", max_length=longest)


Number = Annotated[Decimal, BeforeValidator(_decimal), WithJsonSchema({"type": "number"})]
Year = Annotated[int, AfterValidator(_year)]
Line = Annotated[str, StringConstraints(min_length=1)]
Words = Annotated[Line, AfterValidator(_written)]

Id = Annotated[
    str, _form(_ID, longest=56), Hint(say("lower-case letters, digits and single hyphens, such as new-jobs"))
]
MetricRef = Annotated[str, _form(f"[0-9]{{4}}/{_ID}"), Hint(say("a year and an id, such as 2022/new-jobs"))]
_PAGE = f"[0-9]{{4}}/(metrics|commitments)/{_ID}"
PageRef = Annotated[str, _form(_PAGE), Hint(say("a page such as 2022/metrics/new-jobs"))]
PageOrEmpty = Annotated[
    PageRef | None,
    BeforeValidator(lambda value: None if value == "" else value),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": f"^({_PAGE})?$"}, {"type": "null"}]}),
]
"""Left empty in either way that YAML has: `item:` and `item: ""`."""
AddressRef = Annotated[
    str,
    _form(f"([0-9]{{4}}/(targets/|review/)?|topics/){_ID}"),
    Hint(say("an id such as 2023/targets/new-jobs or topics/jobs")),
]
SectionRef = Annotated[
    str, _form(f"[0-9]{{4}}/(review/)?{_ID}"), Hint(say("a section such as 2023/livelihood or 2023/review/city"))
]
ShortCode = Annotated[str, _form("[0-9]{4}-[MC][0-9]{3,}"), Hint(say("a code such as 2023-C017"))]
BlockId = Annotated[str, _form("[ph][1-9][0-9]*"), Hint(say("a paragraph such as p26 or a heading such as h3"))]
ParagraphId = Annotated[str, _form("p[1-9][0-9]*"), Hint(say("a paragraph such as p26"))]
SentenceId = Annotated[str, _form("p[1-9][0-9]*s[1-9][0-9]*"), Hint(say("a sentence such as p26s1"))]

LanguageCode = Annotated[str, _form("[a-z]{2,3}"), Hint(say("the code of a language, such as zh or en"))]

Date = Annotated[
    str, _form("[0-9]{4}-[0-9]{2}-[0-9]{2}"), AfterValidator(_real), Hint(say('a date such as "2023-01-09"'))
]
Moment = Annotated[
    str,
    _form("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-2][0-9]:[0-5][0-9]"),
    AfterValidator(_real),
    Hint(say('a date and a time such as "2023-01-09 16:30"')),
]
Version = Annotated[str, _form(r"[0-9]+(\.[0-9]+){1,2}"), Hint(say('a version such as "1.0"'))]
Sha256 = Annotated[str, _form("[0-9a-f]{64}"), Hint(say("64 hexadecimal digits, as the build printed them"))]

# Rust, which reads patterns for pydantic, and JavaScript, which does for editors, differ in U+0085 and U+FEFF.
Address = Annotated[str, _form(r"""https?://[^\s\u0085\ufeff"'<>]+"""), Hint(_ADDRESS)]
BaseUrl = Annotated[
    str, StringConstraints(pattern=BASE_URL, max_length=LONGEST), AfterValidator(_folder), Hint(_ADDRESS)
]
SecureAddress = Annotated[str, _form(r"""https://[^\s\u0085\ufeff"'<>]+"""), Hint(_ADDRESS)]
HostName = Annotated[
    str, _form(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?"), Hint(say("a host such as www.example.gov.cn"))
]
SiteCode = Annotated[str, _form("(bm[0-9]{8}|[0-9]{10})"), Hint(say("ten digits, or bm and eight digits"))]
AssetName = Annotated[
    str, _form(r"[a-z0-9][a-z0-9-]*\.(png|svg)"), Hint(say("the name of a picture in assets/, such as badge.png"))
]
PictureName = Annotated[
    str, _form(r"[a-z0-9][a-z0-9-]*\.(png|svg)"), Hint(say("the name of a picture in content/looks/, such as mark.svg"))
]
PngName = Annotated[
    str, _form(r"[a-z0-9][a-z0-9-]*\.png"), Hint(say("the name of a picture in content/looks/, such as share.png"))
]
Colour = Annotated[
    str,
    BeforeValidator(_quoted),
    _form("#[0-9a-fA-F]{6}"),
    Hint(say('# and six hexadecimal digits, such as "#8b1a1a"')),
]
ReferenceForm = Annotated[Line, AfterValidator(_reference)]
