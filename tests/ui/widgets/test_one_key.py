"""Answers by one key, whatever input method is on."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.one_key import LatinEdit, OneKey


@pytest.fixture
def field(qtbot: QtBot) -> OneKey:
    made = OneKey({"1": "愿意", "2": "不愿意", "A": "拒绝"})
    qtbot.addWidget(made)
    made.show()
    return made


def test_its_key_chooses_an_answer(field: OneKey) -> None:
    heard: list[str] = []
    field.chosen.connect(lambda: heard.append(field.key))
    QTest.keyClicks(field, "2a")
    assert (field.key, field.text()) == ("A", "A 拒绝")
    assert heard == ["2", "A"]
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert (field.key, field.text()) == ("", "")
    assert heard == ["2", "A", ""]


def test_nothing_else_can_be_written_or_pasted(field: OneKey) -> None:
    QTest.keyClicks(field, "9x b")
    QGuiApplication.clipboard().setText("1")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "1 愿意"


def test_enter_leads_on(field: OneKey) -> None:
    steps: list[int] = []
    field.moved.connect(steps.append)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert steps == [1, -1]


def test_all_keys_are_told(field: OneKey) -> None:
    assert field.keys_in_words() == "1\u00a0愿意　2\u00a0不愿意　A\u00a0拒绝"


def test_an_answer_that_is_not_offered_is_none(field: OneKey) -> None:
    field.set_key("9")
    assert (field.key, field.text()) == ("", "")


@pytest.mark.parametrize("make", [LatinEdit, lambda: OneKey({"1": "是"})], ids=["line", "answer"])
def test_the_input_method_stays_out(qtbot: QtBot, make: type[LatinEdit]) -> None:
    line = make()
    qtbot.addWidget(line)
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(line, asked)
    assert asked.value(Qt.InputMethodQuery.ImEnabled) is False
