"""One pair explained, and the order of many."""

from mengzhan.rules.matching.matches import best, explain
from mengzhan.rules.matching.weights import usual
from tests.rules.matching.cases import opening, seeker
from tests.rules.matching.pairs import lacking


def test_a_hit_tells_the_weightiest_reason_first() -> None:
    match = explain(seeker(limits=["8"]), opening(shift="4"), usual())
    assert [claim.code for claim in match.reasons][:3] == [
        "occupation_same",
        "wage_all_reaches",
        "near_township",
    ]
    assert [claim.code for claim in match.objections] == ["limit_shift_clash"]
    assert match.missing is None
    assert match.score == 79


def test_other_weights_give_another_order_of_reasons() -> None:
    wages = {**usual(), "wage": 100}
    match = explain(seeker(), opening(), wages)
    assert match.reasons[0].code == "wage_all_reaches"


def test_whoever_lacks_two_things_is_no_near_miss() -> None:
    person = seeker(travel_range="1")
    assert lacking(person, opening(licences=["H"])) == 2
    assert lacking(person, opening(licences=["H", "S"])) == 3


def test_without_any_weight_nobody_comes_first_by_score() -> None:
    nothing = dict.fromkeys(usual(), 0)
    assert explain(seeker(), opening(), nothing).score == 0


def test_of_equal_points_the_first_registered_comes_first() -> None:
    points = {"p3": 10, "p1": 10, "p2": 20}
    assert best(points.items(), 3) == ["p2", "p1", "p3"]
    assert best(points.items(), 1) == ["p2"]
