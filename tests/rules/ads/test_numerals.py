"""Numbers as people say them."""

import pytest

from mengzhan.rules.ads.numerals import at_least, number, spoken_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五万", 50_000),
        ("三千五", 3500),
        ("一百八", 180),
        ("一万二", 12_000),
        ("二百零五", 205),
        ("十五", 15),
        ("二十", 20),
        ("两", 2),
        ("俩", 2),
        ("一万", 10_000),
        ("三千五百", 3500),
        ("叁", 3),
        ("拾伍", 15),
    ],
)
def test_spoken_numbers(text: str, value: int) -> None:
    assert spoken_number(text) == value


@pytest.mark.parametrize("text", ["", "三四五", "人", "3"])
def test_what_is_no_spoken_number(text: str) -> None:
    assert spoken_number(text) is None


def test_digits_are_numbers_too() -> None:
    assert (number("12"), number("十二")) == (12, 12)


@pytest.mark.parametrize(
    ("text", "value"), [("五六", 5), ("十五六", 15), ("二三十", 20), ("三", 3), ("12", 12)]
)
def test_the_lower_number_of_two_is_meant_at_least(text: str, value: int) -> None:
    assert at_least(text) == value
