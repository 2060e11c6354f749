"""The indicators of a month (design section 9): what each is called, and what kind of count it is.

Words stand in ``resources/tables/indicator.csv``; how each is counted stands in ``counting``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mengzhan.model.codes import Code, code_table, in_english

AsOf = Literal["within", "at_end", "at_start"]
"""Whether an indicator counts what happened in the period or what holds on one of its ends."""

Counted = Literal[
    "record", "record_policy", "person", "person_course", "employer", "vacancy", "ratio"
]
"""What is counted once, however many records tell of it. A ratio divides two other counts."""


@dataclass(frozen=True)
class Indicator:
    """One figure of the monthly report.

    ``of`` is the code of the indicator of which this one is a part (其中), or empty. ``late`` tells
    whether a record typed after its month still counts for it: it does, as a correction (更正) once
    the month is closed.
    """

    code: str
    as_of: AsOf
    counted: Counted
    late: bool = True

    @property
    def _row(self) -> Code:
        return next(row for row in code_table("indicator") if row.code == self.code)

    @property
    def of(self) -> str:
        """The indicator of which this is a part, or empty."""
        return self._row.parent or ""

    @property
    def label(self) -> str:
        """What it is called, in the language that is shown."""
        return self._row.words

    @property
    def unit(self) -> str:
        """条, 人, 户, 次, 人次, 户次, % or 倍."""
        return self._row.extra["unit_english" if in_english() else "unit"]

    @property
    def unit_in_chinese(self) -> str:
        """The unit in texts that are for Chinese offices whatever the language of the screen."""
        return self._row.extra["unit"]

    @property
    def label_in_chinese(self) -> str:
        """What it is called in such texts."""
        return self._row.label

    @property
    def meaning_in_chinese(self) -> str:
        """What is counted, in such texts."""
        return self._row.extra["meaning"]

    @property
    def meaning(self) -> str:
        """One sentence that tells a worker what is counted."""
        return self._row.extra["meaning_english" if in_english() else "meaning"]

    @property
    def is_ratio(self) -> bool:
        """Whether it divides one count by another."""
        return self.counted == "ratio"


_DECLARED = (
    Indicator("M01", "within", "vacancy"),
    Indicator("M02", "within", "vacancy"),
    Indicator("M03", "at_end", "vacancy"),
    Indicator("M04", "within", "employer"),
    Indicator("M05", "within", "record"),
    Indicator("M06", "within", "record_policy"),
    Indicator("M07", "within", "person"),
    Indicator("M08", "within", "person"),
    Indicator("M09", "within", "person"),
    Indicator("M10", "within", "person_course"),
    Indicator("M11", "at_start", "person"),
    Indicator("M12", "within", "person"),
    Indicator("M13", "within", "record"),
    Indicator("M13X", "within", "record"),
    Indicator("M14", "within", "ratio"),
    Indicator("M15", "within", "person"),
    Indicator("M16", "within", "record"),
    Indicator("M17", "within", "record"),
    Indicator("M18", "within", "record"),
    Indicator("M19", "within", "person"),
    Indicator("M20", "within", "person"),
    Indicator("M21", "within", "person"),
    Indicator("M22", "within", "person"),
    Indicator("M23", "within", "person"),
    Indicator("M24", "within", "person"),
    Indicator("M25", "within", "person"),
    Indicator("M26", "at_end", "person"),
    Indicator("M27", "at_end", "vacancy"),
    Indicator("M28", "within", "person"),
    Indicator("M29", "within", "vacancy"),
    Indicator("M30", "at_end", "ratio"),
)

INDICATORS: Mapping[str, Indicator] = {one.code: one for one in _DECLARED}
"""Every indicator by its code, in the order of the report."""

RATES = ("M14",)
"""Ratios that are written in per cent; the others are multiples."""
