"""Whether two records may be the same one, and why. Works on values alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from mengzhan.model.entry import Value, Values
from mengzhan.model.idnumber import check_character, parse_id, suggest
from mengzhan.model.kind import Catalogue
from mengzhan.model.pinyin import full
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_VILLAGE_DIGITS = 12
_ID_LENGTH = 18
_ID_BODY = 17
_DIGITS = "0123456789"
_READINGS = 6

TELLING = {
    "person": ("id_number", "phone"),
    "employer": ("credit_code", "name", "phone"),
}
"""Fields of which the same value is worth a look."""


@dataclass(frozen=True)
class Suspicion:
    """A record that may be the same; ``field`` is where it shows, ``weight`` how sure it is."""

    record: str
    field: str
    reason: Message
    weight: Literal["same", "likely", "warn"]

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return _WEIGHTS.index(self.weight)


_WEIGHTS = ("same", "likely", "warn")


def telling_links(catalogue: Catalogue, kind: str, values: Values) -> list[tuple[str, str]]:
    """Return what makes two services the same: whom they are about, and the day or the title."""
    declared = catalogue.get(kind)
    if declared is None or kind in TELLING:
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


def meant_by(number: str) -> list[str]:
    """Return the sound numbers that one which is not sound may have been meant for."""
    return [] if is_sound(number) else suggest(number)


def is_near(typed: str, number: str) -> bool:
    """Whether ``number`` is one of ``near_numbers(typed)``, without making them all."""
    if not is_sound(typed):
        return number in suggest(typed)
    differing = sum(a != b for a, b in zip(typed[:_ID_BODY], number[:_ID_BODY], strict=False))
    return differing == 1 and is_sound(number)


def is_sound(number: Value) -> bool:
    """Whether an ID number is written in full and its check character fits."""
    return isinstance(number, str) and _is_sound(number)


@lru_cache(maxsize=1_024)
def _is_sound(number: str) -> bool:
    body = number[:_ID_BODY]
    return len(number) == _ID_LENGTH and body.isdigit() and check_character(body) == number[-1]


def judge(
    catalogue: Catalogue, kind: str, values: Values, other: Values, record: str = ""
) -> Suspicion | None:
    """Return why ``values`` may be the record ``other``, or ``None``.

    ``record`` is what ``other`` is called; by default its ``id``.
    """
    record = record or str(other["id"])
    if kind == "person":
        return _judge_person(record, values, other)
    if kind == "employer":
        return _judge_employer(record, values, other)
    words = QT_TRANSLATE_NOOP("model", "同一天已有一条同样的{label}")
    declared = catalogue[kind]
    if not declared.references:
        words = QT_TRANSLATE_NOOP("model", "已有同名的{label}")
    elif "title" in _names(declared):
        words = QT_TRANSLATE_NOOP("model", "同一单位已有同名的{label}")
    field = declared.references[0][0] if declared.references else declared.title[0]
    return Suspicion(record, field, Message(words, {"label": declared.label}), "warn")


def _equal(name: str, values: Values, other: Values) -> bool:
    value: Value = values.get(name)
    return value == other.get(name) and value not in (None, "")


def _judge_person(record: str, values: Values, other: Values) -> Suspicion | None:
    if _equal("id_number", values, other):
        words = QT_TRANSLATE_NOOP("model", "证件号相同")
        return Suspicion(record, "id_number", Message(words), "same")
    name, other_name = values.get("name"), other.get("name")
    unnamed = not name or not other_name
    alike, phone = _look_alike(name, other_name), _equal("phone", values, other)
    if not (unnamed or alike or phone):
        return None
    typed, number = values.get("id_number"), other.get("id_number")
    numbered = isinstance(typed, str) and isinstance(number, str)
    near = numbered and is_near(str(typed), str(number))
    if near and (unnamed or alike):
        words = QT_TRANSLATE_NOOP("model", "证件号只差一位")
        return Suspicion(record, "id_number", Message(words), "likely")
    # Two sound numbers that differ in more than a digit are two people, namesakes or relatives.
    two = numbered and not near and is_sound(typed) and is_sound(number)
    if not two and _sound_alike(name, other_name):
        reason = _same_circumstances(values, other)
        if reason is not None:
            return Suspicion(record, "name", reason, "likely")
    if not phone:
        return None
    if not two and alike:
        words = QT_TRANSLATE_NOOP("model", "电话相同，姓名相近")
        return Suspicion(record, "phone", Message(words), "likely")
    words = QT_TRANSLATE_NOOP("model", "电话相同（一家人可以共用）")
    return Suspicion(record, "phone", Message(words), "warn")


def _same_circumstances(values: Values, other: Values) -> Message | None:
    """Year of birth and village, as far as both are known; one of them has to be."""
    same_name = values.get("name") == other.get("name")
    years = [_year(values), _year(other)]
    villages = [village_of(values), village_of(other)]
    if any(all(pair) and pair[0] != pair[1] for pair in (years, villages)):
        return None
    if same_name and is_bare(values) and is_bare(other):
        return Message(QT_TRANSLATE_NOOP("model", "同名，两条都没有别的可以分辨"))
    if all(years):
        if same_name:
            return Message(QT_TRANSLATE_NOOP("model", "同名，同年出生"))
        return Message(QT_TRANSLATE_NOOP("model", "同音名，同年出生"))
    if all(villages):
        if same_name:
            return Message(QT_TRANSLATE_NOOP("model", "同名，同一个嘎查村或社区"))
        return Message(QT_TRANSLATE_NOOP("model", "同音名，同一个嘎查村或社区"))
    return None


def is_bare(values: Values) -> bool:
    """Whether nothing but the name tells who a person is."""
    numbers = values.get("id_number") or values.get("phone")
    return not (numbers or _year(values) or village_of(values))


def _year(values: Values) -> str:
    return str(values.get("birth_date") or "")[:4]


def village_of(values: Values) -> str:
    """Return the code of the village or community of a person, empty if it is not that exact."""
    place = str(values.get("residence") or "")
    return place if len(place) == _VILLAGE_DIGITS else ""


@lru_cache(maxsize=8_192)
def spoken(name: str) -> frozenset[str]:
    """Return how a name may sound, however it is written: pinyin without dots."""
    return frozenset(full(name, _READINGS))


def forget_people() -> None:
    """Forget every name and number that was compared."""
    parse_id.cache_clear()
    spoken.cache_clear()
    _is_sound.cache_clear()


def _sound_alike(name: Value, other: Value) -> bool:
    if not isinstance(name, str) or not isinstance(other, str) or not name or not other:
        return False
    return name == other or not spoken(name).isdisjoint(spoken(other))


def _look_alike(name: Value, other: Value) -> bool:
    """Whether most characters are the same, or all sounds."""
    if not isinstance(name, str) or not isinstance(other, str) or not name or not other:
        return False
    shared = len(set(name) & set(other))
    return shared * 2 > max(len(name), len(other)) or _sound_alike(name, other)


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
