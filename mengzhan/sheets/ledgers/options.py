"""Drop-down lists (数据有效性) from code tables: what may stand in a column, offered in the cell."""

from collections.abc import Sequence
from typing import Any

from mengzhan.model.fieldtypes import Choice, Choices, Division, Flag, Occupation, Occupations
from mengzhan.model.kind import Field
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.ledgers.forms import Content, Form
from mengzhan.sheets.ledgers.streaming import Look, Streaming

SHEET = "选项"
_INLINE = 120  # characters of a list inside the rule: Excel takes 255, others fewer
_TOWNSHIP = 9
_PROMPT = 255
_PROMPT_TITLE = 32


def options_of(field: Field, form: Form, station: str) -> list[str]:
    """Return what a cell may hold, in the column's own form; empty if it cannot be listed.

    Of the region's fourteen thousand villages those of the station's township are offered.
    """
    written: list[Content] = [form.write(field.type, code) for code in _codes(field, station)]
    return list(dict.fromkeys(str(text) for text in written if text))


def _codes(field: Field, station: str) -> Sequence[str | bool]:
    kind = field.type
    if isinstance(kind, Choice | Choices):
        from mengzhan.model.fieldtypes.lookup import CodeLookup

        lookup = kind.lookup
        return (
            [code.code for code in lookup.table.offered] if isinstance(lookup, CodeLookup) else []
        )
    if isinstance(kind, Flag):
        return (True, False)
    if isinstance(kind, Occupation | Occupations):
        from mengzhan.model.occupations import occupations

        table = occupations()
        return [code.code for code in table if not table.children(code.code)]
    if isinstance(kind, Division):
        return _places(station)
    return ()


def _places(station: str) -> list[str]:
    from mengzhan.model.divisions import division_tree

    tree = division_tree()
    above = station[:_TOWNSHIP] if len(station) > _TOWNSHIP else station
    found = [division.code for division in tree.children(above)]
    return [*found, above] if above in tree else found


def takes_several(field: Field) -> bool:
    """Whether several items may stand in one cell, which a list can only offer one of."""
    return isinstance(field.type, Choices | Occupations)


class Options:
    """The lists of a workbook: short ones inside the rule, long ones in a hidden sheet."""

    def __init__(self) -> None:
        self._lists: list[list[str]] = []

    def formula(self, options: Sequence[str]) -> str:
        """Return what a rule refers to."""
        joined = ",".join(options)
        plain = not any(char in text for text in options for char in ',"')
        if plain and len(joined) <= _INLINE:
            return f'"{joined}"'
        listed = list(options)
        if listed not in self._lists:
            self._lists.append(listed)
        column = column_letters(self._lists.index(listed))
        return f"'{SHEET}'!${column}$1:${column}${len(listed)}"

    def write(self, book: Streaming) -> None:
        """Write the hidden sheet, if any list is long."""
        if not self._lists:
            return
        sheet = book.sheet(SHEET, "hidden")
        look = Look(border=False, wrap=False)
        for row in range(max(map(len, self._lists))):
            sheet.append([(one[row] if row < len(one) else None, look) for one in self._lists])


def rule(cells: str, formula: str, *, strict: bool, prompt: tuple[str, str] | None = None) -> Any:
    """Return a rule for a range: a list if there is a ``formula``, a hint if there is a prompt.

    What is not in the list is asked about, never refused: people know words that tables do not.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    made = DataValidation(
        type="list" if formula else None, formula1=formula or None, allow_blank=True, sqref=cells
    )
    if formula:
        made.showDropDown = None
        made.errorStyle = "warning"
        made.showErrorMessage = strict
        made.errorTitle = "不在可选项里"
        made.error = "请从列表里选；确实没有合适的，再保留现在填的。"
    if prompt is not None:
        made.showInputMessage = True
        made.promptTitle, made.prompt = prompt[0][:_PROMPT_TITLE], prompt[1][:_PROMPT]
    return made
