"""What all pages of a window share: the session, background jobs, and how they talk.

Pages never know each other. They ask the workspace to open a record or a page, and hear from it
what changed; the window answers.
"""

import hashlib

from PySide6.QtCore import QObject, Signal

from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.model.problem import UserError
from mengzhan.rules.reader import Operation
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import ChangeSet, Session
from mengzhan.ui.background import Jobs


class Workspace(QObject):
    """One unlocked session in one window.

    Signals:
        changed(ChangeSet): records changed, here or by a package.
        record_asked(kind, record): show this record.
        list_asked(kind, conditions): show the records that satisfy conditions.
        records_asked(kind, records, words): show some records; ``words`` say which they are.
        form_asked(kind, values): show an empty form; ``values`` are already known.
        page_asked(name, part): show a page of the rail; ``part`` of it if not empty.
        said(text, action): tell the user briefly; ``action`` can be undone unless empty.
        failed(UserError): tell the user what went wrong and what to do.
        hidden(): masks fall again (lock, leaving a record).
    """

    changed = Signal(object)
    record_asked = Signal(str, str)
    list_asked = Signal(str, object)
    records_asked = Signal(str, list, str)
    form_asked = Signal(str, dict)
    page_asked = Signal(str, str)
    said = Signal(str, str)
    failed = Signal(object)
    hidden = Signal()

    def __init__(self, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.jobs = jobs
        self.references = References(session)
        self.pictures = Pictures(session)

    @property
    def reader(self) -> StoreReader:
        """This thread's view of what is committed."""
        return self.session.read()

    def run(self, operation: Operation, words: str, saying: str = "") -> ChangeSet | None:
        """Run an operation, refresh the pages, and offer to undo it; ``None`` if it was refused.

        A refusal is told through ``failed`` unless the caller asked for it by calling
        ``session.run`` itself (a form wants the problems beside its fields).
        """
        try:
            change = self.session.run(operation, words)
        except UserError as error:
            self.failed.emit(error)
            return None
        self.tell(change, saying)
        return change

    def look_again(self) -> None:
        """Let every page read anew: what changed is no record (an office, a package written)."""
        self.changed.emit(ChangeSet("", frozenset()))

    def tell(self, change: ChangeSet, saying: str = "") -> None:
        """Spread the word of a change that was made with ``session.run``."""
        if change.records:
            self.changed.emit(change)
        if saying:
            self.said.emit(saying, change.action if change.records else "")


class References:
    """Finds records for reference fields."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def search(self, kind: str, text: str, limit: int) -> list[Option]:
        """Return records of ``kind`` that fit what is typed; the newest ones for empty text."""
        reader = self._session.read()
        if text.strip():
            records = [record for _, record in reader.search(text, kind, limit)]
        else:
            records = reader.newest(kind, limit)
        return [self.option(kind, record) for record in records]

    def option(self, kind: str, record: str) -> Option:
        """Return a record as it is offered."""
        return Option(record, self.title(kind, record), self._detail(kind, record))

    def title(self, kind: str, record: str) -> str:
        """Return the words that stand for a record."""
        return self._session.read().title(kind, record)

    def _detail(self, kind: str, record: str) -> str:
        """Return what tells namesakes apart: the listed fields after the title, masked."""
        reader = self._session.read()
        declared = reader.catalogue[kind]
        row = reader.record(kind, record) or {}
        shown = [
            item.show(row.get(item.name))
            for item in declared
            if item.listed and item.name not in declared.title and item.type.name != "reference"
        ]
        return " ".join(filter(None, shown[:3]))


class Pictures:
    """Keeps small pictures by their digest."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, jpeg: bytes) -> str:
        """Keep a picture and return its SHA-256."""
        digest = hashlib.sha256(jpeg).hexdigest()
        self._session.add_picture(digest, jpeg)
        return digest

    def load(self, digest: str) -> bytes | None:
        """Return a picture, or ``None`` while it has not arrived."""
        return self._session.read().picture(digest)
