"""The two lists that must shrink: 有人没活干 and 有活没人干 (内就劳发〔2025〕2号, 十二).

Who wants work and has no introduction under way; which vacancy was posted ``UNFILLED_AFTER`` days
ago and is not filled. Both follow from dated records, for any day: nobody is put on a list or
taken off it by hand. Whoever leaves one does so by a record (a referral, a follow-up, a
deregistration, an arrival, a closing), and its code is the reason.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mengzhan.model.clock import day_of
from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.answers import UNREACHED
from mengzhan.rules.due import VACANCY_TERM, due_line, next_follow_up
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import (
    NO_SLIP,
    deadline_on,
    is_under_way,
    later,
    result_as_of,
    turning_days,
)
from mengzhan.rules.register import Part, Register, read_register
from mengzhan.rules.state import (
    OPEN,
    PARTLY,
    STATION,
    WANTS_WORK,
    Cause,
    closed_since,
    in_force,
    vacancy_on,
)
from mengzhan.rules.station import Settings, own_station

UNFILLED_AFTER = 7
"""Days after which a vacancy that is not filled stands on its list, unless the station chose
another number, which is kept as ``UNFILLED_SETTING``."""

UNFILLED_SETTING = "unfilled_after"

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """One stay on a list: since when and by what, until when and why (empty while it lasts)."""

    record: str
    listed_on: str
    by: Cause
    left_on: str = ""
    way: Cause | None = None

    @property
    def lasts(self) -> bool:
        """Whether the record stands on the list."""
        return not self.left_on


@dataclass(frozen=True)
class Step:
    """What to do next about a line, and by when (empty: nothing is agreed)."""

    by: str
    reason: Message


@dataclass(frozen=True)
class Line:
    """A stay as people read it: days so far or in all, the last contact, and what comes next.

    Of a vacancy, ``waiting`` is how many introductions are under way and ``places`` how many people
    it still lacks. ``step`` is none once the record left.
    """

    spell: Spell
    days: int
    contact: str
    step: Step | None
    waiting: int = 0
    places: int = 0


@dataclass(frozen=True)
class Movement:
    """How a list changed from one day to another: ``before + came - left == after``."""

    before: int
    came: int
    left: int
    after: int


@dataclass(frozen=True)
class ListOn:
    """One of the lists on a day."""

    kind: str
    day: date
    spells: tuple[Spell, ...]
    _write: Callable[[Spell], Line]

    def standing(self) -> list[Line]:
        """Return who stands on it, the longest first."""
        return self._lines(spell for spell in self.spells if spell.lasts)

    def left(self, first: date, last: date) -> list[Line]:
        """Return the stays that ended between two days, both included."""
        between = (first.isoformat(), last.isoformat())
        return self._lines(
            spell for spell in self.spells if between[0] <= (spell.left_on or "9") <= between[1]
        )

    def _lines(self, spells: Iterable[Spell]) -> list[Line]:
        ordered = sorted(spells, key=lambda spell: (spell.listed_on, spell.record))
        return [self._write(spell) for spell in ordered]

    def movement(self, first: date, last: date) -> Movement:
        """Count who came and who left between two days, both included."""
        start, end = first.isoformat(), last.isoformat()
        return Movement(
            before=sum(_stands(spell, later(start, -_DAY)) for spell in self.spells),
            came=sum(start <= spell.listed_on <= end for spell in self.spells),
            left=sum(start <= (spell.left_on or "9") <= end for spell in self.spells),
            after=sum(_stands(spell, end) for spell in self.spells),
        )


def _stands(spell: Spell, day: str) -> bool:
    return spell.listed_on <= day and (spell.lasts or day < spell.left_on)


@dataclass(frozen=True)
class TwoLists:
    """Both lists on a day."""

    people: ListOn
    vacancies: ListOn


def chosen_unfilled_after(settings: Settings) -> int:
    """Return after how many days a vacancy counts as one that nobody takes: what was chosen."""
    return int(settings.setting(UNFILLED_SETTING, UNFILLED_AFTER))


def read_two_lists(
    reader: Reader,
    day: date,
    *,
    unfilled_after: int | None = None,
    part: Part | None = None,
    register: Register | None = None,
) -> TwoLists:
    """Work out both lists as they stand on ``day``, or what a ``part`` has to do with them.

    A record that was handed to another station leaves the lists of this one; at an office the
    records of all stations count.

    Args:
        unfilled_after: after how many days a vacancy counts as one that nobody takes; what the
            station has chosen, if it is not given.
        register: what was read already, the ``part`` or more.
    """
    if unfilled_after is None:
        unfilled_after = chosen_unfilled_after(reader)
    register = register or read_register(reader, part)
    whom, what = {*register.people}, {*register.vacancies}
    if part is not None:
        whom, what = whom & part.people, what & part.vacancies
    moves = _Moves(reader, own_station(reader))
    until = day.isoformat()
    people = [
        spell for person in sorted(whom) for spell in _person_spells(register, person, until, moves)
    ]
    vacancies = [
        spell
        for vacancy in sorted(what)
        for spell in _vacancy_spells(register, vacancy, until, unfilled_after, moves)
    ]
    return TwoLists(
        ListOn("person", day, tuple(people), lambda spell: _person_line(register, spell, day)),
        ListOn("vacancy", day, tuple(vacancies), lambda spell: _vacancy_line(register, spell, day)),
    )


# Who stands on a list ---------------------------------------------------------------------------


class _Moves:
    """Which records another station looks after, and since when."""

    def __init__(self, reader: Reader, station: str) -> None:
        self._reader, self._station = reader, station

    def of(self, kind: str, values: Values) -> tuple[str, Cause] | None:
        """Return the day of the move (empty: it always was another's) and its cause, or nothing
        for a record of one's own."""
        station = text_of(values, "station")
        if not self._station or station in ("", self._station):
            return None
        record = text_of(values, "id")
        return self._day(kind, record, station), Cause(kind, record, STATION, station)

    def _day(self, kind: str, record: str, station: str) -> str:
        """The day on which a record was handed over; empty if it never was the station's own: what
        other stations look for is broadcast."""
        moves = self._reader.earlier_sets(kind, ("at", "station"), (record,)).get(record, ())
        if all(text_of(move, "station") != self._station for move in moves):
            return ""
        return max(day_of(text_of(m, "at")) for m in moves if text_of(m, "station") == station)


Judge = Callable[[str], tuple[bool, Cause | None]]
"""Whether a record stands on a list on a day, and by what record it does or does not."""


def _spells(record: str, days: Iterable[str], judge: Judge) -> list[Spell]:
    """Return the stays of a record; only on one of ``days`` can one begin or end."""
    found: list[Spell] = []
    for day in sorted(days):
        stands, cause = judge(day)
        lasts = bool(found) and found[-1].lasts
        if stands and not lasts and cause is not None:
            found.append(Spell(record, day, cause))
        elif lasts and not stands:
            found[-1] = replace(found[-1], left_on=day, way=cause)
        elif found and not stands and _leads_on(found[-1].way):
            found[-1] = replace(found[-1], way=cause)
    return found


def _leads_on(way: Cause | None) -> bool:
    """Whether somebody left by an introduction that did not end in work: what came next tells."""
    if way is None or way.table != "referral_result":
        return False
    known = code_table(way.table).get(way.code)
    return known is None or not known.flag("is_success")


def _person_spells(register: Register, person: str, until: str, moves: _Moves) -> list[Spell]:
    statements = register.statements(person)
    if all(said.status != WANTS_WORK for said in statements):
        return []
    referrals = register.referrals_of.get(person, ())
    moved = moves.of("person", register.people[person])

    def judge(day: str) -> tuple[bool, Cause | None]:
        told = in_force(statements, day)
        if moved is not None and moved[0] <= day:
            return False, moved[1]
        if told is None or told.status != WANTS_WORK:
            return False, told.cause if told else None
        introduced = next((r for r in referrals if is_under_way(r, day)), None)
        if introduced is not None:
            return False, _result(introduced, until)
        before = later(day, -_DAY)
        ended = [r for r in referrals if is_under_way(r, before)]
        return True, _result(ended[-1], day) if ended and told.day < day else told.cause

    days = {said.day for said in statements}.union(*map(turning_days, referrals))
    if moved is not None:
        days.add(moved[0])
    return _spells(person, (day for day in days if day and day <= until), judge)


def _result(referral: Values, day: str) -> Cause:
    code = result_as_of(referral, day)
    return Cause("referral", text_of(referral, "id"), "referral_result", code)


def _vacancy_spells(
    register: Register, vacancy: str, until: str, after: int, moves: _Moves
) -> list[Spell]:
    values = register.vacancies[vacancy]
    referrals = register.referrals_to.get(vacancy, ())
    registered = text_of(values, "registered_on")
    if not registered:
        return []
    listed_from = later(registered, timedelta(days=after))
    moved = moves.of("vacancy", values)

    def judge(day: str) -> tuple[bool, Cause | None]:
        if moved is not None and moved[0] <= day:
            return False, moved[1]
        status = vacancy_on(values, referrals, day).status
        turned = [r for r in referrals if day in (r.get("arrived_on"), r.get("left_on"))]
        by_referral = turned and day not in (listed_from, closed_since(values))
        kind, record = (
            ("referral", text_of(turned[-1], "id")) if by_referral else ("vacancy", vacancy)
        )
        cause = Cause(kind, record, "vacancy_status", status)
        return status in (OPEN, PARTLY) and day >= listed_from, cause

    ends = text_of(values, "valid_until")
    days = {listed_from, closed_since(values), later(ends, _DAY) if ends else ""}
    days |= {text_of(r, name) for r in referrals for name in ("arrived_on", "left_on")}
    if moved is not None:
        days.add(moved[0])
    return _spells(vacancy, (day for day in days if day and day <= until), judge)


# What people read -------------------------------------------------------------------------------


def _days(spell: Spell, day: date) -> int:
    end = date.fromisoformat(spell.left_on) if spell.left_on else day
    return (end - date.fromisoformat(spell.listed_on)).days


def _latest(day: date, *days: str) -> str:
    return max((one for one in days if one <= day.isoformat()), default="")


def _overdue_slip(referrals: Sequence[Values], day: date) -> Step | None:
    """The slip that is due the longest and was not given up."""
    today = day.isoformat()
    missing = [
        r for r in referrals if result_as_of(r, today) == NO_SLIP and r.get("result") != NO_SLIP
    ]
    late = [deadline_on(r, today) for r in missing]
    if not late:
        return None
    oldest = min(late)
    words = QT_TRANSLATE_NOOP("model", "追推荐回执，逾期 {days} 天")
    return Step(oldest, Message(words, {"days": (day - date.fromisoformat(oldest)).days}))


def _person_line(register: Register, spell: Spell, day: date) -> Line:
    follow_ups = register.follow_ups.get(spell.record, ())
    referrals = register.referrals_of.get(spell.record, ())
    contact = _latest(
        day,
        *(text_of(one, "day") for one in follow_ups if one.get("outcome") not in UNREACHED),
        *(text_of(one, "day") for one in register.intents.get(spell.record, ())),
        *(text_of(one, "day") for one in referrals),
    )
    step = None
    if spell.lasts:
        step = _overdue_slip(referrals, day) or _agreed(follow_ups, day)
    return Line(spell, _days(spell, day), contact, step)


def _agreed(follow_ups: Sequence[Values], day: date) -> Step:
    known = [one for one in follow_ups if text_of(one, "day") <= day.isoformat()]
    agreed = text_of(known[-1], "next_on") if known else ""
    if not agreed:
        return Step("", Message(QT_TRANSLATE_NOOP("model", "没约下次，先打个电话")))
    return Step(agreed, next_follow_up(agreed, day))


def _vacancy_line(register: Register, spell: Spell, day: date) -> Line:
    values = register.vacancies[spell.record]
    referrals = register.referrals_to.get(spell.record, ())
    contact = _latest(
        day,
        text_of(values, "registered_on"),
        *(text_of(one, "day") for one in register.visits.get(text_of(values, "employer"), ())),
        *(text_of(one, name) for one in referrals for name in ("day", "result_on")),
    )
    waiting = [r for r in referrals if is_under_way(r, day.isoformat())]
    step = _vacancy_step(values, referrals, waiting, day) if spell.lasts else None
    places = vacancy_on(values, referrals, day.isoformat()).places_left
    return Line(spell, _days(spell, day), contact, step, len(waiting), places)


def _vacancy_step(
    values: Values, referrals: Sequence[Values], waiting: Sequence[Values], day: date
) -> Step:
    ends = text_of(values, "valid_until")
    overdue = _overdue_slip(referrals, day)
    if overdue is not None:
        return overdue
    if ends and ends <= (day + VACANCY_TERM.ahead).isoformat():
        return Step(ends, due_line(VACANCY_TERM, "", values, day).reason)
    if waiting:
        by = min(deadline_on(one, day.isoformat()) for one in waiting)
        words = QT_TRANSLATE_NOOP("model", "等回执到 {day}")
        return Step(by, Message(words, {"day": by}))
    return Step("", Message(QT_TRANSLATE_NOOP("model", "还没推荐人")))
