"""How one value is written into a cell: the styles that superiors ask for, each with its name.

The same ID number is wanted as text, masked, or one digit a cell (domain E); a form is one such
way. Forms write Chinese whatever the language of the screen: a ledger is for a superior.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import (
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Integer,
    Money,
    Month,
    Pictures,
    References,
)
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.model.fieldtypes.lookup import CodeLookup, Lookup
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.sheets.grid import Cell, fitting_text
from mengzhan.sheets.plaintext import plain_text

Content = str | int | float | date | None
"""What a form writes: text, a number, a day, or nothing."""

TEXT = "@"
GENERAL = "General"
MASKED = "masked"
ID_LENGTH = 18
YES_NO = {True: "是", False: "否"}
_FIRST_DAY = date(1900, 3, 1)  # before it Excel and everybody else count days differently


@dataclass(frozen=True)
class Form:
    """One way of writing. ``name`` stands in profiles and is never given a second meaning.

    ``number_format`` is Excel's; ``returns`` says whether what is written can be read back as the
    value, ``read`` turns such a cell into what ``Field.read`` takes. ``span`` cells hold one
    character each; ``quoted`` sets the mark that Excel shows as a leading apostrophe.
    """

    name: str
    label: str
    write: Callable[[FieldType, Value], Content]
    number_format: str = TEXT
    returns: bool = True
    span: int = 1
    quoted: bool = False
    read: Callable[[str], str] = str


def forms_of(field: Field) -> tuple[Form, ...]:
    """Return the ways in which a field can be written; the first is the usual one.

    A sensitive field can also be masked, which is what happens unless a profile says otherwise.
    """
    found = _usual(field.type)
    return (*found, _MASKED) if field.sensitive else found


def form_of(field: Field, name: str) -> Form | None:
    """Return the form called ``name``; an empty name is the usual one, masked if sensitive."""
    if not name:
        return _MASKED if field.sensitive else forms_of(field)[0]
    return next((form for form in forms_of(field) if form.name == name), None)


def is_same(written: Content, cell: Cell) -> bool:
    """Whether a cell that came back still holds what was written, as far as a cell can."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(written, date) or isinstance(cell, date):
        return written == cell
    if isinstance(written, int | float) and isinstance(cell, int | float):
        return float(written) == float(cell)
    if isinstance(written, str):
        written = fitting_text(written)
    return plain_text(written) == plain_text(cell)


# Writing ---------------------------------------------------------------------------------------


def _shown(kind: FieldType, value: Value) -> Content:
    return kind.show(value)


def _mask(kind: FieldType, value: Value) -> Content:
    return kind.mask(value)


def _number(kind: FieldType, value: Value) -> Content:
    return value if isinstance(value, int) else kind.show(value)


def _yuan(kind: FieldType, value: Value) -> Content:
    if not isinstance(value, int):
        return kind.show(value)
    return value / 100 if value % 100 else value // 100


def _upper(kind: FieldType, value: Value) -> Content:
    return kind.show(value).upper()


def _lower(kind: FieldType, value: Value) -> Content:
    return kind.show(value).lower()


def chinese_label(lookup: Lookup, code: str) -> str:
    """Return the Chinese words of a code, or the code itself if this version lacks it."""
    if isinstance(lookup, CodeLookup):
        known = lookup.table.get(code)
        return known.label if known else code
    return lookup.label(code)


def _codes(write: Callable[[Lookup, str], str]) -> Callable[[FieldType, Value], Content]:
    def both(kind: FieldType, value: Value) -> Content:
        if not isinstance(kind, OneCode | SeveralCodes):
            return kind.show(value)
        codes = value if isinstance(value, list) else [str(value)]
        return "、".join(write(kind.lookup, code) for code in codes)

    return both


def _full_place(kind: FieldType, value: Value) -> Content:
    from mengzhan.model.divisions import division_tree

    return division_tree().full_name(str(value))


def _real_day(kind: FieldType, value: Value) -> Content:
    """A day that Excel knows; what is none (of a newer version) stays as it was written."""
    day = _day(value)
    return day if day is not None and day >= _FIRST_DAY else kind.show(value)


def _day(value: Value) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _day_text(pattern: str) -> Callable[[FieldType, Value], Content]:
    def write(kind: FieldType, value: Value) -> Content:
        day = _day(value)
        if day is None:
            return kind.show(value)
        return pattern.format(y=day.year, m=day.month, d=day.day)

    return write


def _month_text(pattern: str) -> Callable[[FieldType, Value], Content]:
    def write(kind: FieldType, value: Value) -> Content:
        found = re.fullmatch(r"(\d{4})-(\d{2})", str(value))
        if found is None:
            return kind.show(value)
        return pattern.format(y=int(found[1]), m=int(found[2]))

    return write


def _yes_no(kind: FieldType, value: Value) -> Content:
    return YES_NO[value] if isinstance(value, bool) else ""


def _tick(kind: FieldType, value: Value) -> Content:
    return "√" if value is True else ""


def _bit(kind: FieldType, value: Value) -> Content:
    return {True: "1", False: "0"}.get(value, "") if isinstance(value, bool) else ""


def _count(kind: FieldType, value: Value) -> Content:
    return len(value) if isinstance(value, list) and value else None


def _first_of_pairs(text: str) -> str:
    """Of ``02 蒙古族、17 哈萨克族`` leave the codes."""
    return "、".join(part.split(" ")[0] for part in text.split("、"))


def _digits(text: str) -> str:
    return re.sub(r"\s", "", text)


# The forms of each type ------------------------------------------------------------------------

_MASKED = Form(MASKED, QT_TRANSLATE_NOOP("model", "打码"), _mask, returns=False)
_PLAIN = (Form("text", QT_TRANSLATE_NOOP("model", "文字"), _shown),)
_NUMBER = (Form("number", QT_TRANSLATE_NOOP("model", "数字"), _number, GENERAL),)
_MONEY = (Form("yuan", QT_TRANSLATE_NOOP("model", "元"), _yuan, GENERAL),)
_COUNT = (Form("count", QT_TRANSLATE_NOOP("model", "个数"), _count, GENERAL, returns=False),)
_ID = (
    Form("text", QT_TRANSLATE_NOOP("model", "文本，大写 X"), _upper),
    Form("apostrophe", QT_TRANSLATE_NOOP("model", "带撇号"), _upper, quoted=True),
    Form("lower_x", QT_TRANSLATE_NOOP("model", "文本，小写 x"), _lower),
    Form(
        "split",
        QT_TRANSLATE_NOOP("model", "一格一位"),
        _upper,
        span=ID_LENGTH,
        read=_digits,
    ),
)
_CODES = (
    Form("label", QT_TRANSLATE_NOOP("model", "名称"), _codes(chinese_label)),
    Form("code", QT_TRANSLATE_NOOP("model", "代码"), _codes(lambda _lookup, code: code)),
    Form(
        "both",
        QT_TRANSLATE_NOOP("model", "代码和名称"),
        _codes(lambda lookup, code: f"{code} {chinese_label(lookup, code)}"),
        read=_first_of_pairs,
    ),
)
_PLACES = (
    *_CODES[:1],
    Form("full", QT_TRANSLATE_NOOP("model", "全称"), _full_place),
    *_CODES[1:],
)
_DAYS = (
    Form("date", QT_TRANSLATE_NOOP("model", "日期 2026-11-23"), _real_day, "yyyy\\-mm\\-dd"),
    Form(
        "date_cn",
        QT_TRANSLATE_NOOP("model", "日期 2026年11月23日"),
        _real_day,
        'yyyy"年"m"月"d"日"',
    ),
    Form("dash", QT_TRANSLATE_NOOP("model", "文字 2026-11-23"), _day_text("{y:04}-{m:02}-{d:02}")),
    Form("slash", QT_TRANSLATE_NOOP("model", "文字 2026/11/23"), _day_text("{y:04}/{m:02}/{d:02}")),
    Form("dot", QT_TRANSLATE_NOOP("model", "文字 2026.11.23"), _day_text("{y:04}.{m:02}.{d:02}")),
    Form("cn", QT_TRANSLATE_NOOP("model", "文字 2026年11月23日"), _day_text("{y}年{m}月{d}日")),
    Form("compact", QT_TRANSLATE_NOOP("model", "文字 20261123"), _day_text("{y:04}{m:02}{d:02}")),
    Form(
        "month_dot",
        QT_TRANSLATE_NOOP("model", "年月 2026.11"),
        _day_text("{y:04}.{m:02}"),
        returns=False,
    ),
    Form(
        "month_compact",
        QT_TRANSLATE_NOOP("model", "年月 202611"),
        _day_text("{y:04}{m:02}"),
        returns=False,
    ),
    Form(
        "month_cn",
        QT_TRANSLATE_NOOP("model", "年月 2026年11月"),
        _day_text("{y}年{m}月"),
        returns=False,
    ),
)
_MONTHS = (
    Form("dash", QT_TRANSLATE_NOOP("model", "年月 2026-11"), _month_text("{y:04}-{m:02}")),
    Form("slash", QT_TRANSLATE_NOOP("model", "年月 2026/11"), _month_text("{y:04}/{m:02}")),
    Form("dot", QT_TRANSLATE_NOOP("model", "年月 2026.11"), _month_text("{y:04}.{m:02}")),
    Form("cn", QT_TRANSLATE_NOOP("model", "年月 2026年11月"), _month_text("{y}年{m}月")),
    Form("compact", QT_TRANSLATE_NOOP("model", "年月 202611"), _month_text("{y:04}{m:02}")),
)
_FLAGS = (
    Form("yes_no", QT_TRANSLATE_NOOP("model", "是、否"), _yes_no),
    Form("tick", QT_TRANSLATE_NOOP("model", "√，否则空着"), _tick),
    Form("bit", QT_TRANSLATE_NOOP("model", "1、0"), _bit),
)

_BY_TYPE: tuple[tuple[type[FieldType], tuple[Form, ...]], ...] = (
    (IdNumber, _ID),
    (Division, _PLACES),
    (OneCode, _CODES),
    (SeveralCodes, _CODES),
    (Date, _DAYS),
    (Month, _MONTHS),
    (Money, _MONEY),
    (Integer, _NUMBER),
    (Flag, _FLAGS),
    (References, _COUNT),
    (Pictures, _COUNT),
)


def _usual(kind: FieldType) -> tuple[Form, ...]:
    return next((forms for sort, forms in _BY_TYPE if isinstance(kind, sort)), _PLAIN)
