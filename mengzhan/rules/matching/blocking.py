"""Who may come into question at all, as data: the store answers it without reading everybody.

Each filter is wider than the rules, never narrower: it keeps every hit and near miss and many a
pair that the rules then refuse. Whether somebody looks for work is not asked here, because a
follow-up or a referral may say other than the record of the person.
"""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not, OneOf, StartsWith
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.limits import REACH
from mengzhan.rules.state import closed_by

_DIGITS = (12, 9, 6, 4, 2)


def people_for(opening: Opening) -> Filter:
    """Return the filter over people of whom at most one thing can be missing for a vacancy."""
    parts: list[Filter] = [_in_reach(opening.place), *map(_holding, opening.licences)]
    if opening.needed_by:
        free = Compare("available_on", "le", opening.needed_by)
        parts.append(Either((Empty("available_on"), free)))
    return Every((_wanting(opening.occupation), _all_but_one(parts)))


def openings_for(seeker: Seeker, day: date) -> Filter:
    """Return the filter over vacancies that are offered on ``day`` and of a trade that is wanted.

    Where they are is not asked: a vacancy without a place takes its employer's.
    """
    today = day.isoformat()
    groups = {trade.partition("-")[0] for trade in seeker.wanted}
    fitting: list[Filter] = [StartsWith("occupation", group) for group in sorted(groups)]
    trades = Either((Empty("occupation"), *fitting)) if groups else Every()
    begun = Compare("registered_on", "le", today)
    return Every((begun, Not(closed_by(today)), trades))


def _all_but_one(parts: Sequence[Filter]) -> Filter:
    """All parts hold, or all but one of them."""
    ways = [Every([*parts[:at], *parts[at + 1 :]]) for at in range(len(parts))]
    return Either(ways)


def _wanting(trade: str) -> Filter:
    """Whose trades share the major group (大类), or are not stated."""
    if not trade:
        return Every()
    field = "wanted_occupations"
    return Either((Empty(field), StartsWith(field, trade.partition("-")[0])))


def _in_reach(place: str) -> Filter:
    """Whose range holds a place, as far as home and place are known."""
    known = [Compare("travel_range", "eq", code) for code in REACH]
    ways: list[Filter] = [Not(Either(known))]
    for code, length in REACH.items():
        ways.append(Every((Compare("travel_range", "eq", code), _home_near(place[:length]))))
    return Either(ways)


def _home_near(area: str) -> Filter:
    """Whose home lies in an area, or is known only as a larger place around it."""
    around = tuple(area[:digits] for digits in _DIGITS if digits < len(area))
    return Either((StartsWith("residence", area), OneOf("residence", around), Empty("residence")))


def _holding(licence: str) -> Filter:
    """Who holds a licence, or a larger one that covers it."""
    table = code_table("license_type")
    covering = (c.code for c in table if licence in c.extra.get("covers", "").split("|"))
    return OneOf("licences", (licence, *covering))
