"""What follows changes: read whole once, mended after a change, read again when it has to be."""

import pytest

from mengzhan.model.entry import CLOCK_KIND, DOUBT
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change
from mengzhan.rules.tables import publish
from mengzhan.store.following import Changed, Following
from mengzhan.store.reader import StoreReader
from tests import people
from tests.store.conftest import Station

Names = dict[str, str]


class Desk:
    """Follows the names of people, and counts what that takes."""

    def __init__(self, station: Station) -> None:
        self.whole = 0
        self.mended: list[Changed] = []
        self.key = "today"
        self.names = Following(station.session, lambda: self.key, self._read, self._mend)

    def _read(self, reader: StoreReader, _key: str) -> Names:
        self.whole += 1
        return {str(row["id"]): str(row["name"]) for row in reader.columns("person", ("name",))}

    def _mend(self, found: Names, reader: StoreReader, _key: str, changed: Changed) -> Names:
        self.mended.append(changed)
        rows = {record: reader.record("person", record) or {} for _, record in changed}
        return {**found, **{record: str(row["name"]) for record, row in rows.items()}}


@pytest.fixture
def desk(station: Station) -> Desk:
    return Desk(station)


def test_it_is_read_whole_once_and_only_beside_the_screen(station: Station, desk: Desk) -> None:
    one = station.add("person", people.person_values(1))
    assert desk.names.at_once() is None
    assert desk.names.get() == {one: people.name(1)} == desk.names.at_once()
    assert desk.whole == 1
    assert desk.mended == []


def test_after_a_change_only_that_is_read(station: Station, desk: Desk) -> None:
    one, two = (station.add("person", people.person_values(number)) for number in (1, 2))
    desk.names.get()
    station.run(edit(one, {"name": "苏和"}))
    assert desk.names.at_once() == {one: "苏和", two: people.name(2)}
    assert desk.mended == [[("person", one)]]
    assert desk.whole == 1


def test_another_day_is_read_whole(station: Station, desk: Desk) -> None:
    desk.names.get()
    desk.key = "tomorrow"
    assert desk.names.at_once() is None
    desk.names.get()
    assert desk.whole == 2


def test_nobody_who_was_erased_is_held(station: Station, desk: Desk) -> None:
    one = station.add("person", people.person_values(1))
    desk.names.get()
    station.run(erase(one))
    assert desk.names.at_once() is None
    assert desk.names.get() == {}


def test_after_another_rule_table_everything_is_worked_out_again(
    station: Station, desk: Desk
) -> None:
    desk.names.get()
    days = [{"date": "2027-01-01", "kind": "holiday", "name": "元旦"}]
    station.run(publish("calendar", days, station.session.today()))
    assert desk.names.at_once() is None


def test_after_a_clock_was_doubted_everything_is_worked_out_again(
    station: Station, desk: Desk
) -> None:
    """It settles anew what was written under that clock, in records that it does not name."""
    station.add("person", people.person_values(1))
    desk.names.get()
    doubt = Change(CLOCK_KIND, station.session.replica, {"first": 1, "last": 1}, op=DOUBT)
    station.run(lambda _reader, _desk: [doubt])
    assert desk.names.at_once() is None


def test_an_import_is_not_followed_record_by_record(station: Station, desk: Desk) -> None:
    desk.names.get()
    for number in range(201):
        station.add("task", {"title": f"任务{number}", "source": "1"})
    assert desk.names.at_once() is None
