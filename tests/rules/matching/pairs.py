"""One pair at a time, by the rules themselves: what the index has to agree with."""

from mengzhan.rules.matching.factor import FAR
from mengzhan.rules.matching.facts import Opening, Seeker
from mengzhan.rules.matching.limits import LIMITS
from mengzhan.rules.matching.trades import OCCUPATION


def lacking(seeker: Seeker, opening: Opening) -> int:
    """Count what is missing between a person and a vacancy."""
    return sum(limit.lacks(limit.of_seeker(seeker), limit.of_opening(opening)) for limit in LIMITS)


def is_far(seeker: Seeker, opening: Opening) -> bool:
    """Whether the trades have nothing in common, so that the pair is not offered."""
    facts = OCCUPATION.of_seeker(seeker), OCCUPATION.of_opening(opening)
    return OCCUPATION.case(*facts) == FAR
