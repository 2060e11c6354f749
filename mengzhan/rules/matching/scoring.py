"""What is weighed once no hard limit stands in the way.

Each factor looks at a few facts and picks one of its cases; a case is worth 0 to 100 points
(``WORTH``) and is told by a claim. What a record does not say lies near the middle, and is asked;
where nobody set a limit, none is broken.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.occupations import occupations
from mengzhan.rules.matching.facts import NO_TRANSPORT, Opening, Seeker, limit_rules
from mengzhan.rules.matching.pay import Pay
from mengzhan.rules.matching.reasons import Claim, Param
from mengzhan.rules.matching.wording import shared_words

FAR = "occupation_far"
"""The case in which the trades have nothing in common: such a pair is not offered at all. No other
case of the factor is worth nothing, so worth tells it."""

WORTH: dict[str, int] = {
    "occupation_same": 100,
    "occupation_small_group": 80,
    "occupation_middle_group": 55,
    "occupation_major_group": 30,
    FAR: 0,
    "wish_not_stated": 40,
    "occupation_not_stated": 40,
    "wage_all_reaches": 100,
    "wage_top_reaches": 80,
    "wage_short_by_a_tenth": 40,
    "wage_short_by_a_fifth": 20,
    "wage_short": 0,
    "wage_wish_not_stated": 50,
    "wage_not_stated": 50,
    "wage_piece": 50,
    "wage_open": 50,
    "wage_casual": 50,
    "near_village": 100,
    "near_township": 85,
    "near_banner": 65,
    "near_league": 40,
    "near_region": 20,
    "elsewhere": 0,
    "distance_not_known": 50,
    "no_season": 100,
    "season_free": 100,
    "season_ask": 60,
    "season_leave": 40,
    "season_clash": 0,
    "no_limit": 100,
    "limits_met": 100,
    "limits_ask": 60,
    "limits_clash": 0,
    "has_transport": 100,
    "transport_near": 100,
    "transport_lodging": 100,
    "transport_ask": 60,
    "transport_clash": 0,
    "language_free": 70,
    "language_shared": 100,
    "mongolian_not_registered": 20,
    "mongolian_needed": 20,
    "no_skills_asked": 50,
    "skills_shared": 100,
    "skills_not_stated": 50,
    "skills_not_shared": 20,
    "trained": 100,
    "training_wished": 75,
    "no_training": 50,
    "experience_of_five_years": 100,
    "experience_of_three_years": 85,
    "experience": 70,
    "high_level": 90,
    "skill_level": 70,
    "no_experience": 50,
}
"""Points of each case."""

_BY_DISTANCE = (
    "occupation_same",
    "occupation_small_group",
    "occupation_middle_group",
    "occupation_major_group",
    FAR,
)
_BY_COMMON = {
    12: "near_village",
    9: "near_township",
    6: "near_banner",
    4: "near_league",
    2: "near_region",
    0: "elsewhere",
}
_SMALL_GROUP = 1
_TOWNSHIP, _VILLAGE = 9, 12
_LONG_TERM, _CASUAL = "1", "3"
_LODGING = ("2", "3")
_HEAVY = "6"
_HIGH_LEVEL, _SKILLED = 4, 2


@dataclass(frozen=True)
class Factor:
    """One factor: the facts it looks at, the case they make, and what is told of it."""

    name: str
    of_seeker: Callable[[Seeker], Hashable]
    of_opening: Callable[[Opening], Hashable]
    case: Callable[[Any, Any], str]
    claims: Callable[[str, Seeker, Opening], list[Claim]]


@lru_cache(maxsize=100_000)
def _distance(one: str, other: str) -> int:
    return occupations().distance(one, other)


# Occupation -------------------------------------------------------------------------------------


def _occupation(wanted: tuple[str, ...], trade: str) -> str:
    if not trade:
        return "occupation_not_stated"
    if not wanted:
        return "wish_not_stated"
    return _BY_DISTANCE[min(_distance(one, trade) for one in wanted)]


def _occupation_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    trade = opening.occupation
    if case == FAR:
        return []
    if case not in _BY_DISTANCE:
        found = [Claim(case)]
    elif case == "occupation_same":
        found = [Claim(case, {"occupation": trade})]
    else:
        nearest = min(seeker.wanted, key=lambda one: _distance(one, trade))
        params = {"wanted": nearest, "occupation": trade, "group": _group(nearest, trade)}
        found = [Claim(case, params)]
    if trade and opening.from_title:
        params = {"title": opening.title, "occupation": trade}
        found.append(Claim("title_read_as", params))
    return found


def _group(one: str, other: str) -> str:
    """The smallest group of the classification that holds both."""
    pairs = zip(one.split("-"), other.split("-"), strict=False)
    shared = 0
    for left, right in pairs:
        if left != right:
            break
        shared += 1
    return "-".join(one.split("-")[:shared])


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


# Season -----------------------------------------------------------------------------------------


def _months(season: str) -> tuple[str, ...]:
    """The months in which somebody cannot leave home."""
    return limit_rules()[season]["months"]


def _season(seasons: tuple[str, ...], work: tuple[str, str]) -> str:
    term, month = work
    if not seasons:
        return "no_season"
    if term == _LONG_TERM:
        return "season_leave"
    if any(month in _months(season) for season in seasons):
        return "season_clash"
    return "season_free" if term == _CASUAL else "season_ask"


def _season_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "no_season":
        return []
    if case == "season_free":
        return [Claim(case, {"month": opening.month})]
    told = [(season, _months(season)) for season in seeker.seasons]
    if case == "season_clash":
        season, months = next(one for one in told if opening.month in one[1])
        return [Claim(case, {"limit": season, "months": months, "month": opening.month})]
    return [Claim(case, {"limit": season, "months": months}) for season, months in told]


# Family and health ------------------------------------------------------------------------------

_Work = tuple[str, str, str]
"""Shift, board and the word that tells of heavy work."""


@cache
def _limit_claim(limit: str, work: _Work) -> Claim:
    """What one limit of a person means for some work."""
    shift, board, heavy = work
    if limit == _HEAVY and heavy:
        return Claim("heavy_clash", {"word": heavy})
    rules = limit_rules().get(limit, {})
    for value, column, code in (
        (shift, "shifts_met", "limit_shift_met"),
        (shift, "shifts_clash", "limit_shift_clash"),
        (board, "boards_met", "limit_board_met"),
        (board, "boards_clash", "limit_board_clash"),
    ):
        if value in rules.get(column, ()):
            name = column.partition("s_")[0]
            return Claim(code, {"limit": limit, name: value})
    return Claim("limit_ask", {"limit": limit})


def _family(limits: tuple[str, ...], work: _Work) -> str:
    tones = {_limit_claim(limit, work).tone for limit in limits}
    if "against" in tones:
        return "limits_clash"
    if "ask" in tones:
        return "limits_ask"
    return "limits_met" if tones else "no_limit"


def _work(opening: Opening) -> _Work:
    return opening.shift, opening.board, opening.heavy


def _family_claims(_: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    return [_limit_claim(limit, _work(opening)) for limit in seeker.limits]


def _transport(person: tuple[bool, str], work: tuple[str, str]) -> str:
    (without, home), (board, place) = person, work
    if not without:
        return "has_transport"
    common = len(division_tree().common(home, place))
    if common == _VILLAGE:
        return "transport_near"
    if board in _LODGING:
        return "transport_lodging"
    known = board and home and place
    return "transport_clash" if known and common < _TOWNSHIP else "transport_ask"


def _transport_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    params: dict[str, dict[str, Param]] = {
        "transport_near": {"place": opening.place},
        "transport_lodging": {"board": opening.board},
        "transport_clash": {"place": opening.place},
    }
    if case == "transport_ask":
        return [Claim("limit_ask", {"limit": NO_TRANSPORT})]
    return [Claim(case, params[case])] if case in params else []


# Language ---------------------------------------------------------------------------------------


def _language(person: tuple[bool, bool], needed: bool) -> str:
    needs, speaks = person
    if needed:
        return "language_shared" if speaks else "mongolian_not_registered"
    return "mongolian_needed" if needs else "language_free"


def _told(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    return [] if case == "language_free" else [Claim(case)]


# Skills, training, experience -------------------------------------------------------------------


def _skills(held: tuple[str, ...], asked: tuple[str, ...]) -> str:
    if not asked:
        return "no_skills_asked"
    if not held:
        return "skills_not_stated"
    return "skills_shared" if shared_words(asked, held) else "skills_not_shared"


def _skills_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "no_skills_asked":
        return []
    shared = tuple(shared_words(opening.skills, seeker.skills))
    return [Claim(case, {"words": shared or opening.skills})]


def _close_to(trades: Iterable[str], trade: str) -> str:
    """The nearest of ``trades`` if it shares the small group (小类) with ``trade``."""
    if not trade:
        return ""
    near = [one for one in trades if _distance(one, trade) <= _SMALL_GROUP]
    return min(near, key=lambda one: _distance(one, trade), default="")


def _training(learnt: tuple[tuple[str, ...], tuple[str, ...]], trade: str) -> str:
    trained, wished = learnt
    if _close_to(trained, trade):
        return "trained"
    return "training_wished" if _close_to(wished, trade) else "no_training"


def _training_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "trained":
        return [Claim(case, {"trade": _close_to(seeker.trained, opening.occupation)})]
    if case == "training_wished":
        trade = _close_to(seeker.training_wished, opening.occupation)
        return [Claim(case, {"trade": trade, "day": seeker.training_asked_on})]
    return []


def _rank(level: str) -> int:
    known = code_table("skill_level").get(level)
    return int(known.extra["rank"]) if known else 0


def _experience(person: tuple[tuple[str, ...], int, str], trade: str) -> str:
    """Years and level were told for the trades wanted: they count where one of these is near."""
    wanted, years, level = person
    case = _standing(years, level)
    return case if case != "no_experience" and _close_to(wanted, trade) else "no_experience"


@cache
def _standing(years: int, level: str) -> str:
    """The better of what the years and the level of skill are worth."""
    cases = ["no_experience"]
    for least, case in (
        (5, "experience_of_five_years"),
        (3, "experience_of_three_years"),
        (1, "experience"),
    ):
        if years >= least:
            cases.append(case)
    rank = _rank(level)
    if rank >= _SKILLED:
        cases.append("high_level" if rank >= _HIGH_LEVEL else "skill_level")
    return max(cases, key=WORTH.__getitem__)


def _experience_claims(case: str, seeker: Seeker, opening: Opening) -> list[Claim]:
    if case == "no_experience":
        return []
    if case in ("high_level", "skill_level"):
        return [Claim("skill_level", {"level": seeker.skill_level})]
    return [Claim("experience", {"years": seeker.years})]


FACTORS = (
    Factor(
        "occupation",
        lambda s: s.wanted,
        lambda o: o.occupation,
        _occupation,
        _occupation_claims,
    ),
    Factor("wage", lambda s: s.wage_wish, lambda o: o.pay, _wage, _wage_claims),
    Factor("distance", lambda s: s.home, lambda o: o.place, _distance_case, _distance_claims),
    Factor("family", lambda s: s.limits, _work, _family, _family_claims),
    Factor(
        "transport",
        lambda s: (s.no_transport, s.home if s.no_transport else ""),
        lambda o: (o.board, o.place),
        _transport,
        _transport_claims,
    ),
    Factor("season", lambda s: s.seasons, lambda o: (o.term, o.month), _season, _season_claims),
    Factor(
        "language",
        lambda s: (s.needs_mongolian, s.speaks_mongolian),
        lambda o: o.needs_mongolian,
        _language,
        _told,
    ),
    Factor("skills", lambda s: s.skills, lambda o: o.skills, _skills, _skills_claims),
    Factor(
        "training",
        lambda s: (s.trained, s.training_wished),
        lambda o: o.occupation,
        _training,
        _training_claims,
    ),
    Factor(
        "experience",
        lambda s: (s.wanted, s.years, s.skill_level),
        lambda o: o.occupation,
        _experience,
        _experience_claims,
    ),
)
"""All factors; the first one says whether a pair is offered at all."""

OCCUPATION = FACTORS[0]
"""The factor by whose nearest case pairs are found."""
