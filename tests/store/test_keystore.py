"""The keyring package is real here; only its back end is a memory or a failing one."""

from collections.abc import Iterator

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from mengzhan.store.keystore import SystemKeystore


class Memory(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        raise PasswordDeleteError


class Locked(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked


class Forgetful(Memory):
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = "00" * 32


class Crashing(Memory):
    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no session bus for user so-and-so")


@pytest.fixture(autouse=True)
def own_backend() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_secret_is_made_once_and_kept() -> None:
    backend = Memory()
    keyring.set_keyring(backend)
    store = SystemKeystore()
    assert store.read("id 1") is None
    made = store.make("id 1")
    assert made is not None
    assert len(made) == 32
    assert store.make("id 1") == made == SystemKeystore().read("id 1")
    assert store.make("id 2") != made
    assert set(backend.kept) == {("mengzhan", "id 1"), ("mengzhan", "id 2")}


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, Locked, Forgetful, Crashing])
def test_a_keystore_that_does_not_work_counts_as_none(
    backend: type[KeyringBackend], caplog: pytest.LogCaptureFixture
) -> None:
    keyring.set_keyring(backend())
    assert SystemKeystore().make("id") is None
    assert SystemKeystore().read("other") is None
    assert "so-and-so" not in caplog.text


def test_a_kept_text_that_is_no_secret_counts_as_none() -> None:
    backend = Memory()
    backend.kept["mengzhan", "id"] = "not hexadecimal"
    keyring.set_keyring(backend)
    assert SystemKeystore().read("id") is None
