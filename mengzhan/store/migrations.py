"""Numbered steps from one shape of journal, keys and settings to the next.

Record tables are not migrated: they are caches of the journal and are rebuilt. A version is
``major * 1000 + minor``, kept in SQLite's ``user_version``. A newer minor only added what an
older program may ignore; a newer major may not be touched by it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mengzhan.store.driver import Connection, Database, pragma_value
from mengzhan.store.errors import NewerVersionError, database_errors

MAJOR = 1000


@dataclass(frozen=True)
class Migration:
    """One step. ``apply`` runs inside a transaction that it must neither end nor begin anew."""

    version: int
    name: str
    apply: Callable[[Database], None]


def read_version(connection: Connection) -> int:
    """Return the version of an open database; 0 is a new, empty one."""
    return int(pragma_value(connection, "user_version"))


def version_text(version: int) -> str:
    """Write a version for people: 1002 is ``1.2``."""
    return f"{version // MAJOR}.{version % MAJOR}"


def check_version(found: int, known: int) -> None:
    """Refuse data of a newer major version; a newer minor opens.

    Raises:
        NewerVersionError: nothing was touched.
    """
    if found // MAJOR > known // MAJOR:
        raise NewerVersionError(found=version_text(found), known=version_text(known))


def migrate(
    db: Database,
    migrations: Sequence[Migration],
    before: Callable[[int], object] | None = None,
) -> list[str]:
    """Apply the steps that the database lacks, in order; return their names.

    Each step is one transaction together with its version: after a crash the database stands
    exactly between two steps. ``before`` is called once with the present version, before the
    first step and only when the database holds something (it takes the backup); what it raises
    stops everything.

    Raises:
        NewerVersionError: the data belongs to a newer program.
        StoreError: disk full and the like; the step that failed left no trace.
    """
    _check_order(migrations)
    found = read_version(db.conn)
    check_version(found, migrations[-1].version if migrations else 0)
    missing = [step for step in migrations if step.version > found]
    if missing and found and before is not None:
        before(found)
    for step in missing:
        _apply(db, step)
    return [step.name for step in missing]


def _apply(db: Database, step: Migration) -> None:
    connection = db.conn
    with database_errors():
        connection.execute("BEGIN IMMEDIATE")
        try:
            step.apply(db)
            if not connection.in_transaction:
                raise RuntimeError(f"migration {step.name} ended its transaction")
            connection.execute(f"PRAGMA user_version={step.version:d}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _check_order(migrations: Sequence[Migration]) -> None:
    versions = [step.version for step in migrations]
    if versions != sorted(set(versions)) or any(version < 1 for version in versions):
        raise ValueError("migrations are not in rising order of version")
