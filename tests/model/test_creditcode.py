"""Credit codes and registration numbers; the standard's example and made-up ones."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mengzhan.model.creditcode import (
    check_character,
    check_credit_code,
    clean_credit_code,
    entity_type_of,
    registration_check_digit,
    suggest_credit_codes,
)

EXAMPLE = "91350100M000100Y43"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """Made-up codes of an area that was never assigned."""
    head = draw(st.sampled_from(["91", "92", "93", "N2", "52"]))
    body = f"{head}150199{draw(st.text(ALPHABET, min_size=9, max_size=9))}"
    return body + check_character(body)


def test_the_example_of_the_standard() -> None:
    assert check_credit_code(EXAMPLE) == []
    assert check_credit_code(" ９１３５０１００m000100y43 ") == []
    assert clean_credit_code("91350100-M000100Y-43") == EXAMPLE


@given(credit_codes())
def test_made_codes_are_sound(code: str) -> None:
    assert check_credit_code(code) == []


@given(credit_codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_any_changed_character_is_noticed(code: str, place: int, character: str) -> None:
    assume(code[place] != character)
    changed = code[:place] + character + code[place + 1 :]
    assert [p.code for p in check_credit_code(changed)] == ["CREDIT_CODE_CHECKSUM"]


@given(credit_codes(), st.integers(0, 16))
def test_swapped_neighbours_are_mended(code: str, place: int) -> None:
    assume(code[place] != code[place + 1])
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert check_credit_code(swapped) != []
    assert code in suggest_credit_codes(swapped, limit=20)


def test_look_alike_letters_are_mended() -> None:
    assert suggest_credit_codes("9135O1OOMOOO1OOY43") == [EXAMPLE]


def test_an_old_registration_number_waits_for_the_code() -> None:
    body = "15019960000123"
    number = body + registration_check_digit(body)
    problems = check_credit_code(number)
    assert [(p.code, p.severity) for p in problems] == [("CREDIT_CODE_PENDING", "warn")]
    wrong = body + str((int(number[-1]) + 1) % 10)
    problems = check_credit_code(wrong)
    assert [(p.code, p.severity) for p in problems] == [("REGISTRATION_CHECKSUM", "warn")]


def test_a_published_registration_number_agrees_with_the_rule() -> None:
    assert registration_check_digit("11010800000001") == "6"


@given(st.text("0123456789", min_size=14, max_size=14), st.integers(0, 13), st.integers(1, 9))
def test_registration_numbers_notice_one_wrong_digit(body: str, place: int, more: int) -> None:
    digit = str((int(body[place]) + more) % 10)
    changed = body[:place] + digit + body[place + 1 :]
    assert registration_check_digit(changed) != registration_check_digit(body)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "CREDIT_CODE_LENGTH"),
        ("9135010", "CREDIT_CODE_LENGTH"),
        ("91350100M000100I43", "CREDIT_CODE_CHARACTERS"),
        ("91350100M000100号43", "CREDIT_CODE_CHARACTERS"),
    ],
)
def test_problems_are_named(typed: str, code: str) -> None:
    assert [p.code for p in check_credit_code(typed)] == [code]


@pytest.mark.parametrize(
    ("head", "entity"), [("91", "1"), ("92", "5"), ("93", "4"), ("N2", "6"), ("52", "7")]
)
def test_the_first_characters_tell_the_sort_of_employer(head: str, entity: str) -> None:
    body = f"{head}150199MA0000000"
    assert entity_type_of(body + check_character(body)) == entity
    assert entity_type_of(body) is None
