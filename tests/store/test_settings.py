"""Settings are a name and any JSON value."""

from typing import Any

import pytest

from mengzhan.store import settings
from mengzhan.store.driver import Connection
from tests.store.conftest import Station, memory_ledger


@pytest.fixture
def connection() -> Connection:
    return memory_ledger()[0]


def test_what_is_not_set_has_its_default(connection: Connection) -> None:
    assert settings.read(connection, "peers") is None
    assert settings.read(connection, "peers", []) == []


@pytest.mark.parametrize("value", [{"name": "呼和"}, ["𠮷", 1], "office", 0, False, None])
def test_a_value_comes_back_as_it_was(connection: Connection, value: Any) -> None:
    settings.write(connection, "one", "before")
    settings.write(connection, "one", value)
    assert settings.read(connection, "one", "default") == value


def test_a_setting_that_is_forgotten_has_its_default_again(connection: Connection) -> None:
    settings.write(connection, "one", 1)
    settings.write(connection, "two", 2)
    settings.forget(connection, "one")
    assert [settings.read(connection, name, 0) for name in ("one", "two")] == [0, 2]


def test_a_session_keeps_its_settings(station: Station) -> None:
    station.session.set_setting("idle_minutes", 5)
    station.reopen()
    assert station.session.setting("idle_minutes") == 5
