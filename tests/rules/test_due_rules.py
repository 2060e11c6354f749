"""Rules as data: each has a source and an interval that counts as it says."""

from datetime import date

import pytest

from mengzhan.rules.due import RULES
from mengzhan.rules.due_rules import due_rules
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
