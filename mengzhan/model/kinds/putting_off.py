"""往后放: until when a record is left alone, and why. Fields of everything that can wait."""

from collections.abc import Sequence
from datetime import date

from mengzhan.model.entry import Values
from mengzhan.model.fieldtypes import Choice, Date
from mengzhan.model.kind import Field
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

UNTIL, REASON = "put_off_until", "put_off_reason"


def put_off_fields(group: str = "") -> tuple[Field, ...]:
    """Return the two fields."""
    return (
        Field(
            UNTIL,
            QT_TRANSLATE_NOOP("model", "推后到"),
            Date(),
            group=group,
            help=QT_TRANSLATE_NOOP("model", "这天以前，今日里不再催。"),
        ),
        Field(
            REASON, QT_TRANSLATE_NOOP("model", "推后原因"), Choice("put_off_reason"), group=group
        ),
    )


def check_put_off(values: Values, today: date) -> Sequence[Problem]:
    """Nothing is put off without a reason."""
    if not values.get(UNTIL) or values.get(REASON):
        return ()
    words = QT_TRANSLATE_NOOP("model", "往后放要有原因，请选一个。")
    return (Problem("PUT_OFF_REASON", REASON, None, Message(words)),)
