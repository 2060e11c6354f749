"""Figures by place and group: the lines add up to the figure."""

from mengzhan.rules.figures import Period, figures
from mengzhan.rules.reporting.apart import (
    groups_apart,
    parts_by_group,
    parts_by_place,
    places_apart,
)
from tests import people
from tests.rules.conftest import Station

NOVEMBER = Period.parse("2026-11")


def logged(station: Station) -> None:
    homes = (people.VILLAGE, people.OTHER_VILLAGE, people.VILLAGE)
    held = (["K04", "K01"], ["K00"], ["K04"])
    for number, (home, groups) in enumerate(zip(homes, held, strict=True)):
        values = people.person_values(number, residence=home, key_groups=groups)
        person = station.add("person", values)
        station.add("follow_up", people.follow_up_values(person))


def test_places_add_up(station: Station) -> None:
    logged(station)
    reader = station.session.read()
    figure = figures(reader, NOVEMBER)["M13"]
    parts = parts_by_place(reader, figure)
    assert [part.shown for part in parts] == ["2", "1"]
    assert sum(int(part.shown) for part in parts) == figure.value
    assert all(part.figure is not None for part in parts)


def test_groups_less_the_overlap_add_up(station: Station) -> None:
    logged(station)
    reader = station.session.read()
    figure = figures(reader, NOVEMBER)["M12"]
    told = {part.label: part.shown for part in parts_by_group(reader, figure)}
    assert told == {
        "高校毕业生": "1",
        "农牧民工": "2",
        "不属于重点群体": "1",
        "减去重复的（一人属于几个群体）": "-1",
    }
    assert sum(map(int, told.values())) == figure.value


def test_tables_have_a_line_for_every_place_and_group(station: Station) -> None:
    logged(station)
    reader = station.session.read()
    counted = figures(reader, NOVEMBER)
    places, groups = places_apart(reader, counted), groups_apart(reader, counted)
    follow_ups = places.codes.index("M13")
    assert [shown[follow_ups] for _, shown in places.rows] == ["2", "1"]
    for table in (places, groups):
        for at, code in enumerate(table.codes):
            assert sum(int(shown[at]) for _, shown in table.rows) == counted[code].value
    assert [label for label, _ in groups.rows][-2:] == [
        "不属于重点群体",
        "减去重复的（一人属于几个群体）",
    ]
