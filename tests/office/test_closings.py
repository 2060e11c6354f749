"""An office checks closings against its own copy of the journal."""

import json
from datetime import date

import pytest

from mengzhan.model.entry import Values
from mengzhan.office.closings import ClosingCheck, Closings, Finding
from mengzhan.package.sending import build_report
from mengzhan.rules.anomalies import anomalies, explain
from mengzhan.rules.closing import Close, close_month, closings
from mengzhan.rules.closing.record import from_values
from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import Period
from mengzhan.rules.operations import edit, move, remove
from mengzhan.rules.reader import Change, Positions
from mengzhan.rules.undo import undo
from tests.office.world import FIRST, SECOND, Laptop, World
from tests.people import phone
from tests.rules.closing.month import MONTH, follow_up, person


@pytest.fixture
def calls(first: Laptop) -> list[str]:
    """Twelve follow-ups of four people in the month."""
    people = [first.add("person", person(number)) for number in range(4)]
    return [
        first.add("follow_up", follow_up(one, f"2026-11-{day:02d}"))
        for one in people
        for day in (6, 12, 18)
    ]


def close(laptop: Laptop, reason: str = "") -> str:
    ((_, record),) = laptop.session.run(close_month(MONTH, reason), "close month_close").records
    return record


def closed(laptop: Laptop) -> Close:
    return closings(laptop.session.read(), MONTH)[-1]


def write(laptop: Laptop, kind: str, record: str, values: Values) -> None:
    """Make an entry by hand, as no screen and no operation would."""
    laptop.session.run(lambda _reader, _desk: [Change(kind, record, values)], f"edit {kind}")


def check(world: World, station: str = FIRST.code) -> ClosingCheck:
    return Closings(world.office).check(station, MONTH)


def raised(closing: Close, code: str, by: int) -> str:
    """Return the figures of a closing as text, one of them higher."""
    said = closing.figures[code]
    return json.dumps({**closing.figures, code: (said.above + by, *said[1:])})


def test_a_true_closing_agrees(world: World, first: Laptop, calls: list[str]) -> None:
    close(first)
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.AGREES
    assert found.close == closed(first)
    assert (found.arrived, found.due, found.late) == ("2026-11-23", date(2026, 12, 7), False)
    assert (found.deeds, found.anomalies) == ([], [])
    assert Closings(world.office).months(FIRST.code) == [MONTH]


def test_other_stations_and_the_office_itself_disturb_nothing(
    world: World, first: Laptop, second: Laptop, calls: list[str]
) -> None:
    someone = second.add_person(50)
    second.add("follow_up", follow_up(someone))
    world.exchange(second)
    world.seat.session.run(edit(someone, {"note": "上级写的"}), "edit person")
    world.exchange(first, second)
    close(first)
    world.seat.session.run(move(someone, FIRST.code), "move person")
    world.exchange(first)
    found = check(world)
    assert (found.finding, found.disagreements) == (Finding.CORRECTED, [])
    assert {c.indicator.code for c in found.corrections} == {"M26", "M30"}
    (change,) = found.corrections[0].changes
    assert (change.way, change.evidence.record) == ("came", someone)
    assert change.entries[-1].words == "move person"
    assert check(world, SECOND.code).finding is Finding.OPEN


def test_a_person_handed_over_before_the_closing_counts_there(
    world: World, first: Laptop, second: Laptop
) -> None:
    someone = second.add("person", person(50))
    second.add("follow_up", follow_up(someone))
    first.add("person", person(51))
    world.exchange(first, second)
    second.session.run(move(someone, FIRST.code), "move person")
    world.exchange(second, first)
    world.answer(first)
    assert first.has(someone)
    first.add("follow_up", follow_up(someone, "2026-11-20"))
    close(first)
    close(second)
    world.exchange(first, second)
    assert {*closed(first).positions.ends} > {first.session.replica}
    assert closed(first).figures["M13"].above == 1
    assert closed(second).figures["M13"].above == 1
    for station in (FIRST.code, SECOND.code):
        assert check(world, station).finding is Finding.AGREES


def test_a_figure_doctored_afterwards_is_named_with_who_did_it(
    world: World, first: Laptop, calls: list[str]
) -> None:
    record = close(first)
    write(first, "month_close", record, {"figures": raised(closed(first), "M13", 1)})
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.DIFFERS
    (wrong,) = found.disagreements
    assert wrong.said is not None
    assert (wrong.indicator.code, wrong.said.above, wrong.found.above) == ("M13", 13, 12)
    (deed,) = found.deeds
    assert (deed.what, deed.record, deed.fields) == ("changed", record, ("figures",))
    assert (deed.entry.actor, deed.entry.replica) == (
        first.session.operator.id,
        first.session.replica,
    )
    assert deed.entry.wall.startswith("2026-11-23")


def test_a_closing_written_by_hand_is_found_by_counting(
    world: World, first: Laptop, calls: list[str]
) -> None:
    close(first)
    honest = first.session.read().state(closed(first).record)
    assert honest is not None
    first.session.run(remove(honest.record), "remove month_close")
    values = honest.values | {"figures": raised(closings_before(first), "M13", 1), "deleted": None}
    write(first, "month_close", first.session.new_id(), values)
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.DIFFERS
    assert [d.indicator.code for d in found.disagreements] == ["M13"]
    assert found.moved
    assert [deed.what for deed in found.deeds] == ["taken_back"]


def closings_before(laptop: Laptop) -> Close:
    """Return the last closing, also one that was taken away."""
    reader = laptop.session.read()
    query = "SELECT id FROM record_month_close ORDER BY created DESC LIMIT 1"
    (record,) = reader.connection.execute(query).fetchone()
    state = reader.state(record)
    assert state is not None
    found = from_values(record, state.values)
    assert found is not None
    return found


def test_evidence_deleted_since_is_named_with_who_did_it(
    world: World, first: Laptop, calls: list[str]
) -> None:
    close(first)
    world.clock.move(days=3)
    first.session.run(remove(calls[0]), "remove follow_up")
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.CORRECTED
    by_code = {one.indicator.code: one for one in found.corrections}
    assert (by_code["M13"].before.above, by_code["M13"].now.above) == (12, 11)
    (change,) = by_code["M13"].changes
    assert (change.way, change.evidence.record) == ("went", calls[0])
    (entry,) = change.entries
    assert (entry.words, entry.actor) == ("remove follow_up", first.session.operator.id)
    assert entry.wall.startswith("2026-11-26")


def test_evidence_deleted_before_and_still_counted_is_found(
    world: World, first: Laptop, calls: list[str]
) -> None:
    """The closing claims a place in the journal before the deletion."""
    close(first)
    former = closed(first)
    first.session.run(undo(first.session.read().actions(1)[0]["action"]), "undo")
    first.session.run(remove(calls[0]), "remove follow_up")
    close(first)
    honest = closed(first)
    told = {"figures": raised(former, "M13", 0), "positions": positions_of(former)}
    write(first, "month_close", honest.record, told)
    world.deliver(first)
    found = check(world)
    assert (found.finding, found.moved) == (Finding.DIFFERS, True)
    assert [deed.what for deed in found.deeds] == ["taken_back", "changed"]


def positions_of(closing: Close) -> str:
    return json.dumps(vars(closing.positions))


def test_entries_that_never_came_are_named(world: World, first: Laptop, calls: list[str]) -> None:
    world.deliver(first)
    world.answer(first)
    first.add("follow_up", follow_up(first.add("person", person(9))))
    first.add("follow_up", follow_up(first.add("person", person(10))))
    close(first)
    last = first.session.read().journal.head(first.session.replica).seq
    world.inbox.receive(first.report_part(last))
    assert check(world).finding is Finding.OPEN
    claimed = Positions({first.session.replica: (last + 5, "0" * 64)})
    told = {"positions": positions_of(Close(**{**vars(closed(first)), "positions": claimed}))}
    write(first, "month_close", closed(first).record, told)
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.MISSING
    assert found.missing == [(first.session.replica, last + 2, last + 5)]


def test_a_closing_taken_back_or_replaced_is_named(
    world: World, first: Laptop, calls: list[str]
) -> None:
    one = close(first)
    first.session.run(remove(calls[0]), "remove follow_up")
    two = close(first, "重复录入了一次")
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.AGREES
    assert found.close is not None
    assert (found.close.record, found.close.former) == (two, one)
    (deed,) = found.deeds
    assert (deed.what, deed.record, deed.reason) == ("replaced", one, "重复录入了一次")
    action = first.session.read().journal.of_record(two)[0].action
    first.session.run(undo(action), "undo")
    world.deliver(first)
    found = check(world)
    assert found.close is not None
    assert (found.close.record, found.finding) == (one, Finding.CORRECTED)
    assert [deed.what for deed in found.deeds] == ["replaced", "taken_back"]


def test_who_erased_somebody_since_is_not_accused_of_a_doctored_figure(
    world: World, first: Laptop
) -> None:
    someone = first.add("person", person(1))
    first.add("follow_up", follow_up(someone, "2026-11-06"))
    first.edit(someone, employment_status="2", status_on="2026-11-10")
    close(first)
    assert closed(first).figures["M28"].above == 1
    first.session.run(remove(someone), "remove person")
    first.session.run(erase(someone), "erase person")
    world.deliver(first)
    found = check(world)
    assert found.finding is Finding.FORGOTTEN
    assert "M28" in [one.indicator.code for one in found.disagreements]
    assert [entry.record for entry in found.erased] == [someone]
    assert found.erased[0].actor == first.session.operator.id


def test_who_closes_late_and_who_has_not_closed(
    world: World, first: Laptop, second: Laptop, calls: list[str]
) -> None:
    world.clock.move(days=14)
    assert [(one.finding, one.late) for one in Closings(world.office).all(MONTH)] == [
        (Finding.OPEN, False),
        (Finding.OPEN, False),
    ]
    world.clock.move(days=1)
    close(first)
    world.deliver(first)
    found = Closings(world.office).all(MONTH)
    assert [(one.station, one.finding, one.late) for one in found] == [
        (FIRST.code, Finding.AGREES, True),
        (SECOND.code, Finding.OPEN, True),
    ]
    assert not Closings(world.office, 6).check(FIRST.code, MONTH).late


def test_explanations_travel_and_what_was_not_explained_is_seen(
    world: World, first: Laptop
) -> None:
    for number in range(5):
        first.add("person", person(number, phone=phone(1)))
    close(first)
    world.deliver(first)
    assert [one.rule for one in check(world).anomalies] == ["A01"]
    (odd,) = anomalies(first.session.read(), Period.parse(MONTH))
    first.session.run(explain(odd, "嘎查长代接"), "add explanation")
    world.deliver(first)
    assert check(world).anomalies == []


def test_a_closing_nobody_can_read_is_said(world: World, first: Laptop, calls: list[str]) -> None:
    record = close(first)
    write(first, "month_close", record, {"figures": "{}x"})
    world.deliver(first)
    assert check(world).finding is Finding.UNREADABLE


def test_the_package_tells_of_the_closing(world: World, first: Laptop, calls: list[str]) -> None:
    world.deliver(first)
    world.answer(first)
    close(first)
    packed = build_report(first.session)
    assert packed.manifest.counts == {"month_close": 1}
    assert packed.manifest.period == ["2026-11-23", "2026-11-23"]


@pytest.mark.parametrize("known", [True, False])
def test_who_closes_in_the_name_of_another_station_is_named_and_counts_as_nothing(
    world: World, first: Laptop, second: Laptop, calls: list[str], known: bool
) -> None:
    close(first)
    if known:
        world.deliver(first)
    honest = first.session.read().state(closed(first).record)
    assert honest is not None
    head = second.session.read().journal.head(second.session.replica)
    ends = {second.session.replica: [head.seq, head.hash]}
    values = {
        **honest.values,
        "station": FIRST.code,
        "positions": json.dumps({"ends": ends, "elsewhere": {}}),
    }
    forged = second.session.new_id()
    write(second, "month_close", forged, values)
    world.deliver(second)
    found = check(world)
    assert [(deed.what, deed.record) for deed in found.deeds] == [("foreign", forged)]
    assert Closings(world.office).months(FIRST.code) == ([MONTH] if known else [])
    if known:
        assert (found.finding, found.close) == (Finding.AGREES, closed(first))
    else:
        assert (found.finding, found.close) == (Finding.OPEN, None)
