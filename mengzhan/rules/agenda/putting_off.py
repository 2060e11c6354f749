"""往后放: a line waits until a day, with a reason; it is a field of its record, so it travels and
can be undone like every edit."""

from collections.abc import Iterable
from datetime import date

from mengzhan.model.kinds.putting_off import REASON, UNTIL
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Change, Desk, Operation, Reader


def put_off(record: str, until: date, reason: str) -> Operation:
    """Leave a record alone until a day.

    Args:
        reason: a code of ``put_off_reason``.

    Raises (when run):
        UserError: ``PUT_OFF_DAY``, the day is not to come.
        NoSuchRecord: there is no such record.
        Rejected: there is no such reason.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        if until <= desk.today:
            words = QT_TRANSLATE_NOOP("model", "往后放要选今天以后的日子。")
            raise UserError("PUT_OFF_DAY", Message(words))
        return edit(record, {UNTIL: until.isoformat(), REASON: reason})(reader, desk)

    return run


def take_up(record: str) -> Operation:
    """Put a line that was put off back on the list."""
    return edit(record, {UNTIL: None, REASON: None})
