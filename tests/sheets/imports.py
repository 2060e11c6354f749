"""Ledgers typed out in a test, brought in as the window and the command line do it."""

from collections.abc import Mapping, Sequence
from typing import Any

from mengzhan.sheets.grid import Book, Cell, Sheet, Span
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.intake import Import
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Intent
from mengzhan.store.session import ChangeSet, Session

Rows = Sequence[Sequence[Cell]]


def sheet(rows: Rows, merged: Sequence[Span] = (), name: str = "台账") -> Sheet:
    """Make a sheet."""
    return Sheet(name, [list(row) for row in rows], merged=list(merged))


def words(session: Session, kind: str) -> HeaderWords:
    """Return the words above the columns of a kind."""
    return HeaderWords(session.catalogue[kind], session.catalogue)


def task(session: Session, kind: str, rows: Rows, merged: Sequence[Span] = ()) -> Import:
    """Begin an import of the rows of a ledger."""
    return Import(session, Book("xlsx", [sheet(rows, merged)]), session.catalogue[kind])


def plan(session: Session, kind: str, rows: Rows, merged: Sequence[Span] = ()) -> Plan:
    """Plan an import of the rows of a ledger."""
    return task(session, kind, rows, merged).plan()


def write(session: Session, made: Plan) -> ChangeSet:
    """Write a plan."""
    return session.run(made.operation(), f"import {made.kind.name}")


def bring_in(session: Session, kind: str, rows: Rows) -> ChangeSet:
    """Import a ledger."""
    return write(session, plan(session, kind, rows))


def records(session: Session, kind: str) -> list[dict[str, Any]]:
    """Return all records of a kind, oldest first, with only what is filled in."""
    reader = session.read()
    found = reader.rows(kind, list(reader.ids(kind))[::-1])
    known = {item.name for item in session.catalogue[kind]}
    return [
        {name: value for name, value in record.items() if name in known and value is not None}
        for record in found
    ]


def counts(made: Plan) -> Mapping[str, int]:
    """Return how many rows there are of each intent, by its word; none are left out."""
    return {intent.value: number for intent, number in made.counts().items() if number}


def codes(made: Plan, number: int) -> set[str]:
    """Return the codes of the problems of a row (counting from 1)."""
    return {found.problem.code for found in made.at(number).row.problems}


def intent(made: Plan, number: int) -> Intent:
    """Return what becomes of a row."""
    return made.at(number).intent
