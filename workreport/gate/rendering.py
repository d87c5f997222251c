"""The gate, check 8, where pages and charts are made: codes for what can only be told there, after the content is checked."""

from __future__ import annotations

from workreport.diagnostics import Code, say

TEMPLATE_UNDEFINED = Code("template-undefined", say("A template uses what is not defined, or fails."))
TEMPLATE_SYNTAX = Code("template-syntax", say("A template is not written as Jinja needs it."))
TEMPLATE_LIMIT = Code("template-limit", say("A page takes more than a page may."))
CHART_DRAWING = Code("chart-drawing", say("A chart cannot be drawn, or its drawing is not as expected."))
CARD_ENGINE = Code("card-engine", say("The pictures of pages cannot be painted here."))
CHART_ENGINE = Code("chart-engine", say("The engine that draws charts cannot be started."))
