"""The first value that each column of a form gets, numbers covered if wished."""

from mengzhan.sheets.filling.answers import Answer, bare_path, said
from mengzhan.sheets.filling.columngroup import ColumnGroup
from mengzhan.sheets.filling.filledform import Filling
from mengzhan.sheets.filling.formwords import reason
from mengzhan.ui.pages.importing.shown import covered
from mengzhan.ui.words import say

_STARS = "******"


class Samples:
    """Values of one filling, kept until the next."""

    def __init__(self) -> None:
        self._filling: Filling | None = None
        self._found: dict[int, Answer] = {}

    def take(self, filling: Filling) -> None:
        """Look at what is filled in now."""
        self._filling = filling
        self._found = {column.index: filling.sample(column) for column in filling.form.columns}

    def of(self, group: ColumnGroup, *, masked: bool) -> str:
        """Return the first value of a column, or why it gets none."""
        found = [self._found.get(column.index, Answer(None)) for column in group.columns]
        why = found[0].why
        if found[0].write is None:
            return f"（{say(reason(why))}）" if why is not None else ""
        text = "".join(said(one.write) for one in found if one.write is not None)
        return self._covered(group, text) if masked else text

    def _covered(self, group: ColumnGroup, text: str) -> str:
        filling, column = self._filling, group.head
        if filling is None or not filling.is_bare(column.path, column.header):
            return covered(text)
        item = filling.form.words.field(bare_path(column.path))
        return item.type.mask(text) if item is not None and item.sensitive else _STARS
