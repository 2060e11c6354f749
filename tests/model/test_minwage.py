"""Minimum wages by place and day."""

from collections import Counter
from datetime import date

import pytest

from mengzhan.model.divisions import division_tree
from mengzhan.model.minwage import MinWage, MinWageTable, min_wage_table


def test_every_banner_has_a_class_as_in_the_notice() -> None:
    table = min_wage_table()
    banners = [d.code for d in division_tree() if d.level == "county"]
    classes = Counter(table.wage_class(code) for code in banners)
    assert classes == {"1": 32, "2": 30, "3": 41, None: 5}


def test_the_wage_follows_place_and_day() -> None:
    table = min_wage_table()
    now = table.on("152221201001", date(2026, 11, 23))
    before = table.on("152221201001", date(2024, 11, 30))
    assert now is not None
    assert before is not None
    assert (now.monthly, now.hourly) == (2140_00, 21_10)
    assert (before.monthly, before.hourly) == (1850_00, 19_50)
    assert table.on("152221", date(2020, 1, 1)) is None
    assert table.on("110101", date(2026, 1, 1)) is None
    assert table.on("150271", date(2026, 1, 1)) is None


def test_a_new_notice_is_added_and_replaces_its_own_day() -> None:
    new = MinWage(date(2027, 1, 1), "3", 2300_00, 23_00)
    table = min_wage_table().with_wages([new]).with_wages([new])
    assert table.on("152221", date(2027, 1, 1)) == new
    assert table.on("152221", date(2026, 12, 31)) != new
    assert list(table).count(new) == 1


def test_the_lowest_of_a_day_is_told_where_the_place_is_not_known() -> None:
    table = min_wage_table()
    assert table.lowest(date(2026, 11, 26)).monthly == 214_000
    assert table.lowest(date(2024, 11, 30)).monthly == 185_000
    assert table.lowest(date(1999, 1, 1)).monthly == 185_000
    with pytest.raises(ValueError, match="empty"):
        MinWageTable((), {}).lowest(date(2026, 11, 26))
