"""Locking: after idle time or Ctrl+L everything is hidden at once, and masks fall."""

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.clock import WallClock
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.store.keyfile import Operator
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, renew_with_recovery
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.access import OperatorAccess, card
from mengzhan.ui.shell.unlock import RecoveryCard
from mengzhan.ui.widgets.options import OptionList
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.widgets.toast import Toast

_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """``idle`` once nobody has touched keyboard or mouse for ``minutes``."""

    idle = Signal()

    def __init__(self, minutes: int, clock: WallClock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta(minutes=minutes)
        self._last: datetime = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(5_000)
        self._timer.timeout.connect(self.look)

    def start(self, app: QObject) -> None:
        """Begin to watch the events of an application."""
        app.installEventFilter(self)
        self._timer.start()

    def look(self) -> None:
        """Compare the clock with the last touch; a clock set back counts as a touch."""
        now = self._clock()
        if now < self._last:
            self._last = now
        elif now - self._last >= self._limit:
            self._last = now
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVE:
            self._last = self._clock()
        return False


class _LockedRecovery(RecoveryCard):
    """The recovery code while the folder is open behind the lock; lets in an operator."""

    def __init__(self, session: Session, around: Surroundings, jobs: Jobs) -> None:
        self._session = session
        super().__init__(session.store.folder, around, jobs)

    def let_in(self, code: str, operator: str, secret: str) -> object:
        store = self._session.store
        _key, who = renew_with_recovery(store.folder, code, operator, secret, self._around)
        store.backups.refresh_keys()
        return who


class LockScreen(QWidget):
    """Covers the window. ``opened(operator)``: somebody proved to be that operator.

    ``quit_asked``: close instead.
    """

    opened = Signal(object)

    def __init__(self, session: Session, jobs: Jobs, around: Surroundings) -> None:
        super().__init__()
        self._session, self._jobs, self._around = session, jobs, around
        self._front = QWidget()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front)
        whole = QVBoxLayout(self)
        space(whole, 0, 0)
        whole.addWidget(self._stack)
        self._recovery: RecoveryCard | None = None
        self._column: QVBoxLayout
        self._column, _panel = card(self._front, 460)
        self._column.addWidget(Words(self.tr("蒙站"), "page"))
        self._column.addWidget(Words(self.tr("已锁屏，没保存的内容还在。")))
        self._station = Words(session.place.name, "remark", wrap=True)
        self._column.addWidget(self._station)
        self.access: OperatorAccess | None = None
        self._operators: dict[str, Operator] = {}

    def begin(self) -> None:
        """Ask for a PIN; the present operator is chosen."""
        self._drop_recovery()
        keyring = self._around.keyring(self._session.store.folder)
        active = [operator for operator in keyring.operators if operator.active]
        self._operators = {operator.id: operator for operator in active}
        if self.access is not None:
            self._column.removeWidget(self.access)
            self.access.hide()
            self.access.deleteLater()
        self.access = OperatorAccess(keyring)
        self.access.tried.connect(self._try)
        self.access.recovery_asked.connect(self._ask_recovery)
        if self._session.operator.id in self._operators:
            self.access.choose(self._session.operator.id)
        self._column.addWidget(self.access)
        self.setFocusProxy(self.access)
        self.access.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_recovery(self) -> None:
        self._recovery = _LockedRecovery(self._session, self._around, self._jobs)
        self._recovery.left.connect(self.begin)
        self._recovery.opened.connect(self.opened)
        self._stack.addWidget(self._recovery)
        self._stack.setCurrentWidget(self._recovery)
        self._recovery.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_recovery(self) -> None:
        if self._recovery is not None:
            self._stack.removeWidget(self._recovery)
            self._recovery.hide()
            self._recovery.deleteLater()
            self._recovery = None

    @property
    def recovery(self) -> RecoveryCard | None:
        """What asks for the recovery code, once somebody has forgotten the PIN."""
        return self._recovery

    def _try(self, operator: str, secret: str) -> None:
        folder, key = self._session.store.folder, self._session.store.key

        def work(_progress: Progress) -> bool:
            return self._around.keyring(folder).unlock(operator, secret) == key

        assert self.access is not None  # noqa: S101 - it is the one that asked
        self.access.set_busy(True)
        self._jobs.run(
            work, lambda fits, error: self._answer(operator, fits, error), window=self, lane="lock"
        )

    def _answer(self, operator: str, fits: bool | None, error: Exception | None) -> None:
        assert self.access is not None  # noqa: S101 - only it asks
        if isinstance(error, UserError):
            self.access.fail(error)
        elif error is not None:
            raise error
        elif fits:
            self.access.forget()
            self.opened.emit(self._operators[operator])


def hide_what_floats(window: QWidget) -> None:
    """Close dialogs, menus, open lists and messages: nothing may stand over a locked window."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    for part in window.findChildren(QWidget):
        if isinstance(part, OptionList | Toast):
            part.hide()
