"""Working out the two lists of a large station: ``python -m tests.bench.two_lists [PEOPLE]``.

Beside the people stand two follow-ups and half a referral for each, and a vacancy for ten of them.
Floor: one bare SELECT of the same columns of the same tables.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.model.entry import Value
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.store.session import Session
from tests import people
from tests.bench.figures import show, timed
from tests.bench.people import station_of

TODAY = date(2026, 11, 23)
_QUERIES = (
    "SELECT id, employment_status, status_on, registered_on FROM record_person",
    "SELECT id, person, day, outcome, next_on FROM record_follow_up",
    "SELECT id, person, vacancy, day, due_on, result, arrived_on FROM record_referral",
    "SELECT id, headcount, registered_on, valid_until, closed_on FROM record_vacancy",
)


def _day(seed: random.Random, back: int = 90) -> str:
    return (TODAY - timedelta(days=seed.randrange(back))).isoformat()


def _records(ids: list[str], seed: random.Random) -> Iterator[tuple[str, str, dict[str, Value]]]:
    """Yield (kind, id, values) of vacancies and services."""
    vacancies = [f"v{number}" for number in range(len(ids) // 10)]
    for vacancy in vacancies:
        dated = {"registered_on": _day(seed), "headcount": seed.randint(1, 5)}
        yield "vacancy", vacancy, people.vacancy_values("e1", **dated)  # type: ignore[arg-type]
    for number, person in enumerate(ids * 2):
        outcome = seed.choice(("F1", "F1", "F2", "F9", "F5"))
        more = {"day": _day(seed), "outcome": outcome, "next_on": "2026-12-01"}
        yield "follow_up", f"f{number}", people.follow_up_values(person, **more)
    for number, person in enumerate(ids[::2]):
        day = date.fromisoformat(_day(seed))
        values: dict[str, Value] = {
            "person": person,
            "vacancy": seed.choice(vacancies),
            "day": day.isoformat(),
            "due_on": (day + timedelta(days=7)).isoformat(),
        }
        if seed.random() < 0.4:
            arrived = min(day + timedelta(days=3), TODAY).isoformat()
            values |= {"result": "2", "result_on": arrived, "arrived_on": arrived}
        yield "referral", f"r{number}", values


def fill(session: Session) -> None:
    """Log what was done for the people who are there."""
    ids = [str(row["id"]) for row in session.read().columns("person", ("name",))]

    def run(reader: Reader, desk: Desk) -> Iterator[Change]:
        for kind, record, values in _records(ids, random.Random(11)):
            yield Change(kind, record, values)

    operation: Operation = run
    session.run(operation, "import")


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        session = station_of(count, Path(name))
        fill(session)
        reader = session.read()

        def bare(_: int) -> object:
            return [reader.connection.execute(query).fetchall() for query in _QUERIES]

        floor = timed("bare SELECTs (floor)", bare, range(3))
        lists = read_two_lists(reader, TODAY)
        figures = [
            timed("both lists", lambda _: read_two_lists(reader, TODAY), range(3)),
            timed("lines of people", lambda _: lists.people.standing(), range(3)),
            timed("lines of vacancies", lambda _: lists.vacancies.standing(), range(3)),
        ]
        show(figures, floor)
        standing = len(lists.people.standing()), len(lists.vacancies.standing())
        print(f"{count} people; on the lists: {standing[0]} people, {standing[1]} vacancies")
        session.close()


if __name__ == "__main__":
    main()
