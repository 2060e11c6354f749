"""The agenda of today, worked out once for everything in a window that shows or counts it."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from mengzhan.model.progress import Progress
from mengzhan.package.desk_work import with_desk
from mengzhan.rules.agenda.reading import (
    Agenda,
    Standing,
    agenda_of,
    follow_standing,
    read_standing,
)
from mengzhan.rules.station import own_station
from mengzhan.store.following import Changed, Following
from mengzhan.store.reader import StoreReader
from mengzhan.ui.workspace import Workspace

_Key = tuple[date, str]


class DayNow(QObject):
    """``ready``: what was asked for beside the screen is there."""

    ready = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace, self._session = workspace, workspace.session
        self._following = Following(self._session, self._key, _whole, _mended)
        self._asked = False

    def at_once(self) -> Agenda | None:
        """Return the agenda, or ``None`` if it has to be read whole: ``ask`` for it then."""
        standing = self._following.at_once()
        return self._agenda(standing) if standing is not None else None

    def agenda(self) -> Agenda:
        """Return the agenda; beside the screen."""
        return self._agenda(self._following.get())

    def ask(self) -> None:
        """Read it beside the screen; ``ready`` tells."""
        if not self._asked:
            self._asked = True
            self._workspace.jobs.run(self._read, self._take, window=self)

    def _read(self, _progress: Progress) -> None:
        self._following.get()

    def _take(self, _nothing: None, error: Exception | None) -> None:
        self._asked = False
        if error is not None:
            raise error
        self.ready.emit()

    def _agenda(self, standing: Standing) -> Agenda:
        return with_desk(self._session, agenda_of(standing, self._session.today()))

    def _key(self) -> _Key:
        return self._session.today(), own_station(self._session)


def _whole(reader: StoreReader, key: _Key) -> Standing:
    return read_standing(reader, key[0])


def _mended(standing: Standing, reader: StoreReader, key: _Key, changed: Changed) -> Standing:
    return follow_standing(standing, reader, key[0], changed)


def day_now(workspace: Workspace) -> DayNow:
    """Return the agenda of a window, made when it is first asked for."""
    return workspace.findChild(DayNow) or DayNow(workspace)
