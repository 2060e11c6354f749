import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.model.fieldtypes import Date, FieldType, Integer, Money, Month, Phone, Text
from mengzhan.model.kind import Field
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.form import FormContext
from mengzhan.ui.widgets.text_editors import DateEditor
from tests.ui.props import Ime


def editor_of(
    qtbot: QtBot, context: FormContext, kind: FieldType, **options: object
) -> FieldEditor:
    editor = make_editor(Field("f", "栏", kind, **options), context)  # type: ignore[arg-type]
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.frame().setFocus()
    qtbot.waitUntil(editor.frame().hasFocus)
    return editor


def typed(qtbot: QtBot, editor: FieldEditor, text: str) -> None:
    QTest.keyClicks(editor.frame(), text)
    QTest.keyClick(editor.frame(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "text", "value", "shows"),
    [
        (Integer(), "１２", 12, "12"),
        (Integer(), "3人", 3, "3"),
        (Money(), "３２００", 320_000, "3200"),
        (Money(), "¥3,200.50", 320_050, "3200.5"),
        (Phone(), "199 0000 0001", "19900000001", "19900000001"),
        (Date(), "1.5", "2026-01-05", "2026-01-05"),
        (Date(), "今天", "2026-11-23", "2026-11-23"),
        (Month(), "3", "2026-03", "2026-03"),
    ],
)
def test_anything_may_be_typed_and_is_read_on_leaving(
    qtbot: QtBot,
    context: FormContext,
    ime: Ime,
    kind: FieldType,
    text: str,
    value: object,
    shows: str,
) -> None:
    editor = editor_of(qtbot, context, kind)
    ime.commit(editor.frame(), text)
    assert editor.value() is None
    with qtbot.waitSignals([editor.changed, editor.moved]):
        QTest.keyClick(editor.frame(), Qt.Key.Key_Return)
    assert (editor.value(), editor.text()) == (value, shows)


def test_what_cannot_be_read_stays_with_its_hint(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Integer())
    typed(qtbot, editor, "abc")
    assert editor.text() == "abc"
    assert editor.value() is None
    assert [problem.code for problem in editor.commit().problems] == ["INTEGER_FORM"]


def test_unchanged_text_reports_nothing(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Text())
    editor.set_value("放羊")
    with qtbot.assertNotEmitted(editor.changed):
        QTest.keyClick(editor.frame(), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "value", "remark"),
    [
        (Qt.Key.Key_Up, "2026-11-24", "明天 周二"),
        (Qt.Key.Key_Down, "2026-11-22", "昨天 周日"),
        (Qt.Key.Key_Plus, "2026-11-24", "明天 周二"),
        (Qt.Key.Key_Minus, "2026-11-22", "昨天 周日"),
    ],
)
def test_keys_move_a_day(
    qtbot: QtBot, context: FormContext, key: Qt.Key, value: str, remark: str
) -> None:
    editor = editor_of(qtbot, context, Date())
    assert isinstance(editor, DateEditor)
    editor.set_value("2026-11-23")
    assert editor.line.remark() == "今天 周一"
    QTest.keyClick(editor.line, key)
    assert (editor.value(), editor.line.remark()) == (value, remark)


def test_a_minus_inside_a_date_is_a_minus(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Date())
    typed(qtbot, editor, "1-5")
    assert editor.value() == "2026-01-05"


def test_a_month_steps_over_new_year(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Month())
    editor.set_value("2026-12")
    QTest.keyClick(editor.frame(), Qt.Key.Key_Up)
    assert editor.value() == "2027-01"


def test_a_future_day_says_why_not(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Date(future=False))
    typed(qtbot, editor, "20270101")
    assert [problem.code for problem in editor.commit().problems] == ["DATE_FUTURE"]


def test_free_text_keeps_its_lines(qtbot: QtBot, context: FormContext) -> None:
    editor = editor_of(qtbot, context, Text(long=True))
    QTest.keyClicks(editor.frame(), "a")
    QTest.keyClick(editor.frame(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    typed(qtbot, editor, "b")
    assert editor.value() == "a\nb"
