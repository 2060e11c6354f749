"""An office with two stations on its roster, one of which has sent a package."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.workspace import Workspace
from tests import people, stations


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = stations.open_office(tmp_path / "office" / "data")
    yield made
    made.session.store.close()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A station with three people."""
    made = stations.open_station(tmp_path / "station" / "data")
    for number in range(1, 4):
        stations.log(made, "person", people.person_values(number))
    yield made
    made.store.close()


@pytest.fixture
def workspace(office: Office, qtbot: QtBot) -> Iterator[Workspace]:
    """The office's own."""
    jobs = Jobs()
    made = Workspace(office.session, jobs)
    yield made
    jobs.stop()
