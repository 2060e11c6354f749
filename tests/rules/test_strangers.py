"""Lines about people whom only a list names."""

import pytest

from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.rules.strangers import Stranger, read_stranger, strangers_in
from tests.people import id_number, phone


@pytest.mark.parametrize(
    "stranger",
    [
        Stranger("巴图", id_number(3), phone(3)),
        Stranger("巴图", "", phone(3)),
        Stranger("巴图", id_number(3)),
        Stranger("巴图"),
        Stranger("Anna Ivanova", id_number(3), "0482-8212345"),
        Stranger("", id_number(3)),
        Stranger("巴图", "150199900101001"),
    ],
)
def test_a_line_is_read_as_it_was_written(stranger: Stranger) -> None:
    assert read_stranger(stranger.text) == stranger


def test_numbers_are_read_as_people_write_them() -> None:
    found = read_stranger(f"  巴图　{id_number(3).lower()} １９９００００１１１１ ")
    assert found == Stranger("巴图", id_number(3), "19900001111")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("199 0000 0001", "19900000001"),
        ("19900000002/19900000003", "19900000002"),
        ("199 0000 0002 / 199 0000 0003", "19900000002"),
        ("0482-8212345 19900000003", "0482-8212345"),
        ("12333", "12333"),
        ("0482-8212345-123456", "0482-8212345-123456"),
        ("电话19900000001", "电话19900000001"),
        ("1990000", "1990000"),
    ],
)
def test_no_part_of_a_telephone_becomes_part_of_the_name(text: str, number: str) -> None:
    found = read_stranger(f"巴图 {text}")
    assert found == Stranger("巴图", "", number)
    assert read_stranger(found.text) == found


def test_a_number_with_a_mask_tells_nobody() -> None:
    assert read_stranger(f"巴图 150199********0019 {phone(1)}") == Stranger("巴图", "", phone(1))


@pytest.mark.parametrize("digit", ["巴图 2", "巴图 3组"])
def test_a_few_digits_may_belong_to_a_name(digit: str) -> None:
    assert read_stranger(digit) == Stranger(digit)


@pytest.mark.parametrize(
    "line",
    [
        f"巴图 {FORGOTTEN} {FORGOTTEN}",
        f"巴图 {FORGOTTEN}",
        f"巴图 {FORGOTTEN} {phone(1)}",
        f"{FORGOTTEN} {FORGOTTEN} {phone(1)}",
        FORGOTTEN,
    ],
)
def test_the_line_of_an_erased_person_goes_whatever_is_left_of_it(line: str) -> None:
    assert strangers_in(f"{line}\n其其格") == [Stranger("其其格")]


@pytest.mark.parametrize("told", [id_number(3), phone(3), f"{id_number(3)} {FORGOTTEN}"])
def test_a_namesake_of_an_erased_person_stays(told: str) -> None:
    (found,) = strangers_in(f"{FORGOTTEN} {told}")
    assert (found.number, found.phone) != ("", "")


def test_a_list_has_each_line_once_and_nobody_who_was_erased() -> None:
    text = f"巴图 {phone(1)}\n\n  {FORGOTTEN} {FORGOTTEN}\n巴图  {phone(1)}\n其其格"
    assert strangers_in(text) == [Stranger("巴图", "", phone(1)), Stranger("其其格")]
