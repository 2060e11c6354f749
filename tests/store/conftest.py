"""Encrypted data folders to open, break and restore."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue
from mengzhan.model.kinds import KINDS
from mengzhan.model.problem import UserError
from mengzhan.model.words import Message
from mengzhan.rules.operations import add as add_record
from mengzhan.rules.reader import Operation
from mengzhan.store.backup import Proof
from mengzhan.store.connection import Opening
from mengzhan.store.driver import Connection, Database
from mengzhan.store.ledger import Ledger
from mengzhan.store.migrations import Migration, migrate
from mengzhan.store.session import ChangeSet, Place, Session
from mengzhan.store.station import Surroundings, set_up, unlock
from mengzhan.store.versions import MIGRATIONS
from mengzhan.store.wrapping import Cost
from tests.computers import Clock, MemoryKeystore
from tests.programs import small_disk

ROOT = Path(__file__).resolve().parents[2]


class BrokenChainError(UserError):
    """What the journal's own check would raise."""

    def __init__(self) -> None:
        super().__init__("TEST_CHAIN", Message("链断了"))


def first_step(db: Database) -> None:
    db.table("entries").create({"seq": int, "payload": str}, pk="seq")


def token(connection: Connection) -> str:
    return str(connection.execute("SELECT max(seq) FROM entries").fetchone()[0])


def verify(connection: Connection) -> None:
    seqs = [row[0] for row in connection.execute("SELECT seq FROM entries ORDER BY seq")]
    if seqs != list(range(1, len(seqs) + 1)):
        raise BrokenChainError


def payloads(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute("SELECT payload FROM entries ORDER BY seq")]


STEPS = (Migration(1000, "first", first_step),)
PROOF = Proof(token, verify)
CHEAP = Cost(memory_kib=32, passes=1, lanes=1)


SECRET = "593817"
PLACE = Place("150102001001", "公主府社区就业服务站")


@dataclass
class Station:
    """A set-up data folder and the session at work in it."""

    folder: Path
    around: Surroundings
    session: Session
    recovery_code: str = field(repr=False, default="")

    def run(self, operation: Operation, words: str = "test") -> ChangeSet:
        return self.session.run(operation, words)

    def add(self, kind: str, values: Mapping[str, Value]) -> str:
        """Add a record and return its id."""
        ((_, record),) = self.run(add_record(kind, values), f"add {kind}").records
        return record

    def state(self, record: str) -> State:
        found = self.session.read().state(record)
        assert found is not None
        return found

    def value(self, record: str, name: str) -> Value:
        return self.state(record).values.get(name)

    def reopen(self) -> None:
        """Close the folder and unlock it again, as after switching the computer off."""
        operator = self.session.operator.id
        self.session.close()
        self.session = unlock(self.folder, operator, SECRET, self.around)


def open_station(root: Path, around: Surroundings) -> Station:
    """Set a station up below ``root``."""
    session, code = set_up(root, PLACE, "站里的人", "1", SECRET, around)
    return Station(root, around, session, code)


def memory_ledger(catalogue: Catalogue = KINDS) -> tuple[Connection, Ledger]:
    """Return a journal with its caches in memory, unencrypted, for many quick examples."""
    database = Database(memory=True)
    connection = database.conn
    connection.isolation_level = None
    migrate(database, MIGRATIONS)
    ledger = Ledger(connection, catalogue)
    ledger.prepare()
    return connection, ledger


@pytest.fixture
def key() -> bytes:
    return os.urandom(32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keystore() -> MemoryKeystore:
    return MemoryKeystore()


@pytest.fixture
def around(tmp_path: Path, clock: Clock, keystore: MemoryKeystore) -> Surroundings:
    """A computer on which a data folder may stand."""
    return Surroundings(
        clock=clock,
        state=tmp_path / "state",
        keystore=keystore,
        cost=Cost(memory_kib=32, passes=1, lanes=1),
    )


@pytest.fixture
def station(tmp_path: Path, around: Surroundings) -> Iterator[Station]:
    """A station in its own folder, closed at the end."""
    made = open_station(tmp_path / "站", around)
    yield made
    made.session.close()


@pytest.fixture
def cheap() -> Cost:
    """Argon2id so cheap that a test may try many PINs."""
    return CHEAP


@pytest.fixture
def proof() -> Proof:
    return PROOF


@pytest.fixture
def steps() -> Sequence[Migration]:
    return STEPS


@pytest.fixture
def opening(tmp_path: Path, clock: Clock) -> Opening:
    """A new data folder that may be created."""
    return Opening(tmp_path / "数据 1", STEPS, PROOF, create=True, clock=clock, room=1)


@pytest.fixture
def add() -> Callable[..., Callable[[Connection], None]]:
    """``add("a", "b")`` is work for the writer: two more entries."""

    def make(*texts: str) -> Callable[[Connection], None]:
        def work(connection: Connection) -> None:
            for text in texts:
                connection.execute(
                    "INSERT INTO entries SELECT ifnull(max(seq), 0) + 1, ? FROM entries", (text,)
                )

        return work

    return make


@pytest.fixture
def read() -> Callable[[Connection], list[str]]:
    return payloads


@pytest.fixture
def small_files() -> Callable[[int], AbstractContextManager[None]]:
    """Inside ``with small_files(bytes)`` no file of this process can grow beyond that size."""

    resource = pytest.importorskip("resource", reason="this system has no such limit")

    @contextmanager
    def limit(size: int) -> Iterator[None]:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    return limit


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, where the user of the test run may mount one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    with small_disk(folder) as refused:
        if refused:
            pytest.skip(refused)
        yield folder


@pytest.fixture
def child() -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start Python code in another process and wait for its first line; killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: str) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
