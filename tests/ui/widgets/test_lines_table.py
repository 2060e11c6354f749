"""Lines that are in memory already: words are made when a line is seen, nothing is copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from tests.ui.props import Stage


def made(lines: list[str], asked: list[str]) -> LinesTable:
    def write(line: str) -> str:
        asked.append(line)
        return line.upper()

    model: LinesModel[str] = LinesModel(
        [
            Part("甲", write, 60, 1, tone=lambda line: "red" if line == "b" else "plain"),
            Part("乙", lambda line: str(len(line)), 40),
        ],
        ground=lambda line: "amber" if line == "b" else None,
    )
    table = LinesTable(model)
    model.fill(lines)
    return table


def test_fifty_thousand_lines_make_the_words_of_those_in_sight(stage: Stage) -> None:
    asked: list[str] = []
    table = made([f"line {number}" for number in range(50_000)], asked)
    stage.show(table)
    table.grab()
    assert table.model().rowCount() == 50_000
    assert 0 < len(set(asked)) < 100
    table.go(49_999)
    table.grab()
    assert "line 49999" in asked
    assert len(set(asked)) < 200


def test_keys_walk_and_open(stage: Stage, qtbot: QtBot) -> None:
    table = made(["a", "b", "c"], [])
    stage.show(table)
    table.setFocus()
    table.go(0)
    moved: list[int] = []
    table.moved.connect(moved.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(table, key)
    assert moved == [1, 2, 0]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [0]


def test_tones_and_grounds_are_those_of_the_theme(stage: Stage) -> None:
    table = made(["a", "b"], [])
    stage.show(table)
    model = table.model()
    ink = model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert ink == QColor(theme().colours.red)
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    middle = table.visualRect(model.index(1, 1)).center()
    middle.setX(table.visualRect(model.index(1, 1)).right() - 3)
    painted = table.viewport().grab().toImage().pixelColor(middle)
    assert painted == QColor(theme().colours.amber_tint)


def test_lines_that_come_later_are_taken_up(stage: Stage) -> None:
    lines = ["a"]
    table = made(lines, [])
    stage.show(table)
    lines += ["b", "c"]
    table.lines.refresh()
    assert table.model().rowCount() == 3
    assert table.model().index(2, 0).data() == "C"


def test_columns_share_the_room_that_is_left(stage: Stage) -> None:
    table = made(["a"], [])
    stage.show(table, width=500)
    widths = [table.columnWidth(at) for at in range(2)]
    assert widths[1] == 40
    assert sum(widths) == table.viewport().width()
