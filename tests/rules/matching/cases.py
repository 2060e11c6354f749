"""A person and a vacancy that fit, from which a test changes what it is about."""

from datetime import date
from typing import Any

from mengzhan.rules.matching.facts import Opening, Seeker, Told, opening_from, seeker_from
from tests.rules.matching.worlds import DAY, STATION

PERSON: dict[str, Any] = {
    "residence": "152221200203",
    "employment_status": "1",
    "registered_on": "2026-10-01",
    "birth_date": "1986-05-01",
    "travel_range": "3",
    "wanted_occupations": ["5-03-02-01"],
    "wage_wish": 300_000,
}
VACANCY: dict[str, Any] = {
    "employer": "e1",
    "station": STATION,
    "title": "羊倌",
    "headcount": 2,
    "duties": "放羊",
    "wage_min": 320_000,
    "wage_max": 400_000,
    "wage_unit": "1",
    "registered_on": "2026-11-01",
    "valid_until": "2026-12-31",
    "occupation": "5-03-02-01",
    "place": "152221200204",
}


def seeker(day: date = DAY, services: Any = (), **more: Any) -> Seeker:
    """The person; ``None`` takes a field away."""
    return seeker_from("p1", _with(PERSON, more), Told("2026-10-01", services), day)


def opening(day: date = DAY, referrals: Any = (), **more: Any) -> Opening:
    """The vacancy; ``None`` takes a field away."""
    return opening_from("v1", _with(VACANCY, more), {}, referrals, day, STATION)


def _with(values: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**values, **more}.items() if value is not None}
