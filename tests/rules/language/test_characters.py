"""Each character is weighed by what its piece means, and by whether it begins it."""

import numpy as np

from mengzhan.rules.ads.tagging import TAGS
from mengzhan.rules.language.characters import (
    BEGINS,
    GOES_ON,
    LAYERS,
    Characters,
    read_characters,
    tag_scores,
)
from mengzhan.rules.language.encoder import read_encoder
from mengzhan.rules.language.pieces import AT_ONCE, known_pieces


def test_a_character_is_read_as_its_piece_is() -> None:
    text = "食堂招洗碗工"
    cut = known_pieces().cut(text)
    layers = read_encoder("ads").layers([piece.number for piece in cut])
    found = read_characters(text)
    for at in range(len(text)):
        number, piece = next(
            (n, piece) for n, piece in enumerate(cut) if piece.start <= at < piece.end
        )
        expected = np.concatenate([layers[layer - 1][number] for layer in LAYERS])
        assert np.allclose(found.states[found.pieces[at]], expected, atol=1e-5)
        assert found.begins[at] == (piece.start == at)


def test_the_first_of_a_piece_and_the_others_have_weights_of_their_own() -> None:
    read = Characters(
        np.array([[1, 0], [0, 1]], np.float32), np.array([0, 0, 1]), np.array([True, False, True])
    )
    weights = {
        f"{BEGINS}.w": np.array([[1, 2]], np.float32),
        f"{BEGINS}.b": np.array([10], np.float32),
        f"{GOES_ON}.w": np.array([[3, 4]], np.float32),
        f"{GOES_ON}.b": np.array([20], np.float32),
    }
    assert read.weighed(weights).tolist() == [[11], [23], [12]]


def test_a_very_long_text_is_read_part_by_part() -> None:
    sentence = "招保洁员两名，月薪两千六，"
    text = sentence * (AT_ONCE // len(sentence) + 1)
    found = read_characters(text)
    last = len(found.states) - 1
    assert len(text) > AT_ONCE
    assert found.pieces.tolist() == sorted(found.pieces.tolist())
    # the last piece is the mark behind the text
    assert found.pieces[-1] == last - 1


def test_there_is_a_score_for_each_character_and_tag() -> None:
    assert np.array(tag_scores("招保洁，月薪2600")).shape == (10, len(TAGS))
    assert tag_scores("") == []
