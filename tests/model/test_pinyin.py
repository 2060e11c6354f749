"""Readings for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.pinyin import MAX_SPELLINGS, full, initials, place_spellings, syllables


@pytest.mark.parametrize(
    ("surname", "as_surname", "as_word"),
    [
        ("解", "xie", "jie"),
        ("单", "shan", "dan"),
        ("仇", "qiu", "chou"),
        ("查", "zha", "cha"),
        ("区", "ou", "qu"),
        ("曾", "zeng", "ceng"),
        ("朴", "piao", "pu"),
        ("盖", "ge", "gai"),
        ("覃", "qin", "tan"),
        ("黑", "he", "hei"),
        ("翟", "zhai", "di"),
        ("尉", "yu", "wei"),
    ],
)
def test_surnames_are_found_by_both_readings(surname: str, as_surname: str, as_word: str) -> None:
    assert {as_surname, as_word} <= full(surname)
    assert {as_surname[0], as_word[0]} <= initials(surname)


def test_a_mongolian_name_is_found_by_initials_and_spelling() -> None:
    assert "nrgw" in initials("娜仁高娃")
    assert "narengaowa" in full("娜仁高娃")


def test_letters_and_digits_stand_for_themselves_and_signs_for_nothing() -> None:
    assert syllables("A1·") == [("a",), ("1",), ()]
    assert "a1gs" in initials("A1·公司")


def test_a_character_without_reading_is_passed_over() -> None:
    assert syllables("𠮷") == [()]
    assert initials("𠮷日格勒") == initials("日格勒")
    assert full("𠮷") == set()


def test_extension_blocks_have_readings() -> None:
    assert syllables("㐀𠀀")[0][0] == "qiu"


def test_an_unusual_first_reading_survives_the_bound() -> None:
    assert any(spelling.startswith("shan") for spelling in full("单朝长乐重和都行", limit=12))


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=30))
def test_spellings_are_bounded_and_plain(text: str) -> None:
    spellings = full(text) | initials(text)
    assert len(full(text)) <= MAX_SPELLINGS
    assert all(spelling.isascii() and spelling.islower() for spelling in spellings)


def test_place_names_are_read_as_places_and_as_usual() -> None:
    spelt = place_spellings(["乌兰毛都", "长胜", "A区"])
    assert ("wlmd", "wulanmaodu") in spelt[0]
    assert {("cs", "changsheng"), ("zs", "zhangsheng")} == spelt[1]
    assert spelt[2] == {("aq", "aqu")}
