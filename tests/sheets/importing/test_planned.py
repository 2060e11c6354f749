"""What differs between a row and what it resembles, and what a rule for the whole file says."""

from typing import Literal

import pytest

from mengzhan.model.entry import Values
from mengzhan.model.words import Message
from mengzhan.rules.suspicion import Suspicion
from mengzhan.sheets.importing.planned import (
    Decision,
    Resemblance,
    Same,
    by_rule,
    differing,
    differing_rows,
    filling,
)

STORED: Values = {"name": "乌云", "phone": "1", "school": None, "skills": [], "major": "会计"}
TOLD: Values = {"name": "乌云", "phone": "2", "school": "甲校", "skills": [], "note": ""}


def suspicion(weight: Literal["same", "likely", "warn"] = "same") -> Suspicion:
    return Suspicion("r", "id_number", Message("x"), weight)


def test_what_a_row_leaves_out_is_no_difference() -> None:
    pairs = differing(STORED, TOLD)
    assert pairs == {"phone": ("1", "2"), "school": (None, "甲校")}
    assert filling(pairs) == {"school"}


def test_of_two_rows_that_only_may_be_one_what_is_left_out_counts() -> None:
    assert differing_rows(suspicion(), STORED, TOLD) == differing(STORED, TOLD)
    assert differing_rows(suspicion("likely"), STORED, TOLD)["major"] == ("会计", None)


@pytest.mark.parametrize(
    ("same", "stored", "in_file"),
    [
        ("ask", None, None),
        ("keep", Decision("skip"), None),
        (
            "fill",
            Decision("merge", frozenset({"school"})),
            Decision("merge", frozenset({"school"})),
        ),
        ("take", Decision("merge"), None),
    ],
)
def test_a_rule_decides_about_the_register_and_never_between_two_rows_that_contradict(
    same: Same, stored: Decision | None, in_file: Decision | None
) -> None:
    pairs = differing(STORED, TOLD)
    assert by_rule(same, Resemblance(suspicion(), "r", None, pairs)) == stored
    assert by_rule(same, Resemblance(suspicion(), "", 3, pairs)) == in_file
    assert by_rule(same, Resemblance(suspicion("likely"), "r", None, pairs)) is None


def test_a_row_that_only_adds_is_joined_by_either_rule() -> None:
    alike = Resemblance(suspicion(), "", 3, {"school": (None, "甲校")})
    joined = Decision("merge", frozenset({"school"}))
    assert by_rule("fill", alike) == by_rule("take", alike) == joined
