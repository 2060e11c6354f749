"""A vacancy for a milker, and people of whom some fit and one lacks a certificate."""

from dataclasses import dataclass
from typing import Any

import pytest

from mengzhan.store.session import Session
from tests import people, stations

WISH: dict[str, Any] = {
    "registered_on": "2026-10-01",
    "wanted_occupations": ["5-03-02-01"],
    "travel_range": "3",
    "licences": ["H"],
    "wage_wish": 300_000,
}


@dataclass
class Farm:
    """``people`` fit in this order; ``short`` lacks the health certificate."""

    session: Session
    people: list[str]
    short: str
    employer: str
    vacancy: str

    def names(self, *numbers: int) -> list[str]:
        return [people.name(number) for number in numbers]


@pytest.fixture
def farm(session: Session) -> Farm:
    fitting = [
        stations.log(session, "person", people.person_values(number, **WISH))
        for number in (1, 2, 3)
    ]
    short = stations.log(session, "person", people.person_values(4, **{**WISH, "licences": None}))
    employer = stations.log(session, "employer", people.employer_values(1))
    vacancy = people.vacancy_values(employer, licences=["H"], occupation="5-03-02-01")
    return Farm(session, fitting, short, employer, stations.log(session, "vacancy", vacancy))
