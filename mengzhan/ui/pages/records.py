"""The page of a record kind: its list, one record of it, its form, files on their way in or out.
One class for every kind."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import Value, Values
from mengzhan.model.ruling import Ruling
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.adlint.checked_list import CheckedList
from mengzhan.ui.pages.conditions import Condition
from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.pages.form_stack import FormStack
from mengzhan.ui.pages.keying.key_in_page import KeyInPage
from mengzhan.ui.pages.matching.match_door import MatchDoor
from mengzhan.ui.pages.page_stack import PageStack
from mengzhan.ui.pages.pasting.clipboard import ClipboardOffer, clipboard_text
from mengzhan.ui.pages.person import PersonPage
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.pages.referring.slips import SlipList
from mengzhan.ui.pages.rivals import rival_values
from mengzhan.ui.pages.sharing.foreign_door import ForeignDoor, is_foreign
from mengzhan.ui.pages.subject_page import SubjectPage
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import space_page
from mengzhan.ui.words import say_many
from mengzhan.ui.workspace import Workspace

if TYPE_CHECKING:
    from mengzhan.sheets.grid import Book
    from mengzhan.ui.pages.file_page import FilePage
    from mengzhan.ui.pages.filling.fill_page import FillPage
    from mengzhan.ui.pages.importing.import_page import ImportPage
    from mengzhan.ui.pages.pasting.paste_page import PastePage
    from mengzhan.ui.pages.policy_page import PolicyPage

LISTS: dict[str, type[RecordList]] = {"referral": SlipList, "vacancy": CheckedList}
"""Kinds whose list does more than show them."""

SUBJECTS: dict[str, type[SubjectPage]] = {"person": PersonPage, "employer": EmployerPage}
"""Kinds that have a page of their own; others open in their form."""


class RecordsPage(QWidget):
    """List, page of one record, forms of a kind, a ledger on its way in or a superior's form on
    its way out, one at a time."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[kind]
        self._stale = False
        self.list = LISTS.get(kind, RecordList)(workspace, kind)
        self.forms = FormStack(workspace)
        subject = SUBJECTS.get(kind)
        self.subject: SubjectPage | None = subject(workspace) if subject else None
        self.importing: ImportPage | None = None
        self.filling: FillPage | None = None
        self.policies: PolicyPage | None = None
        self.pasting: PastePage | None = None
        self.keying: KeyInPage | None = None
        self.offer: ClipboardOffer | None = None
        self._return_to: QWidget = self.list
        self._stack = PageStack()
        self.matches = MatchDoor(workspace, self._stack)
        self.foreign = ForeignDoor(workspace, self.kind, self._stack)
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
        self.list.fill_asked.connect(self.fill_form)
        self.list.dropped.connect(lambda paths: self.fill_form(paths[0]))
        self.list.match_asked.connect(self.show_matches)
        self.matches.left.connect(self._leave_matches)
        self.matches.opened.connect(self._open_match)
        self.foreign.match_asked.connect(self.show_matches)
        self.forms.match_asked.connect(self.show_matches)
        self.forms.closed.connect(lambda _record: self._come_back())
        self.forms.next_asked.connect(self._open_next)
        self.forms.opened.connect(self._open_from_form)
        if self.subject is not None:
            self.subject.left.connect(self.show_list)
            self.subject.edit_asked.connect(self.edit)
            self.subject.service_asked.connect(self._log)
            self.subject.event_opened.connect(self._change)
            self.subject.policies_asked.connect(self.show_policies)
            self.subject.match_asked.connect(self.show_matches)
        if self.kind.name == "vacancy":
            paste_button = Button(self.tr("粘贴招聘信息"), "Ctrl+V")
            paste_button.clicked.connect(self.paste)
            # the one thing to do next stays at the end
            self.list.head.add(paste_button, self.list.new_button)
            self.offer = ClipboardOffer()
            self.list.offers.addWidget(self.offer)
            self.offer.taken.connect(self.paste)
        if self.kind.name == "follow_up":
            key_in_button = Button(self.tr("录入户表"), "Ctrl+R")
            key_in_button.clicked.connect(self.key_in)
            self.list.head.add(key_in_button, self.list.new_button)

    @property
    def title(self) -> str:
        """What stands on the rail."""
        return say_many(self.kind)

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        self._stack.focus_first()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what changed; a page that is not seen waits until it is."""
        if change is not None and change.forgets:
            self._forget()
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self.list.refresh()
        self.foreign.refresh()
        if self.subject is not None and self._stack.currentWidget() is self.subject:
            self.subject.show_record(self.subject.record)

    def _forget(self) -> None:
        """Somebody was erased: what was read of records goes, seen or not; the focus stays."""
        self.list.forget()
        if self.subject is None or not self.subject.forget():
            return
        if self._stack.currentWidget() in (self.subject, self.policies):
            self._stack.setCurrentWidget(self.list)
        self._stack.let_go(self.policies)
        self.policies = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        self.forms.commit()
        if self.pasting is not None:
            self.pasting.commit()
        if self.keying is not None:
            self.keying.commit()

    def show_list(self) -> None:
        """Show the list."""
        self._stack.turn_to(self.list)

    def list_where(self, conditions: Sequence[Condition]) -> None:
        """Show the records that satisfy conditions."""
        self.show_list()
        self.list.filter_line.clear()
        for condition in conditions:
            self.list.filter_line.add(condition)

    def list_only(self, records: Sequence[str], words: str) -> None:
        """Show some records until the words for them are taken away."""
        self.show_list()
        self.list.filter_line.show_only(records, words)

    # Importing -----------------------------------------------------------------------------

    def bring_in(self, path: Path | None = None, book: "Book | None" = None) -> None:
        """Import a file, or one that is asked for; what is under way goes on.

        Args:
            book: what is in the file, if it was read already.
        """
        # What reads workbooks is many modules, and most days begin without them.
        from mengzhan.ui.pages.importing.import_page import ImportPage

        page = self.importing
        if page is None or not page.is_open:
            self._stack.let_go(page)
            page = self.importing = ImportPage(self.workspace, self.kind)
            page.closed.connect(self._leave_import)
            page.listed.connect(self._list_imported)
        if path is not None and book is not None:
            self._stack.turn_to(page)
            page.open(path, book)
        else:
            self._turn_to_file(page, path)

    def _turn_to_file(self, page: "FilePage", path: Path | None) -> None:
        self._stack.turn_to(page)
        if path is not None:
            page.hand_over(path)
        elif not page.is_open:
            page.ask()

    def _leave_import(self) -> None:
        self.show_list()
        self._stack.let_go(self.importing)
        self.importing = None

    def _list_imported(self, records: list[str]) -> None:
        words = self.tr("这次导入的 {count} 条").format(count=f"{len(records):,}")
        self.list_only(records, words)
        self._leave_import()

    # A superior's form ---------------------------------------------------------------------

    def fill_form(self, path: Path | None = None) -> None:
        """Fill a form that is asked for, or see whether a file that was dropped is one; what is
        under way goes on."""
        from mengzhan.ui.pages.filling.fill_page import FillPage

        page = self.filling
        if page is None or not page.is_open:
            self._stack.let_go(page)
            page = self.filling = FillPage(self.workspace, self.kind, self.list.scopes())
            page.closed.connect(self._leave_filling)
            page.import_asked.connect(self._import_instead)
        self._turn_to_file(page, path)

    def _leave_filling(self) -> None:
        self.show_list()
        self._stack.let_go(self.filling)
        self.filling = None

    def _import_instead(self, path: Path, book: "Book | None") -> None:
        self._leave_filling()
        self.bring_in(path, book)

    # Pasting -------------------------------------------------------------------------------

    def paste(self) -> None:
        """Read the recruitment message in the clipboard; one that is under way goes on."""
        from mengzhan.ui.pages.pasting.paste_page import PastePage

        page = self.pasting
        if page is None:
            page = self.pasting = PastePage(self.workspace)
            page.closed.connect(self._leave_pasting)
        self._stack.turn_to(page)
        if not page.is_open:
            page.open(clipboard_text())

    def _leave_pasting(self) -> None:
        if self.offer is not None:
            self.offer.forget()
        self.show_list()
        self._stack.let_go(self.pasting)
        self.pasting = None

    # Visit sheets --------------------------------------------------------------------------

    def key_in(self) -> None:
        """Key in a visit sheet; one that is under way goes on."""
        if self.keying is None:
            self.keying = KeyInPage(self.workspace)
            self.keying.left.connect(self.show_list)
        self._stack.turn_to(self.keying)
        self.keying.open()

    # Matching ------------------------------------------------------------------------------

    def show_matches(self, kind: str, record: str) -> None:
        """Show who fits a vacancy or what fits a person; Esc comes back to what is shown now."""
        self.matches.show(kind, record)

    def _leave_matches(self) -> None:
        back = self.matches.came_from or self.list
        if back is self.forms and self.forms.current is None:
            # a referral was logged in its place
            back = self.subject if self.subject is not None and self.subject.record else self.list
        self._stack.turn_to(back)

    def _open_match(self, kind: str, record: str) -> None:
        if kind == self.kind.name:
            self.open_record(record)
        else:
            self.workspace.record_asked.emit(kind, record)

    # One record ----------------------------------------------------------------------------

    def new(self, values: Values) -> None:
        """Show an empty form; ``values`` are known already."""
        self._return_to = self.list
        self._stack.setCurrentWidget(self.forms)
        self.forms.new(self.kind.name, values)

    def open_record(self, record: str, field: str = "") -> bool:
        """Show a record: its page, or its form if it has none or something waits to be fixed; of
        another station's what is known."""
        if self.foreign.show(record):
            return True
        if self.subject is None or not self.subject.show_record(record):
            return self.edit(record, field)
        self._stack.turn_to(self.subject)
        return self.edit(record, field) if field or self._waits(record) else True

    def _waits(self, record: str) -> bool:
        open_ = self.workspace.session.exchange().verdicts(Ruling.FIX, open_only=True)
        asked = any(verdict.record == record for verdict in open_)
        return asked or bool(rival_values(self.workspace.reader, record))

    def edit(self, record: str, field: str = "") -> bool:
        """Show the form of a stored record; return whether it is there."""
        return self._change(self.kind.name, record, field)

    # Policies ------------------------------------------------------------------------------

    def show_policies(self, record: str) -> None:
        """Show which policies a person or an employer may have."""
        from mengzhan.ui.pages.policy_page import PolicyPage

        page = self.policies
        if page is None:
            page = self.policies = PolicyPage(self.workspace)
            page.left.connect(lambda: self.open_record(self._subject_record))
            page.told.connect(self._log_told)
        page.show_record(record)
        self._stack.turn_to(page)

    @property
    def _subject_record(self) -> str:
        return self.subject.record if self.subject is not None else ""

    def _log_told(self, items: list[str]) -> None:
        """Open the service that notes which policies were told, with these ticked."""
        if self.subject is not None:
            kind = "follow_up" if self.kind.name == "person" else "visit"
            about = self.subject.subject_field(kind)
            known: dict[str, Value] = {about: self.subject.record, "policies": items}
            self._stack.setCurrentWidget(self.subject)
            self._log(kind, known)

    def _change(self, kind: str, record: str, field: str = "") -> bool:
        if is_foreign(self.workspace.reader, kind, record):
            self.workspace.record_asked.emit(kind, record)
            return True
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
        subject, back = self.subject, self._return_to
        if back is self.matches.page or (
            subject is not None and back is subject and subject.show_record(subject.record)
        ):
            self._stack.turn_to(back)
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
