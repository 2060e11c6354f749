"""A station with records of every kind, and workbooks read as the import reads them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mengzhan.model.entry import Values
from mengzhan.sheets.grid import Book, Sheet
from mengzhan.store.session import Session
from tests import people, stations

LONG_NAME = "阿拉坦其其格图雅·乌兰巴特尔额尔敦"
HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(1)",
    "=cmd|' /C calc'!A0",
    "＝1+1",
    "_x000D_",
)
"""Texts that a spreadsheet would run, or read as something else."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def filled(session: Session) -> Session:
    """Three people with what belongs to them; one record of each kind at least."""
    persons = [
        stations.log(session, "person", values)
        for values in (
            people.person_values(0, note="两行\n第二行", wage_wish=352050),
            people.person_values(1, name=LONG_NAME),
            people.person_values(2, sex="2"),
        )
    ]
    employer = stations.log(session, "employer", people.employer_values(1, short_of_staff=True))
    vacancy = stations.log(session, "vacancy", people.vacancy_values(employer, wage_min=320000))
    more: dict[str, Values] = {
        "training_intent": {
            "person": persons[0],
            "day": "2026-11-12",
            "willing": "1",
            "months": ["01", "02"],
        },
        "follow_up": people.follow_up_values(persons[0], next_on="2026-12-20"),
        "visit": people.visit_values(employer, demand="冬季取暖用电不足"),
        "verification": {
            "person": persons[1],
            "result": "1",
            "day": "2026-11-20",
            "field_name": "phone",
            "old_value": people.phone(1),
        },
        "referral": {"person": persons[0], "vacancy": vacancy, "day": "2026-11-10"},
        "enrolment": {"person": persons[0], "course": "电焊一班", "started_on": "2026-11-01"},
        "policy": {"title": "求职创业补贴", "valid_until": "2026-12-31"},
        "task": {"title": "核查名单", "source": "1", "people": persons},
    }
    for kind, values in more.items():
        stations.log(session, kind, values)
    return session


@pytest.fixture
def ids() -> Callable[[Session, str], Any]:
    def of(session: Session, kind: str) -> Any:
        return session.read().ids(kind)

    return of


def read_book(path: Path) -> Book:
    """Read a workbook the slow way, as cells of ``grid``; the import has its own, safer reader."""
    book = load_workbook(path)
    sheets = []
    for sheet in book.worksheets:
        rows = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
        sheets.append(Sheet(sheet.title, rows, visible=sheet.sheet_state == "visible"))
    return Book("xlsx", sheets)


def _cell(value: Any) -> Any:
    if isinstance(value, datetime) and (value.hour, value.minute) == (0, 0):
        return date(value.year, value.month, value.day)
    return value
