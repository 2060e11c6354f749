import pytest

from mengzhan.model.problem import UserError
from mengzhan.package.device import (
    NotEnrolled,
    add_replicas,
    device_keys,
    known_replicas,
    office_of,
)
from tests.package.laptops import PaperOffice
from tests.store.conftest import Station, around, clock, keystore, station

__all__ = ["around", "clock", "keystore", "station"]


def test_keys_are_made_once_and_stay(station: Station) -> None:
    keys = device_keys(station.session)
    assert device_keys(station.session) == keys
    station.reopen()
    assert device_keys(station.session) == keys


def test_private_keys_lie_only_in_the_encrypted_database(station: Station) -> None:
    keys = device_keys(station.session)
    station.session.store.checkpoint()
    for path in station.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert keys.age_identity.encode() not in content
            assert keys.signing_seed not in content


def test_without_an_office(station: Station) -> None:
    with pytest.raises(NotEnrolled) as caught:
        office_of(station.session)
    assert isinstance(caught.value, UserError)
    assert caught.value.code == "NOT_ENROLLED"
    assert ".mzk" in str(caught.value)


def test_the_office_of_the_enrolment_file(station: Station) -> None:
    office = PaperOffice()
    office.enrol(station)
    station.reopen()
    found = office_of(station.session)
    assert found.public == office.keys.public
    assert (found.place.code, found.place.name) == ("150102", "新城区就业服务中心")


def test_a_new_station_has_one_replica(station: Station) -> None:
    assert known_replicas(station.session) == [station.session.replica]


def test_other_replicas_come_first_and_once(station: Station) -> None:
    mine = station.session.replica
    add_replicas(station.session, ["b" * 32, mine, "c" * 32])
    add_replicas(station.session, ["c" * 32])
    assert known_replicas(station.session) == ["b" * 32, "c" * 32, mine]


def test_the_former_replica_stays_the_stations_own(station: Station) -> None:
    first = station.session.replica
    second = station.session.take_new_replica()
    third = station.session.take_new_replica()
    assert known_replicas(station.session) == [first, second, third]
