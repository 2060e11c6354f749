"""The tables that migrations own: journal, settings, drafts, exchange. Record tables are caches
and come from the declarations (``store.tables``), the search index from ``store.search``."""

from mengzhan.store.driver import Database

_TEXT_COLUMNS = (
    "at",
    "wall",
    "actor",
    "action",
    "words",
    "op",
    "kind",
    "record",
    "target",
    "seen",
    "salt",
    "payload",
    "prev",
)


def create_schema(db: Database) -> None:
    """Migration 1: everything that is not a cache."""
    _create_journal(db)
    db.table("settings").create({"name": str, "value": str}, pk="name")
    db.table("drafts").create(
        {"draft": str, "kind": str, "record": str, "draft_values": str, "saved": str}, pk="draft"
    )
    # ``package`` is the number under which a picture went last, ``held`` whether that was answered.
    db.table("pictures").create(
        {"digest": str, "image": bytes, "package": int, "held": int},
        pk="digest",
        defaults={"held": 0},
    )
    _create_exchange(db)


def _create_journal(db: Database) -> None:
    """``arrived`` counts entries in the order in which this copy of the journal got them."""
    columns: dict[str, type] = {"arrived": int, "replica": str, "seq": int}
    columns |= dict.fromkeys(_TEXT_COLUMNS, str) | {"set_values": str, "hash": str}
    db.table("entries").create(columns, pk="arrived", not_null={"replica", "seq", "at", "hash"})
    db.table("entries").create_index(["hash"], unique=True)
    db.table("entries").create_index(["replica", "seq"])
    db.table("entries").create_index(["record"])
    db.table("entries").create_index(["action"])
    db.table("entries").create_index(["at"])
    # Few entries are anything but ``set``; the condition stands in every query that uses this.
    db.execute("CREATE INDEX idx_entries_special ON entries (op) WHERE op <> 'set'")
    db.table("forks").create({"replica": str, "seq": int, "noticed": str}, pk=("replica", "seq"))


def drop_forks(db: Database) -> None:
    """Migration 3: which numbers two entries bear is read from the entries themselves."""
    db.table("forks").drop()


def _create_exchange(db: Database) -> None:
    """What was sent, what an office holds, and what it said of single records."""
    db.table("sent").create(
        {
            "number": int,
            "package_kind": str,
            "created": str,
            "file_name": str,
            "size": int,
            "sha256": str,
            "counts": str,
            "ranges": str,
            "receipt": int,
        },
        pk="number",
    )
    db.table("held").create({"office": str, "replica": str, "seq": int, "hash": str})
    db.table("held").create_index(["office", "hash"], unique=True)
    db.table("receipts").create(
        {"number": int, "office": str, "hash": str, "received": str, "counts": str}, pk="number"
    )
    db.table("verdicts").create(
        {
            "record": str,
            "field": str,
            "verdict": str,
            "reason": str,
            "suggestion": str,
            "receipt": int,
            "kind": str,
            "done": int,
        },
        pk=("record", "field"),
    )
