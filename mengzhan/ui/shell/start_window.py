"""The window before the main one: first start, PIN, recovery code, rescue."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.store.backup import BACKUPS_NAME, list_backups
from mengzhan.store.errors import MissingDatabaseError
from mengzhan.store.keyfile import KEYS_NAME
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, is_set_up
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.first_start import FirstStart
from mengzhan.ui.shell.handover import HandoverCard
from mengzhan.ui.shell.rescue import RescueCard, RestoreCard
from mengzhan.ui.shell.unlock import RecoveryCard, UnlockCard
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import space


class StartWindow(QWidget):
    """``opened(session)``: the main window can come."""

    opened = Signal(object)

    def __init__(self, folder: Path, around: Surroundings, jobs: Jobs) -> None:
        super().__init__()
        self._folder, self._around, self._jobs = folder, around, jobs
        self._hands_over = False
        self._session: Session | None = None
        self.setWindowTitle(self.tr("蒙站"))
        self.setMinimumSize(theme().size(600), theme().size(420))
        column = QVBoxLayout(self)
        space(column, 0, 0)
        self.stack = QStackedWidget()
        column.addWidget(self.stack)
        self.begin()

    @property
    def card(self) -> QWidget:
        """What is shown now."""
        return self.stack.currentWidget()

    def begin(self) -> None:
        """Show what this folder needs: setting up, a PIN, or help."""
        if not is_set_up(self._folder):
            if (self._folder / KEYS_NAME).exists() or list_backups(self._folder / BACKUPS_NAME):
                self._show_rescue(MissingDatabaseError())
            else:
                self._show_first_start()
            return
        try:
            card = UnlockCard(self._folder, self._around, self._jobs)
        except UserError as error:
            self._show_rescue(error)
            return
        card.opened.connect(self._open)
        card.stuck.connect(self._show_rescue)
        card.recovery_asked.connect(self.show_recovery)
        self._show(card)

    def _show(self, card: QWidget) -> None:
        before = self.stack.currentWidget()
        self.stack.addWidget(card)
        self.stack.setCurrentWidget(card)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_first_start(self) -> None:
        card = FirstStart(self._folder, self._around, self._jobs)
        card.opened.connect(self._open_new)
        card.restore_asked.connect(self.show_restore)
        card.handover_asked.connect(self._begin_handover)
        self._show(card)

    def _begin_handover(self) -> None:
        # The data of the old computer needs a keyring and a key of this one first.
        self._hands_over = True
        card = self.stack.currentWidget()
        if isinstance(card, FirstStart):
            card.station.hint_handover()

    def _open_new(self, session: Session) -> None:
        if not self._hands_over:
            self._open(session)
            return
        card = HandoverCard(session)
        card.done.connect(lambda: self._open(session))
        card.left.connect(lambda: self._open(session))
        self._session = session
        self._show(card)

    def _show_rescue(self, error: UserError) -> None:
        card = RescueCard(self._folder, error)
        card.retried.connect(self.begin)
        card.restore_asked.connect(self.show_restore)
        card.quit_asked.connect(self.close)
        self._show(card)

    def show_restore(self) -> None:
        """Show the backups to restore from."""
        card = RestoreCard(self._folder, self._around, self._jobs)
        card.left.connect(self.begin)
        card.restored.connect(self._restored)
        self._show(card)

    def _restored(self, code: str) -> None:
        if code:
            self.show_recovery(code)
        else:
            self.begin()

    def show_recovery(self, code: str = "") -> None:
        """Ask for the recovery code and a new PIN."""
        card = RecoveryCard(self._folder, self._around, self._jobs, code)
        card.left.connect(self.begin)
        card.opened.connect(self._open)
        card.stuck.connect(self._show_rescue)
        self._show(card)

    def _open(self, session: Session) -> None:
        self._session = None
        self.opened.emit(session)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.stop()
        card = self.stack.currentWidget()
        unfinished = card.unfinished if isinstance(card, FirstStart) else self._session
        if unfinished is not None:
            unfinished.close()
        event.accept()
