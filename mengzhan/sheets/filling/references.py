"""References in formulas and ranges, when rows come in below a row of a sheet.

What lies below moves down. A range that reaches over the row, or ends with it, takes the new rows
in: that is more than Excel does, and what a total under a list to be filled means.
"""

import re
from dataclasses import dataclass

from mengzhan.sheets.filling.refusal import FormRefused, cannot_insert

_CORNER = r"(\$?)([A-Za-z]{1,3})(\$?)([1-9][0-9]{0,6})"
_CELL = re.compile(_CORNER)
_AREA = re.compile(f"{_CORNER}:{_CORNER}")
_ROWS = re.compile(r"(\$?)([1-9][0-9]{0,6}):(\$?)([1-9][0-9]{0,6})")


@dataclass(frozen=True)
class RowInsertion:
    """``count`` rows come in below row ``after`` of a sheet, counted from 1 as references do."""

    sheet: str
    after: int
    count: int

    def row(self, number: int) -> int:
        """Return where a row is afterwards."""
        return number + self.count if number > self.after else number

    def range(self, reference: str) -> str:
        """Return a cell or range that belongs to rows, such as a validation: it grows."""
        if _CELL.fullmatch(reference):
            reference = f"{reference}:{reference}"
        found = _AREA.fullmatch(reference)
        if not found:
            return self._rows(reference, 0) or reference
        bottom = int(found[8])
        bottom = bottom + self.count if bottom == self.after else self.row(bottom)
        first = f"{found[1]}{found[2]}{found[3]}{self.row(int(found[4]))}"
        last = f"{found[5]}{found[6]}{found[7]}{bottom}"
        return first if first == last else f"{first}:{last}"

    def cell(self, reference: str) -> str:
        """Return a cell or range that only moves, such as a link or a selection."""
        return ":".join(self._cell(corner) or corner for corner in reference.split(":"))

    def ranges(self, references: str) -> str:
        """Return the ranges of a ``sqref``."""
        return " ".join(self.range(reference) for reference in references.split())

    def cells(self, references: str) -> str:
        """Return the cells and ranges of a list that only move."""
        return " ".join(self.cell(reference) for reference in references.split())

    def merge(self, reference: str) -> list[str]:
        """Return a merged range afterwards; one within the last row is repeated in the new ones."""
        found = _AREA.fullmatch(reference)
        if found and found[4] == found[8] == str(self.after):
            rows = range(self.after, self.after + self.count + 1)
            return [f"{found[2]}{row}:{found[6]}{row}" for row in rows]
        return [self.range(reference)]

    def formula(self, formula: str, *, own: bool, row: int = 0) -> str:
        """Return a formula afterwards.

        Args:
            formula: as stored, without ``=``.
            own: whether it stands in the sheet itself, so that a bare reference means this sheet.
            row: the row it stands in, 0 for none.
        """
        from openpyxl.formula import Tokenizer
        from openpyxl.formula.tokenizer import Token, TokenizerError

        try:
            tokens = Tokenizer(f"={formula}")
        except (TokenizerError, IndexError):  # the latter for a bracket too many
            raise self._refused() from None
        if tokens.render() != f"={formula}":
            raise self._refused()
        for token in tokens.items:
            if token.type == Token.FUNC and ":" in token.value:
                raise self._refused()
            if token.type == Token.OPERAND and token.subtype == Token.RANGE:
                token.value = self._operand(token.value, own, row)
        return str(tokens.render()).removeprefix("=")

    def _operand(self, value: str, own: bool, row: int) -> str:
        place, mark, reference = value.rpartition("!")
        sheet = place[1:-1].replace("''", "'") if place.startswith("'") else place
        if ":" in sheet and not sheet.startswith("["):
            raise self._refused()
        if not (own if not mark else sheet.casefold() == self.sheet.casefold()):
            return value
        at = row if own else 0
        changed = self._cell(reference) or self._area(reference, at) or self._rows(reference, at)
        return place + mark + (changed or reference)

    def _cell(self, reference: str) -> str | None:
        found = _CELL.fullmatch(reference)
        return found and f"{found[1]}{found[2]}{found[3]}{self.row(int(found[4]))}"

    def _area(self, reference: str, at: int) -> str | None:
        found = _AREA.fullmatch(reference)
        if not found:
            return None
        column = found[2].upper() == found[6].upper()
        top, bottom = self._ends(int(found[4]), int(found[8]), bool(found[7]), column, at)
        return f"{found[1]}{found[2]}{found[3]}{top}:{found[5]}{found[6]}{found[7]}{bottom}"

    def _rows(self, reference: str, at: int) -> str | None:
        found = _ROWS.fullmatch(reference)
        if not found:
            return None
        top, bottom = self._ends(int(found[2]), int(found[4]), bool(found[3]), True, at)
        return f"{found[1]}{top}:{found[3]}{bottom}"

    def _ends(self, top: int, bottom: int, fixed: bool, column: bool, at: int) -> tuple[int, int]:
        """Return both ends of a range.

        In the last row itself a relative end at this row goes with the row (a running total), and
        from anywhere a range across this row alone is the sum of one record, not of a list.
        """
        grows = bottom == self.after and (top < bottom or column)
        if at == self.after and not fixed:
            grows = False
        return self.row(top), bottom + self.count if grows else self.row(bottom)

    def copied(self, formula: str, origin: str, target: str) -> str:
        """Return a formula of the last row, already as it is afterwards, for a new row."""
        from openpyxl.formula.translate import Translator

        return str(Translator(f"={formula}", origin).translate_formula(target)).removeprefix("=")

    def looks_down(self, formula: str) -> bool:
        """Tell whether a formula of the last row refers without ``$`` to rows below it."""
        from openpyxl.formula import Tokenizer

        operands = (x.value.rpartition("!")[2] for x in Tokenizer(f"={formula}").items)
        corners = (x for value in operands for x in _CELL.finditer(value))
        return any(not found[3] and int(found[4]) > self.after for found in corners)

    def _refused(self) -> FormRefused:
        return cannot_insert(self.sheet, "formula")
