"""Drafts: what was typed and not saved. They survive a crash and leave with their record."""

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from mengzhan.model.entry import Values, canonical
from mengzhan.store.driver import Connection


class Draft(NamedTuple):
    """What was typed for a record, which need not be there yet, under a name of its own."""

    name: str
    record: str
    values: Values


def write(connection: Connection, kind: str, drafts: Iterable[Draft], saved: str) -> None:
    """Keep drafts of a kind, saved at a moment; run inside a write transaction."""
    rows = [(d.name, kind, d.record, canonical(dict(d.values)).decode(), saved) for d in drafts]
    connection.executemany("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?)", rows)


def drop(connection: Connection, names: Iterable[str]) -> None:
    """Forget drafts; run inside a write transaction."""
    connection.executemany("DELETE FROM drafts WHERE draft = ?", [(name,) for name in names])


def unsaved(connection: Connection) -> list[dict[str, Any]]:
    """Return unsaved drafts, newest first: ``draft``, ``kind``, ``record``, ``saved``, ``values``."""
    rows = connection.execute(
        "SELECT draft, kind, record, saved, draft_values FROM drafts ORDER BY saved DESC"
    )
    return [
        {
            "draft": draft,
            "kind": kind,
            "record": record,
            "saved": saved,
            "values": json.loads(values),
        }
        for draft, kind, record, saved, values in rows
    ]
