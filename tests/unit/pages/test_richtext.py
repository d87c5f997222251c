"""Text as HTML: escaped, with its links and subscripts nested."""

from __future__ import annotations

from markupsafe import Markup

from workreport.content.source import parse
from workreport.pages.richtext import linked, rich, term_link
from workreport.site.names import Mention


def test_a_marked_text_is_escaped_and_leads_to_the_list() -> None:
    html = linked("<b>公园</b>", [term_link(Mention(3, 5, "park"))], "zh")
    assert html == '&lt;b&gt;<a class="term" href="#term-park" aria-describedby="term-park">公园</a>&lt;/b&gt;'
    html = linked("the 公园 park", [term_link(Mention(4, 6, "park"))], "en")
    assert '<span lang="zh-Hans">公园</span></a> park' in html


def test_tags_nest_where_a_term_and_a_subscript_end_together() -> None:
    block = parse("x", "PM<sub>2.5</sub>和36").by_id["p1"]
    term = (0, 5, Markup("<a>"), Markup(""))
    figure = (6, 8, Markup("<a>"), Markup("!"))
    assert rich(block, 0, 8, (term, figure)) == "<a>PM<sub>2.5</sub></a>和<a>36</a>!"
    inner = (2, 5, Markup("<a>"), Markup(""))
    assert rich(block, 0, 6, (inner,)) == "PM<a><sub>2.5</sub></a>和"
