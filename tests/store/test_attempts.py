import os
from pathlib import Path

import pytest

from mengzhan.store.attempts import Attempts
from tests.computers import Clock


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "attempts.json"


@pytest.fixture
def attempts(path: Path, clock: Clock) -> Attempts:
    return Attempts(path, clock)


def fail(attempts: Attempts, times: int) -> None:
    for _ in range(times):
        attempts.count("a")


def test_three_tries_are_free(attempts: Attempts) -> None:
    assert attempts.seconds_left("a") == 0
    fail(attempts, 2)
    assert attempts.seconds_left("a") == 0
    fail(attempts, 1)
    assert attempts.seconds_left("a") == 30


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(attempts: Attempts) -> None:
    fail(attempts, 2)
    waits = []
    for _ in range(8):
        fail(attempts, 1)
        waits.append(attempts.seconds_left("a"))
    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


def test_the_wait_passes(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, 3)
    clock.move(seconds=29.5)
    assert attempts.seconds_left("a") == 1
    clock.move(seconds=0.5)
    assert attempts.seconds_left("a") == 0


def test_another_operator_does_not_wait(attempts: Attempts) -> None:
    fail(attempts, 5)
    assert attempts.seconds_left("b") == 0


def test_the_count_survives_a_restart(attempts: Attempts, path: Path, clock: Clock) -> None:
    fail(attempts, 4)
    assert Attempts(path, clock).seconds_left("a") == 60


def test_a_right_try_clears_the_count(attempts: Attempts) -> None:
    fail(attempts, 3)
    attempts.forget("a")
    attempts.forget("a")
    assert attempts.seconds_left("a") == 0


def test_a_clock_set_back_means_one_wait_not_years(attempts: Attempts, clock: Clock) -> None:
    fail(attempts, 4)
    clock.move(days=-3000)
    assert attempts.seconds_left("a") == 60
    clock.move(seconds=61)
    assert attempts.seconds_left("a") == 0


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b"\xff\xfe"])
def test_a_broken_file_counts_as_none(attempts: Attempts, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert attempts.seconds_left("a") == 0
    fail(attempts, 3)
    assert attempts.seconds_left("a") == 30


@pytest.mark.skipif(os.name == "nt", reason="rights are another matter there")
def test_the_file_belongs_to_this_user_alone(attempts: Attempts, path: Path) -> None:
    fail(attempts, 1)
    assert path.stat().st_mode & 0o777 == 0o600
