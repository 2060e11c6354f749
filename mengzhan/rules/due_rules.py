"""The due rules as data: interval, unit, and the text that each rests on (``due_rule.csv``).

The order of the shipped table is the strength of the rules: of several about one person the first
gives the reason of the line. A table that replaces it changes intervals, not which rules there are.
``status`` of a row says how sure its source is, as in every table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mengzhan.model.resources import made_of_tables, read_table, shipped_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.months import months_later
from mengzhan.rules.workdays import WorkingCalendar

WORKDAYS, DAYS, MONTHS, TIMES = "workdays", "days", "months", "times"

_EVERY = {
    WORKDAYS: QT_TRANSLATE_NOOP("model", "每 {count} 个工作日"),
    DAYS: QT_TRANSLATE_NOOP("model", "每 {count} 天"),
    MONTHS: QT_TRANSLATE_NOOP("model", "每 {count} 个月"),
}
_EVERY_ONE = {
    WORKDAYS: QT_TRANSLATE_NOOP("model", "每个工作日"),
    DAYS: QT_TRANSLATE_NOOP("model", "每天"),
}
_EVERY_SO_MANY_MONTHS = {
    1: QT_TRANSLATE_NOOP("model", "每月"),
    3: QT_TRANSLATE_NOOP("model", "每季度"),
    12: QT_TRANSLATE_NOOP("model", "每年"),
}


@dataclass(frozen=True)
class DueRule:
    """One rule of the table.

    ``ahead``: how many days before its day a line is shown; ``minutes``: how long the work takes,
    roughly; ``seasonal``: the seasons of a herding household move it; ``hint``: nothing is late,
    a person decides.
    """

    code: str
    label: str
    rank: int
    interval: int
    unit: str
    ahead: timedelta
    minutes: int
    seasonal: bool
    hint: bool
    basis: str

    @property
    def every(self) -> Message:
        """How often it comes, in words."""
        words, count = _EVERY[self.unit], self.interval
        if self.unit == MONTHS:
            words = _EVERY_SO_MANY_MONTHS.get(count, words)
        elif count == 1:
            words = _EVERY_ONE[self.unit]
        return Message(words, {"count": count})

    def after(self, day: date, calendar: WorkingCalendar) -> date:
        """Return the day that lies the rule's interval after ``day``."""
        if self.unit == WORKDAYS:
            return calendar.add_working_days(day, self.interval)
        if self.unit == MONTHS:
            return months_later(day, self.interval)
        return day + timedelta(days=self.interval)


def rule_from_row(row: Mapping[str, str], rank: int = 0) -> DueRule:
    """Read a row of the table; ``rank`` is its place there.

    Raises:
        ValueError: a number that is none or below nought, a unit that does not exist.
    """
    rule = _rule(rank, row)
    if rule.unit not in ("", WORKDAYS, DAYS, MONTHS, TIMES) or rule.interval < 0:
        raise ValueError(f"{row['interval']} {rule.unit}")
    return rule


def _rule(rank: int, row: Mapping[str, str]) -> DueRule:
    return DueRule(
        code=row["code"],
        label=row["label"],
        rank=rank,
        interval=int(row["interval"] or 0),
        unit=row["unit"],
        ahead=timedelta(days=int(row["ahead"])),
        minutes=int(row["minutes"]),
        seasonal=row["seasonal"] == "1",
        hint=row["hint"] == "1",
        basis=row["basis"],
    )


@made_of_tables
def due_rules() -> Mapping[str, DueRule]:
    """Return the rules by their codes, the strongest first."""
    shipped = {row["code"]: rank for rank, row in enumerate(shipped_table("due_rule"))}
    rules = [rule_from_row(row, shipped[row["code"]]) for row in read_table("due_rule")]
    return {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.rank)}
