from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mengzhan.model.fieldtypes.lookup import Option
from mengzhan.ui.widgets.options import FOOT, OptionList
from tests.ui.props import Stage

MANY = [Option(str(n), f"第 {n} 项", "说明") for n in range(40)]


def test_it_opens_above_where_there_is_no_room_below(stage: Stage) -> None:
    filler, line = QWidget(), QLineEdit()
    filler.setFixedHeight(400)
    window = stage.show(filler, line, height=470)
    below = OptionList(line)
    below.open(MANY, highlight=True)
    assert below.geometry().bottom() < line.mapTo(window, QPoint(0, 0)).y()
    assert window.rect().contains(below.geometry())


def test_it_leaves_the_buttons_below_a_form_in_sight_and_cuts_no_line(stage: Stage) -> None:
    line, foot = QLineEdit(), QWidget()
    foot.setObjectName(FOOT)
    foot.setFixedHeight(40)
    filler = QWidget()
    filler.setFixedHeight(150)
    window = stage.show(line, filler, foot, height=300)
    options = OptionList(line)
    options.open(MANY, highlight=True)
    assert options.geometry().bottom() < foot.mapTo(window, QPoint(0, 0)).y()
    rows = options.viewport().height() / options.sizeHintForRow(0)
    assert rows == int(rows) > 1


def test_it_goes_when_its_field_is_scrolled_away(stage: Stage, qtbot: QtBot) -> None:
    inside, line, area = QWidget(), QLineEdit(), QScrollArea()
    column = QVBoxLayout(inside)
    column.addWidget(line)
    inside.setMinimumHeight(2000)
    column.addStretch(1)
    area.setWidget(inside)
    area.setFixedHeight(300)
    stage.show(area)
    options = OptionList(line)
    options.open(MANY, highlight=True)
    top = options.y()
    area.verticalScrollBar().setValue(20)
    assert options.y() == top - 20
    area.verticalScrollBar().setValue(900)
    assert options.isHidden()


def test_steps_stop_at_both_ends(stage: Stage) -> None:
    line = QLineEdit()
    stage.show(line)
    options = OptionList(line)
    options.open(MANY, highlight=False)
    assert options.current() is None
    options.step(1)
    assert options.current() == MANY[0]
    options.step(-1)
    assert options.current() == MANY[0]
    options.step(100)
    assert options.current() == MANY[-1]


def test_nothing_to_offer_closes_it(stage: Stage) -> None:
    line = QLineEdit()
    stage.show(line)
    options = OptionList(line)
    options.open(MANY, highlight=True)
    options.open([], highlight=True)
    assert options.isHidden()
    assert options.current() is None


def test_it_goes_with_its_field(stage: Stage, qtbot: QtBot) -> None:
    line = QLineEdit()
    window = stage.show(line)
    OptionList(line).open(MANY, highlight=True)
    line.deleteLater()
    qtbot.waitUntil(lambda: window.findChildren(OptionList) == [])


def test_a_window_may_go_while_its_list_is_open(qtbot: QtBot) -> None:
    window, inside = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(inside)
    line = QLineEdit()
    QVBoxLayout(inside).addWidget(line)
    window.show()
    qtbot.waitExposed(window)
    options = OptionList(line)
    options.open(MANY, highlight=True)
    # errors on the way are caught by the bot
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(options))
