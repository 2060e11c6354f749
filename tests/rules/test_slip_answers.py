"""What may be heard of a referral: the same keys in 今日 and on paper, and what each one records."""

from datetime import date

import pytest

from mengzhan.model.entry import Value, Values
from mengzhan.rules.operations import edit
from mengzhan.rules.slip_answers import (
    EVIDENCE,
    GONE,
    LEFT,
    SLIP,
    STILL_THERE,
    AskedSlip,
    asked_words,
    boxes_of,
    codes_heard,
    hear,
    heard,
)
from mengzhan.rules.undo import undo
from mengzhan.ui.pages.keying.line_entry import slip_words
from mengzhan.ui.pages.today_answers import Answers
from tests import people
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)
WORKS = (SLIP, EVIDENCE, "stay_1", "stay_3", "stay_6", LEFT)


@pytest.fixture
def referral(station: Station) -> str:
    person = station.add("person", people.person_values(1))
    employer = station.add("employer", people.employer_values(1))
    vacancy = station.add("vacancy", people.vacancy_values(employer))
    values: dict[str, Value] = {"person": person, "vacancy": vacancy, "day": "2026-08-10"}
    return station.add("referral", values)


def row(station: Station, referral: str) -> Values:
    return station.session.read().record("referral", referral) or {}


@pytest.mark.parametrize("work", WORKS)
def test_what_is_ticked_on_paper_has_the_key_that_the_day_takes(
    station: Station, referral: str, work: str
) -> None:
    answers = Answers(station.session.read(), TODAY, "1").referral(referral, work)
    assert list(boxes_of(work)) == [answer.key for answer in answers]
    assert list(slip_words(work)) == list(boxes_of(work))
    assert asked_words(work).endswith("（勾一个）")


def test_every_code_has_a_box_and_what_comes_after_arrival_has_none() -> None:
    assert [code.code for code in codes_heard(SLIP)] == list("123456789X")
    assert list(boxes_of("stay_3")) == [STILL_THERE, GONE]


@pytest.mark.parametrize("key", [code.code for code in codes_heard(SLIP)])
def test_a_result_is_heard_and_undone(station: Station, referral: str, key: str) -> None:
    assert heard(row(station, referral), SLIP) == ("", "")
    action = station.run(hear(AskedSlip(referral, SLIP), key, TODAY)).action
    assert heard(row(station, referral), SLIP) == (key, "2026-11-23")
    station.run(undo(action))
    assert heard(row(station, referral), SLIP) == ("", "")


def test_who_came_stays_come_after_the_check_of_a_stay(station: Station, referral: str) -> None:
    station.run(hear(AskedSlip(referral, SLIP), "2", date(2026, 8, 15)))
    station.run(hear(AskedSlip(referral, EVIDENCE), "6", TODAY))
    assert heard(row(station, referral), EVIDENCE) == ("6", "")
    station.run(hear(AskedSlip(referral, "stay_3"), STILL_THERE, TODAY))
    assert heard(row(station, referral), "stay_3") == (STILL_THERE, "2026-11-23")
    assert heard(row(station, referral), SLIP) == ("2", "2026-08-15")


def test_who_left_is_heard_whatever_was_asked(station: Station, referral: str) -> None:
    station.run(edit(referral, {"arrived_on": "2026-08-15", "result": "2"}))
    assert heard(row(station, referral), LEFT) == ("", "")
    station.run(hear(AskedSlip(referral, "stay_3"), GONE, TODAY))
    assert heard(row(station, referral), "stay_3") == heard(row(station, referral), LEFT)
    assert heard(row(station, referral), LEFT) == (GONE, "2026-11-23")
