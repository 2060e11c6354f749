"""From a record to the contents of its cells, along the columns of a profile."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from mengzhan.model.fieldtypes import Reference
from mengzhan.model.idnumber import age_on
from mengzhan.rules.operations import kept
from mengzhan.sheets.ledgers.forms import Content
from mengzhan.sheets.ledgers.profile import (
    AGE,
    Column,
    Resolved,
    birth_date_source,
    resolve,
)
from mengzhan.store.reader import StoreReader

_KEPT = 4_096
Record = Mapping[str, Any]


class Contents:
    """Writes records as rows of ``columns``; records referred to are read once for each batch."""

    def __init__(
        self, reader: StoreReader, kind: str, columns: Sequence[Resolved], today: date
    ) -> None:
        self._reader = reader
        self.kind = kind
        self.columns = list(columns)
        self._today = today
        self._records: OrderedDict[tuple[str, str], Record] = OrderedDict()
        self._titles: OrderedDict[tuple[str, str], str] = OrderedDict()
        self._births: Resolved | None = None
        if any(item.column.source == AGE for item in columns):
            source = birth_date_source(reader.catalogue[kind])
            self._births = resolve(reader.catalogue, kind, Column(source))

    def rows(self, records: Sequence[Record], first: int = 1) -> Iterator[list[Content]]:
        """Yield the contents of each record; ``first`` is the number of the first one."""
        self._fetch(records)
        for number, record in enumerate(records, first):
            yield [self._content(item, record, number) for item in self.columns]

    def _content(self, item: Resolved, record: Record, number: int) -> Content:
        if item.field is None:
            return self._special(item, record, number)
        held = self._held(item, record)
        value = held.get(item.field.name) if held else None
        if value in (None, [], "") or item.form is None:
            return None
        if isinstance(item.field.type, Reference):
            return self._title(item.field.type.kind, str(value))
        return item.form.write(item.field.type, value)

    def _special(self, item: Resolved, record: Record, number: int) -> Content:
        match item.column.source:
            case "@number":
                return number
            case "@age":
                return self._age(item.column.text, record)
            case "@text":
                return item.column.text
        return None

    def _age(self, day: str, record: Record) -> Content:
        births = self._births
        if births is None or births.field is None:
            return None
        held = self._held(births, record)
        try:
            born = date.fromisoformat(str(held.get(births.field.name) if held else None))
            return age_on(born, date.fromisoformat(day) if day else self._today)
        except ValueError:
            return None

    def _held(self, item: Resolved, record: Record) -> Record | None:
        """Follow the path to the record that has the field."""
        found: Record | None = record
        for name, kind in item.path:
            wanted = found.get(name) if found else None
            found = self._record(kind, wanted) if isinstance(wanted, str) else None
        return found

    def _record(self, kind: str, record: str) -> Record | None:
        """Return a record, or the one that was kept in its place."""
        found = self._one(kind, record)
        if found is None or not found.get("same_as"):
            return found
        other = self._one(kind, kept(self._reader, record)) or found
        self._keep(kind, record, other)
        return other

    def _one(self, kind: str, record: str) -> Record | None:
        known = self._records.get((kind, record))
        if known is None:
            read = self._reader.record(kind, record)
            if read is None:
                return None
            self._keep(kind, record, read)
            return read
        self._records.move_to_end((kind, record))
        return known

    def _keep(self, kind: str, record: str, found: Record) -> None:
        self._records[kind, record] = found
        while len(self._records) > _KEPT:
            self._records.popitem(last=False)

    def _title(self, kind: str, record: str) -> str:
        key = (kind, record)
        if key not in self._titles:
            self._titles[key] = self._reader.title(kind, record)
            while len(self._titles) > _KEPT:
                self._titles.popitem(last=False)
        return self._titles[key]

    def _fetch(self, records: Sequence[Record]) -> None:
        """Read what the first steps of all paths lead to in one query for each."""
        for name, kind in {item.path[0] for item in self.columns if item.path}:
            wanted = {str(record[name]) for record in records if record.get(name)}
            missing = [one for one in sorted(wanted) if (kind, one) not in self._records]
            for one, found in self._reader.records(kind, missing).items() if missing else ():
                self._keep(kind, one, found)
