"""Closing a month (月结): what is missing before it, the closing itself, and what changed after it.

What belongs here: reading and writing closings, and comparing them with the records. What does
not: counting (``rules.figures``), looking for what is odd (``rules.anomalies``), drawing pages.

A closing counts the whole month, on whatever day it is made: ``Close.period`` is the same for the
station, for the office, and a year later.
"""

from mengzhan.rules.closing.checks import Check, checks
from mengzhan.rules.closing.corrections import Changed, Correction, corrections
from mengzhan.rules.closing.deadline import deadline
from mengzhan.rules.closing.operation import close_month
from mengzhan.rules.closing.record import Close, ClosedFigure, closings, figures_of, in_force
from mengzhan.rules.closing.standing import Standing, standing

__all__ = [
    "Changed",
    "Check",
    "Close",
    "ClosedFigure",
    "Correction",
    "Standing",
    "checks",
    "close_month",
    "closings",
    "corrections",
    "deadline",
    "figures_of",
    "in_force",
    "standing",
]
