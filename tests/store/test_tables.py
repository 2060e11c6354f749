"""Record tables are caches: rebuilt from the journal they come out equal."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from mengzhan.model.entry import Entry, Stamp, Value
from mengzhan.model.fieldtypes import Integer, Reference, Text
from mengzhan.model.fold import fold
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.kinds import KINDS
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change
from mengzhan.store.driver import Connection
from mengzhan.store.ledger import Ledger
from mengzhan.store.reader import StoreReader
from mengzhan.store.tables import UNKNOWN, shape, table_name
from tests.computers import Clock
from tests.people import person_values, phone
from tests.store.conftest import Station, memory_ledger

COLOUR = Field("horse_colour", "马的毛色", Text(20))


class Laptop:
    """A journal in memory with its caches, and a clock of its own."""

    def __init__(self, name: str, catalogue: Catalogue = KINDS) -> None:
        self.replica = name * 32
        self.clock = Clock()
        self.connection, self.ledger = memory_ledger(catalogue)

    def write(self, *changes: Change) -> list[Entry]:
        self.clock.move(seconds=1)
        stamp = Stamp(replica=self.replica, actor="op", action="a", words="w", wall="")
        return self.ledger.append(changes, stamp, self.clock())

    def caches(self) -> dict[str, Any]:
        return caches(self.connection, self.ledger)


def caches(connection: Connection, ledger: Ledger) -> dict[str, Any]:
    """Return everything that is a cache, without row numbers."""
    keys = connection.execute("SELECT record, kind FROM search_keys ORDER BY record").fetchall()
    conflicts = connection.execute("SELECT * FROM conflicts ORDER BY record, field").fetchall()
    return {**ledger.tables.content(), "keys": keys, "conflicts": conflicts}


VALUES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["苏和", "娜仁托娅", None]),
        "phone": st.sampled_from([phone(1), phone(2), None]),
        "consent": st.booleans(),
        "key_groups": st.lists(st.sampled_from(["K04", "K09", "未来"]), max_size=2, unique=True),
        "wage_wish": st.none() | st.integers(0, 9),
        "note": st.sampled_from(["甲", "乙"]),
        "future": st.sampled_from(["x", "y"]),
        "deleted": st.sampled_from([True, None]),
        "same_as": st.sampled_from(["r1", None]),
    },
)


class TwoLaptops(RuleBasedStateMachine):
    """Two copies of one station that edit, erase and exchange in any order."""

    records = Bundle("records")

    @initialize()
    def start(self) -> None:
        self.laptops = [Laptop("a"), Laptop("b")]
        self.made = 0

    @rule(
        target=records, who=st.integers(0, 1), kind=st.sampled_from(["person", "robot"]), v=VALUES
    )
    def add(self, who: int, kind: str, v: dict[str, Value]) -> tuple[str, str]:
        self.made += 1
        self.laptops[who].write(Change(kind, f"r{self.made}", v))
        return kind, f"r{self.made}"

    @rule(who=st.integers(0, 1), record=records, v=VALUES)
    def edit(self, who: int, record: tuple[str, str], v: dict[str, Value]) -> None:
        self.laptops[who].write(Change(*record, v))

    @rule(who=st.integers(0, 1), record=consumes(records))
    def erase(self, who: int, record: tuple[str, str]) -> None:
        self.laptops[who].write(Change.erasure(*record, {"sex": "1"}))

    @rule(sender=st.integers(0, 1), data=st.data())
    def exchange(self, sender: int, data: st.DataObject) -> None:
        entries = list(self.laptops[sender].ledger.journal.all())
        if entries:
            some = data.draw(st.lists(st.sampled_from(entries), max_size=8))
            self.laptops[1 - sender].ledger.merge(some)

    @invariant()
    def caches_are_the_fold_of_the_journal(self) -> None:
        for laptop in getattr(self, "laptops", []):
            kept = laptop.caches()
            laptop.ledger.rebuild()
            assert laptop.caches() == kept

    def teardown(self) -> None:
        if not hasattr(self, "laptops"):
            return
        one, other = self.laptops
        one.ledger.merge(list(other.ledger.journal.all()))
        other.ledger.merge(list(one.ledger.journal.all()))
        assert one.caches() == other.caches()
        sets = [{e.hash: e.set for e in laptop.ledger.journal.all()} for laptop in self.laptops]
        assert sets[0] == sets[1]
        assert all(laptop.ledger.journal.broken_at() is None for laptop in self.laptops)


TestTwoLaptops = TwoLaptops.TestCase
TestTwoLaptops.settings = settings(max_examples=30, stateful_step_count=15)


def test_a_row_holds_what_the_fold_says(station: Station) -> None:
    person = station.add("person", person_values(1, licences=["A1"]))
    row = station.session.read().record("person", person)
    assert row is not None
    for name, value in station.state(person).values.items():
        assert row[name] == value
    assert row["consent"] is True
    assert (row["deleted"], row["erased"], row["same_as"], row["extra"]) == (0, 0, None, {})
    assert row["created"] == row["changed"]


def test_a_value_that_was_emptied_leaves_its_column(station: Station) -> None:
    person = station.add("person", person_values(1, licences=["A1"], note="会开车"))
    station.run(edit(person, {"licences": None, "note": None}), "edit person")
    row = station.session.read().record("person", person)
    assert row is not None
    assert (row["licences"], row["note"]) == (None, None)
    assert row["name"] == person_values(1)["name"]


def test_a_new_field_is_a_column_with_its_old_values(station: Station) -> None:
    person = station.add("person", person_values(1))
    newer(station, person, {"horse_colour": "枣红"})
    assert station.session.read().record("person", person)["extra"] == {"horse_colour": "枣红"}  # type: ignore[index]
    grown = Ledger(station.session.store._connection, KINDS.with_field("person", COLOUR))
    station.session.store.writer.run(lambda _: grown.prepare())
    reader = StoreReader(station.session.read().connection, KINDS.with_field("person", COLOUR))
    row = reader.record("person", person)
    assert row is not None
    assert row["horse_colour"] == "枣红"
    assert row["extra"] == {}


def newer(station: Station, record: str, values: dict[str, Value], kind: str = "person") -> None:
    """Take in an entry of a newer version of the program."""
    laptop = Laptop("f")
    laptop.ledger.merge(station.session.read().entries(record))
    station.session.merge(laptop.write(Change(kind, record, values)))


def test_a_field_that_went_away_is_kept_with_the_unknown_ones() -> None:
    grown = KINDS.with_field("person", COLOUR)
    laptop = Laptop("a", grown)
    laptop.write(Change("person", "r1", {"name": "苏和", "horse_colour": "枣红"}))
    older = Ledger(laptop.connection, KINDS)
    older.prepare()
    row = StoreReader(laptop.connection, KINDS).record("person", "r1")
    assert row is not None
    assert row["extra"] == {"horse_colour": "枣红"}
    Ledger(laptop.connection, grown).prepare()
    assert StoreReader(laptop.connection, grown).record("person", "r1")["horse_colour"] == "枣红"  # type: ignore[index]


def test_a_whole_new_kind_comes_out_of_the_unknown_ones() -> None:
    laptop = Laptop("a")
    laptop.write(Change("robot", "r1", {"name": "铁牛", "legs": 4}))
    unknown = laptop.connection.execute(f"SELECT * FROM {UNKNOWN}").fetchall()
    assert unknown == [("r1", "robot", '{"legs":4,"name":"铁牛"}')]
    robot = Kind(
        name="robot",
        label="机器人",
        title=("name",),
        fields=(Field("name", "名", Text(search="text")), Field("legs", "腿", Integer())),
    )
    known = KINDS.with_kind(robot)
    Ledger(laptop.connection, known).prepare()
    reader = StoreReader(laptop.connection, known)
    assert reader.record("robot", "r1")["legs"] == 4  # type: ignore[index]
    assert laptop.connection.execute(f"SELECT * FROM {UNKNOWN}").fetchall() == []
    assert reader.search("铁牛") == [("robot", "r1")]


def test_a_column_of_another_type_is_made_anew() -> None:
    def with_size(type_: Any) -> Catalogue:
        return KINDS.with_field("person", Field("size", "鞋码", type_))

    laptop = Laptop("a", with_size(Text()))
    laptop.write(Change("person", "r1", {"size": 42}))
    assert StoreReader(laptop.connection, with_size(Text())).record("person", "r1")["size"] == "42"  # type: ignore[index]
    ledger = Ledger(laptop.connection, with_size(Integer()))
    assert ledger.tables.prepare() == {"person"}
    ledger.rebuild_kind("person")
    reader = StoreReader(laptop.connection, with_size(Integer()))
    assert reader.record("person", "r1")["size"] == 42  # type: ignore[index]
    assert ledger.tables.prepare() == set()


def test_nothing_is_rebuilt_without_need() -> None:
    laptop = Laptop("a")
    laptop.write(Change("person", "r1", person_values(1)))
    assert laptop.ledger.tables.prepare() == set()
    before = laptop.caches()
    laptop.ledger.prepare()
    assert laptop.caches() == before


def test_values_of_an_unexpected_sort_do_not_stop_anything() -> None:
    laptop = Laptop("a")
    odd: dict[str, Any] = {
        "name": ["苏", "和"],
        "consent": "?",
        "key_groups": "K04",
        "wage_wish": "x",
        "station": ["x"],
        "same_as": {"a": 1},
    }
    laptop.write(Change("person", "r1", odd))
    row = StoreReader(laptop.connection, KINDS).record("person", "r1")
    assert row is not None
    assert row["name"] == '["苏","和"]'
    assert row["key_groups"] == "K04"
    kept = laptop.caches()
    laptop.ledger.rebuild()
    assert laptop.caches() == kept
    assert fold(laptop.ledger.journal.of_record("r1")).values == odd


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_declared_field_has_a_column_and_every_link_an_index(kind: Kind) -> None:
    connection, _ = memory_ledger()
    table = table_name(kind.name)
    columns = {row[1]: row[2] for row in connection.execute(f"PRAGMA table_info({table})")}
    assert shape(kind).items() <= columns.items()
    plan = "EXPLAIN QUERY PLAN SELECT 1 FROM {} WHERE \"{}\" = '1'"
    indexed = ["id", "same_as", *(f.name for f in kind if isinstance(f.type, Reference))]
    for name in indexed:
        (step,) = connection.execute(plan.format(table, name)).fetchall()
        assert "USING" in step[3]
