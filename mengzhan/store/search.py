"""The search index: Chinese, pinyin, initials and digits, kept in the same transaction.

Two FTS5 tables without content of their own: characters with their pinyin and initials, and
trigrams of ID and telephone digits. ``trigram`` never finds two Chinese characters and
``unicode61`` finds whole words only, hence one character a token.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full, initials
from mengzhan.model.text import normalise
from mengzhan.store.driver import Connection

_SHORTEST_DIGITS = 3
_READINGS = 4
_STARTS = 10
_LENGTH = 8
_SCHEMA = """
CREATE TABLE IF NOT EXISTS search_keys (
  key INTEGER PRIMARY KEY, record TEXT UNIQUE, kind TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
  ch, py, ini, kd, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS search_digits USING fts5(
  d, kd, content='', contentless_delete=1, tokenize='trigram');
"""


class SearchIndex:
    """Finds records by what people remember of them, over one connection."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue

    def prepare(self) -> None:
        """Make the tables where they are missing."""
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            self._connection.execute(statement)

    def put(self, state: State) -> None:
        """Bring the index up to date with a state; deleted and erased records leave it."""
        self.forget(state.record)
        kind = self._catalogue.get(state.kind)
        if kind is None or state.deleted or state.erased or state.values.get("same_as"):
            return
        words: list[str] = []
        digits: list[str] = []
        for item in kind:
            value = state.values.get(item.name)
            if isinstance(value, str) and item.type.searched == "text":
                words.append(value)
            elif isinstance(value, str) and item.type.searched == "digits":
                digits.append(_run(value))
        if words or digits:
            self._insert(state, words, digits)

    def _insert(self, state: State, words: list[str], digits: list[str]) -> None:
        cursor = self._connection.execute(
            "INSERT INTO search_keys (record, kind) VALUES (?, ?)", (state.record, state.kind)
        )
        key = cursor.lastrowid
        text = " ".join(map(normalise, words)).lower()
        self._connection.execute(
            "INSERT INTO search_words (rowid, ch, py, ini, kd) VALUES (?, ?, ?, ?, ?)",
            (key, " ".join(text), _pinyin(words), _initials(words), state.kind),
        )
        if digits:
            self._connection.execute(
                "INSERT INTO search_digits (rowid, d, kd) VALUES (?, ?, ?)",
                (key, " ".join(digits), state.kind),
            )

    def forget(self, record: str) -> None:
        """Take a record out of the index."""
        row = self._connection.execute(
            "SELECT key FROM search_keys WHERE record = ?", (record,)
        ).fetchone()
        if row:
            for table in ("search_words", "search_digits"):
                self._connection.execute(f"DELETE FROM {table} WHERE rowid = ?", row)
            self._connection.execute("DELETE FROM search_keys WHERE key = ?", row)

    def clear(self) -> None:
        """Drop the whole index before it is rebuilt."""
        for table in ("search_words", "search_digits", "search_keys"):
            self._connection.execute(f"DROP TABLE IF EXISTS {table}")
        self.prepare()

    def compact(self) -> None:
        """Merge the index so that nothing of what was taken out stays on disk."""
        for table in ("search_words", "search_digits"):
            self._connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")

    def find(self, text: str, kind: str = "", limit: int = 50) -> list[tuple[str, str]]:
        """Return (kind, record) of what fits ``text``; characters, pinyin, initials or digits."""
        query = normalise(text).lower()
        if not query:
            return []
        found: dict[int, None] = {}
        for table, match in _matches(query):
            wanted = f'({match}) AND kd:"{kind}"' if kind else match
            rows = self._connection.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?", (wanted, limit)
            )
            found.update(dict.fromkeys(key for (key,) in rows))
        return self._named(islice(found, limit))

    def _named(self, keys: Iterable[int]) -> list[tuple[str, str]]:
        query = "SELECT kind, record FROM search_keys WHERE key = ?"
        rows = (self._connection.execute(query, (key,)).fetchone() for key in keys)
        return [row for row in rows if row]


def _endings(words: Iterable[str]) -> Iterator[str]:
    """Yield each word and what is left of it from its second character, its third, and so on.

    So "naren" finds 王娜仁: nobody can be expected to type the surname first.
    """
    for word in words:
        for start in range(min(len(word), _STARTS)):
            yield word[start : start + _LENGTH]


def _pinyin(words: Iterable[str]) -> str:
    readings = (reading for word in _endings(words) for reading in full(word, _READINGS))
    return " ".join(dict.fromkeys(readings))


def _initials(words: Iterable[str]) -> str:
    readings = (reading for word in _endings(words) for reading in initials(word, _READINGS))
    return " ".join(dict.fromkeys(readings))


def _matches(query: str) -> list[tuple[str, str]]:
    """Return (table, FTS5 expression) pairs that together answer ``query``."""
    run = _run(query)
    if re.fullmatch(r"[0-9a-z -]*[0-9][0-9a-z -]*", query) and len(run) >= _SHORTEST_DIGITS:
        return [("search_digits", f'd:"{run}"'), ("search_words", f"ch:{_phrase(query)}")]
    letters = re.sub(r"[' ]", "", query)
    if re.fullmatch(r"[a-z]+", letters):
        return [
            ("search_words", f'ini:"{letters}"*'),
            ("search_words", f'py:"{letters}"*'),
            ("search_words", f"ch:{_phrase(letters)}"),
        ]
    return [("search_words", f"ch:{_phrase(query)}")]


def _run(text: str) -> str:
    """Return letters and digits alone: a telephone number is found with and without hyphens."""
    return re.sub(r"[^0-9a-z]", "", text.lower())


def _phrase(text: str) -> str:
    characters = [c for c in text if not c.isspace() and c != '"']
    return f'"{" ".join(characters)}"' if characters else '""'
