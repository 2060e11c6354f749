"""Possible duplicates while somebody types: candidates by filter and search, then a reason.

A suspicion is a hint, never a decision. Finding candidates is data (filters) or one search of
the index, so that a hundred thousand people cost a few milliseconds; the reason is worked out for
each candidate alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from mengzhan.model.entry import Value, Values
from mengzhan.model.idnumber import check_character, suggest
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.filters import Compare, Either, Every, Filter, OneOf

MOST = 5
"""How many suspicions are worth showing."""

_NAMESAKES = 60
_VILLAGE_DIGITS = 12
_ID_BODY = 17
_DIGITS = "0123456789"


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


@dataclass(frozen=True)
class Suspicion:
    """A record that may be the same; ``field`` is where it shows, ``weight`` how sure it is."""

    record: str
    field: str
    reason: Message
    weight: Literal["same", "likely", "warn"]


_WEIGHTS = ("same", "likely", "warn")


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
        suspicion = _judge(reader.catalogue, kind, values, candidate)
        if record == own or suspicion is None:
            continue
        before = found.get(record)
        if before is None or _rank(suspicion) < _rank(before):
            found[record] = suspicion
    return sorted(found.values(), key=_rank)[:MOST]


def _rank(suspicion: Suspicion) -> int:
    return _WEIGHTS.index(suspicion.weight)


def _candidates(reader: DuplicateReader, kind: str, values: Values) -> Iterator[dict[str, Any]]:
    where = _blocking(reader.catalogue, kind, values)
    if where is not None:
        yield from reader.matching(kind, where)
    name = values.get("name")
    if kind == "person" and isinstance(name, str) and len(name) >= 2:
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
        for name in _TELLING.get(kind, ())
        if isinstance(value := values.get(name), str) and value
    ]
    number = values.get("id_number")
    near = near_numbers(number) if kind == "person" and isinstance(number, str) else []
    if near:
        # one list: a comparison for each number would be tried on every row
        same.append(OneOf("id_number", tuple(near)))
    if same:
        return Either(tuple(same))
    links = _links(catalogue, kind, values)
    return Every(tuple(Compare(name, "eq", value) for name, value in links)) if links else None


_TELLING = {
    "person": ("id_number", "phone"),
    "employer": ("credit_code", "name", "phone"),
}
"""Fields of which the same value is worth a look."""


def _links(catalogue: Catalogue, kind: str, values: Values) -> list[tuple[str, str]]:
    """Return what makes two services the same: whom they are about, and the day or the title."""
    declared = catalogue.get(kind)
    if declared is None or kind in _TELLING:
        return []
    about = [(name, values.get(name)) for name, _ in declared.references[:2]]
    told = [
        (name, values.get(name)) for name in ("title", declared.day) if name in _names(declared)
    ]
    pairs = [(name, str(value)) for name, value in (*about, *told[:1]) if value]
    known = {name for name, _ in pairs}
    enough = bool(known & {name for name, _ in about}) and bool(known & {n for n, _ in told[:1]})
    return pairs if enough else []


def _names(fields: Iterable[Any]) -> set[str]:
    return {item.name for item in fields}


def near_numbers(number: str) -> list[str]:
    """Return ID numbers that differ from ``number`` in one digit (the check character follows).

    If ``number`` itself is not sound, those that a slip may have been meant for.
    """
    body = number[:_ID_BODY]
    if len(number) != _ID_BODY + 1 or not body.isdigit():
        return []
    if check_character(body) != number[_ID_BODY]:
        return suggest(number)
    near = []
    for place in range(_ID_BODY):
        for digit in _DIGITS:
            if digit != body[place]:
                other = body[:place] + digit + body[place + 1 :]
                near.append(other + check_character(other))
    return near


def _judge(catalogue: Catalogue, kind: str, values: Values, other: Values) -> Suspicion | None:
    record = str(other["id"])
    if kind == "person":
        return _judge_person(record, values, other)
    if kind == "employer":
        return _judge_employer(record, values, other)
    words = QT_TRANSLATE_NOOP("model", "同一天已有一条同样的{label}")
    declared = catalogue[kind]
    if "title" in _names(declared):
        words = QT_TRANSLATE_NOOP("model", "同一单位已有同名的{label}")
    field = declared.references[0][0]
    return Suspicion(record, field, Message(words, {"label": declared.label}), "warn")


def _equal(name: str, values: Values, other: Values) -> bool:
    value: Value = values.get(name)
    return value not in (None, "") and value == other.get(name)


def _judge_person(record: str, values: Values, other: Values) -> Suspicion | None:
    if _equal("id_number", values, other):
        words = QT_TRANSLATE_NOOP("model", "证件号相同")
        return Suspicion(record, "id_number", Message(words), "same")
    number = other.get("id_number")
    typed = values.get("id_number")
    if isinstance(typed, str) and isinstance(number, str) and number in near_numbers(typed):
        words = QT_TRANSLATE_NOOP("model", "证件号只差一位")
        return Suspicion(record, "id_number", Message(words), "likely")
    if _sounds_alike(values.get("name"), other.get("name")):
        reason = _same_circumstances(values, other)
        if reason is not None:
            return Suspicion(record, "name", reason, "likely")
    if _equal("phone", values, other):
        words = QT_TRANSLATE_NOOP("model", "电话相同（一家人可以共用）")
        return Suspicion(record, "phone", Message(words), "warn")
    return None


def _same_circumstances(values: Values, other: Values) -> Message | None:
    same_name = values.get("name") == other.get("name")
    born, other_born = values.get("birth_date"), other.get("birth_date")
    if isinstance(born, str) and isinstance(other_born, str):
        if born[:4] != other_born[:4]:
            return None
        if same_name:
            return Message(QT_TRANSLATE_NOOP("model", "同名，同年出生"))
        return Message(QT_TRANSLATE_NOOP("model", "同音名，同年出生"))
    village = str(values.get("residence") or "")[:_VILLAGE_DIGITS]
    if len(village) == _VILLAGE_DIGITS and village == other.get("residence"):
        if same_name:
            return Message(QT_TRANSLATE_NOOP("model", "同名，同一个嘎查村或社区"))
        return Message(QT_TRANSLATE_NOOP("model", "同音名，同一个嘎查村或社区"))
    return None


def _sounds_alike(name: Value, other: Value) -> bool:
    if not isinstance(name, str) or not isinstance(other, str):
        return False
    return name == other or (len(name) == len(other) and bool(full(name) & full(other)))


def _judge_employer(record: str, values: Values, other: Values) -> Suspicion | None:
    if _equal("credit_code", values, other):
        words = QT_TRANSLATE_NOOP("model", "统一信用代码相同")
        return Suspicion(record, "credit_code", Message(words), "same")
    if _equal("name", values, other):
        return Suspicion(record, "name", Message(QT_TRANSLATE_NOOP("model", "名称相同")), "likely")
    if _equal("phone", values, other):
        words = QT_TRANSLATE_NOOP("model", "电话相同（同一个老板可以有几家）")
        return Suspicion(record, "phone", Message(words), "warn")
    return None
