from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.model.entry import Entry, Value
from mengzhan.package import manifest as mf
from mengzhan.package.device import device_keys, known_replicas, office_of
from mengzhan.package.devicekey import DeviceKeys, verify_voucher
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.packing import Packed
from mengzhan.package.receiving import add_peer, read_handover, read_package
from mengzhan.package.sending import (
    NothingToSend,
    build_handover,
    build_report,
    build_share,
    file_name,
    outgoing,
    remember_sent,
)
from mengzhan.rules.closing import close_month, standing
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.store.exchange import ReceivedVerdict
from mengzhan.store.journal import Head
from mengzhan.store.operators import operator_names
from mengzhan.store.session import Place
from tests import people
from tests.package.laptops import PaperOffice, entries_of, laptop, live, public_of
from tests.package.scribe import OFFICE, Scribe
from tests.store.conftest import Station


@pytest.fixture
def office() -> PaperOffice:
    return PaperOffice()


def _laptop(root: Path, office: PaperOffice) -> Iterator[Station]:
    made = laptop(root, office.clock)
    office.enrol(made)
    yield made
    made.session.close()


@pytest.fixture
def station(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    yield from _laptop(tmp_path / "one", office)


@pytest.fixture
def second(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    yield from _laptop(tmp_path / "two", office)


def _sent(station: Station) -> Packed:
    packed = build_report(station.session)
    remember_sent(station.session, packed, file_name(packed))
    return packed


def _refusal(station: Station, data: bytes) -> tuple[Outcome, str]:
    before, exchange = entries_of(station), _memory(station)
    with pytest.raises(PackageRefused) as caught:
        read_package(station.session, data)
    assert entries_of(station) == before
    assert _memory(station) == exchange
    return caught.value.outcome, caught.value.detail


def _memory(station: Station) -> tuple[object, ...]:
    exchange = station.session.exchange()
    return (
        exchange.held(OFFICE.code),
        exchange.receipts(),
        exchange.verdicts(),
        exchange.sent(),
        known_replicas(station.session),
    )


# Receipts -----------------------------------------------------------------------------------


def test_a_receipt_is_read(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    packed = _sent(station)
    read = read_package(station.session, office.answer(station, packed.data, 1).data)
    assert (read.outcome, read.kind, read.number) == (Outcome.ACCEPTED, "receipt", 1)
    exchange = station.session.exchange()
    (head,) = exchange.held(OFFICE.code)[station.session.replica]
    assert head.seq == 1
    assert exchange.last_receipt() == 1
    assert exchange.sent()[0].receipt == 1


def test_a_receipt_before_any_report(station: Station, office: PaperOffice) -> None:
    broadcast = Scribe("e")
    broadcast.write("policy", "y1", {"title": "一次性扩岗补助"})
    data = office.receipt(station, 1, {}, entries=broadcast.entries).data
    read = read_package(station.session, data)
    assert (read.outcome, read.new_entries) == (Outcome.ACCEPTED, 1)
    assert live(station, "policy")["y1"]["title"] == "一次性扩岗补助"
    station.add("person", people.person_values(1))
    assert [s.first for s in outgoing(station.session).ranges] == [1]


def test_an_older_number_changes_nothing(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    first = _sent(station)
    old = office.answer(station, first.data, 1)
    station.add("person", people.person_values(2))
    new = office.answer(station, _sent(station).data, 2)
    read_package(station.session, new.data)
    before = _memory(station)
    for data in (old.data, new.data):
        read = read_package(station.session, data)
        assert (read.outcome, read.new_entries) == (Outcome.ALREADY_IN, 0)
        assert read.verdicts == ()
        assert _memory(station) == before


def test_a_lower_position_makes_the_station_send_again(
    station: Station, office: PaperOffice
) -> None:
    for number in range(4):
        station.add("person", people.person_values(number))
    replica = station.session.replica
    read_package(station.session, office.answer(station, _sent(station).data, 1).data)
    with pytest.raises(NothingToSend):
        build_report(station.session)
    entry = list(entries_of(station).values())[1]
    read_package(station.session, office.receipt(station, 2, {replica: Head(2, entry.hash)}).data)
    assert [(s.first, s.last) for s in outgoing(station.session).ranges] == [(3, 4)]
    read_package(station.session, office.receipt(station, 3, {}).data)
    assert [(s.first, s.last) for s in outgoing(station.session).ranges] == [(1, 4)]


def test_a_lost_receipt_costs_nothing(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    office.answer(station, _sent(station).data, 1)
    again = _sent(station)
    assert office.stage(again.data).outcome is Outcome.ALREADY_IN
    read = read_package(station.session, office.answer(station, again.data, 2).data)
    assert read.number == 2
    with pytest.raises(NothingToSend):
        build_report(station.session)


def test_a_receipt_brings_what_the_station_lacks(
    station: Station, second: Station, office: PaperOffice
) -> None:
    """The other laptop's work and the office's decisions, singly, with explicit ``prev``."""
    for number in range(3):
        second.add("person", people.person_values(number))
    office.take(build_report(second.session).data)
    theirs = list(entries_of(second).values())
    decision = Scribe("e")
    decision.write("person", theirs[2].record, {"phone": people.phone(77)}, seen=[theirs[2]])
    singles = [theirs[2], theirs[0], *decision.entries]
    read = read_package(station.session, office.receipt(station, 1, {}, entries=singles).data)
    assert (read.outcome, read.new_entries) == (Outcome.ACCEPTED, 3)
    assert station.value(theirs[2].record, "phone") == people.phone(77)
    assert set(live(station, "person")) == {theirs[0].record, theirs[2].record}
    station.reopen()
    assert set(live(station, "person")) == {theirs[0].record, theirs[2].record}


def test_what_the_office_erased_is_gone(station: Station, office: PaperOffice) -> None:
    person = station.add("person", people.person_values(1))
    last = list(entries_of(station).values())[-1]
    decision = Scribe("e")
    decision.write("person", person, {"sex": "1"}, op="erase", seen=[last])
    read_package(station.session, office.receipt(station, 1, {}, entries=decision.entries).data)
    assert station.state(person).erased
    assert people.name(1) not in str(entries_of(station))


def test_own_past_comes_back_from_the_office(
    station: Station, second: Station, office: PaperOffice
) -> None:
    """``second`` plays the laptop restored from an empty backup: the office is the last backup."""
    person = station.add("person", people.person_values(1))
    packed = _sent(station)
    held = office.held(office.take(packed.data).opened)
    entries = list(office.journal.all())
    read = read_package(second.session, office.receipt(second, 1, held, entries=entries).data)
    assert read.new_entries == 1
    assert second.value(person, "name") == people.name(1)
    assert known_replicas(second.session) == [station.session.replica, second.session.replica]
    with pytest.raises(NothingToSend):
        build_report(second.session)


VERDICTS: list[dict[str, Value]] = [
    {"record": "p1", "kind": "person", "verdict": "accepted"},
    {
        "record": "p2",
        "kind": "person",
        "field": "phone",
        "verdict": "fix",
        "reason": "phone_wrong",
        "suggestion": people.phone(5),
    },
    {"record": "p3", "kind": "person", "verdict": "elsewhere", "reason": "held_elsewhere"},
]


def test_three_lists(station: Station, office: PaperOffice) -> None:
    read = read_package(station.session, office.receipt(station, 1, {}, verdicts=VERDICTS).data)
    assert [v.verdict for v in read.verdicts] == ["accepted", "fix", "elsewhere"]
    exchange = station.session.exchange()
    assert exchange.verdicts("fix") == [
        ReceivedVerdict("p2", "person", "phone", "fix", "phone_wrong", people.phone(5), 1)
    ]
    assert [v.record for v in exchange.verdicts("accepted")] == ["p1"]
    assert [v.record for v in exchange.verdicts("elsewhere")] == ["p3"]
    assert exchange.receipts()[0]["counts"] == {"accepted": 1, "fix": 1, "elsewhere": 1}


def test_a_later_acceptance_settles(station: Station, office: PaperOffice) -> None:
    read_package(station.session, office.receipt(station, 1, {}, verdicts=VERDICTS).data)
    better: list[dict[str, Value]] = [{"record": "p2", "kind": "person", "verdict": "accepted"}]
    read_package(station.session, office.receipt(station, 2, {}, verdicts=better).data)
    assert station.session.exchange().verdicts("fix") == []


def test_refused_receipts(station: Station, second: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    assert _refusal(station, office.receipt(second, 1, {}).data) == (
        Outcome.CANNOT_OPEN,
        "age_refused",
    )
    other = public_of(second).device_id
    assert _refusal(station, office.receipt(station, 1, {}, to_device=other).data) == (
        Outcome.CANNOT_OPEN,
        "other_device",
    )
    assert _refusal(station, PaperOffice().receipt(station, 1, {}).data) == (
        Outcome.UNKNOWN_STATION,
        "device_unknown",
    )
    place = mf.Place(code="150199", name="别处")
    assert _refusal(station, office.receipt(station, 1, {}, station=place).data) == (
        Outcome.CANNOT_OPEN,
        "other_station",
    )
    assert _refusal(station, office.receipt(station, 1, {}, receipt=None).data) == (
        Outcome.DAMAGED,
        "manifest_unreadable",
    )


def test_only_the_office_writes_receipts(station: Station, second: Station) -> None:
    add_peer(station.session, public_of(second))
    pretender = PaperOffice(device_keys(second.session))
    assert _refusal(station, pretender.receipt(station, 1, {}).data) == (
        Outcome.UNKNOWN_STATION,
        "device_unknown",
    )


def test_the_office_does_not_share(station: Station, office: PaperOffice) -> None:
    data = office.receipt(station, 1, {}, kind=mf.SHARE, receipt=None).data
    assert _refusal(station, data) == (Outcome.UNKNOWN_STATION, "device_unknown")


def test_fields_and_kinds_of_a_later_version_are_kept(
    station: Station, office: PaperOffice
) -> None:
    decision = Scribe("e")
    decision.write("person", "p1", {"name": "乌云", "later_field": ["甲"], "sex": "99"})
    decision.write("later_kind", "x1", {"anything": {"deep": [1, None]}})  # type: ignore[dict-item]
    read = read_package(
        station.session, office.receipt(station, 1, {}, entries=decision.entries).data
    )
    assert read.new_entries == 2
    assert station.value("p1", "later_field") == ["甲"]
    assert station.value("p1", "sex") == "99"
    assert str(station.value("x1", "anything")) == "{'deep': [1, None]}"
    station.reopen()
    assert str(station.value("x1", "anything")) == "{'deep': [1, None]}"


# Two laptops --------------------------------------------------------------------------------


def _share(giver: Station, taker: Station) -> bytes:
    return build_share(giver.session, public_of(taker)).data


def _acquaint(one: Station, two: Station) -> None:
    add_peer(one.session, public_of(two))
    add_peer(two.session, public_of(one))


def test_two_laptops_share(station: Station, second: Station, office: PaperOffice) -> None:
    _acquaint(station, second)
    person = station.add("person", people.person_values(1))
    read = read_package(second.session, _share(station, second))
    assert (read.outcome, read.kind, read.new_entries) == (Outcome.ACCEPTED, "share", 1)
    second.run(edit(person, {"phone": people.phone(8)}))
    assert read_package(station.session, _share(second, station)).new_entries == 1
    assert station.value(person, "phone") == people.phone(8)
    assert live(station, "person") == live(second, "person")
    both = {station.session.replica, second.session.replica}
    assert set(known_replicas(station.session)) == set(known_replicas(second.session)) == both
    spans = build_report(station.session).manifest.ranges
    assert {span.replica for span in spans} == both


def test_names_of_operators_go_from_laptop_to_laptop_and_up(
    station: Station, second: Station, office: PaperOffice
) -> None:
    who = second.session.operator
    _acquaint(station, second)
    second.add("person", people.person_values(1))
    read_package(station.session, _share(second, station))
    assert operator_names(station.session)[who.id] == who.name
    told = build_report(station.session).manifest.operators
    assert told == {who.id: who.name, station.session.operator.id: station.session.operator.name}


def test_two_laptops_that_closed_the_same_month_agree_on_one_closing(
    station: Station, second: Station
) -> None:
    _acquaint(station, second)
    who = station.add("person", people.person_values(1))
    station.add("follow_up", people.follow_up_values(who, day="2026-11-12"))
    read_package(second.session, _share(station, second))
    second.add("follow_up", people.follow_up_values(who, day="2026-11-13"))
    for each in (station, second):
        each.run(close_month("2026-11"))
    read_package(second.session, _share(station, second))
    read_package(station.session, _share(second, station))
    found = [standing(each.session.read(), "2026-11") for each in (station, second)]
    assert found[0].close == found[1].close
    assert [[one.record for one in stands.former] for stands in found] == [
        [former.record for former in found[0].former]
    ] * 2
    assert len(found[0].former) == 1


def test_a_share_again_changes_nothing(station: Station, second: Station) -> None:
    _acquaint(station, second)
    station.add("person", people.person_values(1))
    data = _share(station, second)
    read_package(second.session, data)
    read = read_package(second.session, data)
    assert (read.outcome, read.new_entries) == (Outcome.ALREADY_IN, 0)


def test_a_stranger_does_not_share(station: Station, second: Station) -> None:
    station.add("person", people.person_values(1))
    assert _refusal(second, _share(station, second)) == (
        Outcome.UNKNOWN_STATION,
        "device_unknown",
    )


def test_a_peer_of_another_station_does_not_share(station: Station, second: Station) -> None:
    _acquaint(station, second)
    second.add("person", people.person_values(1))
    second.session.set_setting("place", {"code": "150199", "name": "别处"})
    assert _refusal(station, _share(second, station)) == (Outcome.CANNOT_OPEN, "other_station")


def test_a_report_is_no_handover_and_a_handover_no_share(station: Station, second: Station) -> None:
    _acquaint(station, second)
    station.add("person", people.person_values(1))
    handover = build_handover(station.session, public_of(second))
    assert _refusal(second, handover.data) == (Outcome.CANNOT_OPEN, "kind_unexpected")
    with pytest.raises(PackageRefused) as caught:
        read_handover(_share(station, second), second.session, public_of(station))
    assert caught.value.detail == "kind_unexpected"


def test_concurrent_edits_wait_for_a_person(station: Station, second: Station) -> None:
    _acquaint(station, second)
    person = station.add("person", people.person_values(1))
    read_package(second.session, _share(station, second))
    station.run(edit(person, {"phone": people.phone(7)}))
    second.run(edit(person, {"phone": people.phone(8)}))
    read_package(second.session, _share(station, second))
    read_package(station.session, _share(second, station))
    wanted = [("person", person, "phone")]
    assert station.session.read().conflicts() == second.session.read().conflicts() == wanted


def test_an_erasure_at_one_laptop_reaches_the_other(station: Station, second: Station) -> None:
    _acquaint(station, second)
    person = station.add("person", people.person_values(1))
    old = _share(station, second)
    read_package(second.session, old)
    station.run(erase(person))
    read_package(second.session, _share(station, second))
    assert second.state(person).erased
    assert people.name(1) not in str(entries_of(second))
    assert read_package(second.session, old).outcome is Outcome.ALREADY_IN
    assert second.state(person).erased


def test_an_old_share_brings_nothing_of_an_erased_person_back(
    station: Station, second: Station
) -> None:
    _acquaint(station, second)
    person = station.add("person", people.person_values(1))
    old = _share(station, second)
    station.run(erase(person))
    read_package(second.session, _share(station, second))
    read_package(second.session, old)
    assert people.name(1) not in str(entries_of(second))
    assert live(second, "person") == {}


def test_a_copied_folder_shows_as_a_fork(station: Station, second: Station) -> None:
    _acquaint(station, second)
    station.add("person", people.person_values(1))
    read_package(second.session, _share(station, second))
    shared = station.session.replica
    second.session.set_setting("replica", shared)
    second.session.replica = shared
    here = station.add("person", people.person_values(2))
    there = second.add("person", people.person_values(3))
    read = read_package(station.session, _share(second, station))
    assert read.outcome is Outcome.FORKED
    assert {here, there} <= set(live(station, "person"))
    assert station.session.replica != shared
    onwards = station.add("person", people.person_values(4))
    back = read_package(second.session, _share(station, second))
    assert back.outcome is Outcome.FORKED
    assert onwards in live(second, "person")
    assert live(second, "person") == live(station, "person")
    assert second.session.replica not in (shared, station.session.replica)


def test_a_share_from_a_fast_clock(station: Station, second: Station, office: PaperOffice) -> None:
    _acquaint(station, second)
    office.clock.move(days=3)
    station.add("person", people.person_values(1))
    data = _share(station, second)
    office.clock.move(days=-3)
    read = read_package(second.session, data)
    assert (read.outcome, read.new_entries) == (Outcome.CLOCK_DOUBTFUL, 1)


# A new laptop -------------------------------------------------------------------------------


@pytest.fixture
def fresh(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    """A laptop on which a station was just set up, not enrolled."""
    made = laptop(tmp_path / "new", office.clock)
    made.session.set_setting("place", {"code": "", "name": ""})
    yield made
    made.session.close()


def _everything(station: Station) -> dict[str, Entry]:
    return entries_of(station)


def test_a_station_moves_to_a_new_laptop(
    station: Station, second: Station, fresh: Station, office: PaperOffice
) -> None:
    _acquaint(station, second)
    person = station.add("person", people.person_values(1))
    second.add("person", people.person_values(2))
    read_package(station.session, _share(second, station))
    decision = Scribe("e")
    decision.write("policy", "y1", {"title": "一次性扩岗补助"})
    packed = _sent(station)
    answer = office.answer(station, packed.data, 1, entries=decision.entries)
    read_package(station.session, answer.data)
    station.add("follow_up", people.follow_up_values(person))

    old = public_of(station)
    handover = build_handover(station.session, public_of(fresh))
    read = read_handover(handover.data, fresh.session, old)
    assert (read.outcome, read.kind) == (Outcome.ACCEPTED, "handover")
    assert _everything(fresh) == _everything(station)
    for kind in ("person", "follow_up", "policy"):
        assert live(fresh, kind) == live(station, kind)
    assert fresh.session.place == Place(station.session.place.code, "公主府社区就业服务站")
    assert office_of(fresh.session).public == office.keys.public
    assert fresh.session.replica not in (station.session.replica, second.session.replica)
    assert device_keys(fresh.session) != device_keys(station.session)

    fresh.add("person", people.person_values(3))
    report = build_report(fresh.session)
    assert verify_voucher(report.manifest.voucher, old) == public_of(fresh)
    assert {s.replica for s in report.manifest.ranges} == {
        station.session.replica,
        second.session.replica,
        fresh.session.replica,
    }
    assert office.take(report.data).outcome is Outcome.ACCEPTED


def test_a_handover_from_somebody_else(station: Station, fresh: Station) -> None:
    station.add("person", people.person_values(1))
    handover = build_handover(station.session, public_of(fresh))
    with pytest.raises(PackageRefused) as caught:
        read_handover(handover.data, fresh.session, DeviceKeys.generate().public)
    assert caught.value.outcome is Outcome.UNKNOWN_STATION
    assert _everything(fresh) == {}
    assert fresh.session.setting("office") is None


def test_a_handover_for_another_laptop(station: Station, second: Station, fresh: Station) -> None:
    station.add("person", people.person_values(1))
    handover = build_handover(station.session, public_of(second))
    with pytest.raises(PackageRefused) as caught:
        read_handover(handover.data, fresh.session, public_of(station))
    assert caught.value.outcome is Outcome.CANNOT_OPEN
    assert _everything(fresh) == {}


def test_a_handover_read_twice(station: Station, fresh: Station) -> None:
    station.add("person", people.person_values(1))
    handover = build_handover(station.session, public_of(fresh))
    read_handover(handover.data, fresh.session, public_of(station))
    before = _everything(fresh)
    read = read_handover(handover.data, fresh.session, public_of(station))
    assert read.new_entries == 0
    assert _everything(fresh) == before
