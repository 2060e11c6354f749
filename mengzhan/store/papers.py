"""What prints of a data folder need to know: the station's telephone, its Mongolian terms, and
which line of which visit sheet is whose. Kept as settings: none of it is a record."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from mengzhan.rules.house_visits import VisitRecords
from mengzhan.rules.mongolian import Term, Terms
from mengzhan.rules.operations import present
from mengzhan.rules.postings import Outlet
from mengzhan.rules.slip_answers import AskedSlip, heard
from mengzhan.rules.visit_sheets import (
    NoSuchLine,
    UnknownSheet,
    VisitSheet,
    read_line_code,
    sheet_series,
    visit_sheets,
)
from mengzhan.store.session import Session

_PHONE, _TERMS = "outlet.phone", "mongolian.terms"
_LAST_SHEET, _NEWEST_SHEET = "visit_sheet.last", "visit_sheet.newest"
_SHEET, _KEYED, _SLIPS = "visit_sheet.", "visit_sheet.keyed.", "visit_sheet.slips."

SHEET_DRAFT = "visit_sheet"
"""What a draft of a line says it is a draft of; no record kind is called so."""


def outlet_of(session: Session) -> Outlet:
    """Return the station as it stands on paper."""
    return Outlet(session.place.name, str(session.setting(_PHONE) or ""))


def set_outlet_phone(session: Session, phone: str) -> None:
    """Keep the telephone that people call."""
    session.set_setting(_PHONE, phone)


def terms_of(session: Session) -> Terms:
    """Return the Mongolian terms that were imported."""
    return Terms(Term(*row) for row in session.setting(_TERMS) or ())


def keep_terms(session: Session, terms: Terms) -> None:
    """Keep the terms in place of those that were there."""
    rows = [[term.chinese, term.mongolian, term.reviewed] for term in terms]
    session.set_setting(_TERMS, rows)


# Visit sheets -----------------------------------------------------------------------------------


def new_sheets(session: Session, people: Iterable[str]) -> list[VisitSheet]:
    """Return sheets for some people under numbers that nobody has; note them once they are printed.

    Raises:
        UserError: as ``visit_sheets``.
    """
    last = int(session.setting(_LAST_SHEET) or 0)
    return visit_sheets(session.read(), people, sheet_series(session.replica), last + 1)


def remember_sheets(session: Session, sheets: Sequence[VisitSheet]) -> None:
    """Note who stands on which line of sheets that were printed, and which slips are asked about
    there; ids and codes only."""
    for sheet in sheets:
        people = [visited.record for visited in sheet.people]
        session.set_setting(f"{_SHEET}{sheet.number}", people)
        slips = {
            str(line): _printed(session, visited.slip)
            for line, visited in enumerate(sheet.people, 1)
            if visited.slip is not None
        }
        if slips:
            session.set_setting(f"{_SLIPS}{sheet.number}", slips)
        session.set_setting(_NEWEST_SHEET, sheet.number)
    last = int(session.setting(_LAST_SHEET) or 0)
    session.set_setting(_LAST_SHEET, last + len(sheets))


def _printed(session: Session, slip: AskedSlip) -> list[str]:
    """A slip as it is asked about, and what was heard of it before the sheet was printed."""
    values = present(session.read(), slip.referral).values
    return [slip.referral, slip.work, *heard(values, slip.work)]


def newest_sheet(session: Session) -> str:
    """Return the number of the sheet that was printed last, or an empty text."""
    return str(session.setting(_NEWEST_SHEET) or "")


def sheet_people(session: Session, sheet: str) -> list[str]:
    """Return the records of the people on a sheet, line by line.

    Raises:
        UnknownSheet: it was not printed here.
    """
    people = session.setting(f"{_SHEET}{sheet}")
    if not people:
        raise UnknownSheet(sheet)
    return [str(person) for person in people]


class PrintedSlip(NamedTuple):
    """A slip that a line asks about, and what was heard of it before: the key and the day."""

    asked: AskedSlip
    before: tuple[str, str]


def slips_of_sheet(session: Session, sheet: str) -> dict[int, PrintedSlip]:
    """Return the slips that lines of a sheet ask about, by the number of the line."""
    rows = session.setting(f"{_SLIPS}{sheet}") or {}
    return {
        int(line): PrintedSlip(AskedSlip(referral, work), (key, day))
        for line, (referral, work, key, day) in rows.items()
    }


def sheet_line(session: Session, code: str, current: str = "") -> tuple[str, int]:
    """Return sheet and line of a code as it was typed; ``current`` as in ``read_line_code``.

    Raises:
        WrongCode: its letter does not belong to what stands before it.
        UnknownSheet: the sheet was not printed here.
        NoSuchLine: the sheet is shorter.
    """
    sheet, line = read_line_code(code, current)
    lines = len(sheet_people(session, sheet))
    if not 1 <= line <= lines:
        raise NoSuchLine(sheet, line, lines)
    return sheet, line


def visited_at(session: Session, code: str) -> str:
    """Return the record of the person whose line has this code.

    Raises:
        UserError: as ``sheet_line``.
    """
    sheet, line = sheet_line(session, code)
    return sheet_people(session, sheet)[line - 1]


def records_of_sheet(session: Session, sheet: str) -> list[VisitRecords]:
    """Return, line by line, which records hold what was keyed in from a sheet.

    Their ids are made and kept before the first of them is written: whoever saves again after a
    crash changes the same records.
    """
    name = f"{_KEYED}{sheet}"
    rows = session.setting(name)
    if rows is None:
        made = (VisitRecords.made(session.new_id) for _ in sheet_people(session, sheet))
        rows = [list(records) for records in made]
        session.set_setting(name, rows)
    return [VisitRecords(*row) for row in rows]


# What was keyed and not saved -------------------------------------------------------------------


def sheet_drafts(session: Session) -> Iterator[dict[str, Any]]:
    """Yield the drafts of lines of visit sheets, newest first."""
    return (draft for draft in session.read().drafts() if draft["kind"] == SHEET_DRAFT)


def drafted_sheet(session: Session) -> str:
    """Return the number of the sheet that was keyed in last and not saved, or an empty text."""
    newest = next(sheet_drafts(session), None)
    return _sheet_of(newest) if newest else ""


def count_drafts(session: Session) -> int:
    """Return how many forms were begun and not saved; all lines of a visit sheet are one."""
    drafts = session.read().drafts()
    lines = [draft for draft in drafts if draft["kind"] == SHEET_DRAFT]
    return len(drafts) - len(lines) + len({_sheet_of(line) for line in lines})


def _sheet_of(draft: dict[str, Any]) -> str:
    """A draft is called as the line: by its code, which begins with the number of the sheet."""
    return str(draft["draft"]).partition("-")[0]
