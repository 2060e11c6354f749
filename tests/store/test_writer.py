import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from mengzhan.store.driver import Connection, create_database
from mengzhan.store.errors import DiskFullError, ReadOnlyError
from mengzhan.store.writer import Writer

Add = Callable[..., Callable[[Connection], None]]
Read = Callable[[Connection], list[str]]


@pytest.fixture
def connection(tmp_path: Path, key: bytes) -> Iterator[Connection]:
    with closing(create_database(tmp_path / "a.db", key)) as opened:
        opened.execute("CREATE TABLE entries (seq INTEGER PRIMARY KEY, payload TEXT)")
        yield opened


@pytest.fixture
def writer(connection: Connection) -> Iterator[Writer]:
    made = Writer(connection)
    yield made
    made.stop()


def test_work_is_committed_and_its_result_returned(writer: Writer, add: Add, read: Read) -> None:
    writer.run(add("甲", "乙"))
    assert writer.run(read) == ["甲", "乙"]


def test_any_exception_rolls_everything_back(writer: Writer, add: Add, read: Read) -> None:
    def half(connection: Connection) -> None:
        add("half")(connection)
        raise KeyError("bug")

    with pytest.raises(KeyError, match="bug"):
        writer.run(half)
    assert writer.run(read) == []


def test_work_runs_in_the_order_of_its_coming(writer: Writer, add: Add, read: Read) -> None:
    texts = [str(number) for number in range(50)]
    futures = [writer.submit(add(text)) for text in texts]
    for future in futures:
        future.result()
    assert writer.run(read) == texts


def test_all_work_runs_on_one_other_thread(writer: Writer) -> None:
    idents = {writer.run(lambda _: threading.get_ident()) for _ in range(3)}
    assert len(idents) == 1
    assert threading.get_ident() not in idents


def test_waiting_for_oneself_is_refused(writer: Writer) -> None:
    with pytest.raises(RuntimeError, match="already on the writer thread"):
        writer.run(lambda _: writer.run(lambda _: 1))
    assert writer.run(lambda _: 2) == 2


def test_work_may_not_end_its_transaction(writer: Writer) -> None:
    with pytest.raises(RuntimeError, match="ended its transaction"):
        writer.run(lambda connection: connection.execute("COMMIT"))
    assert writer.run(lambda _: 2) == 2


def test_a_full_disk_is_named_and_the_next_entry_goes_in(
    writer: Writer, connection: Connection, add: Add, read: Read
) -> None:
    writer.run(add("kept"))
    writer.outside_transaction(lambda found: found.execute("PRAGMA max_page_count=4"))
    with pytest.raises(DiskFullError):
        writer.run(add("x" * 100_000))
    writer.outside_transaction(lambda found: found.execute("PRAGMA max_page_count=4000"))
    writer.run(add("after"))
    assert writer.run(read) == ["kept", "after"]


def test_stopping_finishes_what_is_queued_and_takes_no_more(
    connection: Connection, add: Add, read: Read
) -> None:
    writer = Writer(connection)
    for text in "abc":
        writer.submit(add(text))
    writer.stop()
    assert read(connection) == ["a", "b", "c"]
    with pytest.raises(RuntimeError):
        writer.submit(add("d"))


def test_hooks_hear_of_commits_only(writer: Writer, add: Add, read: Read) -> None:
    heard: list[list[str]] = []
    writer.on_commit(lambda connection: heard.append(read(connection)))
    writer.run(add("a"))
    with pytest.raises(ZeroDivisionError):
        writer.run(lambda _: 1 // 0)
    writer.run(add("b"))
    assert heard == [["a"], ["a", "b"]]


def test_a_failing_hook_undoes_nothing(
    writer: Writer, add: Add, read: Read, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(connection: Connection) -> None:
        raise ReadOnlyError

    writer.on_commit(fail)
    with caplog.at_level(logging.WARNING):
        writer.run(add("a"))
    assert writer.run(read) == ["a"]
    assert "STORE_READ_ONLY" in caplog.text


def test_outside_a_transaction(writer: Writer) -> None:
    assert writer.outside_transaction(lambda connection: connection.in_transaction) is False
    assert writer.run(lambda connection: connection.in_transaction) is True
