"""What prints of a data folder need to know: the station's telephone, its Mongolian terms, and
which line of which visit sheet is whose. Kept as settings: none of it is a record."""

from collections.abc import Iterable

from mengzhan.rules.mongolian import Term, Terms
from mengzhan.rules.postings import Outlet
from mengzhan.rules.visit_sheets import VisitSheet, WrongCode, read_line_code
from mengzhan.store.session import Session

_PHONE, _TERMS, _LAST_SHEET, _SHEET = (
    "outlet.phone",
    "mongolian.terms",
    "visit_sheet.last",
    "visit_sheet.",
)


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


def next_sheet(session: Session) -> int:
    """Return the number of the next visit sheet."""
    return int(session.setting(_LAST_SHEET) or 0) + 1


def remember_sheets(session: Session, sheets: Iterable[VisitSheet]) -> None:
    """Note who stands on which line of sheets that were printed; ids only."""
    for sheet in sheets:
        people = [visited.record for visited in sheet.people]
        session.set_setting(f"{_SHEET}{sheet.number}", people)
        session.set_setting(_LAST_SHEET, max(sheet.number, next_sheet(session) - 1))


def visited_at(session: Session, code: str) -> str:
    """Return the record of the person whose line has this code.

    Raises:
        WrongCode: the letter does not belong to the digits, or no such line was printed here.
    """
    sheet, line = read_line_code(code)
    people = session.setting(f"{_SHEET}{sheet}") or []
    if not 1 <= line <= len(people):
        raise WrongCode
    return str(people[line - 1])
