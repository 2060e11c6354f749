"""What waits at the desk: the package of the month, what the office wants put right, drafts.

None of it is a record of somebody, so none of it is on the way to anybody: it comes last.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mengzhan.model.clock import day_of
from mengzhan.model.ruling import Ruling
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package import manifest as mf
from mengzhan.rules.agenda.lines import Line, with_lines
from mengzhan.rules.agenda.reading import Agenda, read_agenda
from mengzhan.rules.due import Due
from mengzhan.rules.workdays import send_by
from mengzhan.store.papers import count_drafts
from mengzhan.store.session import Session

SEND, FIX, DRAFT = "send", "fix", "draft"
"""The kinds of these lines."""


def read_day(session: Session, today: date) -> Agenda:
    """Return the agenda of a day with what waits at the desk."""
    return with_desk(session, read_agenda(session.read(), today))


def with_desk(session: Session, agenda: Agenda) -> Agenda:
    """Return an agenda with what waits at the desk."""
    lines = with_lines(agenda.lines, _at_the_desk(session, agenda.day))
    return replace(agenda, lines=tuple(lines))


def _at_the_desk(session: Session, today: date) -> Iterator[Line]:
    yield from _package(session, today)
    verdicts = session.exchange().verdicts(Ruling.FIX, open_only=True)
    if verdicts:
        words = QT_TRANSLATE_NOOP("model", "上级请改 {count} 处")
        yield _line(FIX, today, today, Message(words, {"count": len(verdicts)}))
    drafts = count_drafts(session)
    if drafts:
        words = QT_TRANSLATE_NOOP("model", "没存完的草稿 {count} 份")
        yield _line(DRAFT, today, today, Message(words, {"count": drafts}))


def _package(session: Session, today: date) -> Iterator[Line]:
    """The package of last month, from the first of this one until it is written."""
    first = today.replace(day=1).isoformat()
    if not session.setting("office") or not _was_at_work_before(session, first):
        return
    reports = [sent for sent in session.exchange().sent() if sent.kind == mf.REPORT]
    if reports and day_of(reports[0].created) >= first:
        return
    month, limit, _left = send_by(today.replace(day=1))
    words = QT_TRANSLATE_NOOP("model", "{month} 月的报送包还没做，最晚 {day}")
    if limit < today:
        words = QT_TRANSLATE_NOOP("model", "{month} 月的报送包还没做，已过 {days} 天")
    params = {"month": month, "day": limit.isoformat(), "days": (today - limit).days}
    yield _line(SEND, limit, today, Message(words, params))


def _was_at_work_before(session: Session, day: str) -> bool:
    first = session.read().journal.first_moment()
    return bool(first) and day_of(first) < day


def _line(kind: str, by: date, today: date, reason: Message) -> Line:
    return Line(Due(kind, "", kind, by, reason, by < today), "")
