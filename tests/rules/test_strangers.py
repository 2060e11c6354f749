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


def test_a_list_has_each_line_once_and_nobody_who_was_erased() -> None:
    text = f"巴图 {phone(1)}\n\n  {FORGOTTEN} {FORGOTTEN}\n巴图  {phone(1)}\n其其格"
    assert strangers_in(text) == [Stranger("巴图", "", phone(1)), Stranger("其其格")]
