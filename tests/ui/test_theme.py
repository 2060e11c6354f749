import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import mengzhan.ui
from mengzhan.ui.colours import DARK, LIGHT
from mengzhan.ui.theme import LARGE_TYPE_FACTORS, theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.line_edit import LineEdit
from tests.ui.props import Stage


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


def colours_of(button: Button) -> set[str]:
    """Every colour of a button's picture."""
    picture = button.grab().toImage()
    places = product(range(picture.width()), range(picture.height()))
    return {picture.pixelColor(x, y).name().upper() for x, y in places}


def inside(button: Button) -> set[str]:
    """The colours on lines across a button just within its frame, above the words."""
    picture = button.grab().toImage()
    line = range(5, picture.width() - 5)
    return {picture.pixelColor(x, y).name().upper() for y in (4, 5) for x in line}


@pytest.mark.parametrize("look", ["quiet", "link"])
def test_the_focus_is_framed_once(stage: Stage, qtbot: QtBot, look: str) -> None:
    before, button = Button("一"), Button("一")
    button.set_look(look)
    stage.show(before, button)
    before.setFocus(Qt.FocusReason.TabFocusReason)
    plain = inside(button)
    # the style frames the focus only once the keyboard was used to move it
    qtbot.keyClick(before, Qt.Key.Key_Tab)  # type: ignore[no-untyped-call]
    assert button.hasFocus()
    assert inside(button) == plain


def test_the_chosen_one_of_several_shows_the_focus_too(qtbot: QtBot) -> None:
    button = Button("一")
    button.set_look("choice")
    button.setCheckable(True)
    button.setChecked(True)
    qtbot.addWidget(button)
    button.show()
    without = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    at = QPoint(button.width() // 2, 1)
    assert without.pixelColor(at).name().upper() == LIGHT.accent_tint
    assert button.grab().toImage().pixelColor(at).name().upper() == LIGHT.accent


def test_a_link_that_does_nothing_now_is_not_green(qtbot: QtBot) -> None:
    button = LinkButton("移除")
    qtbot.addWidget(button)
    button.show()
    assert LIGHT.accent in colours_of(button)
    button.setEnabled(False)
    assert LIGHT.accent not in colours_of(button)
    assert LIGHT.grey in colours_of(button)


def test_nobody_follows_the_theme_by_a_lambda() -> None:
    """The theme outlives every widget; a lambda would still be called when its widget is gone."""
    folder = Path(mengzhan.ui.__file__).parent
    lambdas = re.compile(r"theme\(\)\.changed\.connect\(\s*lambda")
    found = [path.name for path in folder.rglob("*.py") if lambdas.search(path.read_text("utf-8"))]
    assert found == []
