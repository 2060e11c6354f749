"""Exceptions in the record: readable lines, one for each rule and words."""

from mengzhan.rules.ads.exceptions import (
    AdException,
    read_exceptions,
    with_exception,
    without_exception,
)

ONE = AdException("D-SEX-1", "限男性", "矿山井下")
OTHER = AdException("D-AGE-1", "18-40周岁", "公开招聘")


def test_exceptions_go_in_and_come_back() -> None:
    text = with_exception(with_exception(None, ONE), OTHER)
    assert text == "D-SEX-1｜限男性｜矿山井下\nD-AGE-1｜18-40周岁｜公开招聘"
    assert read_exceptions(text) == [ONE, OTHER]


def test_a_new_reason_takes_the_place_of_the_old_one() -> None:
    newer = AdException("D-SEX-1", "限男性", "戒毒场所")
    assert read_exceptions(with_exception(with_exception(None, ONE), newer)) == [newer]


def test_the_last_exception_taken_back_empties_the_field() -> None:
    text = with_exception(None, ONE)
    assert without_exception(text, "D-SEX-1", "只要男的") == text
    assert without_exception(text, "D-SEX-1", "限男性") is None


def test_what_somebody_typed_there_is_passed_over() -> None:
    assert read_exceptions("领导同意\nD-SEX-1｜限男性｜矿山井下\n") == [ONE]
    assert read_exceptions(None) == []
