"""Filters on one record. That SQL says the same is tested in tests/store/test_filters.py."""

import pytest

from mengzhan.model.entry import Values
from mengzhan.rules.filters import (
    Compare,
    Contains,
    Either,
    Empty,
    Every,
    Filter,
    Not,
    OneOf,
    StartsWith,
    matches,
)

PERSON: Values = {
    "name": "Anna 苏和%",
    "wage": 320_000,
    "consent": True,
    "day": "2026-11-20",
    "place": "150102001001",
    "groups": ["K04", "K09"],
    "status": "1",
    "none": None,
    "blank": "",
    "nothing": [],
}


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Every(), True),
        (Either(()), False),
        (Not(Every()), False),
        (Compare("wage", "ge", 320_000), True),
        (Compare("wage", "gt", 320_000), False),
        (Compare("wage", "lt", 320_001), True),
        (Compare("wage", "le", 319_999), False),
        (Compare("day", "ge", "2026-11-01"), True),
        (Compare("day", "lt", "2026-11-20"), False),
        (Compare("consent", "eq", True), True),
        (Compare("consent", "ne", True), False),
        (Compare("status", "eq", "1"), True),
        (Compare("status", "ne", "1"), False),
        (Compare("none", "eq", "1"), False),
        (Compare("none", "ne", "1"), True),
        (Compare("none", "lt", 5), False),
        (Compare("unknown", "ge", 0), False),
        (OneOf("status", ("1", "2")), True),
        (OneOf("status", ("2",)), False),
        (OneOf("status", ()), False),
        (OneOf("groups", ("K09", "K10")), True),
        (OneOf("groups", ("K0",)), False),
        (OneOf("none", ("1",)), False),
        (Contains("name", "anna"), True),
        (Contains("name", "苏和"), True),
        (Contains("name", "%"), True),
        (Contains("name", "苏%和"), False),
        (Contains("name", "A_na"), False),
        (Contains("none", ""), False),
        (StartsWith("place", "150102"), True),
        (StartsWith("place", "0102"), False),
        (StartsWith("none", ""), False),
        (Empty("none"), True),
        (Empty("blank"), True),
        (Empty("nothing"), True),
        (Empty("unknown"), True),
        (Empty("groups"), False),
        (Empty("consent"), False),
        (Every((Compare("status", "eq", "1"), Empty("none"))), True),
        (Every((Compare("status", "eq", "1"), Empty("name"))), False),
        (Either((Compare("status", "eq", "2"), Empty("none"))), True),
        (Not(Either((Compare("status", "eq", "2"), Empty("name")))), True),
    ],
)
def test_one_record(expression: Filter, expected: bool) -> None:
    assert matches(expression, PERSON) is expected


def test_an_expression_is_plain_data() -> None:
    one = Every((Compare("status", "eq", "1"), Not(Empty("name"))))
    assert one == Every((Compare("status", "eq", "1"), Not(Empty("name"))))
    assert hash(one) == hash(Every((Compare("status", "eq", "1"), Not(Empty("name")))))
