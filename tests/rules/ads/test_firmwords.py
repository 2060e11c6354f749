"""How names of firms end, and what only tells a sort of firm."""

from mengzhan.rules.ads.firmwords import ends_as_firm, ends_with_firm, only_a_sort


def test_endings() -> None:
    assert ends_as_firm("聚香缘饭店")
    assert not ends_as_firm("大饭店")
    assert not ends_as_firm("老汽车站对面")


def test_a_sort_ends_with_a_firm_too() -> None:
    assert ends_with_firm("大饭店")
    assert not ends_with_firm("店")


def test_sorts() -> None:
    assert only_a_sort("羊杂馆")
    assert only_a_sort("服装厂")
    assert not only_a_sort("塞上人家饭庄")
    assert not only_a_sort("蒙根宴")
