"""Opening 今日 at a large station: ``python -m tests.bench.today [PEOPLE]``.

20,000 people and 60,000 services (40,000 follow-ups, 14,000 referrals, 6,000 visits), 400 employers,
2,000 vacancies; three people in ten are registered as unemployed, and most of the follow-ups are
theirs: the station keeps up with its work. Floor: bare SQL that counts the same lines, rule by rule,
in the same run.
"""

import random
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from mengzhan.model.entry import Value
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.months import months_before
from mengzhan.rules.reader import Change, Desk, Reader
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session
from tests import people
from tests.bench.figures import Figure, show
from tests.bench.people import station_of

TODAY = date(2026, 11, 23)
_STATION = "152222100201"
_ANSWERS = ("F1",) * 6 + ("F2", "F5", "F9", "FA")


def _day(seed: random.Random, back: int) -> str:
    return (TODAY - timedelta(days=seed.randrange(back))).isoformat()


def _registrations(ids: list[str], registered: set[str], seed: random.Random) -> Iterator[Change]:
    for person in ids:
        values: dict[str, Value] = {"area_group": f"{seed.randint(1, 12)}组", "sex": "1"}
        values["birth_date"] = f"{seed.randint(1964, 2004)}-05-14"
        if person in registered:
            values["unemployed_on"] = _day(seed, 500)
        if seed.random() < 0.03:
            values["graduated_on"] = "2026-06-30"
        yield Change("person", person, values)


def _services(ids: list[str], registered: list[str], seed: random.Random) -> Iterator[Change]:
    for number in range(400):
        more: dict[str, Value] = {"short_of_staff": seed.random() < 0.1, "station": _STATION}
        yield Change("employer", f"e{number}", people.employer_values(number, **more))
    for number in range(2_000):
        day = date.fromisoformat(_day(seed, 90))
        dated = {"registered_on": day.isoformat(), "station": _STATION}
        dated["valid_until"] = (day + timedelta(days=90)).isoformat()
        yield Change(
            "vacancy", f"v{number}", people.vacancy_values(f"e{seed.randrange(400)}", **dated)
        )
    for number in range(len(ids) * 2):
        day = date.fromisoformat(_day(seed, 120))
        whom = seed.choice(registered if seed.random() < 0.9 else ids)
        values = people.follow_up_values(whom, day=day.isoformat(), outcome=seed.choice(_ANSWERS))
        values["next_on"] = (day + timedelta(days=30)).isoformat() if seed.random() < 0.3 else None
        yield Change("follow_up", f"f{number}", values)
    for number in range(len(ids) * 7 // 10):
        day = date.fromisoformat(_day(seed, 200))
        answered = seed.random() < 0.97
        values = {"person": seed.choice(ids), "vacancy": f"v{seed.randrange(2_000)}"}
        values |= {"day": day.isoformat(), "due_on": (day + timedelta(days=7)).isoformat()}
        values |= {"result": "3", "result_on": day.isoformat()} if answered else {}
        yield Change("referral", f"r{number}", values)
    for number in range(len(ids) * 3 // 10):
        yield Change(
            "visit",
            f"z{number}",
            people.visit_values(f"e{seed.randrange(400)}", day=_day(seed, 200)),
        )


def fill(session: Session) -> None:
    """Register a third of the people as unemployed and log what was done."""
    ids = [str(row["id"]) for row in session.read().columns("person", ("name",))]
    seed = random.Random(11)
    registered = seed.sample(ids, len(ids) * 3 // 10)

    def run(_reader: Reader, _desk: Desk) -> Iterator[Change]:
        yield from _registrations(ids, set(registered), seed)
        yield from _services(ids, registered, seed)

    session.run(run, "import")


_LIVE = "deleted = 0 AND erased = 0 AND same_as IS NULL"
_REGISTERED = f"""{_LIVE} AND unemployed_on <= :today
    AND NOT (ifnull(deregistered_on, '') BETWEEN unemployed_on AND :today)"""
_MET = """SELECT 1 FROM record_follow_up f WHERE f.person = p.id AND f.deleted = 0
    AND f.day BETWEEN {since} AND :today AND f.outcome NOT IN ('F9', 'FB')"""
_REFERRED = """SELECT 1 FROM record_referral g WHERE g.person = p.id AND g.deleted = 0
    AND g.day BETWEEN {since} AND :today"""


def _unmet(since: str) -> str:
    return (
        f"NOT EXISTS ({_MET.format(since=since)}) AND NOT EXISTS ({_REFERRED.format(since=since)})"
    )


COUNTS = {
    "first_contact": f"SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND unemployed_on"
    f" <= :five_days AND {_unmet('p.unemployed_on')}",
    "monthly": f"SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND {_unmet(':month')}",
    "registration_ends": f"""SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND (
        SELECT outcome FROM record_follow_up f WHERE f.person = p.id AND f.deleted = 0
        AND f.day BETWEEN p.unemployed_on AND :today AND f.outcome NOT IN ('F9', 'FA', 'FB')
        ORDER BY day DESC, created DESC LIMIT 1) IN ('F2', 'F3', 'F6', 'F7', 'F8', 'FC')""",
    "lost": f"""SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND unemployed_on <= :half
        AND {_unmet("max(:half, p.unemployed_on)")} AND EXISTS (SELECT 1 FROM record_follow_up f
        WHERE f.person = p.id AND f.deleted = 0 AND f.outcome IN ('F9', 'FB'))""",
    "refused": f"""SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND 3 = (
        SELECT count(*) FROM (SELECT outcome FROM record_follow_up f WHERE f.person = p.id AND
        f.deleted = 0 AND f.outcome NOT IN ('F9', 'FB') AND f.day >= p.unemployed_on
        ORDER BY day DESC, created DESC LIMIT 3) WHERE outcome = 'FA')""",
    "long_unemployed": f"SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND unemployed_on"
    f" <= :year AND {_unmet('date(p.unemployed_on, ' + chr(39) + '+12 months' + chr(39) + ')')}",
    "retirement": f"SELECT count(*) FROM record_person p WHERE {_REGISTERED} AND sex = '1' AND"
    f" birth_date < '1966-11-01' AND {_unmet('date(birth_date, ' + chr(39) + '+60 years' + chr(39) + ')')}",
    "graduate": f"""SELECT count(*) FROM record_person p WHERE {_LIVE} AND graduated_on > :two_years
        AND (employment_status = '1' OR unemployed_on IS NOT NULL) AND (
          (SELECT count(*) FROM record_referral g WHERE g.person = p.id AND g.day >= graduated_on) < 3
          OR NOT EXISTS (SELECT 1 FROM record_follow_up f WHERE f.person = p.id AND f.policies > '[]')
          OR NOT EXISTS (SELECT 1 FROM record_enrolment n WHERE n.person = p.id))""",
    "follow_up": f"""SELECT count(*) FROM record_follow_up f WHERE {_LIVE} AND next_on <= :today
        AND NOT EXISTS (SELECT 1 FROM record_follow_up g WHERE g.person = f.person AND
        g.deleted = 0 AND (g.day, g.created) > (f.day, f.created))""",
    "referral": f"""SELECT count(*) FROM record_referral WHERE {_LIVE} AND due_on <= :today
        AND arrived_on IS NULL AND (result IS NULL OR result IN ('0', '1'))""",
    "evidence": f"""SELECT count(*) FROM record_referral WHERE {_LIVE} AND arrived_on > :month
        AND left_on IS NULL AND evidence IS NULL AND contract_on IS NULL AND note IS NULL""",
    "stays": f"""SELECT count(*) FROM record_referral WHERE {_LIVE} AND arrived_on <= :month
        AND left_on IS NULL AND stay_6_on IS NULL""",
    "vacancy": f"""SELECT count(*) FROM record_vacancy WHERE {_LIVE} AND valid_until <= :soon
        AND closed_on IS NULL""",
    "unconfirmed": f"""SELECT count(*) FROM record_vacancy v WHERE {_LIVE} AND registered_on <= :month
        AND closed_on IS NULL AND valid_until > :in_a_month AND NOT EXISTS (SELECT 1 FROM
        record_visit z WHERE z.employer = v.employer AND z.deleted = 0 AND z.day > :month)""",
    "visit": f"""SELECT count(*) FROM record_visit WHERE {_LIVE} AND demand > '' AND closed_on IS NULL
        AND day <= :two_weeks""",
    "unseen": f"""SELECT place, count(*) FROM record_employer e WHERE {_LIVE} AND NOT EXISTS (
        SELECT 1 FROM record_visit z WHERE z.employer = e.id AND z.deleted = 0 AND
        z.day >= :first_of_month) GROUP BY place""",
    "task": f"SELECT count(*) FROM record_task WHERE {_LIVE} AND due_on <= :soon AND done_on IS NULL",
}
"""Statement by statement what the agenda counts; people and employers are read in lines besides."""


def _days() -> dict[str, str]:
    def back(**parts: int) -> str:
        return (TODAY - timedelta(**parts)).isoformat()

    return {
        "today": TODAY.isoformat(),
        "five_days": back(days=4),
        "month": months_before(TODAY, 1).isoformat(),
        "half": months_before(TODAY, 6).isoformat(),
        "year": months_before(TODAY, 12).isoformat(),
        "two_years": months_before(TODAY, 24).isoformat(),
        "soon": (TODAY + timedelta(days=3)).isoformat(),
        "in_a_month": (TODAY + timedelta(days=30)).isoformat(),
        "two_weeks": back(days=14),
        "first_of_month": TODAY.replace(day=1).isoformat(),
    }


def count_in_sql(reader: StoreReader) -> dict[str, int]:
    """Count the lines of every rule with a statement of its own."""
    found = {}
    for name, query in COUNTS.items():
        wanted = {key: day for key, day in _days().items() if f":{key}" in query}
        rows = reader.connection.execute(query, wanted).fetchall()
        found[name] = int(sum(row[-1] for row in rows))
    return found


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        session = station_of(count, Path(name))
        fill(session)
        reader = session.read()
        floor, opened = Figure("bare counts in SQL (floor)", []), Figure("the agenda", [])
        for _ in range(9):
            # in turns: a machine that slows down meanwhile slows both
            floor.add(lambda: count_in_sql(reader))
            opened.add(lambda: read_agenda(reader, TODAY))
        show([opened], floor)
        agenda = read_agenda(reader, TODAY)
        unseen = sum(map(len, agenda.unseen.values()))
        print(f"{count} people: {len(agenda.lines)} lines, {unseen} employers not seen")
        print(count_in_sql(reader))
        session.close()


if __name__ == "__main__":
    main()
