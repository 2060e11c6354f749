"""The two lists: what a line says, and what three months of a station do not bring about.

The counts over three months stand in ``tests/scenarios/test_two_lists.py``.
"""

from datetime import date

from mengzhan.model.entry import Value
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, merge, move, remove
from mengzhan.rules.register import Part
from mengzhan.rules.two_lists import UNFILLED_SETTING, Line, Movement, read_two_lists
from tests.computers import Clock
from tests.package.scribe import Scribe
from tests.people import (
    OTHER_VILLAGE,
    employer_values,
    follow_up_values,
    person_values,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)


def person(station: Station, number: int = 1, **more: Value) -> str:
    return station.add("person", person_values(number, **{"status_on": "2026-10-01", **more}))


def vacancy(station: Station, **more: Value) -> str:
    employer = station.add("employer", employer_values(1))
    values = {"registered_on": "2026-10-10", "valid_until": "2026-12-31", **more}
    return station.add("vacancy", vacancy_values(employer, **values))


def refer(station: Station, whom: str, to: str, **more: Value) -> str:
    values: dict[str, Value] = {"person": whom, "vacancy": to, "day": "2026-11-20"}
    return station.add("referral", {**values, "due_on": "2026-11-27", **more})


def people_on(station: Station, day: date = TODAY) -> dict[str, Line]:
    lists = read_two_lists(station.session.read(), day)
    return {line.spell.record: line for line in lists.people.standing()}


def vacancies_on(station: Station, day: date = TODAY) -> dict[str, Line]:
    lists = read_two_lists(station.session.read(), day)
    return {line.spell.record: line for line in lists.vacancies.standing()}


def next_of(line: Line) -> tuple[str, str]:
    assert line.step is not None
    return line.step.by, str(line.step.reason)


def test_a_line_tells_since_when_the_last_contact_and_what_comes_next(station: Station) -> None:
    record = person(station)
    line = people_on(station)[record]
    assert (line.spell.listed_on, line.days, line.contact) == ("2026-10-01", 53, "")
    assert next_of(line) == ("", "没约下次，先打个电话")
    station.add("follow_up", follow_up_values(record, day="2026-11-02", next_on="2026-12-02"))
    unreached = {"day": "2026-11-10", "outcome": "F9", "next_on": "2026-11-17"}
    line = people_on(station)[record]
    assert (line.contact, next_of(line)) == (
        "2026-11-02",
        ("2026-12-02", "约好 2026-12-02 回访"),
    )
    station.add("follow_up", follow_up_values(record, **unreached))
    line = people_on(station)[record]
    assert (line.contact, next_of(line)) == (
        "2026-11-02",
        ("2026-11-17", "约好的回访已过 6 天"),
    )


def test_an_overdue_slip_is_the_next_thing_to_ask_for(station: Station) -> None:
    record, offer = person(station), vacancy(station)
    refer(station, record, offer, day="2026-11-10", due_on="2026-11-17")
    for line in (people_on(station)[record], vacancies_on(station)[offer]):
        assert next_of(line) == ("2026-11-17", "追推荐回执，逾期 6 天")
    assert people_on(station)[record].spell.listed_on == "2026-11-18"
    assert people_on(station)[record].contact == "2026-11-10"


def test_a_vacancy_tells_who_is_on_the_way_and_when_it_runs_out(station: Station) -> None:
    offer = vacancy(station)
    line = vacancies_on(station)[offer]
    assert (line.spell.listed_on, line.days, line.contact) == ("2026-10-17", 37, "2026-10-10")
    assert next_of(line) == ("", "还没推荐人")
    employer = str(station.value(offer, "employer"))
    station.add("visit", visit_values(employer, day="2026-11-05"))
    refer(station, person(station), offer)
    line = vacancies_on(station)[offer]
    assert (line.contact, line.waiting, line.places) == ("2026-11-20", 1, 2)
    assert next_of(line) == ("2026-11-27", "等回执到 2026-11-27")
    station.run(edit(offer, {"valid_until": "2026-11-25"}))
    assert next_of(vacancies_on(station)[offer])[1] == "有效期到 2026-11-25，还在招吗？"


def test_the_station_chooses_after_how_many_days_a_vacancy_counts(station: Station) -> None:
    offer = vacancy(station, registered_on="2026-11-18")
    assert offer not in vacancies_on(station)
    station.session.set_setting(UNFILLED_SETTING, 5)
    assert vacancies_on(station)[offer].spell.listed_on == "2026-11-23"
    lists = read_two_lists(station.session.read(), TODAY, unfilled_after=6)
    assert lists.vacancies.standing() == []


def test_what_was_filled_soon_never_was_on_the_list(station: Station) -> None:
    offer = vacancy(station, headcount=1)
    came = {"day": "2026-10-12", "due_on": "2026-10-19", "result": "2", "arrived_on": "2026-10-14"}
    refer(station, person(station), offer, **came)
    assert read_two_lists(station.session.read(), TODAY).vacancies.spells == ()


def test_a_ledger_that_says_filled_and_not_when_opens_nothing(station: Station) -> None:
    vacancy(station, close_reason="3")
    assert read_two_lists(station.session.read(), TODAY).vacancies.spells == ()
    still = vacancy(station, close_reason="1")
    assert [*vacancies_on(station)] == [still]


def test_a_vacancy_that_ran_out_left_by_its_own_date(station: Station) -> None:
    offer = vacancy(station, valid_until="2026-11-10")
    (spell,) = read_two_lists(station.session.read(), TODAY).vacancies.spells
    assert spell.way is not None
    assert (spell.left_on, spell.way.record, spell.way.code) == ("2026-11-11", offer, "5")


def test_changing_the_form_leaves_the_days_before_as_they_were(station: Station) -> None:
    record = person(station)
    station.run(edit(record, {"employment_status": "2"}))
    assert station.value(record, "status_on") == "2026-11-23"
    assert record in people_on(station, date(2026, 11, 22))
    assert record not in people_on(station)
    (line,) = read_two_lists(station.session.read(), TODAY).people.left(TODAY, TODAY)
    assert line.spell.way is not None
    assert (line.spell.listed_on, line.days) == ("2026-10-01", 53)
    assert (line.spell.way.table, line.spell.way.code) == ("employment_status", "2")


def test_a_date_that_is_put_right_moves_what_was_said(station: Station) -> None:
    record = person(station)
    station.run(edit(record, {"employment_status": "2", "status_on": "2026-11-10"}))
    station.run(edit(record, {"status_on": "2026-11-12"}))
    assert record in people_on(station, date(2026, 11, 11))
    station.run(edit(record, {"status_on": "2026-11-05"}))
    assert record not in people_on(station, date(2026, 11, 6))
    assert record in people_on(station, date(2026, 11, 4))


def test_a_registration_that_began_anew_keeps_the_end_of_the_former(station: Station) -> None:
    record = person(station, unemployed_on="2026-10-01")
    ended = {"deregistered_on": "2026-10-20", "deregister_reason": "X06"}
    station.run(edit(record, ended))
    again = {"unemployed_on": "2026-11-02", "deregistered_on": None, "deregister_reason": None}
    station.run(edit(record, {**again, "employment_status": "9", "status_on": "2026-11-01"}))
    station.run(edit(record, {"employment_status": "1", "status_on": "2026-11-02"}))
    spells = read_two_lists(station.session.read(), TODAY).people.spells
    assert [(spell.listed_on, spell.left_on) for spell in spells] == [
        ("2026-10-01", "2026-10-20"),
        ("2026-11-02", ""),
    ]


def test_a_record_that_was_handed_over_leaves_with_its_new_place(station: Station) -> None:
    record, offer = person(station), vacancy(station)
    station.run(move(record, OTHER_VILLAGE))
    station.run(move(offer, OTHER_VILLAGE))
    lists = read_two_lists(station.session.read(), TODAY)
    for listed, moved in ((lists.people, record), (lists.vacancies, offer)):
        assert listed.standing() == []
        (line,) = listed.left(TODAY, TODAY)
        assert line.spell.way is not None
        assert (line.spell.record, line.spell.way.record) == (moved, moved)
        assert "移交" in str(line.spell.way.words)
    station.session.set_setting("role", "office")
    assert record in people_on(station)


def test_whoever_was_erased_or_deleted_was_never_there(station: Station) -> None:
    gone, removed, stays = (person(station, number) for number in (1, 2, 3))
    station.run(erase(gone))
    station.run(remove(removed))
    assert {
        spell.record for spell in read_two_lists(station.session.read(), TODAY).people.spells
    } == {stays}


def test_what_came_of_an_introduction_is_the_way_somebody_left(station: Station) -> None:
    record, first, second = person(station), vacancy(station), vacancy(station)
    refer(station, record, first, day="2026-11-10", due_on="2026-11-17", result="X")
    came = {"result": "2", "result_on": "2026-11-18", "arrived_on": "2026-11-18"}
    by = refer(station, record, second, day="2026-11-16", due_on="2026-11-23", **came)
    (line,) = read_two_lists(station.session.read(), TODAY).people.left(date(2026, 11, 1), TODAY)
    assert line.spell.way is not None
    assert (line.spell.left_on, line.spell.way.record, line.spell.way.code) == (
        "2026-11-10",
        by,
        "2",
    )
    station.add("follow_up", follow_up_values(record, day="2026-11-20", outcome="F7"))
    (line,) = read_two_lists(station.session.read(), TODAY).people.left(date(2026, 11, 1), TODAY)
    assert line.spell.way is not None
    assert line.spell.way.record == by


def test_the_end_of_a_registration_without_a_reason_takes_nobody_off(station: Station) -> None:
    record = person(station, unemployed_on="2026-10-01")
    station.run(edit(record, {"deregistered_on": "2026-11-20"}))
    assert record in people_on(station)
    station.run(edit(record, {"deregister_reason": "X09"}))
    (line,) = read_two_lists(station.session.read(), TODAY).people.left(date(2026, 11, 1), TODAY)
    assert line.spell.way is not None
    assert (line.spell.left_on, line.spell.way.code) == ("2026-11-20", "X09")


def test_what_another_station_looks_for_never_was_on_the_list(station: Station) -> None:
    above = Scribe("e")
    elsewhere = {"station": OTHER_VILLAGE, "registered_on": "2026-10-01"}
    above.write("vacancy", "v-elsewhere", vacancy_values("e-elsewhere", **elsewhere))
    station.session.merge(above.entries, words="receipt")
    vacancies = read_two_lists(station.session.read(), TODAY).vacancies
    assert vacancies.spells == ()
    assert vacancies.movement(date(2026, 10, 1), TODAY) == Movement(0, 0, 0, 0)
    station.session.set_setting("role", "office")
    assert [*vacancies_on(station)] == ["v-elsewhere"]


def test_a_record_was_handed_over_on_the_day_in_beijing(station: Station, clock: Clock) -> None:
    record = person(station)
    clock.move(hours=15)
    station.run(move(record, OTHER_VILLAGE))
    assert record in people_on(station)
    (spell,) = read_two_lists(station.session.read(), date(2026, 11, 24)).people.spells
    assert spell.left_on == "2026-11-24"


def test_a_visit_to_a_merged_employer_is_a_contact_about_its_vacancies(station: Station) -> None:
    offer = vacancy(station)
    other = str(station.value(offer, "employer"))
    kept = station.add("employer", employer_values(2))
    station.add("visit", visit_values(kept, day="2026-11-20"))
    station.run(merge(other, kept))
    assert vacancies_on(station)[offer].contact == "2026-11-20"
    whole = read_two_lists(station.session.read(), TODAY)
    part = Part(frozenset(), frozenset({offer}))
    few = read_two_lists(station.session.read(), TODAY, part=part)
    assert few.vacancies.standing() == whole.vacancies.standing()


def test_whoever_registers_again_is_on_the_list_again(station: Station) -> None:
    record = person(station, unemployed_on="2026-10-01")
    station.run(edit(record, {"deregistered_on": "2026-10-20", "deregister_reason": "X01"}))
    again = {"unemployed_on": "2026-11-02", "deregistered_on": None, "deregister_reason": None}
    station.run(edit(record, again))
    spells = read_two_lists(station.session.read(), TODAY).people.spells
    assert [(spell.listed_on, spell.left_on) for spell in spells] == [
        ("2026-10-01", "2026-10-20"),
        ("2026-11-02", ""),
    ]


def test_a_refusal_and_a_wrong_number_are_no_contact(station: Station) -> None:
    record = person(station)
    station.add("follow_up", follow_up_values(record, day="2026-11-02"))
    for day, outcome in (("2026-11-09", "FA"), ("2026-11-10", "FB")):
        station.add("follow_up", follow_up_values(record, day=day, outcome=outcome))
    assert people_on(station)[record].contact == "2026-11-02"
