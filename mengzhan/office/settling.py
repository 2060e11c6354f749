"""What goes into the same transaction as a merge, and the proof that nothing was lost in it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from mengzhan.model.entry import CLOCK_KIND, DOUBT
from mengzhan.model.fold import add_doubt
from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.standing import set_back
from mengzhan.package.manifest import Manifest
from mengzhan.package.staging import Plan
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Head, Journal
from mengzhan.store.ledger import Merged
from mengzhan.store.tables import UNKNOWN, table_name


class CountsDiffer(UserError):
    """After a merge the counts did not tie; everything was rolled back."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "并入后的条数对不上，已全部退回，什么都没有改动。请导出诊断报告，连同这个包交给技术人员。",
        )
        super().__init__("OFFICE_COUNTS_DIFFER", Message(words))


class Overtaken(Exception):
    """Something else was written between looking and applying; look again."""


@dataclass(frozen=True)
class Tally:
    """The journal's position and the number of rows in the record tables that matter."""

    position: int
    rows: dict[str, int] = field(default_factory=dict)


def tables_of(plan: Plan, catalogue: Catalogue) -> list[str]:
    """Return the record tables that the new entries of ``plan`` touch."""
    kinds = {entry.kind for entry in plan.new if entry.kind != CLOCK_KIND}
    return sorted({table_name(kind) if kind in catalogue else UNKNOWN for kind in kinds})


def tally(connection: Connection, tables: Iterable[str]) -> Tally:
    """Count what is there."""
    rows = {
        name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
        for name in tables
    }
    return Tally(Journal(connection).position(), rows)


def decisions(plan: Plan, foreign: Mapping[str, Collection[str]], journal: Journal) -> Operation:
    """What the office itself says with a merge, as one operation.

    Entries whose clock ran ahead lose settlements by time, whether the office finds it or the
    package says so itself; what stations wrote into records of others is set back.

    Args:
        foreign: record -> marks of such entries, as ``Gate.foreign`` found them.
    """
    doubted = [
        Change(CLOCK_KIND, replica, {"first": first, "last": last}, op=DOUBT)
        for replica, first, last in plan.doubtful
    ]
    doubts = journal.doubts_with(doubted)
    for entry in plan.new:
        if entry.op == DOUBT and entry.set is not None:
            add_doubt(doubts, entry.record, entry.set)

    def run(reader: Reader, desk: Desk) -> list[Change]:
        back = [set_back(reader.entries(record), m, doubts) for record, m in foreign.items()]
        return [*doubted, *(change for changes in back for change in changes)]

    return run


def handed_over(manifest: Manifest, journal: Journal) -> dict[str, Head]:
    """Return up to where the old device counts when a new one reports for the first time.

    That is what the new one got of it, or what went in before anybody knew of the new one.
    """
    positions: dict[str, Head] = {}
    for item in manifest.has:
        if item.replica != manifest.replica:
            held = journal.contiguous(item.replica)
            positions[item.replica] = held if held.seq > item.seq else Head(item.seq, item.hash)
    return positions


def position_before(connection: Connection, merged: Merged) -> int:
    """Return the journal's position before a merge that has just been made."""
    if not merged.new:
        return Journal(connection).position()
    row = connection.execute(
        "SELECT arrived FROM entries WHERE hash = ?", (merged.new[0].hash,)
    ).fetchone()
    return int(row[0]) - 1


def reconcile(
    connection: Connection,
    catalogue: Catalogue,
    plan: Plan,
    merged: Merged,
    before: Tally,
    own: str,
) -> None:
    """Hold what was announced, what was merged and what is there now against each other.

    Args:
        own: the replica of the office, whose entries of this transaction are counted apart.

    Raises:
        CountsDiffer: something does not tie; the caller's transaction must not be committed.
    """
    after = tally(connection, before.rows)
    made_here = connection.execute(
        "SELECT count(*) FROM entries WHERE arrived > ? AND replica = ?", (before.position, own)
    ).fetchone()[0]
    journal = Journal(connection)
    ties = (
        len(merged.new) == len(plan.new),
        merged.known == 0,
        after.position - before.position == len(merged.new) + made_here,
        after.rows == _expected_rows(connection, catalogue, merged, before),
        all(journal.by_hash(span.head) is not None for span in plan.opened.manifest.ranges),
        all(
            journal.contiguous(span.replica).seq >= span.last
            for span in plan.opened.manifest.ranges
        ),
    )
    if not all(ties):
        raise CountsDiffer


def _expected_rows(
    connection: Connection, catalogue: Catalogue, merged: Merged, before: Tally
) -> dict[str, int]:
    """Each record that no earlier entry names adds one row to the table of its kind."""
    born: Counter[str] = Counter()
    for kind, record in merged.records:
        if kind == CLOCK_KIND:
            continue
        older = connection.execute(
            "SELECT 1 FROM entries WHERE record = ? AND arrived <= ? LIMIT 1",
            (record, before.position),
        ).fetchone()
        born[table_name(kind) if kind in catalogue else UNKNOWN] += older is None
    return {name: count + born[name] for name, count in before.rows.items()}
