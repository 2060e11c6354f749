"""Forms about one person or employer: labels with a free cell beside them, no table."""

from collections.abc import Iterator
from dataclasses import dataclass

from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.importing.headers import TRIMMED, HeaderWords
from mengzhan.sheets.plaintext import plain_text

_LONGEST_LABEL = 12


@dataclass(frozen=True)
class Asked:
    """A label and the cell beside it. ``given`` is what the superior has put there."""

    row: int
    column: int
    path: str
    label: str
    given: str = ""


def asked_cells(form: FormSheet, words: HeaderWords) -> list[Asked]:
    """Return every cell that a label of certain meaning stands beside."""
    return list(_asked(form, words))


def _asked(form: FormSheet, words: HeaderWords) -> Iterator[Asked]:
    for row, cells in enumerate(form.sheet.rows):
        for column, cell in enumerate(cells):
            path = label_path(plain_text(cell), words) if isinstance(cell, str) else ""
            beside = form.merged_end(row, column) + 1
            if not path:
                continue
            given = plain_text(form.sheet.cell(row, beside))
            is_label = bool(given) and bool(label_path(given, words))
            if not is_label and (given or form.is_open(row, beside)):
                yield Asked(row, beside, path, plain_text(cell), given)


def label_path(text: str, words: HeaderWords) -> str:
    """Return the one path that a label certainly means, or an empty text."""
    if not text or len(text) > _LONGEST_LABEL:
        return ""
    sure = [path for path, score in words.scores(text).items() if score >= TRIMMED]
    return sure[0] if sure and not sure[0].startswith("-serial") else ""
