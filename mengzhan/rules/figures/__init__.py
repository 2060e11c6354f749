"""Figures: what a month, a quarter or a year comes to, each opening to its records (design 9).

What belongs here: indicators, periods, counting, and taking figures apart by place and group. What
does not: closing a month and writing a report, which use them.
"""

from mengzhan.rules.figures.breakdown import ByGroup, by_group, by_place
from mengzhan.rules.figures.counting import (
    Asked,
    Compared,
    compared,
    figures,
    figures_each,
    follow_figures,
)
from mengzhan.rules.figures.figure import Evidence, Figure, counted, written
from mengzhan.rules.figures.indicators import INDICATORS, Indicator
from mengzhan.rules.figures.period import Period

__all__ = [
    "INDICATORS",
    "Asked",
    "ByGroup",
    "Compared",
    "Evidence",
    "Figure",
    "Indicator",
    "Period",
    "by_group",
    "by_place",
    "compared",
    "counted",
    "figures",
    "figures_each",
    "follow_figures",
    "written",
]
