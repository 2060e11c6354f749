"""The two lists as they stand, worked out once for everything that shows them."""

import threading
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from mengzhan.rules.two_lists import (
    UNFILLED_AFTER,
    UNFILLED_SETTING,
    Line,
    ListOn,
    read_two_lists,
)
from mengzhan.store.session import Session

View = Literal["standing", "left"]
"""Who stands on a list, or who left it lately."""

LEFT_WITHIN = timedelta(days=90)
"""So long those who left are shown."""

Lines = Mapping[str, Line]
"""Record -> its line."""


class ListsNow:
    """Works the lists out again only when something was written, the day turned or the number of
    days was changed. ``lines`` is asked beside the screen, ``count`` on it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._lock = threading.Lock()
        self._key: tuple[int, date, int] | None = None
        self._lines: dict[tuple[str, View], Lines] = {}

    @property
    def unfilled_after(self) -> int:
        """After how many days a vacancy counts as one that nobody takes."""
        return int(self._session.setting(UNFILLED_SETTING, UNFILLED_AFTER))

    def lines(self, kind: str, view: View) -> Lines:
        """Return the lines of a list as of today."""
        with self._lock:
            reader, today = self._session.read(), self._session.today()
            key = (reader.journal.position(), today, self.unfilled_after)
            if self._key != key:
                both = read_two_lists(reader, today)
                self._lines = {
                    (listed.kind, view): _lines(listed, view)
                    for listed in (both.people, both.vacancies)
                    for view in _VIEWS
                }
                self._key = key
            return self._lines[kind, view]

    def count(self, kind: str, view: View) -> int | None:
        """Return how many lines there were when the list was last asked for, if it was."""
        known = self._lines.get((kind, view))
        return None if known is None else len(known)


_VIEWS: tuple[View, ...] = ("standing", "left")


def _lines(listed: ListOn, view: View) -> Lines:
    standing = {line.spell.record: line for line in listed.standing()}
    if view == "standing":
        return standing
    left = listed.left(listed.day - LEFT_WITHIN, listed.day)
    latest = sorted(left, key=lambda line: line.spell.left_on)
    return {line.spell.record: line for line in latest if line.spell.record not in standing}
