"""Conditions as the user sets them become filters, and are kept as data."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.rules.filters import matches
from mengzhan.ui.pages.conditions import (
    RULE,
    TODAY,
    Condition,
    own_filters,
    to_filter,
    ways,
    words_of,
)
from tests import people

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("conditions", "values", "expected"),
    [
        ([Condition("employment_status", "is", "1")], {"employment_status": "1"}, True),
        (
            [Condition("sex", "is", "1"), Condition("sex", "is", "2")],
            {"sex": "2"},
            True,
        ),
        ([Condition("residence", "is", "150102001")], {"residence": "150102001001"}, True),
        ([Condition("name", "has", "其格")], {"name": "乌云其其格"}, True),
        ([Condition("registered_on", "from", TODAY)], {"registered_on": "2026-11-22"}, False),
        (
            [
                Condition("registered_on", "from", "2026-11-01"),
                Condition("registered_on", "until", "2026-11-30"),
            ],
            {"registered_on": "2026-12-01"},
            False,
        ),
        ([Condition("graduated_on", "filled")], {"graduated_on": None}, False),
        ([Condition("graduated_on", "empty")], {}, True),
        ([Condition("needs_mongolian", "is", True)], {"needs_mongolian": True}, True),
        ([Condition("needs_mongolian", "is", False)], {"needs_mongolian": True}, False),
        ([Condition("field_of_a_newer_version", "is", "x")], {}, True),
    ],
)
def test_what_a_condition_lets_through(
    conditions: list[Condition], values: dict[str, Value], expected: bool
) -> None:
    assert matches(to_filter(KINDS["person"], conditions, DAY), values) is expected


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_has_a_way_and_own_filters_name_fields(kind: str) -> None:
    assert all(ways(item) for item in KINDS[kind])
    conditions = [condition for kept in own_filters(kind) for condition in kept.conditions]
    for condition in conditions:
        assert condition.how == RULE or KINDS[kind].get(condition.field)
        assert str(words_of(KINDS[kind], condition, "值"))


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({}, True),
        ({"closed_on": "2026-11-20", "close_reason": "4"}, False),
        ({"close_reason": "3"}, False),
        ({"valid_until": "2026-11-22"}, False),
    ],
)
def test_what_a_ledger_closed_without_a_day_is_no_longer_offered(
    more: dict[str, Value], offered: bool
) -> None:
    (kept,) = (one for one in own_filters("vacancy") if one.name == "还在招")
    values = people.vacancy_values("e", **more)
    assert matches(to_filter(KINDS["vacancy"], kept.conditions, DAY), values) is offered


def test_a_rule_of_a_newer_version_leaves_nothing_out() -> None:
    kept = [Condition("rule_of_a_newer_version", RULE)]
    assert matches(to_filter(KINDS["vacancy"], kept, DAY), people.vacancy_values("e"))


def test_a_sensitive_text_is_never_searched_for() -> None:
    assert "has" not in ways(KINDS["person"]["phone"])
