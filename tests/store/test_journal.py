"""The journal on disk."""

import msgspec
import pytest

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
    make_entry,
)
from mengzhan.store.driver import Connection, IntegrityError
from mengzhan.store.journal import Head, Journal, from_row, to_row
from tests.store.conftest import memory_ledger


@pytest.fixture
def connection() -> Connection:
    return memory_ledger()[0]


@pytest.fixture
def journal(connection: Connection) -> Journal:
    return Journal(connection)


def chain(
    length: int, replica: str = "a", record: str = "r1", action: str = "act", *, start: int = 1
) -> list[Entry]:
    """Return entries of one replica that follow each other."""
    made: list[Entry] = []
    for seq in range(start, start + length):
        stamp = Stamp(replica=replica * 32, actor="op", action=action, words="w", wall="")
        values: dict[str, Value] = {"name": f"苏和{seq}", "note": None, "key_groups": ["K04"]}
        seen = [made[-1].mark] if made else []
        new = NewEntry(op=SET, kind="person", record=record, values=values, seen=seen)
        prev = made[-1].hash if made else GENESIS
        at = f"2026-11-23T00:00:00.{seq:03}Z+0000"
        made.append(make_entry(stamp, new, seq=seq, at=at, prev=prev))
    return made


def special(op: str, record: str, values: dict[str, Value], at: str, target: str = "") -> Entry:
    stamp = Stamp(replica="d" * 32, actor="op", action="x", words="w", wall="")
    kind = CLOCK_KIND if op == DOUBT else "person"
    new = NewEntry(op=op, kind=kind, record=record, values=values, seen=[], target=target)
    return make_entry(stamp, new, seq=1, at=at, prev=GENESIS)


def fill(journal: Journal, *entries: Entry) -> None:
    assert not journal.known(entries)
    journal.insert(entries)


def test_an_entry_comes_back_as_it_went_in(journal: Journal) -> None:
    (entry,) = chain(1)
    assert from_row(to_row(entry)) == entry
    assert from_row(to_row(entry.dropped())) == entry.dropped()
    fill(journal, entry)
    assert journal.by_hash(entry.hash) == entry
    assert journal.by_hash("0" * 64) is None


def test_an_entry_is_kept_once(journal: Journal) -> None:
    (entry,) = chain(1)
    fill(journal, entry)
    assert journal.known([entry, *chain(1)]) == {entry.hash}
    with pytest.raises(IntegrityError):
        journal.insert([entry])
    assert list(journal.all()) == [entry]


def test_places_of_a_chain_that_are_taken(journal: Journal) -> None:
    entries = chain(3)
    fill(journal, *entries[:2])
    assert journal.taken(chain(3)) == {("a" * 32, 1), ("a" * 32, 2)}
    assert journal.taken(chain(3, "b", "r2", "act2")) == set()


def test_entries_of_many_records_keep_the_order_asked_for(journal: Journal) -> None:
    mine, other = chain(2), chain(1, "b", "r2", "act2")
    fill(journal, *mine, *other)
    found = journal.of_records(["r3", "r2", "r1"])
    assert list(found.items()) == [("r3", []), ("r2", other), ("r1", mine)]


def test_reading_by_record_action_and_replica(journal: Journal) -> None:
    mine, other = chain(3), chain(2, "b", "r2", "act2")
    fill(journal, mine[2], other[0], mine[0], other[1], mine[1])
    assert journal.of_record("r1") == mine
    assert journal.of_action("act2") == other
    assert journal.of_replica("a" * 32) == mine
    assert journal.of_replica("a" * 32, 2) == mine[1:]
    assert journal.of_replica("a" * 32, 2, 2) == [mine[1]]
    assert journal.position() == 5
    assert list(journal.all()) == [mine[2], other[0], mine[0], other[1], mine[1]]


def test_an_empty_journal(journal: Journal) -> None:
    assert journal.position() == 0
    assert journal.head("a" * 32) == Head(0, GENESIS)
    assert journal.contiguous("a" * 32) == Head()
    assert journal.heads() == {}
    assert journal.highest() == ""
    assert journal.broken_at() is None


def test_how_far_a_replica_is_known_without_a_hole(journal: Journal) -> None:
    entries = chain(5)
    fill(journal, entries[0], entries[1], entries[4])
    assert journal.head("a" * 32) == Head(5, entries[4].hash)
    assert journal.contiguous("a" * 32) == Head(2, entries[1].hash)
    assert journal.heads() == {"a" * 32: Head(2, entries[1].hash)}
    fill(journal, entries[3])
    assert journal.contiguous("a" * 32).seq == 2
    fill(journal, entries[2])
    assert journal.contiguous("a" * 32) == Head(5, entries[4].hash)


def test_a_replica_without_its_beginning_is_not_known(journal: Journal) -> None:
    fill(journal, *chain(3)[1:])
    assert journal.contiguous("a" * 32) == Head()


def test_a_fork_counts_once(journal: Journal) -> None:
    entries, twin = chain(2), chain(1)
    fill(journal, *entries, *twin)
    assert journal.contiguous("a" * 32) == Head(2, entries[1].hash)
    assert journal.of_replica("a" * 32, 1, 1) == [entries[0], twin[0]]


def test_the_end_of_each_branch(journal: Journal) -> None:
    entries, twin = chain(3), chain(2)
    fill(journal, entries[0], entries[1])
    assert journal.branches("a" * 32) == [Head(2, entries[1].hash)]
    assert journal.branches("b" * 32) == []
    assert journal.first_fork("a" * 32) == journal.first_fork("b" * 32) == 0
    fill(journal, entries[2], *twin)
    assert journal.first_fork("a" * 32) == 1
    assert journal.branches("a" * 32) == [Head(2, twin[1].hash), Head(3, entries[2].hash)]


def test_a_branch_beyond_a_hole_is_not_held(journal: Journal) -> None:
    entries, twin = chain(2), chain(3)
    fill(journal, *entries, twin[0], twin[2])
    assert {head.seq for head in journal.branches("a" * 32)} == {1, 2}


def test_the_highest_time_leaves_out_doubtful_clocks(journal: Journal) -> None:
    entries, wrong = chain(2), chain(3, "b", "r2", start=500)
    fill(journal, *entries, *wrong)
    assert journal.highest() == wrong[-1].at
    span: dict[str, Value] = {"first": 500, "last": 502}
    fill(journal, special(DOUBT, "b" * 32, span, "2026-11-23T00:00:00.003Z+0000"))
    assert journal.doubts() == {"b" * 32: [(500, 502)]}
    assert journal.highest() == "2026-11-23T00:00:00.003Z+0000"


def test_erasures_and_redactions_are_known(journal: Journal) -> None:
    entries = chain(2)
    fill(journal, *entries)
    assert journal.erasures() == []
    cut = special(REDACT, "r1", {"name": "〔〕"}, "2026-11-24", entries[0].mark)
    fill(journal, cut)
    assert [entry.target for entry in journal.forgetting()] == [entries[0].mark]
    gone = special(ERASE, "r1", {}, "2026-11-25")
    fill(journal, gone)
    assert journal.erasures() == [("r1", "2026-11-25")]


def test_rare_entries_are_found_without_reading_the_journal(connection: Connection) -> None:
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    Journal(connection).doubts()
    Journal(connection).erasures()
    connection.set_trace_callback(None)
    assert len(statements) == 2
    for statement in statements:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        assert "USING INDEX" in plan[0][3]


def test_many_entries_are_found_at_once_by_index(connection: Connection, journal: Journal) -> None:
    entries = chain(3)
    fill(journal, *entries)
    wanted = [entries[2].hash, "0" * 64, entries[0].hash, entries[2].hash]
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    found = journal.of_hashes(wanted)
    connection.set_trace_callback(None)
    assert found == [entries[0], entries[2]]
    (statement,) = statements
    plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    assert "USING INDEX idx_entries_hash" in plan[0][3]


def test_dropping_a_payload_keeps_the_chain(journal: Journal) -> None:
    entries = chain(3)
    fill(journal, *entries)
    journal.drop_payloads([entries[1]])
    assert journal.of_record("r1")[1] == entries[1].dropped()
    assert journal.broken_at() is None
    assert [e.hash for e in journal.mentions(["苏和"])] == [entries[0].hash, entries[2].hash]


def test_mentions_take_the_text_as_it_is(journal: Journal) -> None:
    fill(journal, *chain(2))
    assert len(journal.mentions(["苏和2", "苏和"])) == 2
    assert len(journal.mentions(["苏和2"])) == 1
    assert journal.mentions(["%", "苏_"]) == []
    assert journal.mentions([]) == []


def test_mentions_look_past_blanks_hyphens_line_breaks_and_small_letters(journal: Journal) -> None:
    texts = ("19900000001", "199 0000 0001", "199-0000\n0001", "x号 199")
    fill(journal, *(special("set", f"n{t}", {"note": t}, f"2026-11-2{t[3]}") for t in texts))
    assert len(journal.mentions(["19900000001"])) == 3
    assert len(journal.mentions(["X号"])) == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [("set_values", '{"name": "别人"}'), ("wall", "x"), ("prev", "0" * 64), ("actor", "you")],
)
def test_a_changed_row_is_found(
    connection: Connection, journal: Journal, column: str, value: str
) -> None:
    entries = chain(3)
    fill(journal, *entries)
    connection.execute(f"UPDATE entries SET {column} = ? WHERE seq = 2", (value,))
    broken = journal.broken_at()
    assert broken is not None
    assert broken.seq == 2


def test_a_whole_entry_put_in_the_place_of_another_is_found(
    connection: Connection, journal: Journal
) -> None:
    entries = chain(3)
    fill(journal, *entries)
    connection.execute("DELETE FROM entries WHERE seq = 2")
    stranger = chain(2)[1]
    assert stranger.hash != entries[1].hash
    fill(journal, stranger)
    assert journal.broken_at() in (stranger, entries[2])


def test_single_entries_from_elsewhere_need_no_neighbours(journal: Journal) -> None:
    fill(journal, chain(5)[3])
    assert journal.broken_at() is None


def test_an_entry_that_lies_about_its_hash_is_found(journal: Journal) -> None:
    (entry,) = chain(1)
    fill(journal, msgspec.structs.replace(entry, hash="0" * 64))
    assert journal.broken_at() is not None
