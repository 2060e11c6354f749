"""Reports that were counted, kept until something that counts changes."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from mengzhan.rules.figures import Period
from mengzhan.rules.reporting import Report, read_report
from mengzhan.rules.two_lists import chosen_unfilled_after
from mengzhan.store.session import Session

_COUNTED = {
    "person",
    "employer",
    "vacancy",
    "training_intent",
    "follow_up",
    "visit",
    "verification",
    "referral",
    "enrolment",
}
"""The kinds that figures are made of; a change of any other (a closing, a task) changes none."""

_KEPT = 6

_Key = tuple[Period, bool]


@dataclass(frozen=True)
class _Counted:
    report: Report
    position: int
    until: tuple[date, int]


class ReportsNow:
    """``report`` is asked beside the screen, ``known`` on it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._kept: OrderedDict[_Key, _Counted] = OrderedDict()

    def report(self, period: Period, *, whole: bool = False) -> Report:
        """Count a report, unless it was counted and still holds."""
        with self._lock:
            reader, today = self._session.read(), self._session.today()
            key, until = self._key(period, whole), (today, chosen_unfilled_after(reader))
            position = reader.journal.position()
            known = self._kept.get(key)
            if known is None or known.until != until or self._changed(known.position):
                known = _Counted(read_report(reader, period, today, whole=whole), position, until)
            self._keep(key, _Counted(known.report, position, until))
            return known.report

    def known(self, period: Period, *, whole: bool = False) -> Report | None:
        """Return a report as it was counted last, to be shown while it is counted again."""
        known = self._kept.get(self._key(period, whole))
        return known.report if known is not None else None

    def _key(self, period: Period, whole: bool) -> _Key:
        """A period that is over is always counted as a whole."""
        return period, whole and period.last > self._session.today()

    def _changed(self, position: int) -> bool:
        changed = self._session.read().journal.changed_since(position)
        return any(kind in _COUNTED for kind, _ in changed)

    def _keep(self, key: _Key, counted: _Counted) -> None:
        self._kept[key] = counted
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
