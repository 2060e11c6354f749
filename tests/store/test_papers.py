"""What prints ask of a data folder: telephone, terms, and whose line a code is."""

import pytest

from mengzhan.rules.mongolian import Term, Terms
from mengzhan.rules.postings import Outlet
from mengzhan.rules.visit_sheets import WrongCode, line_code, visit_sheets
from mengzhan.store.papers import (
    keep_terms,
    next_sheet,
    outlet_of,
    remember_sheets,
    set_outlet_phone,
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


def test_a_code_leads_to_the_person_on_its_line(station: Station) -> None:
    records = [
        station.add("person", people.person_values(n, area_group=f"{n}组")) for n in (1, 2, 3)
    ]
    assert next_sheet(station.session) == 1
    remember_sheets(station.session, visit_sheets(station.session.read(), records, 1))
    assert next_sheet(station.session) == 2
    assert visited_at(station.session, line_code(1, 2)) == records[1]
    remember_sheets(station.session, visit_sheets(station.session.read(), records[:1], 2))
    assert visited_at(station.session, line_code(2, 1)) == records[0]
    assert next_sheet(station.session) == 3


@pytest.mark.parametrize(("sheet", "line"), [(1, 2), (2, 1), (1, 99)])
def test_a_line_that_was_never_printed_here_is_told(
    station: Station, sheet: int, line: int
) -> None:
    person = station.add("person", people.person_values(1))
    remember_sheets(station.session, visit_sheets(station.session.read(), [person], 1))
    with pytest.raises(WrongCode):
        visited_at(station.session, line_code(sheet, line))


def test_nothing_but_ids_is_remembered_of_a_sheet(station: Station) -> None:
    person = station.add("person", people.person_values(5))
    remember_sheets(station.session, visit_sheets(station.session.read(), [person], 1))
    rows = station.session.read().connection.execute("SELECT name, value FROM settings").fetchall()
    kept = "".join(value for name, value in rows if name.startswith("visit_sheet"))
    assert person in kept
    assert people.name(5) not in kept
