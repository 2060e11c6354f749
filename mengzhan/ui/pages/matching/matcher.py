"""The one board of a window: read beside the screen, kept up with every change after that."""

from PySide6.QtCore import QObject, Signal

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.rules.matching.board import TOP, Board, Found
from mengzhan.rules.matching.weights import SETTING, in_force
from mengzhan.rules.station import own_station
from mengzhan.store.session import ChangeSet
from mengzhan.ui.workspace import Workspace

LARGE = 20_000
"""From so many people on the board is read around one record, and not whole."""

MANY = 200
"""A change of more records than this (an import) is not followed: the board is read anew."""


class Matcher(QObject):
    """Holds the board. ``ready``: it was read, or has taken up a change; ask it again."""

    ready = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._board: Board | None = None
        self._around: tuple[str, str] | None = None
        self._reading = 0
        self._missed: list[ChangeSet] = []
        workspace.changed.connect(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether the board is there."""
        return self._board is not None

    def find(self, kind: str, record: str, top: int = TOP) -> Found | None:
        """Return what fits a record, or ``None``: it is gone, or the board is not there yet."""
        return self._board.find(kind, record, top) if self._board is not None else None

    def prepare(self, kind: str, record: str) -> int:
        """See to it that the board answers for a record; ``ready`` tells. Returns the job, if any."""
        session = self._workspace.session
        weights = in_force(session.setting(SETTING))
        large = self._workspace.reader.count("person") > LARGE
        around = (kind, record) if large else None
        if self._reading and self._around == around:
            return self._reading
        board = self._board
        if board is None or board.day != session.today() or self._around != around:
            return self._read(weights, around)
        if board.weights != weights:
            board.weigh(weights)
        self.ready.emit()
        return 0

    def _read(self, weights: dict[str, int], around: tuple[str, str] | None) -> int:
        session, day = self._workspace.session, self._workspace.session.today()
        self._board, self._around, self._missed = None, around, []

        def read(progress: Progress) -> Board:
            reader = session.read()
            return Board(reader, day, weights, own_station(reader), around)

        self._reading = self._workspace.jobs.run(read, self._take, window=self, lane="matching")
        return self._reading

    def _take(self, board: Board | None, error: Exception | None) -> None:
        self._reading, self._board = 0, board
        if isinstance(error, UserError):
            # told once: whoever waits would ask for it again and again
            self._workspace.failed.emit(error)
            return
        if error is not None:
            raise error
        for change in self._missed:
            self._take_up(change)
        self.ready.emit()

    def _follow(self, change: ChangeSet) -> None:
        if self._reading:
            # it may have been read before or after this
            self._missed.append(change)
        elif self._board is not None:
            self._take_up(change)
            self.ready.emit()

    def _take_up(self, change: ChangeSet) -> None:
        # the tables of a board keep what they knew of people
        if self._board is None or change.forgets or not 0 < len(change.records) <= MANY:
            self._board = None
        else:
            self._board.follow(self._workspace.reader, change.records)


def matcher_of(workspace: Workspace) -> Matcher:
    """Return the matcher of a workspace, made when it is first asked for."""
    return workspace.findChild(Matcher) or Matcher(workspace)
