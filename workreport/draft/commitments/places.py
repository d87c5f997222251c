"""The places that a report names, found by what names of places end in: no gazetteer is asked. Pure.

Rather precise than complete: a name is 2 to 8 characters before a generic noun, which begin after a mark, an
enumeration or a verb, and are no common word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workreport.content import Source
from workreport.draft.drafted import Tree
from workreport.draft.ids import id_of
from workreport.gate import ADVERBS, VERBS

_GENERIC = "小学|中学|幼儿园|公园|广场|大厦|大桥|水库|机场|火车站|高铁站|产业园|工业园|科技园|物流园|体育场|体育馆|博物馆|图书馆|医院|码头|古镇|古城|大道|街道|湿地|风景区|景区|隧道|水厂|电站|变电站|路|街|里|苑"
_MARK = "，。；：！？、“”《》（）()—和与及等在至到"
_NAME = re.compile(
    rf"(?P<name>[^{_MARK}\s0-9的新各一二三四五六七八九十]{{2,8}}?(?:{_GENERIC}))(?=[{_MARK}\s]|建设|改造|工程|项目|开|投|提升|整治|扩建|段|$)"
)
_LEADS = re.compile(rf"^(?:(?:{ADVERBS}|{VERBS}|推动|完成|开工|通车|投用|开通|加大|以|在|将|把|对|为|向|从|到|用)+)")
_STREET = re.compile("^(.{2,4}?[路街道])(.{2,})$")
_VERB = re.compile(VERBS)
_COMMON = re.compile(
    "水电|成功|[一二两三四五六七八九十][条个座所处家级期]|配套|道路|线路|思路|出路|公路|铁路|高速路|快速路|丝绸之路|一路|网路|短路|筑路|马路|大路|街路|商业街|步行街|特色街|美食街|老街|社区|街道$|口袋|主题|城市|郊野|体育公园$|湿地公园$|森林公园$|"
    "市民|综合|智慧|现代|创新|特色|精品|示范|重点|中小|中心|乡镇|县级|市级|省级|国家|公立|民办|普惠|公办|三甲|基层|社会|全国|一批|多家|部分|农村|城乡|支路|主干|次干|干路|断头|绿色|红色|新型|大型|小型|之路|道里|公里|平方|数字|产业|工业|科技|物流|循环|生态|文化|跨境|电商|4A|5A|A级"
)


def places_in(source: Source) -> Iterator[Tree]:
    """The entries of places.yaml, in the order in which the text first names them."""
    seen: dict[str, None] = {}
    for block in source.paragraphs:
        for part in re.split(f"[{_MARK}]", block.dense):
            for name in _named(part):
                seen.setdefault(name)
    taken: set[str] = set()
    for name in seen:
        identifier = id_of(name, taken)
        taken.add(identifier)
        yield {"id": identifier, "zh": name, "draft": True}


def _named(part: str) -> Iterator[str]:
    """The names in a run between two marks."""
    found = _NAME.match(_LEADS.sub("", part))
    if found and not _COMMON.search(found["name"]) and not _VERB.search(found["name"]):
        street = _STREET.match(found["name"])
        yield from street.groups() if street else (found["name"],)
