"""Every refusal says in plain words what is wrong and what to do next."""

import re
from string import Formatter

import pytest

from mengzhan.model.problem import UserError
from mengzhan.sheets.reading.refusal import TEXTS, BookRefused, damaged


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_codes_and_words(code: str) -> None:
    text = TEXTS[code]
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    refusal = BookRefused(code, "detail", **dict.fromkeys(names, 7))
    assert isinstance(refusal, UserError)
    assert re.fullmatch(r"BOOK_[A-Z]+(_[A-Z]+)*", refusal.code)
    assert str(refusal).endswith("。")
    assert "请" in str(refusal), "it must say what to do next"
    assert "detail" not in str(refusal)


def test_a_parsers_own_words_stay_out() -> None:
    refusal = damaged(ValueError("150199196403070001"))
    assert (refusal.code, refusal.detail) == ("BOOK_DAMAGED", "ValueError")
