"""Introducing people and hearing of them: what moves in the same action."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.problem import UserError
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import NoSuchRecord, edit, merge, remove
from mengzhan.rules.referral_doubts import doubts_about
from mengzhan.rules.referrals import (
    lacks_evidence,
    letter_series,
    log_referral,
    record_arrival,
    record_left,
    record_result,
    record_stay_check,
    refer,
)
from mengzhan.rules.state import PersonOn, VacancyOn, state_on
from mengzhan.rules.two_lists import read_two_lists
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from tests import people, stations

TODAY = date(2026, 11, 23)


@dataclass
class Village:
    """A station with three people out of work and a vacancy for two, posted eight days ago."""

    session: Session
    people: list[str]
    vacancy: str

    def refer(self, *which: int, day: date = TODAY) -> list[str]:
        chosen = [self.people[number] for number in which]
        change = self.session.run(refer(chosen, self.vacancy, day), "refer")
        by_person = {str(self.row(record)["person"]): record for _, record in change.records}
        return [by_person[person] for person in chosen]

    def row(self, record: str) -> dict[str, Value]:
        found = self.session.read().record("referral", record)
        assert found is not None
        return found

    def on(self, day: date = TODAY) -> tuple[list[str], int, set[str], set[str]]:
        """Statuses of the people, places left, and who stands on the lists."""
        reader = self.session.read()
        states = [state_on(reader, person, day) for person in self.people]
        offer = state_on(reader, self.vacancy, day)
        lists = read_two_lists(reader, day)
        assert isinstance(offer, VacancyOn)
        return (
            [state.status for state in states if isinstance(state, PersonOn)],
            offer.places_left,
            {line.spell.record for line in lists.people.standing()},
            {line.spell.record for line in lists.vacancies.standing()},
        )


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    session = stations.open_station(tmp_path / "data")
    since = {"status_on": "2026-11-01"}
    persons = [
        stations.log(session, "person", people.person_values(number, **since))
        for number in range(1, 4)
    ]
    employer = stations.log(session, "employer", people.employer_values(1, address="团结路18号"))
    values = people.vacancy_values(employer, registered_on="2026-11-15", valid_until="2027-12-31")
    yield Village(session, persons, stations.log(session, "vacancy", values))
    session.store.close()


def refused(village: Village, operation: object) -> str:
    with pytest.raises(UserError) as caught:
        village.session.run(operation, "refer")  # type: ignore[arg-type]
    return caught.value.code


def test_each_gets_a_letter_and_a_week(village: Village) -> None:
    first, second = village.refer(0, 1)
    numbers = [str(village.row(record)["letter_no"]) for record in (first, second)]
    series = letter_series(village.session.replica, TODAY)
    assert numbers == [f"{series}001号", f"{series}002号"]
    assert village.row(first)["due_on"] == "2026-11-30"
    assert village.row(first)["result"] is None
    ones, left, on_list, offers = village.on()
    assert (ones, left) == (["1", "1", "1"], 2)
    assert on_list == {village.people[2]}
    assert offers == {village.vacancy}


def test_a_number_that_was_taken_back_is_not_given_again(village: Village) -> None:
    change = village.session.run(refer(village.people[:1], village.vacancy, TODAY), "refer")
    village.session.run(undo(change.action), "undo")
    (record,) = village.refer(0)
    assert str(village.row(record)["letter_no"]).endswith("-002号")
    assert village.on()[2] == set(village.people[1:])


def test_a_number_outlives_the_referral_that_was_erased(village: Village) -> None:
    for one in village.refer(0, 1):
        village.session.run(erase(one), "erase")
    (record,) = village.refer(2)
    assert str(village.row(record)["letter_no"]).endswith("-003号")


def test_a_number_in_words_of_ones_own_goes_with_its_referral(village: Village) -> None:
    values = {"person": village.people[0], "vacancy": village.vacancy, "day": "2026-11-23"}
    record = village.session.new_id()
    village.session.run(log_referral({**values, "letter_no": "给她的信"}, record), "add referral")
    village.session.run(erase(record), "erase")
    assert village.row(record)["letter_no"] is None


def test_a_referral_from_a_form_gets_the_next_number_unless_it_has_one(village: Village) -> None:
    village.refer(0)
    values = {"person": village.people[1], "vacancy": village.vacancy, "day": "2026-11-23"}
    for given, end in (({}, "-002号"), ({"letter_no": "旧 17"}, "旧 17")):
        record = village.session.new_id()
        village.session.run(log_referral({**values, **given}, record), "add referral")
        assert str(village.row(record)["letter_no"]).endswith(end)


def test_two_laptops_of_a_station_and_a_new_year_have_numbers_of_their_own() -> None:
    one, other = "a1" * 16, "b2" * 16
    assert letter_series(one, TODAY) != letter_series(other, TODAY)
    assert letter_series(one, TODAY) != letter_series(one, date(2027, 1, 1))
    assert letter_series(one, TODAY).startswith("介〔2026〕")


def test_arriving_moves_person_places_and_both_lists(village: Village) -> None:
    first, second = village.refer(0, 1)
    village.session.run(record_arrival(first, TODAY, {"evidence": ["1"]}), "answer")
    assert village.on() == (["2", "1", "1"], 1, {village.people[2]}, {village.vacancy})
    change = village.session.run(record_arrival(second, TODAY, {"evidence": ["4"]}), "answer")
    assert village.on() == (["2", "2", "1"], 0, {village.people[2]}, set())
    village.session.run(undo(change.action), "undo")
    assert village.on() == (["2", "1", "1"], 1, {village.people[2]}, {village.vacancy})


def test_leaving_gives_back_person_and_place(village: Village) -> None:
    (record,) = village.refer(0)
    village.session.run(record_arrival(record, TODAY, {"evidence": ["1"]}), "answer")
    later = date(2026, 12, 20)
    village.session.clock.move(days=27)  # type: ignore[attr-defined]
    village.session.run(record_left(record, later), "answer")
    assert village.row(record)["result"] == "A"
    assert village.on(later) == (
        ["1", "1", "1"],
        2,
        set(village.people),
        {village.vacancy},
    )


def test_whoever_left_later_keeps_the_result(village: Village) -> None:
    (record,) = village.refer(0)
    village.session.run(record_arrival(record, TODAY, {"evidence": ["1"]}), "answer")
    village.session.clock.move(days=40)  # type: ignore[attr-defined]
    village.session.run(record_left(record, date(2026, 12, 30)), "answer")
    assert village.row(record)["result"] == "2"
    assert village.row(record)["left_on"] == "2026-12-30"


def test_stays_are_checked_when_their_months_are_over(village: Village) -> None:
    (record,) = village.refer(0)
    assert refused(village, record_stay_check(record, 1, TODAY)) == "STAY_IMPOSSIBLE"
    village.session.run(record_arrival(record, TODAY, {"evidence": ["1"]}), "answer")
    assert refused(village, record_stay_check(record, 1, date(2026, 12, 22))) == "STAY_TOO_EARLY"
    village.session.clock.move(days=200)  # type: ignore[attr-defined]
    for months, day, code in (
        (1, "2026-12-23", "2"),
        (3, "2027-02-23", "B"),
        (6, "2027-05-23", "C"),
    ):
        village.session.run(record_stay_check(record, months, date.fromisoformat(day)), "answer")
        assert village.row(record)[f"stay_{months}_on"] == day
        assert village.row(record)["result"] == code
    with pytest.raises(ValueError, match="not 2"):
        record_stay_check(record, 2, TODAY)


def test_results_that_come_after_arrival_go_their_own_way(village: Village) -> None:
    (record,) = village.refer(0)
    assert refused(village, record_result(record, "A", TODAY)) == "LEFT_BEFORE_ARRIVAL"
    assert refused(village, record_result(record, "B", TODAY)) == "STAY_IMPOSSIBLE"


def test_an_arrival_that_was_none_is_put_right_in_one_step(village: Village) -> None:
    (record,) = village.refer(0)
    village.session.run(record_arrival(record, TODAY, {"contract_on": "2026-11-23"}), "answer")
    village.session.run(record_result(record, "3", TODAY), "answer")
    row = village.row(record)
    assert (row["result"], row["arrived_on"], row["contract_on"]) == ("3", None, None)
    assert village.on()[:2] == (["1", "1", "1"], 2)
    assert village.people[0] in village.on()[2]


def test_an_interview_gives_the_slip_another_week(village: Village) -> None:
    (record,) = village.refer(0, day=TODAY - timedelta(days=5))
    village.session.run(record_result(record, "1", TODAY), "answer")
    assert village.row(record)["due_on"] == "2026-11-30"
    assert village.people[0] not in village.on(date(2026, 11, 30))[2]
    assert village.people[0] in village.on(date(2026, 12, 1))[2]


def test_an_overdue_slip_is_no_success_and_brings_the_person_back(village: Village) -> None:
    village.refer(0, day=TODAY - timedelta(days=8))
    assert village.on() == (["1", "1", "1"], 2, set(village.people), {village.vacancy})


def test_nobody_is_referred_to_what_is_closed_or_not_there(village: Village) -> None:
    assert refused(village, refer([], village.vacancy, TODAY)) == "REFER_NOBODY"
    village.session.run(edit(village.vacancy, {"closed_on": "2026-11-22", "close_reason": "4"}), "")
    assert refused(village, refer(village.people, village.vacancy, TODAY)) == "VACANCY_CLOSED"
    with pytest.raises(NoSuchRecord):
        village.session.run(refer(village.people, village.people[0], TODAY), "refer")
    village.session.run(remove(village.vacancy), "remove vacancy")
    with pytest.raises(NoSuchRecord):
        village.session.run(refer(village.people, village.vacancy, TODAY), "refer")
    assert village.session.read().count("referral") == 0


def test_a_duplicate_is_referred_as_the_record_that_was_kept(village: Village) -> None:
    village.session.run(merge(village.people[0], village.people[1]), "merge")
    change = village.session.run(refer(village.people[:2], village.vacancy, TODAY), "refer")
    ((_, record),) = change.records
    assert village.row(record)["person"] == village.people[1]


def doubts(village: Village, *which: int) -> list[str]:
    chosen = [village.people[number] for number in which]
    found = doubts_about(village.session.read(), chosen, village.vacancy, TODAY)
    assert all(str(doubt.words) for doubt in found)
    return [doubt.code for doubt in found]


def test_what_speaks_against_an_introduction_is_said(village: Village) -> None:
    assert doubts(village, 0, 1, 2) == []
    (record,) = village.refer(0)
    assert doubts(village, 0) == ["SAME_UNDER_WAY"]
    village.session.run(record_result(record, "4", TODAY), "answer")
    assert doubts(village, 0) == ["ANSWERED_BEFORE"]
    employed = people.follow_up_values(village.people[1], outcome="F2", day="2026-11-22")
    stations.log(village.session, "follow_up", employed)
    assert doubts(village, 1) == ["NOT_LOOKING"]


def test_an_introduction_elsewhere_and_too_many_for_the_places_are_said(village: Village) -> None:
    village.refer(0)
    values = people.vacancy_values(
        str((village.session.read().record("vacancy", village.vacancy) or {})["employer"]),
        headcount=1,
        registered_on="2026-11-20",
        valid_until="2026-11-22",
    )
    village.vacancy = stations.log(village.session, "vacancy", values)
    assert doubts(village, 0) == ["VACANCY_EXPIRED", "OTHER_UNDER_WAY"]
    village.session.run(edit(village.vacancy, {"valid_until": "2026-12-31"}), "edit vacancy")
    assert doubts(village, 1, 2) == []
    village.refer(1, 2)
    more = [stations.log(village.session, "person", people.person_values(n)) for n in range(10, 12)]
    village.people = more
    assert doubts(village, 0, 1) == ["TOO_MANY"]
    change = village.session.run(refer(more[:1], village.vacancy, TODAY), "refer")
    ((_, record),) = change.records
    village.session.run(record_arrival(record, TODAY, {"evidence": ["1"]}), "answer")
    assert doubts(village, 1) == ["VACANCY_FILLED"]


def test_one_proof_of_arrival_is_enough() -> None:
    assert lacks_evidence({"arrived_on": "2026-11-20"})
    assert not lacks_evidence({})
    for name, value in (("evidence", ["7"]), ("contract_on", "2026-11-20"), ("note", "见过人")):
        assert not lacks_evidence({"arrived_on": "2026-11-20", name: value})
