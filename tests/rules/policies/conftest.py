"""A station to log records at."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.store.session import Session
from tests import stations


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()
