"""A session: one operator at work on an open data folder."""

import threading
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

import pytest

from mengzhan.model.entry import GENESIS, Entry, NewEntry, Stamp, Value, make_entry
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.rules.operations import add, edit, together
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.undo import undo
from mengzhan.store.driver import Connection
from mengzhan.store.exchange import Exchange
from mengzhan.store.ledger import PART, Merged
from tests.computers import Clock
from tests.people import person_values, phone
from tests.store.conftest import PLACE, Station


def foreign(
    record: str,
    values: dict[str, Value],
    *,
    replica: str = "f" * 32,
    seq: int = 1,
    at: str = "2026-11-23T02:00:00.000Z+0000",
) -> Entry:
    stamp = Stamp(replica=replica, actor="x", action="x", words="x", wall="")
    new = NewEntry(op="set", kind="person", record=record, values=values, seen=[])
    return make_entry(stamp, new, seq=seq, at=at, prev=GENESIS)


def test_every_entry_says_who_when_and_where(station: Station) -> None:
    (entry,) = station.run(add("person", person_values(1)), "add person").entries
    assert entry.actor == station.session.operator.id
    assert entry.replica == station.session.replica
    assert entry.words == "add person"
    assert entry.wall == "2026-11-23T01:02:03.000Z"
    assert station.session.place == PLACE


def test_a_folder_is_a_stations_until_it_becomes_an_offices(station: Station) -> None:
    assert not station.session.is_office
    station.session.become_office()
    station.reopen()
    assert station.session.is_office


def test_a_day_is_a_day_in_beijing(station: Station, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 23, 15, 59, tzinfo=UTC)
    assert station.session.today() == date(2026, 11, 23)
    clock.now = datetime(2026, 11, 23, 16, 0, tzinfo=UTC)
    assert station.session.today() == date(2026, 11, 24)
    assert station.session.desk().today == date(2026, 11, 24)


def test_what_goes_wrong_leaves_nothing_behind(station: Station) -> None:
    def broken(reader: Reader, desk: Desk) -> list[Change]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        station.run(together(add("person", person_values(1)), broken))
    with pytest.raises(UserError):
        station.run(add("person", {}))
    assert list(station.session.read().journal.all()) == []


def one_by_one(operations: Iterable[Operation]) -> Operation:
    """Return one operation that gives the changes of others as their turn comes, as an import."""

    def run(reader: Reader, desk: Desk) -> Iterator[Change]:
        for operation in operations:
            yield from operation(reader, desk)

    return run


def test_a_long_action_tells_how_far_it_is(station: Station) -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total, words: told.append((done, total)))
    people = [add("person", person_values(number)) for number in range(PART * 2 + 1)]
    station.session.run(one_by_one(people), "import person", progress, expected=len(people))
    assert told == [(done, len(people)) for done in (PART, PART * 2, len(people))]
    told.clear()
    station.session.run(one_by_one(people[:1]), "import person", progress)
    assert told == [(1, 1)]


@pytest.mark.parametrize("stop_after", range(4))
def test_a_cancelled_action_leaves_nothing(station: Station, stop_after: int) -> None:
    kept = station.add("person", person_values(9_000))
    before = everything(station)
    told: list[int] = []

    def listen(done: int, total: int, words: Message) -> None:
        told.append(done)
        if len(told) == stop_after:
            progress.cancel()

    progress = Progress(listen)
    if not stop_after:
        progress.cancel()
    edits = [edit(kept, {"note": "导入时改的"})]
    people = [add("person", person_values(number)) for number in range(PART * 3)]
    with pytest.raises(Cancelled):
        station.session.run(one_by_one([*edits, *people]), "import person", progress)
    assert len(told) == stop_after
    assert everything(station) == before
    station.add("person", person_values(9_001))
    assert station.session.read().count("person") == 2


def everything(station: Station) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, those of the search index too."""
    connection = station.session.read().connection
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%(%'"
    )
    names = [name for (name,) in tables if name not in ("search_words", "search_digits")]
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def test_changes_given_one_by_one_are_made_as_they_are_written(station: Station) -> None:
    made: list[int] = []

    def person(number: int) -> Operation:
        def run(reader: Reader, desk: Desk) -> Iterable[Change]:
            made.append(len(list(reader.states("person"))))
            return add("person", person_values(number))(reader, desk)

        return run

    change = station.run(one_by_one(map(person, range(PART + 2))))
    assert made == [0] * PART + [PART] * 2
    assert len(change.records) == len(change.entries) == PART + 2
    assert [entry.seq for entry in change.entries] == list(range(1, PART + 3))


def test_an_operation_that_fails_half_way_leaves_nothing(station: Station) -> None:
    people = [add("person", person_values(number)) for number in range(PART)]
    with pytest.raises(UserError):
        station.run(one_by_one([*people, add("person", {})]))
    assert list(station.session.read().journal.all()) == []
    assert station.session.read().count("person") == 0


def test_an_import_can_be_undone_and_redone(station: Station) -> None:
    people = [add("person", person_values(number)) for number in range(PART + 2)]
    action = station.run(together(*people)).action
    undone = station.run(undo(action)).action
    assert station.session.read().count("person") == 0
    assert station.session.read().search(phone(1)) == []
    station.run(undo(undone))
    assert station.session.read().count("person") == PART + 2
    assert len(station.session.read().search(phone(1))) == 1


def test_every_thread_has_its_own_view(station: Station) -> None:
    station.add("person", person_values(1))
    seen: list[object] = []

    def look() -> None:
        seen.append(station.session.read())
        seen.append(station.session.read().count("person"))

    other = threading.Thread(target=look)
    other.start()
    other.join()
    assert seen[1] == 1
    assert seen[0] is not station.session.read()
    assert station.session.read() is station.session.read()


def test_a_merge_and_what_follows_are_one_transaction(station: Station) -> None:
    def settle(connection: Connection, merged: Merged) -> None:
        Exchange(connection).add_receipt(7, "o1", "h", "2026-11-23", {"new": len(merged.new)})

    def fails(connection: Connection, merged: Merged) -> None:
        settle(connection, merged)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        station.session.merge([foreign("p1", {"name": "苏和"})], fails)
    assert station.session.read().state("p1") is None
    assert station.session.exchange().last_receipt() == 0
    merged = station.session.merge([foreign("p1", {"name": "苏和"})], settle)
    assert len(merged.new) == 1
    assert station.session.exchange().receipts()[0]["counts"] == {"new": 1}


def test_an_operation_after_a_merge_sees_what_came_in(station: Station) -> None:
    def decide(reader: Reader, desk: Desk) -> list[Change]:
        assert reader.state("p1") is not None
        return [Change("person", "p1", {"note": "已核"})]

    station.session.merge([foreign("p1", {"name": "苏和"})], operation=decide, words="decide")
    assert station.state("p1").values == {"name": "苏和", "note": "已核"}
    assert station.session.read().entries("p1")[-1].words == "decide"


def test_a_fork_of_ones_own_replica_means_a_new_one(station: Station) -> None:
    station.add("person", person_values(1))
    before = station.session.replica
    twin = foreign("p9", person_values(9), replica=before)
    merged = station.session.merge([twin])
    assert merged.forks == [(before, 1)]
    assert station.session.replica != before
    (entry,) = station.run(add("person", person_values(2))).entries
    assert (entry.replica, entry.seq, entry.prev) == (station.session.replica, 1, GENESIS)
    assert station.session.read().count("person") == 3
    after = station.session.replica
    station.reopen()
    assert station.session.replica == after


def test_the_clock_is_compared_with_the_journal(station: Station, clock: Clock) -> None:
    assert station.session.clock_state() == "ok"
    station.add("person", person_values(1))
    assert station.session.clock_state() == "ok"
    clock.move(hours=24)
    assert station.session.clock_state() == "ok"
    clock.move(seconds=1)
    assert station.session.clock_state() == "ahead"
    clock.move(days=-2)
    assert station.session.clock_state() == "behind"


def test_settings_are_kept(station: Station) -> None:
    assert station.session.setting("nothing") is None
    assert station.session.setting("nothing", 5) == 5
    for value in ({"字号": "大"}, [1, None], "x", 0, False, None):
        station.session.set_setting("look", value)
        assert station.session.setting("look") == value
    station.session.set_setting("look", ["大"])
    station.reopen()
    assert station.session.setting("look") == ["大"]


def test_drafts_survive_and_leave(station: Station, clock: Clock) -> None:
    station.session.save_draft("d1", "person", "", {"name": "苏"})
    clock.move(minutes=1)
    station.session.save_draft("d2", "visit", "v1", {"note": "𠮷", "pictures": []})
    clock.move(minutes=1)
    station.session.save_draft("d1", "person", "", {"name": "苏和"})
    station.reopen()
    drafts = station.session.read().drafts()
    assert [(d["draft"], d["kind"], d["record"], d["values"]) for d in drafts] == [
        ("d1", "person", "", {"name": "苏和"}),
        ("d2", "visit", "v1", {"note": "𠮷", "pictures": []}),
    ]
    station.session.drop_drafts("d1", "no such draft")
    assert [draft["draft"] for draft in station.session.read().drafts()] == ["d2"]


def test_pictures_are_kept_once(station: Station) -> None:
    station.session.add_picture("d" * 64, b"one")
    station.session.add_picture("d" * 64, b"two")
    assert station.session.read().picture("d" * 64) == b"one"
    assert station.session.read().picture("e" * 64) is None


def test_a_change_set_names_kinds_and_hides_people(station: Station) -> None:
    change = station.run(add("person", person_values(1)))
    assert change.kinds == {"person"}
    assert phone(1) not in repr(change)


def test_closing_backs_up(station: Station, clock: Clock) -> None:
    station.add("person", person_values(1))
    before = len(station.session.store.backups.listed())
    clock.move(hours=1)
    station.reopen()
    assert len(station.session.store.backups.listed()) == before + 1


def test_a_large_import_gives_nobody_the_id_of_another(station: Station) -> None:
    ids = [station.session.new_id() for _ in range(20_000)]
    assert len(set(ids)) == 20_000
    assert len({made[:13] for made in ids}) == 20_000
