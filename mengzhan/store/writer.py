"""The one thread that writes: everything that changes the database runs here, one at a time.

One writer is what SQLite has anyway; a single thread makes waiting orderly and keeps each piece
of work whole. Reading happens elsewhere, on connections of its own.
"""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from mengzhan.store.driver import Connection
from mengzhan.store.errors import StoreError, database_errors

T = TypeVar("T")
Hook = Callable[[Connection], None]

_log = logging.getLogger(__name__)


class Writer:
    """Runs functions in transactions on the writing connection, in the order of their coming."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._hooks: list[Hook] = []
        self._thread = 0
        self._executor = ThreadPoolExecutor(
            1, thread_name_prefix="mengzhan-writer", initializer=self._remember_thread
        )

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Queue ``work``; it gets the connection inside BEGIN IMMEDIATE … COMMIT.

        Any exception rolls everything back and comes out of the future: a ``StoreError`` for
        what the environment or the data did, anything else as it was raised. ``work`` must not
        begin or end transactions.

        Raises:
            RuntimeError: the writer has been stopped.
        """
        return self._executor.submit(self._transaction, work)

    def run(self, work: Callable[[Connection], T]) -> T:
        """Queue ``work``, wait, and return its result or raise its exception.

        Raises:
            RuntimeError: called from the writer thread itself, where it would wait for ever.
        """
        self._refuse_inside()
        return self.submit(work).result()

    def outside_transaction(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in its turn but without a transaction (a checkpoint, a VACUUM)."""
        self._refuse_inside()
        return self._executor.submit(self._plain, work).result()

    def on_commit(self, hook: Hook) -> None:
        """Call ``hook`` on the writer thread after every commit (the replica marker).

        The work is already safe then, so a hook that fails is logged and undoes nothing.
        """
        self._hooks.append(hook)

    def stop(self) -> None:
        """Finish what is queued, take nothing more, and wait for the thread to end."""
        self._executor.shutdown(wait=True)

    def _remember_thread(self) -> None:
        self._thread = threading.get_ident()

    def _refuse_inside(self) -> None:
        if threading.get_ident() == self._thread:
            raise RuntimeError("already on the writer thread")

    def _plain(self, work: Callable[[Connection], T]) -> T:
        with database_errors():
            return work(self._connection)

    def _transaction(self, work: Callable[[Connection], T]) -> T:
        connection = self._connection
        with database_errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                if not connection.in_transaction:
                    raise RuntimeError("the work ended its transaction")
                connection.execute("COMMIT")
            except BaseException:
                # A full disk makes SQLite roll back by itself; a second ROLLBACK would hide why.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        self._tell()
        return result

    def _tell(self) -> None:
        for hook in self._hooks:
            try:
                hook(self._connection)
            except (StoreError, OSError) as error:
                _log.warning("after a commit: %s", getattr(error, "code", type(error).__name__))
