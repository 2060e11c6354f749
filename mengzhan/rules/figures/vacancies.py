"""Indicators about vacancies: new ones, places still open, and those that are hard to fill."""

from collections.abc import Iterator, Sequence

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.reading import Ground
from mengzhan.rules.state import FILLED, OPEN, PARTLY, WITHDRAWN, vacancy_on, wanted_by


def _vacancy(record: str, day: str, amount: int = 1) -> Evidence:
    return Evidence("vacancy", record, record, day, ("vacancy", record), amount)


def new(ground: Ground) -> Iterator[Evidence]:
    """M01: vacancies registered in the period."""
    for record, values in ground.register.vacancies.items():
        day = text_of(values, "registered_on")
        if day in ground.period and ground.owns("vacancy", values, day):
            yield _vacancy(record, day)


def new_places(ground: Ground) -> Iterator[Evidence]:
    """M02: places of new vacancies, and places added to earlier ones.

    A record tells no day for added places: the day on which they were typed counts. A lower number
    puts right what stood before, so that all months together come to what a vacancy asks for now.
    """
    some = None if ground.whole.part is None else tuple(ground.register.vacancies)
    typed = ground.reader.earlier_sets("vacancy", ("at", "headcount"), some)
    for record, values in ground.register.vacancies.items():
        came = [
            (day, places)
            for day, places in _places_by_day(values, typed.get(record, ()))
            if day in ground.period and ground.owns("vacancy", values, day)
        ]
        if came:
            yield _vacancy(record, came[0][0], sum(places for _, places in came))


def _places_by_day(values: Values, typed: Sequence[Values]) -> Iterator[tuple[str, int]]:
    """Yield (day, places that came on it); the first ones came when the vacancy was registered."""
    registered = text_of(values, "registered_on")
    if not registered:
        return
    days = [registered, *(day_of(text_of(one, "at")) for one in typed[1:])]
    told = [*map(wanted_by, typed[:-1]), wanted_by(values)]
    lowest = [min(told[at:]) for at in range(len(told))]
    for day, now, before in zip(days, lowest, [0, *lowest], strict=False):
        if now > before:
            yield max(day, registered), now - before


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
        by_closing = spell.way is not None and spell.way.code in (FILLED, WITHDRAWN)
        day = spell.left_on
        if by_closing and day in ground.period and ground.owns("vacancy", values, day):
            yield _vacancy(spell.record, day, wanted_by(values))


COUNTS = {
    "M01": new,
    "M02": new_places,
    "M03": open_places,
    "M27": hard_to_fill,
    "M29": closed,
}
"""How each of these indicators is counted."""
