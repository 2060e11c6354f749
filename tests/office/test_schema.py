"""The office's tables: made once, kept, and never touched by an older program."""

import pytest

from mengzhan.office.desk import Office
from mengzhan.office.schema import VERSION
from mengzhan.store.errors import NewerVersionError
from tests.office.world import World, dump


def test_a_newer_version_is_left_alone(world: World) -> None:
    world.seat.session.set_setting("office_schema", VERSION + 1)
    before = dump(world.seat.session)
    with pytest.raises(NewerVersionError):
        Office(world.seat.session)
    assert dump(world.seat.session) == before


def test_indexes_come_back_after_a_table_was_made_anew(world: World) -> None:
    drop = "DROP INDEX office_person_id_number"
    world.office.write(lambda c: c.execute(drop))
    Office(world.seat.session)
    query = "EXPLAIN QUERY PLAN SELECT id FROM record_person WHERE id_number = ?"
    plan = world.office.connection.execute(query, ("",)).fetchall()
    assert "office_person_id_number" in plan[0][3]
