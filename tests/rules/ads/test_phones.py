"""Telephone numbers, however they are written."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.phones import find_phones, for_applicants, phones_in_turn


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("138 0000 0120", "13800000120"),
        ("138-0000-0120", "13800000120"),
        ("13800 000 127", "13800000127"),
        ("138 000 00127", "13800000127"),
        ("13800 0001 27", "13800000127"),
        ("1380 0000 127", "13800000127"),
        ("+86 13800000120", "13800000120"),
        ("一三八零零零零零一二零", "13800000120"),
        ("0475-6000107", "0475-6000107"),
        ("（0475）6000107", "0475-6000107"),
    ],
)
def test_numbers_come_in_one_writing(text: str, number: str) -> None:
    (phone,) = find_phones(AdText(f"电话{text}。"))
    assert phone.value == number
    assert phone.sure > 0.9


@pytest.mark.parametrize("text", ["1380000xxxx", "138****0120"])
def test_half_a_number_is_unsure(text: str) -> None:
    (phone,) = find_phones(AdText(text))
    assert phone.sure < 0.7


def test_other_digits_are_no_number() -> None:
    assert not find_phones(AdText("2026年11月26日，月薪3500-4000，微信snow0000"))


def test_sums_in_a_row_are_no_number() -> None:
    assert not find_phones(AdText("工资依次1900 2000 500"))


def numbers_to_dial(text: str) -> list[object]:
    ad = AdText(text)
    return [phone.value for phone in for_applicants(ad, find_phones(ad))]


def test_a_number_for_customers_is_not_for_applicants() -> None:
    text = "可承接婚宴，订餐电话13800000101，招聘电话13800000102找娜姐"
    assert numbers_to_dial(text) == ["13800000102"]
    assert numbers_to_dial("招服务员2名，订餐电话13800000101") == ["13800000101"]


def dealt(text: str, *names: tuple[str, str]) -> list[list[object]]:
    ad = AdText(text)
    return [[phone.value for phone in own] for own in phones_in_turn(ad, find_phones(ad), names)]


def test_numbers_told_in_turn_are_of_one_firm_or_vacancy_after_the_other() -> None:
    text = "电话依次：13800000101、13800000102"
    two, three = ("医院", "护工"), ("医院", "电梯员")
    assert dealt(text, two, three, ("布鞋店", "店员")) == [
        ["13800000101"],
        ["13800000101"],
        ["13800000102"],
    ]
    assert dealt(text, two, three) == [["13800000101"], ["13800000102"]]


@pytest.mark.parametrize("text", ["电话13800000101", "景区13800000101", "医院13800000101，谢谢"])
def test_one_number_is_for_all(text: str) -> None:
    assert dealt(text, ("医院", "护工"), ("布鞋店", "店员")) == [[], []]
