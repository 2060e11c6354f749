"""What was decided about the columns of a layout, so that the same form asks nothing again.

A layout is known by the headers of its table. What is kept are headers and paths, no cells. A
memory travels as a small JSON file.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.importing.headers import plain
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.table import Table
from mengzhan.store.atomic import write_atomic
from mengzhan.store.session import Session

SETTING = "import_layouts"
FORMAT, VERSION = "mengzhan-import-profile", 1
_MOST = 200


class LayoutFileError(UserError):
    """A file that holds no memory of columns, or one of a newer version."""


def layout_of(headers: Iterable[str]) -> str:
    """Return the fingerprint of a layout: a hash of its headers in their order."""
    words = "\n".join(plain(header) for header in headers)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def table_layout(table: Table) -> str:
    """Return the fingerprint of a table."""
    return layout_of(headers_of(table))


def headers_of(table: Table) -> list[str]:
    """Return the words above each column."""
    return [table.header(index) for index in range(len(table.headers))]


def remembered(session: Session, kind: str, table: Table) -> dict[int, str] | None:
    """Return column -> path as it was decided for this layout, or ``None``."""
    kept: dict[str, Any] = session.setting(SETTING, {})
    found = kept.get(f"{kind}:{table_layout(table)}")
    return {int(index): str(path) for index, path in found} if isinstance(found, list) else None


def remember(session: Session, kind: str, table: Table, columns: Iterable[MappedColumn]) -> None:
    """Keep what the columns of a table were taken for."""
    remember_layout(session, kind, headers_of(table), columns)


def remember_layout(
    session: Session, kind: str, headers: Iterable[str], columns: Iterable[MappedColumn]
) -> None:
    """Keep what the columns under ``headers`` were taken for; the oldest layouts are forgotten."""
    kept: dict[str, Any] = dict(session.setting(SETTING, {}))
    name = f"{kind}:{layout_of(headers)}"
    kept.pop(name, None)
    kept[name] = [[column.index, column.path] for column in columns if column.is_sure]
    session.set_setting(SETTING, dict(list(kept.items())[-_MOST:]))


def named(columns: Iterable[MappedColumn]) -> Iterator[tuple[str, MappedColumn]]:
    """Yield each column by its header; the second of the same header is called 电话#2."""
    seen: Counter[str] = Counter()
    for column in columns:
        seen[column.header] += 1
        count = seen[column.header]
        yield (column.header if count == 1 else f"{column.header}#{count}"), column


def column_called(columns: Sequence[MappedColumn], name: str) -> int | None:
    """Return the column with this letter or header (电话#2 is the second of that header)."""
    by_header = {header: column.index for header, column in named(columns)}
    by_letter = {column_letters(c.index): c.index for c in columns if c.index >= 0}
    return by_header.get(name, by_letter.get(name.upper()))


def save_layout(
    path: Path, kind: str, columns: Iterable[MappedColumn], format_: str = FORMAT
) -> None:
    """Write the memory of one layout as a file for others; ``format_`` says for what it is.

    Raises:
        StoreError: the file could not be written.
    """
    document = {
        "format": format_,
        "version": VERSION,
        "kind": kind,
        "columns": {name: column.path for name, column in named(columns) if column.is_sure},
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    write_atomic(path, text.encode() + b"\n")


def load_layout(path: Path, kind: str, format_: str = FORMAT) -> Mapping[str, str]:
    """Read header -> path from such a file.

    Raises:
        LayoutFileError: it is none, for another kind, or of a newer version.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        columns = {str(k): str(v) for k, v in document["columns"].items()}
        known = document["format"] == format_ and document["kind"] == kind
        version = int(document["version"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unusable() from error
    if version > VERSION:
        words = QT_TRANSLATE_NOOP("model", "这个对照方案由更新版本的蒙站写成。请升级蒙站。")
        raise LayoutFileError("LAYOUT_NEWER", Message(words))
    if not known:
        raise _unusable()
    return columns


def _unusable() -> LayoutFileError:
    words = QT_TRANSLATE_NOOP(
        "model", "这个文件不是这种表的对照方案。请选这种表存下的 .json 文件。"
    )
    return LayoutFileError("LAYOUT_FILE", Message(words))
