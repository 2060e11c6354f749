"""What is weighed once no hard limit stands in the way.

Each factor looks at a few facts and picks one of its cases; a case is worth 0 to 100 points
(``factor.WORTH``) and is told by a claim. What a record does not say lies near the middle, and is
asked; where nobody set a limit, none is broken.
"""

from mengzhan.model.divisions import division_tree
from mengzhan.rules.matching.circumstances import FAMILY, LANGUAGE, SEASON, TRANSPORT
from mengzhan.rules.matching.factor import Factor
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.pay import Pay
from mengzhan.rules.matching.reasons import Claim, Param
from mengzhan.rules.matching.trades import EXPERIENCE, OCCUPATION, SKILLS, TRAINING

_BY_COMMON = {
    12: "near_village",
    9: "near_township",
    6: "near_banner",
    4: "near_league",
    2: "near_region",
    0: "elsewhere",
}

# Wage -------------------------------------------------------------------------------------------


def _wage(wish: int, pay: Pay) -> str:
    if not wish:
        return "wage_wish_not_stated"
    if pay.high is None:
        return pay.unlike
    if pay.low is not None and pay.low >= wish:
        return "wage_all_reaches"
    gap = wish - pay.high
    if gap <= 0:
        return "wage_top_reaches"
    if gap * 10 <= wish:
        return "wage_short_by_a_tenth"
    return "wage_short_by_a_fifth" if gap * 5 <= wish else "wage_short"


def _wage_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    pay = opening.pay
    if not seeker.wage_wish or pay.high is None:
        return [Claim(case)]
    params: dict[str, Param] = {"wish": seeker.wage_wish, "unit": pay.unit}
    if case == "wage_all_reaches" and pay.low is not None:
        return [Claim(case, {**params, "pay": pay.low, "amount": pay.lowest})]
    params |= {"pay": pay.high, "amount": pay.highest}
    if case == "wage_top_reaches":
        return [Claim(case, params)]
    return [Claim("wage_short", {**params, "gap": seeker.wage_wish - pay.high})]


# Distance ---------------------------------------------------------------------------------------


def _distance_case(home: str, place: str) -> str:
    if not home or not place:
        return "distance_not_known"
    return _BY_COMMON[len(division_tree().common(home, place))]


def _distance_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "distance_not_known":
        return []
    common = division_tree().common(seeker.home, opening.place)
    return [Claim(case, {"place": common} if common else {})]


WAGE = Factor("wage", lambda s: s.wage_wish, lambda o: o.pay, _wage, _wage_claims)
DISTANCE = Factor("distance", lambda s: s.home, lambda o: o.place, _distance_case, _distance_claims)

FACTORS = (
    OCCUPATION,
    WAGE,
    DISTANCE,
    FAMILY,
    TRANSPORT,
    SEASON,
    LANGUAGE,
    SKILLS,
    TRAINING,
    EXPERIENCE,
)
"""All factors, in the order of the table of weights."""
