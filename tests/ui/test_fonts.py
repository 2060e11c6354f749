import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from mengzhan.ui.fonts import choose_family, interface_font


@pytest.mark.parametrize(
    ("installed", "family"),
    [
        ({"SimSun", "Microsoft YaHei", "Arial"}, "Microsoft YaHei"),
        ({"Noto Sans CJK JP", "Noto Sans CJK SC"}, "Noto Sans CJK SC"),
        ({"WenQuanYi Micro Hei"}, "WenQuanYi Micro Hei"),
        ({"Arial", "Noto Sans CJK JP"}, None),
    ],
)
def test_a_simplified_chinese_family_is_chosen_by_name(
    installed: set[str], family: str | None
) -> None:
    assert choose_family(installed) == family


def test_the_font_is_the_chosen_one(qapp: QApplication) -> None:
    font = interface_font(21)
    assert font.pixelSize() == 21
    wanted = choose_family(set(QFontDatabase.families()))
    assert wanted is None or QFontInfo(font).family() == wanted
