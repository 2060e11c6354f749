"""What prints ask of a data folder: telephone, terms, and whose line a code is."""

import pytest

from mengzhan.rules.mongolian import Term, Terms
from mengzhan.rules.postings import Outlet
from mengzhan.rules.visit_sheets import NoSuchLine, UnknownSheet, line_code, sheet_series
from mengzhan.store.papers import (
    keep_terms,
    new_sheets,
    newest_sheet,
    outlet_of,
    records_of_sheet,
    remember_sheets,
    set_outlet_phone,
    sheet_line,
    terms_of,
    visited_at,
)
from tests import people
from tests.store.conftest import Station


def test_the_station_is_known_by_name_and_telephone(station: Station) -> None:
    name = station.session.place.name
    assert outlet_of(station.session) == Outlet(name, "")
    set_outlet_phone(station.session, "0482-8399000")
    assert outlet_of(station.session) == Outlet(name, "0482-8399000")


def test_terms_are_kept_as_they_were_read(station: Station) -> None:
    assert len(terms_of(station.session)) == 0
    terms = [Term("羊倌", "ᠮᠠᠯᠴᠢᠨ", True), Term("挤奶工", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ", False)]
    keep_terms(station.session, Terms(terms))
    assert list(terms_of(station.session)) == terms


def printed(station: Station, *records: str) -> list[str]:
    """Print sheets for some people and return their numbers."""
    sheets = new_sheets(station.session, records)
    remember_sheets(station.session, sheets)
    return [sheet.number for sheet in sheets]


def test_a_code_leads_to_the_person_on_its_line(station: Station) -> None:
    records = [
        station.add("person", people.person_values(n, area_group=f"{n}组")) for n in (1, 2, 3)
    ]
    assert newest_sheet(station.session) == ""
    (first,) = printed(station, *records)
    (second,) = printed(station, records[0])
    series = sheet_series(station.session.replica)
    assert (first, second) == (f"{series}1", f"{series}2")
    assert newest_sheet(station.session) == second
    assert visited_at(station.session, line_code(first, 2)) == records[1]
    assert visited_at(station.session, line_code(second, 1)) == records[0]
    assert sheet_line(station.session, line_code(second, 1)[-3:], second) == (second, 1)


def test_a_copy_of_the_folder_goes_on_with_numbers_of_its_own(station: Station) -> None:
    person = station.add("person", people.person_values(1))
    (before,) = printed(station, person)
    station.session.take_new_replica()
    (after,) = printed(station, person)
    assert after == f"{sheet_series(station.session.replica)}2"
    assert visited_at(station.session, line_code(before, 1)) == person


def test_a_sheet_that_was_never_printed_here_is_named(station: Station) -> None:
    printed(station, station.add("person", people.person_values(1)))
    with pytest.raises(UnknownSheet) as caught:
        visited_at(station.session, line_code("ZZ99", 1))
    assert "ZZ99" in str(caught.value)


@pytest.mark.parametrize("line", [0, 2, 99])
def test_a_line_that_a_sheet_does_not_have_is_told(station: Station, line: int) -> None:
    (sheet,) = printed(station, station.add("person", people.person_values(1)))
    with pytest.raises(NoSuchLine) as caught:
        visited_at(station.session, line_code(sheet, line))
    assert str(line) in str(caught.value)


def test_the_records_of_a_sheet_are_the_same_however_often_it_is_opened(station: Station) -> None:
    records = [station.add("person", people.person_values(n)) for n in (1, 2)]
    (sheet,) = printed(station, *records)
    made = records_of_sheet(station.session, sheet)
    assert len(made) == 2
    assert len({record for line in made for record in line}) == 6
    station.reopen()
    assert records_of_sheet(station.session, sheet) == made


def test_nothing_but_ids_is_remembered_of_a_sheet(station: Station) -> None:
    person = station.add("person", people.person_values(5))
    (sheet,) = printed(station, person)
    records_of_sheet(station.session, sheet)
    rows = station.session.read().connection.execute("SELECT name, value FROM settings").fetchall()
    kept = "".join(value for name, value in rows if name.startswith("visit_sheet"))
    assert person in kept
    assert people.name(5) not in kept
