"""How much waits on each page, and how many records are not sent or not answered yet."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from mengzhan.model.progress import Progress
from mengzhan.model.ruling import Ruling
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.agenda.day_now import day_now
from mengzhan.ui.shell.page_table import SEND, TODAY, PageTable
from mengzhan.ui.workspace import Workspace

_SETTLING_MS = 150


@dataclass(frozen=True)
class _Found:
    waiting: Mapping[str, int] = field(default_factory=dict)
    unsent: int = 0
    unanswered: int = 0
    to_fix: int = 0
    due: Counter[str] = field(default_factory=Counter)
    overdue: Counter[str] = field(default_factory=Counter)


class Tallies(QObject):
    """Counts beside the screen a moment after a change. ``counted``: there are new numbers."""

    counted = Signal()

    def __init__(self, workspace: Workspace, table: PageTable) -> None:
        super().__init__()
        self._workspace = workspace
        self._table = table
        self._day = day_now(workspace)
        self._waiting: Mapping[str, int] = {}
        self.unsent = self.unanswered = 0
        self._due: Counter[str] = Counter()
        self._overdue: Counter[str] = Counter()
        self._to_fix = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLING_MS)
        self._timer.timeout.connect(self.count_now)

    def count_soon(self) -> None:
        """Count once things have settled."""
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def badge(self, page: str, kinds: tuple[str, ...]) -> tuple[int, Tone]:
        """Return the number on a page's badge and its colour: red if something is overdue."""
        if page in self._waiting:
            return self._waiting[page], "amber"
        if page == SEND:
            return self._to_fix, "amber"
        if page == TODAY:
            return self._due.total(), "red" if self._overdue.total() else "amber"
        count = sum(self._due[kind] for kind in kinds)
        return count, "red" if any(self._overdue[kind] for kind in kinds) else "amber"

    def counts(self, kinds: tuple[str, ...]) -> dict[str, int]:
        """Return how much waits of each kind."""
        return {kind: self._due[kind] for kind in kinds}

    def count_now(self) -> None:
        """Count without waiting."""
        self._timer.stop()
        work = self._of_station if self._table.reports else self._of_office
        self._workspace.jobs.run(work, self._take, window=self, lane="tallies")

    def _of_office(self, _progress: Progress) -> _Found:
        """What stations have to do is not due here; each page of an office knows what waits."""
        entries = self._table.entries
        return _Found({entry.item.key: entry.count() for entry in entries if entry.count})

    def _of_station(self, _progress: Progress) -> _Found:
        from mengzhan.package.sending import outgoing, unwritten

        session = self._workspace.session
        lines = self._day.agenda().lines
        going = outgoing(session)
        unsent = sum(unwritten(session, going).counts.values())
        return _Found(
            unsent=unsent,
            unanswered=sum(going.counts.values()) - unsent,
            to_fix=len(session.exchange().verdicts(Ruling.FIX, open_only=True)),
            due=Counter(line.kind for line in lines),
            overdue=Counter(line.kind for line in lines if line.overdue),
        )

    def _take(self, found: _Found | None, error: Exception | None) -> None:
        if error is not None:
            raise error
        if found is not None:
            self._waiting, self._to_fix = found.waiting, found.to_fix
            self.unanswered = found.unanswered
            self.unsent, self._due, self._overdue = found.unsent, found.due, found.overdue
            self.counted.emit()
