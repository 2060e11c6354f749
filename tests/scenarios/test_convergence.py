"""Whatever happens on the way, after the last exchange all agree and nothing was lost.

Two laptops of one station, a second station and an office: random edits, undo, erasures, office
decisions, restores from an old backup; packages and receipts lost, repeated, reordered.
"""

import re
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mengzhan.model.entry import CLOCK_KIND, DOUBT, ERASE
from mengzhan.model.fold import State, collect_doubts, effective_sets, fold
from mengzhan.model.kinds import KINDS
from mengzhan.store.ledger import Ledger
from mengzhan.store.session import Session
from tests import people
from tests.scenarios.world import LAPTOPS, STATIONS, WRITINGS, World, picture_of, texts_of

WHO = st.sampled_from(LAPTOPS)
ANYBODY = st.sampled_from((*LAPTOPS, "office"))
SMALL = st.integers(0, 5)
EDITS = st.sampled_from(
    (
        ("phone", "19900000101"),
        ("phone", "19900000102"),
        ("employment_status", "2"),
        ("employment_status", "3"),
        ("note", "想在镇上找活"),
        ("note", "冬天去呼市"),
        ("area_group", "三组"),
    )
)
STEP = st.one_of(
    st.tuples(st.just("add"), WHO),
    st.tuples(st.just("edit"), ANYBODY, SMALL, EDITS),
    st.tuples(st.just("edit"), ANYBODY, SMALL, EDITS),
    st.tuples(st.just("undo"), ANYBODY),
    st.tuples(st.just("erase"), ANYBODY, SMALL),
    st.tuples(st.just("erase"), ANYBODY, SMALL),
    st.tuples(st.just("write"), ANYBODY, SMALL, st.sampled_from(WRITINGS)),
    st.tuples(st.just("write"), ANYBODY, SMALL, st.sampled_from(WRITINGS)),
    st.tuples(st.just("move"), SMALL, st.sampled_from(sorted(STATIONS))),
    st.tuples(st.just("report"), WHO),
    st.tuples(st.just("report"), WHO),
    st.tuples(st.just("answer")),
    st.tuples(st.just("share")),
    st.tuples(st.just("deliver"), SMALL),
    st.tuples(st.just("deliver"), SMALL),
    st.tuples(st.just("deliver"), SMALL),
    st.tuples(st.just("lose"), SMALL),
    st.tuples(st.just("back_up"), WHO),
    st.tuples(st.just("restore"), WHO),
)


def carry_out(world: World, step: tuple) -> None:
    """Let one thing happen."""
    match step:
        case ("edit", who, number, (name, value)):
            world.edit(who, number, name, value)
        case ("answer",):
            world.answer()
        case ("share",):
            world.share("a1", "a2")
        case (name, *arguments):
            getattr(world, name)(*arguments)


def hard_rivals(state: State) -> set[str]:
    """Return the fields of which two values wait for a person."""
    return {name for name in state.rivals if KINDS[state.kind].is_hard(name)}


def check_agreement(world: World) -> None:
    """All that share a record agree on it, and it is the fold of everything anybody knows."""
    union = world.union()
    doubts = collect_doubts(e for entries in union.values() for e in entries if e.op == DOUBT)
    for record, entries in union.items():
        if entries[0].kind == CLOCK_KIND:
            continue
        whole = fold(entries, doubts)
        office = world.sessions["office"].read()
        assert_same(whole, office.state(record), "office", office.conflicts())
        for name in LAPTOPS:
            if whole.values.get("station") != STATIONS[name[0]] and not whole.erased:
                continue
            reader = world.sessions[name].read()
            state = reader.state(record)
            if whole.erased and state is None:
                continue
            assert_same(whole, state, name, reader.conflicts())


def assert_same(
    whole: State, state: State | None, who: str, queue: list[tuple[str, str, str]]
) -> None:
    """One computer's view of a record against the fold of the union."""
    assert state is not None, f"{who} lacks {whole.record}"
    assert state.values == whole.values, who
    assert state.erased == whole.erased, who
    assert set(state.rivals) == set(whole.rivals), who
    waiting = {field for _, record, field in queue if record == whole.record}
    assert waiting == (set() if whole.erased else hard_rivals(whole)), who


def check_forgotten(world: World) -> None:
    """Nothing that an erased person ever was stands in anybody's database."""
    erased = {e.record for entries in world.union().values() for e in entries if e.op == ERASE}
    assert erased == set(world.erased)
    names = {people.name(number) for number in world.people.values()}
    for who, session in world.sessions.items():
        for record in erased:
            entries = session.read().entries(record)
            assert all(e.set is None for e in entries if e.op != ERASE), who
            assert not effective_sets(entries)
        written = squeezed(dump(session))
        for number in world.erased.values():
            assert session.read().picture(picture_of(number)) is None, who
            for text in texts_of(number):
                # A name that somebody else's name contains is not taken out of notes.
                if not any(text in other for other in names if other != text):
                    assert text.lower() not in written, who
                    assert session.read().search(text) == [], who


def dump(session: Session) -> str:
    """Return every cell of every ordinary table as text."""
    connection = session.read().connection
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return "\n".join(
        str(cell)
        for (table,) in tables
        if not table.startswith("search_")
        for row in connection.execute(f'SELECT * FROM "{table}"')
        for cell in row
    )


def squeezed(text: str) -> str:
    """Return a text as somebody reads it who looks for a number in it."""
    return re.sub(r"\\n|[\s\-]", "", text).lower()


def check_rebuilding(session: Session) -> None:
    """The caches kept step by step equal those made anew from the journal."""

    def work(connection: sqlite3.Connection) -> None:
        ledger = Ledger(connection, session.catalogue)
        kept = ledger.tables.content()
        queue = connection.execute("SELECT * FROM conflicts ORDER BY 1, 2, 3").fetchall()
        ledger.rebuild()
        assert ledger.tables.content() == kept
        assert connection.execute("SELECT * FROM conflicts ORDER BY 1, 2, 3").fetchall() == queue

    session.store.writer.run(work)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(steps=st.lists(STEP, min_size=5, max_size=40))
def test_after_the_last_exchange_all_agree(steps: list[tuple]) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            world.add("a1")
            world.add("b1")
            for step in steps:
                carry_out(world, step)
            world.exchange_everything()
            check_agreement(world)
            check_forgotten(world)
            for session in world.sessions.values():
                assert session.read().journal.broken_at() is None
                check_rebuilding(session)
        finally:
            world.close()
