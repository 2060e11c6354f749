"""What else can be done with a stored record: history, handing over, merging, taking away."""

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import merge, move, remove
from mengzhan.ui.pages.history import HistoryDialog
from mengzhan.ui.pages.record_dialogs import EraseDialog, PickRecord, PickStation
from mengzhan.ui.workspace import Workspace


class RecordMenu(QObject):
    """``gone``: the record was taken away, merged or handed over; whoever shows it leaves it."""

    gone = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._window = parent

    def show_below(self, button: QWidget, kind: str, record: str) -> None:
        """Open the menu under a button."""
        self.make(kind, record).popup(button.mapToGlobal(QPoint(0, button.height())))

    def make(self, kind: str, record: str) -> QMenu:
        """Return the menu for a record."""
        menu = QMenu(self._window)
        act = menu.addAction
        act(self.tr("历史…")).triggered.connect(lambda: self.show_history(kind, record))
        act(self.tr("并到另一条…")).triggered.connect(lambda: self.merge(kind, record))
        act(self.tr("移交别的站…")).triggered.connect(lambda: self.move(kind, record))
        if kind == "person":
            act(self.tr("典型案例…")).triggered.connect(lambda: self.show_case(record))
        menu.addSeparator()
        act(self.tr("删除（可以撤销）")).triggered.connect(lambda: self.remove(kind, record))
        if kind == "person":
            act(self.tr("彻底删除…")).triggered.connect(lambda: self.erase(kind, record))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def show_history(self, kind: str, record: str) -> None:
        """Show who changed what."""
        dialog = HistoryDialog(self._workspace, kind, record, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_case(self, person: str) -> None:
        """Show the draft of a typical case."""
        from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
        from mengzhan.ui.pages.publishing.papers import PaperSources

        papers = PaperSources(self._workspace).case(person)
        dialog = OutgoingDialog(self._workspace, papers, self._window)
        dialog.exec()
        dialog.deleteLater()

    def remove(self, kind: str, record: str) -> None:
        """Take a record away; the toast offers to undo it."""
        saying = self.tr("已删除一条")
        self._finish(self._workspace.run(remove(record), f"remove {kind}", saying))

    def merge(self, kind: str, record: str) -> None:
        """Merge a record into another that the user picks."""
        dialog = PickRecord(self._workspace, kind, record, self._window)
        if dialog.exec():
            words = self.tr("已并成一条")
            self._finish(self._workspace.run(merge(record, dialog.picked), f"merge {kind}", words))
        dialog.deleteLater()

    def move(self, kind: str, record: str) -> None:
        """Hand a record to another station."""
        dialog = PickStation(self._workspace, kind, record, self._window)
        if dialog.exec():
            words = self.tr("已移交，对方从上级的回执里收到")
            self._finish(self._workspace.run(move(record, dialog.picked), f"move {kind}", words))
        dialog.deleteLater()

    def erase(self, kind: str, record: str) -> None:
        """Forget a person for good, after it was explained and typed."""
        dialog = EraseDialog(self._workspace, kind, record, self._window)
        if dialog.exec():
            words = self.tr("已彻底删除")
            change = self._workspace.run(erase(record), f"erase {kind}", "")
            if change is not None:
                self._workspace.said.emit(words, "")
            self._finish(change)
        dialog.deleteLater()

    def _finish(self, change: object) -> None:
        if change is not None:
            self.gone.emit()
