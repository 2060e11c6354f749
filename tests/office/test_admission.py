"""Whose packages go in: handover, revoked and retired keys."""

from datetime import timedelta

import pytest

from mengzhan.model.entry import CLOCK_KIND, DOUBT, EXCERPT
from mengzhan.office.excerpts import replica_of
from mengzhan.office.overview import Overview
from mengzhan.office.reasons import BY_HAND
from mengzhan.office.roster import PINNED, RETIRED, REVOKED
from mengzhan.office.verdicts import Verdicts, give
from mengzhan.package.device import device_keys
from mengzhan.package.devicekey import DeviceKeys, is_same_key_code, key_code
from mengzhan.package.outcome import Outcome
from mengzhan.package.receiving import read_handover
from mengzhan.package.sending import build_handover
from mengzhan.rules.operations import move, remove
from mengzhan.rules.reader import Change
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.rules.undo import plan_undo
from mengzhan.store.journal import Head
from mengzhan.store.session import Place
from tests.office.world import FIRST, SECOND, Laptop, World, new_laptop

THIRD = Place("150102001003", "北街社区就业服务站")
REASON = next(iter(BY_HAND))


@pytest.fixture
def heir(world: World, first: Laptop) -> Laptop:
    """A new laptop that took over the first station."""
    first.add_person(1)
    world.exchange(first)
    first.add_person(2)
    made = new_laptop(world.root, "heir", FIRST, world.clock)
    data = build_handover(first.session, device_keys(made.session).public).data
    read_handover(data, made.session, first.public)
    return made


def test_a_handover_pins_the_new_laptop(world: World, first: Laptop, heir: Laptop) -> None:
    person = heir.add_person(3)
    received = world.deliver(heir)
    assert received.outcome is Outcome.ACCEPTED
    assert world.seat.has(person)
    states = {d.device_id: d.state for d in world.office.roster.devices(FIRST.code)}
    assert states == {first.public.device_id: RETIRED, heir.public.device_id: PINNED}
    assert world.answer(heir).outcome is Outcome.ACCEPTED
    heir.add_person(4)
    assert world.deliver(heir).outcome is Outcome.ACCEPTED
    heir.close()


def test_looking_pins_nobody(world: World, first: Laptop, heir: Laptop) -> None:
    heir.add_person(3)
    proposal = world.inbox.plan(heir.report())
    assert proposal.outcome is Outcome.ACCEPTED
    assert [d.device_id for d in world.office.roster.devices()] == [first.public.device_id]
    heir.close()


def test_a_stick_from_before_the_handover_still_counts(world: World, first: Laptop) -> None:
    before = first.add_person(1)
    data = first.report()
    heir = new_laptop(world.root, "heir", FIRST, world.clock)
    handover = build_handover(first.session, device_keys(heir.session).public)
    read_handover(handover.data, heir.session, first.public)
    heir.add_person(3)
    world.deliver(heir)
    assert world.office.device(first.public.device_id).until[first.session.replica].seq == 1
    assert world.inbox.receive(data).outcome is Outcome.ALREADY_IN
    assert world.seat.has(before)
    heir.close()


def test_what_the_old_laptop_does_afterwards_waits_until_it_is_pinned_again(
    world: World, first: Laptop, heir: Laptop
) -> None:
    heir.add_person(3)
    world.deliver(heir)
    late = first.add_person(5)
    received = world.deliver(first)
    assert received.outcome is Outcome.UNKNOWN_STATION
    assert is_same_key_code(received.key_code, key_code(first.public))
    assert not world.seat.has(late)
    (state,) = [s for s in Overview(world.office).stations("") if s.code == FIRST.code]
    assert state.retired == (first.public.device_id,)
    world.pin(first)
    (followed,) = world.inbox.advance(FIRST.code)
    assert followed.outcome is Outcome.ACCEPTED
    assert world.seat.has(late)
    heir.close()


def test_what_went_in_before_the_new_laptop_reported_counts(
    world: World, first: Laptop, heir: Laptop
) -> None:
    late = first.add_person(5)
    world.deliver(first)
    heir.add_person(3)
    world.deliver(heir)
    assert world.office.device(first.public.device_id).until[first.session.replica].seq == 3
    world.answer(heir)
    assert heir.has(late)
    heir.close()


@pytest.mark.parametrize("end", ["retire", "revoke"])
def test_only_a_key_in_use_can_vouch(world: World, first: Laptop, heir: Laptop, end: str) -> None:
    getattr(world.office, end)(first.public.device_id)
    heir.add_person(3)
    assert world.deliver(heir).outcome is Outcome.UNKNOWN_STATION
    heir.close()


def test_a_voucher_of_another_station_is_worth_nothing(
    world: World, first: Laptop, second: Laptop
) -> None:
    stranger = world.laptop("stranger", FIRST, pinned=False)
    voucher = device_keys(second.session).vouch(stranger.public, world.office.now())
    stranger.session.set_setting("voucher", voucher)
    stranger.add_person(1)
    assert world.deliver(stranger).outcome is Outcome.UNKNOWN_STATION
    stranger.close()


def test_a_forged_voucher_is_worth_nothing(world: World, first: Laptop) -> None:
    stranger = world.laptop("stranger", FIRST, pinned=False)
    voucher = DeviceKeys.generate().vouch(stranger.public, world.office.now())
    stranger.session.set_setting("voucher", voucher | {"device_id": first.public.device_id})
    stranger.add_person(1)
    assert world.deliver(stranger).outcome is Outcome.UNKNOWN_STATION
    stranger.close()


def test_a_revoked_key_counts_up_to_what_was_held(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    again = first.report()
    first.add_person(2)
    beyond = first.report()
    world.office.revoke(first.public.device_id)
    assert world.office.device(first.public.device_id).state == REVOKED
    assert world.inbox.receive(again).outcome is Outcome.ALREADY_IN
    received = world.inbox.receive(beyond)
    assert (received.outcome, received.detail) == (Outcome.WRONG_SIGNATURE, "key_revoked")
    world.seat.session.read()
    assert world.office.held([first.session.replica])[first.session.replica].seq == 1


def test_a_revoked_key_counts_up_to_a_position_that_is_named(world: World, first: Laptop) -> None:
    first.add_person(1)
    first.add_person(2)
    good = first.report()
    first.add_person(3)
    stolen = first.report()
    head = first.session.read().journal.of_replica(first.session.replica, 2, 2)[0]
    until = {first.session.replica: Head(2, head.hash)}
    world.office.revoke(first.public.device_id, until)
    assert world.inbox.receive(stolen).detail == "key_revoked"
    assert world.inbox.receive(good).outcome is Outcome.ACCEPTED
    assert world.office.device(first.public.device_id).until == until


def test_another_branch_does_not_pass_for_the_position(world: World, first: Laptop) -> None:
    first.add_person(1)
    until = {first.session.replica: Head(1, "f" * 64)}
    world.office.revoke(first.public.device_id, until)
    assert world.deliver(first).detail == "key_revoked"


def test_a_pinned_key_with_another_address_is_refused(world: World, first: Laptop) -> None:
    keys = device_keys(first.session)
    changed = DeviceKeys(keys.signing_seed, DeviceKeys.generate().age_identity)
    import base64

    kept = base64.b64encode(changed.to_bytes()).decode()
    first.session.set_setting("device_keys", kept)
    first.add_person(1)
    received = world.deliver(first)
    assert (received.outcome, received.detail) == (Outcome.WRONG_SIGNATURE, "device_changed")


def test_a_pinned_device_of_a_closed_station_waits(world: World, second: Laptop) -> None:
    second.add_person(1)
    world.office.close_station(SECOND.code)
    assert world.deliver(second).outcome is Outcome.UNKNOWN_STATION


def test_nobody_erases_or_redacts_the_records_of_others(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    world.deliver(first)
    (entry,) = first.session.read().entries(person)
    for change in (
        Change.erasure("person", person, {}),
        Change.redaction("person", person, entry.mark, dict(entry.set or {}) | {"name": FORGOTTEN}),
    ):
        second.session.run(lambda *_, change=change: [change], "x")
        received = world.deliver(second)
        assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "record_foreign")
    assert world.seat.value(person, "name") == first.value(person, "name")


def test_a_record_that_was_once_the_stations_may_be_erased(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.deliver(first)
    world.seat.edit(person, station=SECOND.code)
    first.session.run(lambda *_: [Change.erasure("person", person, {})], "erase person")
    assert world.deliver(first).outcome is Outcome.ACCEPTED


@pytest.mark.parametrize(
    ("values", "detail"),
    [
        ({"phone": "19900000111"}, "redaction_overreach"),
        ({"rank": "X"}, "redaction_overreach"),
        ({"note": f"找{FORGOTTEN}谈话", "phone": None}, ""),
    ],
)
def test_a_redaction_only_takes_out(
    world: World, first: Laptop, values: dict[str, str | None], detail: str
) -> None:
    person = first.add_person(1, note="找巴图谈话")
    world.exchange(first)
    (entry,) = first.session.read().entries(person)
    redacted = dict(entry.set or {}) | values
    first.session.run(
        lambda *_: [Change.redaction("person", person, entry.mark, redacted)], "redact"
    )
    received = world.deliver(first)
    assert received.detail == detail
    assert received.outcome is (Outcome.CHAIN_BROKEN if detail else Outcome.ACCEPTED)


def claim(laptop: Laptop, record: str, **values: str | None) -> None:
    """Write into a record that the station does not have."""
    laptop.session.run(lambda *_: [Change("person", record, values)], "edit person")


def claims(world: World) -> list[tuple[str, str, str]]:
    """What the office sees of records that a station took for its own."""
    found = Verdicts(world.office.connection).open()
    return [(v.record, v.station, v.suggestion) for v in found if v.reason == "HELD_ELSEWHERE"]


def test_a_claim_of_a_foreign_record_gives_no_right_to_erase_it(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    received = world.deliver(second)
    assert (received.outcome, received.new_entries) == (Outcome.ACCEPTED, 1)
    assert world.seat.value(person, "station") == FIRST.code
    assert claims(world) == [(person, SECOND.code, FIRST.name)]
    second.session.run(lambda *_: [Change.erasure("person", person, {})], "erase person")
    received = world.deliver(second)
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "record_foreign")
    assert world.seat.value(person, "name") == first.value(person, "name")


def test_a_claim_and_an_erasure_in_one_package_are_refused(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    second.session.run(lambda *_: [Change.erasure("person", person, {})], "erase person")
    assert world.deliver(second).detail == "record_foreign"
    assert world.seat.value(person, "station") == FIRST.code


def test_what_was_written_into_a_foreign_record_is_set_back_and_not_lost(
    world: World, first: Laptop, second: Laptop
) -> None:
    second.add_person(2)
    world.deliver(second)
    person = first.add_person(1, note="腿脚不便")
    world.exchange(first)
    values = {"note": "不用再访", "phone": "19900000111", "ethnicity": "02"}
    claim(second, person, **values, station=SECOND.code)
    world.deliver(second)
    assert world.seat.value(person, "note") == "腿脚不便"
    assert world.seat.value(person, "phone") == first.value(person, "phone")
    assert world.seat.session.read().conflicts() == []
    written = [e.set or {} for e in world.seat.session.read().entries(person)]
    assert {**values, "station": SECOND.code} in written
    world.exchange(first, second)
    assert first.value(person, "note") == "腿脚不便"
    assert (first.value(person, "station"), second.value(person, "station")) == (
        FIRST.code,
        FIRST.code,
    )
    assert second.value(person, "name") is None
    (told,) = second.session.exchange().verdicts("elsewhere")
    assert (told.record, told.field, told.suggestion) == (person, "station", FIRST.name)


def test_what_a_clerk_said_of_a_field_outlives_a_foreign_entry_in_it(
    world: World, first: Laptop, second: Laptop
) -> None:
    second.add_person(2)
    world.deliver(second)
    person = first.add_person(1)
    world.exchange(first)
    give(world.office, person, "phone", REASON)
    claim(second, person, phone="19900000111", station=SECOND.code)
    world.deliver(second)
    found = Verdicts(world.office.connection).of_record(person)
    assert ("phone", REASON) in {(v.field, v.reason) for v in found}
    world.exchange(first)
    assert ("fix", "phone") in {(v.verdict, v.field) for v in first.session.exchange().verdicts()}


def test_a_claim_stands_until_somebody_decides(world: World, first: Laptop, second: Laptop) -> None:
    second.add_person(2)
    world.deliver(second)
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    world.exchange(second, first)
    first.edit(person, phone="19900000111")
    world.exchange(first)
    assert claims(world) == [(person, SECOND.code, FIRST.name)]
    assert "accepted" in {v.verdict for v in first.session.exchange().verdicts()}
    world.seat.session.run(move(person, SECOND.code), "move record")
    world.exchange(second)
    second.edit(person, note="由我站服务")
    world.exchange(second, first)
    assert world.seat.value(person, "note") == "由我站服务"
    assert first.value(person, "station") == second.value(person, "station") == SECOND.code
    assert claims(world) == []


def test_a_claim_that_stands_is_not_said_again(world: World, first: Laptop, second: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    world.exchange(second, first)
    first.edit(person, phone="19900000111")
    world.deliver(first)
    assert claims(world) == [(person, SECOND.code, FIRST.name)]
    told = [receipt.manifest.station.code for receipt in world.receipts.write_all()]
    assert told == [FIRST.code]


def test_two_stations_may_claim_one_record(world: World, first: Laptop, second: Laptop) -> None:
    world.office.add_station(THIRD.code, THIRD.name)
    third = world.laptop("third", THIRD)
    person = first.add_person(1)
    world.exchange(first)
    for laptop in (second, third):
        claim(laptop, person, station=laptop.session.place.code)
        world.deliver(laptop)
    assert claims(world) == [
        (person, THIRD.code, FIRST.name),
        (person, SECOND.code, FIRST.name),
    ]
    for laptop in (second, third):
        world.answer(laptop)
        (told,) = laptop.session.exchange().verdicts("elsewhere")
        assert (told.record, told.suggestion) == (person, FIRST.name)
    third.close()


def test_a_claim_ends_with_its_record(world: World, first: Laptop, second: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    world.deliver(second)
    first.session.run(remove(person), "remove")
    world.deliver(first)
    assert claims(world) == []


def test_a_move_answers_the_claims_of_a_record(world: World, first: Laptop, second: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    claim(second, person, station=SECOND.code)
    world.exchange(second, first)
    first.session.run(move(person, SECOND.code), "move record")
    world.deliver(first)
    assert claims(world) == []


def test_the_former_station_does_not_take_back_what_the_new_one_works_on(
    world: World, first: Laptop, second: Laptop
) -> None:
    second.add_person(2)
    world.deliver(second)
    person = first.add_person(1)
    first.session.run(move(person, SECOND.code), "move record")
    world.exchange(first, second)
    second.edit(person, phone="19900000111")
    world.exchange(second)
    claim(first, person, station=FIRST.code)
    assert world.deliver(first).outcome is Outcome.ACCEPTED
    assert world.seat.value(person, "station") == SECOND.code
    assert claims(world) == [(person, FIRST.code, SECOND.name)]


def test_a_move_is_taken_back_as_long_as_nobody_works_on_it(
    world: World, first: Laptop, second: Laptop
) -> None:
    second.add_person(2)
    world.deliver(second)
    person = first.add_person(1)
    world.exchange(first)
    moved = first.session.run(move(person, SECOND.code), "move record")
    world.exchange(first, second)
    first.session.run(lambda reader, desk: plan_undo(reader, moved.action).changes, "undo")
    world.exchange(first, second)
    assert world.seat.value(person, "station") == second.value(person, "station") == FIRST.code
    assert claims(world) == []


def test_nobody_casts_doubt_on_the_clock_of_others(
    world: World, first: Laptop, second: Laptop
) -> None:
    first.add_person(1)
    world.deliver(first)
    doubt = Change(CLOCK_KIND, first.session.replica, {"first": 1, "last": 9}, op=DOUBT)
    second.session.run(lambda *_: [doubt], "x")
    received = world.deliver(second)
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "record_foreign")


def test_what_is_set_back_heeds_a_doubt_that_comes_along(
    world: World, first: Laptop, second: Laptop
) -> None:
    second.add_person(2)
    person = first.add_person(1)
    first.session.run(move(person, SECOND.code), "move record")
    world.exchange(first, second)
    now = second.session.clock
    second.session.clock = lambda: now() + timedelta(hours=10)
    second.edit(person, note="钟快时写的")
    second.session.clock = now
    ahead = second.session.read().journal.head(second.session.replica).seq
    world.seat.edit(person, note="对的")
    world.deliver(second)
    world.seat.session.run(move(person, FIRST.code), "move record")
    claim(second, person, note="占用", station=SECOND.code)
    doubt = Change(CLOCK_KIND, second.session.replica, {"first": ahead, "last": ahead}, op=DOUBT)
    second.session.run(lambda *_: [doubt], "x")
    assert world.deliver(second).outcome is Outcome.ACCEPTED
    assert world.seat.value(person, "station") == FIRST.code
    assert world.seat.value(person, "note") == "对的"


def test_nobody_tells_excerpts_but_the_office(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    first.session.run(lambda _reader, _desk: [Change("person", person, {"note": "摘要"})], EXCERPT)
    received = world.deliver(first)
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "excerpt_claimed")
    assert not world.seat.has(person)


def test_nobody_claims_the_replica_of_the_offices_excerpts(world: World, first: Laptop) -> None:
    first.session.replica = replica_of(world.seat.session.replica)
    person = first.add_person(1)
    received = world.deliver(first)
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "replica_foreign")
    assert not world.seat.has(person)
