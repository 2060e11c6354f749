import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.model.fieldtypes import Flag
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.flag_editor import FlagEditor
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.widgets.panel import Words
from tests.ui.props import Ime, Stage


@pytest.fixture
def flag(stage: Stage, context: FormContext) -> FlagEditor:
    editor = FlagEditor(Field("consent", "告知同意", Flag()), context)
    stage.show(editor)
    editor.setFocus()
    return editor


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Space, True),
        (Qt.Key.Key_1, True),
        (Qt.Key.Key_Y, True),
        (Qt.Key.Key_0, False),
        (Qt.Key.Key_N, False),
    ],
)
def test_one_key_answers(qtbot: QtBot, flag: FlagEditor, key: Qt.Key, value: bool) -> None:
    assert flag.value() is None
    with qtbot.waitSignal(flag.changed):
        QTest.keyClick(flag, key)
    assert flag.value() is value


def test_an_answer_by_letter_or_digit_is_complete_and_space_only_tries(
    qtbot: QtBot, flag: FlagEditor
) -> None:
    with qtbot.assertNotEmitted(flag.completed):
        QTest.keyClick(flag, Qt.Key.Key_Space)
    with qtbot.waitSignal(flag.completed):
        QTest.keyClick(flag, Qt.Key.Key_0)


@pytest.mark.parametrize(("text", "value"), [("是", True), ("否", False), ("同意", True)])
def test_an_input_method_answers_too(
    qtbot: QtBot, flag: FlagEditor, ime: Ime, text: str, value: bool
) -> None:
    ime.compose(flag, "s")
    with qtbot.assertNotEmitted(flag.moved):
        QTest.keyClick(flag, Qt.Key.Key_Return)
    ime.commit(flag, text)
    assert flag.value() is value


def test_an_answer_can_be_taken_back(qtbot: QtBot, flag: FlagEditor) -> None:
    flag.set_value(True)
    QTest.keyClick(flag, Qt.Key.Key_Backspace)
    assert flag.value() is None


def test_enter_moves_on_without_answering(qtbot: QtBot, flag: FlagEditor) -> None:
    with qtbot.waitSignal(flag.moved) as moved:
        QTest.keyClick(flag, Qt.Key.Key_Return)
    assert (moved.args, flag.value()) == ([1], None)


def test_other_letters_answer_nothing(qtbot: QtBot, flag: FlagEditor) -> None:
    QTest.keyClicks(flag, "xk7")
    assert flag.value() is None


def test_what_yes_means_stands_beside_the_answers(stage: Stage, flag: FlagEditor) -> None:
    flag.set_placeholder("已告知信息用途，本人同意登记。")
    shown = [words.text() for words in flag.findChildren(Words) if words.isVisible()]
    assert shown == ["已告知信息用途，本人同意登记。"]
