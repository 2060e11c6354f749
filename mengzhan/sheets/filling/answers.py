"""What a form's cell is to hold: the value of a record in the words that the form asks for.

Where the form has a drop-down, only one of its entries is written. What is not known stays empty;
nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value, is_empty
from mengzhan.model.fieldtypes import Date, Division, IdNumber, Money
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.model.fieldtypes.lookup import Lookup
from mengzhan.model.idnumber import age_on
from mengzhan.model.kind import Field
from mengzhan.rules.wage import DAY, HOUR, MONTH, PIECE, YEAR
from mengzhan.sheets.filling.cellwrite import CellWrite, DateWrite
from mengzhan.sheets.importing.headers import AGE, OWN, SERIAL, TICK, WAGE, HeaderWords
from mengzhan.sheets.ledgers.forms import ID_LENGTH, YES_NO, Content, forms_of


class Why(StrEnum):
    """Why a cell stays empty: for want of a value, of an entry of its drop-down, of one value for
    all records, because it is not certain whom the row is about, or because it asks for something
    about the sender that the program does not know."""

    NO_VALUE = "no_value"
    NOT_LISTED = "not_listed"
    UNREADABLE = "unreadable_list"
    UNKNOWN = "unknown_column"
    DIFFERENT = "different"
    MISSING = "missing"
    SEVERAL = "several"
    OTHER_NAME = "other_name"
    UNLIKE = "unlike"
    NAMELESS = "nameless"
    SENDER = "unknown_sender"


EMPLOYED, TOWNSHIP, BANNER = "-employed", "-township", "-banner"
"""Further paths of header words that a form can be given but an import does not take in."""

COUNTS = "-counts"
"""What a column of a table of counts holds: how many records each row speaks of."""

DIGIT, MASKED = "#", "*"
"""Behind a path: the digit that a cell holds (``id_number#3``), or that the value is masked."""

_MONTH_HEADER = re.compile(r"年月(?!日)|月份")
_ADDRESS_HEADER = re.compile(r"址|住处|地点")
_EACH = {MONTH: "/月", DAY: "/天", HOUR: "/小时", PIECE: "/件", YEAR: "/年"}
_EITHER = re.compile(r"\s*[/／|、或]\s*")
_AND_BELOW = re.compile(r"及以[上下]$")
_TOWNSHIP_DIGITS, _BANNER_DIGITS = 9, 6

Record = Mapping[str, Any]


def bare_path(path: str) -> str:
    """Return a path without what says how it is written."""
    return path.partition(DIGIT)[0].removesuffix(MASKED)


def fillable(words: HeaderWords) -> Iterator[str]:
    """Yield everything that a column of a form can be picked to hold."""
    for path in words.paths:
        if path != OWN:
            yield path
            item = words.field(path)
            if item is not None and item.sensitive:
                yield f"{path}{MASKED}"
    if words.kind.get("employment_status") is not None:
        yield EMPLOYED


def accepts(path: str, words: HeaderWords) -> bool:
    """Whether a column can be filled with ``path``; an empty one means that it stays empty."""
    bare, split, digit = path.partition(DIGIT)
    if split:
        item = words.field(bare)
        long = item is not None and isinstance(item.type, IdNumber)
        return long and digit.isdecimal() and 1 <= int(digit) <= ID_LENGTH
    return path in fillable(words) or (path != OWN and words.accepts(path))


def asks_for_address(header: str) -> bool:
    """Whether a column wants the way to the door, not only the name of a village."""
    return bool(_ADDRESS_HEADER.search(header))


@dataclass(frozen=True)
class Answer:
    """What goes into one cell, or why nothing does."""

    write: CellWrite | None
    why: Why | None = None


def answer(
    path: str,
    field: Field | None,
    header: str,
    record: Record,
    entries: Sequence[str] | None,
    number: int,
    today: date,
) -> Answer:
    """Return what a column gives for one record.

    Args:
        entries: the entries of the cell's drop-down, ``None`` if it has none, empty if they cannot
            be read.
        number: the place of the record in the list, from 1.
    """
    if entries is not None and not entries:
        return Answer(None, Why.UNREADABLE)
    found = _found(path, field, header, record, number, today)
    if entries is None or found.write is None or said(found.write) in entries:
        return found
    name, tick, _code = bare_path(path).partition(TICK)
    meant = "" if field is None or tick else _meant(field, record.get(name), entries)
    return Answer(meant) if meant else Answer(None, Why.NOT_LISTED)


def said(write: CellWrite) -> str:
    """Return what a cell shows, as a text."""
    return write.text if isinstance(write, DateWrite) else str(write)


def _found(
    path: str, field: Field | None, header: str, record: Record, number: int, today: date
) -> Answer:
    """What a cell without a drop-down gets."""
    if path.startswith("-"):
        return _derived(path, record, number, today)
    if path == WAGE:
        return _wage(record)
    if field is None:
        return Answer(None, Why.UNKNOWN)
    bare, _, digit = path.partition(DIGIT)
    name, _, code = bare.removesuffix(MASKED).partition(TICK)
    value = record.get(name)
    if name == "address" or (name == "residence" and not value and asks_for_address(header)):
        return _address(record)
    if is_empty(value):
        return Answer(None, Why.NO_VALUE)
    if digit or bare.endswith(MASKED):
        return _of_number(field, str(value), digit)
    if code:
        has = code in value if isinstance(value, list) else value == code
        return Answer(YES_NO[has])
    return Answer(_written(field, value, header, record))


def _wage(record: Record) -> Answer:
    """A whole wage in one cell: 3000-4000元/月, 200元/天."""
    ends = [end for name in ("wage_min", "wage_max") if isinstance(end := record.get(name), int)]
    if not ends:
        return Answer(None, Why.NO_VALUE)
    amounts = "-".join(dict.fromkeys(Money().show(end) for end in ends))
    return Answer(f"{amounts}元{_EACH.get(str(record.get('wage_unit')), '')}")


def _of_number(field: Field, number: str, digit: str) -> Answer:
    """One digit of a number, or the number masked."""
    if not digit:
        return Answer(field.type.mask(number))
    place = int(digit) - 1
    return Answer(number[place]) if 0 <= place < len(number) else Answer(None, Why.NO_VALUE)


def _derived(path: str, record: Record, number: int, today: date) -> Answer:
    """What follows from the record without being a field of it."""
    if path == SERIAL:
        return Answer(number)
    if path == AGE:
        return _age(record, today)
    if path == EMPLOYED:
        return _employed(record)
    digits = {TOWNSHIP: _TOWNSHIP_DIGITS, BANNER: _BANNER_DIGITS}.get(path)
    return Answer(None, Why.UNKNOWN) if digits is None else _above(record, digits)


def _age(record: Record, today: date) -> Answer:
    try:
        return Answer(age_on(date.fromisoformat(str(record.get("birth_date"))), today))
    except ValueError:
        return Answer(None, Why.NO_VALUE)


def _employed(record: Record) -> Answer:
    status = code_table("employment_status").get(str(record.get("employment_status") or ""))
    if status is None or status.code == "Z":
        return Answer(None, Why.NO_VALUE)
    return Answer(YES_NO[status.flag("is_employed")])


def _above(record: Record, digits: int) -> Answer:
    place = str(record.get("residence") or record.get("place") or "")
    found = division_tree().get(place[:digits]) if len(place) >= digits else None
    return Answer(found.name) if found else Answer(None, Why.NO_VALUE)


def _meant(field: Field, value: Value, entries: Sequence[str]) -> str:
    """Return the one entry of a drop-down that means the value, or an empty text."""
    kind = field.type
    if not isinstance(kind, OneCode | SeveralCodes):
        return ""
    wanted = {str(code) for code in (value if isinstance(value, list) else [value])}
    meant = [entry for entry in entries if _codes_of(entry, kind.lookup) <= wanted]
    return meant[0] if len(meant) == 1 else ""


def _codes_of(entry: str, lookup: Lookup) -> set[str | None]:
    """Return the codes that an entry names: 大专, 中专/技校, 小学及以下 (小学 is among these)."""
    whole = lookup.find(entry)
    if whole is not None:
        return {whole}
    return {lookup.find(_AND_BELOW.sub("", part)) for part in _EITHER.split(entry)}


def _written(field: Field, value: Value, header: str, record: Record) -> CellWrite:
    """A value as a ledger writes it, but days and places as the words of the form ask for them."""
    if isinstance(field.type, Date):
        return _day(str(value), header)
    if isinstance(field.type, Division):
        return _place(field, str(value), header, record)
    content: Content = forms_of(field)[0].write(field.type, value)
    return content if isinstance(content, str | int | float) else field.show(value, masked=False)


def _day(value: str, header: str) -> CellWrite:
    if _MONTH_HEADER.search(header):
        return value[:7].replace("-", ".")
    try:
        return DateWrite(date.fromisoformat(value), value)
    except ValueError:  # of a newer version
        return value


def _place(field: Field, value: str, header: str, record: Record) -> str:
    """A village by its name; an address from the banner down to the door."""
    if not asks_for_address(header):
        return field.show(value)
    return _from_banner(value) + (_to_the_door(record) if field.name == "residence" else "")


def _address(record: Record) -> Answer:
    """Where a person lives, as far as it is known."""
    place = str(record.get("residence") or record.get("place") or "")
    text = (_from_banner(place) if place else "") + _to_the_door(record)
    return Answer(text) if text else Answer(None, Why.NO_VALUE)


def _from_banner(code: str) -> str:
    places = division_tree().path(code)
    return "".join(place.name for place in places if len(place.code) >= _BANNER_DIGITS)


def _to_the_door(record: Record) -> str:
    return "".join(str(record[part]) for part in ("area_group", "address") if record.get(part))
