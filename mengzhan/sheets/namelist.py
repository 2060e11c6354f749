"""A superior's list of names (名单): whom of it the station knows, and the way back, filled.

The workbook is read like a form to fill, so that whoever is found on the way in is found again on
the way back: by number, or by a name that only one bears, telephone and birth date beside it
agreeing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mengzhan.model.phone import first_phone
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.strangers import Stranger
from mengzhan.rules.verifying import read_lines
from mengzhan.sheets.filling.filledform import Filled, Filling, Unfound
from mengzhan.sheets.filling.formtask import FormTask, open_form
from mengzhan.sheets.filling.sheetform import FARTHEST_ROW
from mengzhan.sheets.filling.superform import SuperiorForm
from mengzhan.sheets.grid import Sheet
from mengzhan.sheets.plaintext import plain_text
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import Session

_PERSON, _VERIFICATION = "person", "verification"
_PHONE = "phone"


@dataclass(frozen=True)
class NameList:
    """Who stands in a workbook: people of the station's books in its order, and the others.

    ``unfound`` says for each stranger in which row they stand and why nobody was found.
    """

    title: str
    people: tuple[str, ...]
    strangers: tuple[Stranger, ...]
    unfound: tuple[Unfound, ...]


def read_name_list(
    session: Session, path: Path, sheet: str = "", progress: Progress | None = None
) -> NameList:
    """Find the people whom a workbook names.

    Raises:
        BookRefused, FormRefused: it is not read, and why.
        UserError: ``LIST_NO_NAMES``, it names nobody; ``LIST_TOO_LONG``.
        Cancelled: ``progress`` was cancelled.
    """
    task = open_form(session, path, session.catalogue[_PERSON], sheet, progress)
    if _goes_on_beyond(task.form.form.sheet):
        words = QT_TRANSLATE_NOOP("model", "这张名单太长，一次最多 {most} 行。请分成几张再来。")
        raise UserError("LIST_TOO_LONG", Message(words, {"most": FARTHEST_ROW - 1}))
    named = task.form.named()
    if not named:
        words = QT_TRANSLATE_NOOP("model", "这张表里没有姓名或证件号，看不出要核实谁。")
        raise UserError("LIST_NO_NAMES", Message(words))
    filling = task.filling(task.records(None, progress))
    people = [str(record["id"]) for _, record in filling.pairs]
    strangers = list(_strangers(task.form, filling))
    return NameList(path.stem, tuple(people), tuple(strangers), tuple(filling.unfound))


def _goes_on_beyond(sheet: Sheet) -> bool:
    """Whether something stands in the last row that is read; looks alone (a frame) are no line."""
    return sheet.height >= FARTHEST_ROW and any(map(plain_text, sheet.rows[FARTHEST_ROW - 1]))


def _strangers(form: SuperiorForm, filling: Filling) -> Iterator[Stranger]:
    named = form.named()
    phones = [column.index for column in form.columns if column.path == _PHONE]
    for one in filling.unfound:
        name, number = named[one.row - 1]
        told = (plain_text(form.form.sheet.cell(one.row - 1, at)) for at in phones)
        stranger = Stranger(name, number, next(filter(None, map(first_phone, told)), ""))
        if stranger.text:
            yield stranger


def open_return(
    session: Session, path: Path, sheet: str = "", progress: Progress | None = None
) -> FormTask:
    """Open the workbook of a list to fill it with what was found.

    Raises:
        BookRefused, FormRefused: it is not read, and why.
        Cancelled: ``progress`` was cancelled.
    """
    return open_form(session, path, session.catalogue[_VERIFICATION], sheet, progress)


def fill_return(form: FormTask, task: str) -> Filled:
    """Fill the workbook of a list with the verifications that name its task; lines without one
    stay as they are."""
    rows = answered_rows(form.session.read(), task)
    return form.filling(form.records(rows)).fill(form.data)


def answered_rows(reader: StoreReader, task: str) -> list[int]:
    """Return the row numbers of the verifications by which the lines of a list are answered."""
    answers = [line.verification for line in read_lines(reader, task) if line.verification]
    records = reader.records(_VERIFICATION, answers)
    return [records[answer]["row"] for answer in answers]
