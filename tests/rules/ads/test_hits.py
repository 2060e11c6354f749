"""A hit puts the text right, and speaks the language of the screen."""

import pytest

from mengzhan.model.codes import show_codes_in
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.rulebook import rules_in_force

RULE = rules_in_force().rules["D-SEX-1"]


def hit(text: str, words: str, replacement: str | None) -> Hit:
    start = text.index(words)
    return Hit(RULE, start, start + len(words), words, replacement=replacement)


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("招收银员，限女性，月薪2600元", "限女性", "招收银员，月薪2600元"),
        ("限女性，月薪2600元", "限女性", "月薪2600元"),
        ("招收银员，限女性", "限女性", "招收银员"),
        ("招收银员，限女性。月薪2600元", "限女性", "招收银员。月薪2600元"),
        ("双休。限女性，月薪2600元", "限女性", "双休。月薪2600元"),
        ("招女服务员", "女", "招服务员"),
        ("限女性", "限女性", ""),
    ],
)
def test_words_taken_out_leave_one_comma(text: str, words: str, after: str) -> None:
    assert hit(text, words, "").applied(text) == after


def test_words_are_put_in_place_of_others_or_left_to_a_person() -> None:
    text = "招女服务员2名"
    assert hit(text, "女服务员", "服务员").applied(text) == "招服务员2名"
    assert hit(text, "女服务员", None).applied(text) == text


def test_messages_are_filled_in_both_languages() -> None:
    wage = Hit(rules_in_force().rules["F-WAGE-1"], 0, 0, "", params={"standard": "2270元/月"})
    assert wage.message == "报酬低于最低工资标准（2270元/月）。"
    show_codes_in("en")
    try:
        assert wage.message == "The pay is below the minimum wage (2270元/月)."
    finally:
        show_codes_in("zh_CN")


def test_only_fraud_blocks() -> None:
    blocking = {rule.id for rule in rules_in_force() if Hit(rule, 0, 0, "").blocks}
    assert blocking == {
        "F-FEE-1", "F-ID-1", "F-LOAN-1", "F-SCAM-1", "F-SCAM-2", "F-OVERSEA-1", "F-MLM-1", "F-BAOLU-1",
        "F-MINOR-1",
    }  # fmt: skip
