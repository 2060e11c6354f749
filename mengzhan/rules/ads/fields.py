"""What the values of a vacancy break: elements missing, validity, pay, range, insurance.

Whether work is full-time, part-time or paid by the piece decides what pay is held against: full
time the monthly minimum, part-time (非全日制: by the hour, 弹性、计时, or so called in the text) the
hourly one; piece rates cannot be compared and are left to the clerk.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.model.minwage import MinWage
from mengzhan.rules.ads.checks import WIDEST, standard, yuan
from mengzhan.rules.ads.pay import PART_TIME_DAY, least_pay, says_part_time
from mengzhan.rules.state import closed_since
from mengzhan.rules.wage import DAY, HOUR, HOURS_A_DAY, MONTH, OPEN, PIECE

TEXTS = ("title", "duties", "conditions", "skills")
"""Fields of a vacancy that are published as free text."""

_NONE_IN_PARTICULAR = "无特别要求"
"""What an ad says of its conditions where there are none: saying nothing is not enough."""

_ELEMENTS = (
    ("employer", "用人单位"),
    ("headcount", "招聘人数"),
    ("duties", "工作内容"),
    ("workplace", "工作地点"),
    ("conditions", f"招聘条件（没有的话就写“{_NONE_IN_PARTICULAR}”）"),
    ("valid_until", "有效期限"),
)
"""What every ad must state (五部门2026年1月通知), besides the pay, and the field that states it."""

_FLEXIBLE = "6"
"""Code of the table ``shift``: 弹性、计时."""

_UNINSURED = "6"
"""Code of the table ``insurance``: 不缴."""


@dataclass(frozen=True)
class FieldFound:
    """A rule that a field breaks; ``replacement`` is a value that puts it right, if there is one."""

    rule: str
    field: str
    params: dict[str, str]
    replacement: str | None = None


def check_fields(
    values: Values, least: MinWage, today: date, hours: float | None = None
) -> Iterator[FieldFound]:
    """Yield what the fields of a vacancy break, texts apart; ``hours`` a day are from its texts."""
    yield from _elements(values, today)
    yield from _pay(values, least, hours)
    if values.get("insurance") == _UNINSURED and not is_part_time(values):
        yield FieldFound("F-INS-1", "insurance", {})


def is_part_time(values: Values) -> bool:
    """Whether the work is part-time: paid by the hour, flexible, or so called in its texts."""
    if values.get("wage_unit") == HOUR or values.get("shift") == _FLEXIBLE:
        return True
    return any(says_part_time(str(values.get(name) or "")) for name in TEXTS)


def _elements(values: Values, today: date) -> Iterator[FieldFound]:
    for name, element in _ELEMENTS:
        if is_empty(values.get(name)):
            replacement = _NONE_IN_PARTICULAR if name == "conditions" else None
            yield FieldFound("F-VAGUE-1", name, {"element": element}, replacement)
    ends = values.get("valid_until")
    if isinstance(ends, str) and ends < today.isoformat() and not closed_since(values):
        yield FieldFound("F-VAGUE-1", "valid_until", {"element": f"有效期限（{ends}已过）"})


def _pay(values: Values, least: MinWage, hours: float | None) -> Iterator[FieldFound]:
    low, high = _money(values.get("wage_min")), _money(values.get("wage_max"))
    unit = str(values.get("wage_unit") or "")
    lowest = low if low is not None else high
    if lowest is None:
        if unit == OPEN:
            yield FieldFound("F-WAGE-2", "wage_unit", {})
        elif unit != PIECE:
            yield FieldFound("F-VAGUE-1", "wage_min", {"element": "基本劳动报酬"})
        return
    if low is not None and high is not None and (low > high or high > WIDEST * low):
        yield FieldFound("F-RANGE-1", "wage_max", {"range": f"{yuan(low)}-{yuan(high)}"})
    part_time = is_part_time(values) or (hours is not None and hours <= PART_TIME_DAY)
    if part_time and hours is None and unit not in (HOUR, DAY):
        return  # a part-time month cannot be compared without its hours
    day = min(hours or HOURS_A_DAY, HOURS_A_DAY)
    floor = least_pay(unit, least, hours=day, part_time=part_time, full_time=not part_time)
    if floor is not None and lowest < floor:
        field = "wage_min" if low is not None else "wage_max"
        against = standard(least, HOUR if part_time else MONTH)
        yield FieldFound("F-WAGE-1", field, {"standard": against})


def _money(value: Value) -> float | None:
    """Turn 分 into yuan."""
    return value / 100 if isinstance(value, int) and not isinstance(value, bool) else None
