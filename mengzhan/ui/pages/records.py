"""The page of a record kind: its list, one record of it, its form. One class for every kind."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.ruling import Ruling
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.pages.form_stack import FormStack
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.matching.lines import OTHER
from mengzhan.ui.pages.matching.match_page import MatchPage
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.pages.rivals import rival_values
from mengzhan.ui.pages.subject_page import SubjectPage
from mengzhan.ui.widgets.panel import space_page
from mengzhan.ui.words import say_many
from mengzhan.ui.workspace import Workspace

SUBJECTS: dict[str, type[SubjectPage]] = {"person": PersonPage, "employer": EmployerPage}
"""Kinds that have a page of their own; others open in their form."""


class RecordsPage(QWidget):
    """List, page of one record, forms of a kind and a file on its way in, one at a time."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[kind]
        self._stale = False
        self.list = RecordList(workspace, kind)
        self.forms = FormStack(workspace)
        subject = SUBJECTS.get(kind)
        self.subject: SubjectPage | None = subject(workspace) if subject else None
        self.importing: ImportPage | None = None
        self.matching: MatchPage | None = None
        self._matched_from: QWidget = self.list
        self._to_log: list[dict[str, Value]] = []
        self._return_to: QWidget = self.list
        self._stack = QStackedWidget()
        outer = QVBoxLayout(self)
        space_page(outer)
        outer.addWidget(self._stack)
        for page in (self.list, self.subject, self.forms):
            if page is not None:
                self._stack.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self.open_record)
        self.list.new_asked.connect(lambda: self.new({}))
        self.list.import_asked.connect(self.bring_in)
        self.list.match_asked.connect(self.show_matches)
        self.forms.match_asked.connect(self.show_matches)
        self.forms.closed.connect(self._close_form)
        self.forms.next_asked.connect(self._open_next)
        self.forms.opened.connect(self._open_from_form)
        if self.subject is not None:
            self.subject.left.connect(self.show_list)
            self.subject.edit_asked.connect(self.edit)
            self.subject.service_asked.connect(self._log)
            self.subject.event_opened.connect(self._change)
            self.subject.match_asked.connect(self.show_matches)

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return say_many(self.kind)

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        current = self._stack.currentWidget()
        if current is self.forms and self.forms.current is not None:
            self.forms.current.focus_first()
        elif self.subject is not None and current is self.subject:
            self.subject.focus_first()
        elif self.importing is not None and current is self.importing:
            self.importing.focus_first()
        elif self.matching is not None and current is self.matching:
            self.matching.focus_first()
        else:
            self.list.focus_first()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed; a page that is not seen waits until it is."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.list.refresh()
        if self.subject is not None and self._stack.currentWidget() is self.subject:
            self.subject.show_record(self.subject.record)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        self.forms.commit()

    def show_list(self) -> None:
        """Show the list."""
        self._stack.setCurrentWidget(self.list)
        self.list.focus_first()

    # Importing -----------------------------------------------------------------------------

    def bring_in(self, path: Path | None = None) -> None:
        """Import a file, or one that is asked for; what is under way goes on."""
        page = self.importing
        if page is None or not page.is_open:
            self._drop_import()
            page = self.importing = ImportPage(self.workspace, self.kind)
            page.closed.connect(self._leave_import)
            page.listed.connect(self._list_imported)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.focus_first()
        if path is not None:
            page.open(path)
        elif not page.is_open:
            page.ask()

    def _drop_import(self) -> None:
        """Let go of a file and all that was found in it."""
        if self.importing is not None:
            self._stack.removeWidget(self.importing)
            self.importing.hide()
            self.importing.deleteLater()
            self.importing = None

    def _leave_import(self) -> None:
        self.show_list()
        self._drop_import()

    def _list_imported(self, records: list[str]) -> None:
        words = self.tr("这次导入的 {count} 条").format(count=f"{len(records):,}")
        self.list.filter_line.show_only(records, words)
        self._leave_import()

    # Matching ------------------------------------------------------------------------------

    def show_matches(self, kind: str, record: str) -> None:
        """Show who fits a vacancy or what fits a person; Esc comes back to what is shown now."""
        if self.matching is None:
            self.matching = MatchPage(self.workspace)
            self.matching.left.connect(self._leave_matches)
            self.matching.opened.connect(self._open_match)
            self.matching.introduce.connect(self._introduce)
            self._stack.addWidget(self.matching)
        if self._stack.currentWidget() is not self.matching:
            self._matched_from = self._stack.currentWidget()
        self.matching.show_subject(kind, record)
        self._stack.setCurrentWidget(self.matching)
        self.matching.focus_first()

    def _leave_matches(self) -> None:
        back = self._matched_from
        if back is self.forms and self.forms.current is None:
            # a referral was logged in its place
            back = self.subject if self.subject is not None and self.subject.record else self.list
        self._stack.setCurrentWidget(back)
        self.focus_first()

    def _open_match(self, kind: str, record: str) -> None:
        if kind == self.kind.name:
            self.open_record(record)
        else:
            self.workspace.record_asked.emit(kind, record)

    def _introduce(self, records: list[str]) -> None:
        """Log the referrals of those who were ticked, one form after the other."""
        page = self.matching
        if page is None:
            return
        self._to_log = [{page.kind: page.record, OTHER[page.kind]: one} for one in records]
        self._log("referral", self._to_log.pop(0))

    def _close_form(self, record: str) -> None:
        """Go on with the next referral; whoever leaves a form without saving leaves them all."""
        if record and self._to_log:
            self._log("referral", self._to_log.pop(0))
        else:
            self._to_log.clear()
            self._come_back()

    # One record ----------------------------------------------------------------------------

    def new(self, values: Values) -> None:
        """Show an empty form; ``values`` are known already."""
        self._return_to = self.list
        self._stack.setCurrentWidget(self.forms)
        self.forms.new(self.kind.name, values)

    def open_record(self, record: str, field: str = "") -> bool:
        """Show a record: its page, or its form if it has none or something waits to be fixed."""
        if self.subject is None or not self.subject.show_record(record):
            return self.edit(record, field)
        self._stack.setCurrentWidget(self.subject)
        self.subject.focus_first()
        return self.edit(record, field) if field or self._waits(record) else True

    def _waits(self, record: str) -> bool:
        open_ = self.workspace.session.exchange().verdicts(Ruling.FIX, open_only=True)
        asked = any(verdict.record == record for verdict in open_)
        return asked or bool(rival_values(self.workspace.reader, record))

    def edit(self, record: str, field: str = "") -> bool:
        """Show the form of a stored record; return whether it is there."""
        return self._change(self.kind.name, record, field)

    def _change(self, kind: str, record: str, field: str = "") -> bool:
        self._remember_place()
        self._stack.setCurrentWidget(self.forms)
        if self.forms.change(kind, record, field):
            return True
        self._stack.setCurrentWidget(self._return_to)
        self.workspace.said.emit(self.tr("这条记录已经不在了。"), "")
        return False

    def _log(self, kind: str, values: dict[str, Value]) -> None:
        self._remember_place()
        self._stack.setCurrentWidget(self.forms)
        self.forms.new(kind, values)

    def _remember_place(self) -> None:
        current = self._stack.currentWidget()
        if current is not self.forms:
            self._return_to = current

    def _come_back(self) -> None:
        """Go back to where the form was opened, with what is new there."""
        if self.matching is not None and self._return_to is self.matching:
            self._stack.setCurrentWidget(self.matching)
            self.matching.focus_first()
            return
        subject = self.subject
        if (
            subject is not None
            and self._return_to is subject
            and subject.show_record(subject.record)
        ):
            self._stack.setCurrentWidget(subject)
            subject.focus_first()
        else:
            self.show_list()

    def _open_next(self) -> None:
        """Go on with the line below the one that was saved."""
        following = self.list.step() if self._return_to is self.list else ""
        if following:
            self.edit(following)
        else:
            self.forms.clear()
            self._come_back()

    def _open_from_form(self, kind: str, record: str) -> None:
        self._stack.setCurrentWidget(self._return_to)
        if kind == self.kind.name:
            self.open_record(record)
        else:
            self._change(kind, record)
