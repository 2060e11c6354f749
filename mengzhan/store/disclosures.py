"""When sensitive values left the program in full: how many records, by whom, and what for.

Only count and purpose are kept (design section 6), never whose values they were.
"""

from dataclasses import dataclass

from mengzhan.store.driver import Connection, Database


@dataclass(frozen=True)
class Disclosure:
    """One writing-out. ``wall`` is UTC, ``actor`` the id of an operator."""

    wall: str
    actor: str
    kind: str
    records: int
    purpose: str


def create_disclosures(db: Database) -> None:
    """Migration 2: the table."""
    db.table("disclosures").create(
        {"number": int, "wall": str, "actor": str, "kind": str, "records": int, "purpose": str},
        pk="number",
    )


class Disclosures:
    """The table, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, made: Disclosure) -> None:
        """Note one."""
        self._connection.execute(
            "INSERT INTO disclosures (wall, actor, kind, records, purpose) VALUES (?, ?, ?, ?, ?)",
            (made.wall, made.actor, made.kind, made.records, made.purpose),
        )

    def newest(self, limit: int = 100) -> list[Disclosure]:
        """Return the newest ones, newest first."""
        rows = self._connection.execute(
            "SELECT wall, actor, kind, records, purpose FROM disclosures "
            "ORDER BY number DESC LIMIT ?",
            (limit,),
        )
        return [Disclosure(*row) for row in rows]
