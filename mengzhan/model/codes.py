"""Code tables: what a choice field may hold, with labels, plain words and search.

Tables are CSV files in ``resources/tables`` with the columns code, label, parent, aliases
(separated by ``|``), english and status. A row whose status is ``retired`` is offered no longer
but keeps its meaning; a code is never given a second meaning. Further columns belong to the
rules that need them and are found in `Code.extra`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from mengzhan.model.lookup import LookupIndex, fold_query
from mengzhan.model.resources import read_table

_COMMON_COLUMNS = {"code", "label", "parent", "aliases", "english"}
_shown_in = ["zh_CN"]


def show_codes_in(language: str) -> None:
    """Choose the language of code labels on screen; Chinese where a table has no English.

    Only what people see changes: typing takes codes, Chinese and pinyin as ever.
    """
    _shown_in[0] = language


def in_english() -> bool:
    """Whether people see English: tables with words of their own ask this."""
    return _shown_in[0] == "en"


@dataclass(frozen=True)
class Code:
    """One entry of a code table. ``extra`` holds the table's own further columns."""

    code: str
    label: str
    parent: str | None = None
    retired: bool = False
    aliases: tuple[str, ...] = ()
    english: str = ""
    extra: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def words(self) -> str:
        """The label in the language that is shown."""
        return self.english if self.english and in_english() else self.label

    @property
    def status(self) -> str:
        """Where the row comes from: policy, std, code-seen, prop or own (see SOURCES.md)."""
        return self.extra.get("status", "")

    def flag(self, column: str) -> bool:
        """Return whether the further column ``column`` holds 1."""
        return self.extra.get(column) == "1"


class CodeTable:
    """An ordered, unchangeable list of codes."""

    def __init__(self, name: str, codes: Iterable[Code]) -> None:
        """Take the codes in display order.

        Raises:
            ValueError: a code occurs twice.
        """
        self.name = name
        self._codes: dict[str, Code] = {}
        for code in codes:
            if code.code in self._codes:
                raise ValueError(f"code {code.code} occurs twice in table {name}")
            self._codes[code.code] = code

    def __iter__(self) -> Iterator[Code]:
        return iter(self._codes.values())

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def get(self, code: str) -> Code | None:
        """Return the entry, or None for a code that this version does not know."""
        return self._codes.get(code)

    def label(self, code: str) -> str:
        """Return the label, or the code itself when this version does not know it."""
        known = self._codes.get(code)
        return known.words if known else code

    def children(self, code: str | None) -> tuple[Code, ...]:
        """Return the entries directly below ``code``; None gives the top level."""
        return self._children.get(code, ())

    @property
    def leaves(self) -> tuple[Code, ...]:
        """Entries that nothing stands below and that are still offered."""
        return tuple(c for c in self if c.code not in self._children and not c.retired)

    @cached_property
    def offered(self) -> tuple[Code, ...]:
        """Entries that a picker shows: all but the retired ones."""
        return tuple(c for c in self if not c.retired)

    def find(self, text: str) -> Code | None:
        """Return the one entry that a label, an alias or a code in a spreadsheet means.

        Labels go before aliases and aliases before codes, an entry before the group of the same
        name. Text that fits several entries or none gives None: the caller asks, never guesses.
        """
        wanted = fold_query(text)
        found = next((words[wanted] for words in self._meanings if wanted in words), [])
        closest = [c for c in found if c.code not in self._children] or found
        return closest[0] if len(closest) == 1 else None

    @cached_property
    def _meanings(self) -> tuple[dict[str, list[Code]], ...]:
        """The entries by their labels, by their aliases, and by their codes."""
        labels: dict[str, list[Code]] = {}
        aliases: dict[str, list[Code]] = {}
        codes: dict[str, list[Code]] = {}
        for code in self:
            labels.setdefault(fold_query(code.label), []).append(code)
            for alias in dict.fromkeys(map(fold_query, code.aliases)):
                aliases.setdefault(alias, []).append(code)
            codes.setdefault(code.code.lower(), []).append(code)
        return labels, aliases, codes

    def complete(self, text: str) -> Code | None:
        """Return the offered entry whose code ``text`` spells out, if it could become no other.

        Where all codes begin with the same letter (F1, F2, …) the rest is enough. A text that does
        not end in a digit may still become plain words or initials, and completes nothing.
        """
        wanted = fold_query(text)
        if not wanted or not wanted[-1].isdigit():
            return None
        codes = {code.code.lower(): code for code in self.offered}
        letter = next(iter(codes))[:1]
        if letter.isalpha() and wanted[0] != letter and all(c.startswith(letter) for c in codes):
            wanted = letter + wanted
        begun = [code for key, code in codes.items() if key.startswith(wanted)]
        return begun[0] if len(begun) == 1 and begun[0].code.lower() == wanted else None

    def search(self, text: str, limit: int = 50) -> list[Code]:
        """Return offered entries for what is being typed, best first.

        Compares with labels, aliases, the beginning of codes, pinyin initials and full pinyin.
        An empty text returns the table's beginning.
        """
        if not fold_query(text):
            return list(self.offered[:limit])
        ranked = sorted((rank, at) for at, rank in self._index.ranks(text).items())
        return [self.offered[at] for _, at in ranked[:limit]]

    def with_code(self, code: Code) -> "CodeTable":
        """Return a table in which ``code`` is added, or replaces the entry of the same code."""
        return CodeTable(self.name, {**self._codes, code.code: code}.values())

    @cached_property
    def _index(self) -> LookupIndex:
        words = [(code.label, *code.aliases) for code in self.offered]
        return LookupIndex([code.code for code in self.offered], words)

    @cached_property
    def _children(self) -> dict[str | None, tuple[Code, ...]]:
        grouped: dict[str | None, list[Code]] = {}
        for code in self:
            grouped.setdefault(code.parent, []).append(code)
        return {parent: tuple(codes) for parent, codes in grouped.items()}


def code_from_row(row: Mapping[str, str]) -> Code:
    """Build an entry from a row of a table file or of a broadcast table."""
    return Code(
        code=row["code"],
        label=row["label"],
        parent=row.get("parent") or None,
        retired=row.get("status") == "retired",
        aliases=tuple(alias for alias in row.get("aliases", "").split("|") if alias),
        english=row.get("english", ""),
        extra={key: value for key, value in row.items() if key not in _COMMON_COLUMNS},
    )


@cache
def code_table(name: str) -> CodeTable:
    """Return the table ``resources/tables/<name>.csv``; it is read once.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return CodeTable(name, map(code_from_row, read_table(name)))
