"""Possible duplicates among many records at once: what ``duplicates`` finds for one, from memory.

Records are put into buckets by what twins have in common; only those of one bucket are compared.
An ID number with one wrong digit still has two of its three parts (area, birth date, order).
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from mengzhan.model.entry import Value, Values
from mengzhan.model.kind import Catalogue
from mengzhan.rules.suspicion import TELLING, Suspicion, judge, meant_by, spoken, telling_links

_LOOKED_AT = ("name", "id_number", "phone", "birth_date", "residence", "credit_code")
_AREA, _BIRTH, _ORDER = slice(0, 6), slice(6, 14), slice(14, 17)
_ID_LENGTH = 18

_ONE_DIGIT_OFF = ("area, birth", "area, order", "birth, order")

Bucket = tuple[str, ...]


class Twins:
    """Records of one kind, in buckets. Add what is stored, then ask and add row by row."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind
        self._buckets: dict[Bucket, list[str]] = {}
        self._values: dict[str, Mapping[str, Any]] = {}

    def looked_at(self) -> tuple[str, ...]:
        """Return the fields that are compared."""
        declared = self._catalogue[self._kind]
        if self._kind in TELLING:
            return tuple(name for name in _LOOKED_AT if declared.get(name))
        names = [name for name, _ in declared.references[:2]]
        names += [name for name in ("title", declared.day) if declared.get(name)]
        return tuple(dict.fromkeys(names))

    def add(self, record: str, values: Values) -> None:
        """Remember a record."""
        self._values[record] = {
            "id": record,
            **{name: values.get(name) for name in self.looked_at()},
        }
        for bucket in self._own_buckets(values):
            self._buckets.setdefault(bucket, []).append(record)

    def find(self, values: Values, own: str = "") -> list[Suspicion]:
        """Return remembered records that may be the one with ``values``, the surest first.

        ``own`` is what the values themselves are remembered as.
        """
        candidates: dict[str, None] = {}
        letters = set(str(values.get("name") or ""))
        for bucket in self._asked_buckets(values):
            near = self._buckets.get(bucket, ())
            if letters and bucket[0] in _ONE_DIGIT_OFF:
                near = [r for r in near if self._may_be_called(r, letters)]
            candidates.update(dict.fromkeys(near))
        found = [
            suspicion
            for record in candidates
            if record != own
            and (suspicion := judge(self._catalogue, self._kind, values, self._values[record]))
        ]
        return sorted(found, key=lambda suspicion: suspicion.rank)

    def _may_be_called(self, record: str, letters: set[str]) -> bool:
        """Whether a name has a letter in common: a thousand people of an area share an order."""
        name = self._values[record]["name"]
        return not name or not letters.isdisjoint(name)

    def _own_buckets(self, values: Values) -> Iterable[Bucket]:
        if self._kind not in TELLING:
            links = telling_links(self._catalogue, self._kind, values)
            return [tuple(value for _, value in links)] if links else []
        return self._telling(values)

    def _telling(self, values: Values) -> Iterator[Bucket]:
        for name in TELLING[self._kind]:
            value = values.get(name)
            if value:
                yield (name, str(value))
        if self._kind == "person":
            yield from _number_parts(values.get("id_number"))
            yield from _sounds(values)

    def _asked_buckets(self, values: Values) -> Iterator[Bucket]:
        yield from self._own_buckets(values)
        number = values.get("id_number")
        if self._kind == "person" and isinstance(number, str):
            yield from (("id_number", other) for other in meant_by(number))


def _number_parts(number: Value) -> Iterator[Bucket]:
    if isinstance(number, str) and len(number) == _ID_LENGTH:
        area, birth, order = number[_AREA], number[_BIRTH], number[_ORDER]
        parts = (area + birth, area + order, birth + order)
        yield from zip(_ONE_DIGIT_OFF, parts, strict=True)


def _sounds(values: Values) -> Iterator[Bucket]:
    year, place = str(values.get("birth_date") or "")[:4], str(values.get("residence") or "")
    for sound in spoken(str(values.get("name") or "")):
        yield from (
            (what, sound, known) for what, known in (("year", year), ("place", place)) if known
        )
