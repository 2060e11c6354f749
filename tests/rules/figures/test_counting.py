"""Figures by example, as a worker would count by hand; then random months, counted from papers.

``python -m tests.bench.random_months 120`` does the latter for more than a thousand months.
"""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import (
    Figure,
    Period,
    by_place,
    compared,
    figures,
    figures_each,
    follow_figures,
)
from mengzhan.rules.operations import edit, merge, move, remove
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.two_lists import UNFILLED_SETTING, read_two_lists
from tests.computers import Clock
from tests.people import (
    OTHER_VILLAGE,
    VILLAGE,
    employer_values,
    follow_up_values,
    person_values,
    vacancy_values,
    visit_values,
)
from tests.rules.figures.judge import differences, followed_otherwise
from tests.rules.figures.world import DAYS
from tests.store.conftest import Station

NOVEMBER, DECEMBER = Period.parse("2026-11"), Period.parse("2026-12")


def go_to(clock: Clock, day: str) -> None:
    clock.now = datetime.fromisoformat(f"{day}T03:00:00").replace(tzinfo=UTC)


def figure(station: Station, code: str, period: Period = NOVEMBER) -> Figure:
    return figures(station.session.read(), period, (code,))[code]


def value(station: Station, code: str, period: Period = NOVEMBER) -> object:
    return figure(station, code, period).value


def records(found: Figure) -> list[str]:
    return sorted(one.record for one in found.evidence)


def person(station: Station, number: int = 1, **more: Value) -> str:
    return station.add("person", person_values(number, **{"status_on": "2026-10-01", **more}))


def vacancy(station: Station, **more: Value) -> str:
    return station.add(
        "vacancy", vacancy_values(station.add("employer", employer_values(1)), **more)
    )


def refer(station: Station, whom: str, to: str, **more: Value) -> str:
    values: dict[str, Value] = {"person": whom, "vacancy": to, "day": "2026-11-02"}
    return station.add("referral", {**values, "due_on": "2026-11-09", **more})


def write(station: Station, kind: str, record: str, values: dict[str, Value]) -> None:
    """Write values as a receipt brings them, unchecked."""

    def run(reader: Reader, desk: Desk) -> list[Change]:
        return [Change(kind, record, values)]

    operation: Operation = run
    station.run(operation)


# Which month ------------------------------------------------------------------------------------


def test_what_is_typed_late_belongs_to_the_month_in_which_it_happened(
    station: Station, clock: Clock
) -> None:
    record = person(station)
    go_to(clock, "2026-12-02")
    late = station.add("follow_up", follow_up_values(record, day="2026-11-28"))
    assert records(figure(station, "M13")) == [late]
    assert value(station, "M13", DECEMBER) == 0


def test_an_arrival_counts_in_the_month_of_its_day(station: Station, clock: Clock) -> None:
    go_to(clock, "2026-12-05")
    introduced = {"day": "2026-11-28", "due_on": "2026-12-05"}
    came = {"result": "2", "result_on": "2026-12-03", "arrived_on": "2026-12-03"}
    refer(station, person(station), vacancy(station), **introduced, **came)
    assert [value(station, "M18"), value(station, "M20")] == [1, 0]
    assert [value(station, "M18", DECEMBER), value(station, "M20", DECEMBER)] == [0, 1]


def test_a_quarter_counts_a_person_once_who_counts_in_two_months(station: Station) -> None:
    record = person(station)
    for day in ("2026-10-05", "2026-11-05"):
        station.add("follow_up", follow_up_values(record, day=day))
    quarter, october = Period.quarter_of(date(2026, 11, 1)), Period.parse("2026-10")
    counts = [value(station, "M12", period) for period in (october, NOVEMBER, quarter)]
    assert counts == [1, 1, 1]
    assert [value(station, "M13", period) for period in (october, NOVEMBER, quarter)] == [1, 1, 2]


def test_figures_stand_beside_those_of_the_period_before(station: Station) -> None:
    record = person(station)
    for day in ("2026-10-05", "2026-11-05", "2026-11-06"):
        station.add("follow_up", follow_up_values(record, day=day))
    both = compared(station.session.read(), NOVEMBER, ("M13",))["M13"]
    assert (both.now.value, both.before.value) == (2, 1)


# People -----------------------------------------------------------------------------------------


def test_a_rate_is_exact_and_is_none_where_nothing_is_divided_by(station: Station) -> None:
    assert figure(station, "M14").value is None
    assert figure(station, "M14").shown == "—"
    registered = [person(station, n, unemployed_on="2026-10-01") for n in range(3)]
    station.add("follow_up", follow_up_values(registered[0], day="2026-11-05"))
    station.add("follow_up", follow_up_values(registered[1], day="2026-11-06"))
    rate = figure(station, "M14")
    assert (rate.value, rate.shown) == (Fraction(2, 3), "66.7")
    assert sorted(one.record for one in rate.base) == sorted(registered)
    assert {one.kind for one in rate.evidence} == {"follow_up"}
    later = person(station, 3, unemployed_on="2026-11-04")
    station.add("follow_up", follow_up_values(later, day="2026-11-07"))
    assert figure(station, "M14").value == Fraction(2, 3), "who came later was not due"
    assert figure(station, "M12").value == 3


@pytest.mark.parametrize(
    ("outcome", "counts"), [("F1", 1), ("F9", 0), ("FA", 0), ("FB", 0), ("F5", 1)]
)
def test_only_who_was_spoken_to_was_followed_up(
    station: Station, outcome: str, counts: int
) -> None:
    station.add("follow_up", follow_up_values(person(station), outcome=outcome))
    assert (value(station, "M12"), value(station, "M13")) == (counts, 1)
    assert value(station, "M13X") == (outcome == "F9")


def test_the_last_answer_of_the_month_counts(station: Station) -> None:
    record = person(station)
    for day, answer in (("2026-11-20", "2"), ("2026-11-03", "1")):
        values: dict[str, Value] = {"person": record, "day": day, "willing": answer}
        station.add("training_intent", {**values, "start_business": "1"})
    assert [value(station, code) for code in ("M07", "M08", "M09")] == [1, 0, 1]


def test_the_people_on_the_list_are_those_of_the_list(station: Station) -> None:
    people = [person(station, number) for number in range(4)]
    offer = vacancy(station)
    refer(station, people[0], offer, day="2026-11-22", due_on="2026-11-29")
    station.add("follow_up", follow_up_values(people[1], outcome="F2"))
    today = Period.parse("2026-11").so_far(station.session.today())
    lists = read_two_lists(station.session.read(), today.last)
    standing = sorted(line.spell.record for line in lists.people.standing())
    assert records(figure(station, "M26", today)) == standing == sorted(people[2:])
    assert figure(station, "M30", today).shown == "0.67"


def test_who_came_by_an_introduction_is_taken_off_when_the_work_began(
    station: Station, clock: Clock
) -> None:
    record = person(station)
    go_to(clock, "2026-12-05")
    referral = refer(station, record, vacancy(station), day="2026-11-28", due_on="2026-12-05")
    assert value(station, "M28") == 0
    came = {"result": "2", "result_on": "2026-12-03", "arrived_on": "2026-12-03"}
    station.run(edit(referral, came))
    assert value(station, "M28") == 0
    assert records(figure(station, "M28", DECEMBER)) == [referral]


@pytest.mark.parametrize(("outcome", "counts"), [("F2", 1), ("F5", 1), ("FC", 0), ("F9", 0)])
def test_leaving_the_list_counts_with_a_destination(
    station: Station, outcome: str, counts: int
) -> None:
    station.add("follow_up", follow_up_values(person(station), outcome=outcome))
    assert value(station, "M28") == counts


def test_hard_to_employ_is_who_was_recognised_by_the_day_of_arrival(station: Station) -> None:
    offer = vacancy(station, headcount=9)
    came = {"result": "2", "result_on": "2026-11-10", "arrived_on": "2026-11-10"}
    kinds: tuple[dict[str, Value], ...] = (
        {"difficulty_types": ["D1"]},
        {"difficulty_types": ["D1"], "difficulty_on": "2026-11-10"},
        {"difficulty_types": ["D1"], "difficulty_on": "2026-11-11"},
        {"key_groups": ["K05", "K0101"]},
        {"key_groups": ["K00"]},
    )
    for number, more in enumerate(kinds):
        refer(station, person(station, number, **more), offer, **came)
    assert [value(station, code) for code in ("M20", "M21", "M22", "M24")] == [5, 3, 1, 3]


# Vacancies --------------------------------------------------------------------------------------


def test_places_that_are_added_later_count_when_they_were_typed(
    station: Station, clock: Clock
) -> None:
    offer = vacancy(station, headcount=2)
    go_to(clock, "2026-12-03")
    station.run(edit(offer, {"headcount": 5}))
    assert [value(station, "M02"), value(station, "M02", DECEMBER)] == [2, 3]
    assert [value(station, "M01"), value(station, "M01", DECEMBER)] == [1, 0]


def test_a_lower_number_puts_right_what_stood_before(station: Station, clock: Clock) -> None:
    offer = vacancy(station, headcount=20)
    go_to(clock, "2026-12-03")
    station.run(edit(offer, {"headcount": 2}))
    assert [value(station, "M02"), value(station, "M02", DECEMBER)] == [2, 0]


def test_entries_and_places_are_told_apart(station: Station) -> None:
    vacancy(station, headcount=3, registered_on="2026-11-01")
    vacancy(station, headcount=4, registered_on="2026-11-20")
    today = NOVEMBER.so_far(station.session.today())
    codes = ("M01", "M02", "M03", "M27")
    assert [value(station, code, today) for code in codes] == [2, 7, 7, 3]
    station.session.set_setting(UNFILLED_SETTING, 2)
    assert value(station, "M27", today) == 7


def test_a_vacancy_that_is_filled_or_withdrawn_counts_with_its_places(station: Station) -> None:
    filled = vacancy(station, headcount=1, registered_on="2026-11-01")
    came = {"result": "2", "result_on": "2026-11-12", "arrived_on": "2026-11-12"}
    refer(station, person(station), filled, **came)
    closed: dict[str, Value] = {"closed_on": "2026-11-15", "close_reason": "4"}
    withdrawn = vacancy(station, headcount=3, registered_on="2026-11-01", **closed)
    vacancy(station, headcount=5, registered_on="2026-11-10", **closed)
    found = figure(station, "M29")
    assert (found.value, records(found)) == (4, sorted([filled, withdrawn]))


def test_visits_and_policies_are_told_apart_from_employers(station: Station) -> None:
    shop = station.add("employer", employer_values(1))
    for day, policies in (("2026-11-03", ["P01", "P02"]), ("2026-11-20", ["P01"])):
        station.add("visit", visit_values(shop, day=day, policies=policies))
    station.add("follow_up", follow_up_values(person(station), policies=["P07"]))
    assert [value(station, code) for code in ("M04", "M05", "M06")] == [1, 2, 4]


# Whose records ----------------------------------------------------------------------------------


def test_duplicates_count_as_the_one_that_was_kept(station: Station) -> None:
    one, other = person(station, 1), person(station, 2)
    for record in (one, other):
        station.add("follow_up", follow_up_values(record))
    assert value(station, "M12") == 2
    station.run(merge(other, one))
    assert (value(station, "M12"), value(station, "M13"), value(station, "M26")) == (1, 2, 1)
    assert {one_.subject for one_ in figure(station, "M12").evidence} == {one}


def test_what_was_taken_away_does_not_count(station: Station) -> None:
    record = station.add("follow_up", follow_up_values(person(station)))
    station.run(remove(record))
    assert value(station, "M13") == 0


def test_the_vacancies_of_other_stations_are_not_ones_own(station: Station) -> None:
    values = vacancy_values(station.add("employer", employer_values(1)), station=OTHER_VILLAGE)
    write(station, "vacancy", "broadcast", {**values, "registered_on": "2026-11-01"})
    assert [value(station, code) for code in ("M01", "M02", "M03", "M27")] == [0, 0, 0, 0]
    found = figures(station.session.read(), NOVEMBER, ("M01",), station=OTHER_VILLAGE)
    assert found["M01"].value == 1


def test_who_was_handed_over_counts_here_until_then(station: Station, clock: Clock) -> None:
    record = person(station, unemployed_on="2026-10-01")
    station.add("follow_up", follow_up_values(record, day="2026-11-20"))
    go_to(clock, "2026-12-10")
    station.run(move(record, OTHER_VILLAGE))
    assert [value(station, code) for code in ("M11", "M13", "M26")] == [1, 1, 1]
    january = Period.parse("2027-01")
    assert [value(station, code, january) for code in ("M11", "M26")] == [0, 0]


# Erasure ----------------------------------------------------------------------------------------


def test_figures_of_a_closed_month_survive_an_erasure(station: Station, clock: Clock) -> None:
    offer = vacancy(station, headcount=1, registered_on="2026-10-01")
    record = person(station, unemployed_on="2026-10-01", difficulty_types=["D2"])
    twin = person(station, 2)
    station.run(merge(twin, record))
    station.run(edit(record, {"employment_status": "2", "status_on": "2026-11-20"}))
    came = {"result": "2", "result_on": "2026-11-06", "arrived_on": "2026-11-06"}
    refer(station, record, offer, **came)
    station.add("follow_up", follow_up_values(twin, day="2026-11-01", needs="想学焊工"))
    periods = (Period.parse("2026-10"), NOVEMBER, Period.year_to_date(NOVEMBER.first))
    before = [figures(station.session.read(), period) for period in periods]
    assert before[0]["M26"].value == 1
    assert before[1]["M21"].value == 1
    go_to(clock, "2026-12-20")
    station.run(erase(record))
    after = [figures(station.session.read(), period) for period in periods]
    assert [
        {code: (one.value, {*one.evidence}, {*one.base}) for code, one in found.items()}
        for found in after
    ] == [
        {code: (one.value, {*one.evidence}, {*one.base}) for code, one in found.items()}
        for found in before
    ]


def test_after_an_erasure_only_the_banner_is_known(station: Station) -> None:
    record = person(station)
    station.add("follow_up", follow_up_values(record))
    reader = station.session.read()
    assert [*by_place(reader, figure(station, "M13"))] == [VILLAGE]
    station.run(erase(record))
    assert [*by_place(reader, figure(station, "M13"))] == [VILLAGE[:6]]


# Random months -----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_months_are_counted_as_from_papers(tmp_path: Path, seed: int) -> None:
    found = [*differences(tmp_path, seed)]
    assert len(found) > 12
    assert [words for month in found for words in month] == []


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_figures_that_follow_changes_are_those_of_a_fresh_count(tmp_path: Path, seed: int) -> None:
    found = [*followed_otherwise(tmp_path, seed)]
    assert len(found) == DAYS
    assert [words for day in found for words in day] == []


def test_what_names_nobody_is_followed_too(station: Station) -> None:
    visit = station.add("visit", visit_values(station.add("employer", employer_values(1))))
    reader = station.session.read()
    counted, position = [*figures_each(reader, [(NOVEMBER, None)])], reader.journal.position()
    write(station, "visit", visit, {"employer": None})
    reader = station.session.read()
    changed = reader.journal.changed_since(position)
    (followed,) = follow_figures(counted, reader, [(NOVEMBER, None)], changed)
    assert followed["M05"].evidence[0].about == ("employer", "")
    assert followed == figures(reader, NOVEMBER)
