"""What was worked out from the records and follows their changes: read whole once, and after a
change only what it touched is worked out again."""

import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mengzhan.model.entry import CLOCK_KIND
from mengzhan.store.reader import StoreReader
from mengzhan.store.rule_tables import KIND as RULE_TABLE
from mengzhan.store.session import Session

Found = TypeVar("Found")
Key = TypeVar("Key", bound=Hashable)

Changed = list[tuple[str, str]]
"""Pairs of (kind, record)."""

MANY = 200
"""After a change of more records (an import) everything is worked out again."""


_ALL_ANEW = (RULE_TABLE, CLOCK_KIND)
"""Kinds of which one change makes other records, which it does not name, count otherwise."""


@dataclass(frozen=True)
class _Held(Generic[Found, Key]):
    found: Found
    key: Key
    position: int


class Following(Generic[Found, Key]):
    """Holds what ``whole(reader, key)`` works out and ``mend(found, reader, key, changed)`` keeps up.

    It is dropped and read again once the key is another (a day, a setting), when somebody was
    erased, when a rule table came, and when a clock was doubted.
    """

    def __init__(
        self,
        session: Session,
        key: Callable[[], Key],
        whole: Callable[[StoreReader, Key], Found],
        mend: Callable[[Found, StoreReader, Key, Changed], Found],
    ) -> None:
        self._session = session
        self._key, self._whole, self._mend = key, whole, mend
        self._reading, self._lock = threading.Lock(), threading.Lock()
        self._held: _Held[Found, Key] | None = None

    def at_once(self) -> Found | None:
        """Return it, or ``None`` if that takes a while: for the thread of the window."""
        with self._lock:
            self._held = self._followed()
            return self._held.found if self._held is not None else None

    def get(self) -> Found:
        """Return it, read whole if need be: beside the screen."""
        with self._reading:
            found = self.at_once()
            if found is not None:
                return found
            key, reader = self._key(), self._session.read()
            # first: what is written while the rest is read is followed afterwards
            position = reader.journal.position()
            found = self._whole(reader, key)
            with self._lock:
                self._held = _Held(found, key, position)
            return found

    def _followed(self) -> _Held[Found, Key] | None:
        held, key = self._held, self._key()
        if held is None or held.key != key:
            return None
        reader = self._session.read()
        journal = reader.journal
        position = journal.position()
        if position == held.position:
            return held
        changed = journal.changed_since(held.position)
        if (
            len(changed) > MANY
            or any(kind in _ALL_ANEW for kind, _ in changed)
            or journal.forgot_since(held.position)
        ):
            return None
        return _Held(self._mend(held.found, reader, key, changed), key, position)
