"""What a referral is on a day."""

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.referral_state import (
    INTERVIEWS,
    interviews_of,
    is_under_way,
    is_working,
    result_as_of,
    standing,
)


def referral(**more: Value) -> dict[str, Value]:
    return {"day": "2026-10-01", "due_on": "2026-10-08", **more}


def told(values: dict[str, Value], *days: int) -> str:
    """The results as of some days of October, one character each, a dot for none."""
    return "".join(result_as_of(values, f"2026-10-{day:02}") or "." for day in days)


def test_it_waits_for_a_week_and_is_then_no_answer() -> None:
    assert told({"day": "2026-10-02"}, 1, 2, 9, 10, 31) == ".00XX"
    assert told(referral(), 7, 8, 9) == "00X"


def test_an_answer_counts_from_its_day() -> None:
    assert told(referral(result="4", result_on="2026-10-05"), 4, 5, 20) == "044"
    assert told(referral(result="4", result_on="2026-10-11"), 8, 9, 10, 11) == "0XX4"


def test_an_answer_without_a_day_counts_when_the_slip_would_be_overdue() -> None:
    assert told(referral(result="4"), 8, 9) == "04"


def test_an_interview_gives_another_week() -> None:
    values = referral(
        result="1", result_on="2026-10-06", interviewed_on="2026-10-06", due_on="2026-10-13"
    )
    assert told(values, 5, 6, 13, 14) == "011X"
    late = {**values, "interviewed_on": "2026-10-10", "due_on": "2026-10-17"}
    assert told(late, 8, 9, 10, 17, 18) == "0X11X"
    again = {**late, INTERVIEWS: ["2026-10-06"]}
    assert told(again, 6, 9, 13, 17, 18) == "1111X"


def test_an_interview_without_its_own_day_counts_from_the_day_of_the_result() -> None:
    values = referral(result="1", result_on="2026-10-06", due_on="2026-10-13")
    assert told(values, 5, 6, 13, 14) == "011X"


def test_days_of_interviews_that_were_taken_back_do_not_count() -> None:
    first, second = {"interviewed_on": "2026-10-06"}, {"interviewed_on": "2026-10-12"}
    nothing: dict[str, Value] = {"interviewed_on": None}
    assert interviews_of([first, second]) == ["2026-10-06", "2026-10-12"]
    assert interviews_of([first, nothing]) == []
    assert interviews_of([first, second, first]) == ["2026-10-06"]


@pytest.mark.parametrize("code", ["2", "B", "C"])
def test_success_counts_by_the_day_of_arrival_alone(code: str) -> None:
    assert told(referral(result=code, result_on="2026-10-05"), 5, 8, 9) == "00X"
    came = referral(result=code, result_on="2026-10-05", arrived_on="2026-10-07")
    assert told(came, 6, 7, 30) == "022"


def test_stays_and_leaving_follow_the_arrival() -> None:
    values = referral(
        result="C", arrived_on="2026-01-05", stay_3_on="2026-04-06", stay_6_on="2026-07-06"
    ) | {"day": "2026-01-01", "due_on": "2026-01-08"}
    days = ("2026-01-05", "2026-04-06", "2026-07-06")
    assert [result_as_of(values, day) for day in days] == ["2", "B", "C"]
    left = referral(result="A", arrived_on="2026-10-05", left_on="2026-10-20")
    assert told(left, 19, 20) == "2A"
    assert is_working(left, "2026-10-19")
    assert not is_working(left, "2026-10-20")


def test_a_slip_that_was_given_up_is_no_longer_under_way() -> None:
    values = referral(result="X", result_on="2026-10-04")
    assert is_under_way(values, "2026-10-03")
    assert not is_under_way(values, "2026-10-04")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "逾期，未反馈"),
        ({"result": "2"}, "逾期，未反馈"),
        ({"result": "X", "result_on": "2026-11-10"}, "逾期未返回执"),
        ({"due_on": "2026-12-30"}, "已推荐待反馈"),
        ({"arrived_on": "2026-11-05"}, "录用已到岗"),
        ({"arrived_on": "2026-11-05", "left_on": "2026-11-20"}, "到岗后离职"),
        ({"day": "2027-01-01"}, ""),
    ],
)
def test_what_it_stands_at_in_words(more: dict[str, Value], words: str) -> None:
    assert str(standing(referral(**more), "2026-12-01")) == words
