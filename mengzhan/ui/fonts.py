"""Which font the screens use: an installed Chinese one, chosen by name.

Left to itself a system may take Japanese shapes for Chinese characters, or boxes.
"""

from collections.abc import Collection

from PySide6.QtGui import QFont, QFontDatabase

PREFERRED = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "HarmonyOS Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
)
"""Families with simplified Chinese shapes, best first: Windows, UOS and Kylin, others."""


def choose_family(installed: Collection[str]) -> str | None:
    """Return the best family among those installed, or ``None`` for the system's own choice."""
    return next((family for family in PREFERRED if family in installed), None)


def interface_font(pixels: int) -> QFont:
    """Return the font of the screens, ``pixels`` high (device-independent)."""
    font = QFont()
    family = choose_family(set(QFontDatabase.families()))
    if family is not None:
        font.setFamily(family)
    font.setPixelSize(pixels)
    return font
