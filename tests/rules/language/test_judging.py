"""Places of a text are weighed by what they mean, by the whole, and by what else is known."""

import numpy as np

from mengzhan.rules.language import judging
from mengzhan.rules.language.encoder import read_encoder
from mengzhan.rules.language.judging import FIRST, MEAN, START, TOLD, judge

NUMBERS = (0, 5, 70, 900, 33, 2)


def test_scores_are_those_of_the_formula() -> None:
    encoder = read_encoder("ads")
    weights, states = encoder.weights, encoder.encode(NUMBERS)
    known = np.zeros(weights[TOLD].shape[1])
    known[3] = 1
    expected = (
        weights[MEAN] @ states[2:4].mean(axis=0)
        + weights[FIRST] @ states[0]
        + weights[TOLD][:, 3]
        + weights[START]
    )
    (found,) = judge("ads", NUMBERS, ((2, 4),), [known.tolist()])
    assert np.allclose(found, expected, atol=1e-4)


def test_each_place_has_its_row() -> None:
    known = [[0.0] * read_encoder("ads").weights[TOLD].shape[1]] * 2
    both = judge("ads", NUMBERS, ((1, 2), (2, 5)), known)
    first, second = (judge("ads", NUMBERS, (place,), known[:1]) for place in ((1, 2), (2, 5)))
    assert np.allclose(both, [*first, *second], atol=1e-4)


def test_what_is_remembered_of_an_ad_are_no_words() -> None:
    judge("ads", NUMBERS, ((1, 2),), [[0.0] * read_encoder("ads").weights[TOLD].shape[1]])
    assert all(isinstance(key, int) for key in judging._kept)
    assert judging._kept
