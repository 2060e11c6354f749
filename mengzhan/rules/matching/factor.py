"""What a factor is, and how many points each of its cases is worth."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.reasons import Claim

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


@dataclass(frozen=True)
class Factor:
    """One factor: the facts it looks at, the case they make, and what is told of it."""

    name: str
    of_seeker: Callable[[Seeker], Hashable]
    of_opening: Callable[[Opening], Hashable]
    case: Callable[[Any, Any], str]
    claims: Callable[[str, Seeker, Opening], list[Claim]]
