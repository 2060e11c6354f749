"""Possible duplicates while somebody types: candidates by filter and search, then a reason.

A suspicion is a hint, never a decision. Finding candidates is data (filters) or one search of
the index, so that a hundred thousand people cost a few milliseconds; the reason is worked out for
each candidate alone.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from mengzhan.model.entry import Values
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full
from mengzhan.rules.filters import Compare, Either, Every, Filter, OneOf
from mengzhan.rules.suspicion import TELLING, Suspicion, judge, near_numbers, telling_links

MOST = 5
"""How many suspicions are worth showing."""

_NAMESAKES = 60


class DuplicateReader(Protocol):
    """What finding duplicates asks of the store."""

    @property
    def catalogue(self) -> Catalogue:
        """The record kinds of this version."""

    def matching(self, kind: str, where: Filter) -> Iterator[dict[str, Any]]:
        """Return live records that satisfy a filter."""

    def search(self, text: str, kind: str = "", limit: int = 50) -> list[tuple[str, str]]:
        """Return (kind, record) of what fits ``text``."""

    def record(self, kind: str, record: str) -> dict[str, Any] | None:
        """Return one record with ``id`` and every declared field."""


def find_duplicates(
    reader: DuplicateReader, kind: str, values: Values, own: str = ""
) -> list[Suspicion]:
    """Return records of ``kind`` that may be the one being typed, the surest first.

    Args:
        own: the id of the record being typed, which is no duplicate of itself.
    """
    found: dict[str, Suspicion] = {}
    for candidate in _candidates(reader, kind, values):
        record = str(candidate["id"])
        suspicion = judge(reader.catalogue, kind, values, candidate)
        if record == own or suspicion is None:
            continue
        before = found.get(record)
        if before is None or suspicion.rank < before.rank:
            found[record] = suspicion
    return sorted(found.values(), key=lambda suspicion: suspicion.rank)[:MOST]


def is_enough(catalogue: Catalogue, kind: str, values: Values) -> bool:
    """Return whether what is typed tells enough to look for duplicates at all."""
    return _blocking(catalogue, kind, values) is not None or _spoken_name(kind, values) != ""


def _spoken_name(kind: str, values: Values) -> str:
    """Return the name by whose sound people are looked for, or an empty text."""
    name = values.get("name")
    return name if kind == "person" and isinstance(name, str) and len(name) >= 2 else ""


def _candidates(reader: DuplicateReader, kind: str, values: Values) -> Iterator[dict[str, Any]]:
    where = _blocking(reader.catalogue, kind, values)
    if where is not None:
        yield from reader.matching(kind, where)
    name = _spoken_name(kind, values)
    if name:
        yield from _namesakes(reader, name)


def _namesakes(reader: DuplicateReader, name: str) -> Iterator[dict[str, Any]]:
    """People whose name sounds the same: written alike or with other characters."""
    for spelling in sorted(full(name, 2)):
        for _, record in reader.search(spelling, "person", _NAMESAKES):
            row = reader.record("person", record)
            if row is not None:
                yield row


def _blocking(catalogue: Catalogue, kind: str, values: Values) -> Filter | None:
    """Return the filter that finds candidates, or ``None`` if nothing tells anything yet."""
    same: list[Filter] = [
        Compare(name, "eq", value)
        for name in TELLING.get(kind, ())
        if isinstance(value := values.get(name), str) and value
    ]
    number = values.get("id_number")
    near = near_numbers(number) if kind == "person" and isinstance(number, str) else []
    if near:
        # one list: a comparison for each number would be tried on every row
        same.append(OneOf("id_number", tuple(near)))
    if same:
        return Either(tuple(same))
    links = telling_links(catalogue, kind, values)
    return Every(tuple(Compare(name, "eq", value) for name, value in links)) if links else None
