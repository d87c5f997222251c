"""What templates are given: plain values that nothing can change, read, run or load anything by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from markupsafe import Markup

from tests.unit.published import content
from workreport.content.load import load
from workreport.files import drawn
from workreport.gate.verify import verify
from workreport.pages.qr import qr
from workreport.pages.registry import pages
from workreport.pages.voice import Voice
from workreport.render.frame import frame, roots, surroundings
from workreport.site.resolve import resolve

BASE_URL = "https://www.example.gov.cn/report"
PLAIN = (str, Markup, int, float, bool, type(None))


def strange(value: Any, at: str, seen: dict[int, Any]) -> Iterator[str]:
    """Each value that is not plain, below one; `seen` keeps what it holds, so that no id comes twice."""
    if type(value) in PLAIN or value is qr or id(value) in seen:
        return
    seen[id(value)] = value
    if is_dataclass(value):
        if not vars(type(value))["__dataclass_params__"].frozen:
            yield f"{at} can be changed"
        own = {field.name for field in fields(value)}
        for name in dir(value):
            if name in own or isinstance(getattr(type(value), name, None), property):
                yield from strange(getattr(value, name), f"{at}.{name}", seen)
            elif not name.startswith("_"):
                yield f"{at}.{name} is a {type(getattr(value, name)).__name__}"
    elif type(value) in (dict, MappingProxyType):
        for key, item in value.items():
            yield from strange(key, f"{at} key", seen)
            yield from strange(item, f"{at}[{key!r}]", seen)
    elif type(value) in (list, tuple, frozenset):
        for item in value:
            yield from strange(item, f"{at}[]", seen)
    else:
        yield f"{at} is a {type(value).__module__}.{type(value).__name__}"


def given(folder: Path) -> Iterator[tuple[str, Any]]:
    """All that the templates of a site are given."""
    site = resolve(verify(load(folder, "content")))
    charts, drawings = drawn(site, None)
    assets: Mapping[str, str] = {"mark.svg": "assets/mark.svg", "share.png": "assets/share.png"}
    for lang in site.languages:
        voice = Voice(site, lang, BASE_URL)
        for page in pages(site, lang, charts[lang], drawings, BASE_URL):
            base, up = roots(voice, page)
            yield page.output, page.context
            yield f"the frame of {page.output}", frame(voice, assets, page.active, base, up)
            yield f"what is round {page.output}", surroundings(voice, assets, page, {}, base, up)


def test_templates_are_given_plain_values(tmp_path: Path) -> None:
    seen: dict[int, Any] = {}
    found = [line for at, value in given(content(tmp_path / "content")) for line in strange(value, at, seen)]
    assert found == []
    assert len(seen) > 1000


@pytest.mark.parametrize("value", [Path(), [{"a": (len,)}], {1: iter(())}, bytearray()])
def test_what_is_not_plain_is_found(value: Any) -> None:
    assert len(list(strange(value, "it", {}))) == 1
