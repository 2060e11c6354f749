"""A month of a station, for tests of closing it."""

from mengzhan.model.entry import Value
from mengzhan.rules.closing import Close, Correction, close_month, corrections, in_force
from mengzhan.store.past import past
from tests.people import employer_values, person_values
from tests.store.conftest import Station

MONTH = "2026-11"


def follow_up(person: str, day: str = "2026-11-12", **more: Value) -> dict[str, Value]:
    return {"person": person, "day": day, "mode": "1", "outcome": "F1", **more}


def visit(employer: str, day: str = "2026-11-12", **more: Value) -> dict[str, Value]:
    return {"employer": employer, "day": day, "visitor": "站里的人", "visitor_role": "1", **more}


def person(number: int = 1, **more: Value) -> dict[str, Value]:
    """Somebody who has been registered since October."""
    days = {"registered_on": "2026-10-12", "unemployed_on": "2026-10-01", "status_on": "2026-10-12"}
    return person_values(number, **{**days, **more})


def fill(station: Station) -> tuple[list[str], list[str]]:
    """Log three people followed up twice each, and two employers visited; return follow-ups and
    visits."""
    people = [station.add("person", person(number)) for number in range(3)]
    calls = [
        station.add("follow_up", follow_up(one, day))
        for one in people
        for day in ("2026-11-05", "2026-11-12")
    ]
    shops = [station.add("employer", employer_values(number)) for number in range(2)]
    return calls, [station.add("visit", visit(one)) for one in shops]


def close(station: Station, reason: str = "") -> Close:
    station.run(close_month(MONTH, reason), f"close {MONTH}")
    found = in_force(station.session.read(), MONTH)
    assert found is not None
    return found


def corrected(station: Station, closing: Close) -> dict[str, Correction]:
    """Return the corrections since a closing by indicator."""
    with past(station.session, closing.positions) as then:
        found = corrections(station.session.read(), then, closing)
    return {one.indicator.code: one for one in found}
