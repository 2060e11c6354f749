"""What is due on a day, and why: the lines of 今日.

Each rule looks at one record kind and yields lines with a reason in plain words. Overdue lines
come first, then by place, so that the list is a walking order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.due_rules import DAYS, due_rules
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter, Not, OneOf
from mengzhan.rules.months import months_before, months_later
from mengzhan.rules.state import closed_by


@dataclass(frozen=True)
class Due:
    """One thing that is due: what to do with which record, by when, and why.

    ``about`` is the person or employer to speak with; empty if there is none but the record.
    """

    kind: str
    record: str
    work: str
    by: date
    reason: Message
    overdue: bool
    about: str = ""


@dataclass(frozen=True)
class Rule:
    """A source of due lines: ``where`` finds candidates in SQL, ``explain`` writes the reason.

    ``answered_by`` names two fields, whom a record is about and its day: a later record of the
    same kind about the same one answers it, and it is no longer due. ``about`` names the field with
    the person or employer to speak with, ``told`` those that ``explain`` reads. With ``months`` it is due so
    long after its day, and asked no more once ``gone_after`` months are over.
    """

    kind: str
    work: str
    day_field: str
    where: Filter
    explain: Callable[[Values, int], Message]
    answered_by: tuple[str, str] | None = None
    about: str = ""
    told: tuple[str, ...] = ()
    months: int = 0
    gone_after: int = 0

    @property
    def ahead(self) -> timedelta:
        """How long before its day a record is looked for; below nought, so long after it."""
        rule = due_rules()[self.work]
        return timedelta(days=-rule.interval) if rule.unit == DAYS else rule.ahead

    @property
    def reads(self) -> tuple[str, ...]:
        """The fields that a line is written from."""
        named = (self.day_field, self.about, *self.told, *(self.answered_by or ()))
        return tuple(dict.fromkeys(name for name in named if name))

    def candidates(self, today: date) -> Filter:
        """Return the filter for records that are due by ``today``."""
        limit = months_before(today + self.ahead, self.months)
        parts = [Compare(self.day_field, "le", limit.isoformat()), self.where]
        if self.gone_after:
            gone = months_before(today, self.gone_after).isoformat()
            parts.append(Compare(self.day_field, "gt", gone))
        return Every(tuple(parts))

    def due_by(self, values: Values) -> date:
        """Return the day on which a record is due."""
        return months_later(date.fromisoformat(str(values[self.day_field])), self.months)


NOT_MET = ("F9", "FB")
"""Outcomes (``followup_outcome``) in which the person was not spoken to; a refusal is an answer."""


def _follow_up(values: Values, days_late: int) -> Message:
    if values.get("outcome") in NOT_MET:
        words = QT_TRANSLATE_NOOP("model", "{day} 没联系上（第 {count} 次），该再联系了")
        return Message(words, {"day": values.get("day"), "count": values.get("missed") or 1})
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "约好的回访已过 {days} 天")
        return Message(words, {"days": days_late})
    return Message(QT_TRANSLATE_NOOP("model", "约好今天回访"))


def _referral(values: Values, days_late: int) -> Message:
    if days_late > 0:
        words = QT_TRANSLATE_NOOP("model", "推荐信回执逾期 {days} 天（7 天内应返回）")
        return Message(words, {"days": days_late})
    return Message(QT_TRANSLATE_NOOP("model", "推荐信回执今天到期"))


def next_follow_up(agreed: str, today: date) -> Message:
    """Say when a follow-up was agreed on; a day that has come gives the reason of 今日."""
    if agreed <= today.isoformat():
        return _follow_up({}, (today - date.fromisoformat(agreed)).days)
    return Message(QT_TRANSLATE_NOOP("model", "约好 {day} 回访"), {"day": agreed})


def _evidence(values: Values, days_late: int) -> Message:
    words = QT_TRANSLATE_NOOP("model", "{day} 到岗，还没有证据：合同、工资条、谁核实的")
    return Message(words, {"day": values.get("arrived_on")})


def _stay(months: int) -> Callable[[Values, int], Message]:
    def explain(values: Values, days_late: int) -> Message:
        params = {"months": months, "days": days_late}
        if days_late > 0:
            words = QT_TRANSLATE_NOOP("model", "到岗满 {months} 个月已过 {days} 天，还在岗吗？")
            return Message(words, params)
        return Message(QT_TRANSLATE_NOOP("model", "到岗满 {months} 个月，还在岗吗？"), params)

    return explain


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


STAYS = (1, 3, 6)
"""After how many months somebody asks whether a person who came is still there (稳岗)."""


def stay_field(months: int) -> str:
    """Return the field that tells on which day this was checked."""
    return f"stay_{months}_on"


def _stay_rule(months: int, gone_after: int) -> Rule:
    unchecked = [Empty(stay_field(later)) for later in STAYS if later >= months]
    where = Every((Empty("left_on"), Not(OneOf("result", ("A",))), *unchecked))
    return Rule(
        "referral",
        f"stay_{months}",
        "arrived_on",
        where,
        _stay(months),
        about="person",
        months=months,
        gone_after=gone_after,
    )


_SLIP = Rule(
    "referral",
    "referral",
    "due_on",
    Every((Empty("arrived_on"), Either((Empty("result"), OneOf("result", ("0", "1")))))),
    _referral,
    about="person",
)
EVIDENCE = ("evidence", "contract_on", "pictures", "note")
"""The fields of a referral that prove an arrival; one of them is enough."""

_UNPROVED = Rule(
    "referral",
    "evidence",
    "arrived_on",
    Every((Empty("left_on"), *map(Empty, EVIDENCE))),
    _evidence,
    about="person",
    gone_after=1,
)
VACANCY_TERM = Rule(
    "vacancy",
    "vacancy",
    "valid_until",
    Not(closed_by("9")),
    _vacancy,
)

RULES = (
    Rule(
        "follow_up",
        "follow_up",
        "next_on",
        Every(),
        _follow_up,
        answered_by=("person", "day"),
        about="person",
        told=("outcome", "missed"),
    ),
    _SLIP,
    _UNPROVED,
    # Each check is asked for until the next one is due; a year after arrival nobody asks any more.
    _stay_rule(1, 3),
    _stay_rule(3, 6),
    _stay_rule(6, 12),
    VACANCY_TERM,
    Rule("task", "task", "due_on", Empty("done_on"), _task),
    Rule(
        "visit",
        "visit",
        "day",
        Every((Not(Empty("demand")), Empty("closed_on"))),
        _demand,
        about="employer",
    ),
)
"""The due rules of this version."""


def due_line(rule: Rule, record: str, values: Values, today: date) -> Due:
    """Write the line for one record that ``rule`` found."""
    by = rule.due_by(values)
    late = (today - by).days
    about = str(values.get(rule.about) or "") if rule.about else ""
    return Due(rule.kind, record, rule.work, by, rule.explain(values, late), late > 0, about)


def in_order(lines: Iterator[Due]) -> list[Due]:
    """Overdue first, the longest overdue on top; then by day."""
    return sorted(lines, key=lambda line: (not line.overdue, line.by, line.record))
