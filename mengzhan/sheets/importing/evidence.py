"""What the cells of a column say about its meaning: how many look like values of a type."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from mengzhan.model import creditcode, idnumber, personname, phone
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    CreditCode,
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Integer,
    Money,
    Month,
    Occupation,
    Occupations,
    PersonName,
    Phone,
)
from mengzhan.model.fieldtypes.base import SEPARATORS
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.places import read_place
from mengzhan.sheets.plaintext import plain_text

SAMPLE = 120
"""How many filled cells are looked at."""

_ID_SHAPE = re.compile(r"\d{17}[\dX]|\d{15}|\d(?:\.\d+)?E\+?1[4-7]")
_ALMOST_ID = re.compile(r"\d{14}|\d{17}|\d{19}|[\dOIL]{17}[\dX]")
_DATE_SHAPE = re.compile(
    r"(?:19|20)\d{2}[-./年 ]?\d{0,2}[-./月 ]?\d{0,2}[日号]?|\d{1,2}[-./月]\d{1,2}[日号]?"
)
_MONEY_SHAPE = re.compile(
    r"[\d.,]+(?:元|万|千|k|w)?(?:[-~—至到][\d.,]+(?:元|万|千|k|w)?)?.{0,5}", re.IGNORECASE
)
_TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}.*$")
_LONGEST_NAME = 15

Look = Callable[[FieldType, Cell], bool]


def share(kind: FieldType, cells: Iterable[Cell]) -> float | None:
    """Return how many of the filled ``cells`` look like ``kind`` (0 to 1).

    ``None``: there is nothing to look at, or anything could be such a value (free text).
    """
    look = _LOOKS.get(type(kind))
    filled = [cell for cell in cells if cell is not None and str(cell).strip()][:SAMPLE]
    if look is None or not filled:
        return None
    return sum(look(kind, cell) for cell in filled) / len(filled)


def _id_number(_kind: FieldType, cell: Cell) -> bool:
    text = idnumber.clean_id(plain_text(cell))
    return bool(_ID_SHAPE.fullmatch(text) or _ALMOST_ID.fullmatch(text))


def _credit_code(_kind: FieldType, cell: Cell) -> bool:
    text = creditcode.clean_credit_code(plain_text(cell))
    return not any(problem.blocks for problem in creditcode.check_credit_code(text))


def _phone(_kind: FieldType, cell: Cell) -> bool:
    parts = re.split(r"[/、，,;；\s]+", plain_text(cell))
    return any(not phone.check_phone(part) for part in parts if part)


def _name(_kind: FieldType, cell: Cell) -> bool:
    text = personname.clean_name(plain_text(cell))
    blocked = any(problem.blocks for problem in personname.check_name(text))
    return len(text) <= _LONGEST_NAME and not blocked


def _date(_kind: FieldType, cell: Cell) -> bool:
    if isinstance(cell, date | datetime):
        return True
    text = _TIME_OF_DAY.sub("", plain_text(cell)).replace(" ", "")
    return bool(_DATE_SHAPE.fullmatch(text))


def _number(_kind: FieldType, cell: Cell) -> bool:
    return bool(re.fullmatch(r"\d{1,7}\D{0,3}", plain_text(cell)))


def _money(_kind: FieldType, cell: Cell) -> bool:
    return bool(_MONEY_SHAPE.fullmatch(plain_text(cell)))


def _flag(kind: FieldType, cell: Cell) -> bool:
    return kind.read(plain_text(cell), date.min).value is not None


def _code(kind: FieldType, cell: Cell) -> bool:
    assert isinstance(kind, Choice | Occupation)  # noqa: S101 - the table below sees to it
    return kind.lookup.find(kind.clean(plain_text(cell))) is not None


def _codes(kind: FieldType, cell: Cell) -> bool:
    assert isinstance(kind, Choices | Occupations)  # noqa: S101 - the table below sees to it
    parts = [part for part in SEPARATORS.split(kind.clean(plain_text(cell))) if part]
    return bool(parts) and all(kind.lookup.find(part) is not None for part in parts)


def _place(_kind: FieldType, cell: Cell) -> bool:
    text = plain_text(cell)
    ending = re.search(r"[嘎查村社区镇乡苏木旗县市盟街道委场队]", text)
    return bool(ending) or text.isdigit() or read_place(text, "") is not None


_LOOKS: dict[type[FieldType], Look] = {
    Choice: _code,
    Choices: _codes,
    CreditCode: _credit_code,
    Date: _date,
    Division: _place,
    Flag: _flag,
    IdNumber: _id_number,
    Integer: _number,
    Money: _money,
    Month: _date,
    Occupation: _code,
    Occupations: _codes,
    PersonName: _name,
    Phone: _phone,
}
