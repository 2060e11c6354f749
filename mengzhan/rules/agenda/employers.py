"""Why an employer or a vacancy is due: not seen this month, and not confirmed for long.

Only employers that lack staff or wait for an answer are lines of their own; of all others it is
said how many were not seen, place by place, so that they do not bury everything else.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.due import Due
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.state import closed_since
from mengzhan.rules.workdays import WorkingCalendar


@dataclass(frozen=True)
class Visited:
    """When an employer was visited last (ISO, empty if never), and whether it waits for an answer."""

    last: str = ""
    waits: bool = False

    def in_month_of(self, today: date) -> bool:
        """Whether the last visit was in the month of ``today``."""
        return self.last[:7] == today.isoformat()[:7]


def visit_due(employer: Values, visited: Visited, today: date, calendar: WorkingCalendar) -> Due:
    """Return when an employer that was not seen this month is to be visited, and why.

    A month after the last visit, or after the registration.
    """
    made = day_of(text_of(employer, "created"))
    begin = visited.last or text_of(employer, "registered_on") or made
    by = calendar.near(due_rules()["visit_month"].after(date.fromisoformat(begin), calendar))
    record = text_of(employer, "id")
    reason = _why(bool(employer.get("short_of_staff")), visited)
    return Due("visit", record, "visit_month", by, reason, by < today, record)


def is_wanting(employer: Values, visited: Visited) -> bool:
    """Whether an employer lacks staff or waits for an answer: it is visited first."""
    return bool(employer.get("short_of_staff")) or visited.waits


def _why(short: bool, visited: Visited) -> Message:
    what = ""
    if short:
        what = QT_TRANSLATE_NOOP("model", "缺工，")
    elif visited.waits:
        what = QT_TRANSLATE_NOOP("model", "有诉求，")
    rule = due_rules()["visit_month"]
    words = QT_TRANSLATE_NOOP("model", "一起益企：{what}登记后还没走访过")
    if visited.last and rule.interval == 1:
        words = QT_TRANSLATE_NOOP("model", "一起益企：{what}本月还没走访，上次 {last}")
    elif visited.last:
        words = QT_TRANSLATE_NOOP("model", "一起益企：{what}{every}走访一次，上次 {last}")
    return Message(words, {"what": what, "last": visited.last, "every": rule.every})


def unconfirmed(
    vacancy: Values, visited: Visited, today: date, calendar: WorkingCalendar
) -> Due | None:
    """Return the line of an open vacancy that nobody confirmed for long.

    It counts as confirmed when it was registered, when its employer was visited, and when it was
    extended: that gives it as many days as the rule.
    """
    rule, now = due_rules()["vacancy_unconfirmed"], today.isoformat()
    term = timedelta(days=rule.interval)
    limit = (today - term).isoformat()
    since = max(text_of(vacancy, "registered_on"), visited.last)
    if not since or limit < since or closed_since(vacancy):
        return None
    ends = text_of(vacancy, "valid_until")
    if ends:
        extended = (date.fromisoformat(ends) - term).isoformat()
        since = max(since, extended) if extended <= now else since
    confirmed = date.fromisoformat(since)
    by = rule.after(confirmed, calendar)
    if by > today:
        return None
    words = QT_TRANSLATE_NOOP("model", "已 {days} 天没向单位确认，还在招吗？")
    reason = Message(words, {"days": (today - confirmed).days})
    return Due("vacancy", text_of(vacancy, "id"), rule.code, by, reason, by < today)
