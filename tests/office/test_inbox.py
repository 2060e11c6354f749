"""Every outcome of reading a package, and that nothing changes when it says so."""

import random
from datetime import timedelta

import msgspec
import pytest

from mengzhan.model.entry import CLOCK_KIND, DOUBT
from mengzhan.office.inbox import Inbox
from mengzhan.office.letters import KEEP_ORIGINALS, Letters
from mengzhan.office.settling import CountsDiffer
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import encrypt
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys, key_code
from mengzhan.package.outcome import Outcome
from mengzhan.package.packing import Contents, pack
from mengzhan.package.sending import build_report, outgoing, remember_sent
from tests.office.world import (
    FIRST,
    SECOND,
    Laptop,
    World,
    dump,
    members_of,
    new_laptop,
    sealed,
)
from tests.people import employer_values, vacancy_values


def letters(world: World) -> Letters:
    return Letters(world.office.connection)


def resigned(laptop: Laptop, **changes: object) -> bytes:
    """The next report with parts of its manifest replaced, soundly signed."""
    packed = build_report(laptop.session)
    going = outgoing(laptop.session)
    manifest = msgspec.structs.replace(packed.manifest, **changes)
    from mengzhan.package.device import device_keys

    keys = device_keys(laptop.session)
    return pack(manifest, Contents(going.entries), laptop.session.catalogue, keys).data


def test_a_report_goes_in(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    employer = first.add("employer", employer_values())
    first.add("vacancy", vacancy_values(employer))
    data = first.report()
    proposal = world.inbox.plan(data)
    assert proposal.outcome is Outcome.ACCEPTED
    assert proposal.counts == {"person": 1, "employer": 1, "vacancy": 1}
    received = world.inbox.accept(proposal)
    assert received.outcome is Outcome.ACCEPTED
    assert (received.station, received.station_name) == (FIRST.code, FIRST.name)
    assert (received.number, received.new_entries) == (1, 3)
    assert world.seat.value(person, "name") == first.value(person, "name")
    (letter,) = letters(world).all()
    assert (letter.outcome, letter.counts) == (Outcome.ACCEPTED, received.counts)
    assert letter.original is None


def test_looking_changes_nothing(world: World, first: Laptop) -> None:
    first.add_person(1)
    data, before = first.report(), dump(world.seat.session)
    world.inbox.plan(data)
    assert dump(world.seat.session) == before


def test_the_same_file_again_changes_nothing(world: World, first: Laptop) -> None:
    first.add_person(1)
    data = first.report()
    world.inbox.receive(data)
    before = dump(world.seat.session)
    again = world.inbox.receive(data)
    assert (again.outcome, again.new_entries) == (Outcome.ALREADY_IN, 0)
    assert dump(world.seat.session) == before


def test_the_same_records_in_another_file_are_already_in(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    before = dump(world.seat.session)
    again = world.deliver(first)
    assert (again.outcome, again.new_entries, again.number) == (Outcome.ALREADY_IN, 0, 2)
    after = dump(world.seat.session)
    assert after["entries"] == before["entries"]
    assert after["record_person"] == before["record_person"]
    assert [x.number for x in letters(world).all()] == [2, 1]


def test_a_hole_waits_and_closes(world: World, first: Laptop) -> None:
    for number in range(6):
        first.add_person(number)
    middle, end = first.report_part(3, 4), first.report_part(5)
    before = dump(world.seat.session)
    for data, hole in ((end, (1, 4)), (middle, (1, 2))):
        received = world.inbox.receive(data)
        assert received.outcome is Outcome.WAITING
        letter = letters(world).by_digest(received.sha256)
        assert letter is not None
        assert letter.missing == ((first.session.replica, *hole),)
        assert letter.original == data
    after = dump(world.seat.session)
    assert {name for name in after if after[name] != before[name]} == {"inbox", "sqlite_sequence"}
    received = world.inbox.receive(first.report_part(1, 2))
    assert [x.outcome for x in (received, *received.followed)] == [Outcome.ACCEPTED] * 3
    assert world.office.held([first.session.replica])[first.session.replica].seq == 6
    assert letters(world).kept() == []


def test_a_waiting_file_again_changes_nothing(world: World, first: Laptop) -> None:
    for number in range(3):
        first.add_person(number)
    data = first.report_part(2)
    world.inbox.receive(data)
    before = dump(world.seat.session)
    assert world.inbox.receive(data).outcome is Outcome.WAITING
    assert dump(world.seat.session) == before


def test_a_full_report_makes_a_waiting_one_superfluous(world: World, first: Laptop) -> None:
    for number in range(3):
        first.add_person(number)
    world.inbox.receive(first.report_part(2))
    received = world.inbox.receive(first.report())
    assert received.outcome is Outcome.ACCEPTED
    assert [x.outcome for x in received.followed] == [Outcome.ALREADY_IN]
    assert letters(world).kept() == []


def test_packages_out_of_order_end_in_the_same_state(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    one = first.report()
    first.edit(person, note="第二次")
    two = first.report()
    assert world.inbox.receive(two).outcome is Outcome.ACCEPTED
    assert world.inbox.receive(one).outcome is Outcome.ALREADY_IN
    assert world.seat.value(person, "note") == "第二次"


def test_cut_files_do_not_open(world: World, first: Laptop) -> None:
    first.add_person(1)
    data, before = first.report(), dump(world.seat.session)
    step = max(1, len(data) // 200)
    cuts = range(0, len(data), step)
    assert len(cuts) >= 200
    inbox = world.inbox
    assert {inbox.receive(data[:at]).outcome for at in cuts} == {Outcome.CANNOT_OPEN}
    assert dump(world.seat.session) == before


def test_files_with_a_wrong_bit_do_not_open(world: World, first: Laptop) -> None:
    first.add_person(1)
    data, before = first.report(), dump(world.seat.session)
    chance, inbox = random.Random(20261123), world.inbox
    outcomes = set()
    for _ in range(2000):
        at = chance.randrange(len(data) * 8)
        changed = bytearray(data)
        changed[at // 8] ^= 1 << at % 8
        outcomes.add(inbox.receive(bytes(changed)).outcome)
    assert outcomes == {Outcome.CANNOT_OPEN}
    assert dump(world.seat.session) == before


def test_every_altered_member_is_found(world: World, first: Laptop) -> None:
    employer = first.add("employer", employer_values())
    first.add("vacancy", vacancy_values(employer))
    first.add_person(1)
    members = members_of(first.report(), first)
    assert len(members) == 6
    before = dump(world.seat.session)
    reader = world.office.keys.public
    for name, content in members.items():
        flipped = content[:40] + bytes([content[40] ^ 1]) + content[41:]
        for changed in (content[:-2], flipped, content + b"\n"):
            received = world.inbox.receive(sealed({**members, name: changed}, reader))
            signed = name in (MANIFEST, SIGNATURE)
            expected = {Outcome.WRONG_SIGNATURE, Outcome.DAMAGED} if signed else {Outcome.DAMAGED}
            if name == SIGNATURE and changed == content + b"\n":
                continue
            assert received.outcome in expected, name
    assert dump(world.seat.session) == before


@pytest.mark.parametrize("name", ["data/extra.jsonl", "pictures/eins.jpg"])
def test_a_member_that_nobody_signed_is_damage(world: World, first: Laptop, name: str) -> None:
    first.add_person(1)
    members = members_of(first.report(), first)
    received = world.inbox.receive(sealed({**members, name: b"{}\n"}, world.office.keys.public))
    assert (received.outcome, received.detail) == (Outcome.DAMAGED, "member_unlisted")


def test_a_forged_sender_is_found(world: World, first: Laptop) -> None:
    """Somebody without the pinned key writes the pinned key into the manifest."""
    first.add_person(1)
    packed = build_report(first.session)
    forged = pack(
        packed.manifest,
        Contents(outgoing(first.session).entries),
        first.session.catalogue,
        DeviceKeys.generate(),
    )
    before = dump(world.seat.session)
    assert world.inbox.receive(forged.data).outcome is Outcome.WRONG_SIGNATURE
    assert dump(world.seat.session) == before


def test_a_package_for_another_office_does_not_open(world: World, first: Laptop) -> None:
    first.add_person(1)
    other = DeviceKeys.generate().public
    data = sealed(members_of(first.report(), first), other, first.public)
    before = dump(world.seat.session)
    received = world.inbox.receive(data)
    assert (received.outcome, received.station) == (Outcome.CANNOT_OPEN, "")
    assert dump(world.seat.session) == before


@pytest.mark.parametrize("kind", [mf.SHARE, mf.RECEIPT, mf.HANDOVER])
def test_only_reports_go_in(world: World, first: Laptop, kind: str) -> None:
    first.add_person(1)
    received = world.inbox.receive(resigned(first, kind=kind))
    assert (received.outcome, received.detail) == (Outcome.CANNOT_OPEN, "kind_unexpected")


@pytest.mark.parametrize(
    "changes",
    [{"format": mf.FORMAT + 1}, {"features": mf.Features(must=["compressed-rows"])}],
    ids=["format", "feature"],
)
def test_a_newer_format_is_kept(world: World, first: Laptop, changes: dict[str, object]) -> None:
    first.add_person(1)
    before = dump(world.seat.session)
    received = world.inbox.receive(resigned(first, **changes))
    assert received.outcome is Outcome.NEWER_FORMAT
    after = dump(world.seat.session)
    assert {name for name in after if after[name] != before[name]} == {"inbox", "sqlite_sequence"}
    assert world.inbox.advance() == []
    assert len(letters(world).kept()) == 1


def test_a_broken_chain_is_refused(world: World, first: Laptop) -> None:
    for number in range(3):
        first.add_person(number)
    going = outgoing(first.session)
    before = dump(world.seat.session)
    missing = type(going)([going.entries[0], going.entries[2]], going.ranges)
    received = world.inbox.receive(first.report_of(missing))
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "range_broken")
    lied = msgspec.structs.replace(going.ranges[0], head="f" * 64)
    received = world.inbox.receive(first.report_of(type(going)(going.entries, [lied])))
    assert received.outcome is Outcome.CHAIN_BROKEN
    assert dump(world.seat.session) == before


def test_an_unknown_device_waits_for_its_code(world: World) -> None:
    laptop = world.laptop("third", FIRST, pinned=False)
    person = laptop.add_person(1)
    before = dump(world.seat.session)
    received = world.inbox.receive(laptop.report())
    assert received.outcome is Outcome.UNKNOWN_STATION
    assert received.key_code == key_code(laptop.public)
    after = dump(world.seat.session)
    assert {name for name in after if after[name] != before[name]} == {"inbox", "sqlite_sequence"}
    world.pin(laptop)
    (moved,) = world.inbox.advance(FIRST.code)
    assert (moved.outcome, moved.new_entries) == (Outcome.ACCEPTED, 1)
    assert world.seat.has(person)
    assert letters(world).kept() == []
    laptop.close()


def test_a_station_outside_the_roster_is_unknown(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.office.close_station(FIRST.code)
    assert world.deliver(first).outcome is Outcome.UNKNOWN_STATION
    world.office.add_station(FIRST.code, FIRST.name)
    assert [x.outcome for x in world.inbox.advance()] == [Outcome.ACCEPTED]


def test_what_was_kept_unread_may_turn_out_damaged(world: World) -> None:
    laptop = world.laptop("third", FIRST, pinned=False)
    laptop.add_person(1)
    laptop.add_person(2)
    going = outgoing(laptop.session)
    broken = laptop.report_of(type(going)(going.entries[:1], going.ranges))
    assert world.inbox.receive(broken).outcome is Outcome.UNKNOWN_STATION
    world.pin(laptop)
    assert world.inbox.advance() == []
    (letter,) = letters(world).all()
    assert (letter.outcome, letter.original) == (Outcome.CHAIN_BROKEN, None)
    laptop.close()


def test_a_doubtful_clock_loses_and_then_is_normal_again(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    world.exchange(first)
    world.clock.move(days=9)
    first.edit(person, note="钟快了", employment_status="2")
    data = first.report()
    world.clock.move(days=-9)
    received = world.inbox.receive(data)
    assert received.outcome is Outcome.CLOCK_DOUBTFUL
    (doubt,) = [e for e in world.seat.session.read().journal.all() if e.op == DOUBT]
    assert (doubt.kind, doubt.record) == (CLOCK_KIND, first.session.replica)
    assert doubt.set == {"first": 2, "last": 2}
    assert doubt.at < data_day(world, 1)
    assert world.seat.session.clock_state() == "ok"
    world.answer(first)
    first.edit(person, note="钟准了")
    assert world.deliver(first).outcome is Outcome.ACCEPTED
    assert world.seat.value(person, "note") == first.value(person, "note") == "钟准了"
    assert first.session.read().journal.highest() < data_day(world, 1)


def data_day(world: World, days: int) -> str:
    return (world.clock.now + timedelta(days=days)).isoformat()


def test_two_copies_of_one_laptop_are_a_fork(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    first.copy(first.folder.with_name("copy"))
    marker = {path: path.read_bytes() for path in (world.root / "state").rglob("*.json")}
    first.edit(person, note="甲")
    one = first.report()
    # A disk image put back: database and marker of the same day, so the copy does not notice.
    first.close()
    import shutil

    shutil.rmtree(first.folder)
    shutil.copytree(first.folder.with_name("copy"), first.folder)
    for path, content in marker.items():
        path.write_bytes(content)
    first.open()
    first.edit(person, note="乙")
    two = first.report()
    assert world.inbox.receive(one).outcome is Outcome.ACCEPTED
    assert world.inbox.receive(two).outcome is Outcome.FORKED
    before = first.session.replica
    world.answer(first)
    assert first.session.replica != before
    assert {(e.set or {}).get("note") for e in first.session.read().entries(person)} >= {"甲", "乙"}
    assert world.seat.value(person, "note") == first.value(person, "note")
    first.edit(person, note="丙")
    world.exchange(first)
    assert world.seat.value(person, "note") == "丙"
    assert world.office.held([before])[before].seq == 2
    # The receipt names the end of either branch, so that neither goes again.
    assert outgoing(first.session).entries == []
    (sent,) = first.session.exchange().sent()[:1]
    assert sent.receipt is not None


def test_a_replica_of_another_station_cannot_be_claimed(
    world: World, first: Laptop, second: Laptop
) -> None:
    first.add_person(1)
    world.deliver(first)
    second.add_person(2)
    claim = mf.Held(replica=first.session.replica, seq=1, hash="0" * 64)
    before = dump(world.seat.session)
    received = world.inbox.receive(resigned(second, has=[claim]))
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "replica_foreign")
    received = world.inbox.receive(resigned(second, replica=world.seat.session.replica))
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "replica_foreign")
    assert dump(world.seat.session) == before


def test_entries_that_no_range_announces_are_refused(world: World, first: Laptop) -> None:
    first.add_person(1)
    first.add_person(2)
    going = outgoing(first.session)
    span = msgspec.structs.replace(going.ranges[0], last=1, head=going.entries[0].hash)
    received = world.inbox.receive(first.report_of(type(going)(going.entries, [span])))
    assert (received.outcome, received.detail) == (Outcome.CHAIN_BROKEN, "entry_outside_range")


def test_what_does_not_tie_is_rolled_back(world: World, first: Laptop) -> None:
    first.add_person(1)
    data = first.report()
    world.office.write(
        lambda c: c.execute(
            "CREATE TRIGGER swallow BEFORE INSERT ON record_person BEGIN SELECT RAISE(IGNORE); END"
        )
    )
    before = dump(world.seat.session)
    with pytest.raises(CountsDiffer) as caught:
        world.inbox.receive(data)
    assert caught.value.code == "OFFICE_COUNTS_DIFFER"
    assert "什么都没有改动" in str(caught.value)
    assert dump(world.seat.session) == before


def test_an_old_proposal_is_looked_at_again(world: World, first: Laptop, second: Laptop) -> None:
    first.add_person(1)
    second.add_person(2)
    inbox = world.inbox
    one, two = inbox.plan(first.report()), inbox.plan(second.report())
    assert inbox.accept(two).outcome is Outcome.ACCEPTED
    assert inbox.accept(one).outcome is Outcome.ACCEPTED
    assert inbox.accept(one).outcome is Outcome.ALREADY_IN


def test_a_folder_is_looked_through_first_and_accepted_then(world: World, first: Laptop) -> None:
    for number in range(3):
        first.add_person(number)
    parts = [first.report_part(1, 1), first.report_part(2, 2), first.report_part(3, 3)]
    inbox = world.inbox
    proposals = [inbox.plan(data) for data in parts]
    assert [p.outcome for p in proposals] == [Outcome.ACCEPTED, Outcome.WAITING, Outcome.WAITING]
    assert [inbox.accept(p).outcome for p in proposals] == [Outcome.ACCEPTED] * 3
    assert letters(world).kept() == []


def test_trust_is_asked_again_when_accepting(world: World, first: Laptop) -> None:
    first.add_person(1)
    proposal = world.inbox.plan(first.report())
    world.office.revoke(first.public.device_id)
    before = dump(world.seat.session)["entries"]
    assert world.inbox.accept(proposal).outcome is Outcome.WRONG_SIGNATURE
    assert dump(world.seat.session)["entries"] == before


def test_waiting_files_go_after_thirty_days(world: World, first: Laptop) -> None:
    first.add_person(1)
    first.add_person(2)
    world.inbox.receive(first.report_part(2))
    world.reopen()
    assert len(letters(world).kept()) == 1
    world.clock.move(days=KEEP_ORIGINALS.days + 1)
    world.reopen()
    assert letters(world).kept() == []
    assert world.deliver(first).outcome is Outcome.ACCEPTED


def test_the_office_keeps_its_old_identity_for_decryption(world: World, first: Laptop) -> None:
    first.add_person(1)
    data = first.report()
    old = world.office.keys.public
    new = world.office.rotate()
    assert world.office.keys.public == new != old
    world.reopen()
    assert Inbox(world.office).receive(data).outcome is Outcome.ACCEPTED


def test_a_report_for_the_other_station_under_a_pinned_key(world: World, first: Laptop) -> None:
    first.add_person(1)
    other = mf.Place(code=SECOND.code, name=SECOND.name)
    received = world.inbox.receive(resigned(first, station=other))
    assert (received.outcome, received.detail) == (
        Outcome.WRONG_SIGNATURE,
        "device_of_other_station",
    )


def test_garbage_is_not_opened(world: World) -> None:
    for data in (
        b"",
        b"age-encryption.org/v1\n",
        encrypt(b"x", [world.office.keys.public.age_recipient]),
    ):
        assert world.inbox.receive(data).outcome.refuses


def test_a_second_office_cannot_read(world: World, first: Laptop) -> None:
    from mengzhan.office.desk import Office

    first.add_person(1)
    data = first.report()
    elsewhere = new_laptop(world.root, "elsewhere", SECOND, world.clock)
    received = Inbox(Office(elsewhere.session)).receive(data)
    assert received.outcome is Outcome.CANNOT_OPEN
    elsewhere.close()
    remember_sent(first.session, build_report(first.session), "报送.mzp")


def test_what_waited_too_long_goes_when_something_arrives(
    world: World, first: Laptop, second: Laptop
) -> None:
    for number in range(2):
        first.add_person(number)
    world.inbox.receive(first.report_part(2, 2))
    assert len(letters(world).kept()) == 1
    world.clock.move(days=31)
    second.add_person(7)
    world.deliver(second)
    assert letters(world).kept() == []
