"""The figures of a month at a large station: ``python -m tests.bench.monthly [PEOPLE]``.

Beside each person stand three services: follow-ups, referrals, answers about training,
verifications, enrolments, visits. Floor: SQL written by hand that counts the same, one query for
each figure, on the same encrypted store in the same run. Where both must agree it is checked.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.model.entry import Value
from mengzhan.rules.figures import Period, by_group, by_place, figures
from mengzhan.rules.operations import edit, together
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.store.session import Session
from tests import people
from tests.bench.figures import show, timed
from tests.bench.floor import counts
from tests.bench.people import station_of

TODAY = date(2026, 11, 30)
MONTH = Period.parse("2026-11")
Record = tuple[str, str, dict[str, Value]]


def _day(seed: random.Random, back: int = 180) -> str:
    return (TODAY - timedelta(days=seed.randrange(back))).isoformat()


def _vacancies(employers: list[str], count: int, seed: random.Random) -> Iterator[Record]:
    for number in range(count):
        day = _day(seed)
        ends = (date.fromisoformat(day) + timedelta(days=60)).isoformat()
        more: dict[str, Value] = {"registered_on": day, "valid_until": ends}
        more["headcount"] = seed.randint(1, 3)
        if seed.random() < 0.1:
            more |= {"closed_on": min(day, "2026-11-20"), "close_reason": seed.choice("34")}
        yield "vacancy", f"v{number}", people.vacancy_values(seed.choice(employers), **more)


def _referral(person: str, vacancies: int, seed: random.Random) -> dict[str, Value]:
    day = date.fromisoformat(_day(seed))
    values: dict[str, Value] = {
        "person": person,
        "vacancy": f"v{seed.randrange(vacancies)}",
        "day": day.isoformat(),
        "due_on": (day + timedelta(days=7)).isoformat(),
    }
    if seed.random() < 0.3:
        came = min(day + timedelta(days=3), TODAY).isoformat()
        values |= {"result": "2", "result_on": came, "arrived_on": came}
    elif seed.random() < 0.5:
        values |= {"result": "4", "result_on": min(day + timedelta(days=4), TODAY).isoformat()}
    return values


def _services(ids: list[str], seed: random.Random) -> Iterator[Record]:
    """Yield (kind, id, values) of three services for each person."""
    employers = [f"e{number}" for number in range(max(len(ids) // 40, 1))]
    vacancies = max(len(ids) // 10, 1)
    for number, employer in enumerate(employers):
        yield "employer", employer, people.employer_values(number)
    yield from _vacancies(employers, vacancies, seed)
    for number, person in enumerate(ids * 2):
        outcome = seed.choice(("F1", "F1", "F2", "F9", "F5"))
        more: dict[str, Value] = {"day": _day(seed), "outcome": outcome, "policies": ["P01", "P07"]}
        yield "follow_up", f"f{number}", people.follow_up_values(person, **more)
    for number, person in enumerate(ids):
        sort = seed.random()
        about: dict[str, Value] = {"person": person, "day": _day(seed)}
        if sort < 0.5:
            yield "referral", f"r{number}", _referral(person, vacancies, seed)
        elif sort < 0.7:
            yield "training_intent", f"t{number}", about | {"willing": seed.choice("123")}
        elif sort < 0.9:
            yield "verification", f"c{number}", about | {"result": seed.choice("11268")}
        elif sort < 0.95:
            course: dict[str, Value] = {"person": person, "course": "焊工班"}
            yield "enrolment", f"k{number}", course | {"started_on": _day(seed)}
        else:
            more = {"day": _day(seed), "policies": ["P02"]}
            yield "visit", f"b{number}", people.visit_values(seed.choice(employers), **more)


def fill(session: Session) -> None:
    """Log what was done for the people who are there, and edit a tenth of them."""
    seed = random.Random(11)
    ids = [str(row["id"]) for row in session.read().columns("person", ("name",))]

    def run(reader: Reader, desk: Desk) -> Iterator[Change]:
        for kind, record, values in _services(ids, seed):
            yield Change(kind, record, values)

    operation: Operation = run
    session.run(operation, "import")
    session.run(together(*(edit(one, {"area_group": "三组"}) for one in ids[::10])), "edit")
    registered = {"unemployed_on": "2026-06-01"}
    session.run(together(*(edit(one, registered) for one in ids[::7])), "edit")


def _busy(work: Callable[[], object]) -> float:
    """Processor seconds of the best of three runs: a busy computer does not lengthen them."""
    seconds: list[float] = []
    for _ in range(3):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return min(seconds)


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        session = station_of(count, Path(name))
        fill(session)
        reader = session.read()
        floor = timed("SQL by hand (floor)", lambda _: counts(reader.connection, MONTH), range(3))
        measured = [
            timed("all figures", lambda _: figures(reader, MONTH), range(3)),
            timed("what happened in the month", lambda _: figures(reader, MONTH, EVENTS), range(3)),
        ]
        found = figures(reader, MONTH)
        apart = [
            timed(
                "all by place", lambda _: [by_place(reader, f) for f in found.values()], range(2)
            ),
            timed(
                "all by group", lambda _: [by_group(reader, f) for f in found.values()], range(2)
            ),
        ]
        show([*measured, *apart], floor)
        bare, whole = (
            _busy(lambda: counts(reader.connection, MONTH)),
            _busy(lambda: figures(reader, MONTH)),
        )
        print(f"processor seconds: floor {bare:.2f}, all figures {whole:.2f}, x {whole / bare:.2f}")
        for code, counted in counts(reader.connection, MONTH).items():
            sign = "" if found[code].value == counted else "  differs"
            print(f"{code:5} {found[code].value!s:>8} {counted!s:>8}{sign}")
        session.close()


EVENTS = tuple(f"M{number:02}" for number in (4, 5, 6, 7, 8, 10, 12, 13, 15, 16, 17, 18, 19, 20))

if __name__ == "__main__":
    main()
