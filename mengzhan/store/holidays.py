"""The days that a station brought into its calendar, kept with its settings."""

from collections.abc import Mapping
from datetime import date

from mengzhan.rules.workdays import CALENDAR_SETTING, WorkingCalendar
from mengzhan.store.session import Session


def bring_in(session: Session, days: Mapping[date, bool]) -> None:
    """Add days to the calendar; a day that was there already is replaced."""
    kept: dict[str, bool] = dict(session.setting(CALENDAR_SETTING) or ())
    kept |= {day.isoformat(): worked for day, worked in days.items()}
    session.set_setting(CALENDAR_SETTING, sorted(kept.items()))


def known_years(calendar: WorkingCalendar) -> list[int]:
    """Return the years whose holidays are known."""
    years = sorted({day.year for day in calendar.exceptions})
    return [year for year in years if calendar.is_known(year)]
