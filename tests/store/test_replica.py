import os
from pathlib import Path

import pytest

from mengzhan.store.errors import StoreError
from mengzhan.store.replica import Comparison, Marker, Position, compare, default_state_folder

A5, A7 = Position("a", 5, "h5"), Position("a", 7, "h7")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "数据"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.mark.parametrize(
    ("database", "marker", "comparison"),
    [
        (None, None, Comparison.NEW),
        (A7, A7, Comparison.SAME),
        (A7, A5, Comparison.AHEAD),
        (A5, A7, Comparison.BEHIND),
        (None, A5, Comparison.BEHIND),
        (A7, None, Comparison.MOVED),
        (A7, Position("b", 7, "h7"), Comparison.OTHER),
        (A7, Position("a", 7, "other"), Comparison.FORKED),
        (A7, Position("a", 5, "other"), Comparison.FORKED),
    ],
)
def test_database_and_marker_together(
    database: Position | None, marker: Position | None, comparison: Comparison
) -> None:
    found = compare(database, marker, lambda seq: f"h{seq}")
    assert found is comparison
    assert found.needs_new_replica == (
        comparison not in {Comparison.NEW, Comparison.SAME, Comparison.AHEAD}
    )


def test_an_entry_that_the_database_lost_is_a_fork() -> None:
    assert compare(A7, A5, lambda _: None) is Comparison.FORKED


def test_what_was_written_is_read_again(data: Path, state: Path) -> None:
    marker = Marker(data, state)
    assert marker.read() is None
    marker.write(A5)
    marker.write(A7)
    assert Marker(data, state).read() == A7


def test_every_data_folder_has_its_own(data: Path, state: Path) -> None:
    Marker(data, state).write(A5)
    assert Marker(data.with_name("copy"), state).read() is None


def test_the_same_folder_by_another_way_is_the_same(data: Path, state: Path) -> None:
    Marker(data, state).write(A5)
    assert Marker(data / ".." / data.name, state).read() == A5


@pytest.mark.parametrize("content", [b"", b"{", b"null", b"[]", b'{"replica": "a"}'])
def test_a_broken_marker_counts_as_none(data: Path, state: Path, content: bytes) -> None:
    marker = Marker(data, state)
    marker.write(A5)
    (file,) = (state / "replicas").iterdir()
    file.write_bytes(content)
    assert marker.read() is None


def test_the_marker_names_neither_folder_nor_user(data: Path, state: Path) -> None:
    Marker(data, state).write(A5)
    (file,) = (state / "replicas").iterdir()
    assert data.name not in file.name + file.read_text("utf-8")
    if os.name != "nt":
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_state_folder_that_cannot_be_made_is_named(data: Path, state: Path) -> None:
    state.write_text("a file in its place", "utf-8")
    with pytest.raises(StoreError):
        Marker(data, state).write(A5)


def test_by_default_it_lies_in_the_users_state_folder() -> None:
    assert default_state_folder().name == "mengzhan"
    assert default_state_folder().is_absolute()
