"""What was known at some position of the journal, whatever was written since."""

import random
from typing import Any

import pytest

from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, merge, move, remove
from mengzhan.rules.reader import Change, Positions
from mengzhan.rules.undo import undo
from mengzhan.store.past import past
from mengzhan.store.session import Session
from mengzhan.store.tables import Tables
from tests.computers import Clock
from tests.people import OTHER_VILLAGE, employer_values, person_values
from tests.store.conftest import Station


def content(session: Session) -> dict[str, list[Any]]:
    return Tables(session.read().connection, session.catalogue).content()


def work(station: Station, dice: random.Random, people: list[str], clock: Clock) -> None:
    """Do one thing of those that stations do, but for forgetting anybody."""
    clock.move(minutes=1)
    number = len(people)
    deed = dice.randrange(6)
    if deed == 0 or number < 2:
        people.append(station.add("person", person_values(number)))
    elif deed == 1:
        values = {"day": "2026-11-20", "mode": "1", "outcome": "F1"}
        station.add("follow_up", {**values, "person": dice.choice(people)})
    elif deed == 2:
        # whoever was removed may be written of by a laptop that has not heard of it
        noted = Change("person", dice.choice(people), {"note": f"第{dice.random()}次"})
        change = station.run(lambda _reader, _desk: [noted])
        if change.records and dice.random() < 0.5:
            station.run(undo(change.action))
    elif deed == 3:
        station.run(remove(dice.choice(people)))
    elif deed == 4:
        one, other = dice.sample(people, 2)
        station.run(merge(one, other)) if people.index(one) < people.index(other) else None
    else:
        station.run(move(dice.choice(people), OTHER_VILLAGE))


@pytest.mark.parametrize("seed", range(8))
def test_every_table_stands_as_it_did(station: Station, clock: Clock, seed: int) -> None:
    dice, people = random.Random(seed), list[str]()
    known = []
    for at in range(40):
        work(station, dice, people, clock)
        if at in (5, 20, 39):
            known.append((station.session.read().positions(), content(station.session)))
    now = content(station.session)
    for positions, stood in known:
        with past(station.session, positions) as then:
            assert Tables(then.connection, station.session.catalogue).content() == stood
            assert then.positions() == positions
    assert content(station.session) == now


def test_entries_of_the_time_and_only_those_are_read(station: Station, clock: Clock) -> None:
    person = station.add("person", person_values(1))
    positions = station.session.read().positions()
    clock.move(days=1)
    station.run(edit(person, {"note": "后来写的"}))
    later = station.add("employer", employer_values())
    with past(station.session, positions) as then:
        state = then.state(person)
        assert state is not None
        assert "note" not in state.values
        assert then.state(later) is None
        assert then.count("employer") == 0
    assert station.value(person, "note") == "后来写的"


def test_nothing_is_known_before_the_first_entry(station: Station) -> None:
    station.add("person", person_values(1))
    with past(station.session, Positions({})) as then:
        assert then.count("person") == 0
        assert then.positions() == Positions({})


def test_whoever_was_forgotten_is_not_known_of_the_past(station: Station) -> None:
    person = station.add("person", person_values(1))
    positions = station.session.read().positions()
    station.run(erase(person))
    with past(station.session, positions) as then:
        assert then.count("person") == 0
        (left,) = then.with_residues().columns("person", ("name", "residence"))
        assert (left["name"], left["residence"]) == (None, "150102")
