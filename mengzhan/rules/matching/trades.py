"""Factors about the work itself: the trade that is wanted, what somebody can, learnt and has done."""

from collections.abc import Iterable
from functools import cache, lru_cache

from mengzhan.model.codes import code_table
from mengzhan.model.occupations import occupations
from mengzhan.rules.matching.factor import FAR, WORTH, Factor
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.reasons import Claim
from mengzhan.rules.matching.wording import shared_words

_BY_DISTANCE = (
    "occupation_same",
    "occupation_small_group",
    "occupation_middle_group",
    "occupation_major_group",
    FAR,
)
_SMALL_GROUP = 1
_HIGH_LEVEL, _SKILLED = 4, 2


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


OCCUPATION = Factor(
    "occupation",
    lambda s: s.wanted,
    lambda o: o.occupation,
    _occupation,
    _occupation_claims,
)
"""The factor that says whether a pair is offered at all."""

SKILLS = Factor("skills", lambda s: s.skills, lambda o: o.skills, _skills, _skills_claims)
TRAINING = Factor(
    "training",
    lambda s: (s.trained, s.training_wished),
    lambda o: o.occupation,
    _training,
    _training_claims,
)
EXPERIENCE = Factor(
    "experience",
    lambda s: (s.wanted, s.years, s.skill_level),
    lambda o: o.occupation,
    _experience,
    _experience_claims,
)
