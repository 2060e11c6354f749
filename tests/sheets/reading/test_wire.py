"""The pipe between child and parent carries plain values and dates, and nothing that acts."""

import os
import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from mengzhan.sheets.reading.wire import packed, unpacked


def test_values_come_through() -> None:
    row = [
        "文",
        1,
        2.5,
        True,
        None,
        date(2026, 1, 2),
        datetime(2026, 1, 2, 3),
        time(4),
        timedelta(5),
    ]
    assert unpacked(packed(("rows", [row]))) == ("rows", [row])


class Acting:
    """What a hostile pickle looks like."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize("value", [Acting(), Decimal(1), datetime.now(UTC), print, {1: Acting}])
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        unpacked(pickle.dumps(("rows", value)))


@pytest.mark.parametrize("value", [[], (), "rows", None])
def test_what_is_no_event_is_refused(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="no event"):
        unpacked(pickle.dumps(value))
