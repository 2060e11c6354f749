"""Addresses: the place that the tables know, and what is said beyond it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.divisions import division_tree
from mengzhan.sheets.importing.places import Place, read_place
from tests import people

TREE = division_tree()
FULL = TREE.full_name(people.VILLAGE)


@pytest.mark.parametrize("tail", ["", "三组12号", "三号楼" * 40])
def test_the_longest_beginning_that_is_a_place_counts(tail: str) -> None:
    assert read_place(f"{FULL}{tail}", "") == Place(people.VILLAGE, tail)


def test_a_code_is_a_place() -> None:
    assert read_place(people.VILLAGE, "") == Place(people.VILLAGE)


def test_of_places_of_one_name_the_nearest_is_meant() -> None:
    names: dict[str, list[str]] = {}
    for division in TREE:
        if len(division.code) == 12:
            names.setdefault(division.name, []).append(division.code)
    name, codes = next(
        (name, codes)
        for name, codes in sorted(names.items())
        if len(codes) > 1 and len({code[:6] for code in codes}) == len(codes)
    )
    for code in codes:
        assert read_place(f"{name}一组", code[:9] + "000") == Place(code, "一组")
    assert read_place(f"{name}一组", "") is None


def test_a_street_that_is_called_like_a_place_is_none() -> None:
    assert read_place("东胜大街5号", people.VILLAGE) is None
    assert read_place("东胜区大街5号", people.VILLAGE) == Place("150602", "大街5号")
    assert read_place("东胜5号", people.VILLAGE) == Place("150602", "5号")


@pytest.mark.parametrize("text", ["", "无", "外地", "一", "🐎" * 100])
def test_what_is_no_place(text: str) -> None:
    assert read_place(text, people.VILLAGE) is None


@given(st.text(alphabet=FULL + "一二三组号街路0", max_size=80))
def test_nothing_of_an_address_is_lost(text: str) -> None:
    found = read_place(text, people.VILLAGE)
    if found is not None:
        assert text.endswith(found.rest)
        assert found.code in TREE
