"""From records to rows."""

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.contents import Contents
from mengzhan.sheets.ledgers.forms import Content
from mengzhan.sheets.ledgers.profile import Column, resolve
from mengzhan.store.session import Session
from tests import people, stations


def row_of(session: Session, kind: str, *columns: Column) -> list[Content]:
    reader = session.read()
    found = [resolve(KINDS, kind, column) for column in columns]
    contents = Contents(reader, kind, found, session.today())
    return next(contents.rows(reader.rows(kind, reader.ids(kind)[:1]), 7))


def test_a_path_is_followed_through_two_records(filled: Session) -> None:
    columns = (
        Column("@number"),
        Column("vacancy.employer.name"),
        Column("person.name"),
        Column("person.id_number"),
        Column("person.phone", form="text"),
        Column("person"),
    )
    row = row_of(filled, "referral", *columns)
    number = people.id_number(0)
    assert row == [
        7,
        people.employer_values(1)["name"],
        people.name(0),
        f"{number[:4]}{'*' * 12}{number[-2:]}",
        people.phone(0),
        people.name(0),
    ]


def test_an_age_is_reckoned_on_the_day_that_is_asked_for(filled: Session) -> None:
    born = people.birth_date(0)
    day = born.replace(year=2030)
    ages = row_of(filled, "follow_up", Column("@age", text=day.isoformat()), Column("@age"))
    assert ages == [2030 - born.year, 2026 - born.year]
    assert row_of(filled, "follow_up", Column("@age", text="哪天")) == [None]


def test_what_points_nowhere_is_empty(session: Session) -> None:
    stations.write_raw(session, "referral", session.new_id(), {"person": "gone", "day": "x"})
    columns = (Column("person.name"), Column("vacancy.employer.name"), Column("@age"))
    assert row_of(session, "referral", *columns) == [None, None, None]


def test_records_that_point_at_each_other_end(session: Session) -> None:
    one = stations.log(session, "person", people.person_values(1))
    other = stations.log(session, "person", people.person_values(2))
    stations.write_raw(session, "person", one, {"same_as": other})
    stations.write_raw(session, "person", other, {"same_as": one})
    stations.log(session, "follow_up", people.follow_up_values(one))
    # Every copy keeps the same one of a circle, the oldest.
    assert row_of(session, "follow_up", Column("person.name")) == [people.name(1)]
    stations.write_raw(session, "follow_up", session.new_id(), {"person": other, "day": "x"})
    assert row_of(session, "follow_up", Column("person.name")) == [people.name(1)]


def test_a_duplicate_of_what_is_not_here_speaks_for_itself(session: Session) -> None:
    person = stations.log(session, "person", people.person_values(1))
    stations.log(session, "follow_up", people.follow_up_values(person))
    stations.write_raw(session, "person", person, {"same_as": "elsewhere"})
    assert row_of(session, "follow_up", Column("person.name")) == [people.name(1)]
