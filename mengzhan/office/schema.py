"""The office's own tables, made on opening beside those of every data folder.

None of them is a cache: they say whom the office knows, what arrived, and what it answered. The
journal stays the only place where records live.
"""

from mengzhan.model.kind import Catalogue
from mengzhan.store import settings
from mengzhan.store.driver import Connection
from mengzhan.store.errors import NewerVersionError
from mengzhan.store.tables import table_name

VERSION = 4
_SETTING = "office_schema"

UNIQUE_FIELDS = {"person": "id_number", "employer": "credit_code"}
"""Fields whose value belongs to one record only, however many stations there are."""

# AUTOINCREMENT: a number is never used twice, so "verdicts since number n" misses none. One record
# may be claimed by several stations, each of which hears of it.
_VERDICTS = """CREATE TABLE IF NOT EXISTS verdicts_out (
  number INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, kind TEXT NOT NULL,
  station TEXT NOT NULL, field TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
  suggestion TEXT NOT NULL, given TEXT NOT NULL, by TEXT NOT NULL,
  UNIQUE (record, field, station))"""

_TABLES = (
    """CREATE TABLE IF NOT EXISTS stations (
         code TEXT PRIMARY KEY, name TEXT NOT NULL, contact TEXT NOT NULL, note TEXT NOT NULL,
         active INTEGER NOT NULL)""",
    """CREATE TABLE IF NOT EXISTS devices (
         device TEXT PRIMARY KEY, station TEXT NOT NULL, keys TEXT NOT NULL, state TEXT NOT NULL,
         pinned TEXT NOT NULL, ended TEXT, until TEXT)""",
    "CREATE TABLE IF NOT EXISTS replicas (replica TEXT PRIMARY KEY, station TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS replicas_station ON replicas (station)",
    # ``original`` is the encrypted file, only while it waits. ``applied`` is the position of the
    # journal after the package went in.
    """CREATE TABLE IF NOT EXISTS inbox (
         id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT UNIQUE NOT NULL,
         received TEXT NOT NULL, size INTEGER NOT NULL, station TEXT NOT NULL,
         device TEXT NOT NULL, replica TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
         outcome TEXT NOT NULL, detail TEXT NOT NULL, counts TEXT NOT NULL, facts TEXT NOT NULL,
         original BLOB, applied INTEGER)""",
    "CREATE INDEX IF NOT EXISTS inbox_device ON inbox (device)",
    "CREATE INDEX IF NOT EXISTS inbox_station ON inbox (station)",
    # Up to where a receipt speaks: journal position, verdict number, inbox id, number of an excerpt.
    """CREATE TABLE IF NOT EXISTS receipts_out (
         device TEXT NOT NULL, number INTEGER NOT NULL, manifest_sha256 TEXT NOT NULL,
         position INTEGER NOT NULL, verdict INTEGER NOT NULL, inbox INTEGER NOT NULL,
         created TEXT NOT NULL, excerpt INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (device, number))""",
    # What was told of other stations' records (``excerpts``): the last journal entry as JSON, and the
    # number of the first.
    """CREATE TABLE IF NOT EXISTS excerpts_out (
         kind TEXT NOT NULL, record TEXT PRIMARY KEY, station TEXT NOT NULL,
         number INTEGER UNIQUE NOT NULL, first INTEGER NOT NULL, last TEXT NOT NULL)""",
    _VERDICTS,
    "CREATE INDEX IF NOT EXISTS verdicts_out_station ON verdicts_out (station)",
    # A suggestion may be an ID number: it goes in the same transaction as its person.
    """CREATE TRIGGER IF NOT EXISTS verdicts_out_forget AFTER INSERT ON entries
         WHEN NEW.op = 'erase'
         BEGIN DELETE FROM verdicts_out WHERE record = NEW.record; END""",
    # So does what was told of a record: the next receipt says anew what may be said.
    """CREATE TRIGGER IF NOT EXISTS excerpts_out_forget AFTER INSERT ON entries
         WHEN NEW.op IN ('erase', 'redact')
         BEGIN UPDATE excerpts_out SET last = json_set(last, '$.set', NULL, '$.salt', NULL)
         WHERE record = NEW.record; END""",
)

_TO_2 = (
    "DROP TRIGGER verdicts_out_forget",
    "ALTER TABLE verdicts_out RENAME TO former_verdicts",
    _VERDICTS,
    "INSERT INTO verdicts_out SELECT * FROM former_verdicts",
    "DELETE FROM sqlite_sequence WHERE name = 'verdicts_out'",
    "UPDATE sqlite_sequence SET name = 'verdicts_out' WHERE name = 'former_verdicts'",
    "DROP TABLE former_verdicts",
)
"""Version 1 could keep one claim of each record only. The numbers go on where they were."""

_TO_3 = ("ALTER TABLE receipts_out ADD COLUMN excerpt INTEGER NOT NULL DEFAULT 0",)
"""Up to version 2 no station heard of another one's vacancies."""

_TO_4 = (
    "ALTER TABLE excerpts_out ADD COLUMN first INTEGER NOT NULL DEFAULT 0",
    "UPDATE excerpts_out SET first = coalesce(json_extract(former, '$[0].seq'), number)",
    "ALTER TABLE excerpts_out DROP COLUMN former",
)
"""Version 3 kept every entry that was ever told of a record; nobody needs them."""

_STEPS: dict[int, tuple[str, ...]] = {1: (*_TO_2, *_TO_3), 2: _TO_3, 3: _TO_4}


def prepare(connection: Connection, catalogue: Catalogue) -> None:
    """Make what is missing; run inside a write transaction after the record tables are there.

    Raises:
        NewerVersionError: a newer program made these tables.
    """
    found = settings.read(connection, _SETTING, 0)
    if found > VERSION:
        raise NewerVersionError(found=found, known=VERSION)
    for statement in (*_STEPS.get(found, ()), *_TABLES, *_indexes(catalogue)):
        connection.execute(statement)
    if found < VERSION:
        settings.write(connection, _SETTING, VERSION)


def _indexes(catalogue: Catalogue) -> list[str]:
    """Record tables are dropped and made anew by ``store``; the office's indexes come back here."""
    fields = [(kind, "station") for kind in catalogue]
    fields += [(kind, name) for kind, name in UNIQUE_FIELDS.items() if kind in catalogue]
    return [
        f"CREATE INDEX IF NOT EXISTS office_{kind}_{name} ON {table_name(kind)} ({name})"
        for kind, name in fields
    ]
