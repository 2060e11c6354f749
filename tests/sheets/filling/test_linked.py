"""What a form asks of the records that a record refers to."""

from typing import Any

from mengzhan.model.kinds import KINDS
from mengzhan.rules.filters import Every
from mengzhan.rules.operations import merge
from mengzhan.sheets.filling.linked import with_linked
from mengzhan.store.session import Session
from tests import people, stations


def linked(session: Session, kind: str) -> list[dict[str, Any]]:
    reader = session.read()
    return with_linked(reader, KINDS[kind], reader.matching(kind, Every()))


def follow_up(session: Session, number: int) -> str:
    person = stations.log(session, "person", people.person_values(number))
    stations.log(session, "follow_up", people.follow_up_values(person))
    return person


def test_each_record_has_the_fields_of_those_it_refers_to(session: Session) -> None:
    first, second = follow_up(session, 1), follow_up(session, 2)
    found = linked(session, "follow_up")
    assert [record["person.id"] for record in found] == [first, second]
    assert [record["person.name"] for record in found] == [people.name(1), people.name(2)]


def test_a_duplicate_is_followed_to_the_record_that_was_kept(session: Session) -> None:
    duplicate, between, kept = (follow_up(session, number) for number in (1, 2, 3))
    session.run(merge(duplicate, between), "merge")
    session.run(merge(between, kept), "merge")
    for record in linked(session, "follow_up"):
        assert (record["person.id"], record["person.name"]) == (kept, people.name(3))


def test_what_points_nowhere_has_no_further_fields(session: Session) -> None:
    stations.write_raw(session, "follow_up", session.new_id(), {"person": "gone", "day": "x"})
    (record,) = linked(session, "follow_up")
    assert "person.name" not in record


def test_a_duplicate_of_what_is_not_here_speaks_for_itself(session: Session) -> None:
    person = follow_up(session, 1)
    stations.write_raw(session, "person", person, {"same_as": "elsewhere"})
    (record,) = linked(session, "follow_up")
    assert record["person.name"] == people.name(1)


def test_the_database_is_asked_as_often_for_many_records_as_for_few(session: Session) -> None:
    asked: list[str] = []
    counts: list[int] = []
    connection = session.read().connection
    for numbers in (range(1, 3), range(3, 20)):
        for number in numbers:
            follow_up(session, number)
        connection.set_trace_callback(asked.append)
        linked(session, "follow_up")
        connection.set_trace_callback(None)
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1]
