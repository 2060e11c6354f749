"""What is due on a day, and why: the lines of 今日.

Each rule looks at one record kind and yields lines with a reason in plain words. Overdue lines
come first, then by place, so that the list is a walking order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not, OneOf

SOON = timedelta(days=3)
"""How long before its end a vacancy asks to be confirmed."""


@dataclass(frozen=True)
class Due:
    """One line: what to do with which record, by when, and why."""

    kind: str
    record: str
    work: str
    by: date
    reason: Message
    overdue: bool


@dataclass(frozen=True)
class Rule:
    """A source of due lines: ``where`` finds candidates in SQL, ``explain`` writes the reason.

    ``answered_by`` names two fields, whom a record is about and its day: a later record of the
    same kind about the same one answers it, and it is no longer due.
    """

    kind: str
    work: str
    day_field: str
    ahead: timedelta
    where: Filter
    explain: Callable[[Values, int], Message]
    answered_by: tuple[str, str] | None = None

    def candidates(self, today: date) -> Filter:
        """Return the filter for records that are due by ``today``."""
        limit = (today + self.ahead).isoformat()
        return Every((Compare(self.day_field, "le", limit), self.where))


def _follow_up(values: Values, days_late: int) -> Message:
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "约好的回访已过 {days} 天")
        return Message(words, {"days": days_late})
    return Message(QT_TRANSLATE_NOOP("model", "约好今天回访"))


def _referral(values: Values, days_late: int) -> Message:
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "推荐信回执逾期 {days} 天（7 天内应返回）")
        return Message(words, {"days": days_late})
    return Message(QT_TRANSLATE_NOOP("model", "推荐信回执今天到期"))


def _vacancy(values: Values, days_late: int) -> Message:
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "有效期已过 {days} 天，还在招吗？")
        return Message(words, {"days": days_late})
    words = QT_TRANSLATE_NOOP("model", "有效期到 {day}，还在招吗？")
    return Message(words, {"day": values.get("valid_until")})


def _task(values: Values, days_late: int) -> Message:
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "上级任务逾期 {days} 天")
        return Message(words, {"days": days_late})
    words = QT_TRANSLATE_NOOP("model", "上级任务期限 {day}")
    return Message(words, {"day": values.get("due_on")})


def _demand(values: Values, days_late: int) -> Message:
    words = QT_TRANSLATE_NOOP("model", "企业诉求 {days} 天未销号")
    return Message(words, {"days": days_late})


RULES = (
    Rule(
        "follow_up",
        "follow_up",
        "next_on",
        timedelta(0),
        Every(),
        _follow_up,
        answered_by=("person", "day"),
    ),
    Rule(
        "referral",
        "referral",
        "due_on",
        timedelta(0),
        Either((Empty("result"), OneOf("result", ("0", "1")))),
        _referral,
    ),
    Rule("vacancy", "vacancy", "valid_until", SOON, Empty("closed_on"), _vacancy),
    Rule("task", "task", "due_on", SOON, Empty("done_on"), _task),
    Rule(
        "visit",
        "visit",
        "day",
        timedelta(days=-14),
        Every((Not(Empty("demand")), Empty("closed_on"))),
        _demand,
    ),
)
"""The due rules of this version."""


def due_line(rule: Rule, record: str, values: Values, today: date) -> Due:
    """Write the line for one record that ``rule`` found."""
    by = date.fromisoformat(str(values[rule.day_field]))
    late = (today - by).days
    return Due(rule.kind, record, rule.work, by, rule.explain(values, late), late > 0)


def in_order(lines: Iterator[Due]) -> list[Due]:
    """Overdue first, the longest overdue on top; then by day."""
    return sorted(lines, key=lambda line: (not line.overdue, line.by, line.record))
