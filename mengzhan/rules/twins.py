"""Possible duplicates among many records at once: what ``duplicates`` finds for one, from memory.

Records are put into buckets by what twins have in common; only those of one bucket are compared.
An ID number with one wrong digit still has two of its three parts (area, birth date, order).
"""

from collections.abc import Iterable

from mengzhan.model.entry import Values
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
_NUMBERED = "numbered"
"""Marks the sounds of people with a sound number, who lie apart from those without."""

Bucket = int
"""A hash of what twins have in common: two that meet by chance are told apart when compared."""


class Twins:
    """Records of one kind, in buckets. Add what is stored, then ask and add row by row."""

    def __init__(self, catalogue: Catalogue, kind: str) -> None:
        self._catalogue = catalogue
        self._kind = kind
        self._records: dict[Bucket, str | list[str]] = {}
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
        self._remember(record, values, self._buckets_of(values)[0])

    def meet(self, record: str, values: Values, *, stays: bool) -> list[Suspicion]:
        """Find whom a record may be, and remember it if it ``stays``."""
        own, asked = self._buckets_of(values)
        found = self._found(values, record, asked)
        if stays:
            self._remember(record, values, own)
        return found

    def _remember(self, record: str, values: Values, buckets: Iterable[Bucket]) -> None:
        self._values[record] = values
        for bucket in buckets:
            known = self._records.setdefault(bucket, record)
            if isinstance(known, list):
                known.append(record)
            elif known != record:
                self._records[bucket] = [known, record]

    def forget(self, record: str) -> None:
        """Remember a record no longer."""
        self._values.pop(record, None)

    def find(self, values: Values, own: str = "") -> list[Suspicion]:
        """Return remembered records that may be the one with ``values``, the surest first.

        ``own`` is what the values themselves are remembered as.
        """
        return self._found(values, own, self._buckets_of(values)[1])

    def _found(self, values: Values, own: str, asked: Iterable[Bucket]) -> list[Suspicion]:
        candidates: dict[str, None] = {}
        for known in filter(None, map(self._records.get, asked)):
            if isinstance(known, str):
                candidates[known] = None
            else:
                candidates.update(dict.fromkeys(known))
        found = [
            suspicion
            for record in candidates
            if record != own and (other := self._values.get(record)) is not None
            if (suspicion := judge(self._catalogue, self._kind, values, other, record))
        ]
        return sorted(found, key=lambda suspicion: suspicion.rank)

    def _buckets_of(self, values: Values) -> tuple[list[Bucket], list[Bucket]]:
        """Return the buckets in which a record lies, and those in which its twins may lie."""
        if self._kind == "person":
            return _buckets_of_person(values)
        own = [hash(told) for told in self._told(values)]
        return own, own

    def _told(self, values: Values) -> list[tuple[object, ...]]:
        if self._kind in TELLING:
            return _telling(self._kind, values)
        links = telling_links(self._catalogue, self._kind, values)
        if links:
            return [tuple(value for _, value in links)]
        told = tuple(str(values.get(name) or "") for name in self.looked_at())
        return [told] if any(told) else []


def _telling(kind: str, values: Values) -> list[tuple[object, ...]]:
    return [(name, str(value)) for name in TELLING[kind] if (value := values.get(name))]


def _buckets_of_person(values: Values) -> tuple[list[Bucket], list[Bucket]]:
    number = values.get("id_number")
    told = _number_parts(str(number or ""))
    if phone := values.get("phone"):
        told.append(("phone", str(phone)))
    if is_bare(values):
        told.append(("bare", str(values.get("name") or "")))
    sounds = _sounds(values)
    common = [hash(one) for one in told]
    numbered = [hash((one, _NUMBERED)) for one in sounds]
    unnumbered = [hash(one) for one in sounds]
    if is_sound(number):
        # Two sound numbers tell two people apart, however alike their names.
        return common + numbered, common + unnumbered
    meant = [hash(_number_parts(other)[0]) for other in meant_by(str(number or ""))]
    return common + unnumbered, common + unnumbered + numbered + meant


def _number_parts(number: str) -> list[tuple[object, ...]]:
    """Return what two numbers share if they differ in one digit at most, area and birth first."""
    if len(number) != _ID_LENGTH:
        return [("number", number)] if number else []
    return [
        ("area, birth", number[_AREA], number[_BIRTH]),
        # Of a wrong digit in the birth date either the year or the day is not touched. Without
        # them a banner of fifty thousand would have fifty people of one area and order.
        ("area, order, year", number[_AREA], number[_ORDER], number[_YEAR]),
        ("area, order, day", number[_AREA], number[_ORDER], number[_DAY]),
        ("birth, order", number[_BIRTH], number[_ORDER]),
    ]


def _sounds(values: Values) -> list[tuple[object, ...]]:
    """How a name sounds with what else is known: the year of birth, the village."""
    year, place = str(values.get("birth_date") or "")[:4], village_of(values)
    known = [pair for pair in (("year", year), ("place", place)) if pair[1]]
    return [(*pair, sound) for sound in spoken(str(values.get("name") or "")) for pair in known]
