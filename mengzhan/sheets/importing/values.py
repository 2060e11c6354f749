"""From a cell to the value of a field: what it says, what was put right, what is wrong with it."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Money,
    Occupation,
    Occupations,
    Phone,
    Text,
)
from mengzhan.model.fieldtypes.base import SEPARATORS
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.model.idnumber import suggest
from mengzhan.model.kind import Field
from mengzhan.model.phone import phone_parts
from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.wage import MONTH, read_wage
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contactdays import STROKES, Told
from mengzhan.sheets.importing.dates import Precision, read_day
from mengzhan.sheets.importing.places import read_place
from mengzhan.sheets.ledgers.forms import Form
from mengzhan.sheets.plaintext import EXACT_FLOAT, plain_text

RepairSort = Literal[
    "",
    "spaces",
    "width",
    "date",
    "month",
    "year",
    "no_year",
    "serial",
    "code",
    "form",
    "split",
    "place",
    "ditto",
]
"""What was put right: spaces taken out, full-width characters, a day written otherwise, a month or
year made its first day, a day without its year, a serial number, words for a code, another writing
of the same value, a cell that holds more than its field takes, an address for a place, 同上."""

REPAIR_WORDS: dict[RepairSort, str] = {
    "spaces": QT_TRANSLATE_NOOP("model", "去掉空格"),
    "width": QT_TRANSLATE_NOOP("model", "全角改半角"),
    "date": QT_TRANSLATE_NOOP("model", "日期写法统一"),
    "month": QT_TRANSLATE_NOOP("model", "只有年月，按当月1日"),
    "year": QT_TRANSLATE_NOOP("model", "只有年份，按1月1日"),
    "no_year": QT_TRANSLATE_NOOP("model", "没写年份，补上年份"),
    "serial": QT_TRANSLATE_NOOP("model", "表格的日期序号改成日期"),
    "code": QT_TRANSLATE_NOOP("model", "文字改成代码"),
    "form": QT_TRANSLATE_NOOP("model", "写法统一"),
    "split": QT_TRANSLATE_NOOP("model", "一格里有几样，分开了"),
    "place": QT_TRANSLATE_NOOP("model", "地址对到地区"),
    "ditto": QT_TRANSLATE_NOOP("model", "同上，取上一行的"),
}

_NOTHING = STROKES | {
    "无",
    "没有",
    "暂无",
    "×",
    "x",
    "X",
    "否",
    "不详",
    "不清楚",
}
_FRACTION = re.compile(r"(\d+)\.0+")
_BRACKETED = re.compile(r"([^(（]+)[(（]([^)）]+)[)）]?\s*")
_BY_PRECISION: dict[Precision, RepairSort] = {"month": "month", "year": "year"}


@dataclass(frozen=True, slots=True)
class CellRead:
    """What one cell gives. ``rest`` is what was not understood; ``suggestions`` are values that a
    slip may have been meant for; ``more`` are the fields that a wage gives instead of one value,
    with ``shown`` as their words; ``others`` are further contacts that the same cell tells of."""

    value: Value = dataclasses.field(default=None, repr=False)
    problems: tuple[Problem, ...] = ()
    repair: RepairSort = ""
    rest: str = dataclasses.field(default="", repr=False)
    suggestions: tuple[str, ...] = dataclasses.field(default=(), repr=False)
    more: Mapping[str, Value] | None = dataclasses.field(default=None, repr=False)
    shown: str = dataclasses.field(default="", repr=False)
    others: tuple[Told, ...] = dataclasses.field(default=(), repr=False)

    @property
    def blocks(self) -> bool:
        """Whether there is something here that is no value of the field."""
        return any(problem.blocks for problem in self.problems)


Reader = Callable[[Cell], CellRead]


def day_repair(text: str, day: date, *, serial: bool) -> RepairSort:
    """Return what was put right where a text gives a whole day."""
    if serial:
        return "serial"
    if text == day.isoformat():
        return ""
    return "date" if str(day.year)[2:] in text else "no_year"


class CellReader:
    """Reads the cells of one column as values of one field.

    Args:
        near: the code of the own station, for places that bear the same name.
        year: the year that the title of the table names, for days that leave it out.
        form: how this program wrote the cells, if it did.
    """

    def __init__(
        self,
        field: Field,
        today: date,
        near: str,
        year: int | None = None,
        form: Form | None = None,
    ) -> None:
        self.field = field
        self._today = today
        self._near = near
        self._within = today if year is None else date(year, 12, 31)
        self._read = self._reader(field.type)
        self._is_coded = isinstance(field.type, Choice | Choices | Occupation | Occupations)
        self._form = form

    def __call__(self, cell: Cell) -> CellRead:
        if self._form is not None and isinstance(cell, str):
            cell = self._form.read(cell)
        if isinstance(cell, str) and cell.strip() in _NOTHING and self._is_nothing(cell):
            return CellRead()
        return self._named(self._read(cell))

    def _is_nothing(self, cell: str) -> bool:
        """Whether a stroke or 无 says that there is nothing: not where it is an answer."""
        kind = self.field.type
        if isinstance(kind, OneCode | SeveralCodes):
            return kind.lookup.find(normalise_token(cell)) is None
        return not isinstance(kind, Text | Flag)

    def _named(self, read: CellRead) -> CellRead:
        if not read.problems:
            return read
        named = tuple(replace(problem, field=self.field.name) for problem in read.problems)
        return replace(read, problems=named)

    def _reader(self, kind: FieldType) -> Reader:
        readers: dict[type[FieldType], Reader] = {
            Date: self._day,
            Division: self._place,
            IdNumber: self._id_number,
            Choice: self._code,
            Choices: self._codes,
            Occupations: self._codes,
            Money: self._money,
            Phone: self._phone,
        }
        return readers.get(type(kind), self._plain)

    def _plain(self, cell: Cell) -> CellRead:
        return self._typed(plain_text(cell))

    def _typed(self, text: str) -> CellRead:
        """Read a text as if it had been typed."""
        reading = self.field.type.read(text, self._today)
        if reading.value is None:
            return CellRead(None, reading.problems)
        shown = self.field.type.show(reading.value)
        return CellRead(reading.value, reading.problems, self._repaired(text, shown))

    def _repaired(self, text: str, shown: str) -> RepairSort:
        if self._is_coded:
            spaced = normalise_token(text) != text
            return "spaces" if spaced and normalise_token(text) == shown else "code"
        if text == shown:
            return ""
        if "".join(text.split()) == "".join(shown.split()):
            return "spaces"
        return "width" if normalise_token(text) == normalise_token(shown) else "form"

    def _day(self, cell: Cell) -> CellRead:
        found = read_day(cell, self._within)
        if found is None:
            return CellRead(None, self.field.type.read(plain_text(cell), self._today).problems)
        if found.day is None:
            words = QT_TRANSLATE_NOOP(
                "model", "{value} 末尾可能少了一个0（1月还是10月，1日还是10日），请写清楚。"
            )
            text = plain_text(cell)
            hint = Message(words, {"value": text})
            return CellRead(None, (Problem("DATE_LOST_ZERO", "", text, hint),))
        value = found.day.isoformat()
        if found.precision == "day":
            repair = day_repair(plain_text(cell), found.day, serial=found.serial)
        else:
            repair = _BY_PRECISION[found.precision]
        return CellRead(value, self.field.type.check(value, self._today), repair)

    def _place(self, cell: Cell) -> CellRead:
        text = plain_text(cell)
        found = read_place(text, self._near)
        if found is None:
            return CellRead(None, self.field.type.read(text, self._today).problems)
        same = not found.rest and text in (found.code, self.field.type.show(found.code))
        return CellRead(found.code, (), "" if same else "place", found.rest)

    def _id_number(self, cell: Cell) -> CellRead:
        text = plain_text(cell)
        if isinstance(cell, int | float) and abs(cell) >= EXACT_FLOAT:
            words = QT_TRANSLATE_NOOP(
                "model", "表格按数字保存，后三位已丢失（变成0）。请照身份证重新录入18位。"
            )
            return CellRead(None, (Problem("ID_ROUNDED", "", text, Message(words)),))
        read = self._without_fraction(text) or self._typed(text)
        if read.problems:
            return replace(read, suggestions=tuple(suggest(text, self._today)))
        if str(read.value).endswith("000"):
            words = QT_TRANSLATE_NOOP("model", "末三位是000，可能是表格丢了位数，请照身份证核对。")
            problem = Problem("ID_ROUNDED", "", text, Message(words), "warn")
            return replace(read, problems=(problem,))
        return read

    def _code(self, cell: Cell) -> CellRead:
        """One code; where the whole text is none, what stands before or in brackets may be."""
        text = plain_text(cell)
        read = self._typed(text)
        told = _BRACKETED.fullmatch(text)
        parts = told.groups() if told and read.value is None else ()
        for part in parts:
            found = self._typed(part)
            if found.value is not None:
                rest = next((other for other in parts if other != part), "")
                return replace(found, repair="split", rest=rest)
        return read

    def _codes(self, cell: Cell) -> CellRead:
        """Several codes; words that mean none are left over instead of spoiling the others."""
        text = plain_text(cell)
        read = self._typed(text)
        kind = self.field.type
        if read.value is not None or not isinstance(kind, SeveralCodes):
            return read
        parts = [part for part in SEPARATORS.split(kind.clean(text)) if part]
        meant = {part: kind.lookup.find(part) for part in parts}
        codes = list(dict.fromkeys(code for code in meant.values() if code))
        if not codes:
            return read
        rest = "、".join(part for part, code in meant.items() if not code)
        return CellRead(codes, kind.check(codes, self._today), "split", rest)

    def _money(self, cell: Cell) -> CellRead:
        text = plain_text(cell)
        read = self._typed(text)
        if read.value is not None and not read.blocks:
            return read
        wage = None if text.startswith(("-", "－")) else read_wage(text)
        if wage is None or wage.low is None:
            return read
        whole = wage.high in (None, wage.low) and wage.unit in (None, MONTH)
        return CellRead(wage.low, (), "form" if whole else "split", wage.rest if whole else text)

    def _without_fraction(self, text: str) -> CellRead | None:
        """Read digits that went through a program which takes them for a sum (19900000001.0)."""
        found = _FRACTION.fullmatch(text) if "." in text else None
        read = self._typed(found[1]) if found else None
        return None if read is None or read.blocks else replace(read, repair="form")

    def _phone(self, cell: Cell) -> CellRead:
        text = plain_text(cell)
        mended = self._without_fraction(text)
        if mended is not None:
            return mended
        read = self._typed(text)
        if not read.blocks:
            return read
        parts = phone_parts(text)
        for place, part in enumerate(parts):
            first = self._typed(part)
            if not first.blocks and len(parts) > 1:
                others = " ".join(parts[:place] + parts[place + 1 :])
                return CellRead(first.value, first.problems, "split", others)
        return read


class TickReader:
    """Reads a column in which a tick stands for one code of a field; no tick says nothing."""

    def __init__(self, field: Field, code: str) -> None:
        self._value: Value = [code] if isinstance(field.type, SeveralCodes) else code
        self._flag = Field(field.name, field.label, Flag())

    def __call__(self, cell: Cell) -> CellRead:
        text = plain_text(cell)
        reading = self._flag.read(text, date.min)
        if reading.value is None:
            return CellRead(None, (), rest=text)
        return CellRead(self._value, (), "code") if reading.value else CellRead()


_COUNT = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_NUMBERED = re.compile(rf"^(?:[(（]{_COUNT}[)）]|{_COUNT}[)）]?[、.．:：\s])[、.．:：\s]*")
_REMARK = re.compile(r"[(（]([^()（）]*)[)）]?\s*$")
_CONTACT = re.compile(r"(?:联系人|负责人|老板|经理)[:：]?\s*([^\d\s，,；;、:：()（）]{2,10})")
_SIGNS = re.compile(
    r"(?:联系)?(?:电话|手机)(?=[\s，,；;、:：]|$)|^[\s，,；;、:：]+|[\s，,；;、:：]+$"
)
_TELEPHONE = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)")


def read_section_name(cell: Cell) -> CellRead:
    """Read the line over a group: 一、某某厂（联系人：张三，电话：…）is a name, and whom to ask."""
    text = plain_text(cell)
    told = _REMARK.search(text)
    more: dict[str, Value] = {}
    rest = told[1] if told else ""
    for field, form in (("contact", _CONTACT), ("phone", _TELEPHONE)):
        found = form.search(rest)
        if found:
            more[field] = found[found.lastindex or 0]
            rest = rest.replace(found[0], "")
    if told is None or not more:
        name, rest = _NUMBERED.sub("", text), ""
    else:
        name, rest = (
            _NUMBERED.sub("", text[: told.start()]).strip(),
            _SIGNS.sub("", rest).strip("，；、 "),
        )
    return CellRead(name, (), "" if name == text else "split", rest, more=more or None, shown=name)


_UNITS = Choice("wage_unit")


def read_wage_cell(cell: Cell) -> CellRead:
    """Read a cell that says lowest and highest wage and the unit in one."""
    text = plain_text(cell)
    wage = read_wage(text)
    if wage is None:
        words = QT_TRANSLATE_NOOP("model", "看不懂这个薪酬，例如 3000-4000元/月。")
        return CellRead(None, (Problem("WAGE_FORM", "wage_min", text, Message(words)),))
    values = {"wage_min": wage.low, "wage_max": wage.high, "wage_unit": wage.unit}
    money = Money()
    ends = [money.show(end) for end in dict.fromkeys((wage.low, wage.high)) if end is not None]
    shown = " ".join(filter(None, ("–".join(ends), _UNITS.show(wage.unit))))
    given = {name: value for name, value in values.items() if value is not None}
    return CellRead(None, (), "split", wage.rest, more=given, shown=shown)
