"""What came of introductions is counted, people and times apart, and told in words."""

from datetime import date

import pytest

from mengzhan.rules.matching.outcomes import Outcomes, outcomes_of, sentences

TODAY = date(2026, 11, 26)
REFERRALS: list[dict[str, str]] = [
    {"person": "p1", "day": "2026-04-01", "result": "7", "result_on": "2026-04-03"},
    {
        "person": "p1",
        "day": "2026-05-28",
        "result": "B",
        "arrived_on": "2026-06-01",
        "stay_3_on": "2026-09-02",
    },
    {"person": "p2", "day": "2026-09-28", "result": "2", "arrived_on": "2026-10-01"},
    {
        "person": "p3",
        "day": "2026-04-28",
        "result": "A",
        "arrived_on": "2026-05-01",
        "left_on": "2026-05-20",
    },
    {
        "person": "p4",
        "day": "2025-12-28",
        "result": "C",
        "arrived_on": "2026-01-01",
        "stay_6_on": "2026-07-03",
    },
    {"person": "p5", "day": "2026-11-20"},
    {"person": "p6", "day": "2026-09-01", "due_on": "2026-09-08"},
    {"person": "p7", "day": "2026-11-01", "result": "7", "result_on": "2026-11-05"},
]


def test_people_and_times_are_counted_apart() -> None:
    assert outcomes_of(REFERRALS, TODAY) == Outcomes(
        people=7,
        times=8,
        arrived=4,
        stayed_3=2,
        stayed_6=1,
        open=1,
        overdue=1,
        reasons={"7": 2, "A": 1},
    )


def test_somebody_who_had_left_before_the_check_did_not_stay() -> None:
    left = {"arrived_on": "2026-05-01", "left_on": "2026-06-01", "stay_3_on": "2026-08-01"}
    told = [{"person": "p1", "day": "2026-04-28", "result": "2", **left}]
    assert outcomes_of(told, TODAY).stayed_3 == 0


@pytest.mark.parametrize("result", ["2", "B", "C"])
def test_a_success_without_a_day_of_arrival_is_none(result: str) -> None:
    told = [{"person": "p1", "day": "2026-11-23", "result": result}]
    counted = outcomes_of(told, TODAY)
    assert (counted.arrived, counted.stayed_3, counted.open) == (0, 0, 1)
    assert outcomes_of(told, date(2026, 12, 1)) == Outcomes(people=1, times=1, overdue=1)


def test_a_slip_that_is_overdue_is_not_waited_for() -> None:
    told = [{"person": "p1", "day": "2026-09-01", "due_on": "2026-09-08", "result": "X"}]
    assert outcomes_of(told, TODAY) == Outcomes(people=1, times=1, overdue=1)


def test_the_counts_in_words() -> None:
    assert [str(message) for message in sentences(outcomes_of(REFERRALS, TODAY))] == [
        "推荐过 7 人（8 人次），到岗 4 人",
        "满 3 个月 2 人，满 6 个月 1 人",
        "等回音 1 次",
        "逾期，未反馈 1 次",
        "本人拒绝：薪资 2 次",
        "到岗后1个月内离职 1 次",
    ]
    assert [str(message) for message in sentences(outcomes_of([], TODAY))] == ["还没有推荐过"]
