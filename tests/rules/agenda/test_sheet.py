"""The day on paper: whose line says why, and what stands apart from the people."""

from dataclasses import replace
from datetime import date

from mengzhan.model.words import Message
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.agenda.sheet import other_lines, people_of, with_reasons
from mengzhan.rules.visit_sheets import Visited, VisitSheet
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
    (sheet,) = with_reasons([VisitSheet("KM7", "村", (blank,))], lines)
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
    (sheet,) = with_reasons([VisitSheet("KM7", "村", (blank,))], [line, other])
    assert sheet.people[0].known == f"{line.reason}；约好的回访已过 3 天；{known}"
