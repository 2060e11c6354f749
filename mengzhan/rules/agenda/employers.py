"""Why an employer or a vacancy is due: not seen this month, and not confirmed for long.

Only employers that lack staff or wait for an answer are lines of their own; of all others it is
said how many were not seen, place by place, so that they do not bury everything else.
"""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.due import Due
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.referral_state import text_of
from mengzhan.rules.workdays import WorkingCalendar


def last_visit(visits: Sequence[Values], today: date) -> str:
    """Return the day (ISO) of the last visit, empty if there was none."""
    days = (text_of(visit, "day") for visit in visits)
    return max((day for day in days if day <= today.isoformat()), default="")


def seen_this_month(visits: Sequence[Values], today: date) -> bool:
    """Whether an employer was visited in the month of ``today``."""
    return last_visit(visits, today)[:7] == today.isoformat()[:7]


def visit_due(
    employer: Values, visits: Sequence[Values], today: date, calendar: WorkingCalendar
) -> Due:
    """Return when an employer that was not seen this month is to be visited, and why.

    A month after the last visit, or after the registration.
    """
    last = last_visit(visits, today)
    begin = last or text_of(employer, "registered_on") or text_of(employer, "created")[:10]
    by = calendar.near(due_rules()["visit_month"].after(date.fromisoformat(begin), calendar))
    record = text_of(employer, "id")
    reason = _why(bool(employer.get("short_of_staff")), _waits(visits), last)
    return Due("visit", record, "visit_month", by, reason, by < today, record)


def is_wanting(employer: Values, visits: Sequence[Values]) -> bool:
    """Whether an employer lacks staff or waits for an answer: it is visited first."""
    return bool(employer.get("short_of_staff")) or _waits(visits)


def _waits(visits: Sequence[Values]) -> bool:
    return any(visit.get("demand") and not visit.get("closed_on") for visit in visits)


def _why(short: bool, waits: bool, last: str) -> Message:
    what = ""
    if short:
        what = QT_TRANSLATE_NOOP("model", "缺工，")
    elif waits:
        what = QT_TRANSLATE_NOOP("model", "有诉求，")
    words = QT_TRANSLATE_NOOP("model", "一起益企：{what}登记后还没走访过")
    if last:
        words = QT_TRANSLATE_NOOP("model", "一起益企：{what}本月还没走访，上次 {last}")
    return Message(words, {"what": what, "last": last})


def unconfirmed(
    vacancy: Values, visits: Sequence[Values], today: date, calendar: WorkingCalendar
) -> Due | None:
    """Return the line of an open vacancy that nobody confirmed for long.

    It counts as confirmed when it was registered, when its employer was visited, and when it was
    extended: that gives it as many days as the rule.
    """
    rule = due_rules()["vacancy_unconfirmed"]
    days = [text_of(vacancy, "registered_on"), last_visit(visits, today)]
    ends = text_of(vacancy, "valid_until")
    if ends:
        days.append((date.fromisoformat(ends) - (rule.after(today, calendar) - today)).isoformat())
    confirmed = max((day for day in days if day and day <= today.isoformat()), default="")
    if not confirmed or vacancy.get("closed_on"):
        return None
    since = date.fromisoformat(confirmed)
    by = rule.after(since, calendar)
    if by > today:
        return None
    words = QT_TRANSLATE_NOOP("model", "已 {days} 天没向单位确认，还在招吗？")
    reason = Message(words, {"days": (today - since).days})
    return Due("vacancy", text_of(vacancy, "id"), rule.code, by, reason, by < today)
