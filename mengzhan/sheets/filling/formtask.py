"""One superior's form on its way from blank to filled. Window and command line go through it.

Reading the file, fetching records and filling take time and run in the background; choosing what
a column holds is quick.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mengzhan.model.kind import Kind
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress, in_parts
from mengzhan.rules.filters import Every
from mengzhan.sheets.filling.changedform import FormChange
from mengzhan.sheets.filling.filledform import Filled, Filling
from mengzhan.sheets.filling.fixedcells import DAY, PERSON, UNIT
from mengzhan.sheets.filling.formmemory import FORMAT, KnownForm, recall, recall_alike, remember
from mengzhan.sheets.filling.linked import with_linked
from mengzhan.sheets.filling.recognising import (
    Sort,
    can_be_form,
    fitting_kind,
    standing_of,
)
from mengzhan.sheets.filling.sheetform import read_form
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.grid import Book
from mengzhan.sheets.importing.memory import load_layout, save_layout
from mengzhan.sheets.reading.opening import open_book
from mengzhan.store.atomic import write_atomic
from mengzhan.store.session import Session

_BATCH = 500

Records = list[dict[str, Any]]


class FormTask:
    """A form, what is known of it from before, and what is decided about it now.

    ``known`` is what was decided when this very form was filled last; ``change`` tells how it
    differs from the form filled before that is most like it, where it is not the same.
    """

    def __init__(
        self, session: Session, data: bytes, form: SuperiorForm, sheets: Sequence[str]
    ) -> None:
        """``sheets`` are the names of all that could be filled."""
        self.session = session
        self.data = data
        self.form = form
        self.sheets = sheets
        self.known = recall(session, form)
        self.change: FormChange | None = None
        if self.known is not None:
            for index, way in self.known.paths.items():
                form.recall(index, way)
        elif found := recall_alike(session, form):
            before, self.change = found
            self._carry_over(before, self.change)

    def _carry_over(self, before: KnownForm, change: FormChange) -> None:
        """Take over what was decided about columns that are the same. One with another name is
        asked about, unless its new name says the same for certain."""
        form = self.form
        for column, old in change.same.items():
            if old in before.paths:
                form.recall(column, before.paths[old])
        unsure = {column.index for column in form.columns if not column.is_sure}
        for column, old in change.renamed.items():
            if column in unsure and before.paths.get(old):
                form.recall(column, before.paths[old], sure=False)

    # What goes in ------------------------------------------------------------------------------

    @property
    def kind(self) -> Kind:
        """The kind of record that goes in."""
        return self.form.kind

    @property
    def asks_nothing(self) -> bool:
        """Whether this very form was filled before and no column is left to be decided."""
        return self.known is not None and not self.form.unsure

    @property
    def picks_itself(self) -> bool:
        """Whether nobody has to choose whose records go in: the form names them, counts all, or
        asks for none."""
        form = self.form
        return bool(form.named() or form.counted() or not any(c.path for c in form.columns))

    def facts(self) -> dict[str, str]:
        """Return what is known of the sender. Which month a form is about is not."""
        today = self.session.today()
        return {
            UNIT: self.session.place.name,
            PERSON: self.session.operator.name,
            DAY: today.isoformat(),
        }

    def records(self, rows: Sequence[int] | None, progress: Progress | None = None) -> Records:
        """Fetch the records behind row numbers, in that order, with what they refer to; ``None``
        stands for all, the oldest first."""
        reader, name = self.session.read(), self.kind.name
        if rows is None:
            return with_linked(reader, self.kind, reader.matching(name, Every()))
        found: Records = []
        for part in in_parts(rows, _BATCH):
            if progress is not None:
                progress.check()
            found += reader.rows(name, part)
        order = {record["id"]: place for place, record in enumerate(found)}
        return sorted(with_linked(reader, self.kind, found), key=lambda r: order[r["id"]])

    def filling(self, records: Sequence[Mapping[str, Any]]) -> Filling:
        """Say which of the records goes into which row."""
        return Filling(self.form, records, self.facts(), self.session.today())

    # Mappings as files -------------------------------------------------------------------------

    def load_profile(self, path: Path) -> None:
        """Take columns as a mapping file has them; columns that are not there are passed over.

        Raises:
            LayoutFileError: it is none for such a form.
        """
        for name, way in load_layout(path, self.kind.name, FORMAT).items():
            index = self.form.column_called(name)
            if index is not None:
                self.form.recall(index, way)

    def save_profile(self, path: Path) -> None:
        """Write the columns as a mapping file for others: headers and fields, nothing of anybody.

        Raises:
            StoreError: the file could not be written.
        """
        save_layout(path, self.kind.name, self.form.columns, FORMAT)

    # Writing -----------------------------------------------------------------------------------

    def write(self, filled: Filled, out: Path, purpose: str) -> None:
        """Put the filled form into its place, and remember its columns.

        Numbers shown in full are noted before the file is there: better one too many than one
        too few.

        Raises:
            StoreError: the file could not be written.
        """
        if filled.bare:
            self.session.disclose(self.kind.name, filled.bare, purpose)
        write_atomic(out, filled.data)
        remember(self.session, self.form, purpose)


@dataclass(frozen=True)
class Handed:
    """What a file looks like: ``task`` if it may be a form, ``book`` if it could be read."""

    sort: Sort
    task: FormTask | None = None
    book: Book | None = None


def open_handed(
    session: Session, path: Path, kind: Kind, progress: Progress | None = None
) -> Handed:
    """Open a file of which nobody has said what is to be done with it.

    A form that was filled before is a form. What cannot be read is left to the import, which says
    more about such files.

    Raises:
        Cancelled: ``progress`` was cancelled.
    """
    try:
        book = open_book(path, progress=progress)
    except UserError:
        return Handed("ledger")
    try:
        if not can_be_form(path, book):
            return Handed("ledger", book=book)
        task = _form_in(session, path, kind, exactly=False)
    except UserError:
        return Handed("ledger", book=book)
    return Handed("form" if task.known is not None else standing_of(task.form), task, book)


def open_form(
    session: Session,
    path: Path,
    kind: Kind,
    sheet: str = "",
    progress: Progress | None = None,
    *,
    exactly: bool = True,
) -> FormTask:
    """Read a form, once ``open_book`` has found nothing wrong with it, and find out what it asks
    for.

    Args:
        exactly: the form is filled with records of ``kind`` even if another suits it better.

    Raises:
        BookRefused, FormRefused: it is not read, and why.
        Cancelled: ``progress`` was cancelled.
    """
    open_book(path, progress=progress)
    return _form_in(session, path, kind, sheet, exactly=exactly)


def _form_in(
    session: Session, path: Path, kind: Kind, sheet: str = "", *, exactly: bool
) -> FormTask:
    """Take the form from a file that ``open_book`` has let through."""
    data = path.read_bytes()
    sheets = read_form(data)
    if not exactly:
        kind = fitting_kind(sheets, session.catalogue, kind)
    form = SuperiorForm(sheets, session.catalogue, kind, sheet)
    return FormTask(session, data, form, [one.sheet.name for one in sheets])
