"""The search index: Chinese, pinyin, initials and digits, kept in the same transaction.

Two FTS5 tables without content of their own: characters with their pinyin and initials, and
trigrams of ID and telephone digits. ``trigram`` never finds two Chinese characters and
``unicode61`` finds whole words only, hence one character a token.
"""

import re
from collections.abc import Iterable

from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full, initials
from mengzhan.model.text import normalise
from mengzhan.store.driver import Connection

_SHORTEST_DIGITS = 3
_READINGS = 8
_SCHEMA = """
CREATE TABLE IF NOT EXISTS search_keys (
  key INTEGER PRIMARY KEY, record TEXT UNIQUE, kind TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
  ch, py, ini, content='', contentless_delete=1, tokenize='unicode61', prefix='1 2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS search_digits USING fts5(
  d, content='', contentless_delete=1, tokenize='trigram');
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
                digits.append(value.lower())
        if words or digits:
            self._insert(state, words, digits)

    def _insert(self, state: State, words: list[str], digits: list[str]) -> None:
        cursor = self._connection.execute(
            "INSERT INTO search_keys (record, kind) VALUES (?, ?)", (state.record, state.kind)
        )
        key = cursor.lastrowid
        text = " ".join(map(normalise, words)).lower()
        self._connection.execute(
            "INSERT INTO search_words (rowid, ch, py, ini) VALUES (?, ?, ?, ?)",
            (key, " ".join(text), _pinyin(words), _initials(words)),
        )
        if digits:
            self._connection.execute(
                "INSERT INTO search_digits (rowid, d) VALUES (?, ?)", (key, " ".join(digits))
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
            rows = self._connection.execute(
                f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?",
                (match, limit if not kind else limit * 20),
            )
            found.update(dict.fromkeys(key for (key,) in rows))
        return self._named(found, kind, limit)

    def _named(self, keys: Iterable[int], kind: str, limit: int) -> list[tuple[str, str]]:
        named: list[tuple[str, str]] = []
        for key in keys:
            row = self._connection.execute(
                "SELECT kind, record FROM search_keys WHERE key = ?", (key,)
            ).fetchone()
            if row and kind in ("", row[0]):
                named.append(row)
            if len(named) == limit:
                break
        return named


def _pinyin(words: Iterable[str]) -> str:
    return " ".join(reading for word in words for reading in sorted(full(word, _READINGS)))


def _initials(words: Iterable[str]) -> str:
    return " ".join(reading for word in words for reading in sorted(initials(word, _READINGS)))


def _matches(query: str) -> list[tuple[str, str]]:
    """Return (table, FTS5 expression) pairs that together answer ``query``."""
    if re.fullmatch(r"[0-9x]+", query) and len(query) >= _SHORTEST_DIGITS:
        return [("search_digits", f'd:"{query}"'), ("search_words", f"ch:{_phrase(query)}")]
    if re.fullmatch(r"[a-z' ]+", query):
        letters = re.sub(r"[' ]", "", query)
        return [
            ("search_words", f'ini:"{letters}"*'),
            ("search_words", f'py:"{letters}"*'),
            ("search_words", f"ch:{_phrase(letters)}"),
        ]
    return [("search_words", f"ch:{_phrase(query)}")]


def _phrase(text: str) -> str:
    characters = [c for c in text if not c.isspace() and c != '"']
    return f'"{" ".join(characters)}"' if characters else '""'
