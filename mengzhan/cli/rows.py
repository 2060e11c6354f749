"""Records as text: masked values, and columns that line up although Chinese is twice as wide."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Field, Kind
from mengzhan.model.text import display_width

if TYPE_CHECKING:
    from mengzhan.store.reader import StoreReader

_GAP = "  "
_WIDEST = 40


def cut(text: str, columns: int) -> str:
    """Shorten ``text`` to ``columns``, marking the cut; line ends become blanks."""
    text = " ".join(text.split())
    if display_width(text) <= columns:
        return text
    taken, used = "", 0
    for char in text:
        used += display_width(char)
        if used > columns - 2:
            break
        taken += char
    return f"{taken}…"


def aligned(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Write rows below headers, each column as wide as its widest cell; only the last runs on."""
    cells = [
        [*(cut(cell, _WIDEST) for cell in row[:-1]), " ".join(row[-1].split())]
        for row in (headers, *rows)
    ]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    return [
        _GAP.join(
            cell + " " * (room - display_width(cell))
            for cell, room in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    ]


def shown(reader: "StoreReader", item: Field, value: Value, *, unmask: bool) -> str:
    """Write a value for people; a reference by the title of its record."""
    if isinstance(item.type, Reference) and isinstance(value, str):
        return reader.title(item.type.kind, value)
    return item.show(value, masked=not unmask)


def plain(item: Field, value: Value, *, unmask: bool) -> Value:
    """Return a value for JSON: as it is kept, or masked text if it is sensitive."""
    if value is None or unmask or not item.sensitive:
        return value
    return item.show(value)


def document_of(
    reader: "StoreReader", kind: Kind, values: Values, *, unmask: bool
) -> dict[str, dict[str, Any]]:
    """Return ``values`` and ``shown`` of a record: what is kept, and how people read it."""
    present = [item for item in kind if values.get(item.name) not in (None, [], "")]
    return {
        "values": {i.name: plain(i, values[i.name], unmask=unmask) for i in present},
        "shown": {i.name: shown(reader, i, values[i.name], unmask=unmask) for i in present},
    }
