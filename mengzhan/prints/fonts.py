"""Which families prints use: installed ones, chosen by name, embedded in every PDF.

A print is measured in tenths of a point, so that its lines break alike on every device.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

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

MONGOLIAN = ("Mongolian Baiti", "Noto Sans Mongolian", "Mongolian Universal White")
"""Families with the shapes of traditional Mongolian (Unicode, from U+1820): Windows, Linux, free."""

UNITS_PER_POINT = 10.0
UNITS_PER_MM = 720 / 25.4

_MONGOLIAN_A = 0x1820
_LOCALISED = QFont.Tag("locl")


@cache
def print_family() -> str:
    """Return the first preferred family that is installed, or an empty name."""
    installed = set(QFontDatabase.families())
    return next((family for family in PREFERRED if family in installed), "")


def mongolian_family() -> str:
    """Return an installed family that has traditional Mongolian, or an empty name."""
    installed = set(QFontDatabase.families())
    return next((name for name in MONGOLIAN if name in installed and _has_mongolian(name)), "")


def _has_mongolian(family: str) -> bool:
    return QRawFont.fromFont(QFont(family)).supportsCharacter(_MONGOLIAN_A)


def print_font(points: float, *, bold: bool = False, family: str = "") -> QFont:
    """Return a font for paper, its size in points; its pixel is a tenth of a point."""
    font = QFont()
    if family or print_family():
        font.setFamily(family or print_family())
    font.setPixelSize(round(points * UNITS_PER_POINT))
    font.setBold(bold)
    # shapes and widths as they were drawn: a line is as long on paper as it was measured
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if not family:
        # forms of another region, which a PDF could not name: digits beside letters could neither
        # be found in it nor be copied
        font.setFeature(_LOCALISED, 0)
    return font
