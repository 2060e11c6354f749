"""The office's tables: made once, kept, and never touched by an older program."""

import pytest

from mengzhan.office.desk import Office
from mengzhan.office.schema import VERSION
from mengzhan.office.told import Excerpts
from mengzhan.office.verdicts import Verdicts, give
from mengzhan.rules.erasure import erase
from mengzhan.store.driver import Connection
from mengzhan.store.errors import NewerVersionError
from tests.office.world import Laptop, World, dump
from tests.people import employer_values, vacancy_values


def test_a_newer_version_is_left_alone(world: World) -> None:
    world.seat.session.set_setting("office_schema", VERSION + 1)
    before = dump(world.seat.session)
    with pytest.raises(NewerVersionError):
        Office(world.seat.session)
    assert dump(world.seat.session) == before


_VERDICTS_1 = """CREATE TABLE verdicts_out (
  number INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, kind TEXT NOT NULL,
  station TEXT NOT NULL, field TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  suggestion TEXT NOT NULL, given TEXT NOT NULL, by TEXT NOT NULL, UNIQUE (record, field))"""


def back_to_version_1(connection: Connection) -> None:
    """Put the table of verdicts back as version 1 made it, with what it held."""
    rows = connection.execute("SELECT * FROM verdicts_out").fetchall()
    connection.execute("DROP TRIGGER verdicts_out_forget")
    connection.execute("DROP TABLE verdicts_out")
    connection.execute(_VERDICTS_1)
    connection.execute("CREATE INDEX verdicts_out_station ON verdicts_out (station)")
    connection.execute(
        """CREATE TRIGGER verdicts_out_forget AFTER INSERT ON entries WHEN NEW.op = 'erase'
           BEGIN DELETE FROM verdicts_out WHERE record = NEW.record; END"""
    )
    connection.execute("DROP TRIGGER excerpts_out_forget")
    connection.execute("DROP TABLE excerpts_out")
    connection.execute("ALTER TABLE receipts_out DROP COLUMN excerpt")
    marks = ", ".join("?" * len(rows[0]))
    connection.executemany(f"INSERT INTO verdicts_out VALUES ({marks})", rows)
    connection.execute("UPDATE settings SET value = '1' WHERE name = 'office_schema'")


def test_what_version_1_said_stands_and_numbers_go_on(world: World, first: Laptop) -> None:
    kept, dropped = first.add_person(1), first.add_person(2)
    world.exchange(first)
    world.office.write(back_to_version_1)
    world.seat.session.run(erase(dropped), "erase person")
    before = Verdicts(world.office.connection).of_record(kept)
    world.reopen()
    verdicts = Verdicts(world.office.connection)
    assert (verdicts.of_record(kept), verdicts.of_record(dropped)) == (before, [])
    give(world.office, kept, "phone", "ASK_PERSON")
    assert [verdict.number for verdict in verdicts.of_record(kept)] == [3]
    assert world.seat.session.setting("office_schema") == VERSION
    world.seat.session.run(erase(kept), "erase person")
    assert verdicts.of_record(kept) == []


def back_to_version_3(connection: Connection) -> None:
    """Put the table of excerpts back as version 3 made it, with what it held."""
    connection.execute("ALTER TABLE excerpts_out ADD COLUMN former TEXT NOT NULL DEFAULT '[]'")
    connection.execute("ALTER TABLE excerpts_out DROP COLUMN first")
    connection.execute("UPDATE settings SET value = '3' WHERE name = 'office_schema'")


def test_what_version_3_told_stands_and_goes_on(
    world: World, first: Laptop, second: Laptop
) -> None:
    shop = first.add("employer", employer_values(1))
    vacancy = first.add("vacancy", vacancy_values(shop, shared=True))
    second.add_person(1)
    world.exchange(first, second)
    before = Excerpts(world.office.connection).all()
    assert before.keys() == {shop, vacancy}
    world.office.write(back_to_version_3)
    world.reopen()
    assert Excerpts(world.office.connection).all() == before
    first.edit(vacancy, workplace="别处")
    world.exchange(first, second)
    assert second.value(vacancy, "workplace") == "别处"


def test_indexes_come_back_after_a_table_was_made_anew(world: World) -> None:
    drop = "DROP INDEX office_person_id_number"
    world.office.write(lambda c: c.execute(drop))
    Office(world.seat.session)
    query = "EXPLAIN QUERY PLAN SELECT id FROM record_person WHERE id_number = ?"
    plan = world.office.connection.execute(query, ("",)).fetchall()
    assert "office_person_id_number" in plan[0][3]
