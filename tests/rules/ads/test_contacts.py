"""Whom to ask."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("招保安，电话13800000101王姐", "王姐"),
        ("招保安，13800000101（微信同步）刘店长", "刘店长"),
        ("招保安，13800000101厂长老韩", "厂长老韩"),
        ("招保安，联系：孟和13800000101", "孟和"),
        ("招保安，打我电话13800000101我叫巴图", "巴图"),
        ("招保安，想来的给老贾打电话13800000101就行", "老贾"),
        ("招保安\n联系人：其其格\n电话：13800000101", "其其格"),
        ("招保安，院办小武13800000101", "小武"),
        ("招保安，13800000101找乌云其木格", "乌云其木格"),
        ("招保安，13800000101找强子", "强子"),
        ("招保安，姓贾13800000101", "姓贾"),
        ("招保安，13800000101 Nana", "Nana"),
    ],
)
def test_names_beside_a_number(text: str, name: str, said: Say) -> None:
    assert said(text, "contact") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "招保安，来的扣1，或者打13800000101",
        "招保安，离家近的来，13800000101",
        "招保安，简历发微信13800000101",
        "招保安，自带水壶 13800000101",
        "招放羊的，巴彦塔拉嘎查，电话13800000101",
    ],
)
def test_other_words_beside_a_number(text: str, said: Say) -> None:
    assert said(text, "contact") == [None]
