"""The settings of a data folder: a name and any JSON value, kept with the data and not journalled."""

import json
from typing import Any

from mengzhan.store.driver import Connection


def read(connection: Connection, name: str, default: Any = None) -> Any:
    """Return a setting."""
    row = connection.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
    return json.loads(row[0]) if row else default


def write(connection: Connection, name: str, value: Any) -> None:
    """Keep a setting; run inside a write transaction."""
    text = json.dumps(value, ensure_ascii=False)
    connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, text))


def forget(connection: Connection, name: str) -> None:
    """Take a setting away; run inside a write transaction."""
    connection.execute("DELETE FROM settings WHERE name = ?", (name,))
