"""Tables that replace shipped ones: ad rules, holidays, minimum wages, policies and so on (规则表).

An office writes a record of the kind ``rule_table`` with some rows, and its next receipts carry it
to every station; a station may write one for itself. Rows take the place of those with the same
key or are added, so that a table of one row is enough for one new rule. What may be replaced stands
in ``rule_table.csv``, with the key of each table and the day of the shipped edition: a record that
is older than the program counts no more.

A table proves itself with what reads it, before it is written and again where it arrives. One that
does not is left out as a whole.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from mengzhan import __version__
from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import text_of
from mengzhan.model.fold import State
from mengzhan.model.minwage import min_wage_from_row
from mengzhan.model.problem import UserError
from mengzhan.model.resources import Rows, shipped_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.ads.proof import faults
from mengzhan.rules.ads.rulebook import Rulebook, RulebookError
from mengzhan.rules.anomalies.anomaly import rule_from_row as anomaly_from_row
from mengzhan.rules.due_rules import rule_from_row
from mengzhan.rules.operations import NoSuchRecord, add, present, remove
from mengzhan.rules.policies.library import policies_from_rows
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.workdays import calendar_from_rows

KIND = "rule_table"
PROVEN = "proven_tables"
"""The setting that keeps what proofs said (`Proven`)."""
_FIRST_ROW = 2
"""Rows count like a spreadsheet's: the header is the first."""


class TableRefused(UserError):
    """Rows that cannot replace those of a table; nothing was changed."""

    def __init__(self, table: str, row: int, reason: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "{table}：第 {row} 行用不了（{reason}）。改好再导入。")
        params = {"table": label_of(table), "row": row, "reason": reason}
        super().__init__("TABLE_REFUSED", Message(words, params))


class ColumnsDiffer(UserError):
    """The first row does not name the columns of the table."""

    def __init__(self, table: str, columns: Iterable[str]) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "这不像{table}的表：第一行要有这些列名：{columns}。可以先导出现用的表，照着改。",
        )
        params = {"table": label_of(table), "columns": "、".join(columns)}
        super().__init__("TABLE_COLUMNS", Message(words, params))


class NoSuchTable(UserError):
    """A name that stands for no table that can be replaced."""

    def __init__(self) -> None:
        names = "、".join(f"{code.code}（{code.label}）" for code in code_table(KIND))
        words = QT_TRANSLATE_NOOP("model", "没有这样的表。可以换的：{names}。")
        super().__init__("TABLE_UNKNOWN", Message(words, {"names": names}))


class NoRows(UserError):
    """A table with nothing in it."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "表里一行也没有。请先导出现用的表，照着改。")
        super().__init__("TABLE_EMPTY", Message(words))


class NotOwn(UserError):
    """Somebody else's edition."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "这份表是上级发来的，本站不能撤。有问题请告诉上级。")
        super().__init__("TABLE_NOT_OWN", Message(words))


class Outdated(UserError):
    """The program brings a newer table."""

    def __init__(self, table: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "程序自带的{table}更新，这一份不再用。")
        super().__init__("TABLE_OUTDATED", Message(words, {"table": label_of(table)}))


@dataclass(frozen=True)
class Edition:
    """Rows that a record brings for a table.

    Args:
        day: of two editions the later one goes over the earlier one (ISO).
        station: the code of the office or station that wrote the record.
        fault: why the rows are left out, if they are.
        mark: stands for these rows upon the rows below them, in this version of the program.
    """

    table: str
    day: str
    station: str
    record: str
    rows: Rows = field(repr=False)
    fault: UserError | None = None
    mark: str = ""


Proven = Mapping[str, str]
"""What earlier proofs said: mark of an edition -> why it is left out, empty if it is not. A proof of
a whole table takes seconds, and an edition does not change."""


def label_of(table: str) -> str:
    """Return what people call a table."""
    return code_table(KIND).label(table)


def shipped_edition(table: str) -> str:
    """Return the day (ISO) of the table that came with the program."""
    return require(table).extra["edition"]


def require(table: str) -> Code:
    """Return what is declared of a table that can be replaced.

    Raises:
        NoSuchTable: it cannot.
    """
    code = code_table(KIND).get(table)
    if code is None:
        raise NoSuchTable
    return code


def read_rows(table: str, text: str) -> Rows:
    """Read the rows of a table written as CSV. Whether they can be used, ``prove`` tells.

    Raises:
        NoSuchTable: no table of this name can be replaced.
        ColumnsDiffer: a column is missing.
        NoRows: there is nothing below the names of the columns.
        TableRefused: the text is no table.
    """
    require(table)
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    columns = list(shipped_table(table)[0])
    try:
        if not set(columns) <= set(reader.fieldnames or ()):
            raise ColumnsDiffer(table, columns)
        rows = [{name: (row[name] or "").strip() for name in columns} for row in reader]
    except csv.Error as error:
        raise TableRefused(table, reader.line_num, str(error)) from error
    if not rows:
        raise NoRows
    return rows


def prove(table: str, rows: Rows, standing: Rows) -> None:
    """Make sure that what reads a table can read ``rows`` over those that stand.

    Raises:
        TableRefused: with the row that cannot be used.
    """
    _PROOFS[table](rows, standing)


def write_rows(rows: Rows) -> str:
    """Write rows as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def publish(table: str, rows: Rows, day: date) -> Operation:
    """Let rows count from now on; an office's go to its stations with the next receipts.

    Args:
        day: the edition's; later ones go over earlier ones.

    Raises (when run):
        Outdated: the program's own table is newer.
        TableRefused: with the row that cannot be used.
    """

    def operation(reader: Reader, desk: Desk) -> Iterable[Change]:
        if day.isoformat() <= shipped_edition(table):
            raise Outdated(table)
        prove(table, rows, in_force(reader).get(table) or shipped_table(table))
        content = {"table": table, "edition": day.isoformat(), "content": write_rows(rows)}
        return add(KIND, content)(reader, desk)

    return operation


def withdraw(record: str) -> Operation:
    """Take an edition of one's own back: what stood before counts again.

    Raises (when run):
        NoSuchRecord: it is no edition.
        NotOwn: the office sent it.
    """

    def operation(reader: Reader, desk: Desk) -> Iterable[Change]:
        state = present(reader, record)
        if state.kind != KIND:
            raise NoSuchRecord
        if state.values.get("station") != desk.station:
            raise NotOwn
        return remove(record)(reader, desk)

    return operation


def editions(reader: Reader) -> list[Edition]:
    """Return what records bring, in the order in which it counts; also what is left out."""
    known = reader.setting(PROVEN)
    proven = known if isinstance(known, Mapping) else {}
    found: list[Edition] = []
    standing: dict[str, tuple[str, Rows]] = {}
    for state in sorted(reader.states(KIND), key=_order):
        edition = _edition(state, standing, proven)
        found.append(edition)
        if edition.fault is None:
            below = standing.get(edition.table) or ("", shipped_table(edition.table))
            standing[edition.table] = edition.mark, over(edition.table, below[1], edition.rows)
    return found


def in_force(reader: Reader) -> dict[str, Rows]:
    """Return the tables that stand in for shipped ones, whole."""
    return laid_over(editions(reader))


def laid_over(found: Iterable[Edition]) -> dict[str, Rows]:
    """Return the tables that editions make, whole."""
    merged: dict[str, Rows] = {}
    for edition in found:
        if edition.fault is None:
            standing = merged.get(edition.table) or shipped_table(edition.table)
            merged[edition.table] = over(edition.table, standing, edition.rows)
    return merged


def over(table: str, standing: Rows, newer: Rows) -> Rows:
    """Return the rows that stand and have no namesake in ``newer``, and behind them ``newer``."""
    names = require(table).extra["key"].split("|")
    replaced = {tuple(row[name] for name in names) for row in newer}
    rest = [row for row in standing if tuple(row[name] for name in names) not in replaced]
    return [*rest, *newer]


def _order(state: State) -> tuple[str, str, str]:
    return text_of(state.values, "table"), text_of(state.values, "edition"), state.record


def _edition(state: State, standing: Mapping[str, tuple[str, Rows]], proven: Proven) -> Edition:
    table, day, content, station = (
        str(state.values.get(name) or "") for name in ("table", "edition", "content", "station")
    )
    mark = ""
    try:
        rows = read_rows(table, content)
        if day <= shipped_edition(table):
            raise Outdated(table)
        below, under = standing.get(table) or ("", shipped_table(table))
        mark = sha256("\0".join((__version__, below, table, content)).encode()).hexdigest()
        _prove_once(mark, proven, table, rows, under)
    except UserError as error:
        return Edition(table, day, station, state.record, [], error, mark)
    return Edition(table, day, station, state.record, rows, None, mark)


def _prove_once(mark: str, proven: Proven, table: str, rows: Rows, standing: Rows) -> None:
    said = proven.get(mark)
    if said is None:
        prove(table, rows, standing)
    elif said:
        raise UserError("TABLE_REFUSED", Message("{why}", {"why": said}))


# Proofs -----------------------------------------------------------------------------------------

_UNREADABLE = (ValueError, ArithmeticError, LookupError, re.error)
"""What reading a cell may raise that was written by hand; `re.error` of a pattern is one of it."""


def _ad_rules(rows: Rows, standing: Rows) -> None:
    merged = over("ad_rules", standing, rows)
    try:
        book = Rulebook(merged)
        fault = next(faults(book), None)
    except RulebookError as error:
        row = error.row - (len(merged) - len(rows))
        reason = str(error.message.params["reason"])
        raise TableRefused("ad_rules", max(row, _FIRST_ROW), reason) from error
    except _UNREADABLE as error:
        raise TableRefused("ad_rules", _FIRST_ROW, str(error)) from error
    if fault is not None:
        raise TableRefused("ad_rules", _row_of(fault, rows), fault)


def _row_of(fault: str, rows: Rows) -> int:
    """Return the row of the table that came, from what a fault says of the rule."""
    named = fault.split(",", maxsplit=1)[0].split(":", maxsplit=1)[0]
    places = (number for number, row in enumerate(rows, _FIRST_ROW) if row["id"] == named)
    return next(places, _FIRST_ROW)


def _one_by_one(
    table: str, read: Callable[[Mapping[str, str]], object]
) -> Callable[[Rows, Rows], None]:
    def prove_each(rows: Rows, _standing: Rows) -> None:
        for number, row in enumerate(rows, _FIRST_ROW):
            try:
                read(row)
            except _UNREADABLE as error:
                raise TableRefused(table, number, str(error)) from error

    return prove_each


def _policy(row: Mapping[str, str]) -> None:
    (policy,) = policies_from_rows([dict(row)])
    if policy.item not in code_table("policy_item") or not policy.title:
        raise ValueError(policy.item)
    if policy.valid_until:
        date.fromisoformat(policy.valid_until)


def _due_rule(row: Mapping[str, str]) -> None:
    rule = rule_from_row(row)
    shipped = {one["code"]: one for one in shipped_table("due_rule")}
    if rule.code not in shipped:
        # a rule that no code reads would be taken for one that works
        raise ValueError(rule.code)
    stands = shipped[rule.code]
    if rule.unit != stands["unit"] or bool(row["interval"]) != bool(stands["interval"]):
        raise ValueError(f"{row['interval']} {rule.unit}")
    # each check after an arrival has a field of its own, named by its months
    if rule.code.startswith("stay_") and row["interval"] != stands["interval"]:
        raise ValueError(row["interval"])


def _anomaly(row: Mapping[str, str]) -> None:
    rule = anomaly_from_row(row)
    shipped = {one["code"]: one for one in shipped_table("anomaly")}
    stands = shipped[rule.code.code]
    if any(row[name] != stands[name] for name in ("check", "kind")):
        raise ValueError(f"{row['check']} {row['kind']}")


def _season(row: Mapping[str, str]) -> None:
    months = [month for month in row["months"].split("|") if month]
    if not row["code"] or not row["label"]:
        raise ValueError(row["code"])
    wrong = [month for month in months if month not in code_table("month_of_year")]
    if wrong or (row["limit"] and row["limit"] not in code_table("limits")):
        raise ValueError("、".join(wrong) or row["limit"])


_PROOFS: Mapping[str, Callable[[Rows, Rows], None]] = {
    "ad_rules": _ad_rules,
    "anomaly": _one_by_one("anomaly", _anomaly),
    "calendar": _one_by_one("calendar", lambda row: calendar_from_rows([row])),
    "due_rule": _one_by_one("due_rule", _due_rule),
    "min_wage": _one_by_one("min_wage", min_wage_from_row),
    "policy_library": _one_by_one("policy_library", _policy),
    "season": _one_by_one("season", _season),
}
