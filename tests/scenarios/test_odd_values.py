"""What another program wrote, or a damaged record holds, stops nobody: every page can be shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.model.problem import UserError
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.anomalies import anomalies
from mengzhan.rules.cleaning import ASKED, hints_about, read_book
from mengzhan.rules.closing import checks, standing
from mengzhan.rules.figures import Period, figures
from mengzhan.rules.graduates import boxes
from mengzhan.rules.matching.board import Board
from mengzhan.rules.matching.weights import usual
from mengzhan.rules.policies.eligibility import hints, told_of
from mengzhan.rules.postings import postings_of
from mengzhan.rules.reader import Change, Desk, Reader
from mengzhan.rules.referral_letter import referral_letter
from mengzhan.rules.referral_steps import next_work
from mengzhan.rules.reporting import read_report
from mengzhan.rules.reporting.apart import groups_apart, places_apart
from mengzhan.rules.reporting.case import typical_case
from mengzhan.rules.state import state_on
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.store.reader import StoreReader
from tests.people import employer_values, person_values
from tests.rules.closing.month import MONTH, follow_up
from tests.store import conftest
from tests.store.conftest import Station

# a station at work, as in the tests of the store
around, clock, keystore = conftest.around, conftest.clock, conftest.keystore
station = conftest.station

TODAY = date(2026, 11, 23)
ODD: tuple[Any, ...] = (
    "x",
    "",
    "20261103",
    "2026-02-31",
    "9999-12-31",
    -1,
    10**14,
    True,
    {"a": "b"},
    ["a", 5, ["b"], {"c": 1}],
)
KIND_NAMES = [kind for kind in KINDS if kind not in ("rule_table", "month_close")]


def written(
    station: Station, kind: str, records: Sequence[dict[str, Any]], over: Sequence[str] = ()
) -> list[str]:
    """Write records, new ones or ``over`` others, as another program might: nothing is checked."""
    made = [*over] or [station.session.new_id() for _ in records]

    def write(_reader: Reader, _desk: Desk) -> list[Change]:
        return [Change(kind, one, values) for one, values in zip(made, records, strict=True)]

    station.run(write, f"write {kind}")
    return made


@pytest.fixture
def sound(station: Station) -> Mapping[str, dict[str, Value]]:
    """A month with one record of each kind; return values of which one is then made odd."""
    days = {"registered_on": "2026-10-12", "unemployed_on": "2026-10-01", "status_on": "2026-10-12"}
    person = station.add("person", person_values(50, **days))
    employer = station.add("employer", employer_values(50))
    offer: dict[str, Value] = {"employer": employer, "title": "保洁", "headcount": 2}
    offer |= {"registered_on": "2026-11-02", "valid_until": "2026-12-01"}
    (vacancy,) = written(station, "vacancy", [offer])
    day: dict[str, Value] = {"person": person, "day": "2026-11-12"}
    values: dict[str, dict[str, Value]] = {
        "person": person_values(60, **days, graduated_on="2026-07-01"),
        "employer": employer_values(61),
        "vacancy": offer,
        "follow_up": follow_up(person),
        "visit": {
            "employer": employer,
            "day": "2026-11-12",
            "visitor": "站里的人",
            "demand": "缺人",
        },
        "training_intent": {**day, "willing": "1"},
        "verification": {**day, "result": "2"},
        "enrolment": {"person": person, "started_on": "2026-11-12", "course": "养殖"},
        "referral": {**day, "vacancy": vacancy, "due_on": "2026-11-15", "letter_no": "1"},
        "task": {"title": "核实名单", "due_on": "2026-11-12", "people": [person]},
        "explanation": {"rule": "phone", "month": MONTH, "day": "2026-11-20", "named": person},
    }
    return values


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_nothing_in_any_field_stops_a_page(
    station: Station, sound: Mapping[str, dict[str, Value]], kind: str
) -> None:
    values = sound.get(kind, {})
    odd = [{**values, field.name: value} for field in KINDS[kind] for value in ODD]
    records = written(station, kind, odd)
    reader = station.session.read()
    read_all(reader)
    for record, held in zip(records, odd, strict=True):
        read_one(reader, kind, record)
        assert station.state(record).values == held
    # what fields held before counts for earlier days
    written(station, kind, [values for _ in records], over=records)
    read_all(station.session.read())


def read_all(reader: StoreReader) -> None:
    """Work out what the pages over all records show."""
    month = Period.parse(MONTH)
    counted = figures(reader, month)
    assert all(figure.shown for figure in counted.values())
    places_apart(reader, counted)
    groups_apart(reader, counted)
    read_report(reader, month, TODAY)
    anomalies(reader, month, now=counted)
    checks(reader, MONTH, TODAY, counted)
    standing(reader, MONTH)
    assert read_agenda(reader, TODAY).day == TODAY
    lists = read_two_lists(reader, TODAY)
    for one in (lists.people, lists.vacancies):
        one.standing()
        one.left(date(2026, 1, 1), TODAY)
    book = read_book(reader, TODAY)
    for person in reader.columns("person", ASKED):
        list(hints_about(person, book))
    board = Board(reader, TODAY, usual())
    for kind in ("person", "vacancy"):
        for row in list(reader.columns(kind, ())):
            assert board.find(kind, str(row["id"])) is not None


def read_one(reader: StoreReader, kind: str, record: str) -> None:
    """Work out what the pages of one record show; to be told that it cannot be is an answer."""
    reader.title(kind, record)
    reader.due_of(kind, record, TODAY)
    state_on(reader, record, TODAY)
    if kind in ("person", "employer"):
        hints(reader, record, TODAY)
        told_of(reader, record)
    state = reader.state(record)
    assert state is not None
    try:
        if kind == "person":
            boxes(reader, record)
            typical_case(reader, record, "公主府社区", TODAY)
        elif kind == "vacancy":
            postings_of(reader, [record], TODAY)
        elif kind == "referral":
            next_work(state.values, TODAY)
            referral_letter(reader, record, "站里的人", TODAY)
    except UserError:
        pass
