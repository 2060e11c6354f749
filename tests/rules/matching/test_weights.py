"""The table of weights: changed, kept, put back."""

import pytest

from mengzhan.rules.matching.weights import WeightRefused, changed, factors, in_force, usual


def test_the_usual_weights_make_a_hundred_and_are_explained() -> None:
    assert sum(usual().values()) == 100
    assert all("：" in factor.words for factor in factors())


def test_only_what_differs_is_kept_and_counts() -> None:
    own = changed({**usual(), "wage": 55})
    assert own == {"wage": 55}
    assert in_force(own) == {**usual(), "wage": 55}
    assert in_force({}) == in_force(None) == usual()


def test_what_makes_no_sense_is_refused_and_left_out() -> None:
    for wrong in ({"wage": 101}, {"wage": -1}, {"luck": 5}, {"wage": True}):
        with pytest.raises(WeightRefused):
            changed(wrong)
    assert in_force({"wage": "x", "luck": 5, "distance": 7}) == {**usual(), "distance": 7}
