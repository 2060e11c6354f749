"""What the columns of a form ask for. Unlike in a ledger, several may ask for the same fact.

A number may be asked for digit by digit (公民身份号码 over 1 … 18), a telephone in full and masked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mengzhan.model.fieldtypes import Text
from mengzhan.sheets.filling.answers import DIGIT, EMPLOYED, MASKED
from mengzhan.sheets.importing.headers import LOOSE, NOTE, TRIMMED, HeaderWords, plain
from mengzhan.sheets.importing.mapping import MappedColumn, map_columns
from mengzhan.sheets.importing.table import Table, header_scores

_EMPLOYED = re.compile(r"是否(?:已|实现)?(?:就业|在业)$|有无就业$|就业与否$")
_MASKED = re.compile(r"公示|隐去|脱敏|打码|屏蔽|隐藏")
_WHOLE = re.compile(r"存档|完整|内部|原号|全号")
_NUMBERS = ("id_number", "phone")
_WORTH_ASKING = 0.65
"""Below this a proposal would only puzzle people."""
_ASKED = 0.7
"""How sure a column is that is asked about: a loose reading of its header, which no cells bear out
yet; one that wants a part of a long text; and always one for remarks, because what a station has
noted for itself does not go up unasked."""


def asked_columns(table: Table, words: HeaderWords) -> tuple[MappedColumn, ...]:
    """Return what each column asks for, with how sure that is; records below play no part."""
    columns = map_columns(replace(table, records=()), words)
    asked = [_asked(column, table, words) for column in columns]
    shared = set(_shared(asked, words))
    return tuple(
        replace(column, sure=min(column.sure, _ASKED)) if column.path in shared else column
        for column in asked
    )


def _shared(columns: Sequence[MappedColumn], words: HeaderWords) -> Iterator[str]:
    """Yield the long texts that several headers ask for (学历要求, 年龄要求): each wants its part."""
    headers: dict[str, set[str]] = {}
    for column in columns:
        item = words.field(column.path) if column.path else None
        if item is not None and isinstance(item.type, Text) and item.type.long:
            headers.setdefault(column.path, set()).add(column.header)
    yield from (path for path, different in headers.items() if len(different) > 1)


def _asked(column: MappedColumn, table: Table, words: HeaderWords) -> MappedColumn:
    parts = table.headers[column.index] if column.index < len(table.headers) else ()
    if words.kind.get("employment_status") and _EMPLOYED.search(plain(column.header)):
        return replace(column, path=EMPLOYED, sure=1.0, how="word")
    special = _of_number(parts, words)
    if special:
        return replace(column, path=special, sure=1.0, how="word")
    if column.path == NOTE:
        return replace(column, sure=_ASKED)
    if column.is_sure and column.sure > LOOSE:
        return column
    scores = header_scores(parts, words)
    best = max(scores, key=lambda path: scores[path], default="")
    if best and scores[best] >= _WORTH_ASKING and best in words.scores(parts[-1]):
        return replace(column, path=best, sure=_ASKED, how="word")
    return replace(column, path="", sure=0.0, how="")


def _of_number(parts: tuple[str, ...], words: HeaderWords) -> str:
    """A digit of a number, or a number in full or masked, by what stands under its name."""
    if len(parts) < 2:
        return ""
    over = {
        path
        for part in parts[:-1]
        for path, score in words.scores(part).items()
        if score >= TRIMMED and path in _NUMBERS
    }
    if len(over) != 1:
        return ""
    path, last = over.pop(), parts[-1]
    if last.isdigit() and path == "id_number":
        return f"{path}{DIGIT}{last}"
    if _MASKED.search(last):
        return f"{path}{MASKED}"
    return path if _WHOLE.search(last) else ""
