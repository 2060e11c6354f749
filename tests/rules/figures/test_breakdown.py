"""Taking figures apart: the parts by place and by group tie to the whole."""

from mengzhan.model.entry import Value
from mengzhan.rules.figures import Figure, Period, by_group, by_place, figures
from mengzhan.rules.operations import merge
from tests.people import (
    OTHER_VILLAGE,
    VILLAGE,
    employer_values,
    follow_up_values,
    person_values,
    vacancy_values,
)
from tests.store.conftest import Station

NOVEMBER = Period.parse("2026-11")


def figure(station: Station, code: str) -> Figure:
    return figures(station.session.read(), NOVEMBER, (code,))[code]


def person(station: Station, number: int, **more: Value) -> str:
    return station.add("person", person_values(number, **more))


def vacancy(station: Station, **more: Value) -> str:
    employer = station.add("employer", employer_values(1))
    return station.add("vacancy", vacancy_values(employer, **more))


def test_places_add_up_and_can_be_chosen(station: Station) -> None:
    for number, place in enumerate((VILLAGE, VILLAGE, OTHER_VILLAGE)):
        station.add("follow_up", follow_up_values(person(station, number, residence=place)))
    reader = station.session.read()
    parts = by_place(reader, figure(station, "M13"))
    assert {place: part.value for place, part in parts.items()} == {VILLAGE: 2, OTHER_VILLAGE: 1}
    assert [*by_place(reader, figure(station, "M13"), 9)] == [VILLAGE[:9]]
    assert figures(reader, NOVEMBER, ("M13",), (OTHER_VILLAGE,))["M13"].value == 1


def test_a_vacancy_without_a_place_lies_where_its_employer_is(station: Station) -> None:
    vacancy(station)
    vacancy(station, place=OTHER_VILLAGE)
    parts = by_place(station.session.read(), figure(station, "M02"))
    assert {place: part.value for place, part in parts.items()} == {VILLAGE: 2, OTHER_VILLAGE: 2}


def test_a_vacancy_of_a_duplicate_lies_where_the_employer_is_that_was_kept(
    station: Station,
) -> None:
    kept = station.add("employer", employer_values(2, place=OTHER_VILLAGE))
    twin = station.add("employer", employer_values(1))
    station.add("vacancy", vacancy_values(twin))
    station.run(merge(twin, kept))
    reader = station.session.read()
    parts = by_place(reader, figure(station, "M02"))
    assert {place: part.value for place, part in parts.items()} == {OTHER_VILLAGE: 2}
    assert figures(reader, NOVEMBER, ("M02",), (OTHER_VILLAGE,))["M02"].value == 2


def test_groups_none_and_overlap_add_up(station: Station) -> None:
    for number, groups in enumerate((["K04"], ["K0101", "K02"], ["K00"])):
        station.add("follow_up", follow_up_values(person(station, number, key_groups=groups)))
    split = by_group(station.session.read(), figure(station, "M12"))
    assert {code: part.value for code, part in split.parts.items()} == {
        "K01": 1,
        "K02": 1,
        "K04": 1,
    }
    assert (split.none.value, split.overlap) == (1, 1)
