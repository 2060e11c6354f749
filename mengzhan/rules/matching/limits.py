"""The hard limits: what must hold before anything is weighed.

Place within the person's own range, start, licences, legal age, places left and a search that still
runs. What a record does not say is no limit; it becomes a question instead.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.reasons import Claim, Closing, Missing, Param
from mengzhan.rules.state import is_full

REACH = {"1": 12, "2": 9, "3": 6, "4": 4, "5": 2, "6": 0}
"""How many digits of the place must be those of the home, by the code of ``travel_range``."""


@dataclass(frozen=True)
class Limit:
    """One hard limit.

    ``of_seeker`` and ``of_opening`` are the facts it looks at; ``lacks`` counts what is missing in
    them, and equal facts have equal answers. ``missing`` makes the statement where one thing is;
    ``holds`` says what is known where nothing is.
    """

    name: str
    of_seeker: Callable[[Seeker], Hashable]
    of_opening: Callable[[Opening], Hashable]
    lacks: Callable[[Any, Any], int]
    missing: Callable[[Seeker, Opening], Missing | None]
    holds: Callable[[Seeker, Opening], list[Claim]]


# Place ------------------------------------------------------------------------------------------


def _out_of_reach(seeker: tuple[str, str], place: str) -> int:
    """Whether a place is out of range. Where one of them is known only roughly, it counts only if
    what is known differs."""
    home, travel_range = seeker
    length = REACH.get(travel_range, 0)
    known = min(length, len(home), len(place))
    return int(home[:known] != place[:known])


def _place_missing(seeker: Seeker, opening: Opening) -> Missing | None:
    if not _out_of_reach((seeker.home, seeker.travel_range), opening.place):
        return None
    needed = next(code for code in REACH if not _out_of_reach((seeker.home, code), opening.place))
    params = {"place": opening.place, "range": seeker.travel_range, "needed": needed}
    return Missing(Claim("place_out_of_range", params), Closing("person", "travel_range", needed))


def _place_holds(seeker: Seeker, opening: Opening) -> list[Claim]:
    if not opening.place:
        return [Claim("place_not_stated")]
    if not seeker.travel_range:
        return [Claim("range_not_stated")]
    # nobody knows how far a range of a newer version goes
    length = REACH.get(seeker.travel_range)
    sure = length is not None and min(len(seeker.home), len(opening.place)) >= length
    params = {"place": opening.place, "range": seeker.travel_range}
    return [Claim("within_range" if sure else "range_not_sure", params)]


# Start ------------------------------------------------------------------------------------------


def _too_late(available: str, needed_by: str) -> int:
    return int(bool(needed_by) and available > needed_by)


def _start_missing(seeker: Seeker, opening: Opening) -> Missing | None:
    available, needed_by = seeker.available, opening.needed_by
    if not _too_late(available, needed_by):
        return None
    days = (date.fromisoformat(available) - date.fromisoformat(needed_by)).days
    late: dict[str, Param] = {"available": available, "days": days}
    if opening.starts:
        claim = Claim("starts_too_early", {"needed_by": needed_by, **late})
        return Missing(claim, Closing("vacancy", "start_on", available))
    claim = Claim("closes_too_early", {"until": needed_by, **late})
    return Missing(claim, Closing("vacancy", "valid_until", available))


def _start_holds(seeker: Seeker, opening: Opening) -> list[Claim]:
    if not (opening.starts and seeker.available):
        return []
    params = {"needed_by": opening.needed_by, "available": seeker.available}
    return [Claim("in_time", params)]


# Licences ---------------------------------------------------------------------------------------


def _licences_lacking(held: frozenset[str], needed: tuple[str, ...]) -> int:
    """Each licence is a thing of its own: whoever lacks two is no near miss."""
    return sum(code not in held for code in needed)


def _licence_missing(seeker: Seeker, opening: Opening) -> Missing | None:
    lacking = [code for code in opening.licences if code not in seeker.licences]
    if not lacking:
        return None
    with_it = sorted({*seeker.licences, *lacking})
    return Missing(
        Claim("licence_missing", {"licence": lacking[0]}), Closing("person", "licences", with_it)
    )


def _licences_hold(seeker: Seeker, opening: Opening) -> list[Claim]:
    found = [Claim("licences_held", {"licences": opening.licences})] if opening.licences else []
    return [*found, Claim("licence_other")] if opening.other_licence else found


# Legal age --------------------------------------------------------------------------------------


def _too_young(months_to_age: tuple[tuple[int, int], ...] | None, age: int) -> int:
    return 1 if months_to_age is None else int(dict(months_to_age)[age] > 0)


def _age_missing(seeker: Seeker, opening: Opening) -> Missing | None:
    if not _too_young(seeker.months_to_age, opening.age):
        return None
    asked: dict[str, Param] = {"age": opening.age, "because": opening.because}
    closing = Closing("person", "birth_date", None)
    if seeker.months_to_age is None:
        return Missing(Claim("age_not_known", asked), closing)
    months = dict(seeker.months_to_age)[opening.age]
    return Missing(Claim("too_young", {**asked, "months": months}), closing)


# Places, and whether the search still runs --------------------------------------------------------


def _is_full(opening: Opening) -> bool:
    return is_full(opening.headcount, opening.arrived)


def _offer_lacking(_: None, opening: tuple[bool, bool]) -> int:
    return sum(opening)


def _offer_missing(seeker: Seeker, opening: Opening) -> Missing | None:
    if _is_full(opening):
        needed = opening.arrived + 1
        params = {"headcount": opening.headcount, "arrived": opening.arrived, "needed": needed}
        return Missing(Claim("places_full", params), Closing("vacancy", "headcount", needed))
    if opening.expired:
        claim = Claim("expired", {"until": opening.until})
        return Missing(claim, Closing("vacancy", "valid_until", None))
    return None


def _offer_holds(seeker: Seeker, opening: Opening) -> list[Claim]:
    if opening.foreign:
        return [Claim("foreign_places", {"station": opening.station})]
    if not opening.headcount:
        return [Claim("headcount_not_stated")]
    return [Claim("places_left", {"left": opening.headcount - opening.arrived})]


def _nothing(seeker: Seeker, opening: Opening) -> list[Claim]:
    return []


LIMITS = (
    Limit(
        "place",
        lambda s: (s.home, s.travel_range),
        lambda o: o.place,
        _out_of_reach,
        _place_missing,
        _place_holds,
    ),
    Limit(
        "start",
        lambda s: s.available,
        lambda o: o.needed_by,
        _too_late,
        _start_missing,
        _start_holds,
    ),
    Limit(
        "licences",
        lambda s: s.licences,
        lambda o: o.licences,
        _licences_lacking,
        _licence_missing,
        _licences_hold,
    ),
    Limit(
        "age",
        lambda s: s.months_to_age,
        lambda o: o.age,
        _too_young,
        _age_missing,
        _nothing,
    ),
    Limit(
        "offer",
        lambda s: None,
        lambda o: (_is_full(o), o.expired),
        _offer_lacking,
        _offer_missing,
        _offer_holds,
    ),
)
"""All hard limits, in the order in which they are told."""


def missing_one(seeker: Seeker, opening: Opening) -> Missing | None:
    """Return the statement of a pair in which something is missing; the first, if several are."""
    found = (limit.missing(seeker, opening) for limit in LIMITS)
    return next((missing for missing in found if missing is not None), None)
