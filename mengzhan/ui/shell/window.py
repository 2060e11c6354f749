"""The main window: rail, bar, warnings, one page at a time, and the lock over all of it."""

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mengzhan.model.entry import Value
from mengzhan.model.problem import UserError
from mengzhan.store.keyfile import Operator
from mengzhan.store.papers import SHEET_DRAFT
from mengzhan.store.session import ChangeSet
from mengzhan.store.station import REAL, Surroundings
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.shell import failures, notices
from mengzhan.ui.shell.keys_overview import KeysOverview
from mengzhan.ui.shell.lock import IdleWatch, LockScreen, hide_what_floats
from mengzhan.ui.shell.new_record import NewRecordDialog
from mengzhan.ui.shell.page_table import PageTable, TabbedPage, refresh_page
from mengzhan.ui.shell.preferences import Preferences
from mengzhan.ui.shell.taking_back import TakingBack
from mengzhan.ui.shell.tallies import Tallies
from mengzhan.ui.shell.top_bar import TopBar
from mengzhan.ui.shell.warnings import WarningStrip
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.form import Form
from mengzhan.ui.widgets.line_edit import commit_composition
from mengzhan.ui.widgets.panel import space
from mengzhan.ui.widgets.rail import Rail
from mengzhan.ui.widgets.toast import Toast
from mengzhan.ui.workspace import Workspace

PAGE_KEYS = "1234567890-="


class MainWindow(QWidget):
    """The window of one unlocked session. ``closed``: everything is saved, backed up and shut."""

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        around: Surroundings = REAL,
        preferences: Preferences | None = None,
        table: PageTable | None = None,
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.session = workspace.session
        self.preferences = preferences or Preferences()
        self.table = table or PageTable(workspace)
        self._pages: dict[str, QWidget] = {}
        self._stale: set[str] = set()
        self._focused: QWidget | None = None
        self._build(around)
        self._connect()
        self._shortcuts()
        self.idle = IdleWatch(self.preferences.lock_minutes, self.session.clock, self)
        self.idle.idle.connect(self.lock)
        for notice in self._notices.at_start():
            self.strip.put(notice)
        self.show_page(self.table.entries[0].item.key)
        self._follow()

    # Building ----------------------------------------------------------------------------

    def _build(self, around: Surroundings) -> None:
        self.setWindowTitle(self.tr("蒙站 · {station}").format(station=self.session.place.name))
        self.setMinimumSize(theme().size(640), theme().size(420))
        self.body = QWidget()
        self.lock_screen = LockScreen(self.session, self.workspace.jobs, around)
        self.layers = QStackedWidget()
        self.layers.addWidget(self.body)
        self.layers.addWidget(self.lock_screen)
        whole = QVBoxLayout(self)
        space(whole, 0, 0)
        whole.addWidget(self.layers)
        items = [entry.item for entry in self.table.entries]
        self.rail = Rail(self.tr("蒙站"), self.session.place.name, items)
        self.bar = TopBar(self.session, reports=self.table.reports)
        self.strip = WarningStrip()
        self.stack = QStackedWidget()
        row = QHBoxLayout(self.body)
        space(row, 0, 0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        space(column, 0, 0)
        for part in (self.bar, self.strip):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        row.addLayout(column, 1)
        self.toast = Toast(self.stack)
        self._notices = notices.Notices(self.session)
        self._status = notices.StatusWords(self.session)
        self.bar.status = self._status.write
        self.taking_back = TakingBack(self.workspace, self)
        self.tallies = Tallies(self.workspace, self.table)
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self._write_status)

    def _connect(self) -> None:
        space_, bar = self.workspace, self.bar
        space_.changed.connect(self._refresh)
        space_.record_asked.connect(self.open_record)
        space_.list_asked.connect(self.open_list)
        space_.records_asked.connect(self.open_records)
        space_.form_asked.connect(self.open_form)
        space_.page_asked.connect(self.show_part)
        space_.said.connect(self._say)
        space_.failed.connect(lambda error: failures.tell(error, self))
        self.rail.chosen.connect(self.show_page)
        bar.search.chosen.connect(lambda hit: self.open_record(hit.kind, hit.record))
        bar.undo_asked.connect(self.taking_back.undo)
        bar.redo_asked.connect(self.taking_back.redo)
        bar.lock_asked.connect(self.lock)
        bar.switch_asked.connect(self.lock)
        bar.recent_asked.connect(self.taking_back.show_recent)
        bar.keys_asked.connect(self.show_keys)
        bar.quit_asked.connect(self.close)
        self.toast.undone.connect(self.taking_back.undo)
        self.strip.chosen.connect(self._settle_notice)
        self.lock_screen.opened.connect(self._unlocked)
        self.tallies.counted.connect(self._show_tallies)

    def _shortcuts(self) -> None:
        self.bar.search.reach_from(self.body)
        keys = {
            "Ctrl+N": self.ask_new,
            "Ctrl+Z": self.taking_back.undo,
            "Ctrl+Y": self.taking_back.redo,
            "Ctrl+Shift+Z": self.taking_back.show_recent,
            "Ctrl+L": self.lock,
            "F1": self.show_keys,
            "Ctrl+Q": self.close,
        }
        for sequence, act in keys.items():
            # Children of the body: a hidden body takes its shortcuts away with it.
            QShortcut(QKeySequence(sequence), self.body).activated.connect(act)
        for key, entry in zip(PAGE_KEYS, self.table.entries, strict=False):
            shortcut = QShortcut(QKeySequence(f"Alt+{key}"), self.body)
            shortcut.activated.connect(lambda name=entry.item.key: self.show_page(name))

    # Pages -------------------------------------------------------------------------------

    def page(self, name: str) -> QWidget:
        """Return a page, made when it is first asked for."""
        if name not in self._pages:
            entry = next(entry for entry in self.table.entries if entry.item.key == name)
            self._pages[name] = entry.make()
            made = self._pages[name]
            if isinstance(made, TabbedPage):
                made.show_waiting(self.tallies.counts(entry.kinds))
            self.stack.addWidget(self._pages[name])
        return self._pages[name]

    def show_page(self, name: str) -> None:
        """Show a page of the rail and put the focus into it."""
        commit_composition()
        page = self.page(name)
        if self.stack.currentWidget() is not page:
            # what was lifted on the page left behind is covered again
            self.workspace.hidden.emit()
            self.toast.hide()
        if name in self._stale:
            self._stale.discard(name)
            refresh_page(page, None)
        self.stack.setCurrentWidget(page)
        self.rail.pages.set_current(name)
        focus_first = getattr(page, "focus_first", None)
        if focus_first is not None:
            focus_first()

    def show_part(self, name: str, part: str) -> None:
        """Show a page, and if ``part`` is not empty that part of it."""
        self.show_page(name)
        lead_to = getattr(self.page(name), "lead_to", None)
        if part and lead_to is not None:
            lead_to(part)

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self.rail.pages.current

    def open_record(self, kind: str, record: str) -> None:
        """Show a record on the page of its kind."""
        self._part(kind).open_record(record)  # type: ignore[attr-defined]

    def open_list(self, kind: str, conditions: list[Condition]) -> None:
        """Show the records of a kind that satisfy conditions."""
        self._part(kind).list_where(conditions)  # type: ignore[attr-defined]

    def open_records(self, kind: str, records: list[str], words: str) -> None:
        """Show some records of a kind until the words for them are taken away."""
        self._part(kind).list_only(records, words)  # type: ignore[attr-defined]

    def open_form(self, kind: str, values: dict[str, Value]) -> None:
        """Show an empty form of a kind, with what is known already."""
        self._part(kind).new(values)  # type: ignore[attr-defined]

    def _part(self, kind: str) -> QWidget:
        name = self.table.page_of(kind)
        self.show_page(name)
        page = self.page(name)
        return page.part(kind) if isinstance(page, TabbedPage) else page

    def ask_new(self) -> None:
        """Ask which kind of record is wanted."""
        dialog = NewRecordDialog(self.session.catalogue, self)
        dialog.chosen.connect(lambda kind: self.open_form(kind, {}))
        dialog.paste_chosen.connect(lambda: self._part("vacancy").paste())  # type: ignore[attr-defined]
        dialog.key_in_chosen.connect(lambda: self._part("follow_up").key_in())  # type: ignore[attr-defined]
        self._open_dialog(dialog)

    def _open_dialog(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _refresh(self, change: ChangeSet) -> None:
        shown = self.stack.currentWidget()
        for name, page in self._pages.items():
            # what names somebody who was erased goes from pages that are not seen as well
            if page is shown or change.forgets:
                refresh_page(page, change)
            if page is not shown:
                self._stale.add(name)
        self._follow()

    def _follow(self) -> None:
        self.tallies.count_soon()
        self._write_status()
        standing = {
            notices.HANDOVER: self._notices.handover(),
            notices.CONFLICT: self._notices.conflicts(),
        }
        for name, notice in standing.items():
            if notice is not None:
                self.strip.put(notice)
            else:
                self.strip.drop(name)

    def _write_status(self) -> None:
        self.rail.set_foot(self._status.write())

    def _show_tallies(self) -> None:
        for entry in self.table.entries:
            name = entry.item.key
            count, tone = self.tallies.badge(name, entry.kinds)
            self.rail.pages.set_count(name, count, tone)
            page = self._pages.get(name)
            if isinstance(page, TabbedPage):
                page.show_counts(self.tallies.counts(entry.kinds))
        self.bar.refresh(self.tallies.unsent, self.tallies.unanswered)

    def show_keys(self) -> None:
        """Show what the keys do."""
        pages = [
            (f"Alt+{key}", entry.item.label)
            for key, entry in zip(PAGE_KEYS, self.table.entries, strict=False)
        ]
        self._open_dialog(KeysOverview(pages, self))

    # Notices -----------------------------------------------------------------------------

    def _say(self, words: str, action: str) -> None:
        self.toast.say(words, undo=bool(action))

    def _settle_notice(self, name: str, offer: str) -> None:
        self.strip.drop(name)
        if (name, offer) == (notices.CLOCK, "again"):
            still = self._notices.clock()
            if still is not None:
                self.strip.put(still)
        elif (name, offer) == (notices.CLOCK, "wrong"):
            self.close()
        elif (name, offer) == (notices.DRAFT, "open"):
            self._open_draft()
        elif (name, offer) == (notices.HANDOVER, "resume"):
            self.session.take_back_handover()
            self._say(self.tr("移交已收回，可以接着登记"), "")
        elif name == notices.CONFLICT:
            self._show_conflicts()
        elif name == notices.BACKUP:
            self.back_up()

    def _open_draft(self) -> None:
        draft = self.session.read().drafts()[0]
        # the form or page itself offers the draft
        if draft["kind"] == SHEET_DRAFT:
            self._part("follow_up").key_in()  # type: ignore[attr-defined]
        elif self.session.read().state(draft["record"]) is not None:
            self.open_record(draft["kind"], draft["record"])
        else:
            self.open_form(draft["kind"], {})

    def _show_conflicts(self) -> None:
        from mengzhan.ui.pages.conflicts import ConflictsDialog

        dialog = ConflictsDialog(self.workspace, self)
        dialog.finished.connect(lambda _result: self._follow())
        self._open_dialog(dialog)

    def back_up(self) -> None:
        """Make the day's backup beside the screen."""
        session = self.session
        self.workspace.jobs.run(
            lambda _progress: session.store.backup() is not None, self._backed_up, window=self
        )

    def _backed_up(self, made: bool | None, error: Exception | None) -> None:
        if isinstance(error, UserError):
            notice = self._notices.backup(error)
            if notice is not None:
                self.strip.put(notice)
        elif error is not None:
            raise error
        self._write_status()

    # Locking and closing -----------------------------------------------------------------

    def start(self) -> None:
        """Begin to watch for idle time, and back up; the window is on the screen."""
        app = QApplication.instance()
        if app is not None:
            self.idle.start(app)
        self._minute.start()
        self.back_up()

    @property
    def is_locked(self) -> bool:
        """Whether everything is hidden until somebody proves who they are."""
        return self.layers.currentWidget() is self.lock_screen

    def lock(self) -> None:
        """Hide everything at once."""
        if self.is_locked:
            return
        self.keep_drafts()
        self.workspace.hidden.emit()
        for form in self.findChildren(Form):
            form.hide_sensitive()
        self._focused = self.focusWidget()
        hide_what_floats(self)
        self.layers.setCurrentWidget(self.lock_screen)
        self.lock_screen.begin()

    def _unlocked(self, operator: Operator) -> None:
        same = operator.id == self.session.operator.id
        self.session.operator = operator
        self.layers.setCurrentWidget(self.body)
        if not same:
            self._forget_pages()
            self.show_page(self.table.entries[0].item.key)
        elif self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.bar.refresh(self.tallies.unsent, self.tallies.unanswered)

    def _forget_pages(self) -> None:
        """Another operator begins with fresh pages; what was being typed stays as drafts."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    def keep_drafts(self) -> None:
        """Read everything that is being typed, so that it is kept as a draft."""
        commit_composition()
        for page in self.findChildren(RecordsPage):
            page.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold_for(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_drafts()
        hide_what_floats(self)
        self._minute.stop()
        self.tallies.stop()
        self.workspace.jobs.stop()
        self.setCursor(Qt.CursorShape.WaitCursor)
        try:
            self.session.close()
        except UserError as error:
            failures.tell(error, self)
        event.accept()
        self.closed.emit()
