"""What was written about a record since some position of the journal."""

from mengzhan.rules.operations import edit, merge, remove
from mengzhan.rules.reader import Positions
from tests.people import person_values
from tests.store.conftest import Station


def test_news_are_later_entries_of_a_record_and_of_what_refers_to_it(station: Station) -> None:
    reader = station.session.read()
    person, other = (station.add("person", person_values(number)) for number in (1, 2))
    call = {"person": person, "day": "2026-11-20", "mode": "1", "outcome": "F1"}
    before = station.add("follow_up", call)
    positions = reader.positions()
    assert reader.news(positions, person) == []
    station.run(edit(person, {"note": "搬家了"}), "edit person")
    station.run(remove(before), "remove follow_up")
    station.run(merge(other, person), "merge person")
    station.add("person", person_values(3))
    assert [entry.words for entry in reader.news(positions, person)] == [
        "edit person",
        "remove follow_up",
        "merge person",
    ]
    assert len(reader.news(Positions({}), person)) == 6
