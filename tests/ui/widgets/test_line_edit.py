from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.line_edit import AreaEdit, LineEdit, commit_composition
from tests.ui.props import Ime, Stage


def test_composing_is_not_typing(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line = LineEdit()
    typed: list[str] = []
    stage.show(line)
    line.setFocus()
    line.typed.connect(typed.append)
    ime.compose(line, "su'he")
    assert typed == []
    ime.commit(line, "苏和")
    assert typed == ["苏和"]


def test_return_while_composing_goes_nowhere(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line = LineEdit()
    moves: list[int] = []
    stage.show(line)
    line.setFocus()
    line.moved.connect(moves.append)
    ime.compose(line, "su'he")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert moves == []
    ime.commit(line, "苏和")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), moves) == ("苏和", [1])


def test_tab_while_composing_stays(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line, other = LineEdit(), LineEdit()
    window = stage.show(line, other)
    line.setFocus()
    ime.compose(line, "su")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is line
    ime.commit(line, "苏")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert window.focusWidget() is other


def test_leaving_keeps_what_was_being_composed(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line, other = LineEdit(), LineEdit()
    stage.show(line, other)
    line.setFocus()
    ime.compose(line, "苏和")
    other.setFocus()
    assert line.text() == "苏和"


def test_saving_keeps_what_was_being_composed(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line, area = LineEdit(), AreaEdit()
    stage.show(line, area)
    line.setFocus()
    ime.compose(line, "苏和")
    commit_composition()
    assert line.text() == "苏和"
    area.setFocus()
    ime.compose(area, "放羊")
    commit_composition()
    assert area.toPlainText() == "放羊"


def test_rare_characters_are_whole(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    line = LineEdit()
    stage.show(line)
    line.setFocus()
    ime.commit(line, "𠮷𠮷𠮷𠮷𠮷")
    assert line.text() == "𠮷" * 5


def test_ctrl_k_and_an_idle_ctrl_z_belong_to_the_window(qtbot: QtBot, stage: Stage) -> None:
    line, seen = LineEdit(), []
    window = stage.show(line)
    line.setFocus()
    for keys in ("Ctrl+K", "Ctrl+Z"):
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(lambda keys=keys: seen.append(keys))
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(line, Qt.Key.Key_K, control)
    QTest.keyClick(line, Qt.Key.Key_Z, control)
    assert seen == ["Ctrl+K", "Ctrl+Z"]
    QTest.keyClicks(line, "a")
    QTest.keyClick(line, Qt.Key.Key_Z, control)
    assert (line.text(), seen) == ("", ["Ctrl+K", "Ctrl+Z"])


def test_an_area_breaks_lines_with_alt(qtbot: QtBot, stage: Stage, ime: Ime) -> None:
    area = AreaEdit()
    moves: list[int] = []
    stage.show(area)
    area.setFocus()
    area.moved.connect(moves.append)
    ime.commit(area, "一")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    ime.commit(area, "二")
    ime.compose(area, "san")
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert moves == []
    ime.commit(area, "三")
    QTest.keyClick(area, Qt.Key.Key_Return)
    assert (area.toPlainText(), moves) == ("一\n二三", [1])


def test_an_area_grows_with_its_text(qtbot: QtBot, stage: Stage) -> None:
    area = AreaEdit()
    stage.show(area)
    area.setFocus()
    before = area.height()
    area.put("一\n二\n三\n四\n五")
    assert area.height() > before
