"""Text cut into pieces: the likeliest way, and nothing of the text lost."""

from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.language.pieces import (
    AT_ONCE,
    BLANK,
    START,
    STOP,
    UNKNOWN,
    Pieces,
    in_parts,
    known_pieces,
)

SCORES = {START: 0.0, STOP: 0.0, UNKNOWN: 0.0, BLANK: -2.0, "押": -5.0, "金": -5.0, "押金": -6.0}
FEW = Pieces(SCORES | {"交": -4.0, "交押": -9.5, "。": -3.0, ",": -3.0})


def cut(pieces: Pieces, text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces.cut(text)]


def test_of_all_ways_the_likeliest_is_taken() -> None:
    # 交 + 押金 is -10, 交押 + 金 is -14.5
    assert cut(FEW, "交押金") == ["", "", "交", "押金", ""]


def test_pieces_have_the_numbers_of_their_order() -> None:
    names = list(FEW)
    assert [names[piece.number] for piece in FEW.cut("押金")] == [START, BLANK, "押金", STOP]


def test_a_character_that_no_piece_holds_is_unknown() -> None:
    names = list(FEW)
    assert [names[piece.number] for piece in FEW.cut("交鑫")][2:] == ["交", UNKNOWN, STOP]


def test_marks_are_read_as_the_nearest_that_are_known() -> None:
    names = list(FEW)
    found = [names[piece.number] for piece in FEW.cut("交，押金\n交 交")]
    assert found == [START, BLANK, "交", ",", "押金", "。", "交", BLANK, "交", STOP]


def test_common_words_are_pieces_of_the_shipped_model() -> None:
    assert cut(known_pieces(), "公司招会计") == ["", "公司", "招", "会计", ""]


@given(st.text("押金交会计 ，\n0123456789abc鑫", max_size=60))
def test_pieces_hold_each_character_once(text: str) -> None:
    assert "".join(cut(known_pieces(), text)) == text


def test_nothing_is_its_edges() -> None:
    assert [(piece.start, piece.end) for piece in FEW.cut("")] == [(0, 0), (0, 0), (0, 0)]


@given(st.text("押金 ，\n", max_size=40).map(lambda text: text * 60))
def test_a_long_text_is_parted_and_nothing_lost(text: str) -> None:
    parts = list(in_parts(text))
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(0 < end - start <= AT_ONCE for start, end in parts)


def test_a_long_text_is_parted_behind_a_pause() -> None:
    text = "招洗碗工，管吃管住，" * 80
    assert [text[end - 1] for _, end in in_parts(text)] == ["，", "，"]


def test_the_characters_of_a_mark_are_no_mark() -> None:
    names = list(FEW)
    found = [names[piece.number] for piece in FEW.cut("交<s>")]
    assert found == [START, BLANK, "交", UNKNOWN, UNKNOWN, UNKNOWN, STOP]
