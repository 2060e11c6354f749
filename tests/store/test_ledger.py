"""The writing side of the journal."""

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.clock import tick
from mengzhan.model.entry import (
    CLOCK_KIND,
    DOUBT,
    ERASE,
    GENESIS,
    REDACT,
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
from mengzhan.store.ledger import PART, Ledger
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
    assert desk.ledger.journal.first_fork(THERE) == 1
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


VALUES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["苏和", "解玉兰", "娜仁托娅", None]),
        "title": st.sampled_from(["挤奶工", "羊倌"]),
        "phone": st.sampled_from(["19900000001", "19900000002", None]),
        "key_groups": st.lists(st.sampled_from(["K04", "K09", "未来"]), max_size=2, unique=True),
        "skills": st.sampled_from(["电焊", "驾驶 重型货车"]),
        "pictures": st.lists(st.sampled_from(["d" * 64, "e" * 64]), max_size=2, unique=True),
        "note": st.sampled_from(["甲", "乙"]),
        "future": st.sampled_from(["x", 7, None]),
        "deleted": st.sampled_from([True, None]),
        "same_as": st.sampled_from(["r1", None]),
    },
)
RECORDS = st.sampled_from(["r1", "r2", "r3", "r4"])
STEPS = st.one_of(
    st.tuples(st.just(SET), RECORDS, VALUES),
    st.tuples(st.just(SET), RECORDS, VALUES),
    st.tuples(st.just(SET), RECORDS, VALUES),
    st.tuples(st.just(ERASE), RECORDS, VALUES),
    st.tuples(st.just(REDACT), RECORDS, VALUES),
    st.tuples(st.just(DOUBT), RECORDS, VALUES),
)
KIND_OF = {"r1": "person", "r2": "person", "r3": "vacancy", "r4": "robot"}


class Copies:
    """The same entries, written or taken in by one ledger at once and by another one by one."""

    def __init__(self) -> None:
        self.at_once, self.singly = memory_ledger(), memory_ledger()
        for connection, _ in (self.at_once, self.singly):
            connection.execute(
                "INSERT INTO pictures (digest, image) VALUES (?, x'00')", ("d" * 64,)
            )
            connection.execute(
                "INSERT INTO drafts VALUES ('d', 'person', 'r1', '{}', '2026-11-23')"
            )

    def check(self) -> None:
        """Everything is the same in both, and nothing differs from what is made anew."""
        kept, single = content(*self.at_once), content(*self.singly)
        # A picture that a redaction takes and a later entry lists again is still there at once.
        assert pictures_in(self.singly[0]) <= pictures_in(self.at_once[0])
        assert kept == single
        self.at_once[1].rebuild()
        assert content(*self.at_once) == kept


def pictures_in(connection: Connection) -> set[str]:
    return {digest for (digest,) in connection.execute("SELECT digest FROM pictures")}


def content(connection: Connection, ledger: Ledger) -> dict[str, object]:
    """Return journal, tables, index, conflicts and all that erasures take from."""
    plain = {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3").fetchall()
        for name in ("entries", "conflicts", "drafts")
    }
    # What the index says of a record, not under which number it stands there.
    connection.execute(
        "CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search_words, instance)"
    )
    connection.execute(
        "CREATE VIRTUAL TABLE temp.runs USING fts5vocab(main, search_digits, instance)"
    )
    for name in ("terms", "runs"):
        plain[name] = connection.execute(
            f'SELECT record, kind, term, col, "offset" FROM temp.{name} t '
            "JOIN search_keys k ON k.key = t.doc ORDER BY 1, 2, 3, 4, 5"
        ).fetchall()
        plain[f"all {name}"] = connection.execute(f"SELECT count(*) FROM temp.{name}").fetchall()
        connection.execute(f"DROP TABLE temp.{name}")
    keys = connection.execute("SELECT record, kind FROM search_keys ORDER BY 1").fetchall()
    return {**plain, **ledger.tables.content(), "keys": keys}


@given(st.lists(st.lists(STEPS, max_size=8), max_size=4), st.randoms())
@settings(deadline=None)
def test_many_changes_at_once_are_the_same_as_one_by_one(
    batches: list[list[tuple[str, str, dict[str, Value]]]], order: random.Random
) -> None:
    copies, clock = Copies(), Clock()
    ledger, single = copies.at_once[1], copies.singly[1]
    for batch in batches:
        clock.move(seconds=1)
        made = written(ledger, batch, clock)
        # The same entries go into the other copy as if each had been an action of its own.
        for entry in made:
            single.merge([entry])
    copies.check()
    taken_in = Copies()
    entries = list(ledger.journal.all())
    order.shuffle(entries)
    taken_in.at_once[1].merge([*entries, *entries[:3]])
    for entry in entries:
        taken_in.singly[1].merge([entry])
    taken_in.check()
    assert taken_in.at_once[1].tables.content() == ledger.tables.content()


def written(
    ledger: Ledger, batch: list[tuple[str, str, dict[str, Value]]], clock: Clock
) -> list[Entry]:
    """Write a batch as one action and return its entries."""
    known = list(ledger.journal.all())
    changes: list[Change] = []
    for op, record, values in batch:
        kind = KIND_OF[record]
        mine = [entry.mark for entry in known if entry.record == record and entry.op != DOUBT]
        if op == DOUBT:
            span: dict[str, Value] = {"first": 1, "last": len(mine) + 1}
            changes.append(Change(CLOCK_KIND, HERE, span, DOUBT))
        elif op == ERASE:
            changes.append(Change.erasure(kind, record, {"sex": "1"}))
        elif op == REDACT and mine:
            changes.append(Change.redaction(kind, record, mine[-1], values))
        elif op == SET:
            changes.append(Change(kind, record, values))
    return ledger.append(changes, ledger.stamp(HERE, "op", "act", "words", clock()), clock())


def test_what_is_written_in_one_go_has_seen_what_came_before_it(desk: Desk) -> None:
    whole = desk.write(*[change({"note": str(number)}) for number in range(4)])
    assert [entry.seen for entry in whole] == [[], *[[entry.mark] for entry in whole[:3]]]
    assert desk.conflicts() == []


def test_more_than_a_part_is_taken_in_and_rebuilt(desk: Desk) -> None:
    made = desk.write(*[change({"name": "苏和"}, f"r{number}") for number in range(PART + 3)])
    connection, ledger = memory_ledger()
    merged = ledger.merge([*made, made[0], made[-1]])
    assert (len(merged.new), merged.known, merged.forks) == (PART + 3, 2, [])
    assert content(connection, ledger) == content(desk.connection, desk.ledger)
    ledger.rebuild()
    assert content(connection, ledger) == content(desk.connection, desk.ledger)


def test_a_fork_within_what_comes_in_together_is_noticed(desk: Desk) -> None:
    one = foreign({"phone": "1"}, [], "2026-11-23T02:00:00.000Z+0000")
    other = foreign({"phone": "2"}, [], "2026-11-23T03:00:00.000Z+0000")
    merged = desk.ledger.merge([one, other, one])
    assert (merged.forks, merged.known) == ([(THERE, 1)], 1)
    assert len(desk.ledger.journal.of_record("r1")) == 2
