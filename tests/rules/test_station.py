"""To whom a data folder belongs."""

from mengzhan.rules.station import OFFICE, ROLE, is_office, own_station
from tests.store.conftest import Station


def test_a_station_has_its_own_records_and_an_office_those_of_all(station: Station) -> None:
    for settings in (station.session, station.session.read()):
        assert own_station(settings) == station.session.place.code != ""
        assert not is_office(settings)
    station.session.set_setting(ROLE, OFFICE)
    assert is_office(station.session)
    assert own_station(station.session) == ""
