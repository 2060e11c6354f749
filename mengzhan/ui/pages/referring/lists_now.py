"""The two lists as they stand, worked out once for everything that shows them."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from mengzhan.rules.register import touched
from mengzhan.rules.two_lists import (
    Line,
    ListOn,
    TwoLists,
    chosen_unfilled_after,
    read_two_lists,
)
from mengzhan.store.following import Changed, Following
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session

View = Literal["standing", "left"]
"""Who stands on a list, or who left it lately."""

VIEWS: tuple[View, ...] = ("standing", "left")

LEFT_WITHIN = timedelta(days=90)
"""So long those who left are shown."""

Lines = Mapping[str, Line]
"""Record -> its line."""


Found = Mapping[tuple[str, View], Lines]


class ListsNow:
    """Works the lists out when they are first asked for, when the day turned or the number of days
    was changed; after a change only what it touched. ``lines`` is asked beside the screen,
    ``count`` on it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._following = Following(session, self._key, _whole, _mended)
        self._last: Found = {}

    @property
    def unfilled_after(self) -> int:
        """After how many days a vacancy counts as one that nobody takes."""
        return chosen_unfilled_after(self._session)

    def lines(self, kind: str, view: View) -> Lines:
        """Return the lines of a list as of today."""
        self._last = self._following.get()
        return self._last[kind, view]

    def count(self, kind: str, view: View) -> int | None:
        """Return how many lines there were when the list was last asked for, if it was."""
        known = self._last.get((kind, view))
        return None if known is None else len(known)

    def _key(self) -> tuple[date, int]:
        return self._session.today(), self.unfilled_after


def _whole(reader: StoreReader, key: tuple[date, int]) -> Found:
    return _lines(read_two_lists(reader, key[0]))


def _mended(found: Found, reader: StoreReader, key: tuple[date, int], changed: Changed) -> Found:
    part = touched(reader, changed)
    fresh = _lines(read_two_lists(reader, key[0], part=part))
    return {
        (kind, view): {
            **{one: line for one, line in lines.items() if one not in part.of(kind)},
            **fresh[kind, view],
        }
        for (kind, view), lines in found.items()
    }


def _lines(both: TwoLists) -> dict[tuple[str, View], Lines]:
    return {
        (listed.kind, view): _of_view(listed, view)
        for listed in (both.people, both.vacancies)
        for view in VIEWS
    }


def _of_view(listed: ListOn, view: View) -> Lines:
    standing = {line.spell.record: line for line in listed.standing()}
    if view == "standing":
        return standing
    left = listed.left(listed.day - LEFT_WITHIN, listed.day)
    latest = sorted(left, key=lambda line: line.spell.left_on)
    return {line.spell.record: line for line in latest if line.spell.record not in standing}
