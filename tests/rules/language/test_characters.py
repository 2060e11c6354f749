"""Each character is weighed by what its piece means, and by whether it begins it."""

from itertools import pairwise

import numpy as np
import pytest

from mengzhan.rules.ads.tagging import TAGS
from mengzhan.rules.language.characters import (
    BEGINS,
    GOES_ON,
    LAYERS,
    MESSAGES,
    Stretch,
    stretches,
    tag_scores,
)
from mengzhan.rules.language.encoder import read_encoder
from mengzhan.rules.language.pieces import AT_ONCE, known_pieces


def test_a_character_is_read_as_its_piece_is() -> None:
    text = "食堂招洗碗工"
    cut = known_pieces().cut(text)
    encoder = read_encoder(MESSAGES)
    layers = encoder.layers([piece.number for piece in cut])
    found = tag_scores(text)
    for at in range(len(text)):
        number, piece = next(
            (n, piece) for n, piece in enumerate(cut) if piece.start <= at < piece.end
        )
        state = np.concatenate([layers[layer - 1][number] for layer in LAYERS])
        name = BEGINS if piece.start == at else GOES_ON
        expected = encoder.weights[f"{name}.w"] @ state + encoder.weights[f"{name}.b"]
        assert found[at] == pytest.approx(expected.tolist(), abs=1e-3)


def test_the_first_of_a_piece_and_the_others_have_weights_of_their_own() -> None:
    read = Stretch([3, 4], np.array([0, 0, 1]), np.array([True, False, True]))
    layers = [np.zeros((2, 1), np.float32) for _ in range(max(LAYERS))]
    layers[LAYERS[0] - 1] = np.array([[1], [0]], np.float32)
    layers[LAYERS[-1] - 1] = np.array([[0], [1]], np.float32)
    between = [0] * (len(LAYERS) - 2)
    weights = {
        f"{BEGINS}.w": np.array([[1, *between, 2]], np.float32),
        f"{BEGINS}.b": np.array([10], np.float32),
        f"{GOES_ON}.w": np.array([[3, *between, 4]], np.float32),
        f"{GOES_ON}.b": np.array([20], np.float32),
    }
    assert read.weighed(layers, weights).tolist() == [[11], [23], [12]]


def test_a_very_long_text_is_read_stretch_by_stretch() -> None:
    sentence = "招保洁员两名，月薪两千六，"
    text = sentence * (AT_ONCE // len(sentence) + 1)
    found = list(stretches(text))
    assert len(found) == 2
    assert sum(len(one.pieces) for one in found) == len(text)
    for one in found:
        numbers = one.pieces.tolist()
        # the first and last piece are the marks around it, and the second may be the blank before it
        assert numbers[0] in (1, 2)
        assert numbers[-1] == len(one.numbers) - 2
        assert all(
            after - before == begins
            for (before, after), begins in zip(pairwise(numbers), one.begins[1:], strict=True)
        )


def test_there_is_a_score_for_each_character_and_tag() -> None:
    assert np.array(tag_scores("招保洁，月薪2600")).shape == (10, len(TAGS))
    assert tag_scores("") == []
