"""What an English text says otherwise than its Chinese: a denial, a rise or fall, another subject; and what is no fault."""

from __future__ import annotations

import pytest

from workreport.figures.wording import wording

SAME = [
    ("全力以赴抓好招商", "spare no effort to attract investment"),
    ("牢记使命，毫不动摇", "never forget our mission, and stand firm"),
    ("不忘初心", "stay true to the original aspiration"),
    ("不断提高水平", "raise the level ever further"),
    ("必不可少", "essential"),
    ("未成年人", "minors"),
    ("没有完成", "failed to complete"),
    ("没有给出数量，也没有增速", "gives no number and no growth"),
    ("控制在5.5%以内", "no more than 5.5%"),
    ("第1号", "No. 1"),
    ("脱贫攻坚", "poverty reduction"),
    ("迎难而上", "rise to challenges"),
    ("培育新动能", "foster growth"),
    ("不得不放弃", "had to give it up"),
    ("是不是新开的", "whether it is new"),
    ("概括2022年", "sums up 2022"),
    ("各位代表", "Fellow Deputies"),
    ("各项工作各就其位", "all else falls into place"),
]
OTHER = [
    ("推进教育", "we will not advance education", "english-negation"),
    ("推进教育", "we will never advance education", "english-negation"),
    ("推进教育", "we won't advance education", "english-negation"),
    ("不断推进教育", "we do not advance education", "english-negation"),
    ("防范风险", "we cannot guard against risks", "english-negation"),
    ("没有推进", "it did not advance, it never will", "english-negation"),
    ("没有写明数量", "it gives the number", "english-negation"),
    ("严禁占用", "they may be used", "english-negation"),
    ("未发生重大事故", "a major accident occurred", "english-negation"),
    ("增长3%", "fell by 3%", "english-direction"),
    ("增长3%", "down 3%", "english-direction"),
    ("收入增长", "income will fall", "english-direction"),
    ("提高收入", "reduce income", "english-direction"),
    ("提升水平", "lower the level", "english-direction"),
    ("减少3%", "up by about 3%", "english-direction"),
    ("压减支出", "increase spending", "english-direction"),
    ("加强医疗、教育、住房保障工作", "Metro Line 10 is open", "english-subject"),
    ("加强医疗、教育、住房、养老、就业服务", "Serve the people with new lines", "english-subject"),
]


@pytest.mark.parametrize(("zh", "en"), SAME)
def test_no_fault(zh: str, en: str) -> None:
    assert wording(zh, en) == []


@pytest.mark.parametrize(("zh", "en", "code"), OTHER)
def test_fault(zh: str, en: str, code: str) -> None:
    assert [found.code.name for found in wording(zh, en)] == [code]


def test_the_words_of_each() -> None:
    (denied,) = wording("推进教育", "we will not advance education")
    assert denied.message == "the English says “not”, and the Chinese denies nothing there"
    (dropped,) = wording("没有写明数量", "it gives the number")
    assert dropped.message == "the Chinese says “没有”, and the English denies nothing"
    (fell,) = wording("增长3%", "fell by 3%")
    assert fell.message == "the English says “fell”, which the Chinese does not"
    (other,) = wording("加强医疗、教育、住房保障工作", "Metro Line 10 is open")
    assert other.message == "the English speaks of nothing like “医疗”, “教育”, “住房”, “保障”"


def test_a_third_of_few_subjects_or_two_fifths_of_many_are_too_few() -> None:
    assert wording("医疗、教育、住房", "medical services") != []
    assert wording("医疗、教育、住房", "medical services and schools") == []
    assert wording("医疗、教育、住房、养老、就业", "medical services and schools") != []
    assert wording("医疗、教育、住房、养老、就业", "medical services, schools and homes") == []
    assert wording("医疗、教育", "roads") == [], "two are too few to judge by"
