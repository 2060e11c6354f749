"""What came of earlier introductions: who went, who stayed, why others did not. It is counted and
shown beside matching, and nothing of it ranks anybody: matching does not read it.

人数 and 人次 are counted apart: one person may be introduced twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.due import stay_field
from mengzhan.rules.referral_state import NO_SLIP, is_under_way, result_as_of


@dataclass(frozen=True)
class Outcomes:
    """Introductions of one employer, vacancy or person, counted.

    ``people`` and ``times`` are 人数 and 人次. ``arrived`` and the two ``stayed`` count people;
    ``open``, ``overdue`` and ``reasons`` (code of ``referral_result`` -> count) count introductions.
    """

    people: int = 0
    times: int = 0
    arrived: int = 0
    stayed_3: int = 0
    stayed_6: int = 0
    open: int = 0
    overdue: int = 0
    reasons: dict[str, int] = field(default_factory=dict)


def outcomes_of(referrals: Iterable[Values], day: date) -> Outcomes:
    """Count referrals as they stand on ``day``; a reason is a result that ended one without
    lasting work."""
    today = day.isoformat()
    told = list(referrals)
    results = Counter(result_as_of(one, today) for one in told)
    return Outcomes(
        people=_people(told),
        times=len(told),
        arrived=_people(one for one in told if _has_come_by(one, "arrived_on", today)),
        stayed_3=_people(one for one in told if _stayed(one, 3, today) or _stayed(one, 6, today)),
        stayed_6=_people(one for one in told if _stayed(one, 6, today)),
        open=sum(is_under_way(one, today) for one in told),
        overdue=results[NO_SLIP],
        reasons={result: count for result, count in sorted(results.items()) if _failed(result)},
    )


def _people(referrals: Iterable[Values]) -> int:
    return len({one.get("person") for one in referrals})


def _has_come_by(referral: Values, field: str, today: str) -> bool:
    came = text_of(referral, field)
    return bool(came) and came <= today


def _stayed(referral: Values, months: int, today: str) -> bool:
    """Whether somebody looked after so many months and found the person there."""
    seen, left = stay_field(months), text_of(referral, "left_on")
    there = _has_come_by(referral, "arrived_on", today) and _has_come_by(referral, seen, today)
    return there and not (left and left < text_of(referral, seen))


def _failed(result: str) -> bool:
    known = code_table("referral_result").get(result)
    return known is not None and not (known.flag("is_open") or known.flag("is_success"))


_TITLE = QT_TRANSLATE_NOOP("model", "推荐过 {people} 人（{times} 人次），到岗 {arrived} 人")
_STAY = QT_TRANSLATE_NOOP("model", "满 3 个月 {three} 人，满 6 个月 {six} 人")
_OPEN = QT_TRANSLATE_NOOP("model", "等回音 {count} 次")
_OVERDUE = QT_TRANSLATE_NOOP("model", "逾期，未反馈 {count} 次")
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
    if outcomes.overdue:
        yield Message(_OVERDUE, {"count": outcomes.overdue})
    table = code_table("referral_result")
    for code, count in outcomes.reasons.items():
        yield Message(_REASON, {"reason": table.label(code), "count": count})
