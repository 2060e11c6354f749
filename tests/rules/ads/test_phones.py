"""Telephone numbers, however they are written."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.phones import find_phones, for_applicants


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("138 0000 0120", "13800000120"),
        ("138-0000-0120", "13800000120"),
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


def numbers_to_dial(text: str) -> list[object]:
    ad = AdText(text)
    return [phone.value for phone in for_applicants(ad, find_phones(ad))]


def test_a_number_for_customers_is_not_for_applicants() -> None:
    text = "可承接婚宴，订餐电话13800000101，招聘电话13800000102找娜姐"
    assert numbers_to_dial(text) == ["13800000102"]
    assert numbers_to_dial("招服务员2名，订餐电话13800000101") == ["13800000101"]
