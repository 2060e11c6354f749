"""Forms about one person or employer: labels with a free cell beside them, no table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mengzhan.sheets.filling.fixedcells import is_of_sender
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.importing.headers import SERIAL, HeaderWords
from mengzhan.sheets.plaintext import plain_text

_LONGEST_LABEL = 12
_WORDY = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True)
class Asked:
    """A label and the cell beside it. ``given`` is what the superior has put there."""

    row: int
    column: int
    path: str
    label: str
    given: str = ""


def asked_cells(
    form: FormSheet, words: HeaderWords, end: int | None = None, *, unknown: bool = False
) -> list[Asked]:
    """Return every cell that a label of certain meaning stands beside.

    Args:
        end: the first row that is not looked at.
        unknown: also, with an empty path, the open cells in a frame beside words that mean
            nothing here.
    """
    return list(_asked(form, words, end, unknown=unknown))


def _asked(
    form: FormSheet, words: HeaderWords, end: int | None, *, unknown: bool
) -> Iterator[Asked]:
    for row, cells in enumerate(form.sheet.rows[:end]):
        for column, cell in enumerate(cells):
            if not isinstance(cell, str) or not cell.strip() or is_of_sender(cell):
                continue
            label = "".join(cell.split())
            path = label_path(label, words)
            beside = form.merged_end(row, column) + 1
            given = plain_text(form.sheet.cell(row, beside))
            is_inside = (row, column) not in form.framed or (row, beside) in form.framed
            is_open = is_inside and form.is_open(row, beside)
            if path:
                is_label = bool(given) and bool(label_path(given, words))
                if not is_label and (given or is_open):
                    yield Asked(row, beside, path, label, given)
            elif unknown and is_open and (row, beside) in form.framed and _WORDY.search(label):
                yield Asked(row, beside, "", label)


def label_path(text: str, words: HeaderWords) -> str:
    """Return the one path that a label certainly means, or an empty text."""
    if not text or len(text) > _LONGEST_LABEL:
        return ""
    path = words.certain(text)
    return path if path != SERIAL else ""
