"""Which family prints use: an installed Chinese one, chosen by name, embedded in every PDF."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

PREFERRED = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
)
"""Families with simplified Chinese shapes, best first."""


@cache
def print_family() -> str:
    """Return the first preferred family that is installed, or an empty name."""
    installed = set(QFontDatabase.families())
    return next((family for family in PREFERRED if family in installed), "")


def print_font(points: float, *, bold: bool = False) -> QFont:
    """Return a font for paper, its size in points."""
    font = QFont()
    if print_family():
        font.setFamily(print_family())
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
