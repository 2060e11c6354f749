"""Telephone numbers of the block 1990000xxxx, and landlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.phone import check_phone, clean_phone, is_mobile, mask_phone


@pytest.mark.parametrize(
    "typed",
    [
        "19900001234",
        " 199 0000 1234 ",
        "199-0000-1234",
        "+86 19900001234",
        "+86-199-0000-1234",
        "008619900001234",
        "8619900001234",
        "019900001234",
        "１９９００００１２３４",
        "19900001234.",
        "'19900001234",
    ],
)
def test_ways_of_writing_one_mobile(typed: str) -> None:
    assert clean_phone(typed) == "19900001234"
    assert check_phone(typed) == []
    assert is_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("0482-8212345", "0482-8212345"),
        ("04828212345", "0482-8212345"),
        ("(0482) 8212345", "0482-8212345"),
        ("（０４８２）８２１２３４５", "0482-8212345"),
        ("0482—8212345转12", "0482-8212345-12"),
        ("0482-8212345-12", "0482-8212345-12"),
        ("+86 482 8212345", "0482-8212345"),
        ("010-62345678", "010-62345678"),
        ("4001234567", "4001234567"),
        ("12333", "12333"),
    ],
)
def test_landlines_and_service_numbers(typed: str, number: str) -> None:
    assert clean_phone(typed) == number
    assert check_phone(typed) == []
    assert not is_mobile(typed)


@pytest.mark.parametrize(
    ("typed", "code", "severity"),
    [
        ("8212345", "PHONE_NO_AREA_CODE", "warn"),
        ("1990000123", "PHONE_LENGTH", "block"),
        ("199000012345", "PHONE_LENGTH", "block"),
        ("巴图19900001234", "PHONE_CHARACTERS", "block"),
        ("19900001234/19900005678", "PHONE_TWO", "block"),
        ("19900001234、19900005678", "PHONE_TWO", "block"),
        ("0482-82", "PHONE_FORM", "block"),
        ("", "PHONE_EMPTY", "block"),
        ("١٩٩٠٠٠٠١٢٣٤", "PHONE_CHARACTERS", "block"),
        ("无", "PHONE_CHARACTERS", "block"),
    ],
)
def test_problems_are_named(typed: str, code: str, severity: str) -> None:
    problems = check_phone(typed)
    assert [(p.code, p.severity) for p in problems] == [(code, severity)]
    assert str(problems[0].hint).endswith("。")


@given(st.integers(0, 9999))
def test_every_number_of_the_block_is_sound(tail: int) -> None:
    number = f"1990000{tail:04}"
    assert check_phone(number) == []
    assert mask_phone(number) == f"199****{tail:04}"


@given(st.text(max_size=30))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_phone(text)
    assert clean_phone(once) == once
    check_phone(text)


def test_short_texts_are_masked_whole() -> None:
    assert mask_phone("12333") == "*****"
    assert mask_phone("0482-8212345") == "048*****2345"
