"""Indicators: every one has its words, a unit and a sentence, in both languages."""

import pytest

from mengzhan.model.codes import code_table, show_codes_in
from mengzhan.rules.figures import INDICATORS

UNITS = {"条", "人", "户", "次", "人次", "户次", "%", "倍"}


def test_each_indicator_has_its_row_and_each_row_its_indicator() -> None:
    assert [*INDICATORS] == [row.code for row in code_table("indicator")]


@pytest.mark.parametrize("code", INDICATORS)
def test_an_indicator_says_what_it_is(code: str) -> None:
    indicator = INDICATORS[code]
    assert indicator.unit in UNITS
    assert indicator.meaning.endswith("。")
    assert indicator.of in ("", *INDICATORS)
    assert (indicator.unit in ("%", "倍")) == indicator.is_ratio
    chinese = indicator.label
    show_codes_in("en")
    try:
        assert indicator.label != chinese
        assert indicator.meaning.isascii() or "“" in indicator.meaning
        assert indicator.unit
    finally:
        show_codes_in("zh_CN")


def test_entries_and_people_are_told_apart() -> None:
    pairs = (("M01", "M02"), ("M04", "M05"), ("M12", "M13"), ("M19", "M18"))
    units = [(INDICATORS[one].unit, INDICATORS[other].unit) for one, other in pairs]
    assert units == [("条", "人"), ("户", "次"), ("人", "人次"), ("人", "人次")]
