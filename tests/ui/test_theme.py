import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.colours import DARK, LIGHT
from mengzhan.ui.theme import LARGE_TYPE_FACTORS, theme
from mengzhan.ui.widgets.line_edit import LineEdit


def test_a_fixed_scheme_reaches_palette_and_sheet(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        theme().apply("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.ground
    assert DARK.panel in qapp.styleSheet()
    theme().apply("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == LIGHT.ground


@pytest.mark.parametrize("factor", LARGE_TYPE_FACTORS)
def test_large_type_scales_type_and_fields(qtbot: QtBot, qapp: QApplication, factor: float) -> None:
    theme().apply("light", factor)
    line = LineEdit()
    qtbot.addWidget(line)
    line.show()
    assert qapp.font().pixelSize() == round(14 * factor)
    assert line.height() == theme().field == round(36 * factor)
    assert line.fontMetrics().height() < line.height()


def test_a_field_keeps_its_height_when_it_gets_the_focus(qtbot: QtBot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    line.show()
    before = line.sizeHint().height()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.sizeHint().height() == before


def test_a_factor_that_nobody_can_use_is_refused() -> None:
    with pytest.raises(ValueError, match="type factor"):
        theme().apply("light", 5.0)
