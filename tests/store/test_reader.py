"""Reading: what lists, pages and operations ask."""

import tracemalloc
from array import array
from datetime import date
from itertools import pairwise

import pytest

from mengzhan.model.entry import GENESIS, Entry, NewEntry, Stamp, make_entry
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kinds import KINDS
from mengzhan.rules.filters import Compare, Either, StartsWith
from mengzhan.rules.operations import add, edit, merge, remove, together
from mengzhan.rules.reader import Change
from mengzhan.store.reader import StoreReader
from tests.people import (
    employer_values,
    follow_up_values,
    name,
    person_values,
    phone,
    vacancy_values,
    visit_values,
)
from tests.store.conftest import Station, memory_ledger


def listed(station: Station, kind: str, field: str, sort: str = "", *, descending: bool = False):  # type: ignore[no-untyped-def]
    reader = station.session.read()
    rows = reader.ids(kind, sort=sort, descending=descending)
    return [row[field] for row in reader.rows(kind, rows)]


def test_the_newest_record_comes_first(station: Station) -> None:
    people = [station.add("person", person_values(n)) for n in range(3)]
    assert listed(station, "person", "id") == people[::-1]
    station.run(edit(people[0], {"note": "改"}))
    assert listed(station, "person", "id") == people[::-1]


def test_the_newest_are_found_without_listing_all(station: Station) -> None:
    people = [station.add("person", person_values(n)) for n in range(5)]
    station.run(remove(people[4]))
    assert station.session.read().newest("person", 2) == [people[3], people[2]]


def test_an_appointment_is_answered_by_a_later_follow_up(station: Station) -> None:
    person, other = (station.add("person", person_values(n)) for n in range(2))

    def met(whom: str, day: str, next_on: str | None = None) -> str:
        return station.add("follow_up", follow_up_values(whom, day=day, next_on=next_on))

    def due() -> list[str]:
        lines = station.session.read().due(date(2026, 11, 23))
        return [line.record for line in lines if line.kind == "follow_up"]

    asked = met(person, "2026-10-20", "2026-11-20")
    met(person, "2026-09-20")
    met(other, "2026-11-21")
    assert due() == [asked]
    duplicate = station.add("person", person_values(0))
    answer = met(duplicate, "2026-11-21")
    assert due() == [asked]
    station.run(merge(person, duplicate))
    assert due() == []
    station.run(remove(answer))
    assert due() == [asked]


def test_sorting_by_a_column_both_ways(station: Station) -> None:
    for wage in (300_000, None, 100_000, 200_000):
        station.add("person", person_values(1, wage_wish=wage))
    rising = listed(station, "person", "wage_wish", "wage_wish")
    assert rising == [None, 100_000, 200_000, 300_000]
    assert listed(station, "person", "wage_wish", "wage_wish", descending=True) == rising[::-1]


def test_sorting_by_a_reference_follows_its_title(station: Station) -> None:
    shops = {text: station.add("employer", employer_values(1, name=text)) for text in "BCA"}
    for text in "CAB":
        station.add("vacancy", vacancy_values(shops[text], title=f"{text}的岗位"))
    station.add("vacancy", vacancy_values("not here", title="无"))
    titles = listed(station, "vacancy", "title", "employer")
    assert titles == ["无", "A的岗位", "B的岗位", "C的岗位"]


def test_filters_count_and_rows_agree(station: Station) -> None:
    people = [station.add("person", person_values(n)) for n in range(4)]
    station.run(remove(people[0]))
    station.run(merge(people[1], people[2]))
    reader = station.session.read()
    either = Either((Compare("sex", "eq", "1"), Compare("sex", "eq", "2")))
    for where in (None, either, StartsWith("residence", "1501")):
        assert reader.count("person", where) == 2
        assert len(reader.ids("person", where)) == 2
    assert [row["id"] for row in reader.matching("person", either)] == people[2:]


def test_rows_come_in_the_order_asked_and_leave_out_what_vanished(station: Station) -> None:
    for number in range(3):
        station.add("person", person_values(number))
    reader = station.session.read()
    first, second, third = reader.ids("person")
    rows = reader.rows("person", [third, 999, first, second])
    assert [row["row"] for row in rows] == [third, first, second]
    assert reader.rows("person", []) == []


def test_any_number_of_records_is_read_at_once(station: Station) -> None:
    person = station.add("person", person_values(1))
    reader = station.session.read()
    strangers = [f"nobody{number}" for number in range(300_000)]
    assert list(reader.records("person", [*strangers, person])) == [person]
    assert [found["id"] for found in reader.rows("person", range(300_000))] == [person]


def test_titles_follow_references(station: Station) -> None:
    person = station.add("person", person_values(1))
    employer = station.add("employer", employer_values(1, name="奶食店"))
    visit = station.add("visit", visit_values(employer))
    call = station.add("follow_up", follow_up_values(person))
    reader = station.session.read()
    assert reader.title("person", person) == name(1)
    assert reader.title("visit", visit) == "奶食店 · 2026-11-20"
    assert reader.title("follow_up", call) == f"{name(1)} · 2026-11-20"
    assert reader.title("person", "nobody") == ""
    assert reader.title("robot", person) == ""
    assert reader.kind_of(visit) == "visit"
    assert reader.kind_of("nobody") is None


def test_states_are_those_of_live_records_oldest_first(station: Station) -> None:
    people = [station.add("person", person_values(n)) for n in range(3)]
    station.run(remove(people[1]))
    assert [s.record for s in station.session.read().states("person")] == [people[0], people[2]]


def test_what_refers_to_a_record(station: Station) -> None:
    employer = station.add("employer", employer_values(1))
    vacancy = station.add("vacancy", vacancy_values(employer))
    visit = station.add("visit", visit_values(employer))
    gone = station.add("visit", visit_values(employer))
    station.run(remove(gone))
    links = station.session.read().links_to(employer)
    assert {(link.kind, link.record, link.field) for link in links} == {
        ("vacancy", vacancy, "employer"),
        ("visit", visit, "employer"),
    }
    assert station.session.read().links_to("nobody") == []


def test_the_same_value_elsewhere(station: Station) -> None:
    one, other = (station.add("person", person_values(n, phone=phone(5))) for n in (1, 2))
    station.add("person", person_values(3))
    assert station.session.read().same_value("person", "phone", phone(5)) == [one, other]
    assert station.session.read().same_value("person", "phone", None) == []


def test_actions_are_listed_newest_first(station: Station) -> None:
    person = station.add("person", person_values(1))
    station.run(edit(person, {"note": "x"}), "edit person")
    actions = station.session.read().actions()
    assert [action["words"] for action in actions] == ["edit person", "add person"]
    assert actions[0]["records"] == 1
    assert actions[0]["actor"] == station.session.operator.id
    assert len(station.session.read().actions(limit=1)) == 1


ROWS = 200_000


@pytest.fixture(scope="module")
def crowd() -> StoreReader:
    """Many follow-ups of some people, put straight into the tables."""
    connection, _ = memory_ledger()
    connection.execute("BEGIN")
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) "
        "INSERT INTO record_person (id, name, deleted, erased, created) "
        "SELECT 'p' || i, '苏和' || (i * 7919 % 1000), 0, 0, i FROM n"
    )
    connection.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO record_follow_up (id, person, day, outcome, missed, note, deleted, erased, "
        "created) SELECT 'f' || i, 'p' || (i % 1000 + 1), date('2020-01-01', (i * 37 % 2000) || "
        "' days'), 'F' || (i % 9), i * 31 % 97, '备注' || i, i % 50 = 0, 0, i FROM n",
        (ROWS,),
    )
    connection.execute("COMMIT")
    return StoreReader(connection, KINDS)


COLUMNS = ["", *(f.name for f in KINDS["follow_up"] if f.listed or isinstance(f.type, Reference))]


@pytest.mark.parametrize("sort", COLUMNS)
def test_a_long_list_is_sorted_without_being_loaded(crowd: StoreReader, sort: str) -> None:
    tracemalloc.start()
    rows = crowd.ids("follow_up", sort=sort)
    window = crowd.rows("follow_up", rows[1000:1050])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(rows, array)
    assert len(rows) == ROWS - ROWS // 50
    assert len(window) == 50
    # Eight bytes a row and the array's own growth; a loaded list would take hundreds.
    assert peak < ROWS * 8 * 4
    if sort and sort != "person":
        assert [row[sort] for row in window] == sorted(
            (row[sort] for row in window), key=lambda value: (value is not None, value)
        )


def test_a_long_list_is_filtered_in_sql(crowd: StoreReader) -> None:
    where = Compare("outcome", "eq", "F3")
    assert crowd.count("follow_up", where) == len(crowd.ids("follow_up", where, "day"))
    assert 0 < crowd.count("follow_up", where) < ROWS // 8


def test_own_actions_are_found_behind_many_of_others(station: Station) -> None:
    station.add("person", person_values(1))
    foreign: list[Entry] = []
    for number in range(1, 251):
        stamp = Stamp(
            replica="f" * 32,
            actor="x",
            action=f"theirs{number}",
            words="add person",
            wall="2026-11-02T00:00:00.000Z",
        )
        new = NewEntry(
            op="set", kind="person", record=f"r{number}", values={"name": "甲乙"}, seen=[]
        )
        prev = foreign[-1].hash if foreign else GENESIS
        at = f"2026-11-02T00:00:00.{number:03d}Z+0000"
        foreign.append(make_entry(stamp, new, seq=number, at=at, prev=prev))
    station.session.merge(foreign)
    reader = station.session.read()
    assert [words for _, words in reader.own_actions(station.session.replica)] == ["add"]


def test_what_an_action_did_is_told_without_reading_it_all(station: Station) -> None:
    change = station.run(
        together(add("person", person_values(2)), add("person", person_values(1))), "import person"
    )
    reader = station.session.read()
    assert reader.action_records(change.action) == [e.record for e in change.entries]
    assert reader.words_of(change.action) == "import person"
    assert reader.action_records("no such action") == []
    assert reader.words_of("no such action") == ""


def test_a_few_columns_of_those_that_satisfy_a_filter(station: Station) -> None:
    one, other = (station.add("person", person_values(n)) for n in range(2))
    station.run(edit(other, {"travel_range": "3", "wanted_occupations": ["4-03-02-05"]}))
    reader = station.session.read()
    wanted = StartsWith("wanted_occupations", "4")
    names = ("travel_range", "wanted_occupations", "station")
    assert list(reader.columns("person", names, wanted)) == [
        {
            "id": other,
            "travel_range": "3",
            "wanted_occupations": ["4-03-02-05"],
            "station": station.session.place.code,
        }
    ]
    assert [row["id"] for row in reader.columns("person", ())] == [one, other]


def test_merged_records_and_what_they_were_merged_into(station: Station) -> None:
    one, other = (station.add("person", person_values(n)) for n in range(2))
    assert station.session.read().duplicates("person") == {}
    station.run(merge(other, one))
    assert station.session.read().duplicates("person") == {other: one}


def test_a_few_columns_of_all_are_values_as_anywhere(station: Station) -> None:
    person = station.add("person", person_values(1, key_groups=["K04", "K05"]))
    gone = station.add("person", person_values(2))
    station.run(remove(gone))
    (row,) = station.session.read().columns("person", ("key_groups", "consent", "station"))
    assert (row["id"], row["key_groups"], row["consent"]) == (person, ["K04", "K05"], True)
    assert row["station"] == station.session.place.code


def test_duplicates_are_named_with_what_was_kept(station: Station) -> None:
    first, second, third = (station.add("person", person_values(n)) for n in range(3))
    station.run(merge(first, second))
    station.run(merge(second, third))
    assert station.session.read().duplicates("person") == {first: third, second: third}


def test_what_entries_set_before_is_read_for_one_record_and_for_all(station: Station) -> None:
    names = ("employment_status", "status_on")
    person = station.add("person", person_values(1))
    station.add("person", person_values(2))
    station.run(edit(person, {"note": "改"}))
    reader = station.session.read()
    assert reader.earlier_sets("person", names) == {}
    station.run(edit(person, {"employment_status": "2", "status_on": "2026-11-20"}))
    station.run(edit(person, {"status_on": None}))
    sets = [
        {"employment_status": "1"},
        {"employment_status": "2", "status_on": "2026-11-20"},
        {"status_on": None},
    ]
    assert reader.earlier_sets("person", names) == {person: sets}
    assert reader.earlier_sets("person", names, [person]) == {person: sets}
    assert reader.earlier_sets("person", names, []) == {}
    assert reader.earlier_sets("vacancy", names) == {}


def test_texts_of_what_was_taken_away_are_still_known(station: Station) -> None:
    kept, gone = (station.add("employer", employer_values(n, note=f"介-{n}")) for n in range(2))
    station.run(remove(gone))
    station.run(edit(kept, {"note": "介-9"}))
    reader = station.session.read()
    assert sorted(reader.texts_ever("employer", "note", "介-")) == ["介-1", "介-9"]
    assert reader.texts_ever("employer", "note", "无") == []


def test_duplicates_cost_one_query_however_many_there_are(station: Station) -> None:
    people = [station.add("person", person_values(n)) for n in range(6)]
    for one, other in pairwise(people):
        station.run(merge(one, other))
    reader = station.session.read()
    asked: list[str] = []
    reader.connection.set_trace_callback(asked.append)
    found = reader.duplicates("person")
    reader.connection.set_trace_callback(None)
    assert found == dict.fromkeys(people[:5], people[5])
    assert len(asked) == 1


def test_of_a_circle_of_duplicates_the_oldest_is_kept(station: Station) -> None:
    one, other = sorted(station.add("person", person_values(n)) for n in range(2))
    circle = [
        Change("person", *pair) for pair in ((one, {"same_as": other}), (other, {"same_as": one}))
    ]
    station.run(lambda _reader, _desk: circle)
    assert station.session.read().duplicates("person") == {one: one, other: one}
