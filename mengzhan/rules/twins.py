"""Possible duplicates among many records at once: what ``duplicates`` finds for one, from memory.

Records are put into buckets by what twins have in common; only those of one bucket are compared.
An ID number with one wrong digit still has two of its three parts (area, birth date, order).
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from mengzhan.model.entry import Value, Values
from mengzhan.model.kind import Catalogue
from mengzhan.rules.suspicion import (
    TELLING,
    Suspicion,
    is_bare,
    is_sound,
    judge,
    meant_by,
    spoken,
    telling_links,
    village_of,
)

_LOOKED_AT = ("name", "id_number", "phone", "birth_date", "residence", "credit_code")
_AREA, _BIRTH, _ORDER = slice(0, 6), slice(6, 14), slice(14, 17)
_YEAR, _DAY = slice(6, 10), slice(10, 14)
_ID_LENGTH = 18

Bucket = int
"""A hash of what twins have in common: two that meet by chance are told apart when compared."""


class Twins:
    """Records of one kind, in buckets. Add what is stored, then ask and add row by row."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind
        self._buckets: dict[Bucket, str | list[str]] = {}
        self._values: dict[str, Values] = {}

    def looked_at(self) -> tuple[str, ...]:
        """Return the fields that are compared."""
        declared = self._catalogue[self._kind]
        if self._kind in TELLING:
            return tuple(name for name in _LOOKED_AT if declared.get(name))
        names = [*(name for name, _ in declared.references[:2]), *declared.title]
        names += [name for name in ("title", declared.day) if declared.get(name)]
        return tuple(dict.fromkeys(names))

    def add(self, record: str, values: Values) -> None:
        """Remember a record; ``values`` must stay as they are."""
        self._values[record] = values
        for bucket in map(hash, self._own_buckets(values)):
            known = self._buckets.setdefault(bucket, record)
            if isinstance(known, list):
                known.append(record)
            elif known != record:
                self._buckets[bucket] = [known, record]

    def forget(self, record: str) -> None:
        """Remember a record no longer."""
        self._values.pop(record, None)

    def find(self, values: Values, own: str = "") -> list[Suspicion]:
        """Return remembered records that may be the one with ``values``, the surest first.

        ``own`` is what the values themselves are remembered as.
        """
        candidates: dict[str, None] = {}
        for bucket in map(hash, self._asked_buckets(values)):
            known = self._buckets.get(bucket)
            if isinstance(known, str):
                candidates[known] = None
            elif known is not None:
                candidates.update(dict.fromkeys(known))
        found = [
            suspicion
            for record in candidates
            if record != own and (other := self._values.get(record)) is not None
            if (suspicion := judge(self._catalogue, self._kind, values, other, record))
        ]
        return sorted(found, key=lambda suspicion: suspicion.rank)

    def _own_buckets(self, values: Values) -> Iterable[tuple[object, ...]]:
        if self._kind in TELLING:
            return self._telling(values)
        links = telling_links(self._catalogue, self._kind, values)
        if links:
            return [tuple(value for _, value in links)]
        told = tuple(str(values.get(name) or "") for name in self.looked_at())
        return [told] if any(told) else []

    def _telling(self, values: Values) -> Iterator[tuple[object, ...]]:
        yield from self._telling_values(values)
        if self._kind == "person":
            yield from _sounds(values, numbered=is_sound(values.get("id_number")))

    def _telling_values(self, values: Values) -> Iterator[tuple[object, ...]]:
        for name in TELLING[self._kind]:
            value = values.get(name)
            if value:
                yield (name, str(value))
        if self._kind == "person":
            yield from _number_parts(values.get("id_number"))
            if is_bare(values):
                yield ("bare", str(values.get("name") or ""))

    def _asked_buckets(self, values: Values) -> Iterable[tuple[object, ...]]:
        if self._kind != "person":
            return self._own_buckets(values)
        number = values.get("id_number")
        # Two sound numbers tell two people apart, however alike their names.
        if is_sound(number):
            return chain(self._telling_values(values), _sounds(values, numbered=False))
        return chain(
            self._telling_values(values),
            _sounds(values, numbered=False),
            _sounds(values, numbered=True),
            (("id_number", other) for other in meant_by(str(number or ""))),
        )


def _number_parts(number: Value) -> Iterator[tuple[str, ...]]:
    if isinstance(number, str) and len(number) == _ID_LENGTH:
        yield ("area, birth", number[_AREA], number[_BIRTH])
        # Of a wrong digit in the birth date either the year or the day is not touched. Without
        # them a banner of fifty thousand would have fifty people of one area and order.
        yield ("area, order, year", number[_AREA], number[_ORDER], number[_YEAR])
        yield ("area, order, day", number[_AREA], number[_ORDER], number[_DAY])
        yield ("birth, order", number[_BIRTH], number[_ORDER])


def _sounds(values: Values, *, numbered: bool) -> Iterator[tuple[object, ...]]:
    """How a name sounds with what else is known; ``numbered``: of people with a sound number."""
    year, place = str(values.get("birth_date") or "")[:4], village_of(values)
    for sound in spoken(str(values.get("name") or "")):
        yield from (
            (what, sound, known, numbered)
            for what, known in (("year", year), ("place", place))
            if known
        )
