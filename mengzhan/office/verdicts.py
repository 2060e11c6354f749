"""Verdicts (审核意见): what the office says of single records, to be sent with the receipt.

``accepted`` when the checks of the kind pass, ``fix`` for a field that blocks, ``elsewhere`` when
a number that belongs to one record only is live at another station, or when the record itself is
another station's. A telephone that many share is no fault. A clerk's own verdict stands until the
station changes the field, and a claim of another station's record until somebody decides.
"""

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mengzhan.model.creditcode import suggest_credit_codes
from mengzhan.model.entry import CLOCK_KIND, Entry
from mengzhan.model.fieldtypes import CreditCode, IdNumber
from mengzhan.model.idnumber import suggest
from mengzhan.model.kind import Kind
from mengzhan.model.problem import Problem, UserError
from mengzhan.model.ruling import Ruling
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.desk import Office
from mengzhan.office.reasons import BY_HAND, CREDIT_ELSEWHERE, HELD_ELSEWHERE, ID_ELSEWHERE
from mengzhan.office.roster import Roster
from mengzhan.office.schema import UNIQUE_FIELDS
from mengzhan.rules.reader import Desk
from mengzhan.store.driver import Connection
from mengzhan.store.reader import StoreReader

AUTO, CLERK = "auto", "clerk"
STATION = "station"
"""The system field of which a claim speaks."""
_REASON_ELSEWHERE = {"id_number": ID_ELSEWHERE, "credit_code": CREDIT_ELSEWHERE}


class CannotJudge(UserError):
    """A verdict by hand needs a record that is there, one of its fields, and a known reason."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "不能给这条记录写意见：记录已删除，或字段、理由不在表里。请刷新后重新选择。"
        )
        super().__init__("OFFICE_CANNOT_JUDGE", Message(words))


@dataclass(frozen=True)
class GivenVerdict:
    """One verdict. ``number`` rises with each that is given; ``by`` is ``auto`` or ``clerk``.

    The suggestion may be an ID number and stays out of ``repr``.
    """

    number: int
    record: str
    kind: str
    station: str
    field: str
    verdict: str
    reason: str
    suggestion: str = dataclasses.field(repr=False)
    given: str
    by: str


@dataclass(frozen=True)
class _Finding:
    verdict: str
    field: str = ""
    reason: str = ""
    suggestion: str = dataclasses.field(default="", repr=False)


def _said(verdict: GivenVerdict) -> _Finding:
    return _Finding(verdict.verdict, verdict.field, verdict.reason, verdict.suggestion)


class Verdicts:
    """Reads and writes verdicts over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _read(self, where: str, *parameters: Any) -> list[GivenVerdict]:
        query = (
            "SELECT number, record, kind, station, field, verdict, reason, suggestion, given, by "
            f"FROM verdicts_out {where}"
        )
        return [GivenVerdict(*row) for row in self._connection.execute(query, parameters)]

    def of_record(self, record: str) -> list[GivenVerdict]:
        """Return what stands of a record."""
        return self._read("WHERE record = ? ORDER BY field", record)

    def since(self, station: str, number: int) -> list[GivenVerdict]:
        """Return what was said of a station's records after verdict ``number``."""
        return self._read("WHERE station = ? AND number > ? ORDER BY number", station, number)

    def open(self) -> list[GivenVerdict]:
        """Return everything that a station has to put right, newest first."""
        return self._read("WHERE verdict <> ? ORDER BY number DESC", Ruling.ACCEPTED)

    def last_number(self) -> int:
        """Return the number of the newest verdict, 0 without any."""
        row = self._connection.execute("SELECT max(number) FROM verdicts_out").fetchone()
        return int(row[0] or 0)

    def put(
        self, record: str, kind: str, station: str, finding: _Finding, given: str, by: str
    ) -> None:
        """Write a verdict over what the station was told of the field; it travels anew."""
        self._connection.execute(
            "INSERT OR REPLACE INTO verdicts_out "
            "(record, kind, station, field, verdict, reason, suggestion, given, by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record,
                kind,
                station,
                finding.field,
                finding.verdict,
                finding.reason,
                finding.suggestion,
                given,
                by,
            ),
        )

    def drop(self, record: str) -> None:
        """Take back everything that was said of a record."""
        self._connection.execute("DELETE FROM verdicts_out WHERE record = ?", (record,))

    def drop_but_claims(self, record: str, holder: str) -> None:
        """Take back what was said of a record, but not the claims of others than its holder.

        They keep their numbers, so that nobody is told the same again.
        """
        self._connection.execute(
            "DELETE FROM verdicts_out WHERE record = ? AND (field <> ? OR station = ?)",
            (record, STATION, holder),
        )


class Judge:
    """Judges records right after a merge, inside its transaction."""

    def __init__(self, reader: StoreReader, desk: Desk, given: str) -> None:
        self._reader = reader
        self._today = desk.today
        self._given = given
        self._verdicts = Verdicts(reader.connection)
        self._names = {s.code: s.name for s in Roster(reader.connection).stations()}

    def judge(
        self,
        entries: Iterable[Entry],
        sender: str,
        foreign: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        """Judge every record that ``entries`` touch.

        Args:
            sender: the station that sent them.
            foreign: record of another station -> marks of the entries that the sender wrote
                into it all the same. They are set back, so what was said of their fields stands.
        """
        foreign = foreign or {}
        touched: dict[tuple[str, str], set[str]] = {}
        for entry in entries:
            if entry.kind != CLOCK_KIND:
                fields = touched.setdefault((entry.kind, entry.record), set())
                if entry.mark not in foreign.get(entry.record, ()):
                    fields.update(entry.set or ())
        for (kind, record), fields in touched.items():
            declared = self._reader.catalogue.get(kind)
            if declared is not None:
                self._judge_record(declared, record, fields, sender)
            if record in foreign:
                self._refuse_claim(kind, record, sender)

    def _refuse_claim(self, kind: str, record: str, sender: str) -> None:
        state = self._reader.state(record)
        if state is not None and not state.erased:
            holder = str(state.values.get(STATION) or "")
            held = _Finding(
                Ruling.ELSEWHERE, STATION, HELD_ELSEWHERE, self._names.get(holder, holder)
            )
            self._verdicts.put(record, kind, sender, held, self._given, AUTO)

    def _judge_record(self, kind: Kind, record: str, fields: set[str], sender: str) -> None:
        standing = [v for v in self._verdicts.of_record(record) if v.field not in fields]
        by_hand = [v for v in standing if v.by == CLERK and v.field]
        row = self._reader.record(kind.name, record)
        if row is None or row["deleted"] or row["erased"]:
            self._verdicts.drop(record)
            return
        station = row["station"] or sender
        if STATION in fields:
            self._verdicts.drop(record)
        else:
            self._verdicts.drop_but_claims(record, station)
        findings = {
            finding.field: (finding, AUTO) for finding in self._findings(kind, row, station)
        }
        findings |= {verdict.field: (_said(verdict), CLERK) for verdict in by_hand}
        for finding, by in findings.values() or [(_Finding(Ruling.ACCEPTED), AUTO)]:
            self._verdicts.put(record, kind.name, station, finding, self._given, by)

    def _findings(self, kind: Kind, row: dict[str, Any], station: str) -> Iterator[_Finding]:
        if row["same_as"]:
            return
        yield from self._elsewhere(kind, row, station)
        for problem in kind.check(row, self._today):
            if problem.blocks:
                suggestion = self._suggestion(kind, problem)
                yield _Finding(Ruling.FIX, problem.field, problem.code, suggestion)

    def _elsewhere(self, kind: Kind, row: dict[str, Any], station: str) -> Iterator[_Finding]:
        name = UNIQUE_FIELDS.get(kind.name, "")
        if not row.get(name):
            return
        for other in self._reader.same_value(kind.name, name, row[name]):
            found = self._reader.record(kind.name, other) if other != row["id"] else None
            place = found["station"] if found else station
            if place != station:
                yield _Finding(
                    Ruling.ELSEWHERE, name, _REASON_ELSEWHERE[name], self._names.get(place, place)
                )
                return

    def _suggestion(self, kind: Kind, problem: Problem) -> str:
        """A slip of the hand is mended only if there is exactly one way to mend it."""
        item = kind.get(problem.field)
        found: list[str] = []
        if item is not None and isinstance(problem.value, str):
            if isinstance(item.type, IdNumber):
                found = suggest(problem.value, self._today)
            elif isinstance(item.type, CreditCode):
                found = suggest_credit_codes(problem.value)
        return found[0] if len(found) == 1 else ""


def give(office: Office, record: str, name: str, reason: str, suggestion: str = "") -> None:
    """Ask for a correction by hand; it goes out with the station's next receipt.

    Args:
        name: the field.
        reason: one of ``reasons.BY_HAND``.

    Raises:
        CannotJudge: no such record or field, or another reason.
    """
    reader = office.session.read()
    kind = office.session.catalogue.get(reader.kind_of(record) or "")
    row = reader.record(kind.name, record) if kind else None
    alive = row is not None and not row["deleted"] and not row["erased"]
    if kind is None or row is None or not alive or kind.get(name) is None or reason not in BY_HAND:
        raise CannotJudge
    finding, given = _Finding(Ruling.FIX, name, reason, suggestion), office.now()

    def work(connection: Connection) -> None:
        connection.execute(
            "DELETE FROM verdicts_out WHERE record = ? AND (verdict = ? OR field = ?)",
            (record, Ruling.ACCEPTED, name),
        )
        Verdicts(connection).put(record, kind.name, row["station"], finding, given, CLERK)

    office.write(work)


def withdraw(office: Office, record: str) -> None:
    """Take back what was said of a record by hand or by check, and accept it as it is."""
    reader = office.session.read()
    kind = reader.kind_of(record)
    row = reader.record(kind, record) if kind in office.session.catalogue and kind else None
    if row is None or kind is None or row["erased"]:
        raise CannotJudge
    given = office.now()

    def work(connection: Connection) -> None:
        verdicts = Verdicts(connection)
        verdicts.drop(record)
        verdicts.put(record, kind, row["station"], _Finding(Ruling.ACCEPTED), given, CLERK)

    office.write(work)
