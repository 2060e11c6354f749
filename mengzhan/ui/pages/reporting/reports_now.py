"""Reports that were counted, kept for as long as they hold; an edit has only what it touched counted
again."""

import threading
from collections import OrderedDict
from datetime import date

from mengzhan.rules.figures import Period
from mengzhan.rules.reporting import Report, ReportCount
from mengzhan.rules.two_lists import chosen_unfilled_after
from mengzhan.store.following import Changed, Following
from mengzhan.store.reader import StoreReader
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
_Until = tuple[date, int]
"""A report holds for a day, and for what is chosen to be a vacancy that nobody takes."""


class ReportsNow:
    """``report`` is asked beside the screen, ``known`` on it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._followed: OrderedDict[_Key, Following[ReportCount, _Until]] = OrderedDict()
        self._last: dict[_Key, Report] = {}

    def report(self, period: Period, *, whole: bool = False) -> Report:
        """Count a report, unless it was counted and still holds."""
        key = self._key(period, whole)
        report = self._following(key).get().report
        with self._lock:
            self._last[key] = report
        return report

    def known(self, period: Period, *, whole: bool = False) -> Report | None:
        """Return a report as it was counted last, to be shown while it is counted again."""
        return self._last.get(self._key(period, whole))

    def _key(self, period: Period, whole: bool) -> _Key:
        """A period that is over is always counted as a whole."""
        return period, whole and period.last > self._session.today()

    def _following(self, key: _Key) -> Following[ReportCount, _Until]:
        with self._lock:
            if key not in self._followed:
                self._followed[key] = self._new(*key)
            self._followed.move_to_end(key)
            while len(self._followed) > _KEPT:
                dropped, _ = self._followed.popitem(last=False)
                self._last.pop(dropped, None)
            return self._followed[key]

    def _new(self, period: Period, whole: bool) -> Following[ReportCount, _Until]:
        def read(reader: StoreReader, until: _Until) -> ReportCount:
            return ReportCount.read(reader, period, until[0], whole=whole)

        return Following(self._session, self._until, read, _mended)

    def _until(self) -> _Until:
        return self._session.today(), chosen_unfilled_after(self._session)


def _mended(
    counted: ReportCount, reader: StoreReader, _until: _Until, changed: Changed
) -> ReportCount:
    touching = [one for one in changed if one[0] in _COUNTED]
    return counted.mended(reader, touching) if touching else counted
