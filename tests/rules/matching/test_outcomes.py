"""What came of introductions is counted, people and times apart, and told in words."""

from mengzhan.rules.matching.outcomes import Outcomes, outcomes_of, sentences

REFERRALS: list[dict[str, str]] = [
    {"person": "p1", "result": "7"},
    {"person": "p1", "result": "B", "arrived_on": "2026-06-01", "stay_3_on": "2026-09-02"},
    {"person": "p2", "result": "2", "arrived_on": "2026-10-01"},
    {"person": "p3", "result": "A", "arrived_on": "2026-05-01", "left_on": "2026-05-20"},
    {"person": "p4", "result": "C", "arrived_on": "2026-01-01"},
    {"person": "p5"},
    {"person": "p6", "result": "X"},
    {"person": "p7", "result": "7"},
]


def test_people_and_times_are_counted_apart() -> None:
    assert outcomes_of(REFERRALS) == Outcomes(
        people=7,
        times=8,
        arrived=4,
        stayed_3=2,
        stayed_6=1,
        open=2,
        reasons={"7": 2, "A": 1},
    )


def test_somebody_who_had_left_before_the_check_did_not_stay() -> None:
    left = {"arrived_on": "2026-05-01", "left_on": "2026-06-01", "stay_3_on": "2026-08-01"}
    assert outcomes_of([{"person": "p1", "result": "2", **left}]).stayed_3 == 0


def test_the_counts_in_words() -> None:
    assert [str(message) for message in sentences(outcomes_of(REFERRALS))] == [
        "推荐过 7 人（8 人次），到岗 4 人",
        "满 3 个月 2 人，满 6 个月 1 人",
        "等回音 2 次",
        "本人拒绝：薪资 2 次",
        "到岗后1个月内离职 1 次",
    ]
    assert [str(message) for message in sentences(outcomes_of([]))] == ["还没有推荐过"]
