"""The day on paper: whose line says why, and what stands apart from the people."""

from dataclasses import replace
from datetime import date

from mengzhan.model.entry import Value
from mengzhan.model.words import Message
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.agenda.sheet import other_lines, people_of, with_reasons
from mengzhan.rules.slip_answers import AskedSlip
from mengzhan.rules.visit_sheets import Visited, VisitSheet
from mengzhan.ui.pages.today_answers import Answers
from tests import people
from tests.store.conftest import Station


def test_people_have_a_line_with_the_reason_and_employers_their_telephone(
    station: Station,
) -> None:
    values = people.person_values(1, unemployed_on="2026-11-02", birth_date="1990-05-17")
    person = station.add("person", values)
    shop = people.employer_values(1, short_of_staff=True, registered_on="2026-10-01")
    station.add("employer", shop)
    station.add("task", {"title": "核查名单", "source": "1", "due_on": "2026-11-24"})
    reader = station.session.read()
    lines = read_agenda(reader, date(2026, 11, 23)).lines
    assert people_of(lines) == [person]
    blank = Visited(person, people.name(1), "", "", people.phone(1), "失业")
    (sheet,) = with_reasons(station.session.read(), [VisitSheet("KM7", "村", (blank,))], lines)
    assert sheet.people[0].known == "登记失业后 5 个工作日内要联系，已过 14 天；失业"
    others = {one.title: one.phone for one in other_lines(reader, lines)}
    assert others == {shop["name"]: shop["phone"], "核查名单": ""}


def test_two_lines_about_one_person_both_say_why(station: Station) -> None:
    values = people.person_values(1, unemployed_on="2026-11-02", birth_date="1990-05-17")
    person = station.add("person", values)
    (line,) = read_agenda(station.session.read(), date(2026, 11, 23)).lines
    other = replace(line, due=replace(line.due, reason=Message("约好的回访已过 3 天")))
    known = "失业；需蒙古语"
    blank = Visited(person, people.name(1), "", "", people.phone(1), known)
    (sheet,) = with_reasons(
        station.session.read(), [VisitSheet("KM7", "村", (blank,))], [line, other]
    )
    assert sheet.people[0].known == f"{line.reason}；约好的回访已过 3 天；{known}"


def test_a_slip_is_asked_about_on_the_line_of_its_person(station: Station) -> None:
    person = station.add("person", people.person_values(1))
    shop = station.add("employer", people.employer_values(1))
    vacancy = station.add("vacancy", people.vacancy_values(shop))
    values: dict[str, Value] = {"person": person, "vacancy": vacancy, "day": "2026-11-10"}
    slip = station.add("referral", {**values, "due_on": "2026-11-17"})
    lines = read_agenda(station.session.read(), date(2026, 11, 23)).lines
    blank = Visited(person, people.name(1), "", "", people.phone(1), "失业")
    (sheet,) = with_reasons(station.session.read(), [VisitSheet("KM7", "村", (blank,))], lines)
    assert sheet.people[0].slip == AskedSlip(slip, "referral")
    assert sheet.people[0].offer == "草原乙号奶食店1 挤奶工"


def test_what_is_ticked_about_an_employer_has_the_keys_of_the_day(station: Station) -> None:
    shop = station.add("employer", people.employer_values(1, registered_on="2026-10-01"))
    station.add("vacancy", people.vacancy_values(shop, valid_until="2026-11-20"))
    other = station.add("employer", people.employer_values(2, registered_on="2026-10-01"))
    station.add("visit", people.visit_values(other, day="2026-11-02", demand="用电"))
    station.add(
        "employer", people.employer_values(3, short_of_staff=True, registered_on="2026-10-01")
    )
    station.add("task", {"title": "核查名单", "source": "1", "due_on": "2026-11-24"})
    reader = station.session.read()
    lines = read_agenda(reader, date(2026, 11, 23)).lines
    asked = Answers(reader, date(2026, 11, 23), "1")
    keys = [[answer.key for answer in asked.of(line)] for line in lines]
    assert [list(one.boxes) for one in other_lines(reader, lines)] == keys
    assert sorted(map(len, keys)) == [0, 1, 1, 3]
