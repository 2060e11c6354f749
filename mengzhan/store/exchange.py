"""What a station remembers of its packages: sent, held by the office, said of single records."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mengzhan.model.ruling import Ruling
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Head


@dataclass(frozen=True)
class SentPackage:
    """One package that was written: number, when, under which name, what was in it.

    ``receipt`` is the number of the receipt that answered it, or ``None``. ``ranges`` are
    (replica, first, last).
    """

    number: int
    kind: str
    created: str
    file_name: str
    size: int
    sha256: str
    counts: Mapping[str, int]
    ranges: tuple[tuple[str, int, int], ...]
    receipt: int | None = None


@dataclass(frozen=True)
class ReceivedVerdict:
    """What the office said of a record; ``verdict`` is a ``Ruling``, or a word of a newer version.

    ``field`` and ``suggestion`` may be empty; ``done`` is set when the station has answered.
    """

    record: str
    kind: str
    field: str
    verdict: str
    reason: str
    suggestion: str
    receipt: int
    done: bool = False


class Exchange:
    """The tables of sending and receiving, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Sent packages -------------------------------------------------------------------------

    def next_number(self) -> int:
        """Return the number of the next package of this device."""
        row = self._connection.execute("SELECT max(number) FROM sent").fetchone()
        return int(row[0] or 0) + 1

    def add_sent(self, package: SentPackage) -> None:
        """Remember a package that was written and read back."""
        self._connection.execute(
            "INSERT OR REPLACE INTO sent (number, package_kind, created, file_name, size, sha256, "
            "counts, ranges, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                package.number,
                package.kind,
                package.created,
                package.file_name,
                package.size,
                package.sha256,
                json.dumps(dict(package.counts)),
                json.dumps(package.ranges),
                package.receipt,
            ),
        )

    def sent(self) -> list[SentPackage]:
        """Return the packages written so far, newest first."""
        rows = self._connection.execute(
            "SELECT number, package_kind, created, file_name, size, sha256, counts, ranges, receipt "
            "FROM sent ORDER BY number DESC"
        ).fetchall()
        return [_sent(row) for row in rows]

    def was_sent(self, number: int, sha256: str) -> bool:
        """Whether the package of this number is the file with this SHA-256.

        After a restore numbers are given anew, so that a number alone may mean a lost package.
        """
        query = "SELECT 1 FROM sent WHERE number = ? AND sha256 = ?"
        return self._connection.execute(query, (number, sha256)).fetchone() is not None

    def answer(self, numbers: Sequence[int], receipt: int) -> None:
        """Note which packages a receipt answers."""
        self._connection.executemany(
            "UPDATE sent SET receipt = ? WHERE number = ? AND receipt IS NULL",
            [(receipt, number) for number in numbers],
        )
        self._connection.executemany(
            "UPDATE pictures SET held = 1 WHERE package = ?", [(number,) for number in numbers]
        )

    # Pictures, which travel apart so that text always gets through --------------------------

    def keep_pictures(self, pictures: Mapping[str, bytes], *, held: bool) -> None:
        """Keep pictures by their SHA-256; ``held`` says that the office has them."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO pictures (digest, image, held) VALUES (?, ?, ?)",
            [(digest, image, int(held)) for digest, image in pictures.items()],
        )

    def lacks_pictures(self, digests: Iterable[str]) -> bool:
        """Whether one of these pictures is not here."""
        query = "SELECT 1 FROM pictures WHERE digest = ?"
        return any(not self._connection.execute(query, (d,)).fetchone() for d in digests)

    def unsent_pictures(self, listed: Collection[str]) -> list[str]:
        """Return which of ``listed`` are here and no receipt has confirmed, oldest first."""
        rows = self._connection.execute("SELECT digest FROM pictures WHERE held = 0 ORDER BY rowid")
        return [digest for (digest,) in rows if digest in listed]

    def pictures(self, digests: Iterable[str]) -> dict[str, bytes]:
        """Return those of the pictures that are here, by digest."""
        query = "SELECT digest, image FROM pictures WHERE digest = ?"
        found = (self._connection.execute(query, (digest,)).fetchone() for digest in digests)
        return dict(row for row in found if row)

    def drop_orphans(self, listed: Collection[str]) -> None:
        """Delete pictures that were picked in a form which was never saved.

        Args:
            listed: digests known to belong to a record. Of the others those stay that an entry
                names (an undo may bring it back) or a draft.
        """
        query = """SELECT 1 FROM entries WHERE instr(set_values, :digest)
                   UNION ALL SELECT 1 FROM drafts WHERE instr(draft_values, :digest)"""
        for (digest,) in self._connection.execute("SELECT digest FROM pictures").fetchall():
            named = (
                digest in listed or self._connection.execute(query, {"digest": digest}).fetchone()
            )
            if not named:
                self._connection.execute("DELETE FROM pictures WHERE digest = ?", (digest,))

    def note_pictures(self, digests: Iterable[str], number: int) -> None:
        """Remember in which package pictures went."""
        self._connection.executemany(
            "UPDATE pictures SET package = ? WHERE digest = ?",
            [(number, digest) for digest in digests],
        )

    # What the office holds -----------------------------------------------------------------

    def held(self, office: str) -> dict[str, list[Head]]:
        """Return, for each replica, up to which entry the office has said it holds.

        Of a forked replica it may hold several branches.
        """
        rows = self._connection.execute(
            "SELECT replica, seq, hash FROM held WHERE office = ? ORDER BY replica, seq, hash",
            (office,),
        )
        held: dict[str, list[Head]] = {}
        for replica, seq, digest in rows:
            held.setdefault(replica, []).append(Head(seq, digest))
        return held

    def set_held(self, office: str, held: Iterable[tuple[str, Head]]) -> None:
        """Believe the newest receipt: a lower position makes the station send again from there."""
        self._connection.execute("DELETE FROM held WHERE office = ?", (office,))
        self._connection.executemany(
            "INSERT OR REPLACE INTO held (office, replica, seq, hash) VALUES (?, ?, ?, ?)",
            [(office, replica, head.seq, head.hash) for replica, head in held],
        )

    # Receipts and verdicts -----------------------------------------------------------------

    def last_receipt(self) -> int:
        """Return the number of the newest receipt applied, 0 without any."""
        return int(self._connection.execute("SELECT max(number) FROM receipts").fetchone()[0] or 0)

    def last_receipt_digest(self) -> str:
        """Return the SHA-256 of that receipt's manifest: numbers alone could mean another one."""
        row = self._connection.execute(
            "SELECT hash FROM receipts ORDER BY number DESC LIMIT 1"
        ).fetchone()
        return row[0] if row else ""

    def add_receipt(
        self, number: int, office: str, digest: str, received: str, counts: Mapping[str, int]
    ) -> None:
        """Remember a receipt that was applied."""
        self._connection.execute(
            "INSERT INTO receipts (number, office, hash, received, counts) VALUES (?, ?, ?, ?, ?)",
            (number, office, digest, received, json.dumps(dict(counts))),
        )

    def receipts(self) -> list[dict[str, Any]]:
        """Return ``number``, ``received`` and ``counts`` of all receipts, newest first."""
        rows = self._connection.execute(
            "SELECT number, received, counts FROM receipts ORDER BY number DESC"
        )
        return [
            {"number": number, "received": received, "counts": json.loads(counts)}
            for number, received, counts in rows
        ]

    def put_verdict(self, verdict: ReceivedVerdict) -> None:
        """Keep what the office said last of a record's field; an acceptance clears the record."""
        if verdict.verdict == Ruling.ACCEPTED:
            self._connection.execute("DELETE FROM verdicts WHERE record = ?", (verdict.record,))
        self._connection.execute(
            "INSERT OR REPLACE INTO verdicts "
            "(record, field, verdict, reason, suggestion, receipt, kind, done) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                verdict.record,
                verdict.field,
                verdict.verdict,
                verdict.reason,
                verdict.suggestion,
                verdict.receipt,
                verdict.kind,
                int(verdict.done),
            ),
        )

    def verdicts(self, verdict: str = "", *, open_only: bool = False) -> list[ReceivedVerdict]:
        """Return what the office said, newest receipt first."""
        rows = self._connection.execute(
            "SELECT record, kind, field, verdict, reason, suggestion, receipt, done FROM verdicts "
            "WHERE (? = '' OR verdict = ?) AND (NOT ? OR done = 0) "
            "ORDER BY receipt DESC, record, field",
            (verdict, verdict, open_only),
        )
        return [_verdict(row) for row in rows]

    def close_verdicts(self, record: str, fields: Iterable[str]) -> None:
        """Note that the station has changed these fields since (or the whole record)."""
        self._connection.executemany(
            "UPDATE verdicts SET done = 1 WHERE record = ? AND verdict = 'fix' AND field IN (?, '')",
            [(record, name) for name in fields],
        )


def _verdict(row: tuple[Any, ...]) -> ReceivedVerdict:
    record, kind, field, verdict, reason, suggestion, receipt, done = row
    return ReceivedVerdict(record, kind, field, verdict, reason, suggestion, receipt, bool(done))


def _sent(row: tuple[Any, ...]) -> SentPackage:
    number, kind, created, file_name, size, sha256, counts, ranges, receipt = row
    return SentPackage(
        number,
        kind,
        created,
        file_name,
        size,
        sha256,
        counts=json.loads(counts),
        ranges=tuple((replica, first, last) for replica, first, last in json.loads(ranges)),
        receipt=receipt,
    )
