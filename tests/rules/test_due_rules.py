"""Rules as data: each has a source and an interval that counts as it says."""

from dataclasses import replace
from datetime import date

import pytest

from mengzhan.rules.due import RULES
from mengzhan.rules.due_rules import DAYS, MONTHS, WORKDAYS, due_rules
from mengzhan.rules.workdays import working_calendar


def test_every_rule_about_a_record_stands_in_the_table_with_its_source() -> None:
    assert {rule.work for rule in RULES} <= due_rules().keys()
    assert all(rule.basis for rule in due_rules().values())
    assert [rule.rank for rule in due_rules().values()] == list(range(len(due_rules())))


@pytest.mark.parametrize(
    ("code", "day", "expected"),
    [
        ("first_contact", "2026-09-28", "2026-10-10"),
        ("monthly", "2026-01-31", "2026-02-28"),
        ("retry", "2026-12-28", "2027-01-04"),
    ],
)
def test_an_interval_counts_in_its_unit(code: str, day: str, expected: str) -> None:
    after = due_rules()[code].after(date.fromisoformat(day), working_calendar())
    assert after.isoformat() == expected


@pytest.mark.parametrize(
    ("interval", "unit", "words"),
    [
        (1, MONTHS, "每月"),
        (2, MONTHS, "每 2 个月"),
        (3, MONTHS, "每季度"),
        (12, MONTHS, "每年"),
        (1, DAYS, "每天"),
        (10, DAYS, "每 10 天"),
        (1, WORKDAYS, "每个工作日"),
        (5, WORKDAYS, "每 5 个工作日"),
    ],
)
def test_how_often_is_said_in_words(interval: int, unit: str, words: str) -> None:
    rule = replace(due_rules()["monthly"], interval=interval, unit=unit)
    assert str(rule.every) == words
