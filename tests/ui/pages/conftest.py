"""A station with a few made-up people and an employer, and pages on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.workspace import Workspace
from tests import people, stations


@dataclass
class Town:
    """Whom the station knows."""

    people: list[str]
    employer: str


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def town(session: Session) -> Town:
    """Five people and one employer."""
    values = [people.person_values(number, phone=people.phone(number)) for number in range(1, 6)]
    return Town(
        [stations.log(session, "person", person) for person in values],
        stations.log(session, "employer", people.employer_values(1, address="团结路18号")),
    )


@pytest.fixture
def workspace(session: Session, qtbot: QtBot) -> Iterator[Workspace]:
    jobs = Jobs()
    made = Workspace(session, jobs)
    yield made
    jobs.stop()


@pytest.fixture
def said(workspace: Workspace) -> list[str]:
    """What the toast would say."""
    words: list[str] = []
    workspace.said.connect(lambda text, _action: words.append(text))
    return words


@pytest.fixture
def failures(workspace: Workspace) -> list[object]:
    """Errors that a window would tell."""
    errors: list[object] = []
    workspace.failed.connect(errors.append)
    return errors
