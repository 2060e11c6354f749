"""往后放: a day and a reason, on the record, undone like any edit."""

from datetime import date

import pytest

from mengzhan.model.problem import UserError
from mengzhan.rules.agenda.putting_off import put_off, take_up
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.operations import Rejected
from mengzhan.rules.undo import undo
from tests import people
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)


@pytest.fixture
def person(station: Station) -> str:
    return station.add("person", people.person_values(1, unemployed_on="2026-11-02"))


def standing(station: Station, day: date = TODAY) -> tuple[list[str], list[str]]:
    agenda = read_agenda(station.session.read(), day)
    put = [str(line.notes[-1]) for line in agenda.put_off]
    return [line.due.work for line in agenda.lines], put


def test_a_line_waits_until_its_day_and_says_why(station: Station, person: str) -> None:
    assert standing(station) == (["first_contact"], [])
    station.run(put_off(person, date(2026, 11, 30), "2"))
    assert standing(station) == ([], ["推后到 2026-11-30：接羔、农忙走不开"])
    assert standing(station, date(2026, 11, 30)) == (["first_contact"], [])


def test_it_is_undone_like_any_edit_and_taken_up_again(station: Station, person: str) -> None:
    done = station.run(put_off(person, date(2026, 11, 30), "2"))
    station.run(undo(done.action))
    assert standing(station) == (["first_contact"], [])
    station.run(put_off(person, date(2026, 11, 30), "2"))
    station.run(take_up(person))
    assert standing(station) == (["first_contact"], [])


def test_only_a_day_to_come_will_do(station: Station, person: str) -> None:
    with pytest.raises(UserError) as caught:
        station.run(put_off(person, TODAY, "2"))
    assert caught.value.code == "PUT_OFF_DAY"


def test_without_a_reason_nothing_is_put_off(station: Station, person: str) -> None:
    with pytest.raises(Rejected) as caught:
        station.run(put_off(person, date(2026, 11, 30), ""))
    assert [problem.code for problem in caught.value.problems] == ["PUT_OFF_REASON"]
    assert standing(station) == (["first_contact"], [])
