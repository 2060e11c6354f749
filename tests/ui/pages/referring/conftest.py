"""A village with people out of work and vacancies, and the parts of 职业介绍 on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from mengzhan.rules.operations import edit
from mengzhan.rules.referrals import refer
from mengzhan.store.session import Session
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.widgets.record_table import RecordTable
from tests import people, stations
from tests.ui.pages.conftest import Town, said, session, town, workspace

__all__ = ["Village", "introduced", "said", "session", "town", "village", "workspace"]

TODAY = date(2026, 11, 23)

Show = Callable[..., QWidget]
L = TypeVar("L", bound=RecordList)


@dataclass
class Village:
    """Five people out of work, each longer than the next, and two vacancies posted long ago."""

    people: list[str]
    employer: str
    vacancies: list[str]


@pytest.fixture
def village(session: Session, town: Town) -> Village:
    for day, person in enumerate(town.people, 1):
        session.run(edit(person, {"status_on": f"2026-10-0{day}"}), "edit person")
    dated = {"valid_until": "2026-12-31", "directions": ["04"]}
    vacancies = [
        stations.log(
            session,
            "vacancy",
            people.vacancy_values(town.employer, title=title, registered_on=day, **dated),  # type: ignore[arg-type]
        )
        for title, day in (("挤奶工", "2026-11-01"), ("护理员", "2026-11-10"))
    ]
    return Village(town.people, town.employer, vacancies)


@pytest.fixture
def introduced(session: Session, village: Village) -> Callable[..., str]:
    """``introduced(person, day)`` refers a person to the first vacancy."""

    def make(person: int = 0, day: date = TODAY) -> str:
        change = session.run(refer([village.people[person]], village.vacancies[0], day), "add")
        ((_, record),) = change.records
        return record

    return make


def column(table: RecordTable, name: str) -> list[str]:
    """What stands in a column, line by line."""
    model = table.model
    place = [shown.name for shown in model.columns].index(name)
    return [str(model.index(row, place).data()) for row in range(model.rowCount())]
