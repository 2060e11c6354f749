"""Seasons in which somebody cannot be reached or has no time: they move a date, nothing piles up.

Lambing, field work and haymaking follow from the limits that a person named, months away from the
person's own record. A date in such a month goes to the same day of the next month that is free, so
that a season's dates come back as spread as they were.
"""

from datetime import date

from mengzhan.model.codes import Code, code_from_row
from mengzhan.model.entry import Values, texts_of
from mengzhan.model.resources import made_of_tables, read_table
from mengzhan.rules.months import months_later

_AWAY = "away"
_YEAR = 12


@made_of_tables
def _seasons() -> tuple[Code, ...]:
    return tuple(map(code_from_row, read_table("season")))


def _seasons_in(values: Values, month: str) -> list[Code]:
    """Return the seasons in which a person is in a month (``month_of_year``)."""
    limits, away = texts_of(values, "limits"), texts_of(values, "away_months")
    return [
        season
        for season in _seasons()
        if (month in away if season.code == _AWAY else _falls(season, month, limits))
    ]


def _falls(season: Code, month: str, limits: list[str]) -> bool:
    return season.extra["limit"] in limits and month in season.extra["months"].split("|")


def out_of_season(day: date, person: Values) -> tuple[date, tuple[str, ...]]:
    """Return the day to which ``day`` moves for a person, and the seasons that moved it.

    Somebody who has no free month in a year is asked on the day itself.
    """
    if not person.get("limits") and not person.get("away_months"):
        return day, ()
    names: dict[str, None] = {}
    for step in range(_YEAR):
        moved = months_later(day, step)
        here = _seasons_in(person, f"{moved.month:02d}")
        if not here:
            return moved, tuple(names)
        names |= dict.fromkeys(season.words for season in here)
    return day, ()
