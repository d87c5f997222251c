"""Number parity between Chinese and English: what passes, and what exactly is said of what does not."""

from __future__ import annotations

import pytest

from workreport.figures.parity import parity
from workreport.figures.units import Units

GOOD = [
    ("新增就业1.65万人", "16,500 new jobs"),
    ("全年新增就业不低于1.65万人", "create no less than 16,500 new jobs"),
    ("全年新增就业不低于1.65万人", "at least 16,500 new jobs"),
    ("完成 32.6 亿元，可比口径增长 1.36%", "reached 3.26 billion yuan, up 1.36% on a comparable basis"),
    ("减免房租 3313.64 万元", "rent of 33.1364 million yuan was waived"),
    ("超过 5.4 万元", "more than 54,000 yuan"),
    ("盘活空置楼宇 5 万余平方米", "more than 50,000 square meters"),
    ("走访企业 2000 余家", "visited over 2,000 enterprises"),
    ("600 个左右，增长 8.3%", "about 600, up 8.3%"),
    ("预计利用内资 70 亿元", "domestic investment is expected to be 7 billion yuan"),
    ("3-5 家", "3–5 enterprises"),
    ("1-2个名校品牌", "1 to 2 school brands"),
    ("控制在 5.5%以内", "no more than 5.5%"),
    ("36微克/立方米以下", "at most 36 µg/m³"),
    ("达到 2000 万美元", "reach 20 million US dollars"),
    ("达到 2000 万美元", "reach US$20 million, in US dollars"),
    ("每万人 345 平方米", "345 square meters per 10,000 people"),
    ("81金91银92铜", "81 gold, 91 silver and 92 bronze medals"),
    ("完成十余条道路", "more than ten roads"),
    ("下沉干部万余人次", "more than 10,000 deployments"),
    ("出台两个方案", "both plans"),
    ("确保零增长", "ensure zero growth"),
    ("保持动态为零", "kept at zero"),
    ("11个项目全部揭榜", "all 11 projects were taken up"),
    ("全国首家产业园", "China's first park"),
    ("产值翻一番", "output will double"),
    ("提高0.3个百分点", "up 0.3 percentage points"),
    ("第十八届人民代表大会", "the 18th People's Congress"),
    ("实施“十四五”规划", "the 14th Five-Year Plan"),
    ("2023年1月4日", "4 January 2023"),
    ("地铁 10 号线", "Metro Line 10"),
    ("PM2.5平均浓度改善7.7%", "PM2.5 improved by 7.7%"),
    ("疫情防控", "COVID-19 prevention"),
    ("5000万以上重点项目62个", "62 projects of at least 50 million"),
    ("没有数字", "no number here"),
    ("参保超过3600万人", "more than 36 million people are insured"),
    ("常住人口突破1300万人", "the population passed the 13 million mark"),
    ("覆盖三分之二的村", "covers two thirds of the villages"),
    ("占全国1/4", "a quarter of the national total"),
    ("七成以上的社区", "at least 70 percent of the communities"),
    ("八成企业", "eight in ten enterprises"),
    ("参保率过半", "more than half are insured"),
    ("分别增长4.5%、6.5%", "up 4.5% and 6.5% respectively"),
    ("产值翻两番", "output quadrupled"),
    ("产值增长10倍", "output grew ten times"),
    ("数十家企业", "dozens of companies"),
    ("近百家企业", "nearly 100 companies"),
    ("不到1万人", "fewer than 10,000 people"),
    ("近亿人次", "nearly 100 million visits"),
    ("超千亿元", "over 100 billion yuan"),
    ("收入比2.1∶1", "a ratio of 2.1 to 1"),
    ("两百万户", "two million households"),
    ("粮食1390亿斤", "139 billion jin (69.5 billion kilograms) of grain"),
    ("新增耕地10.3万亩", "103,000 mu (about 6,870 hectares) of farmland"),
    ("每千名老人35张床位", "35 beds per 1,000 older people"),
    ("5%～8%", "5–8%"),
    ("100件建议、200件提案", "100 suggestions and 200 proposals"),
    ("3家公司和3家企业", "3 companies and 3 enterprises"),
    ("高速公路里程从13.6万公里增加到17.7万公里", "expressways grew from 136,000 to 177,000 kilometers"),
    ("增长4%、6%", "up 4 and 6 percent"),
    ("近1亿人口实现脱贫", "close to 100 million people were lifted from poverty"),
    ("约3-5家", "about 3–5 companies"),
    ("3-5家左右", "about 3–5 companies"),
    ("2000余家", "2,000-odd enterprises"),
    ("年满18岁以上", "aged 18 years or over"),
    ("3年来完成20个", "20 in over 3 years"),
    ("3个工作日内办结", "settled within 3 working days"),
    ("报告概括了三个方面", "the report sums up three fields, under three heads"),
    ("惠及3.9万户", "benefiting 39,000 families"),
    ("惠及100个家庭", "benefiting 100 families"),
    ("建成接入点5个", "built 5 points of access"),
    ("3亿元", "RMB 300 million"),
    ("利用外资3亿美元", "US$300 million in foreign investment"),
    ("每户补贴300元", "a subsidy of 300 yuan per household"),
    ("新建110kV变电站", "built a 110 kV substation"),
    ("步行15分钟可到达的设施", "facilities within 15 minutes on foot"),
    ("11个项目中8个开工", "8 of the 11 projects were started"),
    ("覆盖12个街道的160个社区", "covering 160 communities in 12 subdistricts"),
    ("新建学校5所、幼儿园3所", "built 3 kindergartens and 5 schools"),
    ("建成5G基站20个", "built 20 base stations for 5G"),
    ("河东区第13幼儿园等4所", "4 schools, including No. 13 Kindergarten"),
    ("21世纪", "the twenty-first century"),
    ("二十年来", "for two decades"),
    ("过去十年", "over the past decade"),
    ("双向流通", "a two-way flow"),
    ("两位数增长", "double-digit growth"),
    ("千家万户", "thousands of households"),
    ("半程马拉松", "a half-marathon"),
    ("上半年", "the first half"),
    ("2018年至2022年", "from 2018 to 2022"),
    ("2022年1月5日", "Jan. 5, 2022"),
    ("2022年1月5日", "2022-01-05"),
    ("二、坚持改革", "II. Reform"),
]
BAD = [
    ("新增就业1.65万人", "1,650 new jobs", ["english-quantity", "english-number"]),
    ("新增就业1.65万人", "165,000 new jobs", ["english-quantity", "english-number"]),
    ("新增就业1.65万人", "many new jobs", ["english-quantity"]),
    ("新增就业1.65万人", "at least 16,500 new jobs", ["english-bound"]),
    ("不低于1.65万人", "16,500 new jobs", ["english-bound"]),
    ("不低于1.65万人", "more than 16,500 new jobs", ["english-bound"]),
    ("超过 5.4 万元", "at least 54,000 yuan", ["english-bound"]),
    ("5 万余平方米", "50,000 square meters", ["english-bound"]),
    ("600 个左右", "600 enterprises", ["english-bound"]),
    ("600 个", "about 600 enterprises", ["english-bound"]),
    ("5.5%以内", "at least 5.5%", ["english-bound"]),
    ("32.6 亿元", "3.26 billion", ["english-unit"]),
    ("32.6 亿元", "32.6 billion yuan", ["english-quantity", "english-number"]),
    ("8.3%", "8.3", ["english-unit"]),
    ("盘活空置楼宇 5 万余平方米", "more than 50,000 of vacant space", ["english-unit"]),
    ("0.3个百分点", "0.3%", ["english-unit"]),
    ("预计 29.1 亿元", "2.91 billion yuan", ["english-estimate"]),
    ("3-5 家", "3 enterprises", ["english-quantity"]),
    ("3-5 家", "4–5 enterprises", ["english-quantity", "english-number"]),
    ("11个项目全部揭榜", "11 projects were taken up", ["english-quantity"]),
    ("零增长", "slow growth", ["english-quantity"]),
    ("81金91银92铜", "81 gold, 92 silver and 91 bronze medals", ["english-unit", "english-unit"]),
    ("没有数字", "45 of them", ["english-number", "english-negation"]),
    ("覆盖三分之二的村", "covers one third of the villages", ["english-quantity"]),
    ("七成以上的社区", "70 percent of the communities", ["english-bound"]),
    ("数百家企业", "100 companies", ["english-quantity"]),
    ("产值翻两番", "output doubled", ["english-quantity"]),
    ("粮食1390亿斤", "139 billion jin (79.5 billion kilograms) of grain", ["english-number"]),
    ("粮食1390亿斤", "69.5 billion kilograms of grain", ["english-quantity"]),
    ("全国首个园区", "a park", ["english-quantity"]),
    ("2022年", "2023", ["english-number", "english-number"]),
    ("第十八届", "the 19th", ["english-number"]),
    ("100件建议、200件提案", "100 suggestions", ["english-quantity"]),
    ("3家公司和3家企业", "3 companies", ["english-quantity"]),
    ("增长 8.3%；增长 19%", "up 19%; up 9%", ["english-quantity", "english-number"]),
    # A bound is said by its own hedges alone.
    ("超过200家", "no more than 200 companies", ["english-bound"]),
    ("超过200家", "not over 200 companies", ["english-bound"]),
    ("不低于200家", "not at least 200 companies", ["english-bound"]),
    ("不超过200家", "less than 200 companies", ["english-bound"]),
    ("不到200家", "no more than 200 companies", ["english-bound"]),
    ("200家左右", "nearly 200 companies", ["english-bound"]),
    ("200余家", "about 200 companies", ["english-bound"]),
    ("约3-5家", "3–5 companies", ["english-bound"]),
    ("3-5家", "about 3–5 companies", ["english-bound"]),
    ("200家以上", "at least 200 companies or so", ["english-bound"]),
    ("200家", "200 companies or more", ["english-bound"]),
    ("200家", "200-odd companies", ["english-bound"]),
    ("3亿元", "300 million yuan or above", ["english-bound"]),
    ("全部完成", "almost all was done", ["english-bound"]),
    ("引进亿元级企业", "bring in enterprises of under 100 million yuan", ["english-bound"]),
    # The unit is that of the Chinese, and no other.
    ("8.3%", "8.3 percentage points", ["english-unit"]),
    ("8.3%", "8.3% points", ["english-unit"]),
    ("8.3%", "8.3 points", ["english-unit"]),
    ("0.3个百分点", "0.3 points", ["english-unit"]),
    ("3亿元", "300 million US dollars, in yuan", ["english-unit"]),
    ("5万平方米", "50,000 square kilometers", ["english-unit"]),
    ("3.9万户", "39,000 people", ["english-unit"]),
    ("3.9万人", "39,000 households", ["english-unit"]),
    ("541家企业", "541 people", ["english-unit"]),
    ("4所幼儿园", "4 hectares of kindergartens", ["english-unit"]),
    ("引进亿元级企业", "bring in enterprises of 100 million people", ["english-unit"]),
    # Numbers of one kind stand in the order of the Chinese.
    ("17个专班、13个分指", "13 groups and 17 offices", ["english-order"]),
    ("分别增长4.5%、6.5%", "up 6.5% and 4.5% respectively", ["english-order"]),
    ("新建学校5所、幼儿园3所", "built 3 schools and 5 kindergartens", ["english-order"]),
    ("建成5G基站20个", "built 5 base stations for 20G", ["english-quantity"]),
    ("河东区第13幼儿园等4所", "13 schools, including No. 4 Kindergarten", ["english-quantity"]),
    # A number is one in words, too.
    ("开展多项活动", "hold three activities", ["english-number"]),
    ("开展三项活动", "hold four activities", ["english-quantity", "english-number"]),
    ("打造公园", "build a dozen parks", ["english-number"]),
    ("完成任务", "complete half of the tasks", ["english-number"]),
    ("提高产值", "double the output", ["english-number"]),
    ("惠及企业", "benefit thousands of companies", ["english-number"]),
    ("第二批", "the third group", ["english-number"]),
    ("三、坚持改革", "III. Three reforms", ["english-number"]),
    ("21世纪", "the twenty-second century", ["english-number", "english-number"]),
    ("三年行动", "the campaign", ["english-number"]),
    ("2018—2022年", "2022–2018", ["english-number"]),
    ("2022年1月5日", "2022 January 1", ["english-number"]),
]


@pytest.mark.parametrize(("zh", "en"), GOOD)
def test_good(zh: str, en: str, units: Units) -> None:
    assert parity(zh, en, units) == []


@pytest.mark.parametrize(("zh", "en", "codes"), BAD)
def test_bad(zh: str, en: str, codes: list[str], units: Units) -> None:
    assert [found.code.name for found in parity(zh, en, units)] == codes


def test_tables_are_large() -> None:
    assert len(GOOD) + len(BAD) >= 60


def test_words_of_a_mismatch(units: Units) -> None:
    (found,) = parity("新增就业1.65万人", "new jobs", units)
    assert found.message == "“1.65万人” of the Chinese is missing in the English"
    assert found.hint == "write 16,500"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("第十八届人民代表大会", "the 10th People's Congress"),
        ("第十二次党代会", "the 2nd Party Congress"),
        ("2023年1月9日", "January 1, 2023"),
        ("新冠", "COVID-45 prevention"),
    ],
)
def test_other_numbers_are_the_same_too(zh: str, en: str, units: Units) -> None:
    """No quantities, but wrong all the same: an ordinal, a date, a name."""
    assert [found.code.name for found in parity(zh, en, units)] == ["english-number"]
