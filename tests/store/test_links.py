"""Which records refer to a record, in a field or in a list, directly or to what it replaced."""

from mengzhan.rules.operations import merge, remove
from tests.people import person_values
from tests.store.conftest import Station


def test_a_list_of_people_links_to_each_of_them(station: Station) -> None:
    one, other = (station.add("person", person_values(n)) for n in (1, 2))
    made = station.add("task", {"title": "核实名单", "source": "1", "people": [one, other]})
    links = station.session.read().links_to(other)
    assert [(link.kind, link.record, link.field) for link in links] == [("task", made, "people")]


def test_what_refers_to_a_duplicate_refers_to_the_one_that_was_kept(station: Station) -> None:
    kept, middle, last = (station.add("person", person_values(n)) for n in (1, 2, 3))
    call = {"person": last, "day": "2026-11-20", "mode": "1", "outcome": "F1"}
    made, gone = station.add("follow_up", call), station.add("follow_up", call)
    station.run(merge(last, middle))
    station.run(merge(middle, kept))
    station.run(remove(gone))
    reader = station.session.read()
    assert {(link.record, link.field) for link in reader.links_to(kept)} == {
        (middle, "same_as"),
        (last, "same_as"),
        (made, "person"),
    }
    assert reader.merged_into(kept) == [("person", one) for one in sorted((middle, last))]
    assert reader.merged_into("nobody") == []
