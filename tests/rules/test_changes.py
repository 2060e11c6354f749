"""The history of a record: who wrote what over what."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.rules.changes import changes_of
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from tests import people, stations


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


def test_newest_first_with_what_stood_before(session: Session) -> None:
    person = stations.log(session, "person", people.person_values(1, area_group="三组"))
    session.run(edit(person, {"area_group": "四组"}), "edit person")
    last, first = changes_of(session.read().entries(person))
    assert [(c.field, c.before, c.after) for c in last.fields] == [("area_group", "三组", "四组")]
    assert last.entry.actor == session.operator.id
    assert {c.before for c in first.fields} == {None}


def test_an_erasure_shows_nothing_of_the_past(session: Session) -> None:
    person = stations.log(session, "person", people.person_values(1))
    session.run(erase(person), "erase")
    changes = changes_of(session.read().entries(person))
    assert next(change.entry.op for change in changes if not change.fields) == "erase"
    assert people.name(1) not in repr(changes)
