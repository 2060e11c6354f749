"""Signs of fraud, weighed over the whole ad."""

import pytest

from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.proof import faults
from mengzhan.rules.ads.rulebook import Row, RulebookError, rules_in_force
from mengzhan.rules.ads.signs import ENOUGH, GRAVE

RULE: Row = {
    "id": "X-1", "category": "诈骗", "severity": "block", "message": "像骗局：{signs}。",
    "advice": "删。", "basis": "试行",
}  # fmt: skip
GRAVE_SIGN: Row = {"id": "X-1", "sign": "绿票", "weight": "6", "pattern": "绿票"}
WEAK_SIGN: Row = {"id": "X-1", "sign": "喝茶", "weight": "2", "pattern": "喝茶|饮茶"}
HONEST_SIGN: Row = {"id": "X-1", "sign": "正规", "weight": "-4", "pattern": "红章"}
LENT: Row = {"id": "X-1", "sign": "要钱", "weight": "4", "lent": "F-FEE-1"}


def found(text: str, *rows: Row) -> list[tuple[str, str]]:
    book = rules_in_force().replaced_by([RULE, *rows])
    hits = lint(text, rules=book)
    return [(hit.words, hit.message) for hit in hits if hit.rule.id == "X-1"]


def test_signs_that_weigh_enough_together_hit_and_are_named() -> None:
    assert ENOUGH == 8
    assert found("喝茶，绿票", GRAVE_SIGN, WEAK_SIGN) == [("绿票", "像骗局：绿票、喝茶。")]
    assert found("绿票", GRAVE_SIGN, WEAK_SIGN) == []


def test_a_sign_counts_once_however_often_it_stands() -> None:
    light = {**GRAVE_SIGN, "weight": str(GRAVE)}
    assert found("喝茶，饮茶，喝茶，绿票", light, WEAK_SIGN) == []


def test_weak_signs_alone_never_hit() -> None:
    rows = [
        {**WEAK_SIGN, "sign": word, "pattern": word, "weight": str(GRAVE - 1)} for word in "甲乙丙"
    ]
    assert found("甲，乙，丙", *rows) == []


def test_what_honest_employers_write_weighs_against() -> None:
    assert found("喝茶，绿票，红章", GRAVE_SIGN, WEAK_SIGN, HONEST_SIGN) == []


def test_a_hit_of_another_rule_may_be_a_sign() -> None:
    words = [words for words, _ in found("绿票，入职交押金300元", GRAVE_SIGN, LENT)]
    assert words == ["绿票", "交押金300元"]


def test_signs_of_a_vacancy_are_weighed_over_all_its_fields() -> None:
    book = rules_in_force().replaced_by([RULE, GRAVE_SIGN, WEAK_SIGN])
    hits = lint({"title": "喝茶的活", "duties": "绿票", "wage_unit": "9"}, rules=book)
    assert [(hit.field, hit.words) for hit in hits if hit.rule.id == "X-1"] == [("duties", "绿票")]


def test_an_innocent_ad_with_one_sign_is_not_blocked() -> None:
    for text in (
        "盛源公司招客服，在家办公，月薪4000元，五险，双休",
        "建设银行网点招大堂引导员，协助客户办卡、刷脸认证，3500元，五险",
        "驿站招人帮老人取快递送上门，一件一块五",
        "涉密单位招司机，要签保密协议，月薪5000元",
    ):
        assert not any(hit.blocks for hit in lint(text)), text


def test_a_weight_must_be_a_number() -> None:
    with pytest.raises(RulebookError, match="weight"):
        rules_in_force().replaced_by([RULE, {**GRAVE_SIGN, "weight": "schwer"}])


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"example": "喝茶，绿票", "innocent": "绿票"}, ""),
        ({"example": "绿票"}, "X-1: does not find 绿票"),
        ({"innocent": "喝茶，绿票"}, "X-1: hits 喝茶，绿票"),
    ],
)
def test_a_weighed_rule_proves_itself_by_whole_ads(changes: Row, wrong: str) -> None:
    book = rules_in_force().replaced_by([{**RULE, **changes}, GRAVE_SIGN, WEAK_SIGN])
    assert [fault for fault in faults(book) if fault.startswith("X-1")] == (
        [wrong] if wrong else []
    )


def test_a_sign_may_only_be_lent_by_a_rule_that_is_there() -> None:
    book = rules_in_force().replaced_by([RULE, {**LENT, "lent": "X-9"}])
    assert [fault for fault in faults(book) if fault.startswith("X-1")] == ["X-1: lent X-9"]
