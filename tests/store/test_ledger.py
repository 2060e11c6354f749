"""The writing side of the journal."""

from datetime import timedelta

import pytest

from mengzhan.model.clock import tick
from mengzhan.model.entry import (
    CLOCK_KIND,
    DOUBT,
    GENESIS,
    SET,
    Entry,
    NewEntry,
    Stamp,
    Value,
    is_intact,
    make_entry,
)
from mengzhan.rules.reader import Change
from mengzhan.store.driver import Connection
from mengzhan.store.ledger import Ledger
from tests.computers import Clock
from tests.store.conftest import memory_ledger

HERE, THERE = "a" * 32, "b" * 32


class Desk:
    """A ledger in memory, written as one replica."""

    def __init__(self) -> None:
        self.connection, self.ledger = memory_ledger()
        self.clock = Clock()

    def write(self, *changes: Change) -> list[Entry]:
        stamp = self.ledger.stamp(HERE, "op", "act", "words", self.clock())
        return self.ledger.append(changes, stamp, self.clock())

    def conflicts(self) -> list[tuple[str, ...]]:
        return self.connection.execute("SELECT * FROM conflicts").fetchall()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def change(values: dict[str, Value], record: str = "r1") -> Change:
    return Change("person", record, values)


def foreign(
    values: dict[str, Value], seen: list[str], at: str, seq: int = 1, prev: str = GENESIS
) -> Entry:
    stamp = Stamp(replica=THERE, actor="x", action="x", words="x", wall="")
    new = NewEntry(op=SET, kind="person", record="r1", values=values, seen=seen)
    return make_entry(stamp, new, seq=seq, at=at, prev=prev)


def test_entries_are_numbered_chained_and_rising(desk: Desk) -> None:
    made = desk.write(change({"name": "甲"}), change({"name": "乙"}, "r2"))
    made += desk.write(change({"note": "丙"}))
    assert [entry.seq for entry in made] == [1, 2, 3]
    assert [entry.prev for entry in made] == [GENESIS, made[0].hash, made[1].hash]
    assert all(map(is_intact, made))
    assert [entry.at for entry in made] == sorted({entry.at for entry in made})
    assert made[0].wall == "2026-11-23T01:02:03.000Z"


def test_an_entry_has_seen_the_heads_of_its_record_only(desk: Desk) -> None:
    one, other, second = desk.write(
        change({"name": "甲"}), change({"name": "乙"}, "r2"), change({"note": "x"})
    )
    assert (one.seen, other.seen, second.seen) == ([], [], [one.mark])
    desk.ledger.merge([foreign({"note": "y"}, [one.mark], "2026-11-23T02:00:00.000Z+0000")])
    (third,) = desk.write(change({"note": "z"}))
    assert len(third.seen) == 2
    assert second.mark in third.seen


def test_a_new_entry_is_above_everything_that_came_in(desk: Desk) -> None:
    ahead = foreign({"name": "x"}, [], "2026-11-23T09:00:00.000Z+0007")
    desk.ledger.merge([ahead])
    (entry,) = desk.write(change({"note": "z"}))
    assert entry.at == "2026-11-23T09:00:00.000Z+0008"
    assert entry.wall == "2026-11-23T01:02:03.000Z"


def test_a_clock_set_back_does_not_lose_against_the_past(desk: Desk) -> None:
    (first,) = desk.write(change({"phone": "1"}))
    desk.clock.move(days=-300)
    (second,) = desk.write(change({"phone": "2"}))
    assert second.at > first.at
    assert second.wall < first.wall


def test_a_doubtful_clock_never_pushes_ones_own_ahead(desk: Desk) -> None:
    wrong = foreign({"phone": "9"}, [], tick(desk.clock() + timedelta(days=400), ""))
    desk.ledger.merge([wrong])
    doubt, own = desk.write(
        Change(CLOCK_KIND, THERE, {"first": 1, "last": 1}, DOUBT), change({"phone": "1"})
    )
    assert doubt.at < "2026-11-24"
    assert own.at < "2026-11-24"
    (later,) = desk.write(change({"note": "x"}))
    assert later.at < "2026-11-24"


def test_doubt_folds_again_what_it_touches(desk: Desk) -> None:
    (base,) = desk.write(change({"phone": "1"}))
    wrong = foreign({"phone": "9"}, [base.mark], tick(desk.clock() + timedelta(days=400), ""))
    desk.write(change({"phone": "2"}))
    desk.ledger.merge([wrong])
    assert phone(desk.connection) == "9"
    desk.write(Change(CLOCK_KIND, THERE, {"first": 1, "last": 1}, DOUBT))
    assert phone(desk.connection) == "2"
    assert desk.conflicts() == [("person", "r1", "phone")]


def phone(connection: Connection) -> str:
    return str(connection.execute("SELECT phone FROM record_person").fetchone()[0])


def test_doubt_is_no_record(desk: Desk) -> None:
    desk.write(change({"phone": "1"}), Change(CLOCK_KIND, THERE, {"first": 1, "last": 2}, DOUBT))
    assert desk.connection.execute("SELECT count(*) FROM unknown_records").fetchone() == (0,)
    desk.ledger.rebuild()
    assert desk.connection.execute("SELECT count(*) FROM unknown_records").fetchone() == (0,)


def test_merging_twice_changes_nothing(desk: Desk) -> None:
    entry = foreign({"name": "甲"}, [], "2026-11-23T02:00:00.000Z+0000")
    first, second = desk.ledger.merge([entry]), desk.ledger.merge([entry, entry])
    assert (first.new, first.known) == ([entry], 0)
    assert (second.new, second.known) == ([], 2)
    assert first.records == {("person", "r1")}
    assert first.forks == second.forks == []


def test_two_hashes_under_one_number_are_a_fork_and_both_stay(desk: Desk) -> None:
    one = foreign({"phone": "1"}, [], "2026-11-23T02:00:00.000Z+0000")
    other = foreign({"phone": "2"}, [], "2026-11-23T03:00:00.000Z+0000")
    assert desk.ledger.merge([one]).forks == []
    assert desk.ledger.merge([other]).forks == [(THERE, 1)]
    assert desk.connection.execute("SELECT replica, seq FROM forks").fetchall() == [(THERE, 1)]
    assert desk.conflicts() == [("person", "r1", "phone")]
    assert desk.ledger.journal.broken_at() is None


def test_soft_fields_stay_out_of_the_queue_and_unknown_ones_enter_it(desk: Desk) -> None:
    (base,) = desk.write(change({"name": "甲"}))
    desk.write(change({"note": "1", "future": "1"}))
    at = "2026-11-23T02:00:00.000Z+0000"
    desk.ledger.merge([foreign({"note": "2", "future": "2"}, [base.mark], at)])
    assert desk.conflicts() == [("person", "r1", "future")]


def test_preparing_again_loses_nothing(desk: Desk) -> None:
    desk.write(change({"name": "甲"}))
    Ledger(desk.connection, desk.ledger.tables._catalogue).prepare()
    assert desk.connection.execute("SELECT name FROM record_person").fetchall() == [("甲",)]
