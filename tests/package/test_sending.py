import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.model.fold import fold
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt
from mengzhan.package.device import NotEnrolled, add_replicas, device_keys
from mengzhan.package.devicekey import DeviceKeys, verify_voucher
from mengzhan.package.outcome import Outcome
from mengzhan.package.receiving import read_package
from mengzhan.package.sending import (
    NothingToSend,
    build_handover,
    build_report,
    build_share,
    file_name,
    outgoing,
    remember_sent,
    unwritten,
)
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, remove
from mengzhan.store.journal import Head
from tests import people
from tests.computers import Clock
from tests.package.laptops import PaperOffice, entries_of, laptop, public_of
from tests.package.scribe import unpack
from tests.store.conftest import Station


@pytest.fixture
def office() -> PaperOffice:
    return PaperOffice()


@pytest.fixture
def station(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    made = laptop(tmp_path / "one", office.clock)
    office.enrol(made)
    yield made
    made.session.close()


def _spans(packed_ranges: list[mf.Range]) -> list[tuple[str, int, int]]:
    return [(span.replica, span.first, span.last) for span in packed_ranges]


def test_before_enrolment(tmp_path: Path) -> None:
    made = laptop(tmp_path, Clock())
    made.add("person", people.person_values(1))
    with pytest.raises(NotEnrolled):
        build_report(made.session)
    made.session.close()


def test_nothing_to_send(station: Station) -> None:
    with pytest.raises(NothingToSend) as caught:
        build_report(station.session)
    assert caught.value.code == "NOTHING_TO_SEND"


def test_a_report_brings_everything(station: Station, office: PaperOffice) -> None:
    person = station.add("person", people.person_values(1))
    station.add("follow_up", people.follow_up_values(person))
    station.run(edit(person, {"note": "愿意学挤奶"}))
    packed = build_report(station.session)
    made = packed.manifest
    assert (made.kind, made.number, made.heard) == ("report", 1, 0)
    assert (made.station.code, made.sender) == (station.session.place.code, made.station)
    assert _spans(made.ranges) == [(station.session.replica, 1, 3)]
    assert made.counts == {"person": 1, "follow_up": 1}
    assert made.period == ["2026-11-23", "2026-11-23"]
    assert [(h.replica, h.seq) for h in made.has] == [(station.session.replica, 3)]
    plan = office.take(packed.data)
    assert plan.outcome is Outcome.ACCEPTED
    assert {e.hash for e in plan.new} == set(entries_of(station))
    assert fold(office.journal.of_record(person)).values == station.state(person).values


def test_building_changes_nothing(station: Station) -> None:
    station.add("person", people.person_values(1))
    before = entries_of(station)
    first, second = build_report(station.session), build_report(station.session)
    assert first.manifest == second.manifest
    assert entries_of(station) == before
    assert station.session.exchange().sent() == []


def test_what_was_written_is_remembered(station: Station) -> None:
    station.add("person", people.person_values(1))
    packed = build_report(station.session)
    name = file_name(packed)
    assert name == "报送-公主府社区就业服务站-0001-20261123.mzp"
    remember_sent(station.session, packed, name)
    (sent,) = station.session.exchange().sent()
    assert (sent.number, sent.sha256, sent.size) == (1, packed.sha256, len(packed.data))
    assert sent.counts == {"person": 1}
    assert sent.ranges == ((station.session.replica, 1, 1),)
    assert sent.receipt is None
    assert build_report(station.session).manifest.number == 2


def test_what_no_receipt_confirmed_goes_again(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    lost = build_report(station.session)
    remember_sent(station.session, lost, file_name(lost))
    station.add("person", people.person_values(2))
    second = build_report(station.session)
    assert _spans(second.manifest.ranges) == [(station.session.replica, 1, 2)]
    assert len(office.take(second.data).new) == 2
    assert office.stage(lost.data).outcome is Outcome.ALREADY_IN


def test_what_is_in_no_package_is_told_from_what_waits(
    station: Station, office: PaperOffice
) -> None:
    station.add("person", people.person_values(1))
    session = station.session
    assert unwritten(session, outgoing(session)).counts == {"person": 1}
    packed = build_report(session)
    remember_sent(session, packed, "a.mzp")
    assert unwritten(session, outgoing(session)).entries == []
    assert outgoing(session).counts == {"person": 1}
    station.add("person", people.person_values(2))
    assert unwritten(session, outgoing(session)).counts == {"person": 1}
    assert outgoing(session).counts == {"person": 2}


def test_a_receipt_shortens_the_next_report(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    first = build_report(station.session)
    remember_sent(station.session, first, file_name(first))
    read_package(station.session, office.answer(station, first.data, 1).data)
    with pytest.raises(NothingToSend):
        build_report(station.session)
    station.add("person", people.person_values(2))
    second = build_report(station.session)
    assert _spans(second.manifest.ranges) == [(station.session.replica, 2, 2)]
    assert second.manifest.heard == 1
    assert office.take(second.data).outcome is Outcome.ACCEPTED


def test_the_station_opens_its_own(station: Station) -> None:
    station.add("person", people.person_values(1))
    packed = build_report(station.session)
    read = read_package(station.session, packed.data)
    assert (read.outcome, read.new_entries) == (Outcome.ALREADY_IN, 0)


def test_tables_for_the_eye_show_what_stands_now(station: Station, office: PaperOffice) -> None:
    person = station.add("person", people.person_values(1, note="先"))
    station.run(edit(person, {"note": "后"}))
    gone = station.add("person", people.person_values(2))
    station.run(remove(gone))
    members = unpack(build_report(station.session).data, office.keys.age_identity)
    rows = {row["id"]: row for row in map(json.loads, members["data/person.jsonl"].splitlines())}
    assert rows[person]["note"] == "后"
    assert rows[gone]["deleted"] is True
    assert "data/visit.jsonl" not in members


def test_nothing_of_an_erased_person_leaves(station: Station, office: PaperOffice) -> None:
    person = station.add("person", people.person_values(1))
    text = f"与{people.name(1)}通话"
    visit = station.add("follow_up", people.follow_up_values(person, situation=text))
    station.run(erase(person))
    packed = build_report(station.session)
    members = unpack(packed.data, office.keys.age_identity)
    for secret in (people.name(1), people.id_number(1), people.phone(1), text):
        assert all(secret.encode() not in content for content in members.values())
    office.take(packed.data)
    assert fold(office.journal.of_record(person)).erased
    assert fold(office.journal.of_record(visit)).values["situation"] == "〔已删除〕"


def test_after_a_restore_the_former_replica_still_goes(
    station: Station, office: PaperOffice
) -> None:
    """Nothing was reported yet, so nobody but this laptop knows of the former replica."""
    former = station.session.replica
    station.add("person", people.person_values(1))
    station.session.take_new_replica()
    station.add("person", people.person_values(2))
    packed = build_report(station.session)
    spans = [(former, 1, 1), (station.session.replica, 1, 1)]
    assert _spans(packed.manifest.ranges) == spans
    assert office.take(packed.data).outcome is Outcome.ACCEPTED


def test_an_office_that_holds_what_we_do_not_gets_everything(
    station: Station, office: PaperOffice
) -> None:
    for number in range(3):
        station.add("person", people.person_values(number))
    stranger = {station.session.replica: Head(2, "9" * 64)}
    read_package(station.session, office.receipt(station, 1, stranger).data)
    assert _spans(outgoing(station.session).ranges) == [(station.session.replica, 1, 3)]


# Forks --------------------------------------------------------------------------------------


def _forked(station: Station, other: Station) -> tuple[str, list[str]]:
    """Two copies of one data folder went on by themselves; ``station`` then reads of the other."""
    replica = station.session.replica
    station.add("person", people.person_values(1))
    other.session.merge(entries_of(station).values())
    other.session.set_setting("replica", replica)
    other.session.replica = replica
    here = station.add("person", people.person_values(2))
    there = [other.add("person", people.person_values(n)) for n in (3, 4)]
    merged = station.session.merge(entries_of(other).values())
    assert merged.forks == [(replica, 2)]
    return replica, [here, *there]


@pytest.fixture
def other(tmp_path: Path, office: PaperOffice) -> Iterator[Station]:
    made = laptop(tmp_path / "two", office.clock)
    office.enrol(made)
    yield made
    made.session.close()


def test_both_branches_of_a_fork_go(station: Station, other: Station, office: PaperOffice) -> None:
    replica, records = _forked(station, other)
    assert station.session.replica != replica
    packed = build_report(station.session)
    assert _spans(packed.manifest.ranges) == [(replica, 1, 2), (replica, 2, 3)]
    plan = office.take(packed.data)
    assert plan.outcome is Outcome.FORKED
    assert set(entries_of(station)) == {e.hash for e in office.journal.all()}
    assert all(office.journal.of_record(record) for record in records)


def test_an_office_that_holds_one_branch_gets_the_other(
    station: Station, other: Station, office: PaperOffice
) -> None:
    """A position says nothing of the branch beside it, however far it goes."""
    replica, _ = _forked(station, other)
    theirs = build_report(other.session)
    office.take(theirs.data)
    held = {replica: office.journal.contiguous(replica)}
    assert held[replica].seq == 3
    read_package(station.session, office.receipt(station, 1, held).data)
    packed = build_report(station.session)
    assert _spans(packed.manifest.ranges) == [(replica, 2, 2)]
    assert office.take(packed.data).outcome is Outcome.FORKED
    assert set(entries_of(station)) == {e.hash for e in office.journal.all()}


def test_a_hole_in_another_replica_ends_its_range(station: Station, other: Station) -> None:
    for number in range(4):
        other.add("person", people.person_values(number))
    theirs = list(entries_of(other).values())
    station.session.merge([theirs[0], theirs[1], theirs[3]])
    add_replicas(station.session, [other.session.replica])
    assert _spans(outgoing(station.session).ranges) == [(other.session.replica, 1, 2)]


# To other laptops ---------------------------------------------------------------------------


def test_share_holds_all_that_this_copy_knows(
    station: Station, other: Station, office: PaperOffice
) -> None:
    station.add("person", people.person_values(1))
    first = build_report(station.session)
    read_package(station.session, office.answer(station, first.data, 1).data)
    with pytest.raises(NothingToSend):
        build_report(station.session)
    packed = build_share(station.session, public_of(other))
    assert packed.manifest.kind == "share"
    assert _spans(packed.manifest.ranges) == [(station.session.replica, 1, 1)]
    assert office.keys.public.age_recipient not in packed.manifest.recipients
    assert file_name(packed).startswith("同站-")


def test_singles_beyond_a_hole_are_handed_over_too(
    station: Station, other: Station, tmp_path: Path
) -> None:
    for number in range(4):
        other.add("person", people.person_values(number))
    theirs = list(entries_of(other).values())
    station.session.merge([theirs[0], theirs[3]])
    add_replicas(station.session, [other.session.replica])
    new = DeviceKeys.generate()
    packed = build_handover(station.session, new.public)
    assert _spans(packed.manifest.ranges) == [(other.session.replica, 1, 1)]
    assert file_name(packed).startswith("移交-")
    office = PaperOffice(new)
    assert {e.hash for e in office.open(packed.data).entries} == set(entries_of(station))


def test_handover_holds_no_private_key(station: Station) -> None:
    station.add("person", people.person_values(1))
    keys, new = device_keys(station.session), DeviceKeys.generate()
    packed = build_handover(station.session, new.public)
    inner = decrypt(packed.data, [new.age_identity])
    members = unpack(packed.data, new.age_identity)
    import base64

    secrets = [
        keys.signing_seed,
        keys.signing_seed.hex().encode(),
        base64.b64encode(keys.signing_seed)[:40],
        keys.age_identity.encode(),
        b"AGE-SECRET-KEY",
        b"PRIVATE KEY",
        keys.to_bytes(),
    ]
    for content in (packed.data, inner, *members.values()):
        assert all(secret not in content for secret in secrets)


def test_handover_carries_the_voucher_of_the_old_key(station: Station) -> None:
    station.add("person", people.person_values(1))
    new = DeviceKeys.generate()
    voucher = build_handover(station.session, new.public).manifest.voucher
    assert verify_voucher(voucher, public_of(station)) == new.public


def test_file_names_hold_no_persons(station: Station) -> None:
    station.add("person", people.person_values(1))
    name = file_name(build_report(station.session))
    assert people.name(1) not in name
    assert people.phone(1) not in name


def test_a_file_is_named_by_the_day_in_beijing(station: Station, office: PaperOffice) -> None:
    station.add("person", people.person_values(1))
    office.clock.move(hours=15)
    assert file_name(build_report(station.session)).endswith("-20261124.mzp")
