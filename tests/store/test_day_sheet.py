"""The sheet of a day is numbered as every visit sheet; leaving is noted with count and purpose."""

from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.store.day_sheet import day_sheet
from mengzhan.store.papers import visited_at
from tests import people
from tests.store.conftest import Station


def test_a_line_is_found_again_by_its_code_once_the_sheet_has_left(station: Station) -> None:
    person = station.add("person", people.person_values(1, unemployed_on="2026-11-02"))
    shop = people.employer_values(1, short_of_staff=True, registered_on="2026-10-01")
    station.add("employer", shop)
    session = station.session
    lines = read_agenda(session.read(), session.today()).lines
    (sheet,), (other,), leave = day_sheet(session, lines)
    assert other.title == shop["name"]
    assert session.disclosures().newest() == []
    leave()
    assert visited_at(session, sheet.code(1)) == person
    noted = {(one.kind, one.records, one.purpose) for one in session.disclosures().newest()}
    assert noted == {("person", 1, "今日清单"), ("employer", 1, "今日清单")}
