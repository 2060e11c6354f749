"""Finding the records that the rows of a ledger speak of: by number, by name and telephone.

What is not there yet can be made along the way, if the row says enough of it: an employer by its
name, a person only with a sound ID number.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Catalogue
from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.importing.row import Row

NEW = "new:"
"""What the id of a record begins with that is yet to be made; the rest is its place in a list."""

_LOOKED_AT: dict[str, tuple[str, ...]] = {
    "person": ("id_number", "name", "phone"),
    "employer": ("credit_code", "name", "phone"),
    "vacancy": ("title", "employer"),
    "task": ("title",),
}
NAMED_BY = {"person": "name", "employer": "name", "vacancy": "title", "task": "title"}
"""The field by which a record of a kind is called in a cell; others cannot be told by one."""

_SURE: dict[str, str] = {"person": "id_number", "employer": "credit_code"}
_MAKE_FROM: dict[str, str] = {"person": "id_number", "employer": "name"}
"""The field without which a record of a kind is not made along the way."""

_FROM_ROW = {"contact": "contact", "phone": "phone", "place": "place"}
"""What a new employer takes over from the vacancy that speaks of it."""


class ColumnReader(Protocol):
    """What finding asks of the store."""

    @property
    def catalogue(self) -> Catalogue:
        """The record kinds of this version."""

    def columns(self, kind: str, names: Sequence[str]) -> Iterator[dict[str, Any]]:
        """Return ``id`` and a few fields of all live records of a kind."""

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        """Return one record with ``id`` and every declared field."""


@dataclass
class NewRecord:
    """A record that is made along the way."""

    kind: str
    values: dict[str, Value] = field(repr=False)


class Linker:
    """Resolves the ``links`` of rows into ids."""

    def __init__(self, reader: ColumnReader) -> None:
        self._reader = reader
        self._known: dict[str, dict[tuple[str, str], list[str]]] = {}
        self._seen: dict[tuple[str, str], Mapping[str, Any]] = {}
        self.made: list[NewRecord] = []

    def resolve(self, row: Row, kind_references: Iterable[tuple[str, Reference]]) -> None:
        """Turn what a row says of other records into their ids, or into problems of the row."""
        for name, reference in kind_references:
            told = row.links.get(name)
            if not told or name in row.values:
                continue
            found = self._find(reference.kind, told)
            if len(found) == 1:
                row.values[name] = found[0]
                self._compare(row, name, reference.kind, told, found[0])
            elif found:
                row.problem_of(self._several(reference.kind, name, told, len(found)))
            else:
                self._make(row, name, reference.kind, told)

    def called(self, rows: Iterable[Values], references: Collection[str]) -> dict[str, NewRecord]:
        """Return the records that rows refer to and that are yet to be made, by what they are
        called there."""
        named = {str(values.get(name) or "") for values in rows for name in references}
        found = ((name, self.new_record(name)) for name in sorted(named))
        return {name: new for name, new in found if new is not None}

    def new_record(self, name: str) -> NewRecord | None:
        """Return the record that is yet to be made, if a row calls one so."""
        return self.made[int(name.removeprefix(NEW))] if name.startswith(NEW) else None

    def _index(self, kind: str) -> dict[tuple[str, str], list[str]]:
        if kind not in self._known:
            index: dict[tuple[str, str], list[str]] = {}
            for values in self._reader.columns(kind, _LOOKED_AT[kind]):
                _put(index, kind, str(values["id"]), values)
            self._known[kind] = index
        return self._known[kind]

    def _find(self, kind: str, told: Mapping[str, Value]) -> list[str]:
        """Return the records meant: by the sure number first, then by what narrows a name."""
        index = self._index(kind)
        if kind not in _SURE:
            return self._find_titled(index, told)
        sure = _folded(told.get(_SURE[kind]))
        if sure and (hits := index.get((_SURE[kind], sure))):
            return hits
        named = index.get(("name", _folded(told.get("name"))), [])
        phone = _folded(told.get("phone"))
        narrowed = [hit for hit in named if phone and hit in index.get(("phone", phone), ())]
        if sure and kind == "person":
            # another number under the same name is another person
            return []
        return narrowed or named

    def _find_titled(
        self, index: dict[tuple[str, str], list[str]], told: Mapping[str, Value]
    ) -> list[str]:
        titled = index.get(("title", _folded(told.get("title"))), [])
        employer = told.get("employer")
        if not employer:
            return titled
        owners = self._find("employer", {"name": employer})
        return [hit for hit in titled if any(hit in index.get(("employer", o), ()) for o in owners)]

    def _compare(
        self, row: Row, name: str, kind: str, told: Mapping[str, Value], record: str
    ) -> None:
        """Say what the row knows otherwise of a record it refers to; that record stays as it is."""
        stored = self._stored(kind, record)
        for inner, value in told.items():
            standing = stored.get(inner)
            if is_empty(value) or _folded(value) == _folded(standing):
                continue
            item = self._reader.catalogue[kind][inner]
            if isinstance(item.type, Reference) or value == standing:
                continue
            words = QT_TRANSLATE_NOOP(
                "model", "{kind}的{label}：表里是{told}，库里是{stored}。库里的没有改。"
            )
            params = {
                "kind": self._reader.catalogue[kind].label,
                "label": item.label,
                "told": item.type.show(value),
                "stored": item.type.show(standing) or "—",
            }
            row.problem_of(Problem("LINK_DIFFERS", name, value, Message(words, params), "warn"))

    def _stored(self, kind: str, record: str) -> Mapping[str, Any]:
        """Return what is known of a record; of one that is yet to be made, what is to be made."""
        if record.startswith(NEW):
            return self.made[int(record.removeprefix(NEW))].values
        if (kind, record) not in self._seen:
            self._seen[kind, record] = self._reader.record(kind, record) or {}
        return self._seen[kind, record]

    def _several(self, kind: str, name: str, told: Mapping[str, Value], count: int) -> Problem:
        words = QT_TRANSLATE_NOOP(
            "model", "有 {count} 条{label}叫“{value}”，分不清是哪一条。请补上号码。"
        )
        label = self._reader.catalogue[kind].label
        value = _named(told)
        return Problem(
            "LINK_SEVERAL",
            name,
            value,
            Message(words, {"count": count, "label": label, "value": value}),
        )

    def _make(self, row: Row, name: str, kind: str, told: Mapping[str, Value]) -> None:
        needed = _MAKE_FROM.get(kind)
        if needed is None or not told.get(needed):
            words = QT_TRANSLATE_NOOP("model", "没有叫“{value}”的{label}。请先登记。")
            if kind == "person":
                words = QT_TRANSLATE_NOOP(
                    "model", "没有叫“{value}”的{label}。请先登记，或补上证件号。"
                )
            value, label = _named(told), self._reader.catalogue[kind].label
            problem = Problem(
                "LINK_MISSING", name, value, Message(words, {"value": value, "label": label})
            )
            row.problem_of(problem)
            return
        values: dict[str, Value] = {
            inner: value for inner, value in told.items() if value not in (None, "")
        }
        if kind == "employer":
            values |= {
                mine: row.values[theirs]
                for mine, theirs in _FROM_ROW.items()
                if theirs in row.values and mine not in values
            }
        values = self._reader.catalogue[kind].filled_by(values) | values
        record = f"{NEW}{len(self.made)}"
        self.made.append(NewRecord(kind, values))
        _put(self._index(kind), kind, record, values)
        row.values[name] = record


def _put(
    index: dict[tuple[str, str], list[str]], kind: str, record: str, values: Mapping[str, Any]
) -> None:
    for name in _LOOKED_AT[kind]:
        value = _folded(values.get(name))
        if value:
            index.setdefault((name, value), []).append(record)


def _folded(value: Value) -> str:
    return normalise_token(value).lower() if isinstance(value, str) else ""


def _named(told: Mapping[str, Value]) -> str:
    said = (told.get(name) for name in ("name", "title", "employer"))
    return next((str(value) for value in said if value), "—")
