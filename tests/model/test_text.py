"""Folding of typed text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.text import (
    code_points,
    display_width,
    normalise,
    normalise_free_text,
    normalise_token,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("　Ａｂ１２　", "Ab12"),
        ("焊工，月薪：３０００元（包吃）", "焊工，月薪：3000元（包吃）"),
        ("巴\u200b特\ufeff尔", "巴特尔"),
        ("一\t二\r\n三", "一 二 三"),
        ("面积20㎡，零下30℃……", "面积20㎡，零下30℃……"),
        ("①采棉", "①采棉"),
        ("bad\ud800surrogate", "badsurrogate"),
        ("null\x00byte", "nullbyte"),
        ("", ""),
    ],
)
def test_one_line_is_folded_but_reads_the_same(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


def test_free_text_keeps_its_lines() -> None:
    assert normalise_free_text("\r\n 第一行 \r\n\r\n第二　 行\n") == "第一行\n\n第二 行"


def test_traditional_mongolian_keeps_its_joiners() -> None:
    word = "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠠᠷᠠᠳ\u180e\u200dᠠ"
    assert normalise(word) == word


def test_a_token_has_no_space_and_plain_signs() -> None:
    assert normalise_token(" 1522 2119：９０ \u3000ｘ") == "15222119:90x"


def test_a_rare_character_counts_once() -> None:
    assert code_points("𠮷日格勒") == 4


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    lines = normalise_free_text(text)
    assert normalise_free_text(lines) == lines
    token = normalise_token(text)
    assert normalise_token(token) == token
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("巴图", 4),
        ("ＡＢ", 4),
        ("a巴", 3),
        ("阿拉坦·苏和", 11),
        ("e\u0301", 1),
        ("", 0),
    ],
)
def test_wide_characters_take_two_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns
