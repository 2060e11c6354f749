"""What is wrong with the ads of all vacancies, worked out beside the window and kept."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from mengzhan.model.entry import Values
from mengzhan.model.progress import Progress, in_parts
from mengzhan.rules.ads.faulty import TABLES, worst_fault
from mengzhan.rules.ads.hits import Hit
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import ChangeSet, Session
from mengzhan.ui.workspace import Workspace

Known = Mapping[str, Hit | None]
"""Vacancy -> the worst that is wrong with its ad; ``None`` if nothing is."""

_Tell = Callable[[Known, int], None]

_AT_ONCE = 50
"""After so many vacancies what was found is kept, and is told for the first time; then it is told
after twice as many each time, because whoever listens makes a list anew."""


class AdFaults(QObject):
    """Looks at the vacancies that it does not know yet, the newest first, when ``look`` is called.

    A change makes it forget what it touched. Everything is looked at again when the day turns, and
    when rules for ads or minimum wages come into force.

    Signals:
        found(): more is known.
        going_on(left): a look is under way, and so many vacancies are left; 0 at its end.
    """

    found = Signal()
    going_on = Signal(int)
    _told = Signal(int, object, int)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._known: Known = {}
        self._judged_by = (date.min, "")
        self._position = workspace.reader.journal.position()
        self._number = 0
        self._untold, self._enough = 0, _AT_ONCE
        self._running = False
        self._told.connect(self._take)
        workspace.changed.connect(self._follow)

    def worst(self, vacancy: str) -> Hit | None:
        """Return the worst that is known to be wrong with a vacancy's ad."""
        return self._known.get(vacancy)

    def faulty(self) -> dict[str, Hit]:
        """Return the vacancies that are known to be faulty; it may be asked beside the screen."""
        return {vacancy: hit for vacancy, hit in self._known.items() if hit is not None}

    @property
    def running(self) -> bool:
        """Whether a look is under way."""
        return self._running

    def look(self) -> None:
        """Look at what is not known; a look that is under way and not out of date goes on."""
        if self._forget() or not self._running:
            self._start()

    def _start(self) -> None:
        self._number += 1
        self._untold, self._enough = 0, _AT_ONCE
        self._running = True
        day, division = self._judged_by
        work = partial(
            _look,
            self._workspace.session,
            self._known,
            partial(worst_fault, division=division, day=day),
            partial(self._told.emit, self._number),
        )
        self._workspace.jobs.run(work, self._end, window=self, lane=f"ads-{id(self)}")

    def _take(self, number: int, known: Known, left: int) -> None:
        if number != self._number:
            return
        # another thread may be reading what stood
        self._known = {**self._known, **known}
        self._untold += len(known)
        self.going_on.emit(left)
        if self._untold >= self._enough or not left:
            self._untold, self._enough = 0, 2 * self._enough
            self.found.emit()

    def _end(self, _result: None, error: Exception | None) -> None:
        self._running = False
        self.going_on.emit(0)
        if error is not None:
            self._workspace.failed.emit(error)

    def _follow(self, _change: ChangeSet) -> None:
        if self._forget() and self._running:
            self._start()

    def _forget(self) -> bool:
        """Forget what is out of date, by whatever way the change came; return whether any is."""
        session, reader = self._workspace.session, self._workspace.reader
        changed = reader.journal.changed_since(self._position)
        self._position = reader.journal.position()
        judged_by = (session.today(), session.place.code)
        if judged_by != self._judged_by or any(_judges(reader, *one) for one in changed):
            self._judged_by = judged_by
            self._known = {}
            return True
        gone = {record for kind, record in changed if kind == "vacancy"}
        self._known = {one: hit for one, hit in self._known.items() if one not in gone}
        return bool(gone)


def _judges(reader: StoreReader, kind: str, record: str) -> bool:
    """Whether a record brings rules by which ads are judged."""
    row = reader.record(kind, record) if kind == "rule_table" else None
    return row is not None and row["table"] in TABLES


def _look(
    session: Session,
    known: Known,
    judge: Callable[[Values], Hit | None],
    tell: _Tell,
    progress: Progress,
) -> None:
    """Judge the vacancies that are not ``known``, and tell of them and of how many are left."""
    reader = session.read()
    newest = sorted(
        reader.columns("vacancy", ("created",)), key=lambda row: str(row["created"]), reverse=True
    )
    waiting = [row["id"] for row in newest if row["id"] not in known]
    left = len(waiting)
    for part in in_parts(waiting, _AT_ONCE):
        found: dict[str, Hit | None] = {}
        for vacancy, row in reader.records("vacancy", part).items():
            progress.check()
            found[vacancy] = _at_leisure(partial(judge, row))
        left -= len(part)
        tell(found, left)


def _at_leisure(work: Callable[[], Hit | None]) -> Hit | None:
    """Work, then rest as long: Python runs one thread at a time, and the window wants its turn."""
    began = time.perf_counter()
    done = work()
    time.sleep(time.perf_counter() - began)
    return done
