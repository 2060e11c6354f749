"""Days that a station brings in change its calendar and stay."""

from datetime import date

from mengzhan.rules.workdays import shipped_calendar, station_calendar
from mengzhan.store.holidays import bring_in, known_years
from tests.store.conftest import Station


def test_days_are_added_replaced_and_kept(station: Station) -> None:
    day = date(2027, 10, 1)
    bring_in(station.session, {day: True, date(2027, 10, 2): False})
    bring_in(station.session, {day: False})
    station.reopen()
    calendar = station_calendar(station.session)
    assert not calendar.is_working_day(day)
    assert known_years(calendar) == [*known_years(shipped_calendar()), 2027]
