"""Closing a month: one journal entry that holds its figures and what proves them."""

from collections.abc import Iterable

from mengzhan.model.entry import text_of
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.closing.checks import blockers
from mengzhan.rules.closing.record import KIND, Close, closed, in_force, to_values
from mengzhan.rules.figures import Period, figures
from mengzhan.rules.filters import Compare
from mengzhan.rules.operations import add
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.two_lists import chosen_unfilled_after


class CannotClose(UserError):
    """A month that cannot be closed, or needs no closing."""


def close_month(month: str, reason: str = "") -> Operation:
    """Close a month (``2026-11``); what is only worth a warning stands in ``checks``.

    Closing again makes a new record that points to the former one, which stays.

    Args:
        reason: why it is closed again; not needed the first time.

    Raises (when run):
        UserError: ``MONTH_UNREADABLE``; the month is not one.
        CannotClose: a check that blocks (its code), or ``CLOSE_REASON_MISSING`` the second time.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        period = Period.parse(month)
        written = period.first.isoformat()[:7]
        now = figures(reader, period)
        for check in blockers(reader, written, desk.today, now):
            raise CannotClose(check.code, check.message)
        former = in_force(reader, written)
        if former is not None and not reason.strip():
            words = QT_TRANSLATE_NOOP("model", "{month} 已经结过账，再结要写原因。")
            raise CannotClose("CLOSE_REASON_MISSING", Message(words, {"month": written}))
        close = Close(
            record="",
            station=desk.station,
            month=written,
            closed_on=desk.today.isoformat(),
            figures={code: closed(figure) for code, figure in now.items()},
            positions=reader.positions(),
            unfilled_after=chosen_unfilled_after(reader),
            explanations=_explanations(reader, written),
            former=former.record if former else "",
            reason=reason.strip() if former else "",
        )
        return add(KIND, to_values(close))(reader, desk)

    return run


def _explanations(reader: Reader, month: str) -> tuple[str, ...]:
    rows = reader.columns("explanation", ("month",), Compare("month", "eq", month))
    return tuple(sorted(text_of(row, "id") for row in rows))
