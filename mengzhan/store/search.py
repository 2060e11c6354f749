"""The search index: Chinese, pinyin, initials and digits, kept in the same transaction.

Two FTS5 tables without content of their own: characters with their pinyin and initials, and
trigrams of ID and telephone digits. ``trigram`` never finds two Chinese characters and
``unicode61`` finds whole words only, hence one character a token. Beginnings of one letter and of
three have an index: two letters are found in that of three within milliseconds among 300,000
records, and an index of their own would take a third of the time of an import's search words.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice

from mengzhan.model.fieldtypes.base import SearchSort
from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full, initials
from mengzhan.model.text import normalise
from mengzhan.store.driver import IN_LIST, Connection, as_list

_SHORTEST_DIGITS = 3
_READINGS = 4
_STARTS = 10
_LENGTH = 8
_REMEMBERED = 4_096  # words; about 4 MB
_TOLD = "told"
"""Among which records those of other stations are found: they are none of their kind's own."""
_NO_RUN = re.compile("[^0-9a-z]")
_GATHERED = 4 * 2**20
"""How many bytes of new words are gathered before they go into the index: at FTS5's own 1 MB an
import of 50,000 people takes twice as long over it, merging what was written before."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS search_keys (
  key INTEGER PRIMARY KEY, record TEXT UNIQUE, kind TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
  ch, py, ini, kd, content='', contentless_delete=1, tokenize='unicode61', prefix='1 3');
CREATE VIRTUAL TABLE IF NOT EXISTS search_digits USING fts5(
  d, kd, content='', contentless_delete=1, tokenize='trigram');
"""


class SearchIndex:
    """Finds records by what people remember of them, over one connection."""

    def __init__(self, connection: Connection, catalogue: Catalogue) -> None:
        self._connection = connection
        self._catalogue = catalogue
        self._fields: dict[str, list[tuple[str, SearchSort]]] = {}

    def prepare(self) -> None:
        """Make the tables where they are missing."""
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            self._connection.execute(statement)
        for table in ("search_words", "search_digits"):
            self._connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES ('hashsize', ?)", (_GATHERED,)
            )

    def put(self, states: Collection[State]) -> None:
        """Bring the index up to date with states; deleted and erased records leave it."""
        self.forget(state.record for state in states)
        last = self._connection.execute("SELECT max(key) FROM search_keys").fetchone()[0] or 0
        keys, words, digits = [], [], []
        for key, (state, found) in enumerate(self._texts(states), last + 1):
            among = _TOLD if state.excerpt else state.kind
            keys.append((key, state.record, state.kind))
            words.append((key, *_spelt(found["text"]), among))
            if found["digits"]:
                digits.append((key, " ".join(map(_run, found["digits"])), among))
        insert = self._connection.executemany
        insert("INSERT INTO search_keys (key, record, kind) VALUES (?, ?, ?)", keys)
        insert("INSERT INTO search_words (rowid, ch, py, ini, kd) VALUES (?, ?, ?, ?, ?)", words)
        insert("INSERT INTO search_digits (rowid, d, kd) VALUES (?, ?, ?)", digits)

    def _texts(
        self, states: Iterable[State]
    ) -> Iterator[tuple[State, dict[SearchSort, list[str]]]]:
        """Yield the states that can be found, each with its texts by how they are searched."""
        for state in states:
            if state.deleted or state.erased or state.values.get("same_as"):
                continue
            found: dict[SearchSort, list[str]] = {"text": [], "digits": []}
            for name, sort in self._searched(state.kind):
                value = state.values.get(name)
                if isinstance(value, str):
                    found[sort].append(value)
            if any(found.values()):
                yield state, found

    def _searched(self, kind: str) -> list[tuple[str, SearchSort]]:
        if kind not in self._fields:
            items = self._catalogue.get(kind) or ()
            self._fields[kind] = [(f.name, f.type.searched) for f in items if f.type.searched]
        return self._fields[kind]

    def forget(self, records: Iterable[str]) -> None:
        """Take records out of the index."""
        query = f"SELECT key FROM search_keys WHERE record {IN_LIST}"
        keys = self._connection.execute(query, as_list(records)).fetchall()
        for statement in (
            "DELETE FROM search_words WHERE rowid = ?",
            "DELETE FROM search_digits WHERE rowid = ?",
            "DELETE FROM search_keys WHERE key = ?",
        ):
            self._connection.executemany(statement, keys)

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
        """Return (kind, record) of what fits ``text``; characters, pinyin, initials or digits.

        Of one ``kind`` the station's own records alone; else what was told of others' as well.
        """
        query = normalise(text).lower()
        if not query:
            return []
        # those of other stations stand behind the station's own
        scopes = [f'AND kd:"{kind}"'] if kind else [f'NOT kd:"{_TOLD}"', f'AND kd:"{_TOLD}"']
        found: dict[int, None] = {}
        for scope in scopes:
            for table, match in _matches(query):
                rows = self._connection.execute(
                    f"SELECT rowid FROM {table} WHERE {table} MATCH ? LIMIT ?",
                    (f"({match}) {scope}", limit),
                )
                found.update(dict.fromkeys(key for (key,) in rows))
        return self._named(islice(found, limit))

    def _named(self, keys: Iterable[int]) -> list[tuple[str, str]]:
        query = "SELECT kind, record FROM search_keys WHERE key = ?"
        rows = (self._connection.execute(query, (key,)).fetchone() for key in keys)
        return [row for row in rows if row]


def forget_words() -> None:
    """Forget every word that was spelt: names of people are among them."""
    _spelt_word.cache_clear()
    _readings.cache_clear()


def _spelt(words: Iterable[str]) -> tuple[str, str, str]:
    """Return the characters of words, their spellings in full, and their initials."""
    characters: list[str] = []
    spelt: dict[str, None] = {}
    short: dict[str, None] = {}
    for word in words:
        plain, whole, first = _spelt_word(word)
        characters.append(plain)
        spelt |= whole
        short |= first
    return " ".join(" ".join(characters)), " ".join(spelt), " ".join(short)


@lru_cache(maxsize=_REMEMBERED)
def _spelt_word(word: str) -> tuple[str, dict[str, None], dict[str, None]]:
    """Names and trades recur, whole or in their endings, so both are remembered."""
    readings = [_readings(ending) for ending in _endings(word)]
    whole = dict.fromkeys(spelling for one, _ in readings for spelling in one)
    first = dict.fromkeys(spelling for _, one in readings for spelling in one)
    return normalise(word).lower(), whole, first


def _endings(word: str) -> Iterator[str]:
    """Yield a word and what is left of it from its second character, its third, and so on.

    So "naren" finds 王娜仁: nobody can be expected to type the surname first.
    """
    for start in range(min(len(word), _STARTS)):
        yield word[start : start + _LENGTH]


@lru_cache(maxsize=_REMEMBERED)
def _readings(ending: str) -> tuple[list[str], list[str]]:
    return sorted(full(ending, _READINGS)), sorted(initials(ending, _READINGS))


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
    return _NO_RUN.sub("", text.lower())


def _phrase(text: str) -> str:
    characters = [c for c in text if not c.isspace() and c != '"']
    return f'"{" ".join(characters)}"' if characters else '""'
