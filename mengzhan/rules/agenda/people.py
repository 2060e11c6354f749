"""Why somebody is due: the rules about people who are registered as unemployed, and graduates.

Each rule looks at the person and at what was done since the registration, and gives a reason or
none. Nothing here decides anything: whoever is told that a registration may end, ends it or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.agenda.contacts import History, Served, history
from mengzhan.rules.agenda.seasons import out_of_season
from mengzhan.rules.due import Due
from mengzhan.rules.due_rules import DueRule, due_rules
from mengzhan.rules.graduates import Box
from mengzhan.rules.months import months_before
from mengzhan.rules.retirement import Retirement, retirements, youngest
from mengzhan.rules.state import WANTS_WORK, is_registered
from mengzhan.rules.workdays import WorkingCalendar

_WEEK = timedelta(days=7)

KIND = "follow_up"
"""The work that all these reasons ask for."""


class Asked(NamedTuple):
    """What is due about one person, and what whoever calls should know besides.

    ``missed``: the last call reached nobody.
    """

    dues: tuple[Due, ...]
    notes: tuple[Message, ...] = ()
    missed: bool = False


def is_recent_graduate(person: Values, today: date) -> bool:
    """Whether somebody left school a short time ago and was not at work when registered."""
    graduated = text_of(person, "graduated_on")
    if not graduated:
        return False
    first = months_before(today, due_rules()["graduate_until"].interval).isoformat()
    return first < graduated <= today.isoformat()


def wants_contact(person: Values, today: date) -> bool:
    """Whether these rules have anything to say of a person."""
    if is_registered(person, today.isoformat()):
        return True
    wants = person.get("employment_status") == WANTS_WORK
    return wants and is_recent_graduate(person, today)


def asked_of(
    person: Values, served: Served, boxes: Sequence[Box], today: date, calendar: WorkingCalendar
) -> Asked:
    """Return what is due about a person of whom ``wants_contact`` holds.

    Args:
        boxes: the six boxes of 1131, for graduates.
    """
    registered = is_registered(person, today.isoformat())
    since = text_of(person, "unemployed_on" if registered else "graduated_on")
    case = _Case(person, since, history(served, since, today), boxes, today, calendar)
    found = list(case.of_registered() if registered else case.of_graduate())
    shown = [due for due in found if case.is_shown(due)]
    return Asked(tuple(shown), tuple(case.notes(shown, registered)), case.past.missed > 0)


@dataclass
class _Case:
    """One person on one day."""

    person: Values
    since: str
    past: History
    boxes: Sequence[Box]
    today: date
    calendar: WorkingCalendar
    _moved: Message | None = None

    # Which reasons there are ---------------------------------------------------------------------

    def of_registered(self) -> Iterator[Due]:
        """Yield the reasons of somebody who is registered as unemployed."""
        if self.past.ended is not None:
            yield self._ending(*self.past.ended)
            return
        yield from self._lost()
        yield from self._refused()
        if not self.past.last:
            yield self._first_contact()
        elif self.past.last <= _due_again(self.today):
            yield self._monthly()
        yield from self._retiring()
        yield from self._long()

    def of_graduate(self) -> Iterator[Due]:
        """Yield the reasons of a graduate who is not registered."""
        missing = self._missing()
        if missing is None or self.past.ended is not None:
            return
        begin = max(self.since, text_of(self.person, "registered_on"))
        yield self._due("graduate", self._in_season("graduate", self.past.last or begin), missing)

    def is_shown(self, due: Due) -> bool:
        """Whether a reason is said today: from its day on or shortly before; after a call that
        reached nobody not again before it is time, unless the day itself comes first."""
        rule, by = due_rules()[due.work], due.by.isoformat()
        if not self.past.missed or due.by - rule.ahead > self.today:
            return due.by - rule.ahead <= self.today
        retry = self.past.retry
        shown_from = min(retry, by) if by > self.past.tried else retry
        return shown_from <= self.today.isoformat()

    def notes(self, shown: Sequence[Due], registered: bool) -> Iterator[Message]:
        """Yield what else should be known."""
        past = self.past
        if self._moved is not None and any(due_rules()[due.work].seasonal for due in shown):
            yield self._moved
        if past.missed:
            words = QT_TRANSLATE_NOOP("model", "{day} 没联系上（第 {count} 次）")
            yield Message(words, {"day": past.tried, "count": past.missed})
        if past.refusals and len(past.refusals) < due_rules()["refused"].interval:
            words = QT_TRANSLATE_NOOP("model", "已拒绝 {count} 次")
            yield Message(words, {"count": len(past.refusals)})
        missing = self._missing() if registered else None
        if missing is not None:
            yield missing

    # Reasons -------------------------------------------------------------------------------------

    def _first_contact(self) -> Due:
        by = self._after("first_contact", self.since)
        limit = due_rules()["first_contact"].interval
        late = (self.today - by).days
        if late > 0:
            words = QT_TRANSLATE_NOOP(
                "model", "登记失业后 {limit} 个工作日内要联系，已过 {days} 天"
            )
        elif late == 0:
            words = QT_TRANSLATE_NOOP("model", "登记失业后 {limit} 个工作日内要联系，今天最后一天")
        else:
            words = QT_TRANSLATE_NOOP("model", "登记失业后 {limit} 个工作日内要联系，最晚 {day}")
        return self._due(
            "first_contact",
            by,
            Message(words, {"limit": limit, "days": late, "day": by.isoformat()}),
        )

    def _monthly(self) -> Due:
        last, rule = self.past.last, due_rules()["monthly"]
        by = self._in_season("monthly", last)
        late, months = (self.today - by).days, _whole_months(last, self.today)
        if months >= rule.interval and self._moved is None:
            words = QT_TRANSLATE_NOOP(
                "model", "已有 {months} 个整月没有回访（{every}至少一次）：上次 {last}"
            )
        elif late > 0:
            words = QT_TRANSLATE_NOOP("model", "{every}至少回访一次：上次 {last}，已过 {days} 天")
        elif late == 0:
            words = QT_TRANSLATE_NOOP("model", "{every}至少回访一次：上次 {last}，今天该回访了")
        else:
            words = QT_TRANSLATE_NOOP("model", "{every}至少回访一次：上次 {last}，最晚 {day}")
        params = {
            "every": rule.every,
            "months": months,
            "last": last,
            "days": late,
            "day": by.isoformat(),
        }
        return self._due("monthly", by, Message(words, params))

    def _lost(self) -> Iterator[Due]:
        if not self.past.missed:
            return
        by = self._after("lost", self.past.last or self.since)
        if by > self.today:
            return
        words = QT_TRANSLATE_NOOP(
            "model", "已 {limit} 个月联系不上（上次联系上 {last}），可按“连续6个月无法取得联系”注销"
        )
        if not self.past.last:
            words = QT_TRANSLATE_NOOP(
                "model",
                "已 {limit} 个月联系不上（登记后没有联系上过），可按“连续6个月无法取得联系”注销",
            )
        params = {"limit": due_rules()["lost"].interval, "last": self.past.last}
        yield self._due("lost", by, Message(words, params))

    def _refused(self) -> Iterator[Due]:
        count, refusals = due_rules()["refused"].interval, self.past.refusals
        if len(refusals) < count:
            return
        words = QT_TRANSLATE_NOOP(
            "model",
            "连续 {limit} 次拒绝服务（最近 {day}），可按“无正当理由连续3次拒绝公共就业服务”注销",
        )
        by = date.fromisoformat(refusals[count - 1])
        yield self._due("refused", by, Message(words, {"limit": count, "day": refusals[-1]}))

    def _ending(self, day: str, told: str) -> Due:
        words = QT_TRANSLATE_NOOP("model", "{day} 得知“{told}”，失业登记还没注销")
        by = self._after("registration_ends", day)
        return self._due("registration_ends", by, Message(words, {"day": day, "told": told}))

    def _retiring(self) -> Iterator[Due]:
        """The last age that was reached and that nobody has asked about since."""
        born, sex = text_of(self.person, "birth_date"), text_of(self.person, "sex")
        if not born or not sex:
            return
        if born[:4] > str(self.today.year - youngest(sex)):
            return
        day = date.fromisoformat(born)
        reached = [one for one in retirements(sex, day) if one.day <= self.today]
        if reached and self.past.last < reached[-1].day.isoformat():
            yield self._due("retirement", reached[-1].day, _age_reached(reached[-1]))

    def _long(self) -> Iterator[Due]:
        if self.since[:4] == str(self.today.year):
            return
        by = self._after("long_unemployed", self.since)
        if by <= self.today and self.past.last < by.isoformat():
            words = QT_TRANSLATE_NOOP(
                "model", "登记失业满 {limit} 个月（长期失业），问问要不要申请就业困难认定"
            )
            limit = due_rules()["long_unemployed"].interval
            yield self._due("long_unemployed", by, Message(words, {"limit": limit}))

    def _missing(self) -> Message | None:
        """Which boxes of 1131 are open, for somebody who left school a short time ago."""
        open_boxes = [box.label for box in self.boxes if not box.day]
        if not open_boxes or not is_recent_graduate(self.person, self.today):
            return None
        words = QT_TRANSLATE_NOOP("model", "离校未就业毕业生，1131 还差 {count} 项：{missing}")
        return Message(words, {"count": len(open_boxes), "missing": "、".join(open_boxes)})

    # Days ----------------------------------------------------------------------------------------

    def _after(self, code: str, day: str) -> date:
        return due_rules()[code].after(date.fromisoformat(day), self.calendar)

    def _in_season(self, code: str, last: str) -> date:
        """Return the working day on which a contact falls, outside the seasons of the person."""
        day = self._after(code, last)
        moved, seasons = out_of_season(day, self.person)
        if seasons:
            words = QT_TRANSLATE_NOOP("model", "{season}，原定 {day}，已顺延")
            params = {"season": "、".join(seasons), "day": day.isoformat()}
            self._moved = Message(words, params)
        return self.calendar.near(moved)

    def _due(self, code: str, by: date, reason: Message) -> Due:
        rule: DueRule = due_rules()[code]
        record = text_of(self.person, "id")
        late = by < self.today and not rule.hint
        return Due(KIND, record, code, by, reason, late, record)


@lru_cache(maxsize=1)
def _due_again(today: date) -> str:
    """Whoever was spoken to after this day is not due yet: a day moves back at most a week."""
    return (months_before(today, 1) + _WEEK).isoformat()


def _whole_months(last: str, today: date) -> int:
    """Count the calendar months that lie wholly between two days."""
    then = date.fromisoformat(last)
    return max((today.year - then.year) * 12 + today.month - then.month - 1, 0)


def _age_reached(one: Retirement) -> Message:
    words = QT_TRANSLATE_NOOP(
        "model",
        "可能已到龄：{post}，{year}年{month}月满 {years} 岁 {months} 个月，问问是否领养老金",
    )
    if not one.months:
        words = QT_TRANSLATE_NOOP(
            "model", "可能已到龄：{post}，{year}年{month}月满 {years} 岁，问问是否领养老金"
        )
    params = {
        "post": one.post,
        "year": one.day.year,
        "month": one.day.month,
        "years": one.years,
        "months": one.months,
    }
    return Message(words, params)
