import pytest

from mengzhan.ui.pages.importing.shown import covered
from tests import people


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (people.id_number(1), f"150****{people.id_number(1)[-3:]}"),
        ("电话19900000001，家里", "电话199****001，家里"),
        ("15019919900101000X", "150****00X"),
        ("2026-11-23", "2026-11-23"),
        ("3200", "3200"),
        ("一组", "一组"),
    ],
)
def test_long_numbers_are_covered_and_nothing_else(text: str, shown: str) -> None:
    assert covered(text) == shown
