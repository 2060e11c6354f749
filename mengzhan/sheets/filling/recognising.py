"""Whether a workbook is a blank form or a ledger full of records, and of which kind of record."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from mengzhan.model.kind import Catalogue, Kind
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.filling.superform import NAMES, NUMBERS, SuperiorForm
from mengzhan.sheets.grid import Book
from mengzhan.sheets.importing.headers import SERIAL
from mengzhan.sheets.ledgers.marker import read_marker

SUFFIXES = (".xlsx", ".xlsm")
"""What can be filled."""

Sort = Literal["form", "ledger", "unclear"]

_MOST_ROWS = 2_000
"""A sheet with more rows that hold something is a ledger; nobody sends so long a form."""

_MUCH_BETTER, _LEAST_FIT = 1.5, 3
_MOSTLY_FULL = 0.5
_LEAST_EMPTY = 2


def fit(form: SuperiorForm) -> float:
    """Return how well a form suits its kind of record: about how many columns it understands."""
    if form.table is None:
        return float(len({column.path for column in form.sure}))
    return form.table.score + len(form.counted())


def fitting_kind(sheets: Sequence[FormSheet], catalogue: Catalogue, preferred: Kind) -> Kind:
    """Return the kind that a form is about: ``preferred`` unless another is clearly better."""
    fits = {
        name: fit(SuperiorForm(sheets, catalogue, catalogue[name])) for name in catalogue.by_hand
    }
    best = max(fits, key=lambda name: fits[name])
    better = fits[best] >= max(_LEAST_FIT, _MUCH_BETTER * fits[preferred.name])
    return catalogue[best] if better else preferred


def can_be_form(path: Path, book: Book) -> bool:
    """Tell quickly whether a file may be a form: not of another sort than ``SUFFIXES``, not of this
    program, not too long."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    is_long = any(sum(map(bool, sheet.rows)) > _MOST_ROWS for sheet in book.sheets)
    return not is_long and read_marker(book) is None


def standing_of(form: SuperiorForm) -> Sort:
    """Tell by what is filled: a form holds nothing but names, a ledger whole rows."""
    if fit(form) < 1:
        return "unclear" if form.asks_sender else "ledger"
    if form.table is None:
        places = [(asked.row, asked.column) for asked in form.card if asked.path]
        full = sum(not form.form.is_open(*place) for place in places)
        return "form" if full * 2 <= len(places) else "unclear"
    rows = form.rows()
    if not rows:
        return "ledger" if form.table.records and not form.counted() else "form"
    columns = [
        _open_cells(form, column.index)
        for column in form.sure
        if column.path not in (SERIAL, *NAMES, *NUMBERS)
    ]
    cells = [is_open for column in columns for is_open in column]
    empty = sum(bool(column) and all(column) for column in columns)
    if all(cells):
        return "form" if cells or not form.named() else "unclear"
    share = 1 - sum(cells) / len(cells)
    return "unclear" if share <= _MOSTLY_FULL and empty >= _LEAST_EMPTY else "ledger"


def _open_cells(form: SuperiorForm, column: int) -> list[bool]:
    """Of the cells of a column that do not calculate, whether each is open."""
    places = [(row, column) for row in form.rows() if (row, column) not in form.form.formulas]
    return [form.form.is_open(*place) for place in places]
