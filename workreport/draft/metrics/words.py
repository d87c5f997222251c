"""Words that stand round a figure of any report. Pure."""

from __future__ import annotations

import re

HEADS = re.compile(
    "(?:居民)?(?:人均)?(?:可支配收入|收入|产量|产值|投资|增加值|总额|数量|面积|比例|比重|[\u4e00-\u9fff]{0,2}率|总量|支出|余额|销售额|交易额|标准|浓度|吞吐量)$"
)
GROWTHS = ("growth", "decline", "improvement", "multiple")
RISE = re.compile("(?:增长|增加|增速|增幅|上升|提高|提升|下降|降低|减少|回落|改善|收窄|压减|缩短)")
LED = re.compile(
    "^(?:（下同）|预计，?|全年，?|其中，?|年内|今年|去年|一年来，?|全[区县省州]|全市(?!场)|区内|县内|辖区|我[市区县州省])+"
)
