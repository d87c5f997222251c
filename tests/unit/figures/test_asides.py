"""What the reader leaves alone: each numeral that is no figure, with the reason."""

from __future__ import annotations

import pytest

from workreport.figures.asides import REASONS
from workreport.figures.chinese import read
from workreport.figures.units import Units

CASES = [
    ("2025年1月至3月，", "2025年1月至3月", "date"),
    ("2021、2022年连续获奖", "2021、2022年", "date"),
    ("2021—2025年", "2021—2025年", "date"),
    ("1至11月稳步回升", "1至11月", "date"),
    ("20世纪90年代", "20世纪", "date"),
    ("2026-01-27 10:30发布", "2026-01-27 10:30", "date"),
    ("前三季度好于预期", "前三季度", "date"),
    ("依据国发〔2022〕11号文件", "〔2022〕11号", "document_number"),
    ("第三次会议", "第三", "ordinal"),
    ("地铁10号线", "10号", "ordinal"),
    ("居全市第3位，", "第3位", "rank"),
    ("增速居全省第一，", "第一", "rank"),
    ("跻身全国50强", "50强", "rank"),
    ("前10名", "前10名", "rank"),
    ("（三）加快建设", "（三）", "list_marker"),
    ("二、主要工作", "二、", "list_marker"),
    ("12.创新工程", "12.", "list_marker"),
    ("推行“河长制”（21）管理", "（21）", "note_marker"),
    ("“三库”［27］项目", "［27］", "note_marker"),
    ("建成5G基站", "5G", "name"),
    ("创建4A级景区", "4A级", "name"),
    ("拨打12345热线", "12345热线", "name"),
    ("落实“1+2+N”体系", "“1+2+N”", "name"),
    ("实施3+1行动", "3+1", "name"),
    ("升级到2.0版", "2.0版", "name"),
    ("穿过318国道和国道108线", "318国道", "name"),
    ("开工60万吨玻纤一期", "60万吨", "capacity"),
    ("投产年产30万吨磷酸铁锂项目", "30万吨", "capacity"),
    ("架设220千伏输电线路", "220千伏", "capacity"),
    ("引进10亿元以上项目", "10亿元以上", "threshold"),
    ("关爱60岁以上老人", "60岁以上", "threshold"),
    ("建设百万吨级码头和5亿级园区", "5亿级", "threshold"),
    ("连续35年稳定", "35年", "duration"),
    ("开展三年行动", "三年", "duration"),
    ("享受240小时免签", "240小时", "duration"),
    ("每10万人中的人才", "每10万人", "denominator"),
    ("全国首家园区", "首家", "first_of_its_kind"),
    ("落实中央八项规定", "八项规定", "name"),
    ("遵守六项纪律", "六项纪律", "name"),
    ("举办2024绿茶博览会", "2024", "date"),
    ("三月三歌会开幕", "三月三", "date"),
    ("省委三次、四次全会", "三次、四次全会", "ordinal"),
    ("第九届二次三次全会", "二次三次全会", "ordinal"),
    ("由第28位上升至16位", "16位", "rank"),
    ("全省位次前移3位", "3位", "rank"),
    ("建成3人制足球场", "3人制", "name"),
    ("改建双向6车道公路", "6车道", "name"),
    ("补贴7座车型", "7座", "name"),
    ("服务5口之家", "5口之家", "name"),
    ("钻成云页2井", "2井", "name"),
    ("防御50年一遇洪水", "50年一遇", "name"),
    ("夜市、168滨江绿带等", "168", "name"),
    ("“川味坊”好物100。", "100", "name"),
    ("实现“双过万”", "“双过万”", "name"),
    ("营收和利润双过半", "双过半", "name"),
    ("一二三产融合", "一二三产", "name"),
    ("三次产业协调", "三次产业", "name"),
    ("打造5公里生活圈", "5公里", "name"),
    ("一小时通勤圈和1小时通勤圈", "1小时", "name"),
    ("城西10万吨钛白粉、城东5兆瓦光伏等12个项目开工", "10万吨", "capacity"),
    ("酒厂2万吨扩建", "2万吨", "capacity"),
    ("建设五百亿级园区", "五百亿级", "threshold"),
    ("迈入万亿级城市", "万亿级", "threshold"),
    ("发展百亿产业集群", "百亿", "threshold"),
    ("跨越两个千亿元台阶", "千亿元", "threshold"),
    ("海拔1200米以上村庄", "1200米以上", "threshold"),
    ("40户以上自然村寨", "40户以上", "threshold"),
    ("500人以上安置点", "500人以上", "threshold"),
    ("300万元以上固定资产投资增长", "300万元以上", "threshold"),
    ("建成5000亩以上示范片6个", "5000亩以上", "threshold"),
    ("引进50亿元以上项目3个、20亿元以上9个", "20亿元以上", "threshold"),
    ("税收过亿元企业18家、过5000万元达到40家", "5000万元", "threshold"),
    ("4个产值超百亿元、9个超10亿元的集群", "10亿元", "threshold"),
    ("形成4个产值超80亿元、9个超10亿元的集群", "80亿元", "threshold"),
    ("收入高于6000元低于9000元的农户", "6000元", "threshold"),
    ("年收入20—60万元家庭占比", "20—60万元", "threshold"),
    ("满3岁入园", "3岁", "threshold"),
    ("关爱60岁以上的老人", "60岁以上", "threshold"),
    ("办好600人以上的学校", "600人以上", "threshold"),
    ("收入超10亿元、20亿元的企业", "20亿元", "threshold"),
    ("三产占比提高", "三产", "name"),
    ("年满60周岁", "60周岁", "threshold"),
    ("连续9个季度增长", "9个季度", "duration"),
    ("连续两季度增长", "两季度", "duration"),
    ("连续三届获评", "三届", "duration"),
    ("连续3届获评", "3届", "duration"),
    ("第二轮承包再延长30年", "30年", "duration"),
    ("千人床位数6.8张", "千人", "denominator"),
    ("推进隐患清零", "零", "word"),
    ("效益实现倍增", "倍增", "word"),
    ("百花齐放", "百", "word"),
    ("发放1.3万盒药品", "1.3万", "unit_unknown"),
]


@pytest.mark.parametrize(("sentence", "run", "reason"), CASES)
def test_a_numeral_that_is_no_figure_has_its_reason(sentence: str, run: str, reason: str, units: Units) -> None:
    reading = read(sentence, units)
    assert (run, reason) in [(aside.text, aside.reason) for aside in reading.asides]
    assert not any(
        aside.start < figure.end and figure.start < aside.end for aside in reading.asides for figure in reading.figures
    )
    assert [sentence[aside.start : aside.end] for aside in reading.asides] == [aside.text for aside in reading.asides]


def test_every_reason_has_a_case() -> None:
    assert {reason for _, _, reason in CASES} == set(REASONS) - {"unread"}


def test_a_unit_that_the_table_lacks_never_makes_a_bare_number(units: Units) -> None:
    reading = read("粮食产量3万亿缸，发放5000盒，惠及3万群众，目标超万亿。", units)
    assert [figure.text for figure in reading.figures] == ["3万", "超万亿"]
    assert [aside.text for aside in reading.asides if aside.reason == "unit_unknown"] == ["3万亿", "5000"]
