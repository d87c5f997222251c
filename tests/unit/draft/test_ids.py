"""Ids are read aloud from titles, and no two are the same."""

from __future__ import annotations

import re

from workreport.draft import id_of


def test_a_title_is_written_as_it_is_read() -> None:
    assert id_of("新增就业", ()) == "xin-zeng-jiu-ye"
    assert id_of("PM2.5年均浓度", ()) == "pm2-5-nian-jun-nong-du"


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert id_of("新增就业", {"xin-zeng-jiu-ye", "xin-zeng-jiu-ye-2"}) == "xin-zeng-jiu-ye-3"


def test_a_long_title_ends_with_a_whole_syllable() -> None:
    name = id_of("全市规模以上工业企业研究与试验发展经费投入强度", ())
    assert len(name) <= 40
    assert name == "quan-shi-gui-mo-yi-shang-gong-ye-qi-ye"


def test_every_title_has_an_id_that_the_schema_takes() -> None:
    for title in ("5G基站", "——", "２０２３年", "第一", "a" * 60):
        assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", id_of(title, ()))
