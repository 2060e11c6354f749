"""What came of earlier introductions: who went, who stayed, why others did not. It is counted and
shown beside matching, and nothing of it ranks anybody: matching does not read it.

人数 and 人次 are counted apart: one person may be introduced twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.referral_state import LEFT_EARLY, STAYED_3, STAYED_6

_STAYED = {3: (STAYED_3, STAYED_6), 6: (STAYED_6,)}
"""Codes of ``referral_result`` that say somebody was still there after so many months."""


@dataclass(frozen=True)
class Outcomes:
    """Introductions of one employer, vacancy or person, counted.

    ``people`` and ``times`` are 人数 and 人次. ``arrived`` and the two ``stayed`` count people;
    ``open`` and ``reasons`` (code of ``referral_result`` -> count) count introductions.
    """

    people: int = 0
    times: int = 0
    arrived: int = 0
    stayed_3: int = 0
    stayed_6: int = 0
    open: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


def outcomes_of(referrals: Iterable[Values]) -> Outcomes:
    """Count referrals; a reason is a result that ended one without lasting work."""
    told = list(referrals)
    reasons = Counter(str(one.get("result")) for one in told if _failed(one))
    return Outcomes(
        people=_people(told),
        times=len(told),
        arrived=_people(one for one in told if _arrived(one)),
        stayed_3=_people(one for one in told if _stayed(one, 3) or _stayed(one, 6)),
        stayed_6=_people(one for one in told if _stayed(one, 6)),
        open=sum(_is_open(one) for one in told),
        reasons=dict(sorted(reasons.items())),
    )


def _people(referrals: Iterable[Values]) -> int:
    return len({one.get("person") for one in referrals})


def _flag(referral: Values, column: str) -> bool:
    known = code_table("referral_result").get(str(referral.get("result") or ""))
    return known is not None and known.flag(column)


def _arrived(referral: Values) -> bool:
    left_again = referral.get("result") == LEFT_EARLY
    return bool(referral.get("arrived_on")) or _flag(referral, "is_success") or left_again


def _stayed(referral: Values, months: int) -> bool:
    """Whether somebody looked after so many months and found the person there."""
    seen, left = referral.get(f"stay_{months}_on"), referral.get("left_on")
    there = isinstance(seen, str) and not (isinstance(left, str) and left < seen)
    return there or referral.get("result") in _STAYED[months]


def _is_open(referral: Values) -> bool:
    return not referral.get("result") or _flag(referral, "is_open")


def _failed(referral: Values) -> bool:
    return not (_is_open(referral) or _flag(referral, "is_success"))


_TITLE = QT_TRANSLATE_NOOP("model", "推荐过 {people} 人（{times} 人次），到岗 {arrived} 人")
_STAY = QT_TRANSLATE_NOOP("model", "满 3 个月 {three} 人，满 6 个月 {six} 人")
_OPEN = QT_TRANSLATE_NOOP("model", "等回音 {count} 次")
_REASON = QT_TRANSLATE_NOOP("model", "{reason} {count} 次")
_NONE = QT_TRANSLATE_NOOP("model", "还没有推荐过")


def sentences(outcomes: Outcomes) -> Iterator[Message]:
    """Yield what the counts say."""
    if not outcomes.times:
        yield Message(_NONE)
        return
    counts = {"people": outcomes.people, "times": outcomes.times, "arrived": outcomes.arrived}
    yield Message(_TITLE, counts)
    if outcomes.arrived:
        yield Message(_STAY, {"three": outcomes.stayed_3, "six": outcomes.stayed_6})
    if outcomes.open:
        yield Message(_OPEN, {"count": outcomes.open})
    table = code_table("referral_result")
    for code, count in outcomes.reasons.items():
        yield Message(_REASON, {"reason": table.label(code), "count": count})
