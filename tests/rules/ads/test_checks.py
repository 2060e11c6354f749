"""What is worked out in an ad's text: pay, probation, range, who employs."""

import pytest

from mengzhan.rules.ads.checks import longest_trial
from mengzhan.rules.ads.lint import lint

AD = "盛源公司招会计，双休，"


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("月薪1500元", "F-WAGE-1", "月薪1500元"),
        ("试用期工资1500元，转正3500元", "F-WAGE-3", "工资1500元"),
        ("试用期工资2600元，转正工资3500元", "F-WAGE-3", "工资2600元"),
        ("月薪3000-20000元", "F-RANGE-1", "月薪3000-20000元"),
        ("每天12小时，月薪4000元", "F-HOURS-1", "每天12小时"),
        ("合同先签三个月，试用期三个月", "F-CONTRACT-1", "合同先签三个月，试用期三个月"),
        ("签一年合同，头四个月算试用", "F-CONTRACT-1", "签一年合同，头四个月算试用"),
        ("试用期三个月，合同一年", "F-CONTRACT-1", "试用期三个月，合同一年"),
    ],
)
def test_what_is_measured_hits_with_its_words(text: str, rule: str, words: str) -> None:
    assert [(hit.rule.id, hit.words) for hit in lint(AD + text)] == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "试用期工资2900元，转正工资3500元",
        "月薪3000-9000元",
        "月薪3000元，餐补300元/月",
        "合同签两年，试用期两个月",
        "合同三年，试用期半年",
        "基础工资1700元，到手四千左右",
        "月薪3000元，冷库津贴每天20元",
    ],
)
def test_what_is_in_order_does_not(text: str) -> None:
    assert lint(AD + text) == []


def test_an_ad_without_an_employer_is_told_so_as_a_whole() -> None:
    (hit,) = lint("招会计，双休，月薪4000元，电话19900000000")
    assert (hit.rule.id, hit.words, hit.start, hit.end) == ("F-VAGUE-1", "", 0, 0)
    assert hit.message == "招聘信息要素不全：没有单位名称。"


def test_how_long_a_trial_may_be_goes_by_the_contract() -> None:
    contracts = (2, 3, 11.9, 12, 35, 36)
    assert [longest_trial(months) for months in contracts] == [0, 1, 1, 2, 2, 6]
