"""The bar above every page: search, what is still to be sent and by when, undo, the operator."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from mengzhan.model.divisions import place_name
from mengzhan.model.entry import text_of
from mengzhan.rules.workdays import send_by
from mengzhan.store.session import Session
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.search_box import Hit, SearchBox
from mengzhan.ui.words import say, short_title

NAME_SHOWN = 8
"""Characters of the operator's name; names of thirty would push the search box away."""


class RecordSearch:
    """Finds records of all kinds for the search box, masked, each with its kind; those of other
    stations with whose they are."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def search(self, text: str, limit: int) -> list[Hit]:
        """Return what fits, best first."""
        found = self._session.read().search(text, limit=limit)
        return [self._hit(kind, record) for kind, record in found]

    def _hit(self, kind: str, record: str) -> Hit:
        reader = self._session.read()
        title, declared = reader.title(kind, record), self._session.catalogue.get(kind)
        if declared is None:
            return Hit(kind, record, title)
        row = reader.record(kind, record) or {}
        shown = [
            item.show(row.get(item.name))
            for item in declared
            if item.listed and item.name not in declared.title and item.type.name != "reference"
        ]
        last = say(declared.label)
        if row.get("excerpt"):
            # a long title would push whose it is out of sight
            title = short_title(title)
            words = QCoreApplication.translate("RecordSearch", "{station}的{kind}")
            last = words.format(station=place_name(text_of(row, "station")), kind=last)
        # the kind last: where there is little room the beginning is left out
        return Hit(kind, record, title, " · ".join([*list(filter(None, shown))[:2], last]))


class TopBar(QFrame):
    """The bar. Its parts give way one by one when the window is narrow; the search box stays.

    ``undo_asked``, ``lock_asked``, ``switch_asked``, ``recent_asked``, ``quit_asked``: buttons
    and menu.
    """

    undo_asked = Signal()
    redo_asked = Signal()
    lock_asked = Signal()
    switch_asked = Signal()
    recent_asked = Signal()
    keys_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, reports: bool = True
    ) -> None:
        """``reports``: whether records are sent from here (a station) or received (an office)."""
        super().__init__(parent)
        self.setProperty("look", "bar")
        self._session = session
        self._reports = reports
        self.status: Callable[[], str] = str
        """What was saved and backed up; the rail says it where there is room."""
        self.search = SearchBox(RecordSearch(session))
        self.deadline = Words("", "remark")
        self.unsent = Badge("", "amber")
        self.unsent.hide()
        self.undo_button = Button(self.tr("撤销"))
        self.undo_button.setToolTip(self.tr("Ctrl+Z 撤销，Ctrl+Y 重做"))
        self.undo_button.clicked.connect(self.undo_asked)
        self.operator_button = Button("")
        self.operator_button.clicked.connect(self.open_menu)
        row = QHBoxLayout(self)
        step = theme().size
        row.setContentsMargins(step(16), step(8), step(16), step(8))
        row.setSpacing(step(12))
        self.search.setMaximumWidth(step(470))
        row.addWidget(self.search, 100)
        row.addStretch(1)
        row.addWidget(self.deadline)
        row.addWidget(self.unsent)
        row.addWidget(self.undo_button)
        row.addWidget(self.operator_button)
        self.refresh(0)

    def refresh(self, unsent: int, unanswered: int = 0) -> None:
        """Follow the day, the operator, how many records are in no package, and how many are in
        one that no receipt answers yet."""
        month, day, left = send_by(self._session.today())
        words = self.tr("{month}月报送：还有 {count} 个工作日")
        if left == 0:
            words = self.tr("{month}月报送：今天截止")
        self.deadline.setText(words.format(month=month, count=left))
        self.deadline.setToolTip(self.tr("截止 {day}").format(day=day.isoformat()))
        if unsent:
            self.unsent.show_word(self.tr("未报送 {count} 条").format(count=unsent), "amber")
        else:
            self.unsent.show_word(self.tr("等回执 {count} 条").format(count=unanswered), "blue")
        self._waiting = unsent or unanswered
        name = self._session.operator.name
        short = name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1]}…"
        self.operator_button.set_words(f"{short} ▾")
        self.operator_button.setToolTip(name)
        self._fit()

    def menu(self) -> QMenu:
        """The operator's menu."""
        menu = QMenu(self)
        for line in self.status().splitlines():
            menu.addAction(line).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("锁屏  Ctrl+L"), self.lock_asked.emit)
        menu.addAction(self.tr("换操作员"), self.switch_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("最近的操作…  Ctrl+Shift+Z"), self.recent_asked.emit)
        menu.addAction(self.tr("重做  Ctrl+Y"), self.redo_asked.emit)
        menu.addAction(self.tr("按键一览  F1"), self.keys_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("退出"), self.quit_asked.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def open_menu(self) -> None:
        """Show the menu below its button."""
        self.menu().popup(
            self.operator_button.mapToGlobal(QPoint(0, self.operator_button.height()))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= theme().size(1000)
        self.deadline.setVisible(self._reports and self.width() >= theme().size(820))
        self.unsent.setVisible(self._reports and self._waiting > 0)
        self.undo_button.set_words(self.tr("撤销  Ctrl+Z") if wide else self.tr("撤销"))
