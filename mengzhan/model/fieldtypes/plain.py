"""Text, numbers, money, days, months, yes and no."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mengzhan.model.codes import Code
from mengzhan.model.entry import YEARS, Value, is_day
from mengzhan.model.fieldtypes.base import Editor, FieldType, Reading, SearchSort, problem
from mengzhan.model.problem import Problem
from mengzhan.model.text import code_points, normalise, normalise_free_text
from mengzhan.model.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Text(FieldType):
    """Free text; length in code points, so that 𠮷 counts as one character."""

    name = "text"
    limit: int = 200
    long: bool = False
    search: SearchSort = ""

    @property
    def editor(self) -> Editor:
        return "area" if self.long else "line"

    @property
    def searched(self) -> SearchSort:
        return self.search

    def clean(self, text: str) -> str:
        return normalise_free_text(text) if self.long else normalise(text)

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        length = code_points(str(value))
        if length <= self.limit:
            return ()
        words = QT_TRANSLATE_NOOP("model", "最多 {limit} 个字，现在 {length} 个，请缩短。")
        return (problem("TEXT_TOO_LONG", value, words, limit=self.limit, length=length),)


@dataclass(frozen=True)
class Integer(FieldType):
    """A whole number between two bounds (both included)."""

    name = "integer"
    sql = "INTEGER"
    json_type = "integer"
    low: int = 0
    high: int = 1_000_000

    @property
    def editor(self) -> Editor:
        return "number"

    def understand(self, text: str, today: date) -> Reading:
        digits = re.sub(r"[,，\s]|[人名个户次元年]$", "", text)
        if not re.fullmatch(r"[+-]?\d{1,15}", digits):
            words = QT_TRANSLATE_NOOP("model", "请只填数字，例如 3。")
            return Reading(None, (problem("INTEGER_FORM", text, words),))
        return Reading(int(digits), self.check(int(digits), today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        if self._fits(value):
            return ()
        words = QT_TRANSLATE_NOOP("model", "请填 {low} 到 {high} 之间的整数。")
        return (problem("INTEGER_RANGE", value, words, low=self.low, high=self.high),)

    def _fits(self, value: Value) -> bool:
        return isinstance(value, int) and self.low <= value <= self.high

    def to_sql(self, value: Value) -> Any:
        return value if self._fits(value) else None


_MONEY = re.compile(r"(\d{1,10})(?:\.(\d{1,4}))?(万|千|k|w)?", re.IGNORECASE)
_MONEY_UNITS = {"万": 10_000, "w": 10_000, "千": 1000, "k": 1000, "": 1}


@dataclass(frozen=True)
class Money(FieldType):
    """An amount of money, kept in 分 (1/100 yuan), typed and shown in yuan."""

    name = "money"
    sql = "INTEGER"
    json_type = "integer"
    high: int = 10_000_000_000

    @property
    def editor(self) -> Editor:
        return "number"

    def understand(self, text: str, today: date) -> Reading:
        found = _MONEY.fullmatch(re.sub(r"[,，\s¥￥]|元$", "", text))
        if found:
            yuan, fraction, unit = found.groups(default="")
            cents, rest = divmod(
                int(yuan + fraction) * 100 * _MONEY_UNITS[unit.lower()], 10 ** len(fraction)
            )
            if not rest:
                return Reading(cents, self.check(cents, today))
        words = QT_TRANSLATE_NOOP("model", "请填金额（元），例如 3200 或 22.4。")
        return Reading(None, (problem("MONEY_FORM", text, words),))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        if self._fits(value):
            return ()
        words = QT_TRANSLATE_NOOP("model", "金额太大，请核对。")
        return (problem("MONEY_RANGE", value, words),)

    def _fits(self, value: Value) -> bool:
        return isinstance(value, int) and 0 <= value <= self.high

    def show(self, value: Value) -> str:
        if not isinstance(value, int):
            return ""
        yuan, cents = divmod(value, 100)
        return f"{yuan}.{cents:02d}".rstrip("0") if cents else str(yuan)

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "description": "单位：分"}

    def to_sql(self, value: Value) -> Any:
        return value if self._fits(value) else None


_DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<y>\d{4})[-./年 ](?P<m>\d{1,2})[-./月 ](?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<m>\d{1,2})[-./月 ](?P<d>\d{1,2})[日号]?"),
    re.compile(r"(?P<d>\d{1,2})[日号]?"),
)
_NEAR = {"今天": 0, "今": 0, "昨天": -1, "昨": -1, "前天": -2, "明天": 1, "后天": 2}


def read_date(text: str, today: date) -> date | None:
    """Read a date as people type it, or return ``None``.

    20260105, 2026-1-5, 2026年1月5日; 1-5 (this year); 5 (this month); 今天, 昨天, 前天, 明天,
    后天.
    """
    if is_day(text):
        return date.fromisoformat(text)
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    for form in _DATE_FORMS:
        found = form.fullmatch(text)
        if found:
            parts = {key: int(part) for key, part in found.groupdict().items()}
            try:
                return date(parts.get("y", today.year), parts.get("m", today.month), parts["d"])
            except ValueError:
                return None
    return None


@dataclass(frozen=True)
class Date(FieldType):
    """A calendar day, kept as ``YYYY-MM-DD``; ``future`` says whether it may lie ahead."""

    name = "date"
    json_type = "date"
    future: bool = True

    @property
    def editor(self) -> Editor:
        return "date"

    def understand(self, text: str, today: date) -> Reading:
        day = read_date(text, today)
        if day is None:
            return Reading(None, (_no_date(text),))
        return Reading(day.isoformat(), self.check(day.isoformat(), today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            return (_no_date(value),)
        if day.isoformat() != value:
            return (_no_date(value),)
        if day > today and not self.future:
            words = QT_TRANSLATE_NOOP("model", "日期不能晚于今天（{today}）。")
            return (problem("DATE_FUTURE", value, words, today=today.isoformat()),)
        if day.year not in YEARS:
            words = QT_TRANSLATE_NOOP("model", "年份不对，请核对。")
            return (problem("DATE_RANGE", value, words),)
        return ()

    def mask(self, value: Value) -> str:
        """Leave the year."""
        return f"{self.show(value)[:4]}-**-**"

    def to_sql(self, value: Value) -> Any:
        return value if isinstance(value, str) and is_day(value) else None


def _no_date(value: object) -> Problem:
    words = QT_TRANSLATE_NOOP("model", "看不懂这个日期，请填如 2026-1-5、1-5 或 今天。")
    return problem("DATE_FORM", value, words)


@dataclass(frozen=True)
class Month(FieldType):
    """A month, kept as ``YYYY-MM``."""

    name = "month"
    json_type = "yearmonth"

    @property
    def editor(self) -> Editor:
        return "month"

    def understand(self, text: str, today: date) -> Reading:
        found = re.fullmatch(r"(?:(\d{4})[-./年]?)?(\d{1,2})月?", text)
        if found is None:
            return Reading(None, self.check(text, today))
        value = f"{int(found[1] or today.year):04d}-{int(found[2]):02d}"
        return Reading(value, self.check(value, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        if re.fullmatch(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", str(value)):
            return ()
        words = QT_TRANSLATE_NOOP("model", "请填年月，例如 2026-11。")
        return (problem("MONTH_FORM", value, words),)


_YES = {"是", "有", "对", "同意", "已同意", "需要", "愿意", "y", "yes", "1", "true", "√", "✓"}
_SAID_YES, _SAID_NO = Code("1", "是", english="Yes"), Code("0", "否", english="No")
_NO = {"否", "无", "没有", "不", "不同意", "不需要", "不愿意", "n", "no", "0", "false", "×"}


@dataclass(frozen=True)
class Flag(FieldType):
    """Yes, no, or not asked yet (``None``)."""

    name = "flag"
    sql = "INTEGER"
    json_type = "boolean"

    @property
    def editor(self) -> Editor:
        return "flag"

    def understand(self, text: str, today: date) -> Reading:
        lowered = text.lower()
        if lowered in _YES | _NO:
            return Reading(lowered in _YES)
        return Reading(None, self.check(text, today))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        if isinstance(value, bool):
            return ()
        words = QT_TRANSLATE_NOOP("model", "请填 是 或 否。")
        return (problem("FLAG_FORM", value, words),)

    def show(self, value: Value) -> str:
        return (_SAID_YES if value else _SAID_NO).words if isinstance(value, bool) else ""

    def to_sql(self, value: Value) -> Any:
        return int(value) if isinstance(value, bool) else None

    def from_sql(self, cell: Any) -> Value:
        return None if cell is None else bool(cell)
