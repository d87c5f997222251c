"""The types of single values: what each refuses, and that what its hint shows is of its form."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from workreport.content.schema import fields
from workreport.content.schema.fields import Hint

TYPES = {name: kind for name, kind in vars(fields).items() if hasattr(kind, "__metadata__")}
HINTED = {name: hint for name, kind in TYPES.items() for hint in kind.__metadata__ if isinstance(hint, Hint)}
REFUSED: dict[str, list[Any]] = {
    "Id": ["", "New-Jobs", "new--jobs", "-new", "a" * 57],
    "MetricRef": ["2022-new-jobs", "22/new-jobs", "2022/metrics/new-jobs"],
    "PageRef": ["2022/new-jobs", "2022/targets/new-jobs"],
    "PageOrEmpty": ["2022/new-jobs", " "],
    "AddressRef": ["targets/new-jobs", "2023/metrics/new-jobs/x", "topics/"],
    "SectionRef": ["livelihood", "2023/tasks/livelihood", "23/livelihood"],
    "ShortCode": ["2023-C17", "2023-X017", "C017"],
    "BlockId": ["p0", "h", "q1", "p1s1"],
    "ParagraphId": ["h3", "p01"],
    "SentenceId": ["p26", "p26s0"],
    "LanguageCode": ["", "zh-Hans", "EN", "e"],
    "Date": ["2023-1-9", "2023-02-30", "2023-01-09 16:30"],
    "Moment": ["2023-01-09", "2023-01-09 24:30", "2023-01-09T16:30"],
    "Version": ["1", "1.0.0.0", "v1.0"],
    "Sha256": ["abc", "A" * 64],
    "Address": ["www.example.gov.cn", "ftp://example.gov.cn", "https://example.gov.cn/a b"],
    "SecureAddress": ["http://www.example.gov.cn", "www.example.gov.cn"],
    "BaseUrl": ["https://example.gov.cn/report/index.html", "https://example.gov.cn/?a", "https://a:b@example.gov.cn"],
    "HostName": ["https://example.gov.cn", "Example.gov.cn", "example.gov.cn/report"],
    "SiteCode": ["12", "bm1234567"],
    "AssetName": ["badge.gif", "img/badge.png", "Badge.png"],
    "PictureName": ["mark.gif", "looks/mark.svg", "Mark.svg"],
    "PngName": ["share.svg", "share.jpg"],
    "Colour": [None, "red", "#fff", "8b1a1a", "#8b1a1a80", 0],
    "ReferenceForm": ["", "{issuer}. {titel}", "{issuer"],
    "Line": [""],
    "Words": ["", "  "],
    "Year": ["2025", 2025.0, 25, 20225, True],
    "Number": ["1.65", True, 1.5],
}


def reads(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value, strict=True)


@pytest.mark.parametrize("name", TYPES)
def test_what_a_type_refuses(name: str) -> None:
    assert REFUSED[name]
    for value in REFUSED[name]:
        with pytest.raises(ValidationError):
            reads(TYPES[name], value)


def test_every_form_is_told_in_words() -> None:
    formed = {name for name, kind in TYPES.items() for part in kind.__metadata__ if getattr(part, "pattern", None)}
    assert formed == set(HINTED)


@pytest.mark.parametrize("name", sorted(HINTED.keys() - {"Sha256", "SiteCode"}))
def test_what_a_hint_shows_is_of_the_form(name: str) -> None:
    for example in re.findall(r'such as "?([^ "]+(?: [0-9:]+)?)', HINTED[name].words):
        assert reads(TYPES[name], example.rstrip(",")) == example


def test_whole_numbers_are_decimals_too() -> None:
    assert reads(fields.Number, 16500) == Decimal(16500)
    assert get_args(fields.Number)[0] is Decimal
