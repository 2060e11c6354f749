"""Receipts: what a station lacks comes back, whatever gets lost, comes twice or out of order."""

from pathlib import Path

import pytest

from mengzhan.model.entry import ERASE
from mengzhan.office.desk import NoSuchDevice
from mengzhan.office.receipts import Receipts, receipt_name
from mengzhan.office.verdicts import give
from mengzhan.package.device import known_replicas
from mengzhan.package.media import MediaError
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.sending import NothingToSend, build_report, build_share, outgoing
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit, move
from tests.office.world import FIRST, SECOND, Laptop, World, dump, members_of, texts_in
from tests.people import follow_up_values, id_number, name, person_values, phone


def test_a_receipt_says_what_is_held(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    packed = world.receipt(first)
    head = packed.manifest.receipt
    assert head is not None
    assert (head.number, head.previous, head.answers) == (1, "", [1])
    assert [(h.replica, h.seq) for h in head.held] == [(first.session.replica, 1)]
    assert receipt_name(packed) == f"回执-{FIRST.name}-0001-20261123.mzp"
    read = first.read(packed.data)
    assert (read.outcome, read.new_entries, read.number) == (Outcome.ACCEPTED, 0, 1)
    with pytest.raises(NothingToSend):
        build_report(first.session)
    assert first.session.exchange().sent()[0].receipt == 1


def test_receipts_are_numbered_and_chained(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    one, two = world.receipt(first), world.receipt(first)
    assert two.manifest.receipt is not None
    assert two.manifest.receipt.number == 2
    assert two.manifest.receipt.previous == one.manifest_sha256


def test_the_office_can_read_its_own_receipts(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    assert "datapackage.json" in members_of(world.receipt(first).data, world.seat)


def test_lost_receipts_cost_nothing(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.deliver(first)
    world.seat.session.run(edit(person, {"note": "上级补充"}), "note")
    for _ in range(3):
        world.receipt(first)
    read = world.answer(first)
    assert (read.number, read.new_entries) == (4, 1)
    assert first.value(person, "note") == "上级补充"
    assert first.session.exchange().sent()[0].receipt == 4


def test_receipts_twice_and_out_of_order(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.deliver(first)
    old = world.receipt(first)
    world.seat.session.run(edit(person, {"note": "上级补充"}), "note")
    new = world.receipt(first)
    first.read(new.data)
    before = dump(first.session)
    for late in (new, old):
        assert first.read(late.data).outcome is Outcome.ALREADY_IN
    assert dump(first.session) == before


def test_what_was_heard_is_not_said_again(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.deliver(first)
    world.seat.session.run(edit(person, {"note": "上级补充"}), "note")
    world.answer(first)
    first.edit(person, employment_status="2")
    world.deliver(first)
    packed = world.receipt(first)
    assert "data/journal.jsonl" not in members_of(packed.data, first)


def test_an_office_that_lost_its_memory_asks_again(world: World, first: Laptop) -> None:
    """A receipt with a lower position makes the station send again from there."""
    copy = world.root / "office-copy"
    world.seat.copy(copy)
    world.reopen()
    one = first.add_person(1)
    world.exchange(first)
    two = first.add_person(2)
    world.seat.restore(copy)
    world.reopen()
    assert world.deliver(first).outcome is Outcome.WAITING
    read = world.answer(first)
    assert read.outcome is Outcome.ACCEPTED
    assert read.number > 1
    received = world.deliver(first)
    assert received.outcome is Outcome.ACCEPTED
    assert [x.outcome for x in received.followed] == [Outcome.ALREADY_IN]
    assert world.seat.has(one)
    assert world.seat.has(two)


def test_a_restored_office_does_not_take_one_receipt_for_another(
    world: World, first: Laptop
) -> None:
    person = first.add_person(1)
    world.exchange(first)
    copy = world.root / "office-copy"
    world.seat.copy(copy)
    world.reopen()
    for _ in range(3):
        world.answer(first)
    world.seat.restore(copy)
    world.reopen()
    world.seat.session.run(edit(person, {"note": "恢复之后"}), "note")
    for _ in range(4):
        world.receipt(first)
    first.edit(person, employment_status="2")
    world.deliver(first)
    world.answer(first)
    assert first.value(person, "note") == "恢复之后"


def test_a_restored_station_gets_its_past_back(world: World, first: Laptop) -> None:
    early = first.add_person(1)
    copy = world.root / "station-copy"
    first.copy(copy)
    late = first.add_person(2)
    first.edit(early, note="恢复前的修改")
    world.exchange(first)
    before = first.session.replica
    first.restore(copy)
    assert first.session.replica != before
    assert not first.has(late)
    newest = first.add_person(3)
    assert world.deliver(first).outcome is Outcome.ACCEPTED
    read = world.answer(first)
    assert read.new_entries == 2
    assert first.value(early, "note") == "恢复前的修改"
    assert first.has(late)
    assert world.seat.has(newest)
    assert before in known_replicas(first.session)
    assert outgoing(first.session).entries == []
    first.edit(late, note="接着做")
    assert world.deliver(first).outcome is Outcome.ACCEPTED
    assert world.seat.value(late, "note") == "接着做"


def test_the_other_laptop_of_a_station_hears_everything(world: World, first: Laptop) -> None:
    other = world.laptop("first-b", FIRST)
    one, two = first.add_person(1), other.add_person(2)
    world.exchange(first, other)
    assert first.has(two)
    assert other.has(one)
    other.edit(one, note="另一台电脑")
    world.exchange(other, first)
    world.answer(first)
    assert first.value(one, "note") == "另一台电脑"
    other.close()


def test_other_stations_stay_out(world: World, first: Laptop, second: Laptop) -> None:
    first.add_person(1)
    second.add_person(2)
    world.exchange(first, second)
    assert id_number(2).encode() not in texts_in(first.session)
    assert id_number(1).encode() not in texts_in(second.session)


def test_a_person_moves_to_another_station(world: World, first: Laptop, second: Laptop) -> None:
    person = first.add_person(1)
    visit = first.add("follow_up", follow_up_values(person))
    second.add_person(2)
    world.exchange(first, second)
    second.add_person(3)
    world.exchange(second)
    world.seat.session.run(move(person, SECOND.code), "move")
    world.answer(second)
    packed = world.receipt(first)
    assert "data/person.jsonl" not in members_of(packed.data, first)
    first.read(packed.data)
    assert first.value(person, "station") == SECOND.code
    assert second.value(person, "station") == SECOND.code
    assert second.value(person, "id_number") == id_number(1)
    assert not second.has(visit)
    assert first.value(visit, "station") == FIRST.code
    second.edit(person, note="新站点写的")
    world.exchange(second)
    world.answer(first)
    assert first.value(person, "note") is None
    assert b"\xe6\x96\xb0\xe7\xab\x99" not in texts_in(first.session)
    first.edit(person, employment_status="2")
    world.exchange(first, second)
    world.answer(second)
    assert second.value(person, "employment_status") == "2"
    assert world.seat.value(person, "employment_status") == "2"


def test_a_second_laptop_does_not_get_people_who_went_away(
    world: World, first: Laptop, second: Laptop
) -> None:
    """What the new station wrote into a person that was here once stays there."""
    person = second.add_person(1)
    second.add_person(2)
    first.add_person(3)
    world.exchange(first, second)
    world.seat.session.run(move(person, FIRST.code), "move")
    world.answer(first)
    first.edit(person, employment_status="2")
    world.exchange(first)
    world.seat.session.run(move(person, SECOND.code), "move back")
    world.answer(second)
    second.edit(person, note="回来以后")
    world.exchange(second)
    other = world.laptop("first-b", FIRST)
    other.add_person(4)
    world.exchange(other)
    everything = texts_in(other.session)
    assert id_number(1).encode() not in everything
    assert "回来以后".encode() not in everything
    assert other.value(person, "station") == SECOND.code
    other.close()


def test_an_erasure_at_the_office_reaches_the_station(world: World, first: Laptop) -> None:
    person = first.add_person(1, note="家在河边")
    other = first.add_person(2, note=f"是{name(1)}介绍来的")
    wrong = id_number(1)[:-1] + ("0" if id_number(1)[-1] != "0" else "1")
    first.add("follow_up", follow_up_values(person, note=f"{name(1)}说工资{phone(1)}联系"))
    world.exchange(first)
    give(world.office, person, "phone", "ASK_PERSON", wrong)
    world.answer(first)
    needles = [name(1), id_number(1), phone(1), wrong, "家在河边"]
    for session in (world.seat.session, first.session):
        assert all(needle.encode() in texts_in(session) for needle in needles)
    world.seat.session.run(erase(person), "erase")
    world.answer(first)
    assert [e.op for e in first.session.read().entries(person)].count(ERASE) == 1
    for session in (world.seat.session, first.session):
        everything = texts_in(session)
        assert [needle for needle in needles if needle.encode() in everything] == []
        assert id_number(1)[6:14].encode() not in everything
    assert first.value(other, "note") == world.seat.value(other, "note") == "是〔已删除〕介绍来的"
    first.edit(other, employment_status="2")
    packages = [
        members_of(first.report(), first),
        members_of(world.receipt(first).data, first),
    ]
    again = world.laptop("first-b", FIRST)
    again.add_person(4)
    world.deliver(again)
    packages.append(members_of(world.receipt(again).data, again))
    for members in packages:
        for content in members.values():
            assert [needle for needle in needles if needle.encode() in content] == []
    again.close()


def test_an_old_package_does_not_bring_an_erased_person_back(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    other = world.laptop("first-b", FIRST)
    world.exchange(first)
    other.add_person(2)
    world.exchange(other)
    other.edit(person, note=f"旧电脑里{name(1)}的修改")
    old = other.report()
    world.seat.session.run(erase(person), "erase")
    assert world.inbox.receive(old).outcome is Outcome.ACCEPTED
    assert id_number(1).encode() not in texts_in(world.seat.session)
    assert "旧电脑里".encode() not in texts_in(world.seat.session)
    other.close()


def test_an_erasure_reaches_a_station_that_once_had_the_person(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    second.add_person(2)
    world.exchange(first, second)
    world.seat.session.run(move(person, SECOND.code), "move")
    world.answer(first)
    world.answer(second)
    second.session.run(erase(person), "erase")
    world.exchange(second)
    world.answer(first)
    for session in (world.seat.session, first.session, second.session):
        assert id_number(1).encode() not in texts_in(session)


def test_a_redaction_reaches_whoever_wrote_the_text(
    world: World, first: Laptop, second: Laptop
) -> None:
    """The first station named a person of the second in a record that has moved away since."""
    person = first.add_person(1, note=f"和{name(2)}是邻居")
    named = second.add_person(2)
    world.exchange(first, second)
    world.seat.session.run(move(person, SECOND.code), "move")
    world.answer(first)
    first.add_person(3)
    world.exchange(first)
    world.seat.session.run(erase(named), "erase")
    world.answer(first)
    assert not first.has(named)
    for session in (world.seat.session, first.session):
        assert name(2).encode() not in texts_in(session)


def test_a_redaction_of_what_others_wrote_later_stays_away(
    world: World, first: Laptop, second: Laptop
) -> None:
    person = first.add_person(1)
    named = second.add_person(2)
    world.exchange(first, second)
    world.seat.session.run(move(person, SECOND.code), "move")
    world.answer(first)
    world.answer(second)
    second.edit(person, note=f"新站点听{name(2)}说")
    world.exchange(second)
    world.seat.session.run(erase(named), "erase")
    assert world.seat.value(person, "note") == "新站点听〔已删除〕说"
    first.add_person(3)
    world.exchange(first)
    assert "新站点听".encode() not in texts_in(first.session)


def test_everybody_folds_doubts_alike(world: World, first: Laptop, second: Laptop) -> None:
    """A doubt of the first station's clock goes along with a record that moves later."""
    person = first.add_person(1)
    second.add_person(2)
    world.exchange(first, second)
    world.clock.move(days=9)
    first.edit(person, note="钟快了")
    data = first.report()
    world.clock.move(days=-9)
    assert world.inbox.receive(data).outcome is Outcome.CLOCK_DOUBTFUL
    for number in (3, 4):
        second.add_person(number)
        world.exchange(second)
    world.seat.session.run(move(person, SECOND.code), "move")
    world.answer(second)
    assert second.session.clock_state() == "ok"
    second.edit(person, note="接收站")
    world.exchange(second)
    assert second.value(person, "note") == world.seat.value(person, "note") == "接收站"


def test_a_waiting_package_brings_no_past_back(world: World, first: Laptop) -> None:
    """Who is ahead of the office has lost nothing."""
    first.add_person(1)
    world.exchange(first)
    first.add_person(2)
    first.add_person(3)
    assert world.inbox.receive(first.report_part(3)).outcome is Outcome.WAITING
    packed = world.receipt(first)
    assert "data/journal.jsonl" not in members_of(packed.data, first)
    assert packed.manifest.receipt is not None
    assert packed.manifest.receipt.held[0].seq == 1
    assert packed.manifest.receipt.answers == [1]


def test_a_late_stick_does_not_turn_the_clock_back(world: World, first: Laptop) -> None:
    """What a device holds is told by its newest package, not by the one that came last."""
    person = first.add_person(1)
    old = first.report()
    world.exchange(first)
    world.seat.session.run(edit(person, {"note": "上级补充"}), "note")
    world.answer(first)
    first.add_person(2)
    world.deliver(first)
    world.inbox.receive(old)
    packed = world.receipt(first)
    assert packed.manifest.heard == 3
    assert "data/journal.jsonl" not in members_of(packed.data, first)


def test_receipts_go_to_those_with_news(world: World, first: Laptop, second: Laptop) -> None:
    person = first.add_person(1)
    world.deliver(first)
    receipts = Receipts(world.office)
    (packed,) = receipts.write_all()
    assert packed.manifest.station.code == FIRST.code
    assert receipts.write_all() == []
    assert len(receipts.write_all(everyone=True)) == 1
    second.add_person(2)
    world.deliver(second)
    assert [p.manifest.station.code for p in receipts.write_all()] == [SECOND.code]
    world.seat.session.run(edit(person, {"note": "上级补充"}), "note")
    assert [p.manifest.station.code for p in receipts.write_all()] == [FIRST.code]


def test_a_receipt_that_reached_no_stick_is_written_again(
    world: World, first: Laptop, second: Laptop, tmp_path: Path
) -> None:
    for laptop in (first, second):
        laptop.add_person(1)
        world.deliver(laptop)
    receipts = Receipts(world.office)
    packed = receipts.write_all()
    full = tmp_path / "stick"
    full.mkdir()
    with pytest.raises(MediaError):
        receipts.put(packed, full / "gone")
    again = receipts.write_all()
    assert [r.manifest.number for r in again] == [2, 2]
    assert len(receipts.put(again, full)) == 2
    assert receipts.write_all() == []
    assert first.read(again[0].data).outcome is Outcome.ACCEPTED


def test_no_receipt_for_who_has_not_reported_or_is_retired(world: World, first: Laptop) -> None:
    with pytest.raises(NoSuchDevice):
        world.receipt(first)
    first.add_person(1)
    world.deliver(first)
    world.office.retire(first.public.device_id)
    with pytest.raises(NoSuchDevice):
        world.receipt(first)
    assert world.receipts.write_all(everyone=True) == []


def test_a_receipt_opens_only_at_its_device(world: World, first: Laptop, second: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    with pytest.raises(PackageRefused) as caught:
        second.read(world.receipt(first).data)
    assert caught.value.outcome is Outcome.CANNOT_OPEN


def test_after_a_change_of_keys_receipts_carry_the_voucher(world: World, first: Laptop) -> None:
    first.add_person(1)
    world.deliver(first)
    old = world.office.keys.public
    world.office.rotate()
    voucher = world.receipt(first).manifest.voucher
    assert voucher is not None
    assert voucher["device_id"] == old.device_id
    assert voucher["new"] == world.office.keys.public.as_dict()


def test_kinds_of_a_newer_version_are_forwarded(world: World, first: Laptop) -> None:
    from mengzhan.rules.reader import Change

    other = world.laptop("first-b", FIRST)
    other.add_person(1)
    world.exchange(other)
    values = {"title": "新版本的内容", "station": FIRST.code}
    first.session.run(lambda reader, desk: [Change("novelty", "novelty-1", values)], "add novelty")
    world.exchange(first, other)
    assert other.value("novelty-1", "title") == "新版本的内容"
    world.seat.session.run(
        lambda reader, desk: [Change("novelty", "novelty-1", {"title": "上级改过"})], "edit novelty"
    )
    world.answer(first)
    assert first.value("novelty-1", "title") == "上级改过"
    other.close()


def test_packages_in_any_order_end_alike(world: World, first: Laptop, second: Laptop) -> None:
    """Both laptops of a station share by stick as well; everything ends in the same state."""
    other = world.laptop("first-b", FIRST)
    from mengzhan.package.receiving import add_peer

    person = first.add_person(1)
    add_peer(other.session, first.public)
    other.read(build_share(first.session, other.public).data)
    other.edit(person, note="乙")
    first.edit(person, note="甲")
    world.exchange(other, first)
    world.exchange(first, other)
    assert first.value(person, "note") == other.value(person, "note")
    assert first.value(person, "note") == world.seat.value(person, "note")
    assert person_values(1)["name"] == other.value(person, "name")
    other.close()
