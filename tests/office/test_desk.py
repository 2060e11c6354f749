"""The roster and the keys: who is expected, who is trusted, how the office shows itself."""

import subprocess
from pathlib import Path

import pytest

from mengzhan.office.desk import DeviceTaken, KeyCodeDiffers, NoSuchDevice, NoSuchStation, Office
from mengzhan.office.roster import PINNED, RETIRED
from mengzhan.package.container import MANIFEST, SIGNATURE
from mengzhan.package.devicekey import DeviceKeys, key_code, verify_voucher
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.mail import is_address
from tests.office.world import FIRST, OFFICE, SECOND, Laptop, World, dump, members_of
from tests.programs import program


def test_opening_twice_changes_nothing(world: World) -> None:
    before = dump(world.seat.session)
    Office(world.seat.session)
    assert dump(world.seat.session) == before


def test_an_office_keeps_its_keys(world: World) -> None:
    keys = world.office.keys.public
    world.reopen()
    assert world.office.keys.public == keys
    assert [s.code for s in world.office.roster.stations()] == [FIRST.code, SECOND.code]


def test_the_enrolment_file_names_station_and_office(world: World) -> None:
    enrolment = read_enrolment(world.office.enrolment_for(FIRST.code, "office@example.cn"))
    assert (enrolment.station_code, enrolment.station_name) == (FIRST.code, FIRST.name)
    assert (enrolment.office_code, enrolment.office_name) == (OFFICE.code, OFFICE.name)
    assert enrolment.office == world.office.keys.public
    assert is_address(enrolment.email)


def test_no_enrolment_for_a_station_that_is_not_expected(world: World) -> None:
    world.office.close_station(SECOND.code)
    for code in ("999999999999", SECOND.code):
        with pytest.raises(NoSuchStation) as caught:
            world.office.enrolment_for(code)
        assert code in str(caught.value)


def test_what_is_known_of_a_station_can_change(world: World) -> None:
    world.office.add_station(FIRST.code, "新名字", contact="站长", note="逢三去")
    station = world.office.roster.station(FIRST.code)
    assert station is not None
    assert (station.name, station.contact, station.note) == ("新名字", "站长", "逢三去")
    assert len(world.office.roster.stations()) == 2


def test_pinning_needs_the_right_digits(world: World) -> None:
    public = DeviceKeys.generate().public
    before = dump(world.seat.session)
    with pytest.raises(KeyCodeDiffers) as caught:
        world.office.pin(FIRST.code, public, key_code(DeviceKeys.generate().public))
    assert "没有登记" in str(caught.value)
    assert dump(world.seat.session) == before
    typed = key_code(public).replace(" ", "-")
    device = world.office.pin(FIRST.code, public, typed)
    assert (device.station, device.state, device.public) == (FIRST.code, PINNED, public)
    assert device.key_code == key_code(public)


def test_a_key_stays_with_its_station(world: World, first: Laptop) -> None:
    code = key_code(first.public)
    with pytest.raises(DeviceTaken):
        world.office.pin(SECOND.code, first.public, code)
    world.office.revoke(first.public.device_id)
    with pytest.raises(DeviceTaken):
        world.office.pin(FIRST.code, first.public, code)
    with pytest.raises(NoSuchDevice):
        world.office.revoke("mz-aaaaaaaaaaaaaaaa")


def test_a_retired_device_can_be_pinned_again(world: World, first: Laptop) -> None:
    world.office.retire(first.public.device_id)
    assert world.office.device(first.public.device_id).state == RETIRED
    world.pin(first)
    assert world.office.device(first.public.device_id).state == PINNED


def test_new_keys_are_vouched_for_by_the_old(world: World) -> None:
    old = world.office.keys
    new = world.office.rotate()
    assert verify_voucher(world.office.voucher, old.public) == new
    assert world.office.identities == [world.office.keys.age_identity, old.age_identity]
    world.office.rotate()
    assert len(world.office.identities) == 3


def test_ssh_keygen_verifies_with_our_allowed_signers(
    world: World, first: Laptop, second: Laptop, tmp_path: Path
) -> None:
    first.add_person(1)
    members = members_of(first.report(), first)
    world.office.revoke(second.public.device_id)
    signers = tmp_path / "allowed_signers"
    signers.write_text(world.office.allowed_signers())
    (tmp_path / "sig").write_bytes(members[SIGNATURE])

    def check(principal: str, document: bytes) -> int:
        command = [program("ssh-keygen"), "-Y", "verify", "-f", str(signers), "-I", principal]
        command += ["-n", "mengzhan-package", "-s", str(tmp_path / "sig")]
        return subprocess.run(command, input=document, capture_output=True, check=False).returncode

    assert check(first.public.device_id, members[MANIFEST]) == 0
    assert check(first.public.device_id, members[MANIFEST] + b" ") != 0
    assert second.public.device_id not in signers.read_text()
    assert world.office.keys.public.device_id in signers.read_text()
