"""What can be recorded of a referral next."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.referral_steps import next_work

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("more", "work"),
    [
        ({}, "referral"),
        ({"arrived_on": "2026-11-20"}, "evidence"),
        ({"arrived_on": "2026-11-20", "contract_on": "2026-11-20"}, "left"),
        ({"arrived_on": "2026-10-20", "note": "见过"}, "stay_1"),
        ({"arrived_on": "2026-08-20", "note": "见过"}, "stay_3"),
        ({"arrived_on": "2026-05-20", "note": "见过", "stay_3_on": "2026-08-25"}, "stay_6"),
        ({"arrived_on": "2026-05-20", "note": "见过", "stay_6_on": "2026-11-20"}, "left"),
        ({"arrived_on": "2026-05-20", "left_on": "2026-06-20"}, ""),
    ],
)
def test_what_can_be_recorded_follows_from_what_stands(more: dict[str, Value], work: str) -> None:
    assert next_work(more, TODAY) == work
