"""Indicators about vacancies: new ones, places still open, and those that are hard to fill."""

from collections.abc import Iterator, Mapping
from functools import partial

from mengzhan.model.entry import Values
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.reading import Ground
from mengzhan.rules.referral_state import text_of
from mengzhan.rules.state import FILLED, OPEN, PARTLY, WITHDRAWN, vacancy_on


def _vacancy(record: str, day: str, amount: int = 1) -> Evidence:
    return Evidence("vacancy", record, record, day, amount, ("vacancy", record))


def new(ground: Ground) -> Iterator[Evidence]:
    """M01: vacancies registered in the period."""
    for record, values in ground.register.vacancies.items():
        day = text_of(values, "registered_on")
        if day in ground.period and ground.owns("vacancy", values, day):
            yield _vacancy(record, day)


def new_places(ground: Ground) -> Iterator[Evidence]:
    """M02: places of new vacancies, and places added to earlier ones.

    A record tells no day for added places: the day on which they were typed counts. A lower number
    puts right what stood before, so that the sum over all months is what the vacancy asks for now.
    """
    typed = ground.reader.earlier_sets("vacancy", ("at", "headcount"))
    for record, values in ground.register.vacancies.items():
        places = _places_by_day(values, typed.get(record, ()))
        came = {day: count for day, count in places.items() if day in ground.period}
        days = [day for day in came if ground.owns("vacancy", values, day)]
        if days and sum(came[day] for day in days):
            yield _vacancy(record, days[0], sum(came[day] for day in days))


def _places_by_day(values: Values, typed: object) -> Mapping[str, int]:
    return {}


def open_places(ground: Ground) -> Iterator[Evidence]:
    """M03: places still to be filled on the last day in vacancies that are open or partly filled."""
    for record, values in ground.register.vacancies.items():
        on = vacancy_on(values, ground.register.referrals_to.get(record, ()), ground.last)
        if on.status in (OPEN, PARTLY) and ground.owns("vacancy", values, ground.last):
            yield _vacancy(record, ground.last, on.places_left)


def hard_to_fill(ground: Ground) -> Iterator[Evidence]:
    """M27: places still to be filled in vacancies on the list on the last day."""
    standing = {spell.record for spell in ground.vacancy_spells if spell.lasts}
    return (one for one in open_places(ground) if one.record in standing)


def closed(ground: Ground) -> Iterator[Evidence]:
    """M29: vacancies that left the list because they were filled or withdrawn."""
    for spell in ground.vacancy_spells:
        values = ground.register.vacancies[spell.record]
        ended = spell.way is not None and spell.way.code in (FILLED, WITHDRAWN)
        if ended and spell.left_on in ground.period:
            if ground.owns("vacancy", values, spell.left_on):
                yield _vacancy(spell.record, spell.left_on, _headcount(values))


def _headcount(values: Values) -> int:
    wanted = values.get("headcount")
    return wanted if isinstance(wanted, int) else 0
