from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.entry import Entry
from mengzhan.package.agekeys import decrypt
from mengzhan.package.devicekey import DeviceKeys
from mengzhan.package.opening import Opened, open_zip
from mengzhan.package.outcome import Outcome
from mengzhan.package.packing import Contents
from mengzhan.package.staging import Plan, stage
from mengzhan.store.ledger import Ledger
from tests.package.scribe import Scribe, report
from tests.store.conftest import memory_ledger

KEYS = DeviceKeys.generate()
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def _opened(*parts: tuple[Scribe, int, int], extra: list[Entry] | None = None) -> Opened:
    """A package with the given stretches of journals."""
    entries = [e for scribe, first, last in parts for e in scribe.entries[first - 1 : last]]
    ranges = [scribe.span(first, last) for scribe, first, last in parts]
    contents = Contents([*entries, *(extra or [])])
    packed = report(KEYS, KEYS.public, [], contents=contents, ranges=ranges)
    return open_zip(decrypt(packed.data, [KEYS.age_identity]), lambda *_: True)


def _ledger(*entries: Entry) -> Ledger:
    _, ledger = memory_ledger()
    ledger.merge(entries)
    return ledger


def _stage(opened: Opened, ledger: Ledger) -> Plan:
    before = list(ledger.journal.all())
    plan = stage(opened, ledger.journal, NOW)
    assert list(ledger.journal.all()) == before
    return plan


@pytest.fixture
def scribe() -> Scribe:
    made = Scribe("a")
    for number in range(6):
        made.write("person", f"p{number % 3}", {"note": f"第{number}次"})
    return made


def test_everything_new(scribe: Scribe) -> None:
    plan = _stage(_opened((scribe, 1, 6)), _ledger())
    assert plan.outcome is Outcome.ACCEPTED
    assert plan.new == scribe.entries
    assert plan.known == 0
    assert plan.counts == {"person": 3}


def test_overlap(scribe: Scribe) -> None:
    plan = _stage(_opened((scribe, 2, 6)), _ledger(*scribe.entries[:4]))
    assert plan.outcome is Outcome.ACCEPTED
    assert plan.new == scribe.entries[4:]
    assert plan.known == 3


def test_joined_end_to_end(scribe: Scribe) -> None:
    plan = _stage(_opened((scribe, 4, 6)), _ledger(*scribe.entries[:3]))
    assert plan.outcome is Outcome.ACCEPTED
    assert plan.missing == []


def test_already_in(scribe: Scribe) -> None:
    plan = _stage(_opened((scribe, 1, 6)), _ledger(*scribe.entries))
    assert plan.outcome is Outcome.ALREADY_IN
    assert plan.new == []
    assert plan.known == 6
    assert plan.counts == {}


def test_already_in_even_beyond_a_hole(scribe: Scribe) -> None:
    held = [*scribe.entries[:2], *scribe.entries[4:]]
    plan = _stage(_opened((scribe, 5, 6)), _ledger(*held))
    assert plan.outcome is Outcome.ALREADY_IN


def test_hole_and_its_closing(scribe: Scribe) -> None:
    ledger = _ledger(*scribe.entries[:2])
    late, missing = _opened((scribe, 5, 6)), _opened((scribe, 3, 4))
    plan = _stage(late, ledger)
    assert plan.outcome is Outcome.WAITING
    assert plan.missing == [("a" * 32, 3, 4)]
    assert not plan.outcome.applies
    between = _stage(missing, ledger)
    assert between.outcome is Outcome.ACCEPTED
    ledger.merge(between.new)
    assert _stage(late, ledger).outcome is Outcome.ACCEPTED


def test_one_range_beyond_a_hole_holds_the_whole_package_back(scribe: Scribe) -> None:
    other = Scribe("b")
    other.write("visit", "v1", {"demand": "x"})
    plan = _stage(_opened((other, 1, 1), (scribe, 3, 6)), _ledger())
    assert plan.outcome is Outcome.WAITING
    assert plan.missing == [("a" * 32, 1, 2)]


def test_ranges_of_one_replica_may_join_one_another(scribe: Scribe) -> None:
    plan = _stage(_opened((scribe, 4, 6), (scribe, 1, 3)), _ledger())
    assert plan.outcome is Outcome.ACCEPTED
    holed = _stage(_opened((scribe, 1, 2), (scribe, 4, 6)), _ledger())
    assert holed.outcome is Outcome.WAITING
    assert holed.missing == [("a" * 32, 3, 3)]


def test_what_came_singly_fills_part_of_a_hole(scribe: Scribe) -> None:
    held = [*scribe.entries[:1], *scribe.entries[2:4]]
    plan = _stage(_opened((scribe, 6, 6)), _ledger(*held))
    assert plan.outcome is Outcome.WAITING
    assert plan.missing == [("a" * 32, 2, 2), ("a" * 32, 5, 5)]
    joined = _stage(_opened((scribe, 2, 2), (scribe, 5, 6)), _ledger(*held))
    assert joined.outcome is Outcome.ACCEPTED


def test_fork_over_what_is_held(scribe: Scribe) -> None:
    other = scribe.branch()
    scribe.write("person", "p1", {"note": "这边"})
    other.write("person", "p1", {"note": "那边"})
    plan = _stage(_opened((other, 1, 7)), _ledger(*scribe.entries))
    assert plan.outcome is Outcome.FORKED
    assert plan.forks == [("a" * 32, 7)]
    assert plan.new == other.entries[6:]


def test_fork_seen_in_front_of_a_range(scribe: Scribe) -> None:
    other = scribe.branch()
    scribe.write("person", "p1", {"note": "这边"})
    other.write("person", "p1", {"note": "那边"})
    other.write("person", "p1", {"note": "那边又"})
    plan = _stage(_opened((other, 8, 8)), _ledger(*scribe.entries))
    assert plan.outcome is Outcome.FORKED
    assert plan.forks == [("a" * 32, 7)]


def test_fork_inside_one_package(scribe: Scribe) -> None:
    other = scribe.branch()
    scribe.write("person", "p1", {"note": "这边"})
    other.write("person", "p1", {"note": "那边"})
    ledger = _ledger()
    plan = _stage(_opened((scribe, 1, 7), (other, 7, 7)), ledger)
    assert plan.outcome is Outcome.FORKED
    assert plan.forks == [("a" * 32, 7)]
    assert ledger.merge(plan.new).forks == plan.forks


def test_clock_24_hours_ahead_is_fine_and_a_minute_more_is_not() -> None:
    for minutes, wanted in ((0, Outcome.ACCEPTED), (1, Outcome.CLOCK_DOUBTFUL)):
        begin = NOW + timedelta(hours=24, minutes=minutes)
        scribe = Scribe("a", begin)
        scribe.write("person", "p1", {"note": "x"}, later=timedelta(0))
        plan = _stage(_opened((scribe, 1, 1)), _ledger())
        assert plan.outcome is wanted


def test_doubtful_entries_are_named_in_spans() -> None:
    scribe = Scribe("a")
    for days in (0, 30, 0, -29, 40):
        scribe.write("person", "p1", {"note": "x"}, later=timedelta(days=days))
    plan = _stage(_opened((scribe, 1, 5)), _ledger())
    assert plan.doubtful == [("a" * 32, 2, 3), ("a" * 32, 5, 5)]
    assert plan.outcome is Outcome.CLOCK_DOUBTFUL


def test_an_office_with_a_slow_clock_believes_its_journal() -> None:
    known, later = Scribe("a", NOW + timedelta(days=20)), Scribe("b", NOW + timedelta(days=20))
    known.write("person", "p1", {"note": "x"})
    later.write("person", "p2", {"note": "x"})
    plan = _stage(_opened((later, 1, 1)), _ledger(*known.entries))
    assert plan.outcome is Outcome.ACCEPTED


def test_singles_beside_the_ranges_are_counted(scribe: Scribe) -> None:
    office = Scribe("e")
    office.write("person", "p1", {"note": "x"})
    office.write("verification", "k1", {"result": "1"})
    plan = _stage(_opened((scribe, 1, 6), extra=office.entries[1:]), _ledger())
    assert plan.outcome is Outcome.ACCEPTED
    assert plan.counts == {"person": 3, "verification": 1}


def test_the_journal_is_asked_as_often_for_many_entries_as_for_few() -> None:
    connection, ledger = memory_ledger()
    asked: list[str] = []
    counts: list[int] = []
    for letter, entries in (("a", 2), ("b", 40)):
        scribe = Scribe(letter)
        for number in range(entries):
            scribe.write("person", f"p{number}", {"note": f"第{number}次"})
        ledger.merge(scribe.entries[: entries // 2])
        opened = _opened((scribe, 1, entries))
        connection.set_trace_callback(asked.append)
        plan = stage(opened, ledger.journal, NOW)
        connection.set_trace_callback(None)
        assert (plan.known, plan.new) == (entries // 2, scribe.entries[entries // 2 :])
        counts.append(len(asked))
        asked.clear()
    assert counts[0] == counts[1]


@pytest.fixture(scope="module")
def post() -> list[Opened]:
    """Packages of one station, overlapping, joining and beyond one another."""
    made = Scribe("a")
    for number in range(8):
        made.write("person", f"p{number % 2}", {"note": f"{number}"})
    return [_opened((made, *part)) for part in ((1, 2), (1, 4), (3, 6), (5, 8))]


@settings(max_examples=25)
@given(st.lists(st.integers(0, 3), max_size=6), st.permutations(range(4)))
def test_packages_in_any_order_end_in_the_same(
    post: list[Opened], early: list[int], order: list[int]
) -> None:
    ledger = _ledger()
    for number in [*early, *order, *range(4)]:
        opened = post[number]
        plan = _stage(opened, ledger)
        assert plan.outcome in (Outcome.ACCEPTED, Outcome.ALREADY_IN, Outcome.WAITING)
        if plan.outcome.applies:
            ledger.merge(plan.new)
    assert sorted(e.seq for e in ledger.journal.all()) == list(range(1, 9))
